"""Zones by name, and the instants of wall times where clocks change, and the day it is on each calendar."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import BRUSSELS, at, fuzzy
from clustercalls import zones
from clustercalls.zones import UNKNOWN, Moment, instant, zone_of

SOURCE = Path(zones.__file__).parent
JUDGING = ("query", "reminders", "phrase", "history")

patient = settings(deadline=None)  # a busy machine is not a bug

FIXED = [
    ("AoE", -12 * 60),
    ("UTC", 0),
    ("GMT", 0),
    ("UTC+2", 120),
    ("UTC-2", -120),
    ("UTC+02", 120),
    ("UTC+02:30", 150),
    ("UTC+0545", 345),
    ("GMT-9", -540),
    ("UTC+14", 840),
    ("UTC-14", -840),
]


@pytest.mark.parametrize(("name", "minutes"), FIXED)
def test_zones_of_a_fixed_offset(name: str, minutes: int) -> None:
    for moment in (datetime(2017, 1, 1, tzinfo=UTC), datetime(2017, 7, 1, tzinfo=UTC)):
        assert moment.astimezone(zone_of(name)).utcoffset() == timedelta(minutes=minutes)


@pytest.mark.parametrize("name", ["AoE", "UTC+2"])
def test_they_keep_their_name(name: str) -> None:
    zone = zone_of(name)
    assert isinstance(zone, timezone)
    assert zone.tzname(None) == name


def test_zones_of_iana_follow_the_season() -> None:
    brussels = zone_of(BRUSSELS)
    assert datetime(2017, 1, 1, tzinfo=brussels).utcoffset() == timedelta(hours=1)
    assert datetime(2017, 7, 1, tzinfo=brussels).utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    "name",
    ["", "Europe", "Europe/Brussel", "Brussels", "UTC+", "UTC+15", "UTC-14:01", "UTC+2:60", "UTC 2",
     "UTC+123", "GMT+", "../etc/localtime", "/etc/localtime", "a\x00b", "UTC+٢", "aoe"],
)  # fmt: skip
def test_no_such_zone(name: str) -> None:
    with pytest.raises(ValueError, match=r"\A"):
        zone_of(name)


@patient
@given(st.text(max_size=12) | st.from_regex(r"\A(UTC|GMT)[+-][0-9]{0,3}(:[0-9]{1,2})?\Z"))
def test_a_name_is_a_zone_or_refused(name: str) -> None:
    try:
        zone = zone_of(name)
    except ValueError:
        return
    assert zone.utcoffset(datetime(2017, 1, 1)) is not None  # noqa: DTZ001 - as zones are asked


@patient
@given(
    st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
    st.sampled_from([BRUSSELS, "America/New_York", "Atlantic/Azores", "Australia/Lord_Howe"]),
)
def test_an_instant_is_the_earlier_of_the_readings_of_its_wall_time(wall: datetime, zone: str) -> None:
    found = instant(fuzzy(f"{wall:%Y-%m-%d}"), wall.time().replace(fold=0), zone)
    both = [wall.replace(tzinfo=zone_of(zone), fold=fold).timestamp() for fold in (0, 1)]
    assert found is not None
    assert found.timestamp() == min(both)


def test_what_an_offset_chose_stays_chosen() -> None:
    found = instant(fuzzy("2017-10-29"), time(2, 30, fold=1), BRUSSELS)
    assert found is not None
    assert found.astimezone(UTC) == datetime(2017, 10, 29, 1, 30, tzinfo=UTC)


TODAY = [
    # now, on whose calendar, the day
    ("2017-04-04T23:00:00+02:00", BRUSSELS, "2017-04-04"),
    ("2017-04-04T23:00:00+02:00", "America/New_York", "2017-04-04"),
    ("2017-04-05T05:59:59+02:00", "America/New_York", "2017-04-04"),
    ("2017-04-05T06:00:00+02:00", "America/New_York", "2017-04-05"),
    ("2017-04-05T13:59:59+02:00", "AoE", "2017-04-04"),
    ("2017-04-05T14:00:00+02:00", "AoE", "2017-04-05"),
    ("2017-04-04T17:00:00+02:00", "Asia/Tokyo", "2017-04-05"),
    ("2017-04-04T23:59:59+02:00", "", "2017-04-04"),  # the registry's own
]


@pytest.mark.parametrize(("now", "zone", "expected"), TODAY)
def test_today_is_a_day_of_that_zones_calendar(now: str, zone: str, expected: str) -> None:
    moment = at(now)
    assert moment.today(zone) == date.fromisoformat(expected)
    assert moment.today(zone) == date.fromisoformat(expected)  # kept, and the same
    assert moment.today() == moment.today(BRUSSELS)


@patient
@given(
    st.datetimes(datetime(1991, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from([BRUSSELS, "AoE", "UTC-14", "UTC+14", "Pacific/Kiritimati", "America/New_York"]),
)
def test_the_horizon_is_yesterday_at_the_latest_everywhere(now: datetime, zone: str) -> None:
    assert Moment(now, BRUSSELS).horizon <= Moment(now, BRUSSELS).today(zone)


def test_the_horizon_is_counted_in_utc() -> None:
    assert at("2017-04-05T01:00:00+02:00").horizon == date(2017, 4, 3)
    assert at("2017-04-05T02:00:00+02:00").horizon == date(2017, 4, 4)


def test_an_unknown_zone_has_no_instant_and_the_latest_day() -> None:
    assert instant(fuzzy("2031-04-05"), time(17), UNKNOWN) is None
    late = Moment(datetime(2031, 4, 6, 11, 59, tzinfo=UTC), "Europe/Rome")
    assert (late.today(UNKNOWN), late.today()) == (date(2031, 4, 5), date(2031, 4, 6))


NOON = datetime(2017, 3, 28, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "same"),
    [(0, True), (-0.01, False), (1, True), (5, True), (5.01, False), (14, False), (24, False)],
)
def test_another_moment_gives_the_same_answers_until_a_day_ends_or_an_instant_is_past(
    hours: float, same: bool
) -> None:
    asked = Moment(NOON, BRUSSELS)
    asked.today()
    later, past = NOON + timedelta(hours=5), NOON - timedelta(hours=5)
    told = [asked.is_past(each) for each in (later + timedelta(1), later, past, NOON)]
    assert told == [False, False, True, False]
    no_instant = Moment(NOON, BRUSSELS)
    no_instant.today()
    other = Moment(NOON + timedelta(hours=hours), BRUSSELS)
    asked_less = Moment(NOON, BRUSSELS)
    asked_less.today()
    asked_less.is_past(later)
    assert other.gives(asked_less.answers()) == same
    assert other.gives(asked.answers()) == (same and hours == 0)  # noon itself was not past
    assert other.gives(no_instant.answers()) == (0 <= hours < 12)


@pytest.mark.parametrize(("zone", "hours"), [("Pacific/Auckland", 1), ("AoE", 2), ("UTC", 14)])
def test_each_zone_that_was_asked_for_has_its_day(zone: str, hours: int) -> None:
    asked = Moment(NOON, BRUSSELS)
    asked.today(zone)
    for later in range(16):
        assert Moment(NOON + timedelta(hours=later), BRUSSELS).gives(asked.answers()) == (later < hours)


def test_who_judges_asks_the_moment_and_does_not_look_at_its_clock() -> None:
    """What was asked is noted, so that it is known when the answer would be another."""
    judging = [*SOURCE.glob("*.py"), *(each for name in JUDGING for each in (SOURCE / name).rglob("*.py"))]
    found = {str(each.relative_to(SOURCE)) for each in judging if "moment.now" in each.read_text()}
    assert found == set()
