"""A tick is of the entry and the stage that its UID names, in the order of the registry."""

from datetime import date

from builders import entry, registry_of, stage
from clustercalls.candidate import DoneElsewhere
from clustercalls.cli.fetch.ticked import ticked_of_ours

DAY = date(2027, 3, 20)


def test_by_uids_of_now_and_before() -> None:
    registry = registry_of(
        entry(stage("2027-04-04"), name="water"), entry(stage("2027-04-04"), name="soil"), entry(name="none")
    )
    uids = (
        "soil.deadline.todo@abc",
        "water/deadline/todo",
        "none.deadline.todo@abc",
        "gone.deadline@abc",
        "x",
    )
    made = ticked_of_ours(registry, [DoneElsewhere(uid, DAY) for uid in uids])
    assert [(each.entry.id, each.stage) for each in made] == [("water", "deadline"), ("soil", "deadline")]
