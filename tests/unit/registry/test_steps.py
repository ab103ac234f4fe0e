"""Deadlines named as steps of one procedure."""

from datetime import date

import pytest

from clustercalls.registry.steps import UNDATED, Days, followed, steps_before
from clustercalls.registry.values import near_identifier


@pytest.mark.parametrize(("names", "follows"), [
    (["first", "second"], {"second": "first"}), (["second", "first"], {"second": "first"}),
    (["first", "second", "third"], {"second": "first", "third": "second"}),
    (["outline", "full"], {"full": "outline"}), (["loi", "proposal"], {"proposal": "loi"}),
    (["expression-of-interest", "full-application"], {"full-application": "expression-of-interest"}),
    (["step-1", "step-2"], {"step-2": "step-1"}), (["stage1", "stage2"], {"stage2": "stage1"}),
    (["phase_1", "phase_2", "phase_3"], {"phase_2": "phase_1", "phase_3": "phase_2"}),
    (["prima-fase", "seconda-fase"], {"seconda-fase": "prima-fase"}),
    (["1st-stage", "2nd-stage"], {"2nd-stage": "1st-stage"}),
    (["1-stufe", "2-stufe"], {"2-stufe": "1-stufe"}), (["phase-i", "phase-ii"], {"phase-ii": "phase-i"}),
    (["i-fase", "ii-fase", "iii-fase"], {"ii-fase": "i-fase", "iii-fase": "ii-fase"}),
    (["1re-phase", "2nde-phase"], {"2nde-phase": "1re-phase"}),
    (["lettre-d-intention", "dossier-complet"], {"dossier-complet": "lettre-d-intention"}),
    (["1a-fase", "2a-fase"], {"2a-fase": "1a-fase"}),
    (["1ere-etape", "2eme-etape"], {"2eme-etape": "1ere-etape"}),
    (["primeira-fase", "segunda-fase"], {"segunda-fase": "primeira-fase"}),
    (["pierwszy-etap", "drugi-etap"], {"drugi-etap": "pierwszy-etap"}),
    (["manifestazione-di-interesse", "proposta"], {"proposta": "manifestazione-di-interesse"}),
    (["idea-progettuale", "proposta-completa"], {"proposta-completa": "idea-progettuale"}),
    (["lettera-d-intenti", "proposta-progettuale"], {"proposta-progettuale": "lettera-d-intenti"}),
    (["carta-de-intenciones", "propuesta-completa"], {"propuesta-completa": "carta-de-intenciones"}),
    (["projektskizze", "vollantrag"], {"vollantrag": "projektskizze"}),
    # in each language, by the names that calls there have
    (["1st-phase", "2nd-phase"], {"2nd-phase": "1st-phase"}),
    (["1re-phase", "2e-phase"], {"2e-phase": "1re-phase"}),
    (["1re-etape", "2de-etape"], {"2de-etape": "1re-etape"}),
    (["1-a-fase", "2-a-fase"], {"2-a-fase": "1-a-fase"}),
    (["1o-passo", "2o-passo", "3o-passo"], {"2o-passo": "1o-passo", "3o-passo": "2o-passo"}),
    (["1ra-etapa", "2da-etapa"], {"2da-etapa": "1ra-etapa"}),
    (["faza-i", "faza-ii"], {"faza-ii": "faza-i"}), (["etap-1", "etap-2"], {"etap-2": "etap-1"}),
    (["fase-prima", "fase-seconda"], {"fase-seconda": "fase-prima"}),
    (["etape-premiere", "etape-seconde"], {"etape-seconde": "etape-premiere"}),
    (["pre-application", "full-application"], {"full-application": "pre-application"}),
    (["domanda-preliminare", "domanda-completa"], {"domanda-completa": "domanda-preliminare"}),
    (["manifestation-d-interet", "candidature"], {"candidature": "manifestation-d-interet"}),
    (["lettre-d-intention", "dossier"], {"dossier": "lettre-d-intention"}),
    (["predossier", "dossier-complet"], {"dossier-complet": "predossier"}),
    (["ideenskizze", "antrag"], {"antrag": "ideenskizze"}),
    (["vorantrag", "hauptantrag"], {"hauptantrag": "vorantrag"}),
    (["nota-conceptual", "solicitud"], {"solicitud": "nota-conceptual"}),
    (["manifestacion-de-interes", "proyecto-completo"], {"proyecto-completo": "manifestacion-de-interes"}),
    (["pre-candidatura", "candidatura"], {"candidatura": "pre-candidatura"}),
    (["ideia-de-projeto", "projeto"], {"projeto": "ideia-de-projeto"}),
    (["fiszka", "wniosek"], {"wniosek": "fiszka"}),
    (["wniosek-wstepny", "wniosek-pelny"], {"wniosek-pelny": "wniosek-wstepny"}),
    # the last one comes behind all
    (["first-stage", "final-stage"], {"final-stage": "first-stage"}),
    (["fase-finale", "prima-fase"], {"fase-finale": "prima-fase"}),
    (["first", "second", "final"], {"second": "first", "final": "second"}),
    (["skizze", "finaler-antrag"], {"finaler-antrag": "skizze"}),
    (["ideia", "proposta-final"], {"proposta-final": "ideia"}),
    (["premiere-phase", "phase-finale"], {"phase-finale": "premiere-phase"}),
    (["final"], {}), (["final", "autumn"], {}), (["first", "outline", "final"], {}),
    (["first", "final", "final-proposal"], {}), (["first-cut-off", "final-cut-off"], {}),
    # the one without a name is before what is surely a second
    (["deadline", "second"], {"second": "deadline"}), (["deadline", "2e-etape"], {"2e-etape": "deadline"}),
    (["vollantrag", "deadline"], {"vollantrag": "deadline"}),
    (["deadline", "full", "final"], {"full": "deadline", "final": "full"}),
    (["deadline", "proposal"], {}), (["deadline", "candidatura"], {}), (["deadline", "wniosek"], {}),
    (["deadline", "third"], {}), (["deadline", "final"], {}), (["deadline", "first"], {"deadline": "first"}),
    (["deadline", "first", "second"], {"second": "first"}), (["deadline", "second", "full"], {}),
    # and the full step beside what is surely before one
    *((["deadline", first], {"deadline": first}) for first in (
        "outline", "loi", "pre-proposal", "step-1", "idea-progettuale", "manifestazione-di-interesse",
        "lettre-d-intention", "projektskizze", "nota-conceptual", "manifestacao-de-interesse", "fiszka",
    )),
    (["loi", "outline", "deadline"], {"outline": "loi", "deadline": "outline"}),
    (["deadline", "outline", "final"], {"deadline": "outline", "final": "deadline"}),
    (["deadline", "lot-1-outline"], {}), (["deadline", "cut-off-1"], {}), (["deadline", "first-round"], {}),
    # who left out what need not be handed in goes on all the same
    *(([first, second], {}) for first, second in (
        ("optional-loi", "full"), ("loi-non-binding", "proposal"), ("outline-optional", "deadline"),
        ("manifestazione-d-interesse-facoltativa", "proposta"), ("lettre-d-intention-facultative", "dossier"),
        ("freiwillige-interessenbekundung", "antrag"), ("carta-de-intenciones-opcional", "solicitud"),
        ("carta-de-intencao-opcional", "candidatura"), ("fiszka-dobrowolna", "wniosek"),
    )),
    # what only comes later follows nothing
    (["cut-off-1", "cut-off-2"], {}), (["first-cut-off", "second-cut-off"], {}), (["spring", "autumn"], {}),
    (["second"], {}), (["first", "third"], {}), (["batch-1", "batch-2"], {}), (["i", "ii"], {}),
    (["1a", "2a"], {}), ([], {}),
    (["round-1", "round-2"], {}), (["call-1", "call-2"], {}), (["runde-1", "runde-2"], {}),
    (["nabor-i", "nabor-ii"], {}), (["deadline", "round-2"], {}),
    # two of one step
    (["first", "outline", "full"], {}), (["outline", "full", "second"], {}),
])  # fmt: skip
def test_what_follows_by_its_name(names: list[str], follows: dict[str, str]) -> None:
    assert followed(dict.fromkeys(names, UNDATED)) == follows


