"""A series is one event: the next, else the last."""

from datetime import UTC, datetime

import pytest

from clustercalls.sources.calendars.components import CalendarPart, cut
from clustercalls.sources.calendars.moments import CalendarZones, NoMoment
from clustercalls.sources.calendars.series import is_series, occurrence
from counted import calls_of

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)
MOST_CALLS = 400_000
HOUR = "DTSTART;TZID=Europe/Brussels:20270105T100000"


def parts(*events: str) -> list[CalendarPart]:
    text = "".join(f"BEGIN:VEVENT\nUID:1\n{each}\nEND:VEVENT\n" for each in events)
    calendar = cut(f"BEGIN:VCALENDAR\n{text}END:VCALENDAR\n")
    assert calendar is not None
    return calendar.parts


def refused(event: str) -> None:
    with pytest.raises(NoMoment, match="cannot be followed"):
        following(event)


def following(*events: str, now: datetime = NOW) -> str:
    first, *others = parts(*events)
    moment = occurrence(first, others, CalendarZones({}, "Europe/Brussels"), now)
    return f"{moment.at:%Y-%m-%d %H:%M}" if moment.at else moment.day.isoformat()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"{HOUR}\nRRULE:FREQ=WEEKLY", "2027-01-12 10:00"),
        (f"{HOUR}\nRRULE:FREQ=WEEKLY; BYDAY=TU, WE", "2027-01-12 10:00"),
        (f"{HOUR}\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Brussels:20270112T100000", "2027-01-19 10:00"),
        ("DTSTART:20260706T080000Z\nRRULE:FREQ=DAILY", "2027-01-11 09:00"),
        ("DTSTART;VALUE=DATE:20260706\nRRULE:FREQ=MONTHLY", "2027-02-06"),
        ("DTSTART;VALUE=DATE:20200229\nRRULE:FREQ=YEARLY", "2028-02-29"),
        (f"{HOUR}\nRDATE;TZID=Europe/Brussels:20270301T110000,bad", "2027-03-01 11:00"),
        (f"{HOUR}\nRRULE:FREQ=WEEKLY;UNTIL=20270118T000000Z", "2027-01-12 10:00"),
        ("DTSTART;VALUE=DATE:20270105\nRRULE:FREQ=WEEKLY;UNTIL=20270118T000000Z", "2027-01-12"),
        (f"{HOUR}\nRRULE:FREQ=WEEKLY;BYHOUR=10;BYDAY=WE", "2027-01-13 10:00"),
        ("DTSTART;TZID=Nowhere:20270105T100000\nRRULE:FREQ=WEEKLY", "2027-01-12"),
    ],
)
def test_the_next_one(lines: str, expected: str) -> None:
    assert following(lines) == expected


def test_the_hour_stays_on_its_clock_when_the_clocks_change() -> None:
    assert following(f"{HOUR}\nRRULE:FREQ=WEEKLY", now=datetime(2027, 7, 1, tzinfo=UTC)) == "2027-07-06 10:00"


def test_the_last_one_of_a_series_that_is_over() -> None:
    """Not the first again: it would be told as moved."""
    assert (
        following(f"{HOUR}\nRRULE:FREQ=WEEKLY;COUNT=3", now=datetime(2027, 6, 1, tzinfo=UTC))
        == "2027-01-19 10:00"
    )


def test_one_that_was_called_off_and_one_that_was_moved() -> None:
    off = "RECURRENCE-ID;TZID=Europe/Brussels:20270112T100000\nSTATUS:CANCELLED\n" + HOUR.replace(
        "0105", "0112"
    )
    moved = "RECURRENCE-ID;TZID=Europe/Brussels:20270119T100000\n" + HOUR.replace("0105", "0120")
    assert following(f"{HOUR}\nRRULE:FREQ=WEEKLY", off) == "2027-01-19 10:00"
    assert following(f"{HOUR}\nRRULE:FREQ=WEEKLY", off, moved) == "2027-01-20 10:00"


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY;INTERVAL=24", "FREQ=DAILY;BYHOUR=1,2"]
)
def test_what_comes_again_every_moment_is_refused(rule: str) -> None:
    with pytest.raises(NoMoment, match="every moment"):
        following(f"{HOUR}\nRRULE:{rule}")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",  # never: it would be looked for until the year 9999
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=99999",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;COUNT=x",
        "FREQ=FORTNIGHTLY",
        "COUNT=3",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=366",
        "FREQ=MONTHLY;BYSETPOS=-300",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY\nRRULE:FREQ=DAILY\nRRULE:FREQ=DAILY\nRRULE:FREQ=DAILY",
    ],
)
def test_what_cannot_be_followed_is_refused(rule: str) -> None:
    assert calls_of(refused, f"{HOUR}\nRRULE:{rule}") < MOST_CALLS


def test_the_day_on_its_own_clock_tells_whether_it_has_any() -> None:
    """In Brussels it would be the first of January, and a rule for February would have days."""
    assert calls_of(refused, "DTSTART:20271231T235900Z\nRRULE:FREQ=MONTHLY;BYMONTH=2") < MOST_CALLS


def test_what_is_a_series() -> None:
    assert [is_series(each) for each in parts(HOUR, f"{HOUR}\nRRULE:FREQ=WEEKLY", "RDATE:20270101")] == [
        False,
        True,
        True,
    ]
    with pytest.raises(NoMoment, match="no date"):
        following("RRULE:FREQ=WEEKLY")
