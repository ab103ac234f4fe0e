"""One run: what arrived is remembered, what did not is told again, whoever speaks and sends."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.disk.lock import locked
from clustercalls.errors import Problem, WorldFailed, problem
from clustercalls.model import Registry
from clustercalls.query.wanted import Query
from clustercalls.reminders import arrivals
from clustercalls.reminders import memory as memories
from clustercalls.reminders.held import claim_of
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
        paths, registry, registry.entries, moment, moment.now, Leads(), Query(), dry=dry, anew=anew
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


@pytest.mark.parametrize("targets", [(), ("one", "two")])
@pytest.mark.parametrize("dry", [True, False])
def test_what_could_not_be_remembered_is_not_told(
    paths: tuple[Path, ...], targets: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, *, dry: bool
) -> None:
    tell(telling(paths), Ways(*targets))
    before = memories.path_of(paths).read_bytes()
    more = registry_of(*(entry(stage("2027-03-31"), name=f"c{n}") for n in range(100)), CALL.entries[0])
    for _ in range(2):
        ways = Ways(*targets)
        with monkeypatch.context() as patch:
            patch.setattr(memories, "FILE_BYTES", 20_000)
            with pytest.raises(WorldFailed) as failed:
                tell(telling(paths, more, dry=dry), ways)
        assert failed.value.problem.code == "full-memory"
        assert (ways.shown, ways.sent, ways.said) == ([], [], [])
        assert memories.path_of(paths).read_bytes() == before
    ways = Ways(*targets)
    assert tell(telling(paths, more), ways) is RunOutcome.TOLD
    assert len(ways.shown or ways.sent[0].reminders) == 100
    # nor was it too much by far
    size = memories.path_of(paths).stat().st_size
    assert 20_000 < size < 100_000


class Killed(BaseException):
    """The end of a process, wherever it is."""


class InParts(Ways):
    """Tells one reminder after the other, and dies once so many have arrived."""

    def __init__(self, lives: int, *targets: str) -> None:
        super().__init__(*targets)
        self.lives = lives
        self.came: list[str] = []

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        assert again
        for job in jobs:
            for each in job.reminders:
                if len(self.came) == self.lives:
                    raise Killed
                arrived(job.target, (each.key,), "")
                self.came.append(f"{job.target} {each.key}")
        return False


@pytest.mark.parametrize("lives", range(7))
def test_a_run_that_is_killed_has_remembered_what_arrived(
    paths: tuple[Path, ...], lives: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = registry_of(*(entry(stage("2027-03-31"), name=f"c{n}") for n in range(3)))
    saved: list[Path] = []
    save = memories.save

    def counted(path: Path, memory: Memory) -> None:
        saved.append(path)
        save(path, memory)

    monkeypatch.setattr(memories, "save", counted)
    killed = InParts(lives, "one", "two")
    with suppress(Killed):
        tell(telling(paths, calls), killed)
    assert len(saved) == (2 if lives == 6 else 1)  # at its end, not after each part
    memory, _ = arrivals.load(memories.path_of(paths), paths)
    log = [key for target in memory.log.values() for each in target for key in each.leads]
    assert len(log) == lives
    again = InParts(9, "one", "two")
    assert tell(telling(paths, calls), again) is RunOutcome.TOLD
    assert sorted(killed.came + again.came) == sorted(
        f"{target} c{n}@30d@deadline@2027-03-31" for target in ("one", "two") for n in range(3)
    )
    assert arrivals.left(memories.path_of(paths), paths) == []
    nothing = InParts(9, "one", "two")
    assert (tell(telling(paths, calls), nothing), nothing.came) == (RunOutcome.TOLD, [])


def test_what_a_killed_run_left_is_kept_by_a_run_without_news_and_shown_by_a_look(
    paths: tuple[Path, ...],
) -> None:
    with suppress(Killed):
        tell(telling(paths), killed := InParts(1, "one", "two"))
    assert killed.came == [f"one {KEY}"]
    look = Ways("one")
    assert (tell(telling(paths, dry=True), look), look.shown) == (RunOutcome.TOLD, [])
    assert arrivals.left(memories.path_of(paths), paths)
    with locked(claim_of(memories.path_of(paths)), seconds=0):  # somebody tells: those are its lines
        assert tell(telling(paths), Ways("one")) is RunOutcome.OTHER
    assert arrivals.left(memories.path_of(paths), paths)
    assert tell(telling(paths), again := Ways("one")) is RunOutcome.TOLD
    assert again.sent == []
    assert arrivals.left(memories.path_of(paths), paths) == []
    assert list(memories.load(memories.path_of(paths), paths)[0].log) == ["one"]