def test_a_deadline_without_a_name_follows_no_outline_after_it() -> None:
    early, late = (date(2031, 3, 4),) * 2, (date(2031, 9, 4),) * 2
    assert followed({"deadline": late, "outline": early}) == {"deadline": "outline"}
    assert followed({"deadline": early, "outline": late}) == {}


def named(text: str) -> list[str]:
    """Names parted by bars as the ids that `add` makes of them."""
    return [near_identifier(name) for name in text.split("|")]


def monthly(names: list[str]) -> dict[str, Days]:
    """A deadline a month, in this order."""
    return {name: (date(2031, 1 + at, 8), date(2031, 1 + at, 8)) for at, name in enumerate(names)}


PAIRS = """
Stage A1 outline|Stage A1 full
first stage (short proposals)|second stage (full proposals)
Phase 1: Ideen|Phase 2: Umsetzung
Step Two (pilot)|Step Three (scale-up)
étape un|étape deux
Stufe eins|Stufe zwei
fase um|fase dois
etap jeden|etap dwa
Stage no. 1|Stage no. 2
2.ª etapa|3.ª etapa
prima scadenza fase 1|seconda scadenza fase 2
premier dépôt (étape 1)|second dépôt (étape 2)
deadline for stage I|deadline for stage II
first submission stage|second submission stage
Skizzenphase|Antragsphase
Einreichung der Projektskizzen|Einreichung der Vollanträge
Kurzfassung|Langfassung
Interessenbekundungsverfahren|Antragsverfahren
Vorphase|Hauptphase
presentazione idee progettuali|presentazione progetti
domanda in forma breve|domanda in forma completa
dépôt des préprojets|dépôt des projets détaillés
note d'intention|dossier final
memoria inicial|memoria definitiva
vorläufiger Antrag|endgültiger Antrag
white paper|invited full proposal
Letter of Intent (mandatory)|Full proposal (by invitation only)
notice of intent|application
statement of interest|detailed application
initial proposal|main application
short application form|full application form
full concept note|final full proposal
request to participate|tender
proposta sintetica|proposta dettagliata
lettera d'interesse|domanda di contributo
pre-istanza|istanza completa
idea progettuale|progetto definitivo
pré-demande|demande complète
avant-projet|dossier complet
dossier abrégé|dossier détaillé
version courte|version longue
anteproyecto|proyecto completo
solicitud inicial|solicitud definitiva
declaración de interés|propuesta
carta de interesse|candidatura detalhada
pré-proposta|proposta completa
fiszka projektowa|pełny wniosek
wersja krótka|wersja pełna
zgłoszenie wstępne|zgłoszenie pełne
outline for farmers|full proposal (farmer)
""".strip().splitlines()


