"""What is selected, made into components; what makes none is told once, with where it stands."""

from io import BytesIO
from typing import cast

import pytest
from msgspec.structs import replace

from builders import entry, stage
from calendars import calendar_of, selection_of
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.calendar.published import Published, read
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


@pytest.mark.parametrize("was_there", [False, True])
def test_what_could_not_be_read_back_is_left_out_or_stays_as_it_was(*, was_there: bool) -> None:
    old = read(BytesIO(calendar_of(GOOD)), EVENT) if was_there else Published()
    heavy = replace(GOOD, about="x" * 1_000)
    (whole,) = selection_of(heavy).outcomes(old)
    assert whole.data is not None
    size = len(whole.data)
    assert [each.data for each in selection_of(heavy).within(size).outcomes(old)] == [whole.data]
    selection = selection_of(heavy).within(size - 1)
    for _ in range(2):  # a calendar in a file is made twice
        kept = [each.data for each in selection.outcomes(old)]
        assert kept == [each.raw for each in old.components.values()]
    (told,) = cast("list[Problem]", selection.tell)
    assert (told.code, told.place.entry) == ("unfit-event", "good")
    assert "over the limit of 1 KiB" in told.message
    assert selection.unfit == {"good/deadline"}


def test_what_is_too_large_already_stays_in_silence() -> None:
    old = read(BytesIO(calendar_of(GOOD)), EVENT)
    selection = selection_of(GOOD).within(10)
    assert [each.data for each in selection.outcomes(old)] == [old.components["good/deadline"].raw]
    assert not cast("list[Problem]", selection.tell)


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
