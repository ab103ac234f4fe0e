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
    "Pacific/Easter",
)  # fmt: skip
UNRULY = (
    "America/Santiago", "Africa/Casablanca", "Africa/Cairo", "Asia/Jerusalem", "Asia/Gaza", "Africa/El_Aaiun",
    "America/Nuuk", "America/Scoresbysund",
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
def test_other_libraries_read_the_rule_as_the_zone_is(name: str) -> None:
    """dateutil and icalendar expand the VTIMEZONE; they must agree all through these years."""
    years = (2027, 2040, 2050)  # in 2040 the clock of Gaza turns twice within a week
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *zones.lines(name, years), "END:VCALENDAR", ""])
    read = tzical(io.StringIO(text)).get()
    assert read is not None
    [component] = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert isinstance(component, icalendar.Timezone)
    also = component.to_tz(lookup_tzid=False)
    zone = ZoneInfo(name)
    for year in years:
        moment = datetime(year, 1, 1)  # noqa: DTZ001 - a wall time
        assert zones.tells(name, year)
        while moment.year == year:
            true = moment.replace(tzinfo=zone)
            if true.utcoffset() == true.replace(fold=1).utcoffset():
                assert moment.replace(tzinfo=read).utcoffset() == true.utcoffset(), moment
                assert moment.replace(tzinfo=also).utcoffset() == true.utcoffset(), moment
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
    days = {
        "DAYLIGHT": (20260424, 20270430, 20290427, 20300426),
        "STANDARD": (20261030, 20271029, 20291026, 20301101),
    }
    assert zones.lines("Africa/Cairo", (2030, 2027)) == [
        "BEGIN:VTIMEZONE",
        "TZID:Africa/Cairo",
        *(
            line
            for kind, offsets in (
                ("DAYLIGHT", ("+0200", "+0300", "EEST")),
                ("STANDARD", ("+0300", "+0200", "EET")),
            )
            for day in days[kind][1:]
            for line in (
                f"BEGIN:{kind}",
                f"DTSTART:{days[kind][0]}T000000",
                f"TZOFFSETFROM:{offsets[0]}",
                f"TZOFFSETTO:{offsets[1]}",
                f"TZNAME:{offsets[2]}",
                f"RDATE:{days[kind][0]}T000000",
                f"RDATE:{day}T000000",
                f"END:{kind}",
            )
        ),
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize("name", UNRULY)
@pytest.mark.parametrize("years", [(2027,), (2026, 2027, 2028, 2029), (2027, 2030, 2038), (2039, 2041)])
def test_a_reader_of_the_first_and_the_last_date_of_each_observance(
    name: str, years: tuple[int, ...]
) -> None:
    """It takes the newest turn of those before a moment: ts-ics does so, and reads no date in between."""
    turns: list[tuple[str, str]] = []
    dates: list[str] = []
    for line in zones.lines(name, years):
        head, _, value = line.partition(":")
        if head in {"DTSTART", "RDATE"}:
            dates.append(value)
        elif head == "TZOFFSETTO":
            after = value
        elif head == "END" and dates:
            turns += [(dates[0], after), (dates[-1], after)]
            dates = []
    zone = ZoneInfo(name)
    for year in years:
        moment = datetime(year, 1, 1)  # noqa: DTZ001 - a wall time
        while moment.year == year:
            true = moment.replace(tzinfo=zone)
            if true.utcoffset() == true.replace(fold=1).utcoffset():
                newest = max(turn for turn in turns if turn[0] <= f"{moment:%Y%m%dT%H%M%S}")
                assert newest[1] == f"{true:%z}", moment
            moment += timedelta(hours=31)


@pytest.mark.parametrize("name", UNRULY)
@pytest.mark.parametrize("first", [1971, 1990, 2010, 2015, 2019, 2022, 2024, 2027])
def test_a_reader_that_looks_for_the_last_turn_of_each_kind_finds_one(name: str, first: int) -> None:
    """Every observance begins before the years that are told: icalendar of Ruby fails of another."""
    years = [year for year in range(first, 2060) if zones.tells(name, year)]
    begun = [line for line in zones.lines(name, years) if line.startswith("DTSTART:")]
    assert begun
    assert max(begun) < f"DTSTART:{years[0]}"


def test_a_zone_that_only_another_program_knows_has_none() -> None:
    assert zones.lines("Romance Standard Time", (2027,)) == []


@pytest.mark.parametrize(
    ("name", "year", "tells"),
    [
        ("Europe/Brussels", 2027, True),
        ("Europe/Brussels", 1995, False),
        ("America/Santiago", 2027, True),
        ("America/Santiago", 1970, False),
        ("Africa/Cairo", 2022, False),  # no summer time, before there was one again
        ("Africa/Cairo", 2025, True),
        ("America/Nuuk", 2022, False),  # an hour behind what it is now
        ("America/Nuuk", 2027, True),
        ("Africa/Casablanca", 2090, False),  # of Ramadan after 2087 nothing is known yet
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
