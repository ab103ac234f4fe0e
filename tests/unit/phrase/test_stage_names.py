"""A stage is of the kind that its name is people's word for; every other name is a deadline's own."""

import pytest

from clustercalls.model import StageKind
from clustercalls.phrase.stage_names import NoStage, kind_of

CALLED = {
    "opens": "opening; Apertura; ouverture; Eröffnung; apertura del plazo; abertura; otwarcie naboru;"
    " Opening 2028; Call opens; first opening; Phase 1 opening; apertura prima fase; opening 1;"
    " Öffnung; opening of applications; apertura delle candidature",
    "published": "publication; pubblicazione; date de publication; Veröffentlichung; publicación; publicação;"
    " publikacja; publication of the call",
    "info_day": "info day; infoday; Info-Day 2; info session; webinar; Webinar 1; giornata informativa;"
    " journée d'information; Infoveranstaltung; jornada informativa; sessão de esclarecimento;"
    " spotkanie informacyjne; online info session; Info-Tag; 2. Info-Tage; info-journée",
    "registration": "registration deadline; Anmeldeschluss; iscrizioni; clôture des inscriptions;"
    " inscripciones; inscrições; rejestracja; webinar registration; registration 2;"
    " conference registration; iscrizione evento; event registration closes",
    "interview": "interviews; colloquio; Colloqui; audition; Auswahlgespräche; entrevistas; rozmowy;"
    " hearing 2; pitch; Pitch session; Pitch day; Oral; prova orale; Esame 2; épreuve orale;"
    " mündliche Prüfung; examen; exame; egzamin ustny",
    "decision": "results; esiti; Graduatoria; pubblicazione degli esiti; award decision; graduatoria"
    " provvisoria; evaluation results;"
    " risultati 2027; annonce des résultats; Ergebnisse; resolución; decisão; ogłoszenie wyników;"
    " results step 1; notification; notifica; shortlist; feedback; Award; results notification;"
    " winners; results announcement; vincitori; présélection; Vorauswahl; ganadores; vencedores; laureaci",
    "deadline": "first; Step 2; outline; cut-off 1; scadenza; date limite; Frist; closing; full proposal;"
    " Lot 2; phase A; cut-off 3; topic 4; strand B; window 2; 2027; Phase II; Los 3; sportello 2;"
    " Lot A: events; Lotto 2, conferenze; start-up loans; event grants; launch vouchers; contributi per"
    " eventi; info day grants; evaluation support;"
    " Zuschuss für Konferenzen; ayudas para eventos; subvention pour ateliers; final report deadline;"
    " start-up grants; manifestazione d'interesse; prima scadenza; webinar deadline; call; LoI; e; datę;"
    " Lot Green Energy; Strand Culture; Erasmus+; Mission Soil; From farm to fork; Fair transition;"
    " Open innovation; Rolling stock; recursos hídricos; topic 4 opening science; CL4; B; Autumn;"
    " Full proposal (by invitation only); invited full proposal",
    "dates": "dates; Dates 2",
    "internal": "internal; internal 1; internal deadline; scadenza interna; our deadline;"
    " date limite interne; interne Frist; interner Abgabetermin; fecha límite interna; prazo interno;"
    " termin wewnętrzny; scadenza interna Anna; internal closing; 2nd internal deadline",
}


@pytest.mark.parametrize("kind", CALLED)
def test_a_name_is_of_its_kind_in_every_language(kind: str) -> None:
    assert {name: kind_of(name) for name in map(str.strip, CALLED[kind].split(";"))} == dict.fromkeys(
        map(str.strip, CALLED[kind].split(";")), kind
    )


@pytest.mark.parametrize("kind", list(StageKind))
def test_a_kind_is_called_by_its_id_too(kind: StageKind) -> None:
    numbered = f"{kind.value} {1 if kind is StageKind.OPENS else 2}"
    for name in (kind.value, kind.value.upper(), kind.value.replace("_", "-"), numbered):
        assert kind_of(name) == kind.value


