import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.programmes import named, programme_of, refs


def test_identifiers_by_their_form() -> None:
    text = "Topic HORIZON-CL4-2027-X-01-12 of the SMP-like COS-lead"
    assert [ref for *_, ref in refs(text)] == ["HORIZON-CL4-2027-X-01-12"]
    assert programme_of("COS-NET-2026-1") == "COSME"


def test_what_is_only_compared_weighs_nothing() -> None:
    found = {cue.meaning: weight for cue, weight in named("moins connu que horizon 2020, interreg europe")}
    assert found["Horizon 2020"] == 0
    assert found["Interreg"] > 0


def test_the_strand_of_the_single_market_programme_is_that_programme() -> None:
    assert {cue.meaning for cue, _ in named("single market programme (smp cosme)")} == {
        "Single Market Programme"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("un bando di Orizzonte Europa", "Horizon Europe"),
        ("Konkurs w programie Horyzont Europa", "Horizon Europe"),
        ("un avviso di Europa Creativa", "Creative Europe"),
        ("Aufruf im Rahmen von Kreatives Europa", "Creative Europe"),
        ("um concurso da Europa Criativa", "Creative Europe"),
        ("nabór programu Cyfrowa Europa", "Digital Europe"),
        ("l'appel du programme pour le marché unique", "Single Market Programme"),
        ("o aviso do Programa do Mercado Único", "Single Market Programme"),
        ("Mecanismo Interligar a Europa", "Connecting Europe Facility"),
        ("el Fondo de Transición Justa", "Just Transition Fund"),
        ("Europäischer Verteidigungsfonds", "European Defence Fund"),
        ("Ciudadanos, Igualdad, Derechos y Valores", "CERV"),
        ("z Krajowego Planu Odbudowy", "Recovery and Resilience Facility"),
        ("no âmbito do PRR", "Recovery and Resilience Facility"),
        ("a cargo del PRTR", "Recovery and Resilience Facility"),
        ("European Solidarity Corps", "European Solidarity Corps"),
        ("France 2030", "France 2030"),
        ("Marché unique", "Single Market Programme"),
        ("LIFE", "LIFE"),
    ],
)
def test_programmes_by_their_names(text: str, name: str) -> None:
    assert {cue.meaning for cue, weight in named(Folded(text).folded) if weight} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "unlike Horizon 2020",
        "a differenza di COSME",
        "contrairement à Horizon 2020",
        "a diferencia del programa Interreg",
        "anders als bei Erasmus+",
        "ao contrário do COSME",
        "w przeciwieństwie do programu Interreg",
        "it is the successor of COSME",
        "in addition to Erasmus+",
        "in synergy with Digital Europe",
        "the European Innovation Council and SMEs Executive Agency",
        "the single market is large",
    ],
)
def test_what_is_compared_or_only_like_a_name_is_none(text: str) -> None:
    assert not [cue.meaning for cue, weight in named(Folded(text).folded) if weight]


def test_the_stages_of_a_call_are_in_its_identifier() -> None:
    text = "HORIZON-CL5-2027-X-02-two-stage opens, JUST-2026-JCOO too, CULT-like words do not"
    assert [ref for *_, ref in refs(text)] == ["HORIZON-CL5-2027-X-02-two-stage", "JUST-2026-JCOO"]
    assert programme_of("JUST-2026-JCOO") == "Justice Programme"
