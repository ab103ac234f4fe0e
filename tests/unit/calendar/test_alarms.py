"""Alarms ring so long before what could happen first: by the clock, or at nine in the morning."""

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
) -> list[str]:
    (each,) = milestones(entry(stage(when, at=at), warn=warn))
    stands = times(each, windows)
    assert stands is not None
    said = alarms.lines(each, stands, leads, "Title", ";RELATED=END")
    return [line.removeprefix("TRIGGER;RELATED=END:") for line in said if line.startswith("TRIGGER")]


@pytest.mark.parametrize(
    ("lead", "at_nine", "at_the_hour"),
    [
        ("0d", "PT9H", "PT0S"),
        ("1d", "-PT15H", "-P1D"),
        ("2d", "-P1DT15H", "-P2D"),
        ("1w", "-P6DT15H", "-P7D"),
        ("1m", "-P30DT15H", "-P31D"),  # from 4 March
        ("1y", "-P364DT15H", "-P365D"),
    ],
)
def test_before_a_day_and_before_an_hour(lead: str, at_nine: str, at_the_hour: str) -> None:
    assert triggers(lead) == [at_nine]
    assert triggers(lead, at="17:00") == [at_the_hour]


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
    assert alarms.lines(each, stands, ("1d",), "A\\, b", "") == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:A\\, b",
        "TRIGGER:-PT15H",
        "END:VALARM",
    ]
