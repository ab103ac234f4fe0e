"""What a sentence speaks of: a call, an event, a step of policy or an address to keep."""

import re
from functools import lru_cache

from clustercalls.enumerations import EntryKind
from clustercalls.extract.addresses import without_addresses
from clustercalls.extract.folded import Cue
from clustercalls.extract.kind_words import KINDS

# Of what a heading only labels: the words under it are of the entry above.
LABEL = re.compile(
    r"^(?:\W*)(?:\d{1,2}[.)]\s+)?(?:total|expected|number of|numero|nombre de|anzahl|liczba|co-?fin|kofinanz"
    r"|dofinans|gesamt|general info|informazioni generali|informations generales|allgemeine"
    r"|informacion general|informacoes gerais|informacje ogolne|timing|dla kogo|para quem|para quien|pour qui"
    r"|per chi|fur wen|for whom|dates?\b|data\b(?! spaces?)|datum|daty\b|fecha|termin(?!al)|deadline"
    r"|scadenz|echeance|frist|plazo|prazo"
    r"|reference(?! (?:sites?|networks?))"
    r"|riferiment|referenz|referencia"
    r"|objecti|obietti|objetiv|ziel|cel\b|cele\b|budget|dotazione|risorse|presupuesto|orcamento"
    r"|contact|contatt|kontakt|contacto"
    r"|who can|chi pu|qui peut|wer kann|beneficiar|destinatar|soggetti|eligib|ammissib|requisit"
    r"|condition(?!al)|condizion|documenti"
    r"|calendar|calendrier|zeitplan|news and|notizie|actualit|aktuelles|noticias|further|more info"
    r"|maggiori info|per saperne"
    r"|informations|weitere|mas info|allegat|annex|links?\b|how to|come (?!together|and|to )|comment "
    r"|important(?! projects?)|timeline"
    r"|terms\b|status|tipo|type|year \d|who\b|where\b|when\b|what(?:'s)?\b|why\b|submission|procedure"
    r"|chi\b|dove\b|quando\b|cosa offre|quanto\b|a chi|qui\b|ou\b|quand\b|quoi|combien|wer\b|wo\b|wann"
    r"|was wird|wie\b|quien|donde|cuando|cuanto|que ofrece|quem|onde|como\b|kto\b|gdzie|kiedy|jak\b"
    r"|audition|audizion|interview|entretien|entrevista|enveloppe|montant|volumen|dotacion|dotacao"
    r"|importo|importe|intensit|intensid|intensyw|taux|tasso|tasa|taxa|rate\b|limite|limit|forderquote"
    r"|fordersatz|forderhohe|forderung\b|instrument|mittel\b|alokac|budzet|poziom|wartosc|minimal"
    r"|maksymaln|pula\b|kwota|termin(?!al)|periodo|period\b|finestr|fenetre|ventana|janela|zeitraum|laufzeit"
    r"|durata|duration|duree|duracion|duracao|decision|entscheid|results|risultat|resultat|wyniki"
    r"|antrag|bewerbung|candidature|domanda|domande\b|presentazione|depot\b|wnios|submiss|apply|queries"
    r"|ansprechpartner|rup\b|telefon|tel\b|e-?mail|redazione|redaction|redaktion|impressum|place\b(?!-)"
    r"|luogo|lieu|lugar|ort\b|local\b(?! energ)|miejsce|opening|closing|apertur|ouverture|cloture"
    r"|chiusura|cierre"
    r"|abertura|encerramento|beginn\b|start\b(?! your|-?ups?)|ende\b|einreich|fase\b|phase\b|stage\b"
    r"|step\b(?! (?:seal|up))|schritt|paso\b|passo\b|krok\b|etap|vague\b|objet\b"
    r"|kennung|identif|identyf|objeto|oggetto|gegenstand|przedmiot|scope|priorit|strand|lot\b|lotto|asse\b"
    r"|axe\b|eje\b|achse"
    r"|modul(?!ar)|track\b|batch|cut-off|releve|gruppe|categor|kategor|(?:[ivx]{1,4}|\d{1,2})[.ao°]? "
    r"(?:fase|finestra|sportello|fenetre|phase|stage|window|ventana|janela|etap|runde|stufe))"
)
# In a bulletin, what gathers days on which people meet; elsewhere the days of the call above.
DAYS = re.compile(
    r"^\W*(?:wichtige |important |key |next |prossime )?(?:termine|terminhinweise?|terminvorschau|terminy"
    r"|dates|fechas|datas|date)\W*$"
)
# Of what gathers the entries of others, and is none: a bulletin, what is ahead, a diary.
COLLECTION = re.compile(
    r"\b(?:newsletter\w*|bulletin\w*|bollettino|boletim|boletin\w*|biuletyn\w*|notiziario|rassegna"
    r"|infobrief|rundbrief|forderinfo\w*|notizie|news|nouvelles|noticias|aktuelles|actualites"
    r"|aktualnosci|lettre d|gazette|round-?up|panorama|przeglad|ubersicht|uberblick|in breve|en bref"
    r"|en breve|in brief|em breve|kurz gemeldet|kurz notiert|w skrocie|agenda|diary|appuntamenti"
    r"|kalendarz\w*|\w*kalender|calendario|vorausschau|ausblick|outlook|in evidenza|a noter|a retenir"
    r"|rendez-vous|weitere termine|terminarz"
    r"|slajdy|slide deck|slides (?:of|from)|diaporama|diapositivas|folien|rapporto (?:trimestrale"
    r"|mensile|annuale)|quarterly report|rapport trimestriel|informe trimestral"
    r"|relatorio trimestral|quartalsbericht|raport kwartalny|dienstreisebericht|reisebericht"
    r"|relatorio de missao|informe de mision|mission report"
    r"|rapport de mission|wochen(?:spiegel|bericht|brief|ruckblick)|hebdomadaire|settimanale|weekly|semanal"
    r"|(?:upcoming|next) deadlines|prossime scadenze|prochaines echeances|(?:nachste|kommende) fristen"
    r"|proximos p(?:l|r)azos|najblizsze terminy|bericht (?:fur den monat|aus brussel)|monatsbericht|monthly"
    r"|mensile|mensuel|mensual|mensal"
    r"|settimana europea n|minutes of|meeting notes|verbale d[ei]\w*|resoconto|proces-verbal"
    r"|compte[- ]rendu|protokoll|acta de"
    r"|ata da|protokol z|notatka z"
    r"|destaques|destacados|highlights|prossimamente|coming up|a vos agendas)\b"
    r"|^\W*(?:\w+\W+){0,2}(?:veranstaltungen|events|eventi|evenements|eventos|wydarzenia)\W*$"
)
# Of those, what gathers days on which people meet.
DIARY = re.compile(
    r"\b(?:agendas?|diary|appuntamenti|rendez-vous|weitere termine|terminarz|citas"
    r"|kalendarz\w*|\w*kalender|calendario)\b"
    r"|^\W*(?:\w+\W+){0,2}(?:veranstaltungen|events|eventi|evenements|eventos|wydarzenia)\W*$"
)
# A calendar of one call, which gathers its own days.
_OF_ONE = re.compile(
    r"\b(?:calendario|calendrier|kalendarz|\w*kalender|calendar|agenda)\b[^,;:]{0,12}"
    r"\b(?:do|del|dell'|of the|of this|du|de l'|des|der|de la|della)\s?"
    r"(?:concurso|aviso|convite|candidatura|bando|avviso|invito|procedura|call|appel|aufrufs|ausschreibung"
    r"|convocatoria|naboru|konkursu)\b"
)