NO_KIND = {
    "takes place": "matchmaking event; Brokerage event; Jurysitzung; Kick-off; evento di lancio;"
    " opening conference; award ceremony; Workshop 2; closing conference; site visit;"
    " cerimonia di premiazione; sopralluogo; remise des prix;"
    " training; Training day 2; hackathon; summer school; fair; trade mission; mission; formazione; corso;"
    " cours; Schulung; Kurse; formación; curso; formação; szkolenie; comitato; Ausschuss; committee;"
    " réunion de lancement; Preisverleihung; Abschlussveranstaltung;"
    " entrega de premios; taller; cerimónia; reunião; konferencja; spotkanie; event ends; launch event",
    "comes out, or from when": "lancio del bando; lancement de l'appel; Ausschreibung; launch; soft launch;"
    " Lancio; lanzamiento; lançamento; ogłoszenie naboru; początek",
    "what is announced": "announcement; annuncio; annonce; Ankündigung; anuncio; anúncio; ogłoszenie",
    "no kind of stage": "project start; Start of projects; grant agreement; signature of the grant agreement;"
    " avvio dei progetti; firma della convenzione; début des projets; Projektbeginn; firma del convenio;"
    " início do projeto; rozpoczęcie projektów; evaluation; valutazione; expert evaluation; final report;"
    " Report 2; negotiations; payment; interim payment; evaluation ends; rendicontazione; relazione finale;"
    " pagamento del saldo; rapport final; paiement; Zwischenbericht; Auszahlung; informe final; pago;"
    " relatório; pagamento; sprawozdanie; wypłata; evaluation of grants;"
    " contract; appeal; rebuttal; helpdesk closes; eligibility check; Vote; Consultation; convenzione;"
    " ricorso; contrat; vote; Abrechnung; Einspruch; Lot 2: evaluation; justificación; alegaciones;"
    " reclamações; umowa; odwołanie;"
    " mid-term review; Selection; selezione; entry into force; rimborso; Auswahl",
    "who may go on": "invitation to stage 2; Stage 2 invitations; Invitation to submit full proposals;"
    " invito alla seconda fase; ammissione; admission; invitation à soumettre; Einladung zum Vollantrag;"
    " Zulassung; invitación; admisión; convite; zaproszenie do drugiego etapu",
    "from then on": "reopening; call reopens; reopening lot 3; from; as of; available from; valid from;"
    " riapertura dei termini; dal; riapre; réouverture; à partir du; Wiedereröffnung; ab; gültig ab;"
    " reapertura; desde el; reabertura; a partir de; wznowienie naboru; od",
    "something to read": "guidelines; Call documents; press release 2; draft work programme; work programme"
    " 2028; linee guida; comunicato stampa; lignes directrices; Leitfaden; Pressemitteilung; directrices;"
    " nota de prensa; orientações; wytyczne",
    "how it stands": "cancelled; call suspended; rolling; tbc; forecast; Lot 3 closed; annullato; sospeso;"
    " épuisé; suspendu; abgesagt; ausgeschöpft; agotado; suspendido; suspenso; esgotado; zawieszony",
    "one can ask": "Q&A deadline; Q&A 2 deadline; scadenza quesiti; date limite questions; Frist für Fragen;"
    " plazo de preguntas; prazo de esclarecimentos; Q&A closes;"
    " questions until; deadline for questions; quesiti; richieste di chiarimento;"
    " Rückfragen; questions-réponses; preguntas; pedidos de esclarecimento; pytania",
}


@pytest.mark.parametrize("sort", NO_KIND)
def test_what_is_no_stage_is_none_and_says_of_which_sort_it_is(sort: str) -> None:
    for name in map(str.strip, NO_KIND[sort].split(";")):
        with pytest.raises(NoStage, match=sort) as refused:
            kind_of(name)
        assert "--" in refused.value.advice, name


LATER = (
    "second stage opens; registration opens; Opening of registration; opens 2; opening round 3;"
    " Phase B opens; lot 2 opening; start lot 2; full proposal opens; second cut-off opening; Opening 2;"
    " seconda fase apertura; apertura iscrizioni; apertura 2a fase; inizio iscrizioni; apertura lotto 3;"
    " ouverture de la deuxième phase; ouverture des inscriptions; Öffnung der zweiten Stufe;"
    " Beginn der Anmeldung; apertura de la segunda fase; apertura de inscripciones; abertura da 2.ª fase;"
    " abertura das inscrições; otwarcie drugiego etapu; otwarcie II etapu"
)


@pytest.mark.parametrize("name", [each.strip() for each in LATER.split(";")])
def test_the_opening_of_a_later_step_or_of_a_part_is_not_the_call_s(name: str) -> None:
    with pytest.raises(NoStage, match="not the call as a whole") as refused:
        kind_of(name)
    assert "--note" in refused.value.advice


@pytest.mark.parametrize(
    "name", ["lot 2 results", "Lotto 1: esiti", "topic 3 interview", "Lote 2 resultados"]
)
def test_a_day_of_a_part_is_called_after_its_kind(name: str) -> None:
    with pytest.raises(NoStage, match="after a kind of stage, and more"):
        kind_of(name)


@pytest.mark.parametrize("sort", [each for each in NO_KIND if each != "one can ask"])
def test_what_is_due_by_its_name_is_a_deadline(sort: str) -> None:
    for name in map(str.strip, NO_KIND[sort].split(";")):
        assert kind_of(f"{name}: deadline") == "deadline", name


@pytest.mark.parametrize(
    ("name", "reason", "kind"),
    [
        ("opening in Rome", "after a kind of stage, and more", "opens"),
        ("internal checkpoint", "after a kind of stage, and more", "internal"),
        ("cluster award", "after a kind of stage, and more", "decision"),
        ("webinar ends", "after several kinds", ""),
        ("info day Rome", "after a kind of stage, and more", "info_day"),
        ("graduatoria dei progetti di Roma", "after a kind of stage, and more", "decision"),
        ("opening webinar", "after several kinds", ""),
        ("start", "what starts then", ""),
        ("inizio", "what starts then", ""),
        ("start of grants", "what starts then", ""),
    ],
)
def test_what_could_be_a_kind_or_not_is_asked_about(name: str, reason: str, kind: str) -> None:
    with pytest.raises(NoStage, match=reason) as refused:
        kind_of(name)
    assert refused.value.kind == kind
