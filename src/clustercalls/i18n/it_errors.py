"""Italian: what is wrong, and what to do: the messages and hints of the catalogue."""

WORDS: dict[str, str] = {
    "this is a file that was read, or that clustercalls keeps": (
        "questo file è tra quelli letti, o custoditi da clustercalls"
    ),
    "--pick names no entry": "--pick non nomina alcuna voce",
    "Name some, as in --pick innosup,escp-s3-formal, or leave it out.": (
        "Nominarne qualcuna, come in --pick innosup,escp-s3-formal, o toglierlo."
    ),
    "Name another one: nothing was written.": "Indicane un altro: non è stato scritto nulla.",
    "`{id}` has errors, so it is not shown": "`{id}` ha degli errori, perciò non viene mostrata",
    "Mend what is told above; clustercalls check.": "Correggi quanto detto sopra; clustercalls check.",
    # The file as a whole
    "this is not TOML: {reason}": "questo non è TOML: {reason}",
    "byte {offset} is not UTF-8": "il byte {offset} non è UTF-8",
    "Save the file as UTF-8: editors offer it under Save as.": (
        "Salva il file come UTF-8: gli editor lo offrono in «Salva con nome»."
    ),
    "{what} is over the limit of {limit}": "{what} supera il limite di {limit}",
    "Split it, or shorten it.": "Dividi o accorcia.",
    "tables or lists are nested too deep": "troppe tabelle o liste una dentro l'altra",
    "Flatten them; no entry needs more than four levels.": (
        "Riduci i livelli: a nessuna voce ne servono più di quattro."
    ),
    "a number has too many digits": "un numero ha troppe cifre",
    "Write the amount itself: budget = 18_500_000": "Scrivi l'importo com'è: budget = 18_500_000",
    "cannot be read: {reason}": "non si può leggere: {reason}",
    "Check the path and its permissions.": "Controlla il percorso e i permessi.",
    "there is no such file or folder": "non esiste un file o una cartella con questo nome",
    "Check the path, or make one: clustercalls init {path}": (
        "Controlla il percorso, o creane uno: clustercalls init {path}"
    ),
    "this folder holds no .toml file": "in questa cartella non c'è nessun file .toml",
    "Name a folder of registries, or make one: clustercalls init": (
        "Indica una cartella di registri, o creane uno: clustercalls init"
    ),
    "schema {schema} is not known here": "lo schema {schema} qui non è noto",
    "Write schema = 1, or upgrade clustercalls.": "Scrivi schema = 1, o aggiorna clustercalls.",
    # One entry
    "unknown key `{key}`": "chiave sconosciuta `{key}`",
    "`{key}` is missing": "manca `{key}`",
    "Every {what} needs it: add {key} = {example}": "Serve per ogni {what}: aggiungi {key} = {example}",
    "`{key}` should be {expected}, not {found}": "`{key}` dovrebbe essere {expected}, non {found}",
    "`{value}` cannot be an id": "`{value}` non può essere un id",
    'Write a-z, 0-9, - and _, a letter or digit first, 64 at most: id = "{near}"': (
        'Scrivi a-z, 0-9, - e _, al massimo 64, e per prima una lettera o una cifra: id = "{near}"'
    ),
    "the id `{id}` is taken, at {first}": "l'id `{id}` è già usato in {first}",
    "Give one of the two another id.": "Da' a uno dei due un altro id.",
    "this entry has two stages `{stage}`": "questa voce ha due fasi `{stage}`",
    "`{value}` cannot be the status of {what}": "`{value}` non può essere lo stato di {what}",
    "`{value}` is no kind of stage": "`{value}` non è un tipo di fase",
    # Dates and zones
    "`{value}` cannot be read as a date: {reason}": "`{value}` non si può leggere come data: {reason}",
    "`{value}` is no time of day": "`{value}` non è un'ora",
    'Write it from 00:00 to 23:59, as at = "17:00".': 'Scrivi da 00:00 a 23:59, come at = "17:00".',
    "it ends ({until}) before it starts ({when})": "finisce ({until}) prima di cominciare ({when})",
    "Swap the two, or mend one.": "Scambia le due date, o correggine una.",
    "it says until when it lasts, not from when": "dice fino a quando dura, non da quando",
    "`{first}` and `{second}` both say when": "`{first}` e `{second}` dicono entrambi quando",
    "Keep the one that the source says.": "Tieni quello che dice la fonte.",
    "`at` says {at}, and the date has an hour of its own": "`at` dice {at}, ma la data ha già un'ora",
    "Keep one of the two.": "Tieni una delle due.",
    "`at` has no date of this entry to belong to": "`at` non appartiene a nessuna data di questa voce",
    'Put it into the stage it is meant for; with add: --stage "first=5 Apr 2027 17:00"': (
        'Mettilo nella fase a cui si riferisce; con add: --stage "first=5 apr 2027 17:00"'
    ),
    "`{value}` is no time zone": "`{value}` non è un fuso orario",
    "`days` is only for internal deadlines": "`days` è solo per le scadenze interne",
    'Write after = { stage = "{stage}", days = {days} }': (
        'Scrivi after = { stage = "{stage}", days = {days} }'
    ),
    "`days` counts from the deadline, and there is none here": (
        "`days` si conta dalla scadenza, e qui non ce n'è"
    ),
    "Add the deadline, or write `when`.": "Aggiungi la scadenza, o scrivi `when`.",
    "`{key}` names the stage `{stage}`, which is not there": "`{key}` nomina la fase `{stage}`, che non c'è",
    "the stages {stages} wait for each other": "le fasi {stages} si aspettano a vicenda",
    "counted from another stage, it leaves the years 1900 to 2199": (
        "contata da un'altra fase, la data esce dagli anni 1900-2199"
    ),
    "Check the months and days.": "Controlla i mesi e i giorni.",
    # Money and addresses
    "`{key}` cannot be {value}": "`{key}` non può essere {value}",
    "Write it from 0 to 10_000_000_000_000: {example}": (
        "Scrivi un importo da 0 a 10_000_000_000_000: {example}"
    ),
    "a rate of {value} % cannot be": "un tasso del {value} % non è possibile",
    "Write a percentage from 0 to 100: rate = 75": "Scrivi una percentuale da 0 a 100: rate = 75",
    "`{value}` is no web address": "`{value}` non è un indirizzo web",
    "`{value}` is no period": "`{value}` non è una durata",
    "Write a number and d, w, m or y, such as 30d.": "Scrivi un numero e d, w, m o y, come 30d.",
    # Warnings
    "{when} {at} comes twice in {zone}: the clocks go back": (
        "{when} {at} capita due volte in {zone}: torna l'ora solare"
    ),
    "The earlier one counts; to say which, write the offset: {when}T{at}:00{offset}": (
        "Vale la prima; per dire quale, scrivi lo scarto: {when}T{at}:00{offset}"
    ),
    "{when} {at} does not exist in {zone}: the clocks go forward": (
        "{when} {at} non esiste in {zone}: comincia l'ora legale"
    ),
    "Ask the source; the earlier reading counts.": "Chiedi alla fonte; vale la lettura che viene prima.",
    "{value} on {when}: Brussels is on {actual} then": "{value} il {when}: a Bruxelles vale allora {actual}",
    "Write Europe/Brussels if that is meant; it is read so.": (
        "Scrivi Europe/Brussels, se s'intende quella; è letta così."
    ),
    "the deadline {when} is a {weekday}": "la scadenza {when} cade di {weekday}",
    "Check it with the source.": "Verifica con la fonte.",
    "`{stage}` ({when}) comes before `{first}` ({start})": (
        "`{stage}` ({when}) viene prima di `{first}` ({start})"
    ),
    "Check both dates.": "Controlla le due date.",
    "the history tells of a stage `{stage}`, which is not there": (
        "la storia parla di una fase `{stage}`, che non c'è"
    ),
    "neither a source nor a date of confirmation": "né fonte né data di conferma",
    'Add source = { title = "…", date = 2017-01-31 }, or checked = 2017-01-31': (
        'Aggiungi source = { title = "…", date = 2017-01-31 }, o checked = 2017-01-31'
    ),
    "its source has no date and nobody confirmed it: without a date of its own it stays ahead for ever": (
        "la fonte non ha data e nessuno ha confermato la voce: senza date resta in arrivo per sempre"
    ),
    "Add the date of the source, or checked = 2017-01-31": (
        "Aggiungi la data della fonte, o checked = 2017-01-31"
    ),
    "`{value}` is no currency code": "`{value}` non è il codice di una valuta",
    'Write the three capitals of ISO 4217: currency = "{near}"': (
        'Scrivi le tre maiuscole di ISO 4217: currency = "{near}"'
    ),
    'status = "open" beside a dated deadline: the dates decide': (
        'status = "open" accanto a una scadenza con data: decidono le date'
    ),
    "Take the status out.": "Togli lo stato.",
    # What was typed
    "{option} {value}: no entry has it": "{option} {value}: nessuna voce ce l'ha",
    "{option} {value}: not one of {known}": "{option} {value}: non è fra {known}",
    "Did you mean {near}?": "Intendevi {near}?",
    "`{value}` is no window: {reason}": "`{value}` non è un periodo: {reason}",
    "Write 30d, 2w, 3m, 1y, today, tomorrow, eow, eom, eoy, friday, 2017-04, 2017-04-04 or A..B.": (
        "Scrivi 30d, 2w, 3m, 1y, oggi, domani, eow, eom, eoy, venerdì, 2017-04, 2017-04-04 o A..B."
    ),
    "`{value}` is no moment": "`{value}` non è un momento",
    "Write 2017-04-04 or 2017-04-04T17:00.": "Scrivi 2017-04-04 o 2017-04-04T17:00.",
    "`{value}` is no column here": "`{value}` qui non è una colonna",
    "The columns: {known}.": "Le colonne: {known}.",
    "`{value}` has no } right after it in the template": "`{value}` non ha } subito dopo, nel modello",
    "Write {near}": "Scrivi {near}",
    "--template goes with neither --format nor --columns": (
        "--template non va né con --format né con --columns"
    ),
    "Name the columns in the template.": "Nomina le colonne nel modello.",
    "no entry `{id}`": "nessuna voce `{id}`",
    "`{id}` could be {matches}": "`{id}` potrebbe essere {matches}",
    "Write more of it.": "Scrivine di più.",
    "there is no registry of yours": "non hai ancora un registro",
    "Make one: clustercalls init, or name one: --registry FILE": (
        "Creane uno: clustercalls init, o indicane uno: --registry FILE"
    ),
    "already there, and left as it is": "c'è già, e resta com'è",
    "Choose another path, or edit this file.": "Scegli un altro percorso, o modifica questo file.",
    # The world
    "cannot be written: {reason}": "non si può scrivere: {reason}",
    "Nothing was changed.": "Nulla è cambiato.",
    "the output failed: {reason}": "l'uscita non è riuscita: {reason}",
    "What was shown may be cut off.": "Quanto mostrato può essere incompleto.",
    "clustercalls runs on Linux and macOS, not on {system}": (
        "clustercalls gira su Linux e macOS, non su {system}"
    ),
    "On Windows, run it inside WSL.": "Su Windows, avvialo in WSL.",
    "This is a bug of clustercalls: run again with --debug and report it.": (
        "È un errore di clustercalls: ripeti con --debug e segnalalo."
    ),
    "This is a bug of clustercalls: report it, with what {log} says.": (
        "È un errore di clustercalls: segnalalo, con quanto dice {log}."
    ),
}
