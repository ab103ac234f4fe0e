"""What falls into a window: every day that it could be on counts, and what has no date is in none."""

from datetime import date

import pytest

from builders import at, milestone
from clustercalls.phrase.windows import Window
from clustercalls.query.within import is_within

NOW = at("2017-03-01T12:00")


@pytest.mark.parametrize(("when", "first", "last", "expected"), [
    ("2017-03-10", "2017-03-01", "2017-03-10", True), ("2017-03-11", "2017-03-01", "2017-03-10", False),
    ("2017-02-28", "2017-03-01", "2017-03-10", False), ("2017-02/2017-04", "2017-03-05", "2017-03-06", True),
    ("2017-03/..", "2017-05-01", "2017-06-01", True), ("../2017-03-10", "2017-03-11", "2017-06-01", False),
    ("", "2017-03-01", "2017-03-10", False), ("2017-03-10", "", "2017-03-10", True),
    ("2017-03-10", "2017-03-10", "", True),
])  # fmt: skip
def test_some_day_of_it_is_in_the_window(when: str, first: str, last: str, *, expected: bool) -> None:
    window = Window(*(date.fromisoformat(each) if each else None for each in (first, last)))
    assert is_within(milestone(when), window, NOW) is expected


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Auckland", "2017-03-02"), ("Europe/Brussels", "2017-03-01")]
)
def test_today_is_now_on_whatever_calendar(zone: str, day: str) -> None:
    late = at("2017-03-01T20:00")
    window = Window(date(2017, 3, 1), date(2017, 3, 1))
    assert is_within(milestone(day, zone=zone), window, late)
