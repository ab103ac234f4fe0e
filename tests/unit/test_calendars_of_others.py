"""Calendars as programs of all kinds write them: what is good in each comes, whatever stands beside it.

Each case is the event that is odd, and what becomes of it: its first day, last day, hour and zone, or
why it is left out. A good event stands behind every one of them.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from icalendar import Calendar
from icalendar.timezone import tzp

from clustercalls.candidate import Candidate
from clustercalls.errors import Problem
from clustercalls.sources.calendars import patience
from clustercalls.sources.calendars.read import candidates
from clustercalls.zones import zone_of

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)
GOOD = "BEGIN:VEVENT\nUID:good\nSUMMARY:Good\nDTSTART:20270310T100000Z\nEND:VEVENT\n"
AT = "DTSTART:20270310T100000Z"
ROME = "DTSTART;TZID=Europe/Rome:20270104T100000"
RULES = (
    "BEGIN:STANDARD\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nTZOFFSETFROM:+0200\n"
    "TZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19700329T020000\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT"
)


class When(NamedTuple):
    """What becomes of an event."""

    when: str
    at: str = ""
    zone: str = ""
    until: str = ""


ELEVEN = When("2027-03-10", "11:00:00", "Europe/Brussels")
DAY = When("2027-03-10")


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\n".join((f"BEGIN:{kind}", "UID:1", "SUMMARY:Odd", *lines, f"END:{kind}")) + "\n"


def zone(*lines: str) -> str:
    return "\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE")) + "\n"


def on_a_clock(name: str, day: str = "20270310") -> str:
    return event(f"DTSTART;TZID={name}:{day}T100000")


SERIES = event(ROME, "RRULE:FREQ=WEEKLY")
CASES: dict[str, tuple[str, When | str]] = {
    "a zone as Windows names it": (
        on_a_clock('"W. Europe Standard Time"'),
        When("2027-03-10", "10:00:00", "Europe/Berlin"),
    ),
    "a zone of Exchange": (on_a_clock('"(UTC+01:00) Amsterdam, Berlin: Rome"'), DAY),
    "a zone of Evolution": (
        on_a_clock("/freeassociation.sourceforge.net/Tzfile/Europe/Rome"),
        When("2027-03-10", "10:00:00", "Europe/Rome"),
    ),
    "a zone of Mozilla": (
        on_a_clock("/mozilla.org/20050126_1/Europe/Berlin"),
        When("2027-03-10", "10:00:00", "Europe/Berlin"),
    ),
    "a zone of three parts": (
        on_a_clock("America/Argentina/Buenos_Aires"),
        When("2027-03-10", "10:00:00", "America/Argentina/Buenos_Aires"),
    ),
    "no zone between the signs": (on_a_clock(""), When("2027-03-10", "10:00:00", "Europe/Brussels")),
    "a zone that leaves its folder": (on_a_clock("../../etc/passwd"), DAY),
    "a zone that is described": (
        zone("TZID:Own", RULES) + on_a_clock("Own", "20270710"),
        When("2027-07-10", "10:00:00", "Europe/Brussels"),
    ),
    "a zone that is described behind it": (
        on_a_clock("Own", "20270710") + zone("TZID:Own", RULES),
        When("2027-07-10", "10:00:00", "Europe/Brussels"),
    ),
    "a zone without rules": (zone("TZID:Own") + on_a_clock("Own"), DAY),
    "a zone of nonsense": (
        zone("TZID:Own", "BEGIN:STANDARD", "TZOFFSETTO:+9999", "END:STANDARD") + on_a_clock("Own"),
        DAY,
    ),
    "UTC and a zone": (event("DTSTART;TZID=Europe/Rome:20270310T100000Z"), ELEVEN),
    "a day with an hour": (event("DTSTART;VALUE=DATE:20270310T100000"), DAY),
    "a day that is not called one": (event("DTSTART:20270310"), DAY),
    "ISO with dashes": (event("DTSTART:2027-03-10T10:00:00Z"), ELEVEN),
    "an offset": (event("DTSTART:2027-03-10T12:00:00+02:00"), ELEVEN),
    "an offset without a colon": (event("DTSTART:20270310T053000-0430"), ELEVEN),
    "small letters": (event(AT).lower(), ELEVEN),
    "blanks around": (event("DTSTART: 20270310T100000Z "), ELEVEN),
    "the second that is leapt": (
        event("DTSTART:20270310T225960Z"),
        When("2027-03-10", "23:59:59", "Europe/Brussels"),
    ),
    "no such month": (event("DTSTART:20271345T000000Z"), "is no date"),
    "for ever": (event("DTSTART:99991231T000000Z"), "the year 9999 is no date of a call"),
    "nothing": (event("DTSTART:16010101T000000Z"), "the year 1601 is no date of a call"),
    "no date": (event(), "it has no date"),
    "an end before it": (event(AT, "DTEND:20270309T100000Z"), "it ends before it starts"),
    "an end that is its start": (event(AT, "DTEND:20270310T100000Z"), ELEVEN),
    "an end on its day": (event("DTSTART:20270310", "DTEND:20270310"), DAY),
    "days, and the end an hour": (event("DTSTART;VALUE=DATE:20270310", "DTEND:20270311T100000Z"), DAY),
    "an hour, and the end a day": (
        event(AT, "DTEND;VALUE=DATE:20270312"),
        ELEVEN._replace(until="2027-03-12"),
    ),
    "a length that goes back": (event(AT, "DURATION:-PT1H"), "it ends before it starts"),
    "a length of parts": (event(AT, "DURATION:P1DT1.5H"), "is no length of time"),
    "until, on its clock": (
        event(ROME, "RRULE:FREQ=WEEKLY;UNTIL=20270901T100000"),
        When("2027-01-11", "10:00:00", "Europe/Rome"),
    ),
    "until a day": (
        event(ROME, "RRULE:FREQ=WEEKLY;UNTIL=20270901"),
        When("2027-01-11", "10:00:00", "Europe/Rome"),
    ),
    "days until an hour": (
        event("DTSTART:20260910", "RRULE:FREQ=WEEKLY;UNTIL=20270901T000000Z"),
        When("2027-01-14"),
    ),
    "a day of the week that is none": (
        event(AT, "RRULE:FREQ=WEEKLY;BYDAY=XX"),
        "its rule cannot be followed",
    ),
    "the first Monday of a week": (
        event("DTSTART:20260101", "RRULE:FREQ=WEEKLY;BYDAY=1MO"),
        When("2027-01-11"),
    ),
    "the last Friday": (event("DTSTART:20260101", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"), When("2027-01-29")),
    "the 31st": (event("DTSTART:20260131", "RRULE:FREQ=MONTHLY"), When("2027-01-31")),
    "29 February": (event("DTSTART:20240229", "RRULE:FREQ=YEARLY"), When("2028-02-29")),
    "30 February": (event(AT, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "its rule cannot be followed"),
    "no rule": (event(AT, "RRULE:"), ELEVEN),
    "a rule that has an end sign": (
        event("DTSTART:20260101", "RRULE:FREQ=WEEKLY;BYDAY=MO;"),
        When("2027-01-11"),
    ),
    "a rule of before": (event(AT, "RRULE:W1 MO #10"), "its rule cannot be followed"),
    "every second": (event(AT, "RRULE:FREQ=SECONDLY"), "it comes again every moment"),
    "every other week since long ago": (
        event("DTSTART:19700101", "RRULE:FREQ=WEEKLY;INTERVAL=2"),
        When("2027-01-14"),
    ),
    "every third day since long ago": (
        event("DTSTART:19700101", "RRULE:FREQ=DAILY;INTERVAL=3"),
        When("2027-01-11"),
    ),
    "more often than can be": (
        event("DTSTART:19700101", "RRULE:FREQ=DAILY;COUNT=99999999"),
        When("2027-01-10"),
    ),
    "dates with lengths": (
        event("DTSTART:20260101T100000Z", "RDATE;VALUE=PERIOD:20270310T100000Z/PT2H"),
        ELEVEN,
    ),
    "dates that are taken out": (
        event(ROME, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Rome:20270111T100000,20270118T100000"),
        When("2027-01-25", "10:00:00", "Europe/Rome"),
    ),
    "one that moved": (
        SERIES
        + event("RECURRENCE-ID;TZID=Europe/Rome:20270111T100000", "DTSTART;TZID=Europe/Rome:20270112T150000"),
        When("2027-01-12", "15:00:00", "Europe/Rome"),
    ),
    "one that moved, before its series": (
        event("RECURRENCE-ID:20270111T090000Z", "DTSTART:20270112T140000Z") + SERIES,
        When("2027-01-12", "15:00:00", "Europe/Rome"),
    ),
    "all from one on moved": (
        SERIES
        + event(
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Rome:20270104T100000",
            "DTSTART;TZID=Europe/Rome:20270105T150000",
        ),
        When("2027-01-12", "15:00:00", "Europe/Rome"),
    ),
    "one of a series that is not there": (event("RECURRENCE-ID:20270111T100000Z", AT), ELEVEN),
    "an alarm of nonsense": (
        event(AT, "BEGIN:VALARM", "TRIGGER:-PT", "DTSTART:x", "BEGIN:VALARM", "END:VALARM", "END:VALARM"),
        ELEVEN,
    ),
    "10 MB beside it": (event(AT, f"ATTACH;ENCODING=BASE64;VALUE=BINARY:{'QUJD' * 2_500_000}"), ELEVEN),
    "a line that was not folded": (event(AT, "DESCRIPTION:one", "two without a blank", "three: x"), ELEVEN),
    "parameters without end": (event("DTSTART;" + "A=1;" * 50_000 + "B=2:20270310T100000Z"), ELEVEN),
    "components in it": (event(AT, *["BEGIN:X"] * 5_000, *["END:X"] * 5_000), ELEVEN),
}


def read(data: bytes) -> list[Candidate | Problem]:
    made = candidates(data, "cal", NOW, "Europe/Brussels")
    return [each for each in made if isinstance(each, Candidate | Problem)]


def titles(made: list[Candidate | Problem]) -> list[str]:
    return [each.title for each in made if isinstance(each, Candidate)]


def calendar(*parts: str) -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(parts)}END:VCALENDAR\n"


@pytest.mark.parametrize("name", CASES)
def test_what_becomes_of_it(name: str) -> None:
    text, expected = CASES[name]
    odd, good = read(calendar(text, GOOD).encode())
    assert titles([good]) == ["Good"]
    if isinstance(expected, str):
        assert isinstance(odd, Problem)
        assert expected in odd.message
        return
    assert isinstance(odd, Candidate)
    (stage,) = odd.entry["stage"]
    assert When(*(stage.get(key, "") for key in ("when", "at", "zone", "until"))) == expected


ALIKE = [
    name
    for name, (text, when) in CASES.items()
    if isinstance(when, When) and when.at and "RULE:FREQ=W" not in text and "RDATE" not in text
    if name != "UTC and a zone"  # the other takes the zone, RFC 5545 the sign of UTC
]


@pytest.mark.parametrize("name", ALIKE)
def test_the_moment_is_that_of_another_reader(name: str) -> None:
    text, expected = CASES[name]
    assert isinstance(expected, When)
    tzp.use_default()  # the other keeps the zones of all that it ever read by their names alone
    try:
        events = Calendar.from_ical(calendar(text)).walk("VEVENT")
        start = getattr(events[0]["DTSTART"], "dt", None)
    except Exception as error:  # noqa: BLE001 - it reads less than we do
        pytest.skip(f"the other does not read it: {error}")
    if not isinstance(start, datetime) or start.tzinfo is None:
        return
    ours = datetime.fromisoformat(f"{expected.when}T{expected.at}").replace(tzinfo=zone_of(expected.zone))
    assert abs(ours - start) <= timedelta(seconds=1)


def test_a_bad_single_is_named_and_its_series_stays() -> None:
    problem, series, good = read(calendar(SERIES, event("RECURRENCE-ID:junk", AT), GOOD).encode())
    assert isinstance(problem, Problem)
    assert titles([series, good]) == ["Odd", "Good"]


TEXT = calendar(event(AT).replace("Odd", "Réunion à Gênes"), GOOD)
INSIDE = re.compile(rb"R\xc3(?=\xa9)")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("latin-1"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\n\n").encode(),
        INSIDE.sub(b"R\xc3\r\n ", TEXT.encode()),
        TEXT.replace("END:VCALENDAR\n", "").encode(),
        TEXT.removeprefix("BEGIN:VCALENDAR\nVERSION:2.0\n").encode(),
        (calendar() + TEXT + calendar()).encode(),
        (" " + TEXT).encode(),
    ],
)
def test_whatever_it_is_written_in(data: bytes) -> None:
    assert titles(read(data)) == ["Réunion à Gênes", "Good"]


def test_of_hundreds_of_series_those_are_named_for_which_no_time_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each alone takes a fifteenth of a second, all of them longer than a calendar is given."""
    monkeypatch.setattr(patience, "SERIES_SECONDS", 1e-9)  # gone with the first
    series = "".join(
        event("DTSTART:19700101T000000Z", "RRULE:FREQ=DAILY;COUNT=90000").replace("UID:1", f"UID:{number}")
        for number in range(400)
    )
    made = read(calendar(GOOD, series).encode())
    assert len(made) == 401
    assert titles(made)[0] == "Good"
    assert sum(isinstance(each, Problem) for each in made) == 399
