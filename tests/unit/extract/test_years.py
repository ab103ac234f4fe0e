from collections import Counter
from datetime import date

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.years import KnownYears, Year, plain_years


def year(text: str, known: KnownYears, kind: StageKind = StageKind.DEADLINE) -> Year:
    folded = Folded(text)
    return known.of(DateRole(spans(folded)[0], kind), 1, folded.folded)


OWN = KnownYears(date(2026, 3, 10), (), Counter())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("closes on 30 April", 2026),
        ("closes on 30 January", 2027),
        ("closes on Friday 13 March", 2026),
        ("since 15 October", 2025),
        ("le 15 octobre dernier", 2025),
    ],
)
def test_by_the_day_of_the_document(text: str, found: int) -> None:
    assert year(text, OWN).year == found


def test_of_a_neighbour_it_is_not_sure() -> None:
    known = KnownYears(None, ((2, StageKind.DEADLINE, date(2026, 2, 5)),), Counter())
    found = year("published 15 October", known, StageKind.PUBLISHED)
    assert (found.year, found.readings) == (2025, (2025, 2026))
    assert found.reason


def test_the_year_a_text_names_and_none() -> None:
    assert year("by 5 May", KnownYears(None, (), Counter({2026: 2}))).year == 2026
    assert year("by 5 May", KnownYears(None, (), Counter())).year == 0


def test_years_in_dates_and_periods_are_not_counted() -> None:
    text = Folded("bando 2026, 5 maggio 2027")
    assert plain_years([text], [[(12, 25)]]) == Counter({2026: 1})


def test_what_closes_follows_the_quarter_in_which_it_opens() -> None:
    info_day = (0, StageKind.DATES, date(2025, 2, 12))
    opens = (1, StageKind.OPENS, date(2025, 4, 1))
    known = KnownYears(None, (info_day,), Counter({2025: 1}), vague=(opens,))
    assert year("chiuderà in autunno", known).year == 2025
    elsewhere = KnownYears(None, (info_day,), Counter({2025: 1}), vague=((7, *opens[1:]),))
    assert year("chiuderà in autunno", elsewhere).year == 2024


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("sai em outubro", "sai em", 2026),
        ("uscirà il 15 ottobre", "uscira", 2026),
        ("pubblicato il 15 ottobre", "pubblicato", 2025),
    ],
)
def test_what_comes_out_is_ahead_and_what_came_out_is_not(text: str, word: str, found: int) -> None:
    folded = Folded(text)
    role = DateRole(spans(folded)[0], StageKind.PUBLISHED, word=word)
    assert OWN.of(role, 1, folded.folded).year == found


def test_the_year_that_a_sentence_names_is_before_that_of_a_neighbour() -> None:
    known = KnownYears(None, ((2, StageKind.DATES, date(2026, 1, 21)),), Counter({2026: 1}))
    text = "im jahr 2026 zwei stichtage: den 30. september"
    assert year(text, known).year == 2026
