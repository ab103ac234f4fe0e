"""A plan says what each target is to be told, and changes the memory of it the same way each time."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.errors import Place, problem
from clustercalls.model import Registry, Status
from clustercalls.phrase.periods import read
from clustercalls.query.wanted import Query
from clustercalls.reminders.gaps import Gap, Runs
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import FORMAT, Memory
from clustercalls.reminders.plan import plan_of
from clustercalls.reminders.run_terms import Telling
from clustercalls.reminders.seal import sealed

CALL = registry_of(entry(stage("2027-03-31"), name="c"))
KEY = "c@30d@deadline@2027-03-31"
TODAY = date(2027, 3, 1)


def telling(moment: str = "2027-03-01T12:00", every: str = "", clock: str = "") -> Telling:
    return Telling(
        (Path("calls.toml"),), CALL, CALL.entries, at(moment), at(clock or moment).now, Leads(), Query(),
        dry=False, anew=False, every=read(every) if every else None,
    )  # fmt: skip


def fresh() -> Memory:
    return Memory(FORMAT, ())


def test_a_target_without_news_has_no_job() -> None:
    memory = fresh()
    plan = plan_of(telling(), memory, ["one", "two"])
    assert [(each.target, [one.key for one in each.reminders]) for each in plan.jobs] == [
        ("one", [KEY]), ("two", [KEY]),
    ]  # fmt: skip
    plan.arrival("one", (KEY,), "<1>").note(memory)
    again = plan_of(telling(), memory, ["one", "two"])
    assert [(each.target, again.is_new) for each in again.jobs] == [("two", False)]
    assert memory.log["one"][0].leads == {KEY: TODAY}
    assert (memory.log["one"][0].id, memory.sent) == ("<1>", {"one": 1})


def test_the_same_changes_are_made_to_another_memory() -> None:
    memory, other = fresh(), fresh()
    plan = plan_of(telling(), memory, ["one"])
    for _ in range(2):
        plan.begin(other)
        assert other == memory
    plan.arrival("one", (KEY,), "").note(memory)
    plan.arrival("one", (KEY,), "").note(other)
    assert other == memory


def test_a_gap_is_told_with_the_whole_message() -> None:
    memory = fresh()
    memory.runs["one"] = Runs(date(2027, 2, 20))
    plan = plan_of(telling(every="1d"), memory, ["one"])
    gap = Gap(date(2027, 2, 21), date(2027, 2, 28))
    assert plan.jobs[0].gaps == memory.runs["one"].gaps == (gap,)
    plan.arrival("one", (KEY,), "").note(memory)
    assert memory.runs["one"] == Runs(TODAY)


def test_a_gap_and_errors_alone_are_news() -> None:
    memory = fresh()
    quiet = replace(telling("2027-02-02T12:00", "1d"), entries=())
    assert plan_of(quiet, memory, ["one"]).jobs == ()
    memory.runs["one"] = Runs(date(2027, 1, 20))
    assert [len(each.gaps) for each in plan_of(quiet, memory, ["one"]).jobs] == [1]
    broken = replace(quiet, registry=replace(CALL, problems=(problem("unreadable", reason="x"),)))
    memory.errors["two"] = date(2027, 2, 2)
    jobs = plan_of(broken, memory, ["two", "three"]).jobs
    assert [(each.target, len(each.errors)) for each in jobs] == [("three", 1)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2027-02-28", []),
        ("2027-03-01", ["30d"]),
        ("2027-03-02", ["30d late"]),
        ("2027-03-23", ["30d late"]),
        ("2027-03-24", ["7d"]),
        ("2027-03-31", ["1d late"]),
        ("2027-04-01", []),
    ],
)
@pytest.mark.parametrize("lost", [True, False])
def test_after_a_loss_what_is_due_is_told_once_to_each(day: str, told: list[str], lost: bool) -> None:
    memory = fresh()
    memory.lost = lost
    for name in ("one", "two"):
        plan = plan_of(telling(f"{day}T12:00"), memory, [name])
        found = [f"{one.lead}{' late' * one.late}" for each in plan.jobs for one in each.reminders]
        assert found == (told if lost else [each.removesuffix(" late") for each in told])
        for job in plan.jobs:
            plan.arrival(name, tuple(each.key for each in job.reminders), "").note(memory)
        assert plan_of(telling(f"{day}T18:00"), memory, [name]).jobs == ()


@pytest.mark.parametrize("played", ["2016-12-01T12:00", "2027-03-02T12:00", "2031-01-01T12:00"])
def test_a_day_that_is_played_is_not_the_day_of_the_run(played: str) -> None:
    its, memory, broken = (
        "2027-03-01T12:00",
        fresh(),
        problem("no-registry", Place("calls.toml"), path="calls.toml"),
    )
    at_it = replace(telling(played, clock=its), registry=replace(CALL, problems=(broken,)))
    plan = plan_of(at_it, memory, ["one"])
    plan.arrival("one", tuple(each.key for each in plan.decisions["one"].reminders), "").note(memory)
    assert (memory.runs["one"].last, memory.errors["one"]) == (TODAY, TODAY)
    assert all(each.at == at(its).now for each in memory.log.get("one", ()))
    after = replace(at_it, moment=at("2027-03-02T12:00"), clock=at("2027-03-02T12:00").now, every=read("1d"))
    (job,) = plan_of(after, memory, ["one"]).jobs
    assert (job.gaps, job.errors) == ((), (broken,))


STAGED = registry_of(entry(stage("2027-03-31"), stage("2027-03-20", "published"), name="c"))
MOVED = registry_of(entry(stage("2027-04-30"), stage("2027-03-20", "published"), name="c"))
OFF = registry_of(replace(STAGED.entries[0], status=Status.CANCELLED))
GONE = registry_of(replace(STAGED.entries[0], id="other"))


def told(memory: Memory, registry: Registry, moment: str, clock: str = "", name: str = "one") -> list[str]:
    """What a run tells a target at this moment, played unless it is the clock's, and remembers."""
    there = replace(telling(f"{moment}T12:00", clock=f"{clock or moment}T12:00"), registry=registry)
    plan = plan_of(replace(there, entries=registry.entries), memory, [name])
    keys = tuple(one.key for job in plan.jobs for one in job.reminders)
    plan.arrival(name, keys, "").note(memory)
    return list(keys)


