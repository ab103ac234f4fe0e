"""When what is late is told."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from builders import at, entry, stage
from clustercalls.model import Milestone, Track
from clustercalls.reminders.late import is_old, is_untold, late_lead, late_ones
from clustercalls.reminders.remembered import Remembered

CALL = entry(stage("2027-03-22"), meaning=Track.GO)


def milestone() -> Milestone:
    return Milestone(CALL, CALL.stages[0], CALL.stages[0].when, None)


@pytest.mark.parametrize(
    ("gone", "lead"),
    [(-1, ""), (0, ""), (1, "late-1d"), (2, "late-1d"), (3, "late-3d"), (6, "late-3d"), (7, "late-7d"),
     (13, "late-7d"), (14, "late-14d"), (20, "late-14d"), (400, "late-399d")],
)  # fmt: skip
def test_the_day_after_then_rarely(gone: int, lead: str) -> None:
    today = date(2027, 3, 22) + timedelta(days=gone)
    found = late_lead(milestone(), None, at(today.isoformat()))
    assert (found[1] if found else "") == lead


def test_each_once() -> None:
    told = Remembered("2027-03-22", date(2027, 1, 1), through=date(2027, 3, 25))
    assert late_lead(milestone(), told, at("2027-03-25")) is None
    assert late_lead(milestone(), told, at("2027-03-28")) is None
    assert late_lead(milestone(), told, at("2027-03-29")) == (date(2027, 3, 29), "late-7d")


def test_what_is_late_of_an_entry() -> None:
    assert late_ones(CALL, at("2027-03-23")) == {"a/deadline"}
    assert not late_ones(CALL, at("2027-03-22"))
    assert not late_ones(entry(stage("2027-03-22"), meaning=Track.NO), at("2027-03-23"))


def test_what_was_old_is_told_once() -> None:
    assert is_old(milestone(), None, date(2027, 3, 23))
    assert not is_old(milestone(), None, date(2027, 3, 22))
    assert is_untold(milestone(), None)
    told = Remembered("2027-03-22", date(2027, 1, 1), through=date(2027, 3, 25))
    assert not is_untold(milestone(), told)
    assert not is_old(milestone(), told, date(2027, 3, 23))
    assert is_old(milestone(), replace(told, leads=(date(2027, 3, 22),)), date(2027, 3, 23))
