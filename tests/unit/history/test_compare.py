"""What differs between two looks at an entry, and what its history tells: changes as values."""

from datetime import date
from typing import Any
from unittest.mock import Mock

import pytest

from builders import entry, moved, stage
from clustercalls.entry_tables import Funding, Grants, Link
from clustercalls.history import rows as history
from clustercalls.history.compare import Change, What, between, facts, from_history, milestone_of
from clustercalls.model import Entry, Status

BEFORE = entry(
    stage("2017-04-04", at="17:00", name="first"),
    stage("", "opens"),
    stage("2017-10", cancelled=True),
    title="Call", status=Status.OPEN, budget=18_500_000, currency="EUR", grants=Grants(8, 350_000),
    funding=(Funding(75, "SMEs"), Funding(100)), eligibility=("SMEs", "towns"), tags=("b", "a"), links=(Link("https://a.example"),),
)  # fmt: skip


def test_facts_are_what_people_would_call_a_change_and_nothing_that_is_empty() -> None:
    assert facts(BEFORE) == {
        "title": "Call", "kind": "call", "status": "open", "budget": "18500000", "currency": "EUR",
        "grants": "8 × 350000", "funding": "75 % SMEs; 100 %", "eligibility": "SMEs; towns",
        "tags": "b, a", "links": "https://a.example",
        "stage first": "2017-04-04T17:00 @Europe/Brussels",
        "stage opens": "-",
        "stage deadline": "cancelled",
    }  # fmt: skip


def test_a_confirmation_and_a_source_are_no_change() -> None:
    confirmed = entry(title="Call", checked=date(2027, 1, 1), source="2027-01-01")
    assert facts(confirmed) == facts(entry(title="Call"))


def changes(old: Entry, new: Entry) -> list[tuple[Any, ...]]:
    found = between({old.id: facts(old)}, [new])
    return [(each.what, each.field, each.was, each.now, each.days) for each in found]


HOUR = "2017-04-04T17:00"
NOON_UTC = "2017-04-04T12:00"
PAIRS: list[tuple[str, Entry, Entry, list[tuple[Any, ...]]]] = [
    ("nothing", BEFORE, BEFORE, []),
    ("a text", entry(summary="a"), entry(summary="b"), [(What.CHANGED, "summary", "a", "b", None)]),
    ("a text that came", entry(), entry(note="b"), [(What.CHANGED, "note", None, "b", None)]),
    ("a text that went", entry(owner="Ada"), entry(), [(What.CHANGED, "owner", "Ada", None, None)]),
    ("an amount", entry(budget=5, currency="EUR"), entry(budget=6, currency="EUR"),
     [(What.CHANGED, "budget", "5", "6", None)]),
    ("an amount in another currency", entry(budget=5, currency="EUR"), entry(budget=6, currency="NOK"),
     [(What.CHANGED, "currency", "EUR", "NOK", None), (What.CHANGED, "budget", "5 EUR", "6 NOK", None)]),
    ("the same amount in another currency", entry(budget=5, currency="EUR"), entry(budget=5, currency="NOK"),
     [(What.CHANGED, "currency", "EUR", "NOK", None)]),
    ("a date", entry(stage("2017-04-04")), entry(stage("2017-04-06")),
     [(What.MOVED, "stage deadline", "2017-04-04", "2017-04-06", 2)]),
    ("a date that narrows", entry(stage("2017-04")), entry(stage("2017-04-06")),
     [(What.MOVED, "stage deadline", "2017-04", "2017-04-06", None)]),
    ("a date that is announced", entry(stage()), entry(stage("2017-04-06")),
     [(What.MOVED, "stage deadline", "-", "2017-04-06", None)]),
    ("a date called off", entry(stage("2017-04-04")), entry(stage("2017-04-04", cancelled=True)),
     [(What.MOVED, "stage deadline", "2017-04-04", "cancelled", None)]),
    ("a stage that went", entry(stage("2017-04-04")), entry(),
     [(What.MOVED, "stage deadline", "2017-04-04", None, None)]),
    ("an hour, in one zone", entry(stage("2017-04-04")), entry(stage("2017-04-04", at="17:00")),
     [(What.MOVED, "stage deadline", "2017-04-04", HOUR, 0)]),
    ("a zone", entry(stage("2017-04-04", at="17:00")), entry(stage("2017-04-04", at="17:00", zone="AoE")),
     [(What.MOVED, "stage deadline", f"{HOUR} @Europe/Brussels", f"{HOUR} @AoE", 0)]),
    ("what an older version did not remember", entry(), entry(stage("2017-04-04", cancelled=True)), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "found"), [pytest.param(old, new, found, id=name) for name, old, new, found in PAIRS]
)
def test_what_changed_is_told_field_by_field(old: Entry, new: Entry, found: list[tuple[Any, ...]]) -> None:
    assert changes(old, new) == found


def test_who_came_stands_in_order_and_who_went_comes_last() -> None:
    old = {name: facts(entry(name=name, title=name)) for name in ("gone", "stays")}
    now = [entry(name="came", title="New"), entry(name="stays", title="stays")]
    assert list(between(old, now)) == [
        Change("came", "New", What.CAME),
        Change("gone", "gone", What.WENT),
    ]


