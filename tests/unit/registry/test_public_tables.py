"""What others may have of an entry, in JSON: all of it, and nothing of ours."""

from typing import Any

from hypothesis import given
from msgspec import json
from msgspec.structs import replace

from clustercalls.model import Entry, EntryKind, Stage
from clustercalls.query.outward import outward
from clustercalls.registry.build import Defaults
from clustercalls.registry.public_tables import document_of, public_table
from random_entries import read, tables

ELSEWHERE = Defaults("Asia/Tokyo", "Asia/Tokyo")


def plain(entry: Entry) -> Entry:
    """The entry without what only its file says of how it is written there."""
    stages = tuple(replace(each, written_zone="", abroad=False) for each in entry.stages)
    return replace(entry, stages=stages, warn=None, file="")


@given(tables())
def test_it_is_the_same_entry_in_whatever_file_it_stands(made: tuple[EntryKind, dict[str, Any]]) -> None:
    kind, table = made
    entry = read(kind, table)
    told = json.decode(json.encode(public_table(entry)))
    assert plain(read(kind, told, ELSEWHERE)) == plain(outward(entry))


def test_a_stage_that_counts_working_days_without_days_off_has_its_date() -> None:
    call = {"id": "a", "title": "A", "deadline": "2027-04-30"}
    steps = {"stage": [{"id": "next", "kind": "decision", "after": {"stage": "deadline", "working_days": 1}}]}
    entry = read(EntryKind.CALL, call | steps)
    assert public_table(entry)["stage"][1]["after"] == {"stage": "deadline", "working_days": 1}
    off: Stage = entry.stages[1]
    assert off.after is not None
    holiday = replace(off, after=replace(off.after, off=(740104,)))  # Monday, 3 May 2027
    stage = public_table(replace(entry, stages=(entry.stages[0], holiday)))["stage"][1]
    assert (stage["when"], "after" in stage) == ("2027-05-04", False)


def test_a_file_of_json_says_for_all_what_defaults_say() -> None:
    said = {"schema": 1, "title": "T", "zone": "UTC", "currency": "EUR", "call": [{"id": "a", "x-b": 1}]}
    assert document_of(said) == {
        "schema": 1, "call": [{"id": "a"}], "defaults": {"zone": "UTC", "currency": "EUR"},
    }  # fmt: skip
    assert document_of({"zone": "UTC", "defaults": {"zone": "Asia/Tokyo"}})["defaults"] == {
        "zone": "Asia/Tokyo"
    }
    assert document_of({"zone": "UTC", "defaults": 1})["defaults"] == 1
