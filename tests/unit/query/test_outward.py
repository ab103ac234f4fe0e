"""An entry as others may know it."""

from datetime import date

import pytest
from msgspec.structs import replace

from builders import entry, fuzzy, stage
from clustercalls.entry_fields import FIELDS
from clustercalls.model import Moved, Source, Track
from clustercalls.query.outward import OFFICES, OTHERS, Knows, is_internal, is_told, outward
from clustercalls.timeline import milestones

DAY = date(2027, 3, 1)


def test_stages_of_ours_go_and_the_dates_of_others_stay() -> None:
    ours = stage("2027-03-01", "internal", name="draft")
    it = entry(ours, stage(name="last", after=("draft", 1, 2), follows="draft"))
    told = outward(it)
    (last,) = told.stages
    assert (last.id, last.when, last.after, last.follows) == ("last", fuzzy("2027-04-03"), None, "")
    assert milestones(told)[0].when == milestones(it)[1].when


def test_a_stage_that_counts_from_another_still_does() -> None:
    it = entry(
        stage("2027-03-01", name="first"), stage(name="second", after=("first", 2, 0), follows="first")
    )
    assert outward(it) == it


def test_texts_of_ours_are_empty() -> None:
    it = entry(stage("2027-03-01", note="n"), track="t", owner="o", note="n", summary="stays", place="stays")
    told = outward(replace(it, meaning=Track.LOST))
    assert told.meaning is Track.WATCH
    assert (told.track, told.owner, told.note, told.stages[0].note) == ("", "", "", "")
    assert (told.summary, told.place) == ("stays", "stays")


@pytest.mark.parametrize(
    ("stages", "row", "is_told"),
    [
        ((stage("2027-04-01", name="first"),), Moved("first", fuzzy("2027-03-01"), DAY, "why"), True),
        ((stage("2027-04-01", "internal", name="draft"),), Moved("draft", fuzzy("2027-03-01"), DAY), False),
        ((), Moved("", None, DAY, "why", was_status="open"), True),
        ((), Moved("", None, DAY, "why", was_track="go"), False),
        ((), Moved("", None, DAY, was_status="open", was_track="go"), True),
        ((), Moved("deadline", fuzzy("2027-03-01"), DAY), True),  # a short key that was taken out
        ((), Moved("internal", fuzzy("2027-03-01"), DAY), False),
        ((), Moved("went", fuzzy("2027-03-01"), DAY), False),  # nobody can tell what it was
        ((stage("2027-04-01", "internal", name="deadline"),), Moved("deadline", fuzzy("2027-03-01")), False),
    ],
)
def test_rows_of_history_lose_their_why_and_those_of_ours_go(
    stages: tuple[object, ...], row: Moved, *, is_told: bool
) -> None:
    told = outward(entry(*stages, history=(row,))).history  # type: ignore[arg-type]  # stages
    assert [(each.stage, each.was, each.why) for each in told] == ([(row.stage, row.was, "")] * is_told)


def test_of_a_status_noted_beside_a_stage_of_ours_the_stage_goes() -> None:
    ours = stage("2027-04-01", "internal", name="draft")
    rows = (
        Moved("draft", fuzzy("2027-03-01"), DAY, "why", was_status="open"),
        Moved("went", fuzzy("2027-03-01"), DAY, was_status="open"),
    )
    told = outward(entry(ours, history=rows)).history
    assert told == (Moved("", None, DAY, was_status="open"),) * 2


def test_of_who_said_that_something_moved_an_address_is_told() -> None:
    moved = Moved("", None, DAY, was_status="open")
    at, mail = (replace(moved, source=each) for each in ("https://example.org/1", "Mail of Carla, 3 March"))
    it = entry(stage("2027-04-01"), history=(at, mail))
    assert outward(it).history == (at, moved)
    assert outward(it, OFFICES) == it


QUOTES = Knows(quotes=True)
MAIL = Source("Mail of Carla", "", fuzzy("2027-01"), "in March", "K-1")
SCAN = replace(MAIL, url="file:///home/carla/scan.pdf")
SITE = replace(MAIL, url="HTTPS://example.org/wp")
AGES = Source(date=MAIL.date)


@pytest.mark.parametrize(
    ("source", "may", "told"),
    [
        (MAIL, OTHERS, AGES),
        (SCAN, OTHERS, AGES),
        (SITE, OTHERS, replace(SITE, quote="")),
        (replace(MAIL, date=None), OTHERS, None),
        (MAIL, Knows(contacts=True, reasons=True), AGES),
        (MAIL, QUOTES, MAIL),
        (SCAN, QUOTES, SCAN),
        (SITE, QUOTES, SITE),
        (MAIL, Knows(internal=True), MAIL),
    ],
)
def test_of_a_source_all_have_what_is_at_an_address_and_its_key(
    source: Source, may: Knows, told: Source | None
) -> None:
    made = outward(replace(entry(stage("2027-04-01")), source=source), may).source
    assert made == told
    assert is_told(source, may) == (made == source or made == replace(source, quote=""))


@pytest.mark.parametrize(
    ("may", "source"), [(OTHERS, ""), (Knows(contacts=True), ""), (QUOTES, "Mail of Carla")]
)
def test_who_said_that_something_moved_is_a_source_as_any_other(may: Knows, source: str) -> None:
    row = Moved("", None, DAY, was_status="open", source="Mail of Carla")
    assert outward(entry(stage("2027-04-01"), history=(row,)), may).history[0].source == source


def test_the_table_of_fields_says_which_are_internal() -> None:
    assert {each.key for each in FIELDS if is_internal(each.key)} == {"owner", "track", "note"}
    assert not is_internal("title")
