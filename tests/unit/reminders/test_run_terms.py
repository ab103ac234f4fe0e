"""What a run goes by decides what there is to tell; without a memory nothing is gone."""

from datetime import UTC, date, datetime
from pathlib import Path

from builders import at, entry, registry_of, stage
from clustercalls.model import EntryKind, StageKind
from clustercalls.query.select import Query
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
