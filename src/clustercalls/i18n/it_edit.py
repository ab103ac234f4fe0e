"""Italian: what the commands that edit ask, say and refuse."""

WORDS: dict[str, str] = {
    # What was done
    "Added {ids}": "Aggiunti {ids}",
    "Added {id}: {title}": "Aggiunto {id}: {title}",
    "Confirmed on {date}: {ids}.": "Confermati {date}: {ids}.",
    "{id} was confirmed later, {date}: left as it is.": "{id} è stato confermato dopo, {date}: resta com'è.",
    "source: {source}, the default of this file; another: set {id} source.title=…": (
        "fonte: {source}, quella predefinita di questo file; un'altra: set {id} source.title=…"
    ),
    "Removed {id}; it is kept in {file}.": "Tolto {id}; resta in {file}.",
    "Taken back: {command} {ids}.": "Annullato: {command} {ids}.",
    "{id} edited.": "{id} modificato.",
    "{id} edited; its history keeps what it was: {fields}.": (
        "{id} modificato; la sua storia conserva com'era: {fields}."
    ),
    "{id}: changed {fields}.": "{id}: modifica di {fields}.",
    "{stage}: {was} → {now}{days}.": "{stage}: {was} → {now}{days}.",
    "{days} days": "{days} giorni",
    "none": "nessuno",
    "status": "stato",
    "Told at the next remind; calendars move at the next export.": (
        "Sarà detto al prossimo remind; i calendari si spostano al prossimo export."
    ),
    "Nothing to change: it says so already.": "Niente da cambiare: è già così.",
    "Nothing was written.": "Non è stato scritto nulla.",
    "Nothing was written in the editor, and nothing was added.": (
        "Nell'editor non è stato scritto nulla, e nulla è stato aggiunto."
    ),
    "Nothing is known to have happened to it.": "Non risulta che gli sia successo nulla.",
    "Everything was confirmed within {days} days.": "Tutto è stato confermato negli ultimi {days} giorni.",
    "This disk knows no locks: two commands at once could meet here.": (
        "Questo disco non conosce lucchetti: due comandi insieme potrebbero scontrarsi."
    ),
    "There is no home to keep a journal in: undo will not know of this.": (
        "Non c'è una home in cui tenere il diario: undo non ne saprà nulla."
    ),
    # Questions
    "What is it: call, event, policy or resource?": (
        "Che cos'è: bando (call), evento (event), politica (policy) o risorsa (resource)?"
    ),
    "An entry needs a title.": "Una voce ha bisogno di un titolo.",
    "[Y/n]": "[S/n]",
    "[y/N]": "[s/N]",
    "Title": "Titolo",
    "First day": "Primo giorno",
    "Last day": "Ultimo giorno",
    "Deadline (empty: not announced)": "Scadenza (vuoto: non annunciata)",
    "Web address": "Indirizzo web",
    "Who says so (a document)": "Chi lo dice (un documento)",
    "Which day?": "Quale giorno?",
    "Write this?": "Lo scrivo?",
    "Back to the editor?": "Di nuovo nell'editor?",
    "Remove {id}: {title}?": "Togliere {id}: {title}?",
    # What is wrong
    "somebody else has been writing for {seconds} seconds": (
        "qualcun altro sta scrivendo da {seconds} secondi"
    ),
    "Nothing was changed; try again later.": "Non è cambiato nulla; riprovare più tardi.",
    "it was changed on disk meanwhile; nothing was written": (
        "nel frattempo è cambiato sul disco; non è stato scritto nulla"
    ),
    "Run the command again.": "Ripetere il comando.",
    "written, but the disk would not confirm it: {reason}": "scritto, ma il disco non lo conferma: {reason}",
    "Check the disk; the new text is in place.": "Controllare il disco; il testo nuovo è al suo posto.",
    "the journal of edits cannot be written: {reason}": (
        "il diario delle modifiche non si può scrivere: {reason}"
    ),
    "Nothing was changed. Set XDG_STATE_HOME to a folder of yours.": (
        "Non è cambiato nulla. Impostare XDG_STATE_HOME su una propria cartella."
    ),
    "`{id}` cannot be edited in place: its text is not a block of its own": (
        "`{id}` non si può modificare sul posto: il suo testo non è un blocco a sé"
    ),
    "Edit the file by hand, then: clustercalls check": "Modificare il file a mano, poi: clustercalls check",
    "`{key}` was read as {found}: {reason}": "`{key}` è stato letto come {found}: {reason}",
    "nothing": "niente",
    "there is no field `{key}` to set": "non c'è un campo `{key}` da impostare",
    "`{value}` sets nothing": "`{value}` non imposta nulla",
    "Write field=value, field+=value or field-=value.": (
        "Scrivere campo=valore, campo+=valore o campo-=valore."
    ),
    "`{value}` is no stage with its date": "`{value}` non è una fase con la sua data",
    "Write NAME=DATE, as in first=2027-04-05; first= without a date.": (
        "Scrivere NOME=DATA, come in first=2027-04-05; first= senza data."
    ),
    "`{key}` is a number alone, and `{value}` names a currency": (
        "`{key}` è solo un numero, e `{value}` nomina una valuta"
    ),
    "Leave it out there; then: clustercalls set ID currency={currency}": (
        "Toglierla da lì; poi: clustercalls set ID currency={currency}"
    ),
    "--why and --source belong to a date or status that changes, and `{id}` keeps all it had": (
        "--why e --source spettano a una data o uno stato che cambia, e `{id}` conserva tutti i suoi"
    ),
    "Leave them out, or keep them with: note+=TEXT url=URL": (
        "Ometterli, o conservarli con: note+=TESTO url=URL"
    ),
    "`{id}` has no stage `{stage}`": "`{id}` non ha una fase `{stage}`",
    "`{id}` has several dates that could move": "`{id}` ha più date che potrebbero spostarsi",
    "Say which: {known}.": "Dire quale: {known}.",
    "`{key}` would be one more beside {known}": "`{key}` sarebbe una in più accanto a {known}",
    "Move that one: clustercalls move {first} DATE": "Spostare quella: clustercalls move {first} DATA",
    "`{id}` has no date to move": "`{id}` non ha date da spostare",
    "Give it one: clustercalls set {id} deadline=DATE": "Dargliene una: clustercalls set {id} deadline=DATA",
    "`{value}` could be {nearest}": "`{value}` potrebbe essere {nearest}",
    "Write it as {example}.": "Scrivere {example}.",
    "`{value}` is no date: {reason}": "`{value}` non è una data: {reason}",
    "Write 2017-04-06, 6 Apr 2017, or 2017-02/2017-03.": "Scrivere 2017-04-06, 6 apr 2017 o 2017-02/2017-03.",
    "the id `{id}` is the name of a device on some systems": (
        "l'id `{id}` è il nome di un dispositivo su alcuni sistemi"
    ),
    "Choose another.": "Sceglierne un altro.",
    "the id `{id}` is taken": "l'id `{id}` è già in uso",
    "Choose another, such as {free}.": "Sceglierne un altro, per esempio {free}.",
    "`{key}` holds bytes that are no text": "`{key}` contiene byte che non sono testo",
    "Write it as UTF-8.": "Scriverlo in UTF-8.",
    "an entry needs a title": "una voce ha bisogno di un titolo",
    "Give --title, write it with --edit, or answer at a terminal.": (
        "Dare --title, scriverla con --edit, o rispondere a un terminale."
    ),
    "remove asks first, and there is nobody to ask": "remove chiede prima, e non c'è nessuno a cui chiedere",
    "Add --yes.": "Aggiungere --yes.",
    "no command's edit of this registry is left to take back": (
        "di questo registro non resta da annullare la modifica di alcun comando"
    ),
    "changed since `{command}` ({at}); nothing was taken back": (
        "cambiato dopo `{command}` ({at}); non è stato annullato nulla"
    ),
    "Look at it with: clustercalls changes {id}": "Guardarlo con: clustercalls changes {id}",
    "--source-from last, and the title or address of another document": (
        "--source-from last, e il titolo o l'indirizzo di un altro documento"
    ),
    "Leave out one of the two: the last source is taken whole, or not at all.": (
        "Togliere uno dei due: l'ultima fonte si prende intera, o per niente."
    ),
    "one day of {date}": "un giorno del periodo {date}",
    "there is no entry with a source to repeat": "non c'è una voce con una fonte da ripetere",
    "Give --source-title or --source-url.": "Dare --source-title o --source-url.",
    "the editor {editor} cannot be started: {reason}": "l'editor {editor} non parte: {reason}",
    "Set VISUAL or EDITOR.": "Impostare VISUAL o EDITOR.",
    "the editor ended with {status}": "l'editor è finito con {status}",
    "Nothing was written; the text is kept in {kept}.": "Non è stato scritto nulla; il testo è in {kept}.",
    "{count} entries came back instead of one": "sono tornate {count} voci invece di una",
    "The text is kept in {kept}.": "Il testo è in {kept}.",
    "the text was not written": "il testo non è stato scritto",
    "It is kept in {kept}.": "Resta in {kept}.",
    "--edit goes with no other field": "--edit non va con altri campi",
    "Write the fields in the editor.": "Scrivere i campi nell'editor.",
    # What to do
    "The fields: {known}.": "I campi: {known}.",
    "An id stays; clustercalls edit can change it.": "Un id resta; clustercalls edit può cambiarlo.",
    "Its stages: {known}.": "Le sue fasi: {known}.",
    "It has none.": "Non ne ha.",
    "Its date is a field of the entry: {stage}=DATE.": "La sua data è un campo della voce: {stage}=DATA.",
    "Write what it is called.": "Scrivere come si chiama.",
    "It holds: {known}.": "Contiene: {known}.",
    "It is empty.": "È vuoto.",
    "Write {key}=VALUE.": "Scrivere {key}=VALORE.",
    "an entry needs it": "una voce ne ha bisogno",
    "it is not in the list": "non è nella lista",
    "it holds one value": "contiene un solo valore",
    "The journal knows of none.": "Il diario non ne conosce.",
    "There is no home to keep a journal in.": "Non c'è una home in cui tenere il diario.",
    # Options of add
    "Address of the document.": "Indirizzo del documento.",
    "Amount, such as 18.5M.": "Importo, per esempio 18.5M.",
    "Anything else.": "Tutto il resto.",
    "Document that tells of it.": "Documento che ne parla.",
    "First day of an event.": "Primo giorno di un evento.",
    "From when one can apply.": "Da quando si può fare domanda.",
    "Hour of the deadline, such as 17:00.": "Ora della scadenza, per esempio 17:00.",
    "Its web address.": "Il suo indirizzo web.",
    "Last day of an event.": "Ultimo giorno di un evento.",
    "One sentence.": "Una frase.",
    'Share that is paid, such as "75 SMEs"; may be repeated.': (
        'Quota pagata, per esempio "75 PMI"; si può ripetere.'
    ),
    "Until when one can apply.": "Fino a quando si può fare domanda.",
    "What it is called.": "Come si chiama.",
    "What it is for.": "A che cosa serve.",
    "What it says, word for word.": "Che cosa dice, parola per parola.",
    "What we do with it.": "Che cosa ne facciamo.",
    "When it is or was published.": "Quando è o è stato pubblicato.",
    "Where it is.": "Dov'è.",
    "Who looks after it.": "Chi se ne occupa.",
    "Zone of its hours, such as Europe/Rome.": "Fuso delle sue ore, per esempio Europe/Rome.",
}
