import pytest

from clustercalls.sources.documents.stamps import is_headline_of_two, is_stamp, is_trail


@pytest.mark.parametrize(
    "line",
    [
        "Published on 4 June 2026",
        "Last updated: 4 June 2026, 10:20",
        "Pubblicato il 04/06/2026",
        "Ultimo aggiornamento: 4 giugno 2026 - ore 9.30",
        "Mis en ligne le 4 juin 2026",
        "Dernière mise à jour : 04.06.2026",
        "Stand: 4.6.2026, 14:32 Uhr",
        "Veröffentlicht am 4. Juni 2026",
        "Fecha de publicación: 04-06-2026",
        "Nota de prensa. Sevilla, 4 de junio de 2026",
        "Publicado em 4 de junho de 2026",
        "Data publikacji: 2026-06-04",
        "Opublikowano 4 czerwca 2026 r.",
        "4 de Junho, 2026",
        "Giovedì 4 giugno 2026",
        "June 4th, 2026",
    ],
)
def test_what_says_when_a_text_came_out_is_a_stamp(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: 4 June 2026",
        "Scadenza 4 giugno 2026",
        "Call for ports, until 4 June 2026",
        "Published on 4 June 2026: call for ports",
        "Infoday ports 2026",
        "Published on 4 June 2026 in the portal of the programme, with a guide for all ports",
    ],
)
def test_what_says_more_is_none(line: str) -> None:
    assert not is_stamp(line)
    assert not is_stamp(line, is_below_title=True)


@pytest.mark.parametrize(
    "line",
    ["Bari, 4 giugno 2026", "Lyon, le 4 juin 2026", "Wien, am 4. Juni 2026", "Łódź, dnia 4 czerwca 2026 r."],
)
def test_a_place_and_a_day_are_one_below_a_title_alone(line: str) -> None:
    assert is_stamp(line, is_below_title=True)
    assert not is_stamp(line)


def test_the_pages_above_one_on_a_site() -> None:
    assert is_trail("News | Events | Open calls")
    assert is_trail("Home > Förderung > Aufrufe")
    assert not is_trail("Deadline | 4 June 2026")
    assert not is_trail("Call | Budget | 4 June")
    assert not is_trail("Call | Budget")
    assert not is_trail("Ports | The call of the region is open | Nets")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Agência Nacional do Mar | Aviso para projetos-piloto", True),
        ("Aus der Vertretung | Bericht für September 2026", True),
        ("Scadenza | 4 giugno 2026", False),
        ("Call for ports | until 4 June", False),
        ("Budget | EUR 5 million", False),
    ],
)
def test_two_parts_of_a_line_may_be_who_tells_and_what(line: str, told: bool) -> None:
    assert is_headline_of_two(line) is told
