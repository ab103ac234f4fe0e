"""What an index keeps of an entry, and of a zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from msgspec import json

from builders import entry, stage
from clustercalls import timeline
from clustercalls.index import facts, glance
from clustercalls.model import Status
from clustercalls.query.select import Row
from clustercalls.render.rows import milestone_row
from clustercalls.zones import NO_ZONES

SAYS = '","days_left":null,"status":null,"unconfirmed":false,'
ENTRY = entry(stage("2017-04-04"), stage("2017-02/2017-03", name="other"), name="one", title=SAYS)


def test_what_machines_read_is_whole_with_what_today_says() -> None:
    its = timeline.milestones(ENTRY)
    for (before, after), each in zip(facts.json_of(its), its, strict=True):
        said = glance.standing_json(3, "open", unconfirmed=True)
        expected = milestone_row(Row(each, Status.OPEN, True, 3, date(2017, 4, 1), False))
        assert before + said + after == json.encode(expected)


@pytest.mark.parametrize("zone", ["Europe/Brussels", "America/St_Johns", "Africa/Casablanca", "UTC+2", "AoE"])
def test_the_hours_of_a_zone_begin_with_the_years_of_an_index(zone: str) -> None:
    starts, off = facts.hours_of(zone)
    assert (starts[0], len(starts), list(starts)) == (glance.FIRST, len(off), sorted(starts))


ZONES = sorted(each for each in available_timezones() if not each.startswith(NO_ZONES))


FIRST, AFTER, STEP = datetime(2010, 1, 3, tzinfo=UTC), datetime(2039, 1, 1, tzinfo=UTC), timedelta(hours=25)
LOOKS = [FIRST + STEP * each for each in range(-(-(AFTER - FIRST) // STEP))]


@pytest.mark.parametrize("letter", sorted({each[0] for each in ZONES}))
def test_no_zone_changes_its_clocks_twice_between_two_looks(letter: str) -> None:
    for name in [each for each in ZONES if each[0] == letter][:12]:
        starts, off = facts.hours_of(name)
        hours, zone = glance.Hours((starts, off)), ZoneInfo(name)
        shown, right = ([at.astimezone(each).replace(tzinfo=None) for at in LOOKS] for each in (hours, zone))
        assert shown == right, name


@pytest.mark.parametrize("name", ["Europe/Brussels", "America/St_Johns", "Australia/Lord_Howe", "Asia/Gaza"])
def test_the_second_of_a_change_is_known_at_a_full_hour_or_not(name: str) -> None:
    starts, off = facts.hours_of(name)
    assert starts[2:]  # some changes
    for start, before, after in zip(starts[1:], off[:-1], off[1:], strict=True):
        seen = [datetime.fromtimestamp(each, ZoneInfo(name)).utcoffset() for each in (start - 1, start)]
        assert seen == [timedelta(seconds=before), timedelta(seconds=after)]