def gathers(folded: str) -> bool:
    """Whether a heading gathers the entries of others: a bulletin, what is ahead, a diary."""
    return bool(COLLECTION.search(folded)) and not _OF_ONE.search(folded)


def is_diary(folded: str) -> bool:
    """Whether a heading gathers days on which people meet."""
    return bool(DIARY.search(folded)) and not _OF_ONE.search(folded)


_CALLS = (
    r"calls?(?: for (?:proposals|projects|applications|tenders))?|funding(?: opportunities)?|grants"
    r"|bandi?|avvisi?|inviti|opportunita di finanziamento|finanziamenti"
    r"|appels?(?: a (?:projets?|propositions?|candidatures?))?|financements"
    r"|ausschreibung(?:en)?|aufrufe?|forderaufrufe?|projektaufrufe?|forderungen|forderausschreibungen"
    r"|convocatorias?|ayudas|subvenciones|avisos?|concursos?|candidaturas|apoios"
    r"|nabory?|nabory wnioskow|konkursy?|dotacje"
)
_MEETINGS = (
    r"events?|eventi?|evenements?|veranstaltung(?:en)?|eventos?|wydarzeni[ea]|webinars?|webinare|seminari"
    r"|conferences?|konferenzen|conferenze|jornadas?|sessoes|spotkania|konferencje|meetings|termine"
)
_STATE = (
    r"(?:open|new|current|upcoming|forthcoming|next|aperti|nuovi|prossimi|attivi|in corso|in uscita|ouverts"
    r"|en cours|nouveaux|a venir|prochains|prochaines|aktuelle|offene|neue|kommende|laufende"
    r"|abiertas|abiertos|nuevas|nuevos|proximas|proximos|vigentes|abertos|abertas|novos|novas|otwarte|nowe"
    r"|aktualne|nadchodzace"
    r"|further|other|more|ulteriori|altr[ie]|autres|otr[oa]s|outr[oa]s|weitere|andere|inne|pozostale|dalsze)"
)
# A heading that is only the word for what stands below it, and names nothing.
RUBRICS = {
    kind: re.compile(rf"\W*(?:{_STATE} )?(?:{words})(?: {_STATE})?\W*")
    for kind, words in ((EntryKind.CALL, _CALLS), (EntryKind.EVENT, _MEETINGS))
}
# Several calls, of which none is named.
SEVERAL = re.compile(
    r"\b(?:calls|bandi|avvisi|inviti|appels|convocatorias|avisos|editais|concursos|konkurs(?:ow|y)"
    r"|nabor(?:ow|y)|ausschreibungen|aufrufe|forderaufrufe|opportunities"
    r"|opportunita|opportunites|oportunidades|fordermoglichkeiten|mozliwosci)\b"
    r"|\b(?:two|three|four|due|tre|quattro|deux|trois|quatre|zwei|drei|vier|dos|tres|cuatro|dois|duas|quatro"
    r"|dwa|dwie|trzy|cztery) (?:\w+ )?(?:schemes|lines|programmes|awards|linee|misure|premi|fondi|lignes"
    r"|mesures|prix|dispositifs|linien|massnahmen|programme|preise|lineas|medidas|premios|linhas|apoios"
    r"|linie|programy|dzialania)\b"
)
CONDITION = re.compile(
    r"\b(?:must|shall|eligible|eligibility|open to|may apply|can apply|applicants?|consorti\w+ (?:of"
    r"|must|should)|at least (?:\w+) (?:\w+ )?(?:partners?|entities|countries)"
    r"|devono|dovranno|possono (?:presentare|partecipare|candidarsi)|ammissibil\w+|beneficiari\w*"
    r"|destinatari\w*|requisit\w+|riservat\w+ a"
    r"|doivent|devront|eligibles?|peuvent (?:deposer|candidater|participer)|beneficiaires?|mussen"
    r"|antragsberechtigt|forderfahig|teilnahmeberechtigt|konnen \w+ einreichen|aufweisen"
    r"|deben|deberan|podran|pueden (?:presentar|participar|solicitar)|beneficiari[ao]s"
    r"|destinatari[ao]s|devem|deverao|podem (?:candidatar|apresentar)"
    r"|musza|musi|moga (?:ubiegac|skladac)|uprawnieni|kwalifikowa\w+|allocat\w+ at least|co najmniej)\b"
)


