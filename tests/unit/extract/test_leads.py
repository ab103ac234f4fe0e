import pytest

from clustercalls.extract.folded import Folded
from clustercalls.extract.leads import is_name, is_official, is_programme, lead_of, unnumbered


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Interreg MED 2021-2027: o prazo termina", "Interreg MED 2021-2027"),
        ("1. Coming up – EU Missions: the next one", "EU Missions"),
        ("2) Ports Call 2026 – ogłoszenie w marcu", "Ports Call 2026"),
        ("Coaching 4.0 – 2.ª edição: previsto para maio", "Coaching 4.0 – 2.ª edição"),
        ("Erasmus+: Centros de puertos. Hasta mayo", "Erasmus+: Centros de puertos"),
        ("Erasmus+: Deadline 5 May. More", "Erasmus+"),
        ("COSME – Clusters Go, scadenza 31/05/2027. Budget 6 M€.", "COSME – Clusters Go"),
        ("Clusters Go (5,79 Mio. €), Veröffentlichung 1. Quartal 2027", "Clusters Go (5,79 Mio. €)"),
        ("Clusters Go, opening soon", None),
        ("just small: letters", None),
        ("No mark stands here", None),
    ],
)
def test_what_stands_before_the_first_mark(text: str, lead: str | None) -> None:
    found = lead_of(Folded(text))
    assert (found and found.text) == lead


@pytest.mark.parametrize(
    ("text", "named", "official"),
    [
        ("Interreg MED: x", True, True),
        ("LIFE 2026: x", True, True),
        ("Green Ports: x", True, False),
        ("Coaching 4.0: x", True, False),
        ("Webinar Ports: x", True, True),
        ("Beneficiari: x", False, False),
        ("Budżet naboru: x", False, True),
        ("Primera fase (candidatura): x", False, False),
        ("Taxa máxima: x", False, False),
    ],
)
def test_which_words_name_something(text: str, named: bool, official: bool) -> None:
    lead = lead_of(Folded(text))
    assert lead is not None
    assert (is_name(lead), is_official(lead)) == (named, official)


def test_a_programme_alone() -> None:
    assert [is_programme(each) for each in ("LIFE 2026", "Erasmus+", "Erasmus+ for ports")] == [
        True,
        True,
        False,
    ]


def test_a_date_alone_is_no_name() -> None:
    for text in ("3 May 2027 – members' lunch", "16 kwietnia 2027 r. – warsztaty", "25.05.2027: Sprechtag"):
        lead = lead_of(Folded(text))
        assert lead is None or not is_name(lead), text


def test_the_point_of_a_day_ends_no_name() -> None:
    lead = lead_of(Folded("Digital Europe: Aufruf ab 15. April offen"))
    assert lead is not None
    assert lead.text == "Digital Europe"
    assert lead_of(Folded("Aufruf zu Daten ab 15. April offen")) is None
    year = lead_of(Folded("LIFE 2027. Neu ist der Klimateil"))
    assert year is not None
    assert year.text == "LIFE 2027"


@pytest.mark.parametrize(
    "mark", ["Point 2.", "Ponto dois:", "TOP 4", "Slajd 2:", "Diapo 3 —", "2.", "Item 3:"]
)
def test_the_number_of_a_point_is_no_name(mark: str) -> None:
    text = f"{mark} Harbours of the sea"
    assert text[unnumbered(Folded(text)) :] == "Harbours of the sea"
