"""Calls that are open without a deadline, and how they stand among what is ahead."""

import pytest

from builders import at, entry, registry_of, stage
from clustercalls import timeline
from clustercalls.model import Entry, Status
from clustercalls.query.select import Query, upcoming
from clustercalls.query.standing import is_without_deadline, status_of, with_standing

NOW = at("2017-03-01T12:00")
OPEN = Status.OPEN


@pytest.mark.parametrize(("it", "expected"), [
    (entry(stage(rolling=True)), True), (entry(status=OPEN), True),
    (entry(stage("2017-02-01", name="first"), stage(rolling=True)), True),
    (entry(stage("2017-04-01", name="first"), stage(rolling=True)), False),
    (entry(stage(rolling=True), stage("2017-04-01", name="second", follows="deadline")), True),
    (entry(stage(), status=OPEN), False), (entry(stage("2017-04-01")), False), (entry(), False),
    (entry(stage("2017-04-01", "opens"), stage(rolling=True)), False),
    (entry(stage("2017-01-01", "opens"), stage(rolling=True)), True),
    (entry(stage(rolling=True), status=Status.SUSPENDED), False),
    (entry(stage(rolling=True), source="2015"), False),
    (entry(stage("2017-02-01"), status=OPEN), False),
])  # fmt: skip
def test_no_date_is_to_come(it: Entry, expected: bool) -> None:
    its = timeline.milestones(it)
    assert is_without_deadline(timeline.status(it, its, NOW), its, NOW) is expected


@pytest.mark.parametrize(("it", "stands"), [
    (entry(status=OPEN), True), (entry(stage("2016-01-01", "published"), status=OPEN), True),
    (entry(stage(), status=OPEN), False), (entry(stage("2016-01-01"), status=OPEN), False),
    (entry(source="2015", status=OPEN), False), (entry(status=Status.SUSPENDED), False), (entry(), False),
])  # fmt: skip
def test_a_call_stated_open_stands_among_what_is_ahead(it: Entry, stands: bool) -> None:
    rows = upcoming(registry_of(it), Query(), NOW, standing=True)
    assert [row.milestone.stage.rolling for row in rows if row.milestone.stage.rolling] == [True] * stands
    assert upcoming(registry_of(it), Query(past=True), NOW, standing=True) == upcoming(
        registry_of(it), Query(past=True), NOW
    )
    assert not any(row.milestone.stage.rolling for row in upcoming(registry_of(it), Query(), NOW))


def test_the_zone_is_that_of_the_registry() -> None:
    (its,) = with_standing(entry(status=OPEN), (), NOW)
    assert (its.zone, its.when, its.uid) == (NOW.zone, None, "a/deadline")


@pytest.mark.parametrize(("it", "status"), [
    (entry(stage("2017-01-01", "published"), stage("2017-04-01", cancelled=True)), Status.CANCELLED),
    (entry(stage("2017-04-01", name="a", cancelled=True), stage("2017-05-01", name="b")), Status.OPEN),
    (entry(stage("2017-01-01", "published", cancelled=True), stage("2017-05-01")), Status.OPEN),
    (entry(stage("2017-04-01", cancelled=True), status=Status.EXHAUSTED), Status.EXHAUSTED),
    (entry(stage("2017-04-01", "dates", cancelled=True), kind="event"), Status.CANCELLED),
    (entry(stage("2017-04-01", "dates"), kind="event"), None), (entry(kind="event"), None),
    (entry(stage("2017-04-01", "dates", cancelled=True), kind="resource"), None),
    (entry(stage("2017-04-01", "dates"), kind="policy", status=Status.CANCELLED), Status.CANCELLED),
])  # fmt: skip
def test_what_is_called_off_with_its_stages(it: Entry, status: Status | None) -> None:
    assert status_of(it, timeline.milestones(it), NOW) is status
