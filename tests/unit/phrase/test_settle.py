"""The years that dates are given by today, forwards and backwards, and what the ends of a stretch share."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.phrase.points import Impossible, Point
from clustercalls.phrase.said import Turn
from clustercalls.phrase.settle import End, follow, settled
from clustercalls.phrase.vocabulary import NotUnderstood

TODAY = date(2026, 11, 18)  # a Wednesday
AHEAD, BACK = Turn(TODAY, back=False), Turn(TODAY, back=True)

patient = settings(deadline=None)  # a busy machine is not a bug

YEARLESS = [
    (Point(month=11, day=18), "2026-11-18", "2026-11-18"),
    (Point(month=11, day=19), "2026-11-19", "2025-11-19"),
    (Point(month=11, day=17), "2027-11-17", "2026-11-17"),
    (Point(month=2, day=29), "2028-02-29", "2024-02-29"),
    (Point(month=11), "2026-11", "2026-11"),
    (Point(month=12), "2026-12", "2025-12"),
    (Point(month=24), "2026-24", "2025-24"),
    (Point(month=11, third=1), "2027-11-01", "2026-11-01"),
    (Point(month=11, third=3), "2026-11-21", "2025-11-21"),
    (Point(month=11, half=1), "2027-11-01", "2026-11-01"),
    (Point(month=11, half=2), "2026-11-16", "2026-11-16"),
    (Point(weekday=2), "2026-11-18", "2026-11-18"),
    (Point(weekday=3), "2026-11-19", "2026-11-12"),
    (Point(ahead=-1), "2026-11-17", "2026-11-17"),
]


@pytest.mark.parametrize(("said", "next_one", "last_one"), YEARLESS)
def test_a_year_left_out_is_the_next_one_or_the_last(said: Point, next_one: str, last_one: str) -> None:
    assert [settled([said], turn)[0].first for turn in (AHEAD, BACK)] == [next_one, last_one]


@patient
@given(st.dates(date(100, 1, 1), date(9900, 12, 31)), st.dates())
def test_the_last_one_is_never_ahead_and_the_next_one_never_past(today: date, day: date) -> None:
    said = Point(month=day.month, day=day.day)
    found = [date.fromisoformat(settled([said], Turn(today, back=back))[0].first) for back in (True, False)]
    assert found[0] <= today <= found[1]
    assert all((each.month, each.day) == (day.month, day.day) for each in found)


@pytest.mark.parametrize(
    ("third", "first", "last"),
    [(1, "2028-02-01", "2028-02-10"), (2, "2028-02-11", "2028-02-20"), (3, "2028-02-21", "2028-02-29")],
)
def test_a_month_has_three_parts(third: int, first: str, last: str) -> None:
    assert settled([Point("2028", 2, third=third)], AHEAD) == (End(first, last, closes=third == 3),)


@pytest.mark.parametrize(
    ("month", "half", "first", "last"),
    [
        (2, 1, "2027-02-01", "2027-02-15"),
        (2, 2, "2027-02-16", "2027-02-28"),
        (4, 2, "2027-04-16", "2027-04-30"),
    ],
)
def test_a_month_has_two_halves(month: int, half: int, first: str, last: str) -> None:
    assert settled([Point("2027", month, half=half)], AHEAD) == (End(first, last),)


def test_a_midnight_named_leaves_no_hour() -> None:
    assert settled([Point("2027", 4, 4, hour="T24:00")], AHEAD) == (
        End("2027-04-04", "2027-04-04", to_the_end=True),
    )


def test_both_ends_of_a_stretch_keep_their_hours() -> None:
    ends = settled([Point("", 0, 4, hour="T09:00"), Point("2027", 4, 6, hour="T17:00", zone="CET")], AHEAD)
    assert ends == (
        End("2027-04-04", "2027-04-04", "T09:00"),
        End("2027-04-06", "2027-04-06", "T17:00", "CET"),
    )


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([Point("2027", 4, 4), Point("", 0, 17, hour="T17:00")], "a day needs its month"),
        ([Point("", 4, 31)], "there is no such day"),
        ([Point("2027", 4, hour="T12:00")], "an hour needs its day"),
    ],
)
def test_days_that_cannot_be(points: list[Point], reason: str) -> None:
    with pytest.raises(Impossible, match=reason):
        settled(points, AHEAD)


def test_without_today_a_year_is_needed() -> None:
    with pytest.raises(NotUnderstood, match="it depends on today"):
        settled([Point(month=4, day=4)], Turn(None, back=False))


def test_the_last_day_of_a_month_is_a_day_with_its_hour() -> None:
    assert settled([Point("2028", 2, third=4, hour="T17:00")], AHEAD) == (
        End("2028-02-29", "2028-02-29", "T17:00"),
    )


def test_a_zone_said_twice_is_one_where_the_day_bears_it_out() -> None:
    (end,) = settled([Point("2027", 3, 4, hour="T17:00", zone="CET=UTC+1")], AHEAD)
    assert end.zone == "CET"
    with pytest.raises(Impossible, match=r"CET is not UTC\+1 on that day"):
        settled([Point("2027", 7, 4, hour="T17:00", zone="CET=UTC+1")], AHEAD)


def test_one_day_follows_another() -> None:
    assert follow("2027-02-28", "2027-03-01")
    assert not follow("2027-03-01", "2027-03-01")
