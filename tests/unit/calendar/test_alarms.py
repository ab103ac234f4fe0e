"""Alarms ring so many days before what could happen first, at nine in the morning, never at night."""

from datetime import time

import pytest

from builders import entry, stage
from clustercalls.calendar import alarms
from clustercalls.calendar.times import times
from clustercalls.timeline import milestones


def triggers(
    *leads: str,
    when: str = "2027-04-04",
    at: str = "",
    windows: str = "span",
    warn: tuple[str, ...] | None = None,
    rings: str = "09:00",
    zone: str = "Europe/Brussels",
    clock: str = "",
) -> list[str]:
    (each,) = milestones(entry(stage(when, at=at, zone=zone), warn=warn))
    stands = times(each, windows)
    assert stands is not None
    ring = alarms.Ring(leads, time.fromisoformat(rings), clock)
    said = alarms.lines(each, stands, ring, "Title", ";RELATED=END")
    return [line.removeprefix("TRIGGER;RELATED=END:") for line in said if line.startswith("TRIGGER")]


@pytest.mark.parametrize(
    ("lead", "at_nine", "at_the_hour"),
    [
        ("0d", "PT9H", "-PT8H"),
        ("1d", "-PT15H", "-P1DT8H"),
        ("2d", "-P1DT15H", "-P2DT8H"),
        ("1w", "-P6DT15H", "-P7DT8H"),
        ("1m", "-P30DT15H", "-P31DT8H"),  # from 4 March
        ("1y", "-P364DT15H", "-P365DT8H"),
    ],
)
def test_before_a_day_and_before_an_hour(lead: str, at_nine: str, at_the_hour: str) -> None:
    assert triggers(lead) == [at_nine]
    assert triggers(lead, at="17:00") == [at_the_hour]


@pytest.mark.parametrize(
    ("lead", "at", "rings", "trigger"),
    [
        ("7d", "23:59", "09:00", "-P7DT14H59M"),
        ("1d", "23:59:30", "09:00", "-P1DT14H59M30S"),
        ("1d", "10:15", "08:30", "-P1DT1H45M"),
        ("0d", "08:00", "09:00", "-PT23H"),  # over at nine: the day before
        ("0d", "09:00", "09:00", "-P1D"),  # not when it is over
        ("1d", "05:00", "09:00", "-PT20H"),
    ],
)
def test_at_the_hour_of_alarms_and_never_when_it_is_over(
    lead: str, at: str, rings: str, trigger: str
) -> None:
    assert triggers(lead, at=at, rings=rings) == [trigger]


@pytest.mark.parametrize(
    ("at", "zone", "trigger"),
    [
        ("23:59", "AoE", "-P2DT4H59M"),  # 13:59 of the next day in Brussels
        ("17:00", "America/New_York", "-P1DT14H"),  # 23:00
        ("08:00", "Asia/Tokyo", "-PT16H"),  # 01:00
        ("17:00", "UTC+2", "-P1DT8H"),
        ("17:00", "Africa/Casablanca", "-P1DT9H"),  # in UTC, and so in dated turns
    ],
)
def test_it_is_the_hour_of_who_reads(at: str, zone: str, trigger: str) -> None:
    assert triggers("1d", when="2027-04-06", at=at, zone=zone, clock="Europe/Brussels") == [trigger]


@pytest.mark.parametrize(
    ("day", "at", "zone", "trigger"),
    [
        ("2027-03-29", "23:59", "AoE", "-P3DT3H59M"),  # 30 March 13:59 in Brussels, where summer has begun
        ("2027-03-31", "23:59", "AoE", "-P3DT4H59M"),  # as on other days
        ("2027-11-01", "23:59", "AoE", "-P3DT4H59M"),  # 2 November 12:59
        ("2027-03-29", "17:00", "UTC-3", "-P2DT12H"),
        ("2027-03-29", "17:00", "Asia/Tokyo", "-P2D"),
        ("2027-03-15", "17:00", "America/New_York", "-P2DT14H"),  # its own clock has turned: 3:00 there
        ("2027-03-29", "17:00", "Europe/Rome", "-P2DT8H"),  # where both turn, a day is a day
    ],
)
def test_the_hour_holds_where_clocks_turn_between(day: str, at: str, zone: str, trigger: str) -> None:
    assert triggers("2d", when=day, at=at, zone=zone, clock="Europe/Brussels") == [trigger]


def test_two_that_fall_together_are_one() -> None:
    assert triggers("0d", "1d", at="08:00") == ["-PT23H"]


def test_the_furthest_first_and_each_once() -> None:
    assert triggers("7d", "30d", "1w", "1m") == ["-P30DT15H", "-P29DT15H", "-P6DT15H"]


def test_before_the_first_day_of_doubt_wherever_it_stands() -> None:
    assert triggers("1d", when="2027-02") == ["-PT15H"]
    assert triggers("1d", when="2027-02", windows="end") == ["-P27DT15H"]
    assert triggers("1m", when="2027-03", windows="end") == ["-P57DT15H"]  # a month before the first


@pytest.mark.parametrize(("warn", "rings"), [((), []), (("2d",), ["-P1DT15H"]), (None, ["-P6DT15H"])])
def test_what_an_entry_says_itself_wins(warn: tuple[str, ...] | None, rings: list[str]) -> None:
    assert triggers("7d", warn=warn) == rings


def test_before_the_calendar_begins_none_can_ring() -> None:
    with pytest.raises(OverflowError):
        triggers("1y", when="0001-02-03")


def test_the_lines_of_one() -> None:
    (each,) = milestones(entry(stage("2027-04-04")))
    stands = times(each, "span")
    assert stands is not None
    assert alarms.lines(each, stands, alarms.Ring(("1d",)), "A\\, b", "") == [
        "BEGIN:VALARM",
        "X-CLUSTERCALLS-ALARM:OURS",
        "ACTION:DISPLAY",
        "DESCRIPTION:A\\, b",
        "TRIGGER:-PT15H",
        "END:VALARM",
    ]
