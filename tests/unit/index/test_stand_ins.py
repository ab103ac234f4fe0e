"""What stands for a milestone says what the milestone says, whatever its dates, hours and zone."""

from datetime import UTC, datetime

import pytest

from builders import entry, stage
from clustercalls import standing, timeline
from clustercalls.index import facts
from clustercalls.index.stand_ins import Entry as Shown
from clustercalls.index.stand_ins import Fuzzy, Places, Row, SharedDates, Stage
from clustercalls.zones import Moment

NOW = Moment(datetime(2017, 3, 1, 12, tzinfo=UTC), "Europe/Brussels")
ENTRIES = [
    entry(stage("2017-04-04", at="17:00")),
    entry(stage("2017-04-04", at="17:00", zone="Asia/Tokyo"), stage("2017-02/2017-03", name="other")),
    entry(stage("2017-03/.."), source="2016-01"),
    entry(stage("2017-03/.."), source="2017-01"),
    entry(stage()),
]


def places(shared: facts.Shared) -> Places:
    dates, stages, points, _ = shared.facts()
    its_dates, its_stages = Places(dates, Fuzzy), Places(stages, Stage)
    return Places(points, lambda each: SharedDates(each, its_dates, its_stages, NOW))


@pytest.mark.parametrize("at", range(len(ENTRIES)))
def test_a_point_is_judged_as_its_milestones_are(at: int) -> None:
    shared = facts.Shared()
    every = [(each, shared.point(each)) for one in ENTRIES for each in timeline.milestones(one)]
    known = places(shared)
    for its, place in [each for each in every if each[0].entry is ENTRIES[at]]:
        point = known[place]
        assert point.is_ahead == standing.is_ahead(its, NOW)
        if point.is_ahead:
            assert (*point.place, its.uid) == standing.order(its, NOW)
            assert (point.unconfirmed, point.days_left, point.today) == standing.seen(its, NOW)


def test_a_row_has_what_is_shown_of_its_milestone() -> None:
    shared = facts.Shared()
    (its,) = timeline.milestones(ENTRIES[0])
    _, (uid,), noticed, rest = facts.facts_of(ENTRIES[0], (its,), shared)
    row = Row(Shown(rest, None), uid, places(shared)[shared.point(its)], None, (0, 0, 0))
    found = row.milestone
    for name in ("uid", "zone", "earliest", "latest", "instant", "end"):
        assert getattr(found, name) == getattr(its, name)
    assert (row.unconfirmed, row.days_left, row.today) == standing.seen(its, NOW)
    assert noticed == ()
    assert (found.entry.title, found.when.text, found.until) == (its.entry.title, "2017-04-04", None)


def test_what_is_the_same_of_many_is_kept_once() -> None:
    shared = facts.Shared()
    again = [entry(stage("2017-04-04", at="17:00"), name=each) for each in ("one", "two")]
    first, second = (shared.point(timeline.milestones(each)[0]) for each in again)
    assert first == second
    assert [len(each) for each in shared.facts()] == [1, 1, 1, 0]
    one, other = (shared.stands(each, timeline.milestones(each)) for each in again)
    assert one == other
    assert [len(each) for each in shared.facts()] == [1, 1, 1, 1]


def test_places_are_made_once_and_none_stands_for_none() -> None:
    known = Places([(7,)], list)
    assert (known[-1], known[0]) == (None, [7])
    assert known[0] is known[0]