_ASKED_AGAIN = 64  # sentences near each other of which their words are asked several times
# Words that a German one ends in: "Clusterkonferenz", "Ideenwettbewerb".
_ENDINGS = {
    EntryKind.EVENT: re.compile(
        r"\b(?!ver)(?:[a-z]*(?:fach|industrie|leit|haus|handels|job|buch"
        r"|technologie|kooperations|grunder|energie|umwelt|bildungs|karriere|kontakt|agrar|innovations)messe"
        r"|[a-z]*(?:konferenz|tagung|seminar|workshop"
        r"|kongress|forum|veranstaltung|webinar|gipfel"
        r"|infotag|(?:innovations|cluster|fach|netzwerk|industrie|technologie|unternehmer|kooperations)tag"
        r"|schulung|sprechstunde|sprechtag))(?:en|e|s)?\b"
    ),
    EntryKind.CALL: re.compile(
        r"\b[a-z]+(?:aufruf|ausschreibung|wettbewerb|bekanntmachung|(?:antrags|forder"
        r"|bewerbungs)runde)(?:en|e|s)?\b"
    ),
}


@lru_cache(maxsize=_ASKED_AGAIN)
def _cues(folded: str) -> tuple[Cue[EntryKind], ...]:
    """The words of a kind in a folded text, in order, of none of an address."""
    plain = without_addresses(folded)
    cues = KINDS.found(plain)
    ends = [
        Cue(match.start(), match.end(), kind)
        for kind, ending in _ENDINGS.items()
        for match in ending.finditer(plain)
        if not any(cue.start < match.end() and match.start() < cue.end for cue in cues)
    ]
    return tuple(sorted([*cues, *ends]))


def kind_of(folded: str) -> EntryKind | None:
    """What a heading or sentence is on: the first of call and event; else a policy step, an address."""
    found = _cues(folded)
    for kinds in ({EntryKind.CALL, EntryKind.EVENT}, {EntryKind.POLICY}, {EntryKind.RESOURCE}):
        first = next((cue for cue in found if cue.meaning in kinds), None)
        if first:
            return first.meaning
    return None


def rubric_of(folded: str) -> EntryKind | None:
    """What stands below a heading that is only the word for that: calls or events."""
    return next((kind for kind, words in RUBRICS.items() if words.fullmatch(folded)), None)


def first_of(folded: str, kind: EntryKind) -> Cue[EntryKind] | None:
    """The first word of a kind in a folded text, of no address in it."""
    return next((cue for cue in _cues(folded) if cue.meaning is kind), None)
