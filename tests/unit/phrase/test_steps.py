"""Stretches counted from today, in words."""

from datetime import date

import pytest

from clustercalls.phrase.periods import Period
from clustercalls.phrase.steps import period, step

TODAY = date(2017, 4, 12)  # a Wednesday

PERIODS = [
    ("30 d", Period(30, "d")),
    ("30 days", Period(30, "d")),
    ("+3weeks", Period(3, "w")),
    ("3 giorni", Period(3, "d")),
    ("2 Wochen", Period(2, "w")),
    ("6 meses", Period(6, "m")),
    ("5 lat", Period(5, "y")),
    ("2 ans", Period(2, "y")),
    ("3 fortnights", None),
    ("-3 days", None),
    ("days", None),
    ("1.5 years", None),
    ("1234567890 days", None),
]


@pytest.mark.parametrize(("text", "found"), PERIODS)
def test_a_period_in_words(text: str, found: Period | None) -> None:
    assert period(text) == found


STEPS = [
    ("next week", "2017-04-17", "2017-04-23"),
    ("THIS  week", "2017-04-10", "2017-04-16"),
    ("la semaine dernière", "2017-04-03", "2017-04-09"),
    ("il mese scorso", "2017-03-01", "2017-03-31"),
    ("questo mese", "2017-04-01", "2017-04-30"),
    ("nächsten Monat", "2017-05-01", "2017-05-31"),
    ("próximo año", "2018-01-01", "2018-12-31"),
    ("o ano passado", "2016-01-01", "2016-12-31"),
    ("zeszły tydzień", "2017-04-03", "2017-04-09"),
    ("l'anno prossimo", "2018-01-01", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), STEPS)
def test_the_week_month_or_year_before_or_after(text: str, first: str, last: str) -> None:
    assert step(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "week", "next", "next friday", "next quarter"])
def test_no_step(text: str) -> None:
    assert step(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "today"), [("next year", date.max), ("last month", date.min), ("next week", date.max)]
)
def test_the_calendar_ends(text: str, today: date) -> None:
    assert step(text, today) is None


def test_months_turn_the_year() -> None:
    assert step("next month", date(2017, 12, 31)) == (date(2018, 1, 1), date(2018, 1, 31))
    assert step("last month", date(2017, 1, 31)) == (date(2016, 12, 1), date(2016, 12, 31))
