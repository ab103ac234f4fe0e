"""Of an entry that we applied to: what is done by that, and what is still to come."""

import pytest

from builders import entry, stage
from clustercalls.model import APPLIED, Entry, Track
from clustercalls.query.answered import is_answered
from clustercalls.timeline import milestones

CALL = entry(
    stage("2027-01-01", "published"),
    stage("2027-02-01", "registration"),
    stage("2027-02-15", "registration", name="late-list"),
    stage("2027-03-01", name="first"),
    stage("2027-03-01", name="cut-off"),
    stage("2027-04-01", name="second", follows="first"),
    stage("2027-02-20", "internal", name="draft"),
    stage("2027-03-20", "internal", name="rehearsal"),
    stage("", "internal", name="some-day"),
    stage(name="slides", kind="internal", after=("second", 0, -40)),
    stage(name="third", kind="internal", after=("slides", 0, 1)),
    stage(name="letters", kind="internal", after=("first", 0, -20)),
    stage("2027-05-01", "interview"),
    stage("2027-06-01", "decision"),
)
DONE = {"registration", "late-list", "first", "cut-off", "draft", "some-day", "letters"}


def answered(it: Entry) -> set[str]:
    return {each.stage.id for each in milestones(it) if is_answered(each)}


@pytest.mark.parametrize("meaning", Track)
def test_what_an_application_answers_and_what_is_for_later(meaning: Track) -> None:
    from msgspec.structs import replace

    assert answered(replace(CALL, meaning=meaning)) == (DONE if meaning in APPLIED else set())


@pytest.mark.parametrize("stages", [
    (stage("2027-02-01", "registration"),),
    (stage("2027-02-01", "registration"), stage(rolling=True)),
    (stage("2027-02-01", "registration"), stage(name="tba")),
])  # fmt: skip
def test_without_a_dated_deadline_all_that_was_to_be_done_is(stages: tuple[object, ...]) -> None:
    it = entry(*stages, meaning=Track.SUBMITTED)  # type: ignore[arg-type]  # stages
    assert answered(it) == {each.id for each in it.stages}
