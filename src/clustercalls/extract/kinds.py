"""What a sentence speaks of: a call, an event, a step of policy or an address to keep."""

import re
from functools import lru_cache

from clustercalls.enumerations import EntryKind
from clustercalls.extract.folded import Cue, Cues

KINDS: Cues[EntryKind] = Cues(
    {
        EntryKind.CALL: "call calls convite convites chiamata bando bandi aviso avisos invito inviti"
        " avviso avvisi invito_a_presentare"
        " appel appels"
        " appel_a_projets"
        " appel_a_propositions"
        " convocatoria convocatorias ayudas ausschreibung* forderaufruf* aufruf*"
        " interessensbekundung* call_for_proposals"
        " edital editais aviso_de_abertura convocatoria convocatoria_de_projetos concurso konkurs*"
        " wettbewerb*"
        " nabor* manifestazione_d'interesse"
        " manifestazioni_d'interesse expression_of_interest projektvorschlage tender sovvenzioni"
        " grants_for finanziamenti voucher vouchers sportello llamada antragsrunde* forderrunde*"
        " bewerbungsrunde*"
        " forderprogramm*"
        " linea_de_apoyo linea_de_ayuda linea_de_ayudas linha_de_apoio guichet funding_round grant_round"
        " programa_de_ayudas forderwettbewerb* ideenwettbewerb* contributi_a_fondo_perduto"
        " kleinprojektefonds small_project_fund"
        " open_call",
        EntryKind.EVENT: "infoday* info_day* infotag* webinar* webinaire* briefing* infoveranstaltung*"
        " webinarium"
        " conference"
        " conferenza konferenz conferencia konferencj* conferencia workshop* laboratorio fiera"
        " feira targi congress* kongress*"
        " congreso congres forum summit seminar seminars seminario seminaire event events evento"
        " eventi evenement* evenements"
        " veranstaltung* spotkanie rencontre* encuentro encontro tagung* brokerage matchmaking"
        " reunion_d'information giornata_informativa"
        " jornada jornadas journee_d'information informationsveranstaltung* dzien_informacyjny"
        " dni_informacyjne sessao_de_esclarecimento"
        " sesion_informativa sessao_de_informacao szkoleni* schulung formacion formacao b2b salon"
        " info_session* information_session* sessione_informativa sesja_informacyjna seance_d'information"
        " incontro_informativo online_training assemblea_delle assemblea_generale general_assembly"
        " assemblee_generale asamblea_general assembleia_geral mitgliederversammlung generalversammlung"
        " walne_zgromadzenie szkolenia training_session training_day sme_assembly week_of_regions"
        " woche_der_regionen settimana_europea semaine_europeenne semana_europea semana_europeia"
        " european_week europaische_woche europejski_tydzien festival"
        " hackathon join_us meet_us cluster_days"
        " session_d'information session_technique seance_technique sessione_tecnica sesion_tecnica"
        " sessao_tecnica technical_session information_day open_day reunion_informativa reunion_tecnica"
        " riunione_informativa incontro_tecnico reuniao_informativa reuniao_tecnica reunion_technique"
        " sessao_de_apresentacao sesion_de_presentacion session_de_presentation seance_de_presentation"
        " sessione_di_presentazione presentation_session"
        " charla_informativa spotkania seminarium seminaria seminaire_technique fachgesprach*"
        " informationsabend* infoabend* dia_informativo sesja_informacyjna sesje_informacyjne"
        " permanence_d'information atelier ateliers taller talleres oficina_de_trabalho warsztaty"
        " giornate journees kongresstage clinic drop-in q&a_session online_q&a pitch_session matinee"
        " permanence"
        " convention_d'affaires sessao_publica sessoes_publicas sessoes_virtuais sesion_publica sessao_anual"
        " konsultacje_dla konsultacje_z dyzur bolsa_de_contactos kooperationsborse*"
        " kontaktborse* ideas_lab search_cafe pequeno-almoco petit-dejeuner colazione_di_lavoro"
        " information_week sportello_di_assistenza sportello_informativo dia_de_informacao dia_de_informacion"
        " giornata bourse_aux_partenaires partnerborse* borsa_partner targi_partnerskie"
        " sessione_pubblica seance_publique members'_lunch lunch_seminar networking_lunch",
        EntryKind.POLICY: "public_consultation* open_consultation consultazione_pubblica"
        " consultazioni_pubbliche consultation_publique consultations_publiques konsultation*"
        " offentliche_anhorung"
        " consulta_publica consultas_publicas consultacion_publica konsultacje konsultacji"
        " have_your_say di'_la_tua donnez_votre_avis call_for_evidence"
        " policy policies politica politiche politique strategy strategia strategie"
        " estrategia"
        " political_agreement agreement_reached agreed accordo"
        " accord acuerdo einigung acordo porozumienie adopted adottat* adopte* verabschiedet"
        " aprobado regulation regolamento"
        " reglement verordnung reglamento rozporzadzenie council_conclusions"
        " comunicazione_della_commissione white_paper roadmap"
        " proposta_legislativa proposta_di_regolamento proposta_di_direttiva legislative_proposal"
        " proposal_for_a_regulation proposition_legislative proposition_de_reglement gesetzesvorschlag"
        " legislativvorschlag propuesta_legislativa propuesta_de_reglamento proposta_de_regulamento"
        " wniosek_ustawodawczy wniosek_legislacyjny"
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
    r"^(?:\W*)(?:\d{1,2}[.)]\s+)?(?:date|data|fecha|termin|deadline|scadenz|echeance|frist|plazo|prazo"
    r"|reference"
    r"|riferiment|referenz|referencia"
    r"|objecti|obietti|objetiv|ziel|cel\b|cele\b|budget|dotazione|risorse|presupuesto|orcamento"
    r"|contact|contatt|kontakt|contacto"
    r"|who can|chi pu|qui peut|wer kann|beneficiar|destinatar|soggetti|eligib|ammissib|requisit"
    r"|condition|condizion|documenti"
    r"|calendar|calendrier|zeitplan|news and|notizie|actualit|aktuelles|noticias|further|more info"
    r"|maggiori info|per saperne"
    r"|informations|weitere|mas info|allegat|annex|link|how to|come |comment |important|timeline"
    r"|terms|status|tipo|type|year \d|who\b|where\b|when\b|what(?:'s)?\b|why\b|submission|procedure"
    r"|chi\b|dove\b|quando\b|cosa offre|quanto\b|a chi|qui\b|ou\b|quand\b|quoi|combien|wer\b|wo\b|wann"
    r"|was wird|wie\b|quien|donde|cuando|cuanto|que ofrece|quem|onde|como\b|kto\b|gdzie|kiedy|jak\b"
    r"|audition|audizion|interview|entretien|entrevista|enveloppe|montant|volumen|dotacion|dotacao"
    r"|importo|importe|intensit|intensid|intensyw|taux|tasso|tasa|taxa|rate\b|limite|limit|forderquote"
    r"|fordersatz|forderhohe|forderung\b|instrument|mittel\b|alokac|budzet|poziom|wartosc|minimal"
    r"|maksymaln|pula\b|kwota|termin|periodo|period\b|finestr|fenetre|ventana|janela|zeitraum|laufzeit"
    r"|durata|duration|duree|duracion|duracao|decision|entscheid|results|risultat|resultat|wyniki"
    r"|antrag|bewerbung|candidature|domanda|domande\b|presentazione|depot\b|wnios|submiss|apply|queries"
    r"|ansprechpartner|rup\b|telefon|tel\b|e-?mail|redazione|redaction|redaktion|impressum|place\b"
    r"|luogo|lieu|lugar|ort\b|local\b|miejsce|opening|closing|apertur|ouverture|cloture|chiusura|cierre"
    r"|abertura|encerramento|beginn\b|start\b|ende\b|einreich|fase\b|phase\b|stage\b|etap|vague\b|objet\b"
    r"|kennung|identif|identyf|objeto|oggetto|gegenstand|przedmiot|scope|priorit|strand|lot\b|lotto|asse\b"
    r"|axe\b|eje\b|achse"
    r"|modul|track\b|batch|cut-off|releve|gruppe|categor|kategor|(?:[ivx]{1,4}|\d{1,2})[.ao°]? "
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
    r"|dienstreisebericht|reisebericht|relatorio de missao|informe de mision|mission report"
    r"|rapport de mission|wochen(?:spiegel|bericht|brief|ruckblick)|hebdomadaire|settimanale|weekly|semanal"
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
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S+|\S+@\S+")
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
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), folded)
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
