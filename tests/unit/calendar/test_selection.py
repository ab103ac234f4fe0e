"""What is selected, made into components; what makes none is told once, with where it stands."""

from builders import entry, stage
from calendars import selection_of
from clustercalls.calendar.naming import TODO
from clustercalls.calendar.published import Published
from clustercalls.errors import Problem

GOOD = entry(stage("2027-04-04", at="17:00"), name="good")
BAD = entry(stage("2027-05-05"), name="bad", title="\x01", file="calls.toml")


def test_what_makes_no_component_is_told_once() -> None:
    selection = selection_of(GOOD, BAD)
    for _ in range(2):
        assert [each.key for each in selection.outcomes(Published())] == ["good/deadline"]
    told: list[Problem] = selection.tell  # type: ignore[assignment]  # a list that is called
    (only,) = told
    assert (only.code, only.place.file, only.place.entry, only.place.field) == (
        "unfit-event", "calls.toml", "bad", "deadline",
    )  # fmt: skip
    assert selection.unfit == {"bad/deadline"}


def test_a_task_is_unfit_by_its_own_name() -> None:
    selection = selection_of(BAD, kind=TODO)
    assert selection.make(selection.milestones["bad/deadline"]) is None
    assert selection.unfit == {"bad/deadline"}


def test_the_zones_in_use() -> None:
    rome = entry(stage("2027-04-04", at="17:00", zone="Europe/Rome"), name="rome")
    fixed = entry(stage("2027-04-04", at="17:00", zone="UTC+2"), name="fixed")
    days = entry(stage("2027-04-04", zone="Asia/Tokyo"), name="days")
    assert selection_of(GOOD, rome, days).zones() == {("Europe/Brussels", 2027), ("Europe/Rome", 2027)}
    assert selection_of(fixed).zones() == set()
