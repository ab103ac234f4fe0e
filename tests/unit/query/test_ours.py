"""What we must do ourselves: due first, late, done, or nothing at all."""

from datetime import date
from typing import Any

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.model import Entry, Track
from clustercalls.phrase.windows import parse
from clustercalls.query import ours, select
from clustercalls.query.wanted import Query
from clustercalls.timeline import milestones

NOW = at("2027-03-25T12:00")
OLD, TODAY, AHEAD = "2027-03-20", "2027-03-25", "2027-04-06"
GO: dict[str, Any] = {"meaning": Track.GO, "checked": date(2027, 1, 1)}


def late(call: Entry) -> list[str]:
    return [each.stage.id for each in ours.late_of(call, milestones(call), Query(), NOW)]


@pytest.mark.parametrize("kind", ["deadline", "registration", "internal"])
@pytest.mark.parametrize(("when", "hour", "is_late"), [
    (OLD, "", True), (TODAY, "", False), (TODAY, "10:00", True), (TODAY, "17:00", False), (AHEAD, "", False),
    ("2027-02", "", True), ("2027-03", "", False), ("2027-01/..", "", False), ("", "", False),
])  # fmt: skip
def test_what_we_go_for_is_late_once_it_is_over(kind: str, when: str, hour: str, *, is_late: bool) -> None:
    call = entry(stage(when, kind, at=hour), **GO)
    assert late(call) == [kind] * is_late
    assert late(entry(stage(when, kind, at=hour, done=date(2027, 3, 1)), **GO)) == []


@pytest.mark.parametrize("kind", ["published", "opens", "info_day", "interview", "decision", "dates"])
def test_what_others_do_is_never_late(kind: str) -> None:
    assert late(entry(stage(OLD, kind), **GO)) == []


@pytest.mark.parametrize("meaning", [Track.SUBMITTED, Track.WON, Track.LOST, Track.NO])
def test_nor_what_we_do_not_work_on(meaning: Track) -> None:
    assert late(entry(stage(OLD, "internal"), stage(AHEAD), meaning=meaning)) == []


def test_a_step_of_ours_is_late_while_a_deadline_is_ahead() -> None:
    step = stage(OLD, "internal")
    assert late(entry(step, stage(AHEAD))) == ["internal"]
    assert late(entry(step, stage(OLD))) == []
    assert late(entry(step, stage(AHEAD, "decision"))) == []
    assert late(entry(step)) == []


def test_what_is_due_first() -> None:
    call = entry(
        stage(AHEAD), stage(OLD, "internal", name="b"), stage("2027-03-10", "internal", name="a"), **GO
    )
    first = ours.due_first(call, NOW)
    assert first is not None
    assert first.stage.id == "a"
    then = ours.due_first(entry(stage(AHEAD), stage("2027-04-01", "internal", done=date(2027, 3, 1))), NOW)
    assert then is not None
    assert then.stage.id == "deadline"
    assert ours.due_first(entry(stage(OLD)), NOW) is None


def test_late_before_a_day() -> None:
    call = entry(stage(OLD), **GO)
    assert [len(ours.late_before(call, day, NOW)) for day in (date(2027, 3, 20), date(2027, 3, 21))] == [0, 1]


@pytest.mark.parametrize(("window", "begins"), [("30d", True), ("2027-03", True), ("2027-04-01..", False)])
def test_a_window_that_begins_now(window: str, *, begins: bool) -> None:
    query = Query(window=parse(window, date(2027, 3, 25)))
    assert ours.begins_now(query, NOW) is begins
    assert not ours.begins_now(Query(past=True), NOW)
    assert not ours.begins_now(Query(for_others=True), NOW)


def test_no_step_is_told_where_nothing_of_it_is_ahead() -> None:
    idle, done = entry(**GO), entry(stage(AHEAD, done=date(2027, 3, 1)), **GO)
    for call, lacks in ((idle, True), (done, True), (entry(stage(AHEAD), **GO), False), (entry(), False)):
        assert ours.lacks_step(call, milestones(call), Query(), NOW) is lacks
    rows = select.upcoming(registry_of(idle), Query(), NOW, standing_too=True)
    assert [(row.lacks_step, row.milestone.uid) for row in rows] == [(True, "a/no-next-step")]


def test_what_was_done_lately() -> None:
    lately, long_ago = date(2027, 3, 1), date(2026, 12, 1)
    call = entry(
        stage(OLD, done=lately), stage(OLD, "internal", done=long_ago),
        stage(AHEAD, "registration", done=long_ago), stage(OLD, "opens", done=lately),
    )  # fmt: skip
    done = ours.done_lately(registry_of(call), Query(due=True), NOW)
    assert [each.stage.id for each in done] == ["deadline", "registration"]
