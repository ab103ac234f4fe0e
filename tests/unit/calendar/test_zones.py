"""The compact rule of a zone says what the zone does, or is not used."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from dateutil.tz import tzical

from clustercalls.calendar import zones

USUAL = (
    "Europe/Brussels", "Europe/Rome", "Europe/London", "Europe/Dublin", "Europe/Athens", "America/New_York",
    "America/Los_Angeles", "Australia/Sydney", "Pacific/Auckland", "Asia/Tokyo", "Asia/Kolkata",
    "Africa/Lagos", "America/Sao_Paulo", "Etc/GMT+12", "Etc/UTC", "Asia/Kathmandu", "Australia/Lord_Howe",
)  # fmt: skip
UNRULY = (
    "America/Santiago", "Africa/Casablanca", "Africa/Cairo", "Asia/Jerusalem", "Asia/Gaza", "Africa/El_Aaiun",
    "America/Nuuk", "Pacific/Easter",
)  # fmt: skip


def test_brussels() -> None:
    assert zones.lines("Europe/Brussels") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Brussels",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_zone_without_summer_time() -> None:
    assert zones.lines("Etc/GMT+12") == [
        "BEGIN:VTIMEZONE",
        "TZID:Etc/GMT+12",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-1200",
        "TZOFFSETTO:-1200",
        "TZNAME:-12",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize("name", [*USUAL, *UNRULY])
def test_another_library_reads_the_rule_as_the_zone_is(name: str) -> None:
    """dateutil expands the VTIMEZONE; it must agree all through two years."""
    text = "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", *zones.lines(name, (2027, 2050)), "END:VCALENDAR", ""]
    )
    read = tzical(io.StringIO(text)).get()
    assert read is not None
    assert list(icalendar.Calendar.from_ical(text).walk("VTIMEZONE"))
    zone = ZoneInfo(name)
    for year in (2027, 2050):
        moment = datetime(year, 1, 1)  # noqa: DTZ001 - a wall time
        assert zones.tells(name, year)
        while moment.year == year:
            true = moment.replace(tzinfo=zone)
            if true.utcoffset() == true.replace(fold=1).utcoffset():
                assert moment.replace(tzinfo=read).utcoffset() == true.utcoffset(), moment
            moment += timedelta(hours=13, minutes=30)


@pytest.mark.parametrize(
    ("name", "year", "holds"),
    [
        ("Europe/Brussels", 1996, True),
        ("Europe/Brussels", 1995, False),  # summer time ended in September
        ("Europe/Brussels", 1970, False),
        ("Europe/Brussels", 1940, False),
        ("Europe/Moscow", 2013, False),  # another hour all through the year
        ("Europe/Moscow", 2027, True),
        ("America/New_York", 2006, False),
        ("America/New_York", 2007, True),
        ("America/Sao_Paulo", 2018, False),
        ("America/Sao_Paulo", 2024, True),
        ("Africa/Casablanca", 2027, False),  # Ramadan
        ("America/Santiago", 2027, False),  # the first Sunday after a Saturday
    ],
)
def test_where_the_rule_holds(name: str, year: int, holds: bool) -> None:
    assert zones.holds(name, year) is holds


def test_the_dated_turns_of_years_and_of_those_before_them() -> None:
    assert zones.lines("Africa/Cairo", (2030, 2027, 2028)) == [
        "BEGIN:VTIMEZONE",
        "TZID:Africa/Cairo",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260424T000000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0300",
        "TZNAME:EEST",
        *(f"RDATE:{day}T000000" for day in (20260424, 20270430, 20280428, 20290427, 20300426)),
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261030T000000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200",
        "TZNAME:EET",
        *(f"RDATE:{day}T000000" for day in (20261030, 20271029, 20281027, 20291026, 20301101)),
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_reader_that_looks_for_the_last_turn_of_each_kind_finds_one_for_every_moment() -> None:
    """Every observance begins before the years that are asked for: icalendar of Ruby fails of another."""
    for name in UNRULY:
        begun = [line for line in zones.lines(name, (2027, 2028)) if line.startswith("DTSTART:")]
        assert begun, name
        assert all(line < "DTSTART:2027" for line in begun), (name, begun)


def test_a_zone_that_only_another_program_knows_has_none() -> None:
    assert zones.lines("Romance Standard Time", (2027,)) == []


@pytest.mark.parametrize(
    ("name", "year", "tells"),
    [
        ("Europe/Brussels", 2027, True),
        ("Europe/Brussels", 1995, False),
        ("America/Santiago", 2027, True),
        ("America/Santiago", 1970, False),
    ],
)
def test_which_years_are_told(name: str, year: int, tells: bool) -> None:
    assert zones.tells(name, year) is tells


def test_what_holds_predicts_every_turn_of_every_zone() -> None:
    """The offset by the rule, worked out here anew, at noon of each day of a year."""
    for name in sorted(available_timezones())[::9]:
        found = zones.rule(name)
        if found is None or not zones.holds(name, 2027):
            continue
        zone = ZoneInfo(name)
        offsets = {datetime(2027, 1, 1, tzinfo=UTC).astimezone(zone).utcoffset()}
        offsets |= {turn.after for turn in found.turns}
        true = {
            (datetime(2027, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)).astimezone(zone).utcoffset()
            for day in range(365)
        }
        assert true == offsets, name


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Brussels", "Europe/Brussels"),
        ("AoE", "Etc/GMT+12"),
        ("UTC+2", ""),
        ("UTC", ""),
        ("GMT-3", ""),
    ],
)
def test_identifier(zone: str, name: str) -> None:
    assert zones.identifier(zone) == name
    assert zones.displayed(zone) == (name or "UTC")