@pytest.mark.parametrize("first", [True, False], ids=["told before", "never told"])
@pytest.mark.parametrize("played", [STAGED, MOVED, OFF, GONE])
@pytest.mark.parametrize("day", ["2027-03-11", "2027-03-20", "2027-03-24", "2027-03-30", "2027-05-30"])
def test_a_day_played_ahead_of_the_clock_silences_nothing(first: bool, played: Registry, day: str) -> None:
    memory, other = fresh(), fresh()
    for each in (memory, other) if first else ():
        assert told(each, STAGED, "2027-03-10") == [KEY]
    told(memory, played, day, clock="2027-03-10")
    assert told(memory, played, day, clock="2027-03-10") == []
    for after in ("2027-03-10", "2027-03-11", "2027-03-22", "2027-03-24", "2027-03-31", "2027-04-29"):
        for registry in (STAGED, played):
            assert told(memory, registry, after) == told(other, registry, after)
    assert (memory.targets, memory.played) == (other.targets, {})


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize("targets", [["one"], ["one", "two", "three"]])
def test_a_memory_is_never_larger_than_was_foreseen(count: int, targets: list[str]) -> None:
    title = 'Ein "Wort" \u202e' * 100
    calls = registry_of(
        *(entry(stage("2027-03-31"), name=f"c{n}", title=title, tags=("t" * 500,)) for n in range(count))
    )
    memory = fresh()
    asked = replace(telling(), registry=calls, entries=calls.entries)
    plan = plan_of(asked, memory, targets)
    most = plan.most_bytes(memory)
    for job in plan.jobs:
        keys = [each.key for each in job.reminders]
        for key in keys if job.target == "two" else ():
            plan.arrival("two", (key,), f"<{'m' * 80}@example.org>").note(memory)
        plan.arrival(job.target, tuple(keys), f"<{'m' * 80}@example.org>").note(memory)
    size = len(sealed(json.encode(memory)))
    assert size <= most < size + 1_000 * (count + 1) * len(targets)
