"""What stands behind a rate and is not who gets it, as patterns over folded text in seven languages."""

from clustercalls.phrase.bound_words import PROJECTS

# Who pays.
_PAYER = (
    r"^(?:the |il |la |l'|le |die |der |das "
    r"|el |a |o )?(?:eu|ue|european union|union europeenne|unione europea"
    r"|europaische union|union europea|uniao europeia|unia europejska|erdf|fesr|feder|efre|efrr|esf\+?|fse\+?"
    r"|interreg|national|nazionale|nationale?|nacional|krajow\w+|own|state|stato|etat|bund|land|estado"
    r"|regional|regionale|regional|private|privato|public|pubblico)"
    r"(?: (?:contribution|funding|funds?|share|grant|co-?financing|co-?funding|contributo|quota|fondi"
    r"|part|fonds|anteil|mittel|beitrag|contribucion|contribuicao|fondos|fundos|wklad|srodki))?$"
    r"|\b(?:contribution|co-?financing|co-?funding|cofinanziamento|cofinancement|kofinanzierung"
    r"|cofinanciacion|cofinanciamento|wspolfinansowani\w+|wklad)\b"
)
# The share that whoever gets it pays.
_OWN = (
    r"\b(?:own|self-? ?(?:fund|financ)\w*|match(?:ing|ed)?(?: fund\w*| contribution)?|counterpart\w*|in-kind"
    r"|(?:paid|borne|covered|provided|funded|financed) by|co-?pay\w*|autofinan\w+|auto-financement"
    r"|propri[aeo]?|propi[ao]s?|propres?|proprios?|propri[ao]s|a carico|a cargo|a charge|a la charge"
    r"|zu lasten|selbstbehalt\w*|selbst finanziert\w*"
    r"|eigen(?!tum)\w+|apports?|aportaci(?:on|ones)|aporte|contrapartida|contropartita|contrepartie"
    r"|wlasn\w+|udzial\w*)\b"
)
# That somebody pays it, by a verb; French "pays" is a country.
_PAYS = (
    r"\b(?:pay|paying|paid|contributes?|contributed|bears?|borne|co-?financ(?:e|es|ed|ing)|(?:come|comes|coming)"
    r" from"
    r"|paga(?:no|re|t[aeio])?|sosten\w+|versa(?:no|t[aeio])|contribuisc\w+|copr(?:e|ono)|finanziano"
    r"|pai(?:e|ent)|paye(?:nt|r|e?s)?|versent|apporte(?:nt)?|contribue(?:nt)?|supporte(?:nt)?|financent"
    r"|(?:be)?zahl(?:en|t)|(?:ge)?tragen|tragt|ubern(?:ehmen|immt|ommen)|finanzieren|aufbringen|aufzubringen"
    r"|pagan|pagad[ao]s?|aporta[n]?|contribuyen?|asumen?|financian|pag(?:am|[ao]s)|suporta[m]?|contribue?m"
    r"|assumem|financiam"
    r"|(?:za|o)?plac(?:a|i|on\w+)|pokryw\w+|pokryt\w+|wnosz\w+|wnosi|finansuj\w+|wklada\w*)\b"
)
# What is bought with it, each as all that is said.
_BOUGHT = (
    "equipment|staff|personnel|training|travel|trips|subcontract(?:s|ing|ors)|consultancy|consulting|machinery"
    "|machines|materials?|supplies|consumables|prototypes?|prototyping|software|hardware|infrastructures?"
    "|buildings?|construction|works?|services?|investments?|marketing|dissemination|communication|patents?"
    "|publications?|administration|management|accommodation|subsistence|rent"
    "|attrezzatur[ae]|personale|formazione|viaggi\\w*|trasferte|subappalt[oi]|consulenz[ae]|macchinari|material[ei]"
    "|serviz[io]|investiment[oi]|opere|lavori|brevett[oi]"
    "|equipements?|formations?|deplacements?|voyages?|sous-traitance|conseils?|materiels?|investissements?"
    "|travaux|logiciels?|brevets?"
    "|personal|ausrustung\\w*|schulung\\w*|weiterbildung\\w*|reisen?|unterauftrage?n?|beratung\\w*|maschinen"
    "|gerate?n?|material\\w*|sachmittel\\w*|investition\\w*|dienstleistung\\w*"
    "|equip(?:os?|amientos?)|formacion|viajes?|subcontratacion\\w*|consultoria|maquinaria|inversion(?:es)?"
    "|servicios?|obras?"
    "|equipamentos?|pessoal|formacao|viagens|subcontratacao|maquinas|investimentos?|servicos?"
    "|personelu?|kadr[ay]?|szkolen\\w*|podroz\\w*|podwykonawstw\\w+|doradztw\\w+|maszyn\\w*|sprzet\\w*"
    "|wyposazen\\w*|inwestycj\\w+|uslug\\w*|zakup\\w*"
)
_OF = (
    r"^(?:(?:of|di|dei|degli|delle|della|del|des|du|de|dos|das|do|da|der|von|z)\b|(?:dell|de l|d)')"
    r"|\b(?:costs?|cost[oi]|spes[ae]|couts?|depenses?|\w*kosten|\w*ausgaben|costes?|gastos?|custos?|despesas?"
    r"|koszt\w*|wydat\w*|expen(?:ses?|ditures?)|overheads?|outlays?|fees|salary|(?<!\d )salaries|wages|vat"
    r"|iva|tva|mwst|budgets?|gross|net)\b"
)
_JOINED = (
    r"(?:the|all|new|il|lo|la|i|gli|le|les|l|die|der|das|el|los|las|os|as|o|and|or|e|und|oder|et|ou|y|i|lub)"
)
_FOR_IT = rf"^(?:{_JOINED}[ ,/&']+)*(?:{_BOUGHT})(?:[ ,/&']+(?:{_JOINED}|{_BOUGHT}))*$"
_ROUND = (
    r"(?:calls?|cut-?offs?|batch|wave|edition|deadline|stage|step|bando|scadenza|finestra|sportello|appel|session"
    r"|aufruf|ausschreibung|stichtag|runde|convocatoria|plazo|aviso|convite|nabor\w*|konkurs\w*)"
)
_FIRST = (
    r"(?:first|second|third|1st|2nd|3rd|next|last|prim[oa]|second[oa]|terz[oa]|prossim[oa]|ultim[oa]|premiere?|1er"
    r"|deuxieme|prochaine?|derniere?|erst(?:e|en|er)|zweit(?:e|en|er)|nachst(?:e|en|er)|letzt(?:e|en|er)"
    r"|primera?|segund[oa]|proxim[oa]|primeir[oa]|pierwsz\w+|drug\w+|nastepn\w+|ostatni\w*)"
)
_NOW = (
    r"^(?:now|(?:the )?(?:moment|time being|present|start|beginning)|ora|adesso|il momento"
    r"|l'instant|le moment"
    r"|maintenant|jetzt|vorerst|immer|siempre|ahora|agora|ja|sempre|toujours|ever|always)$"
)
_TIME = (
    r"\b(?:19|20)\d\d\b|\b(?:annual\w*|yearly|monthly|weekly|daily|quarterly|annu[aoei]l?[ei]?|annuel\w*"
    r"|annualmente"
    r"|mensil[ei]|mensilmente|mensuel\w*|jahrlich\w*|monatlich\w*|anual\w*|mensual\w*|mensa(?:l|is)|roczn\w+"
    r"|miesieczn\w+|quarters?|trimestr\w+|quartal\w*|semest(?:er|re)\w*|kwarta\w+)\b|/ ?(?:year|month"
    r"|day)\b|\b(?:until|till|phase|fase|tranche|round|q[1-4]|h[12])\b"
    r"|\b(?:today|tomorrow|currently|initially)\b"
    rf"|\b{_FIRST} {_ROUND}\b|{_NOW}"
)
_OTHER = (
    r"^\d|^(?:from|by|dal?|dalla|par|von|vom|por|pelo|przez|ze?|since|until|in|im|nel|en|em|w|bis|seit"
    r"|pro|je|na|x)\b|(?:^|\s)[x×*] ?\d"
    r"|\b(?:lump[ -]sums?|flat[ -]rates?|forfait\w*|pauschal\w*|suma global|montante fixo|tanto alzado"
    r"|ryczalt\w*|bonus)\b"
    r"|\b(?:was|were|formerly|previously|before|originally|instead|rather|anziche|invece|precedentemente"
    r"|statt|anstatt|anstelle|vorher|zuvor|fruher|bisher|au lieu|anciennement|avant|precedemment"
    r"|en vez|en lugar|antes|anteriormente|em vez|zamiast|wczesniej|poprzednio|reduced|raised|increased"
    r"|lowered|minus|plus|rates?|points?|pp|punt[oi]|\w*punkten?|punkt[yow]*|puntos?|pontos?|percentage"
    r"|advance|prefinanc\w+|pre-financ\w+|anticipo|acompte|avance|vorschuss|adiantamento|zaliczk\w+"
    r"|success|quota|shares?|apiece|a testa"
    r"|loans?|credits?|guarantees?|equity|vouchers?|prestit[oi]|garanzi[ae]|prets?|darlehen|\w*kredite?n?"
    r"|burgschaft\w*|prestamos?|emprestimos?|pozycz\w+|gwarancj\w+|promille"
    r"|interest|probability|weight\w*|weighting|repayable|discount|ceiling|capped|maximum|massimale|plafond"
    r"|obergrenze|hochst\w+)\b"
    r"|^(?:each|every|ogni|ognuno|ciascun\w*|chacune?|jede\w?|cada (?:un[ao]?|uma?)|kazd\w+)$"
    r"|^(?:free|good|sure|certain|example|instance)$"
    r"|^(?:in )?(?:less|more|meno|piu|moins|weniger|mehr|menos|mas|mais|mniej|wiecej)\b"
    r"(?! (?:developed|favou?red|advanced|sviluppat|developpe|entwickelt|desarrollad|desenvolvid|rozwini))"
)
# Another rate in words.
_PERCENT = (
    r"\b(?:percent|per cent\w?|prozent|pour ?cent|por ?ciento|por ?cento|procent\w*"
    r"|half|thirds|quarter|meta|moitie|halfte|mitad|metade|polow\w+"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred"
    r"|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento"
    r"|vingts?|trente|quarante|cinquante|soixante|cent"
    r"|\w*(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert)"
    r"|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|ciento"
    r"|vinte|trinta|quarenta|cinquenta|oitenta"
    r"|dwadziescia|trzydziesci|czterdziesci|\w+dziesiat|sto)\b"
)
# Behind "per": what it is of each of.
EACH = (
    rf"(?:each|every|ogni|ciascun\w*|singol\w*|chaque|jede\w?|cada|kazd\w+) \w"
    rf"|(?:{PROJECTS}|partner|person|participant|company|firm|sme|entity|beneficiary|applicant|consortium"
    r"|organi[sz]ation|country|school|student|farm|head|capita|call|action|unternehmen|entreprise|partenaire"
    r"|empresa|socio|parceiro|firma|kopf|tete|year|month|day|mille)(?!\w)"
)
_EVERY = rf"\b(?:each|every|ogni|ciascun\w*|chaque|jede\w?|cada|kazd\w+) (?:{PROJECTS})\b"
# Before whom something else is for, or whose it is.
AIM = r" (?:for|fur|pour|para|dla|per) "
GENITIVE = r" (?:of|di|dei|delle|degli|del|des|de|du|von|der|dos|das|do|da) | (?:d|dell)'"
# By the name of what it says.
SAID = {
    "PAYER": rf"{_PAYER}|{_OWN}|{_PAYS}",
    "OF_WHAT": rf"{_OF}|{_FOR_IT}",
    "ASIDE": rf"{_OTHER}|\b(?:per|pro|je|par|por|na|a) (?:{EACH})|{_EVERY}|{_PERCENT}",
    "TIME": _TIME,
}
CURRENCIES = (
    r"\b(?:money|cash|denaro|soldi|argent|geld|dinero|dinheiro|pieniadz\w*|eur|euros?(?![- ](?:area|zone"
    r"|med))|dollars?|sterling|francs?|franchi|franken|kron[eo]r|crowns?|zl"
    r"|zlot\w+|thousands?|millions?|billions?|mila|mille|promille|tausend|tysiac\w*|tys|milion[eiowy]*"
    r"|millionen|millon(?:es)?|milh(?:ao|oes)|miliard\w*|milliard\w*|mln|mld|mio|mrd)\b|[€$£]"
)
YEARS = r"(?:years?|anni|ans|jahren?|anos|lat|rok\w*)"
DURATION = (
    r"\b(?:hours?|minutes?|ore|heures?|stunden?|horas?|godzin\w*|days?|weeks?|months?|years?|giorn[oi]"
    r"|settiman[ae]|mes[ei]|ann[oi]|jours?|semaines?|mois|ans"
    r"|annees?|tage?n?|wochen?|monate?n?|jahre?n?|jahres|dias?|semanas?|mes|anos?|dzien|dni|tydzien"
    r"|tygodni\w*|miesi[ae]c\w*|rok|roku|lat|lata)\b|(?:par|l'|d') ?an\b"
)
# A number that may be one of its own: no part of a word, with the size of an amount.
NUMBER = r"(?<![a-z0-9])(?<!\d[.,])\d[\d.,]*(?:(?<=\d) ?(?:k|m|mn|bn|mln|mio|mld)(?![a-z0-9]))?"
_RANGE = r" ?(?:-|to|a|bis|do) ?\d+"
# What a number counts: those of a firm's staff wherever they stand, others only behind a word like "of".
PEOPLE = (
    rf"(?:{_RANGE})?\+? ?(?:or (?:more|fewer|less) )?(?:staff|employees|workers|fte|inhabitants|residents"
    rf"|dipendenti"
    r"|addetti|occupati|abitanti"
    r"|salaries|employes|habitants|mitarbeite\w+|beschaftigte\w*|einwohner\w*|empleados|trabajadores"
    r"|habitantes|trabalhadores|empregados|pracownik\w*|zatrudnion\w+|mieszkanc\w+)\b"
)
MEMBERS = (
    rf"(?:{_RANGE})?\+? ?(?:or (?:more|fewer|less) )?(?:people|persons?|partners?|members?|countries"
    rf"|firms|entities|smes"
    r"|participants?|students?|persone|paesi|membri|personnes|pays|membres|personen|lander\w*|partnern?"
    r"|personas|socios|paises|miembros|pessoas|parceiros|membros|osob\w*|kraj\w*|partnerow|czlonkow)\b"
)
LINK = (
    r"(?:\b(?:with|of|than|under|over|below|above|to|least|most|from|between|aged|di|con|da|a|al|sotto|sopra"
    r"|oltre|almeno|meno di|piu di|de|avec|moins|plus|mit|von|unter|uber|ab|bis|mindestens|zwischen|menos de"
    r"|mas de|mais de|con|com|entre|z|od|do|ponizej|powyzej|niz|and|e|et|y)|[<>≤≥]=?) ?$"
)
# Before the number of a name: Objective 1, Art. 107.
NAMED = (
    r"\b(?:art|article|articolo|artikel|articulo|artigo|objective|obiettivo|objectif|ziel|objetivo|cel"
    r"|category|categoria|categorie|kategorie|tier|level|annex|type|class|pillar|trl|horizon)\.? ?"
)
LABEL = f"{NAMED}$"
# Who is told by an age, and the age.
AGED = (
    r"\b(?:young\w*|youth|aged?|old|giovan\w+|eta|jeunes?|junge\w?|jugend\w*|alter|jovenes|jovens|edad|idade"
    r"|mlod\w+|wiek\w*)\b"
)
AGE = (
    rf"(?:\b(?:under|over|below|above|aged|than|to|between|from|sotto i|tra i|dai|fino a|unter|uber|ab|bis"
    rf"|zwischen|moins de|plus de|de|menos de|mas de|mais de|entre|ponizej|powyzej|do|od|di)|[<≤]) ?\d\d"
    rf"(?: ?(?:-|to|and|ai|e i|bis|und|a|y|do|e|et) ?\d\d)?(?!\d)(?:-? ?{YEARS}\b)?(?: old| of age)?"
    rf"|\b\d\d(?:-\d\d)?-? ?{YEARS} (?:old|of age)"
)
# Behind the number of a time.
TIMED = rf"(?:st|nd|rd|th|°|º|ª|er|e|\.)? ?(?:{DURATION})"
# Before what is not such, or less so: "non-EU", "less developed".
NOT_SUCH = (
    r"\bnon-(?!elig|admiss)|\bnon (?=govern|gouvern|gubern|commercial|universit)|\bfor-(?=profit)"
    r"|\b(?:less|more|least|most|meno|piu|moins|plus|weniger|am wenigsten|menos|mas|mais|mniej|najmniej)[ -]"
    r"(?=developed|favou?red|advanced|sviluppat|developpe|entwickelt|desarrollad|desenvolvid|rozwini)"
)
# In what they work.
SECTOR = (
    r"\b(?:in|from|of) (?:the )?[a-z-]+(?: and [a-z-]+)? (?:sectors?|industry|industries)\b"
    r"|\b(?:nel|nei|del|dei) settor[ei] (?:d\w*[ '])?[a-z]+\b"
    r"|\b(?:du|des|dans les?) secteurs? (?:d\w*[ '])?[a-z]+\b"
    r"|\b(?:im|aus dem) [a-z]+(?:sektor|bereich|gewerbe)\b|\b(?:del|en el) sector (?:d\w* )?[a-z]+\b"
    r"|\b[dn]o setor (?:d\w )?[a-z]+\b|\bz sektora [a-z]+\b"
)
# A name of those who get a share, by "for".
CATEGORY = (
    r"\b(?:category|categoria|categorie|kategorie|kategoria|kategorii|tier|level|class|classe|klasse|group|gruppo"
    r"|gruppe|groupe|grupo|grupa|grupy|track|strand|lot|lotto|topic|area|axis|asse|priority|pillar|type|typ|tipo"
    r"|action|azione|measure|misura|line|linea) (?:[a-z]\d?|[ivx]+|[#])(?![a-z0-9])"
)