@pytest.mark.parametrize("pair", PAIRS)
def test_the_second_of_a_pair_follows_the_first(pair: str) -> None:
    first, second = named(pair)
    assert followed(monthly([first, second])) == {second: first}
    assert followed({second: UNDATED, first: UNDATED}) == {second: first}
    assert steps_before([second, first])[second] == [first]


@pytest.mark.parametrize(("text", "follows"), [
    ("EoI|outline|full application", {1: 0, 2: 1}), ("idea|concept note|outline|full", {1: 0, 2: 1, 3: 2}),
    ("Absichtserklärung|Skizze|Vollantrag", {1: 0, 2: 1}), ("Skizze|Vollantrag|Endantrag", {1: 0, 2: 1}),
    # rounds, lots, groups
    ("concept note 1|concept note 2|full 1|full 2", {2: 0, 3: 1}),
    ("first round outline|outline round 2|round one full|full (second round)", {2: 0, 3: 1}),
    ("lot 1 round 2 LoI|lot 2 round 1 LoI|lot 2 round 1 full|lot 1 round 2 full", {2: 1, 3: 0}),
    ("outline farmers|outline towns|full farmers|full towns", {2: 0, 3: 1}),
    ("nabór 1 fiszka|nabór 1 wniosek|nabór 2 fiszka|nabór 2 wniosek", {1: 0, 3: 2}),
    ("call A stage 1|call B stage 1|call B stage 2", {2: 1}),
    ("Phase 1 outline|Phase 1 full|Phase 2 outline|Phase 2 full", {1: 0, 3: 2}),
    # of all, and of several
    ("stage 1|stage 2a|stage 2b|stage 3b", {1: 0, 2: 0, 3: 2}),
    ("outline farmers|outline|full farmers", {2: 0}), ("outline|full farmers|full towns", {1: 0, 2: 0}),
    ("outline farmers|outline towns|full", {2: 1}),
    # told apart by their dates alone
    ("outline November 2030|full March 2031", {1: 0}),
    ("outline spring|full summer|outline autumn|full winter", {1: 0, 3: 2}),
    ("outline 2031|outline 2032|full 2031|full 2032", {2: 0, 3: 1}),
    ("skizze märz|vollantrag mai|skizze september|vollantrag november", {1: 0, 3: 2}),
])  # fmt: skip
def test_a_step_follows_that_of_its_group(text: str, follows: dict[int, int]) -> None:
    names = named(text)
    assert followed(monthly(names)) == {names[later]: names[first] for later, first in follows.items()}


