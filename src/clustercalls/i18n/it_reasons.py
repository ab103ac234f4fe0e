"""Italian: the reasons and the advice that the messages of it_errors.py are filled with."""

WORDS: dict[str, str] = {
    # Pieces
    "{near} or {second}": "{near} o {second}",
    "{near} or {second} or {third}": "{near} o {second} o {third}",
    "{near} or {second} or {third} or {fourth}": "{near} o {second} o {third} o {fourth}",
    "Monday": "lunedì",
    "Tuesday": "martedì",
    "Wednesday": "mercoledì",
    "Thursday": "giovedì",
    "Friday": "venerdì",
    "Saturday": "sabato",
    "Sunday": "domenica",
    "a call": "un bando",
    "an event": "un evento",
    "a policy": "una politica",
    "a resource": "una risorsa",
    "stage": "fase",
    "link": "collegamento",
    "row of history": "riga della storia",
    "row of `funding`": "riga di `funding`",
    "the file": "il file",
    "{most} entries": "{most} voci",
    "{most} items": "{most} elementi",
    "{most} characters": "{most} caratteri",
    "1,000": "1.000",
    "20,000": "20.000",
    "50,000": "50.000",
    "a number of very many digits": "un numero di moltissime cifre",
    # What a key should be, and is
    "a text": "un testo",
    "an amount": "un importo",
    "a percentage": "una percentuale",
    "a whole number": "un numero intero",
    "a whole number of months, {most} at most": "un numero intero di mesi, al massimo {most}",
    "a whole number of days, {most} at most": "un numero intero di giorni, al massimo {most}",
    "true or false": "true o false",
    "en or it": "en o it",
    "a list": "una lista",
    "a list of texts": "una lista di testi",
    "a list of tables": "una lista di tabelle",
    "a list of periods": "una lista di durate",
    "a list with {item} in it": "una lista che contiene {item}",
    "a table": "una tabella",
    "tables of their own": "una serie di tabelle",
    'the text "{said}"': 'il testo "{said}"',
    "the date {said}": "la data {said}",
    "the hour {said}": "l'ora {said}",
    "a path or a list of paths": "un percorso o una lista di percorsi",
    "a time zone such as Europe/Rome": "un fuso orario come Europe/Rome",
    "a number of months or years such as 12m": "un numero di mesi o anni come 12m",
    "Write it as in: {example}": "Scrivi come in: {example}",
    "Write it as in: {example}, with two brackets on both sides": (
        "Scrivi come in: {example}, con due parentesi da ogni lato"
    ),
    "Write it as in: {example}, above all that belongs to it": (
        "Scrivi come in: {example}, sopra tutto ciò che le appartiene"
    ),
    # Not TOML
    "there is more on this line than a value": "in questa riga c'è più di un valore",
    "what stands after = is no value": "quel che segue = non è un valore",
    "a text that begins above has no closing quote": (
        "un testo che comincia sopra non ha le virgolette finali"
    ),
    "a text on this line has no closing quote": "un testo in questa riga non ha le virgolette finali",
    "a list that begins above has no ]": "una lista che comincia sopra non ha la ]",
    "this block has the same key twice": "in questo blocco c'è due volte la stessa chiave",
    "this table is there already": "questa tabella c'è già",
    "there is no = after the key": "dopo la chiave manca =",
    "a header is not closed": "un'intestazione non è chiusa",
    "there is no such date": "questa data non esiste",
    "a text has a \\ in it": "in un testo c'è una \\",
    "it cannot be read": "non si può leggere",
    "Mend this line; nothing of this file could be read.": (
        "Correggi questa riga: del file non si è potuto leggere nulla."
    ),
    "Close it with the quote it begins with.": "Chiudilo con le virgolette con cui comincia.",
    "Close it with ], or put the missing comma.": "Chiudila con ], o metti la virgola che manca.",
    "Keep one, or begin a new block above the second.": (
        "Tienine una, o comincia un blocco nuovo sopra la seconda."
    ),
    "Keep one, or write [[ ]] where there may be many.": (
        "Tienine una, o scrivi [[ ]] dove possono essere molte."
    ),
    "Write key = value.": "Scrivi chiave = valore.",
    "Write as many ] as there are [: [[call]]": "Scrivi tante ] quante sono le [: [[call]]",
    "Write \\\\ for it.": "Scrivi \\\\ al suo posto.",
    'Write the date as "{known}".': 'Scrivi la data come "{known}".',
    'Put the text in double quotes: "…"': 'Metti il testo fra virgolette doppie: "…"',
    "Write ' for the quotes inside the text.": "Scrivi ' per le virgolette dentro il testo.",
    'Use straight quotes: "': 'Usa le virgolette dritte: "',
    "Write the amount without points, commas or spaces: 18_500_000": (
        "Scrivi l'importo senza punti, virgole né spazi: 18_500_000"
    ),
    "Write a point instead of the comma: 1.5": "Scrivi un punto al posto della virgola: 1.5",
    "Write the number alone.": "Scrivi solo il numero.",
    "Write true or false, in small letters.": "Scrivi true o false, in minuscolo.",
    'Put the text in quotes: "…"': 'Metti il testo fra virgolette: "…"',
    "Write = instead of the colon.": "Scrivi = al posto dei due punti.",
    # Keys, ids, stages
    "Did you mean {nearest}?": "Intendevi {nearest}?",
    "Did you mean {nearest}? Known: {known}.": "Intendevi {nearest}? Valori noti: {known}.",
    "Did you mean {near}? There are: {known}.": "Intendevi {near}? Ci sono: {known}.",
    "Did you mean `{near}`? Keys of your own start with x-.": (
        "Intendevi `{near}`? Le tue chiavi cominciano con x-."
    ),
    "Take it out, or start it with x- if it is your own.": "Toglila, o falla cominciare con x- se è tua.",
    "Write one of these: {known}.": "Scegli fra: {known}.",
    "Known: {known}.": "Valori noti: {known}.",
    "The keys: {known}.": "Le chiavi: {known}.",
    "None has any: leave {option} out.": "Nessuna ne ha: togli {option}.",
    "clustercalls list --all shows every id.": "clustercalls list --all mostra tutti gli id.",
    'Write status = "cancelled" for the whole call.': 'Scrivi status = "cancelled" per tutto il bando.',
    "It belongs to a stage: write it below a [[{entry}.stage]].": (
        "Appartiene a una fase: scrivila sotto una [[{entry}.stage]]."
    ),
    "If `{meant}` was meant for the {entry}, put it above the first [[{entry}.{table}]].": (
        "Se `{meant}` era per tutta la voce ({entry}), mettila sopra la prima [[{entry}.{table}]]."
    ),
    "If `{meant}` was meant for the {entry}, put it outside `{table}`.": (
        "Se `{meant}` era per tutta la voce ({entry}), mettila fuori da `{table}`."
    ),
    "Only zone, currency and source have defaults: put it into each entry.": (
        "Solo zone, currency e source hanno valori predefiniti: mettila in ogni voce."
    ),
    "Write [[call.{key}]], below the [[call]] it belongs to.": (
        "Scrivi [[call.{key}]], sotto la [[call]] a cui appartiene."
    ),
    "Put it below [defaults], or below the [[call]] it belongs to.": (
        "Mettila sotto [defaults], o sotto la [[call]] a cui appartiene."
    ),
    "Put it below the [[call]] it belongs to.": "Mettila sotto la [[call]] a cui appartiene.",
    "Write cancelled, suspended, exhausted or open; the rest follows from the dates.": (
        "Scrivi cancelled, suspended, exhausted o open; il resto risulta dalle date."
    ),
    "Only a call has one; to cancel a date, write cancelled = true in its [[{entry}.stage]].": (
        "Ce l'ha solo un bando; per annullare una data, scrivi cancelled = true nella sua [[{entry}.stage]]."
    ),
    'Give one of them another id, such as id = "second".': (
        'Da\' a una di esse un altro id, come id = "second".'
    ),
    "Keep one of `dates` and `starts`.": "Tieni uno solo fra `dates` e `starts`.",
    "There is no other stage here.": "Qui non ci sono altre fasi.",
    "There is no stage here.": "Qui non ci sono fasi.",
    "Take `follows` out of one.": "Togli `follows` da una di esse.",
    "Give one of them its own `when`.": "Da' a una di esse un `when` suo.",
    "Write `when` in place of `after`.": "Scrivi `when` al posto di `after`.",
    "Add `when`.": "Aggiungi `when`.",
    "Add `starts`.": "Aggiungi `starts`.",
    "Write it whole, with http:// or https://, and without spaces.": (
        "Scrivilo intero, con http:// o https:// e senza spazi."
    ),
    "Write it whole: https://{value}": "Scrivilo intero: https://{value}",
    "Only http:// and https:// are taken; a mail address goes into `contact`.": (
        "Si accettano solo http:// e https://; un indirizzo di posta va in `contact`."
    ),
    "Write a name such as Europe/Brussels, AoE or UTC+2.": (
        "Scrivi un nome come Europe/Brussels, AoE o UTC+2."
    ),
    # The command line
    "there is no option {option}": "non c'è un'opzione {option}",
    "there is no command {name}": "non c'è un comando {name}",
    "{name} is missing": "manca {name}",
    "a command is missing": "manca un comando",
    "{option} wants a value": "{option} vuole un valore",
    "{option} takes no value": "{option} non vuole un valore",
    "more than is wanted here: {words}": "qui c'è qualcosa di troppo: {words}",
    "{option} {value}: not a whole number": "{option} {value}: non è un numero intero",
    "{option} {value}: not {least} or more": "{option} {value}: il minimo è {least}",
    "See {command} --help": "Vedi {command} --help",
    "Did you mean {near}? See {command} --help": "Intendevi {near}? Vedi {command} --help",
    # The system
    "its links go in a circle": "i suoi collegamenti girano in tondo",
    "there can be no such path": "un percorso così non può esistere",
    "standard output is closed": "lo standard output è chiuso",
    "bundled example": "esempio incluso",
    "Permission denied": "permesso negato",
    "Operation not permitted": "operazione non permessa",
    "No such file or directory": "il file o la cartella non esiste",
    "Is a directory": "è una cartella",
    "Not a directory": "non è una cartella",
    "File name too long": "il nome è troppo lungo",
    "Too many levels of symbolic links": "troppi collegamenti uno dopo l'altro",
    "No space left on device": "il disco è pieno",
    "Disk quota exceeded": "lo spazio concesso è finito",
    "Read-only file system": "il disco è in sola lettura",
    "File too large": "il file è troppo grande",
    "Input/output error": "il disco non risponde bene",
    "Too many open files": "troppi file aperti",
}
