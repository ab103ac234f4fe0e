"""Italian: what is shown; what is wrong stands in it_errors.py, it_reasons.py and it_dates.py."""

from clustercalls.i18n.it_dates import WORDS as DATES
from clustercalls.i18n.it_edit import WORDS as EDITING
from clustercalls.i18n.it_errors import WORDS as ERRORS
from clustercalls.i18n.it_export import WORDS as EXPORT
from clustercalls.i18n.it_reasons import WORDS as REASONS
from clustercalls.i18n.it_remind import WORDS as REMINDERS

SHOWN: dict[str, str] = {
    # Columns and labels
    "When": "Quando",
    "How long": "Quanto manca",
    "What": "Che cosa",
    "What next": "Prossima fase",
    "What for": "A che serve",
    "Programme": "Programma",
    "Money": "Fondi",
    "Status": "Stato",
    "Id": "Id",
    "Kind": "Tipo",
    "Owner": "Chi segue",
    "Who may": "Chi può",
    "How much": "Quanto",
    "Dates": "Date",
    "Place": "Luogo",
    "How sure": "Quanto è certo",
    "We": "Noi",
    "Contact": "Contatto",
    "Link": "Link",
    "History": "Storia",
    "Tags": "Etichette",
    "Source": "Fonte",
    "Note": "Nota",
    "Own keys": "Chiavi proprie",
    "File": "File",
    # Groups
    "any day now": "da un giorno all'altro",
    "this week": "questa settimana",
    "this month": "questo mese",
    "later": "più avanti",
    "not announced": "non annunciate",
    # Dates
    "date not announced": "data non annunciata",
    "from {date}": "da {date}",
    "until {date}": "fino a {date}",
    "about {date}": "circa {date}",
    "today": "oggi",
    "tomorrow": "domani",
    "yesterday": "ieri",
    "in {days} days": "fra {days} giorni",
    "in {days}+ days": "fra {days}+ giorni",
    "{days} days ago": "{days} giorni fa",
    "window open": "periodo aperto",
    "under way": "in corso",
    "starts today": "comincia oggi",
    "was {date}": "era {date}",
    "noticed {date}": "notato {date}",
    # Stages and kinds
    "publication": "pubblicazione",
    "opening": "apertura",
    "info day": "giornata informativa",
    "registration": "iscrizione",
    "deadline": "scadenza",
    "interview": "colloquio",
    "decision": "decisione",
    "dates": "date",
    "internal deadline": "scadenza interna",
    "first stage": "prima fase",
    "second stage": "seconda fase",
    "third stage": "terza fase",
    "fourth stage": "quarta fase",
    "final stage": "fase finale",
    "call": "bando",
    "event": "evento",
    "policy": "politica",
    "resource": "risorsa",
    # Status
    "forecast": "previsto",
    "open": "aperto",
    "closing": "in chiusura",
    "closed": "chiuso",
    "unknown": "non noto",
    "suspended": "sospeso",
    "cancelled": "annullato",
    "exhausted": "fondi esauriti",
    # One entry
    "Not open yet.": "Non ancora aperto.",
    "Open.": "Aperto.",
    "Closing.": "In chiusura.",
    "Closed.": "Chiuso.",
    "Not known.": "Non si sa.",
    "Suspended.": "Sospeso.",
    "Cancelled.": "Annullato.",
    "Closed: the money is spent.": "Chiuso: i fondi sono esauriti.",
    "Closes {date}, {left}.": "Chiude {date}, {left}.",
    "{stage} closes {date}, {left}.": "{stage}: chiude {date}, {left}.",
    "Over: {date}.": "Concluso: {date}.",
    "No date is announced.": "Nessuna data annunciata.",
    "No date is given.": "Nessuna data indicata.",
    "No deadline is given.": "Nessuna scadenza indicata.",
    "Nothing in this window. The next: {date}, {what}.": (
        "Nulla in questo periodo. Il prossimo: {date}, {what}."
    ),
    "Nothing in this window. The last before: {date}, {what}.": (
        "Nulla in questo periodo. L'ultimo prima: {date}, {what}."
    ),
    "No deadline is announced.": "Nessuna scadenza annunciata.",
    "Not announced yet, as far as is known.": "Non ancora annunciato, per quanto si sa.",
    "one day of these": "uno di questi giorni",
    "Nobody has confirmed it lately.": "Nessuno l'ha confermato di recente.",
    "The source is of {date}.": "La fonte è di {date}.",
    "To consult: nothing to apply for.": "Da consultare: non c'è nulla a cui candidarsi.",
    "as the source said, {date}": "come diceva la fonte, {date}",
    "confirmed {date}": "confermato {date}",
    "confirmed {date}, a day still to come": "confermato {date}, un giorno che deve ancora venire",
    "nobody has confirmed it": "nessuno l'ha confermato",
    "to be confirmed": "da confermare",
    "grants: {grants}": "contributi: {grants}",
    "{rate} % for {whom}": "{rate} % per {whom}",
    # Remarks
    "Nothing ahead.": "Nulla in arrivo.",
    "Entries past: {past}, unconfirmed: {unconfirmed}.": (
        "Voci passate: {past}, da confermare: {unconfirmed}."
    ),
    "The last deadline was {date} ({uid}).": "L'ultima scadenza è stata {date} ({uid}).",
    "To look at them: clustercalls list --unconfirmed": "Per vederle: clustercalls list --unconfirmed",
    "To look back: clustercalls upcoming --past": "Per guardare indietro: clustercalls upcoming --past",
    "Nothing is in the registry yet: clustercalls where names the file.": (
        "Il registro è ancora vuoto: clustercalls where dice quale file è."
    ),
    "Nothing current; {count} past, cancelled or unconfirmed: add --all.": (
        "Nulla di attuale; {count} passate, annullate o da confermare: aggiungi --all."
    ),
    "Nothing matches.": "Nessuna corrispondenza.",
    "This is the bundled example. Make a registry of your own: clustercalls init": (
        "Questo è l'esempio incluso. Per creare il tuo registro: clustercalls init"
    ),
    "Made {path}. Next:": "Creato {path}. E ora:",
    "No problem. Entries: {count}.": "Nessun problema. Voci: {count}.",
    # Where
    "registry": "registro",
    "your own": "il tuo",
    "this folder": "questa cartella",
    "bundled example: clustercalls init makes your own": "esempio incluso: clustercalls init crea il tuo",
    "not there": "non c'è",
    "no home folder is known": "nessuna cartella home nota",
    "version": "versione",
}
WORDS = SHOWN | EXPORT | EDITING | ERRORS | REASONS | DATES | REMINDERS
