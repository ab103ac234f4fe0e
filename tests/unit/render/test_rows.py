"""The stable rows for machines: their names, their order, and what each is made of."""

import json
from datetime import date

import msgspec

from builders import at, entry, moved, registry_of, stage
from clustercalls.entry_tables import Funding, Grants
from clustercalls.model import Source
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.rows import ListRow, MilestoneRow, list_row, milestone_row

UPCOMING = [
    "uid",
    "id",
    "kind",
    "title",
    "programme",
    "stage",
    "stage_kind",
    "stage_title",
    "when",
    "until",
    "earliest",
    "latest",
    "instant",
    "zone",
    "days_left",
    "status",
    "unconfirmed",
    "moved_from",
    "track",
    "owner",
    "place",
    "budget",
    "currency",
    "grants_number",
    "grant_each",
    "funding_rate",
    "url",
    "source_title",
    "source_url",
    "checked",
    "tags",
    "done",
    "late_days",
]
LIST = [
    "id",
    "kind",
    "title",
    "programme",
    "status",
    "unconfirmed",
    "track",
    "owner",
    "place",
    "next_stage",
    "next_when",
    "next_earliest",
    "next_latest",
    "days_left",
    "budget",
    "currency",
    "url",
    "source_title",
    "source_url",
    "checked",
    "tags",
]

CALL = entry(
    stage("2017-04-06", name="first", at="17:00", title="Outline"),
    name="call", title="Call", programme="H2020", budget=18_500_000, currency="EUR",
    grants=Grants(8, 350_000),
    funding=(Funding(75, "SMEs"), Funding(100, "others")), place="Brussels", url="https://a.example",
    tags=("b", "a"), track="apply", owner="Ada", checked=date(2017, 3, 1),
    history=(moved("first", "2017-04-04", "2017-03-31"),),
)  # fmt: skip
BARE = entry(stage(kind="dates"), name="bare", title="Bare", kind="event")


def upcoming(now: str = "2017-03-30T12:00", zone: str = "") -> dict[str, dict[str, object]]:
    rows = select.upcoming(registry_of(CALL, BARE), Query(), at(now))
    found = json.loads(msgspec.json.encode([milestone_row(row, zone) for row in rows]))
    return {row["uid"]: row for row in found}


def test_the_names_of_upcoming_in_their_order() -> None:
    assert list(MilestoneRow.__struct_fields__) == UPCOMING
    assert list(upcoming()["call/first"]) == UPCOMING


def test_the_names_of_list_in_their_order() -> None:
    row = list_row(select.entry_row(CALL, at("2017-03-30")))
    assert list(ListRow.__struct_fields__) == LIST
    assert list(json.loads(msgspec.json.encode(row))) == LIST


def test_a_full_row() -> None:
    assert upcoming()["call/first"] == {
        "uid": "call/first", "id": "call", "kind": "call", "title": "Call", "programme": "H2020",
        "stage": "first", "stage_kind": "deadline", "stage_title": "Outline", "when": "2017-04-06",
        "until": None, "earliest": "2017-04-06", "latest": "2017-04-06",
        "instant": "2017-04-06T17:00:00+02:00", "zone": "Europe/Brussels", "days_left": 7,
        "status": "closing", "unconfirmed": False, "moved_from": "2017-04-04", "track": "apply",
        "owner": "Ada", "place": "Brussels", "budget": 18500000, "currency": "EUR", "grants_number": 8,
        "grant_each": 350000, "funding_rate": 75, "url": "https://a.example", "source_title": None,
        "source_url": None, "checked": "2017-03-01", "tags": ["b", "a"], "done": None, "late_days": None,
    }  # fmt: skip


def test_what_is_not_known_is_null_and_lists_are_lists() -> None:
    row = upcoming()["bare/dates"]
    assert {name: value for name, value in row.items() if value is not None} == {
        "uid": "bare/dates", "id": "bare", "kind": "event", "title": "Bare", "stage": "dates",
        "stage_kind": "dates", "zone": "Europe/Brussels", "unconfirmed": False, "tags": [],
    }  # fmt: skip


def test_dates_are_those_of_the_whole_stretch_and_as_written() -> None:
    it = entry(stage("2016-12-01~", "dates", until="2016-12"), kind="event")
    (row,) = select.upcoming(registry_of(it), Query(), at("2016-12-02"))
    found = milestone_row(row)
    assert (found.when, found.until) == ("2016-12-01~", "2016-12")
    assert (found.earliest, found.latest) == (date(2016, 12, 1), date(2016, 12, 31))
    assert found.days_left == 0


def test_another_clock_moves_the_instant_only() -> None:
    row = upcoming(zone="Asia/Tokyo")["call/first"]
    assert row["instant"] == "2017-04-07T00:00:00+09:00"
    assert (row["earliest"], row["zone"]) == ("2017-04-06", "Europe/Brussels")


def test_a_row_of_list_tells_what_comes_next() -> None:
    found = list_row(select.entry_row(CALL, at("2017-03-30")))
    assert (found.next_stage, found.next_when, found.next_earliest, found.next_latest, found.days_left) == (
        "first", "2017-04-06", date(2017, 4, 6), date(2017, 4, 6), 7,
    )  # fmt: skip
    over = list_row(select.entry_row(CALL, at("2018-03-30")))
    assert (over.next_stage, over.next_when, over.days_left) == (None, None, None)


def test_a_source_is_named() -> None:
    it = msgspec.structs.replace(BARE, source=Source("Notes", "https://n.example"))
    found = list_row(select.entry_row(it, at("2017-01-01")))
    assert (found.source_title, found.source_url) == ("Notes", "https://n.example")
