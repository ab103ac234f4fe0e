"""Italian: reminders, digests, changes."""

WORDS: dict[str, str] = {
    # How soon
    "Today": "Oggi",
    "Tomorrow": "Domani",
    "Within a week": "Entro una settimana",
    "Within a month": "Entro un mese",
    "Later": "Più avanti",
    "Past": "Passato",
    "Changed": "Cambiato",
    "Called off": "Annullato",
    # A reminder
    "called off": "annullato",
    "no longer in the registry": "non è più nel registro",
    "No longer in the registry.": "Non è più nel registro.",
    "no longer cancelled": "non più annullato",
    "moved": "spostato",
    "date announced": "data annunciata",
    "over": "scaduto",
    "told late: it was due on {date}": "in ritardo: era da dire il {date}",
    "could open": "potrebbe aprire",
    "could close": "potrebbe chiudere",
    "could take place": "potrebbe svolgersi",
    "could come": "potrebbe arrivare",
    "{could} any day from {date}": "{could} da un giorno all'altro dal {date}",
    "{could} any day until {date}": "{could} da un giorno all'altro fino al {date}",
    "The money is exhausted.": "I fondi sono esauriti.",
    "No longer cancelled.": "Non più annullato.",
    "The date is announced.": "La data è annunciata.",
    "Moved: it was {date}": "Spostato: era {date}",
    "{days} day": "{days} giorno",
    "(and {more} more)": "(e altri {more})",
    "The registry of calls has errors": "Il registro dei bandi ha errori",
    "What could not be read in the registry": "Che cosa non si è potuto leggere nel registro",
    "From the registry {files}": "Dal registro {files}",
    # A digest
    "Opens": "Apre",
    "Closes": "Chiude",
    "Takes place": "Si svolge",
    "Moved": "Spostato",
    "New": "Nuovo",
    "To be confirmed": "Da confermare",
    "Calls for proposals, {date}": "Bandi, {date}",
    "Our choice": "La nostra scelta",
    "Until when": "Fino a quando",
    "the source does not say": "la fonte non lo dice",
    "no deadline is announced": "nessuna scadenza annunciata",
    "{label}: {text}": "{label}: {text}",
    "last confirmed {date}": "confermato l'ultima volta {date}",
    "the money is for {whom}": "i fondi sono per {whom}",
    "as its dates say": "come dicono le sue date",
    "As of {date}. What is doubtful says so: check it with the source.": (
        "Al {date}. Ciò che è dubbio lo dice: verifica alla fonte."
    ),
    # Changes
    "new": "nuovo",
    "gone": "non c'è più",
    "{count} changes since {date}: clustercalls changes": (
        "{count} cambiamenti dal {date}: clustercalls changes"
    ),
    "1 change since {date}: clustercalls changes": "1 cambiamento dal {date}: clustercalls changes",
    "changed": "modificato",
    "Nothing changed.": "Nulla è cambiato.",
    "title": "titolo",
    "programme": "programma",
    "summary": "sintesi",
    "about": "scopo",
    "place": "luogo",
    "url": "indirizzo",
    "currency": "valuta",
    "track": "seguito",
    "owner": "referente",
    "note": "nota",
    "kind": "tipo",
    "budget": "dotazione",
    "grants": "sovvenzioni",
    "funding": "finanziamento",
    "eligibility": "chi può",
    "tags": "etichette",
    "links": "collegamenti",
    # Problems
    "there is a line break in what is to be run, and no scheduler takes one": (
        "in ciò che va eseguito c'è un a capo, e nessuno scheduler lo accetta"
    ),
    "Leave it out, or put it into a script of yours.": "Toglierlo, o metterlo in un proprio script.",
    "periods such as 30d, 2w, 3m": "periodi come 30d, 2w, 3m",
    "kinds of stages or entries, or tags": "tipi di fasi o voci, o etichette (tags)",
    "git refuses": "git rifiuta",
    "`{key}` cannot be read: {reason}": "`{key}` non si può leggere: {reason}",
    "git has no such file at `{value}`: {reason}": "git non ha un tale file a `{value}`: {reason}",
    "Write it as --against git:HEAD~1": "Scrivilo come --against git:HEAD~1",
    "`{value}` is no day that has come": "`{value}` non è un giorno già arrivato",
    "Write --since 7d, 2w, monday or 2017-04-04.": "Scrivi --since 7d, 2w, lunedì o 2017-04-04.",
    "no home is known, so nothing can be remembered": (
        "la cartella personale non è nota: nulla può essere ricordato"
    ),
    "Set HOME or XDG_STATE_HOME, or look with --dry-run.": (
        "Imposta HOME o XDG_STATE_HOME, o guarda con --dry-run."
    ),
    "what was told cannot be read: {reason}": "ciò che è stato detto non si può leggere: {reason}",
    "It is kept as {aside}; what was due before today counts as told.": (
        "È conservato come {aside}; ciò che era da dire prima di oggi vale come detto."
    ),
    "it is damaged": "è danneggiato",
    "this user may not read it": "questo utente non può leggerlo",
    "it belongs to another registry or version": "è di un altro registro o di un'altra versione",
    "what was told cannot be remembered: {reason}": "ciò che è stato detto non si può ricordare: {reason}",
    "what changed since the last look is not known: {reason}": (
        "che cosa è cambiato dall'ultimo sguardo non si sa: {reason}"
    ),
    "Only what the history and commands tell is shown. Try again later, or compare: --against FILE": (
        "È mostrato solo ciò che dicono la storia e i comandi. Riprova più tardi, o confronta: --against FILE"
    ),
    "{one} goes with no {other}": "{one} non va insieme a {other}",
    "Leave one of the two out.": "Togli uno dei due.",
    "Mend that; if this run told anything, it is told again at the next.": (
        "Rimedia; se questa esecuzione ha detto qualcosa, la prossima lo ripete."
    ),
    "another run is at work, and this one told nothing": (
        "un'altra esecuzione è in corso, e questa non ha detto nulla"
    ),
    "What is still due is told at the next run.": "Ciò che resta da dire lo dice la prossima esecuzione.",
    "Nothing is remembered of it: run it again.": "Non se ne ricorda nulla: eseguilo di nuovo.",
    "{target}: not delivered: {reason}": "{target}: non consegnato: {reason}",
    "the server refuses the recipient": "il server rifiuta il destinatario",
    "the server answers {status}": "il server risponde {status}",
    "a password is sent only over TLS: set security in [smtp]": (
        "una password si manda solo con TLS: imposta security in [smtp]"
    ),
    "STARTTLS extension not supported by server": "il server non conosce STARTTLS",
    "Connection unexpectedly closed": "il server ha chiuso la connessione",
    "File exists": "c'è già un file con questo nome",
    "Connection refused": "connessione rifiutata",
    "Connection reset by peer": "connessione interrotta dall'altra parte",
    "Network is unreachable": "la rete non è raggiungibile",
    "No route to host": "nessuna via verso il server",
    "Name or service not known": "nome del server sconosciuto",
    "Temporary failure in name resolution": "i nomi dei server al momento non si possono risolvere",
    "TimeoutError": "tempo scaduto",
    "Exec format error": "il file non è un programma",
    "it cannot be started": "non si può avviare",
    "it took more than {seconds} seconds": "ci ha messo più di {seconds} secondi",
    "exit code {status}": "codice di uscita {status}",
    "exit code {status}: {words}": "codice di uscita {status}: {words}",
    "apprise is missing: pip install 'clustercalls[notify]'": (
        "manca apprise: pip install 'clustercalls[notify]'"
    ),
    "apprise does not know such an address": "apprise non conosce un indirizzo di questo tipo",
    "the service refused it or could not be reached": (
        "il servizio l'ha rifiutato o non si è potuto raggiungere"
    ),
    "It is tried again at the next run.": "Sarà ritentato alla prossima esecuzione.",
    "no mail server is known": "nessun server di posta è noto",
    'Add to the config: smtp = { host = "mail.example.org", from = "me@example.org" }': (
        'Aggiungi alla configurazione: smtp = { host = "mail.example.org", from = "me@example.org" }'
    ),
    "`{value}` is no mail address": "`{value}` non è un indirizzo di posta",
    "Write it alone, as in me@example.org": "Scrivilo da solo, come me@example.org",
    "`{value}` is no command": "`{value}` non è un comando",
    "there is no program `{value}`": "non c'è un programma `{value}`",
    "Write its whole path; it must be executable.": "Scrivi il suo percorso intero; dev'essere eseguibile.",
    "Write it as you would type it, in quotes.": "Scrivilo come lo digiteresti, tra virgolette.",
    "`{value}` is neither an address nor a name of `notify` in the config": (
        "`{value}` non è un indirizzo né un nome di `notify` nella configurazione"
    ),
    "The names: {known}.": "I nomi: {known}.",
    "a password on the command line can be read by everybody on this machine": (
        "una password sulla riga di comando può essere letta da tutti su questa macchina"
    ),
    'Put the address into the config, notify = { team = "…" }, and write --notify team': (
        'Metti l\'indirizzo nella configurazione, notify = { team = "…" }, e scrivi --notify team'
    ),
    "Write it as --daily 07:30": "Scrivila come --daily 07:30",
    "this config holds a password or an address of --notify, and others can read it": (
        "questa configurazione contiene una password o un indirizzo di --notify, e altri possono leggerla"
    ),
    "Make it yours alone: chmod 600 {path}": "Rendila solo tua: chmod 600 {path}",
}
