"""Italian: why a text is no date or window, and what to write."""

WORDS: dict[str, str] = {
    # EDTF
    "not a date in EDTF": "non è una data in EDTF",
    "there is no such day": "questo giorno non esiste",
    "there is no such month": "questo mese non esiste",
    "there is no such month, season, quarter or half": (
        "non esiste un tale mese, stagione, trimestre o semestre"
    ),
    "there is no year 0": "l'anno 0 non esiste",
    "no such day or hour": "questo giorno o quest'ora non esiste",
    "an interval has two ends": "un intervallo ha due estremi",
    "an interval open at both ends says nothing": "un intervallo aperto ai due estremi non dice nulla",
    "the interval ends before it starts": "l'intervallo finisce prima di cominciare",
    "sets are not taken": "gli insiemi non si accettano",
    "only years of four digits, 0001 to 9999, are taken": (
        "si accettano solo anni di quattro cifre, da 0001 a 9999"
    ),
    "X may stand only for the last digits, as in 201X, 2017-XX or 2017-02-XX": (
        "X può stare solo al posto delle ultime cifre, come in 201X, 2017-XX o 2017-02-XX"
    ),
    "~ ? % may stand only at the end of a date": "~ ? % possono stare solo alla fine di una data",
    # In a registry
    "a date is meant here": "qui serve una data",
    "one day is meant here": "qui serve un giorno solo",
    "it has an hour": "contiene un'ora",
    "it is empty": "il testo è vuoto",
    "it has several readings": "si può leggere in più modi",
    "it is in no form known here": "non è in nessuna forma nota qui",
    "it is not written year first": "non comincia dall'anno",
    "only the years 1900 to 2199 are taken": "si accettano solo gli anni dal 1900 al 2199",
    "Write {known}.": "Scrivi {known}.",
    "Write it as 2017-04-04.": "Scrivi come in 2017-04-04.",
    "Write it as 2017-04-04T17:00.": "Scrivi come in 2017-04-04T17:00.",
    "Write it as 2017-04-04, 2017-04, 2017-02/2017-03 or 2017-01/..; leave it out when it is not announced.": (  # noqa: E501
        "Scrivi come in 2017-04-04, 2017-04, 2017-02/2017-03 o 2017-01/..; se non è annunciata, omettila."
    ),
    "Write the day alone.": "Scrivi solo il giorno.",
    "Write the earlier end first.": "Scrivi prima l'estremo che viene prima.",
    'A year alone goes in quotes: "{value}".': 'Un anno da solo va fra virgolette: "{value}".',
    "Take the key out until a date is announced.": "Togli la chiave finché una data non è annunciata.",
    "Check the day and the month.": "Controlla il giorno e il mese.",
    "Check the day and the hour.": "Controlla il giorno e l'ora.",
    "Check the month.": "Controlla il mese.",
    "Check the year.": "Controlla l'anno.",
    # As people write them
    "it could be {nearest}": "potrebbe essere {nearest}",
    "it is too long for a date": "è troppo lungo per una data",
    "it has too many words for a date": "ha troppe parole per una data",
    "it has a raised digit or a fraction in it": "contiene un esponente o una frazione",
    "its words make no date that is known here": "le sue parole non fanno una data nota qui",
    "{name} is not a word of dates known here": "{name} non è una parola di date nota qui",
    "{name} names no days: write them, as in 2017-03-21/2017-03-31": (
        "{name} non indica giorni: scrivili, come in 2017-03-21/2017-03-31"
    ),
    "{digits} is neither a day nor a year of four digits": (
        "{digits} non è né un giorno né un anno di quattro cifre"
    ),
    "{day} is a {weekday}": "{day} cade di {weekday}",
    "it is past: write its year": "è passata: scrivi l'anno",
    "it depends on today: write the year": "dipende da oggi: scrivi l'anno",
    "it is beyond the calendar": "è fuori dal calendario",
    "its number could be a day or a year: write the year, with four digits": (
        "il numero potrebbe essere un giorno o un anno: scrivi l'anno, con quattro cifre"
    ),
    "its first end is finer than its last": "il primo estremo è più preciso dell'ultimo",
    "one end is a day, the other is not": "un estremo è un giorno, l'altro no",
    "write the year of the first end": "scrivi l'anno del primo estremo",
    "write the year of both ends": "scrivi l'anno dei due estremi",
    "write the year with four digits": "scrivi l'anno con quattro cifre",
    "a day needs its month": "a un giorno serve il mese",
    "a weekday needs its day": "a un giorno della settimana serve il giorno del mese",
    "a weekday alone goes with no date": "un giorno della settimana da solo non va con una data",
    "an hour needs its day": "a un'ora serve il giorno",
    "an hour goes with one day, not with a stretch": "un'ora va con un giorno, non con un periodo",
    "an hour goes with one sure day: if that is meant, write {end}": (
        "un'ora va con un giorno sicuro: se s'intende quello, scrivi {end}"
    ),
    "an hour is written as in 17:00": "un'ora si scrive come in 17:00",
    "its hour could be of the morning or the afternoon: write 09:00 or 21:00": (
        "l'ora potrebbe essere del mattino o del pomeriggio: scrivi 09:00 o 21:00"
    ),
    "am and pm go with the hours 1 to 11; write 00:00 or 12:00": (
        "am e pm vanno con le ore da 1 a 11; scrivi 00:00 o 12:00"
    ),
    "no day, month or week has the number 0": "nessun giorno, mese o settimana ha il numero 0",
    "months and days are counted in plain numbers": "mesi e giorni si contano con numeri semplici",
    "days of a year are not numbered": "i giorni di un anno non si numerano",
    "there is no such week": "questa settimana non esiste",
    "a decade is named by its first year": "un decennio si indica con il suo primo anno",
    "only a winter has two years, one after the other": "solo un inverno ha due anni, uno dopo l'altro",
    "a year has four quarters and two halves": "un anno ha quattro trimestri e due semestri",
    # Windows
    "not understood": "non si capisce",
    "to look back, add --past to the plain number": "per guardare indietro, aggiungi --past e togli il meno",
    "it ends before it starts": "finisce prima di cominciare",
    "it is open at both ends": "è aperto ai due estremi",
    "it is longer than 200 years": "è più lungo di 200 anni",
    "it is wholly ahead, and --past looks back": "è tutto nel futuro, e --past guarda indietro",
    "it is wholly past, and this command looks ahead": (
        "è tutto nel passato, e questo comando guarda avanti"
    ),
    "it is wholly past: add --past to look back": (
        "è tutto nel passato: aggiungi --past per guardare indietro"
    ),
}
