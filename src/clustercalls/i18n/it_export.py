"""Italian: what calendars say."""

WORDS: dict[str, str] = {
    "Funding calls": "Bandi",
    "Without a date, and so not in it: {count}": "Senza data, e quindi esclusi: {count}",
    # What an event says
    "expected {date}": "previsto {date}",
    "{number} of {count}": "{number} di {count}",
    "only for those who passed: {stage}": "solo per chi ha superato: {stage}",
    "When: {date}": "Quando: {date}",
    "Expected, not announced: {date} (written {text})": "Previsto, non annunciato: {date} (scritto {text})",
    "Moved; before: {date}": "Spostato; prima: {date}",
    "noticed {date}": "notato {date}",
    "Budget: {amount}": "Dotazione: {amount}",
    "Grants: {grants}": "Contributi: {grants}",
    "Funding: {rate}": "Cofinanziamento: {rate}",
    "{rate} for {whom}": "{rate} per {whom}",
    "Condition: {text}": "Condizione: {text}",
    "Contact: {text}": "Contatto: {text}",
    "Source: {text}": "Fonte: {text}",
    "Confirmed: {date}": "Confermato: {date}",
    "Link: {url}": "Link: {url}",
    "withdrawn": "ritirato",
    # What is wrong, and what to do
    "no valid event can be made of it: {reason}": "non se ne può fare un evento valido: {reason}",
    "Mend it; the rest was exported.": "Correggilo; il resto è stato esportato.",
    "not a calendar that this command wrote": "non è un calendario scritto da questo comando",
    "Name another path, or add --force.": "Indica un altro percorso, o aggiungi --force.",
    "a calendar of ours, but it cannot be read back: {reason}": (
        "un nostro calendario, ma non si riesce a rileggerlo: {reason}"
    ),
    "Restore it, or start it anew with --force.": "Ripristinalo, o ricomincia con --force.",
    "it or an alarm leaves the calendar": "la data o un avviso esce dal calendario",
    "its title has no character that can be shown": "il titolo non ha caratteri che si possano mostrare",
    "a control character is left in it": "vi resta un carattere di controllo",
    "it is cut off, or something was added": "è troncato, o qualcosa è stato aggiunto",
    "it is not UTF-8": "non è UTF-8",
    "a UID comes twice": "un UID compare due volte",
    "a component lacks its UID or its stamps": "a un componente manca l'UID o la data di revisione",
}