REASONED = moved("deadline", "2017-04-04T17:00", "2017-03-31", why="Strike", source="Portal")


@pytest.mark.parametrize(
    ("was", "why"),
    [
        ("2017-04-04T17:00 @Europe/Brussels", "Strike"),
        ("2017-04-04T15:00:00 @UTC", "Strike"),  # the same moment, on another clock
        ("2017-04-04T16:00:00 @UTC", ""),
        ("2017-04-03", ""),
    ],
)
def test_the_newest_row_says_why_only_of_the_date_it_tells_of(was: str, why: str) -> None:
    now = entry(stage("2017-04-06", at="17:00"), history=(REASONED,))
    (change,) = between({"a": facts(now) | {"stage deadline": was}}, [now])
    assert (change.why, change.source) == (why, "Portal" if why else "")
    assert change.noticed == (date(2017, 3, 31) if why else None)


@pytest.mark.parametrize(
    ("text", "when", "until", "zone", "instant"),
    [
        ("2017-04-04", "2017-04-04", None, "Europe/Brussels", None),
        ("2017-04-04T12:00", "2017-04-04", None, "Europe/Brussels", "2017-04-04T12:00:00+02:00"),
        (f"{NOON_UTC} @UTC", "2017-04-04", None, "UTC", "2017-04-04T12:00:00+00:00"),
        ("2017-04-04T12:00 @Mars/Base", "2017-04-04", None, "Europe/Brussels", "2017-04-04T12:00:00+02:00"),
        ("-", None, None, "Europe/Brussels", None),
        ("of another version", None, None, "Europe/Brussels", None),
    ],
)
def test_a_text_of_a_look_is_the_date_it_was(
    text: str, when: str | None, until: str | None, zone: str, instant: str | None
) -> None:
    found = milestone_of(text, entry(stage("2027-01-01")), "deadline")
    assert (found.when.earliest.isoformat() if found.when and found.when.earliest else None) == when
    assert (found.until, found.zone) == (until, zone)
    assert (found.instant.isoformat() if found.instant else None) == instant


@pytest.mark.parametrize("it", [BEFORE, entry(stage("2016-12-01", "dates", until="2016-12-02", at="09:00"))])
def test_what_facts_tell_of_a_date_is_read_back_as_that_date(it: Entry) -> None:
    for each in it.stages:
        if not each.cancelled:
            found = milestone_of(facts(it)[f"stage {each.id}"], it, each.id)
            assert (found.when, found.until, found.stage.at) == (each.when, each.until, each.at)


ROWS = (
    moved("first", "2017-04-01", "2017-01-01", why="late"),
    moved("", noticed="2017-02-01", was_status="open"),
    moved("first", "2017-04-02"),  # nobody said when
    moved("lost", "2017-05-01", "2017-03-01"),
)
TOLD = entry(stage("2017-04-04", name="first"), status=Status.SUSPENDED, history=ROWS)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("", "2017-12-31", ["2017-04-01 2017-04-02 1", "open suspended None", "2017-04-02 2017-04-04 2",
                            "2017-05-01 None None"]),
        ("2017-01-01", "2017-02-01", ["2017-04-01 2017-04-02 1", "open suspended None"]),
        ("2017-01-02", "2017-01-31", []),
    ],
)  # fmt: skip
def test_history_tells_what_was_noticed_in_these_days_and_without_days_all(
    since: str, until: str, found: list[str]
) -> None:
    first = date.fromisoformat(since) if since else None
    told = list(from_history(TOLD, first, date.fromisoformat(until)))
    assert [f"{each.was} {each.now} {each.days}" for each in told] == found
    assert {each.told_by for each in told} <= {"history"}


def test_the_date_of_a_row_is_told_once_though_two_rows_speak_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    its = tuple(moved("first", f"2017-{each:02}-01", f"2016-{each:02}-01") for each in range(1, 13))
    before = Mock(wraps=history.before)
    monkeypatch.setattr(history, "before", before)
    told = list(from_history(entry(stage("2018-01-01", name="first"), history=its), None, date(2017, 1, 1)))
    assert [each.was for each in told] == [f"2017-{each:02}-01" for each in range(1, 13)]
    assert before.call_count == len(its)


def test_a_status_that_is_stated_no_more_is_as_its_dates_say() -> None:
    (change,) = from_history(entry(history=(moved("", was_status="open"),)), None, date(2017, 1, 1))
    assert (change.field, change.was, change.now) == ("status", "open", None)


def test_a_track_is_told_with_its_reason_and_none_is_watch() -> None:
    row = moved("", was_track="watch", noticed="2017-01-01", why="too small")
    it = entry(track="no", history=(row,))
    (told,) = from_history(it, None, date(2017, 1, 1))
    seen = "track", "watch", "no", "too small", date(2017, 1, 1)
    assert (told.field, told.was, told.now, told.why, told.noticed) == seen
    (looked,) = between({"a": facts(entry())}, [it])
    assert (looked.field, looked.was, looked.now, looked.why, looked.noticed) == seen
    (other,) = between({"a": facts(entry(track="go"))}, [it])
    assert (other.was, other.why) == ("go", "")
    assert [*between({"a": facts(entry())}, [entry(track="watch")])] == []
    (back,) = from_history(entry(history=(row,)), None, date(2017, 1, 1))
    assert back.now == "watch"
