"""One run: what arrived is remembered, what did not is told again, whoever speaks and sends."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.disk.lock import locked
from clustercalls.errors import Problem, WorldFailed, problem
from clustercalls.model import Registry
from clustercalls.query.select import Query
from clustercalls.reminders import memory as memories
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.run import tell
from clustercalls.reminders.run_terms import STDOUT, Arrived, Job, RunOutcome, Telling
from odd import closed_to_us

CALL = registry_of(entry(stage("2027-03-31"), name="c"))
ERROR = problem("unreadable", reason="x")


class Ways:
    """Whoever is told: what was shown, sent and said."""

    def __init__(self, *targets: str, broken: str = "") -> None:
        self.targets, self.broken, self.says_errors = targets, broken, False
        self.shown: list[str] = []
        self.sent: list[Job] = []
        self.said: list[str] = []
        self.quiet_of: list[bytes] = []

    def say(self, each: Problem) -> None:
        self.said.append(each.code)

    def quiet(self, memory: bytes) -> None:
        self.quiet_of.append(memory)

    def rename(self, memory: Memory) -> bool:
        return memory.format == ""

    def show(self, job: Job) -> bool:
        self.shown += [*(each.key for each in job.reminders), *(each.code for each in job.errors)]
        self.shown += [each.edtf for each in job.gaps]
        return True

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        assert again
        for each in jobs:
            if each.target != self.broken:
                self.sent.append(each)
                arrived(each.target, tuple(one.key for one in each.reminders), f"<{each.target}>")
        return any(each.target == self.broken for each in jobs)


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, ...]:
    return (tmp_path / "calls.toml",)


def telling(
    paths: tuple[Path, ...], registry: Registry = CALL, *, dry: bool = False, anew: bool = False
) -> Telling:
    moment = at("2027-03-01T12:00")
    return Telling(
        paths, registry, registry.entries, moment, datetime.now(UTC), Leads(), Query(), dry=dry, anew=anew
    )


KEY = "c@30d@deadline@2027-03-31"


def test_it_is_told_once(paths: tuple[Path, ...]) -> None:
    for shown in ([KEY], []):
        ways = Ways()
        assert (tell(telling(paths), ways), ways.shown) == (RunOutcome.TOLD, shown)


@pytest.mark.parametrize("anew", [True, False])
def test_who_only_looks_leaves_no_memory(paths: tuple[Path, ...], anew: bool) -> None:
    for _ in range(2):
        ways = Ways()
        assert (tell(telling(paths, dry=not anew, anew=anew), ways), ways.shown) == (RunOutcome.TOLD, [KEY])
    assert not memories.path_of(paths).exists()


def test_what_did_not_arrive_is_sent_again_to_that_target_alone(paths: tuple[Path, ...]) -> None:
    first = Ways("one", "two", broken="two")
    assert tell(telling(paths), first) is RunOutcome.FAILED
    again = Ways("one", "two")
    assert tell(telling(paths), again) is RunOutcome.TOLD
    assert [(each.target, each.number) for each in (*first.sent, *again.sent)] == [("one", 0), ("two", 0)]


def test_nothing_to_tell_is_noted_only_where_nothing_is_to_be_remembered(paths: tuple[Path, ...]) -> None:
    later = registry_of(entry(stage("2027-09-30"), name="c"))
    for registry, targets, broken in ((later, (), ""), (CALL, (), ""), (CALL, ("one",), "one")):
        first, second = Ways(*targets, broken=broken), Ways(*targets, broken=broken)
        for ways in (first, second):
            tell(telling(paths, registry), ways)
        is_told = bool(broken)  # and what did not arrive is told again
        data = memories.path_of(paths).read_bytes()
        assert (first.quiet_of, second.quiet_of) == ([], [] if is_told else [data])


def test_errors_are_shown_once_a_day_and_said_where_nothing_was_read(paths: tuple[Path, ...]) -> None:
    broken = replace(CALL, problems=(ERROR,))
    for shown in ([KEY, ERROR.code], []):
        ways = Ways()
        assert (tell(telling(paths, broken), ways), ways.shown, ways.said) == (RunOutcome.TOLD, shown, [])
    ways = Ways()
    tell(telling(paths, replace(broken, entries=())), ways)
    assert ways.said == [ERROR.code]


def test_a_lost_memory_is_said_and_silences_nothing(paths: tuple[Path, ...]) -> None:
    path = memories.path_of(paths)
    memories.make_folder(path)
    path.write_text("{")
    late = registry_of(entry(stage("2027-03-30"), name="c"))  # its lead was yesterday
    key = "c@30d@deadline@2027-03-30"
    ways = Ways()
    assert (tell(telling(paths, late), ways), ways.shown, ways.said) == (
        RunOutcome.LOST,
        [key],
        ["lost-memory"],
    )
    assert STDOUT in memories.load(path, paths)[0].targets
    ways = Ways()
    assert (tell(telling(paths, late), ways), ways.shown, ways.said) == (RunOutcome.TOLD, [], [])


@pytest.mark.parametrize("dry", [True, False])
def test_a_memory_that_may_not_be_read_stops_a_run_and_a_look_alike(
    paths: tuple[Path, ...], dry: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = memories.path_of(paths)
    memories.make_folder(path)
    path.write_text("whole")
    closed_to_us(path, monkeypatch)
    with pytest.raises(WorldFailed) as refused:
        tell(telling(paths, dry=dry), ways := Ways())
    assert (refused.value.problem.code, ways.shown, ways.said) == ("closed-memory", [], [])
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_text() == "whole"


def test_beside_another_run_it_tells_nothing(paths: tuple[Path, ...]) -> None:
    path = memories.path_of(paths)
    memories.make_folder(path)
    with locked(path):
        ways = Ways()
        assert (tell(telling(paths), ways), ways.shown, ways.said) == (RunOutcome.OTHER, [], ["other-run"])
