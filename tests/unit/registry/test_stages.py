"""The stages of an entry: those of its short keys, then those of its tables; whose the hour is."""

from typing import Any

import pytest
import tomli
from msgspec import convert

from clustercalls.model import After, Stage
from clustercalls.registry.shape import EntryTable
from clustercalls.registry.stages import hour_home, places, stages_from
from clustercalls.tables.findings import Findings

HEAD = 'id = "one"\ntitle = "T"\n'


def table(text: str) -> EntryTable:
    return convert(tomli.loads(HEAD + text), EntryTable)


def stages(text: str, zone: str = "Europe/Brussels", written: str = "") -> tuple[Stage, ...]:
    found = Findings()
    made = stages_from(table(text), (zone, written), found)
    assert found == []
    return made


def brief(each: Stage) -> str:
    """A stage as `id kind when..until at`."""
    when = "..".join(str(day) for day in (each.when, each.until) if day)
    at = "-".join(f"{hour:%H:%M}" for hour in (each.at, each.until_at) if hour)
    return " ".join(filter(None, (each.id, each.kind.value, when, at)))


TOGETHER = """
[[stage]]
kind = "deadline"
when = 2017-10-01
[[stage]]
id = "talk"
kind = "interview"
"""
MADE: list[tuple[str, list[str]]] = [
    ("", []),
    ("deadline = 2017-04-04", ["deadline deadline 2017-04-04"]),
    ('deadline = "2017-02/2017-03"', ["deadline deadline 2017-02/2017-03"]),
    # the order is that of the kinds, not of the file; tables come last
    ("deadline = 2017-04-04\nopens = 2017-01-01" + TOGETHER,
     ["opens opens 2017-01-01", "deadline deadline 2017-04-04", "deadline deadline 2017-10-01",
      "talk interview"]),
    # stretches
    ("starts = 2016-12-01\nends = 2016-12-02", ["dates dates 2016-12-01..2016-12-02"]),
    ("starts = 2016-12-01", ["dates dates 2016-12-01"]),
    ("starts = 2016-12-01T09:00:00\nends = 2016-12-02T18:00:00",
     ["dates dates 2016-12-01T09:00:00..2016-12-02T18:00:00 09:00-18:00"]),
    # the hour of an entry: of its deadline, else of its beginning, else of its dates
    ('deadline = 2017-04-04\nopens = 2017-01-01\nat = "17:00"',
     ["opens opens 2017-01-01", "deadline deadline 2017-04-04 17:00"]),
    ('starts = 2017-04-04\nregistration = 2017-01-01\nat = "17:00"',
     ["registration registration 2017-01-01", "dates dates 2017-04-04 17:00"]),
    ("dates = 2017-04-04\nat = 17:00:00", ["dates dates 2017-04-04 17:00"]),
    # an hour in the date itself, on the clock of the zone
    ("deadline = 2017-04-04T15:00:00Z", ["deadline deadline 2017-04-04T15:00:00+00:00 17:00"]),
    ("deadline = 2017-04-04T23:30:00Z", ["deadline deadline 2017-04-04T23:30:00+00:00 01:30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), MADE)
def test_short_keys_and_tables_make_stages(text: str, made: list[str]) -> None:
    assert [brief(each) for each in stages(text)] == made


def test_an_offset_may_put_a_date_on_another_day() -> None:
    (made,) = stages("deadline = 2017-04-04T23:30:00Z")
    assert made.when
    assert made.when.earliest
    assert made.when.earliest.isoformat() == "2017-04-05"


def test_a_table_has_what_it_says_and_the_zone_of_its_own() -> None:
    text = '[[stage]]\nkind = "deadline"\nid = "a"\ntitle = "A"\nzone = "CET"\nfollows = "b"\nnote = "n"\n'
    (made,) = stages(f"{text}cancelled = true", "AoE", "aoe")
    assert (made.title, made.follows, made.note, made.cancelled) == ("A", "b", "n", True)
    assert (made.zone, made.written_zone) == ("Europe/Brussels", "CET")


@pytest.mark.parametrize(
    ("zone", "written", "kept"), [("AoE", "aoe", "aoe"), ("AoE", "AoE", ""), ("AoE", "", "")]
)
def test_a_zone_is_kept_as_written_only_where_it_is_read_as_another(
    zone: str, written: str, kept: str
) -> None:
    for text in ("deadline = 2017-04-04", 'deadline = 2017-04-04\nat = "17:00"'):
        (made,) = stages(text, zone, written)
        assert (made.zone, made.written_zone) == (zone, kept)


INTERNAL = '[[stage]]\nkind = "internal"\nid = "draft"\ndays = -10\n'
OFF = '[[stage]]\nkind = "deadline"\nid = "off"\ncancelled = true\n'
AFTER: list[tuple[str, After]] = [
    ('[[stage]]\nkind = "interview"\nafter = { stage = "x", months = 4, days = 1 }', After("x", 4, 1)),
    (f"deadline = 2017-04-04\n{INTERNAL}", After("deadline", 0, -10)),
    (f'{INTERNAL}[[stage]]\nkind = "deadline"\nid = "first"', After("first", 0, -10)),
    (f'{INTERNAL}[[stage]]\nkind = "deadline"', After("deadline", 0, -10)),
    # the first that is not called off
    (f'{INTERNAL}{OFF}[[stage]]\nkind = "deadline"\nid = "on"', After("on", 0, -10)),
    (f"{INTERNAL}{OFF}", After("off", 0, -10)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "after"), AFTER)
def test_a_stage_may_count_from_another(text: str, after: After) -> None:
    assert [each.after for each in stages(text) if each.after] == [after]


def told(text: str) -> list[tuple[str, str]]:
    found = Findings()
    stages_from(table(text), ("Europe/Brussels", ""), found)
    return [(each.code, ".".join(map(str, each.path))) for each in found]


STAGE = '[[stage]]\nkind = "deadline"\n'
WRONG: list[tuple[str, list[tuple[str, str]]]] = [
    ('opens = 2017-04-04\nat = "17:00"', [("idle-time", "at")]),
    ('at = "17:00"', [("idle-time", "at")]),
    ("deadline = 2017-04-04T17:00:00\nat = 17:00:00", [("two-hours", "at")]),
    ('deadline = 2017-04-04\nat = "5 pm"', [("bad-time", "at")]),
    ('deadline = "4 April 2017"', [("bad-date", "deadline")]),
    ("deadline = 1899-12-31", [("bad-date", "deadline")]),
    ("ends = 2017-04-04", [("until-without-when", "ends")]),
    ("starts = 2017-04-04\nends = 2017-04-03", [("end-before-start", "ends")]),
    ("starts = 2017-04-04\nends = 2017-04-04", []),
    ("starts = 2017-04-04T17:00:00\nends = 2017-04-04T16:00:00", [("end-before-start", "ends")]),
    ('starts = "2017-04/.."\nends = 2017-01-01', [("end-before-start", "ends")]),
    ('starts = "../2017-04"\nends = 2017-01-01', []),
    ('starts = 2017-04-04\nends = "2017-01/.."', []),
    ('[[stage]]\nkind = "deadlin"', [("unknown-kind", "stage.0.kind")]),
    (f'{STAGE}id = "A b"', [("bad-id", "stage.0.id")]),
    (f'{STAGE}zone = "Mars"', [("unknown-zone", "stage.0.zone")]),
    (f'{STAGE}when = "x"\nat = "y"', [("bad-date", "stage.0.when"), ("bad-time", "stage.0.at")]),
    (f"{STAGE}until = 2017-04-04", [("until-without-when", "stage.0.until")]),
    (f"{STAGE}when = 2017-04-05\nuntil = 2017-04-04", [("end-before-start", "stage.0.until")]),
    (f'{STAGE}when = 2017-04-05\nafter = {{ stage = "a" }}', [("two-dates", "stage.0.after")]),
    (f'{STAGE}days = 1\nafter = {{ stage = "a" }}', [("two-dates", "stage.0.days")]),
    (f"{STAGE}days = 1", [("stray-days", "stage.0.days")]),
    ('[[stage]]\nkind = "internal"\ndays = 1', [("days-without-deadline", "stage.0.days")]),
    (f'{STAGE}[[stage]]\nkind = "deadline"\nwhen = "x"', [("bad-date", "stage.1.when")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_what_cannot_be_is_told_where_it_stands(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("advised", "text"),
    [
        ("Add `when`.", f"{STAGE}until = 2017-04-04"),
        ("Write `when` in place of `after`.", f'{STAGE}until = 2017-04-04\nafter = {{ stage = "a" }}'),
        ("Add `starts`.", "ends = 2017-04-04"),
    ],
)
def test_an_end_alone_is_told_what_to_add(advised: str, text: str) -> None:
    found = Findings()
    stages_from(table(text), ("Europe/Brussels", ""), found)
    assert found[0].values["advice"] == advised


@pytest.mark.parametrize(
    ("keys", "home"),
    [
        ({"deadline": True, "starts": True}, "deadline"),
        ({"deadline": False, "starts": True}, "starts"),
        ({"deadline": False, "starts": False}, "dates"),
    ],
)
def test_the_hour_of_an_entry_is_that_of_one_key(keys: dict[str, Any], home: str) -> None:
    assert hour_home(**keys) == home


def test_every_stage_has_its_place() -> None:
    text = "ends = 2017-04-05\nstarts = 2017-04-04\ndeadline = 2017-04-04\nopens = 2017-01-01" + TOGETHER
    its = table(text)
    assert places(its) == [("opens",), ("deadline",), ("starts",), ("stage", 0), ("stage", 1)]
    assert len(places(its)) == len(stages(text))
