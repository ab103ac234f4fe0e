"""What a sentence speaks of: a call, an event, a step of policy or an address to keep."""

import re

from clustercalls.enumerations import EntryKind
from clustercalls.extract.folded import Cue, Cues

KINDS: Cues[EntryKind] = Cues(
    {
        EntryKind.CALL: "call calls bando bandi aviso avisos invito inviti avviso avvisi invito_a_presentare"
        " appel appels"
        " appel_a_projets"
        " appel_a_propositions"
        " convocatoria convocatorias ayudas ausschreibung* forderaufruf* aufruf*"
        " interessensbekundung* call_for_proposals"
        " edital editais aviso_de_abertura convocatoria convocatoria_de_projetos concurso konkurs*"
        " wettbewerb*"
        " nabor* manifestazione_d'interesse"
        " manifestazioni_d'interesse expression_of_interest projektvorschlage tender sovvenzioni"
        " grants_for finanziamenti voucher"
        " open_call",
        EntryKind.EVENT: "infoday* info_day* infotag* webinar* webinaire* briefing* infoveranstaltung*"
        " webinarium"
        " conference"
        " conferenza konferenz conferencia konferencj* conferencia workshop* laboratorio fiera messe"
        " feira targi congress* kongress*"
        " congreso congres forum summit seminar seminars seminario seminaire event events evento"
        " eventi evenement* evenements"
        " veranstaltung* spotkanie rencontre* encuentro encontro tagung* brokerage matchmaking"
        " reunion_d'information giornata_informativa"
        " jornada jornadas journee_d'information informationsveranstaltung* dzien_informacyjny"
        " dni_informacyjne sessao_de_esclarecimento"
        " sesion_informativa sessao_de_informacao szkoleni* schulung formacion formacao b2b salon"
        " hackathon join_us meet_us cluster_days"
        " giornate journees kongresstage",
        EntryKind.POLICY: "policy policies politica politiche politique strategy strategia strategie"
        " estrategia"
        " agreement accordo"
        " accord acuerdo einigung acordo porozumienie adopted adottat* adopte* verabschiedet"
        " aprobado regulation regolamento"
        " reglement verordnung reglamento rozporzadzenie council_conclusions"
        " comunicazione_della_commissione white_paper roadmap"
        " verra_le_jour verra_officiellement_le_jour entrera_en_vigueur entrera_in_vigore"
        " enters_into_force tritt_in_kraft"
        " entrara_en_vigor wejdzie_w_zycie",
        EntryKind.RESOURCE: "portal* portale piattaforma platform plateforme plataforma plattform observatory"
        " osservatorio"
        " observatoire database banca_dati datenbank toolkit guida guide leitfaden guia slides"
        " presentazioni mappatura mapping"
        " documenti documents elenco directory annuaire",
    }
)
# Of what a heading only labels: the words under it are of the entry above.
LABEL = re.compile(
    r"^(?:\W*)(?:date|data|fecha|termin|deadline|scadenz|echeance|frist|plazo|prazo|reference"
    r"|riferiment|referenz|referencia"
    r"|objecti|obietti|objetiv|ziel|cel\b|cele\b|budget|dotazione|risorse|presupuesto|orcamento"
    r"|contact|contatt|kontakt|contacto"
    r"|who can|chi pu|qui peut|wer kann|beneficiar|destinatar|soggetti|eligib|ammissib|requisit"
    r"|condition|condizion|documenti"
    r"|calendar|calendrier|zeitplan|news and|notizie|actualit|aktuelles|noticias|further|more info"
    r"|maggiori info|per saperne"
    r"|informations|weitere|mas info|allegat|annex|link|how to|come |comment |important|timeline"
    r"|terms|status|tipo|type|year \d)"
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


def kind_of(folded: str) -> EntryKind | None:
    """What a heading or sentence is on: the first of call and event; else a policy step, an address."""
    found = KINDS.found(folded)
    for kinds in ({EntryKind.CALL, EntryKind.EVENT}, {EntryKind.POLICY}, {EntryKind.RESOURCE}):
        first = next((cue for cue in found if cue.meaning in kinds), None)
        if first:
            return first.meaning
    return None


def first_of(folded: str, kind: EntryKind) -> Cue[EntryKind] | None:
    """The first word of a kind in a folded text."""
    return next((cue for cue in KINDS.found(folded) if cue.meaning is kind), None)
