"""Periods: what is one where, and the day it leads to."""

from datetime import date

import pytest

from clustercalls.phrase import periods
from clustercalls.phrase.periods import NotAPeriod

DAY = date(2017, 3, 31)

READ = [  # a period, the day so long before, the day so long after
    ("0d", date(2017, 3, 31), date(2017, 3, 31)),
    ("30d", date(2017, 3, 1), date(2017, 4, 30)),
    ("030d", date(2017, 3, 1), date(2017, 4, 30)),
    ("2w", date(2017, 3, 17), date(2017, 4, 14)),
    ("1m", date(2017, 2, 28), date(2017, 4, 30)),
    ("3m", date(2016, 12, 31), date(2017, 6, 30)),
    ("1y", date(2016, 3, 31), date(2018, 3, 31)),
]


@pytest.mark.parametrize(("text", "before", "after"), READ)
def test_the_days_a_period_leads_to(text: str, before: date, after: date) -> None:
    assert (periods.read(text).before(DAY), periods.read(text).after(DAY)) == (before, after)


def test_a_leap_day_has_its_year() -> None:
    assert periods.read("1y").before(date(2016, 2, 29)) == date(2015, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "d", "30", "30 d", "-30d", "+30d", "3x", "30D", "1d2w", "10000d", "30d\n", "٣d"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(NotAPeriod):
        periods.read(text)


def test_what_a_place_allows() -> None:
    assert periods.read("+30d", sign=True) == periods.read("30d")
    assert periods.read("10000d", digits=5).count == 10000
    assert periods.read("2y", units="my").months == 24
    assert periods.read("12m", units="my").months == 12
    for text, allowed in (("1000m", {"digits": 3}), ("30d", {"units": "my"})):
        with pytest.raises(NotAPeriod):
            periods.read(text, **allowed)


@pytest.mark.parametrize("text", ["9999y", "9999m", "9999w"])
def test_a_period_that_leaves_the_calendar(text: str) -> None:
    with pytest.raises(OverflowError):
        periods.read(text).before(date(100, 1, 1))


def test_the_first_day_of_the_calendar_is_still_in_it() -> None:
    assert periods.read("4d").before(date(1, 1, 5)) == date.min
    with pytest.raises(OverflowError):
        periods.read("5d").before(date(1, 1, 5))
