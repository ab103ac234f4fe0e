"""Days without a run are a gap when the last run is longer ago than twice the period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.phrase.periods import read
from clustercalls.reminders.gaps import Gap, Runs, after_run

LAST = date(2026, 12, 2)


@pytest.mark.parametrize(
    ("every", "today", "gap"),
    [
        ("1d", date(2026, 12, 4), None),
        ("1d", date(2026, 12, 5), Gap(date(2026, 12, 3), date(2026, 12, 4))),
        ("3d", date(2026, 12, 8), None),
        ("3d", date(2026, 12, 9), Gap(date(2026, 12, 3), date(2026, 12, 8))),
        ("1m", date(2027, 2, 2), None),
        ("1m", date(2027, 2, 3), Gap(date(2026, 12, 3), date(2027, 2, 2))),
        ("1d", LAST, None),
        ("1d", date(2026, 12, 1), None),
        ("9999y", date(2030, 1, 1), None),
    ],
)
def test_longer_than_twice(every: str, today: date, gap: Gap | None) -> None:
    assert after_run(Runs(LAST), today, read(every)) == Runs(today, (gap,) if gap else ())


def test_the_first_run_and_one_of_no_period_have_none() -> None:
    today = LAST + timedelta(days=90)
    assert after_run(None, today, read("1d")) == after_run(Runs(LAST), today, None) == Runs(today)


def test_a_gap_that_was_not_told_stays_beside_the_next() -> None:
    once = after_run(Runs(LAST), date(2026, 12, 10), read("1d"))
    assert after_run(once, date(2026, 12, 11), None) == Runs(date(2026, 12, 11), once.gaps)
    twice = after_run(once, date(2026, 12, 20), read("1d"))
    assert [each.edtf for each in twice.gaps] == ["2026-12-03/2026-12-09", "2026-12-11/2026-12-19"]


@given(st.dates(), st.integers(1, 400), st.integers(1, 60))
def test_no_day_of_a_run_is_in_a_gap(last: date, days: int, every: int) -> None:
    try:
        today = last + timedelta(days=days)
    except OverflowError:
        return
    for gap in after_run(Runs(last), today, read(f"{every}d")).gaps:
        assert last < gap.first <= gap.last < today
        assert days > 2 * every
