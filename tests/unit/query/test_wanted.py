"""Whether an entry or a milestone is what a query wants."""

import pytest

from builders import entry, stage
from clustercalls.model import Entry, EntryKind, StageKind, Status, Track
from clustercalls.query.outward import outward
from clustercalls.query.wanted import (
    Query,
    Values,
    has_selected,
    has_status,
    is_due,
    is_hidden,
    is_selected,
    matches,
)
from clustercalls.timeline import milestones

AWAY = entry(stage("2027-03-01"), meaning=Track.NO, track="aside")
SENT = entry(stage("2027-03-01"), stage("2027-05-01", "decision"), meaning=Track.SUBMITTED)


@pytest.mark.parametrize(("query", "hidden", "wanted"), [
    (Query(), True, False), (Query(put_away=True), False, True),
    (Query(tracks=frozenset({"no"})), False, True), (Query(tracks=frozenset({"aside"})), False, True),
    (Query(tracks=frozenset({"go"})), False, False),
])  # fmt: skip
def test_what_is_put_away_is_hidden_unless_asked_for(query: Query, hidden: bool, wanted: bool) -> None:
    assert (is_hidden(AWAY, query), matches(AWAY, query)) == (hidden, wanted)
    assert not is_hidden(SENT, query)


def test_what_we_have_answered_is_not_due() -> None:
    sent, decision = milestones(SENT)
    assert not is_due(sent)
    assert not is_selected(sent, Query(due=True))
    assert is_selected(sent, Query(stage_kinds=frozenset({StageKind.DEADLINE})))
    assert not is_due(decision)
    assert not has_selected((sent, decision), Query(due=True))
    assert has_selected((sent, decision), Query(stage_kinds=frozenset({StageKind.DECISION})))
    assert not has_selected((sent,), Query(stage_kinds=frozenset({StageKind.DECISION})))


@pytest.mark.parametrize(("query", "every"), [
    (Query(), True), (Query(past=True, for_others=True, put_away=True), True), (Query(due=True), False),
    (Query(tracks=frozenset({"go"})), False), (Query(text="soil"), False),
    (Query(but=Values(stage_kinds=frozenset({StageKind.DEADLINE}))), False),
])  # fmt: skip
def test_a_query_that_asks_nothing_of_entries_knows_it(query: Query, every: bool) -> None:
    assert query.is_of_every_entry is every


SOIL = entry(stage("2027-03-01"), stage("2027-04-01", "interview"), programme="H", tags=("a", "b"),
             track="forse", owner="Ada")  # fmt: skip


@pytest.mark.parametrize(("but", "stays"), [
    (Values(), True), (Values(tags=frozenset({"b"})), False), (Values(tags=frozenset({"c"})), True),
    (Values(programmes=frozenset({"H"})), False), (Values(owners=frozenset({"Ada"})), False),
    (Values(tracks=frozenset({"forse"})), False), (Values(tracks=frozenset({"watch"})), False),
    (Values(tracks=frozenset({"go"})), True), (Values(kinds=frozenset({EntryKind.CALL})), False),
    (Values(kinds=frozenset({EntryKind.EVENT})), True),
])  # fmt: skip
def test_what_has_any_value_that_is_left_out_is_not_wanted(but: Values, stays: bool) -> None:
    assert matches(SOIL, Query(but=but)) is stays
    assert not matches(SOIL, Query(but=but, programmes=frozenset({"other"})))


def test_stages_are_left_out_by_kind_and_an_entry_with_no_other() -> None:
    its = milestones(SOIL)
    but = Query(but=Values(stage_kinds=frozenset({StageKind.DEADLINE})))
    assert [is_selected(each, but) for each in its] == [False, True]
    assert has_selected(its, but)
    assert not has_selected(its[:1], but)
    assert has_selected((), but)


@pytest.mark.parametrize(("status", "wanted"), [(Status.OPEN, False), (Status.CLOSED, True), (None, True)])
def test_how_calls_stand_is_left_out_too(status: Status | None, wanted: bool) -> None:
    assert has_status(status, Query(but=Values(statuses=frozenset({Status.OPEN})))) is wanted
    assert has_status(Status.CLOSED, Query(statuses=frozenset({Status.CLOSED})))
    assert not has_status(None, Query(statuses=frozenset({Status.CLOSED})))


SHARED = entry(
    stage("2027-03-01"), stage("2027-02-01", "internal", owner="Carla"), stage("2027-04-01", "interview"),
    owner="Ada",
)  # fmt: skip
LOOSE = entry(stage("2027-03-01"), stage("2027-02-01", "internal", owner="Carla"))


@pytest.mark.parametrize(("it", "owner", "asked", "left"), [
    (SHARED, "Ada", ["deadline", "interview"], ["internal"]),
    (SHARED, "Carla", ["internal"], ["deadline", "interview"]),
    (SHARED, "Bea", None, ["deadline", "internal", "interview"]),
    (LOOSE, "Carla", ["internal"], ["deadline"]),
    (entry(stage("2027-03-01"), owner="Ada"), "Ada", ["deadline"], None),
    (entry(stage("2027-03-01", owner="Ada"), owner="Ada"), "Ada", ["deadline"], None),
])  # fmt: skip
def test_an_owner_is_of_a_stage_else_of_its_entry(
    it: Entry, owner: str, asked: list[str] | None, left: list[str] | None
) -> None:
    told = outward(it)  # which does not say whose it is
    for query, found in (
        (Query(owners=frozenset({owner})), asked), (Query(but=Values(owners=frozenset({owner}))), left),
    ):  # fmt: skip
        assert matches(it, query) is (found is not None)
        for milestones_of, behind in ((milestones(it), None), (milestones(told), it)):
            its = [each.stage.id for each in milestones_of if is_selected(each, query, behind)]
            assert found is None or its == [each for each in found if behind is None or each != "internal"]
