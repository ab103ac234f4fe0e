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
    "the address of a server begins with https://, and holds no user or password": (
        "l'indirizzo di un server comincia con https://, e non contiene né utente né password"
    ),
    "Write it as https://dav.example.org/, and the user as --user.": (
        "Scrivilo come https://dav.example.org/, e l'utente con --user."
    ),
    "no password of {user} at {host}": "nessuna password di {user} presso {host}",
    "Put it into {variable}, name a command with --password-command, or keep it in the keyring.": (
        "Mettila in {variable}, indica un comando con --password-command, o tienila nel portachiavi."
    ),
    "the command for the password failed: {reason}": "il comando per la password è fallito: {reason}",
    "Try it by itself.": "Provalo da solo.",
    "What was done stays; a repeat does the rest.": "Ciò che è fatto resta; ripetendo si fa il resto.",
    "401: the user or the password is refused": "401: l'utente o la password sono rifiutati",
    "403: this user may not do that": "403: questo utente non può farlo",
    "404: there is nothing at this address": "404: a questo indirizzo non c'è nulla",
    "412: it was changed there meanwhile; a repeat will see it": (
        "412: nel frattempo là è cambiato; ripetendo lo si vedrà"
    ),
    "507: the server has no room left": "507: sul server non c'è più spazio",
    "the server answered {status}": "il server ha risposto {status}",
    "it sends on to another host, {host}: name that one": "rimanda a un altro server, {host}: indica quello",
    "no answer within {seconds} seconds": "nessuna risposta entro {seconds} secondi",
    "no connection ({kind})": "nessun collegamento ({kind})",
    "the server's answer was not understood ({kind})": "la risposta del server non si capisce ({kind})",
    "this is no calendar: add --calendar NAME": "questo non è un calendario: aggiungi --calendar NOME",
    "the caldav library is missing: pip install 'clustercalls[caldav]'": (
        "manca la libreria caldav: pip install 'clustercalls[caldav]'"
    ),
}
