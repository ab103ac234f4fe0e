"""Working days, beside a calendar that is gone through day by day, and the holidays of countries."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.working_days import is_working, moved

EASTER = frozenset({date(2027, 3, 26).toordinal(), date(2027, 3, 29).toordinal()})
DUE = date(2027, 4, 6)  # a Tuesday


@pytest.mark.parametrize(
    ("day", "count", "off", "wanted"),
    [
        (DUE, -1, (), date(2027, 4, 5)),
        (DUE, -2, (), date(2027, 4, 2)),
        (DUE, -5, EASTER, date(2027, 3, 30)),
        (DUE, -6, EASTER, date(2027, 3, 25)),
        (DUE, 0, (), DUE),
        (DUE, 3, (), date(2027, 4, 9)),
        (DUE, 4, (), date(2027, 4, 12)),
        (date(2027, 4, 3), -1, (), date(2027, 4, 2)),  # a Saturday
        (date(2027, 4, 3), 0, (), date(2027, 4, 2)),
        (date(2027, 4, 4), 1, (), date(2027, 4, 5)),
        (date(2027, 3, 29), 0, EASTER, date(2027, 3, 25)),
    ],
)
def test_so_many_working_days_away(day: date, count: int, off: frozenset[int], wanted: date) -> None:
    assert moved(day, count, off) == wanted


def counted(day: date, count: int, off: frozenset[int]) -> date:
    """The same, of a list of all working days around."""
    around = [day + timedelta(days=each) for each in range(-400, 401)]
    working = [each for each in around if each.weekday() not in {5, 6} and each.toordinal() not in off]
    before = [each for each in working if each < day]
    behind = [each for each in working if each > day]
    if count:
        return before[count] if count < 0 else behind[count - 1]
    return day if day in working else before[-1]


days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(days, st.integers(-60, 60), st.sets(st.integers(-90, 90), max_size=60))
def test_as_one_counts_on_a_calendar(day: date, count: int, around: set[int]) -> None:
    off = frozenset(day.toordinal() + each for each in around)
    assert moved(day, count, off) == counted(day, count, off)


@given(days, st.integers(1, 60), st.sets(st.integers(-90, 90), max_size=60))
def test_a_step_is_on_a_working_day_and_there_and_back_is_the_day(
    day: date, count: int, around: set[int]
) -> None:
    off = frozenset(day.toordinal() + each for each in around)
    step = moved(day, -count, off)
    assert is_working(step, off)
    assert step < day
    if is_working(day, off):
        assert moved(step, count, off) == day


@pytest.mark.parametrize("country", ["BE", "IT", "DE", "FR", "ES", "PL", "SE"])
def test_as_the_holidays_of_a_country_have_it(country: str) -> None:
    """A short form of `make working-days`."""
    known = holidays.country_holidays(country, years=range(2026, 2030))
    off = frozenset(each.toordinal() for each in known)
    for count in range(-60, 61, 7):
        for month in range(1, 13):
            day = date(2027, month, 17)
            if count and is_working(day, off):
                assert moved(day, count, off) == known.get_nth_working_day(day, count), (day, count)


def test_the_end_of_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        moved(date(1, 1, 3), -10)