def test_dates_the_wrong_way_round_are_told_by_check_but_for_those_of_two_rounds() -> None:
    assert followed(monthly(["full", "loi"])) == {"full": "loi"}
    assert followed(monthly(named("full March|outline September"))) == {}
    assert followed(monthly(named("outline 1|full|outline 2"))) == {"full": "outline-1"}


def test_without_dates_rounds_without_a_name_follow_nothing() -> None:
    names = named("outline spring|full summer|outline autumn|full winter")
    assert followed(dict.fromkeys(names, UNDATED)) == {}
    assert steps_before(names[:3])[names[1]] == []
    assert steps_before(["full-spring", "outline-autumn"])["full-spring"] == []


@pytest.mark.parametrize("text", """
cut-off one|cut-off two|final cut-off
1st deadline|2nd deadline|final deadline
prima scadenza|seconda scadenza
primo sportello|secondo sportello
première relève|deuxième relève
erste Antragsfrist|zweite Antragsfrist
primer plazo|segundo plazo
1.ª chamada|2.ª chamada
pierwsza tura|druga tura
window one|window two
strand A application|strand B application
topic 1 stage 2|topic 2 stage 2
outline lot A|full lot B
stage 1 lot A|stage 2 lot B
Skizze Runde 1|Vollantrag Runde 2
outline north|full south
first proposal|second proposal
first version|second version
application deadline|final application deadline
early applications|final applications
short projects|long projects
projets courts|projets longs
one stage|two stage
full-time|part-time
seed stage|growth stage
phase 1 trials|phase 2 trials
pre-application check|application
questions on the full proposal|full proposal
proof of concept|application
call for proposals|outline
interim report|final report
Einzelantrag|Verbundantrag
one|two
full 1|full 2
stage 1|stage 3
""".strip().splitlines())  # fmt: skip
def test_what_is_open_to_everybody_follows_nothing(text: str) -> None:
    assert followed(monthly(named(text))) == {}


def test_every_step_before_one_is_before_it() -> None:
    three = steps_before(["stage-3", "stage-1", "deadline", "stage-2"])
    assert three == {"stage-1": [], "stage-2": ["stage-1"], "stage-3": ["stage-1", "stage-2"]}
    assert steps_before(["full-2", "outline-1", "outline-2"])["full-2"] == ["outline-2"]
    assert steps_before(["full", "first", "outline"])["full"] == []
    assert steps_before(["cut-off-1", "cut-off-2"]) == {}
