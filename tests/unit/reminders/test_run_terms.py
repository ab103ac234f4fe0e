"""What a run goes by decides what there is to tell; without a memory nothing is gone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.model import EntryKind, StageKind
from clustercalls.query.wanted import Query
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import FORMAT, Memory
from clustercalls.reminders.remembered import Kept, Remembered
from clustercalls.reminders.run_terms import Telling

DAY = date(2027, 2, 1)
GONE = Remembered("2027-03-31", DAY, last_told=DAY, kept=Kept("C", EntryKind.CALL, StageKind.DEADLINE, "UTC"))


def test_what_is_gone_is_told_behind_what_is_due_and_only_with_a_memory() -> None:
    registry = registry_of(entry(stage("2027-03-31"), name="c"))
    telling = Telling(
        (Path("calls.toml"),), registry, registry.entries, at("2027-03-01T12:00"), datetime.now(UTC), Leads(),
        Query(), dry=True, anew=False,
    )  # fmt: skip
    told = {"gone/deadline": GONE}
    decided = telling.decide(dict(told), Memory(FORMAT, (), targets={"stdout": told}))
    assert [each.key for each in decided.reminders] == [
        "c@30d@deadline@2027-03-31", "gone@gone@deadline@2027-03-31",
    ]  # fmt: skip
    assert [each.key for each in telling.decide(dict(told), None).reminders] == ["c@30d@deadline@2027-03-31"]


@pytest.mark.parametrize(
    ("played", "ahead"),
    [
        ("2027-03-01T06:00", False),
        ("2027-03-01T12:00", False),
        ("2027-03-01T23:59", False),  # of the day of the clock, which a real run tells of as well
        ("2027-03-02T00:00", True),
        ("2027-02-28T23:59", False),
    ],
)
def test_a_day_is_ahead_of_the_clock_by_days_of_the_registry(played: str, ahead: bool) -> None:
    registry = registry_of(entry(stage("2027-03-31"), name="c"))
    clock = at("2027-03-01T12:00").now
    telling = Telling(
        (Path("calls.toml"),),
        registry,
        registry.entries,
        at(played),
        clock,
        Leads(),
        Query(),
        dry=True,
        anew=False,
    )
    assert telling.is_ahead is ahead
    assert telling.moment.answers()[-1]  # what it goes by was asked
