"""Dates in an order that can hardly be, or in another decade; what can be is not warned of."""

from datetime import date

import pytest

from builders import entry, moved, stage
from clustercalls.model import Entry, Stage
from clustercalls.registry.checks import warn
from clustercalls.registry.usual import is_usual
from clustercalls.tables.findings import Findings

CHECKED = date(2031, 1, 1)
DUE = stage("2031-04-04", "deadline", name="deadline")
LATER = stage("2031-09-04", "deadline", name="second")


def codes(it: Entry) -> list[str]:
    found = Findings()
    warn(it, [("stage", number) for number in range(len(it.stages))], found)
    assert not (found and is_usual(it))
    return [each.code for each in found if each.code != "weekend-deadline"]


@pytest.mark.parametrize(("stages", "wrong"), [
    ((DUE, stage("2031-04-03", "decision")), True),
    ((DUE, stage("2031-04-04", "decision")), False),
    ((DUE, stage("2031-04", "decision")), False),  # it may be after
    ((DUE, LATER, stage("2031-05-05", "decision")), False),  # that of the first cut-off
    ((DUE, stage("2031-03-03", "interview")), True),
    ((DUE, stage("2031-05-05", "interview")), False),
    ((DUE, stage("2031-05-05", "info_day")), True),
    ((DUE, LATER, stage("2031-05-05", "info_day")), False),
    ((DUE, stage("2031-05-05", "registration")), True),
    ((DUE, stage("2031-04-01", "registration")), False),
    ((stage("2031-02-02", "opens"), stage("2031-01-05", "registration")), True),
    ((stage("2031-02-02", "dates", until="2031-02-05"), stage("2031-02-06", "registration")), True),
    ((stage("2031-02-02", "dates", until="2031-02-05"), stage("2031-02-03", "registration")), False),
    ((stage("2031-05-05", "deadline", name="outline"), stage("2030-05-06", "deadline", name="full")), True),
    ((stage("2031-05-05", "deadline", name="outline"), stage("2031-09-05", "deadline", name="full")), False),
    *(
        ((stage("2031-05-05", "deadline", name=first), stage("2030-05-06", "deadline", name=second)), True)
        for first, second in (
            ("concept-note", "full-application"),
            ("prima-fase", "seconda-fase"),
            ("skizze", "vollantrag"),
            ("stage-2", "stage-3"),
            ("stufe-1", "stufe-3"),
        )
    ),
    ((stage("2031-05-05", name="cut-off-1"), stage("2030-05-06", name="cut-off-2")), False),
    ((stage("2031-05-05", "deadline", name="one"), stage("2030-05-06", "deadline", name="full")), False),
])  # fmt: skip
def test_sides_of_a_deadline(stages: tuple[Stage, ...], wrong: bool) -> None:
    found = [each for each in codes(entry(*stages, checked=CHECKED)) if each != "unlinked-step"]
    assert found == ["stage-order"] * wrong


@pytest.mark.parametrize(("day", "source", "found"), [
    ("2041-04-05", "2031-01-01", ["far-date"]),
    ("2040-04-05", "2031-01-01", []),
    ("2020-04-06", "2031-01-01", ["far-date"]),
    ("2041-04-05", "", []),  # nothing to compare it with
])  # fmt: skip
def test_a_date_far_from_every_other(day: str, source: str, found: list[str]) -> None:
    assert codes(entry(stage(day, "opens"), checked=CHECKED, source=source)) == found


def test_history_whose_newest_row_is_the_present_date() -> None:
    rows = (moved("deadline", "2031-04-04", "2030-01-01"), moved("deadline", "2031-03-03", "2030-02-01"))
    assert codes(entry(DUE, checked=CHECKED, history=rows)) == []
    assert codes(entry(DUE, checked=CHECKED, history=rows[:1])) == ["idle-history"]


def test_a_deadline_without_a_name_is_not_told_to_follow_its_outline() -> None:
    stages = stage("2031-03-05", "deadline", name="outline"), stage("2031-09-08")
    assert codes(entry(*stages, checked=CHECKED)) == []
    assert codes(entry(stages[0], stage("2031-09-08", name="full"), checked=CHECKED)) == ["unlinked-step"]


@pytest.mark.parametrize(
    ("now", "was", "found"),
    [
        ("2031-04-04T10:00", "2031-04-04", []),  # its hour is new
        ("2031-04-04", "2031-04-04T10:00", []),
        ("2031-04-04T10:00", "2031-04-04T11:00", []),
        ("2031-04-04T10:00", "2031-04-04T10:00", ["idle-history"]),
        ("2031-04?", "2031-04?", ["idle-history"]),
        ("2031-04?", "2031-04", []),
    ],
)
def test_a_row_that_tells_another_hour_of_the_same_day(now: str, was: str, found: list[str]) -> None:
    day, _, hour = now.partition("T")
    due = stage(day, "deadline", name="deadline", at=hour)
    rows = (moved("deadline", was, "2030-01-01"),)
    assert codes(entry(due, checked=CHECKED, history=rows)) == found
