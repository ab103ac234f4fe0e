"""What arrived is remembered once, however often it is noted; the parts of a message make one."""

from copy import deepcopy
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from clustercalls.reminders.arrival import Arrival, whole
from clustercalls.reminders.gaps import Gap, Runs
from clustercalls.reminders.log import Sent
from clustercalls.reminders.memory import FORMAT, Memory
from clustercalls.reminders.remembered import Remembered

NOW, TODAY = datetime(2027, 3, 1, 12, tzinfo=UTC), date(2027, 3, 1)
KEPT = Remembered("2027-03-31", TODAY, through=TODAY)


def part(key: str, id_: str = "<1>", target: str = "one") -> Arrival:
    return Arrival(target, Sent(NOW, id_, {key: TODAY}), Runs(TODAY), {key: KEPT})


def memory() -> Memory:
    gaps = (Gap(TODAY, TODAY),)
    return Memory(FORMAT, (), {"one": {"old/deadline": KEPT}}, runs={"one": Runs(TODAY, gaps)})


@pytest.mark.parametrize(
    "arrivals",
    [
        [part("a")],
        [part("a"), part("b")],
        [part("a"), part("b", "<2>")],
        [part("a", target="two"), part("a")],
        [replace(part("a"), gone=("old",))],
        [replace(part("a"), is_ahead=True)],
    ],
)
def test_noted_again_it_is_as_once(arrivals: list[Arrival]) -> None:
    once = memory()
    for each in arrivals:
        each.note(once)
    twice = deepcopy(once)
    for each in arrivals:
        each.note(twice)
    assert twice == once
    assert sum(len(each.leads) for log in once.log.values() for each in log) == len(arrivals)


def test_what_is_remembered() -> None:
    there = memory()
    replace(part("a"), gone=("old",), errors_on=TODAY).note(there)
    assert there.targets == {"one": {"a": KEPT}}
    assert (there.runs, there.errors, there.sent) == ({"one": Runs(TODAY)}, {"one": TODAY}, {"one": 1})
    ahead = memory()
    replace(part("a"), is_ahead=True).note(ahead)
    assert (ahead.targets, ahead.played) == (memory().targets, {"one": {"a": KEPT}})


def test_the_parts_of_a_message_make_one() -> None:
    parts = [part("a"), part("a", target="two"), part("b"), part("c", "<2>"), replace(part("d"), gone=("x",))]
    one, two, three = whole(parts)
    assert (one.target, list(one.sent.leads), list(one.told), one.gone) == (
        "one", ["a", "b", "d"], ["a", "b", "d"], ("x",),
    )  # fmt: skip
    assert [two, three] == [parts[1], parts[3]]
    by_part, by_message = memory(), memory()
    for each in parts:
        each.note(by_part)
    for each in (one, two, three):
        each.note(by_message)
    assert by_message.targets == by_part.targets
    assert whole([part("a"), replace(part("b"), errors_on=TODAY)])[0].errors_on == TODAY
