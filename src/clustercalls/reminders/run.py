"""One run of `remind`: for every target what is due, delivered, then remembered; its words are handed in."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.disk.lock import locked
from clustercalls.errors import InputRefused, Problem, WorldFailed, problem
from clustercalls.model import Entry, Registry
from clustercalls.query import select
from clustercalls.query.select import Query
from clustercalls.reminders import memory as memories
from clustercalls.reminders.decide import Decision, Reason, Reminder, decide
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.missing import forget, gone, note_files
from clustercalls.reminders.remembered import Remembered, forgotten
from clustercalls.zones import Moment

STDOUT = "stdout"
Arrived = Callable[[str, tuple[str, ...]], None]


class Outcome(Enum):
    """How a run ended: all told; something not delivered; memory lost; nothing told beside another run."""

    TOLD = "told"
    FAILED = "failed"
    LOST = "lost"
    OTHER = "other"


class Job(Struct, frozen=True):
    """What one target is to be sent; `number` messages went to it before."""

    target: str
    reminders: tuple[Reminder, ...]
    errors: tuple[Problem, ...]
    number: int = 0


class Ways(Protocol):
    """How a run speaks and sends: what it is handed by who knows words, streams and targets."""

    @property
    def targets(self) -> Sequence[str]:
        """The names of the targets; none means standard output."""

    @property
    def says_errors(self) -> bool:
        """Whether somebody at a terminal reads the errors of every run."""

    def say(self, each: Problem) -> None:
        """Says a problem on standard error."""

    def show(self, reminders: Sequence[Reminder], errors: Sequence[Problem]) -> None:
        """Puts them on standard output."""

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        """Delivers all jobs, tells of each what arrived, and returns whether one failed.

        `again` says that what failed is sent again at the next run.
        """

    def rename(self, memory: Memory) -> bool:
        """Gives targets that are remembered by an older name the one they have now; says whether it did."""


class Telling(Struct, frozen=True):
    """What one run goes by: `dry` remembers nothing, `anew` does not even look at what was told.

    `clock` is the machine's, for the age of what is kept there; `moment` may be another that was asked for.
    """

    paths: tuple[Path, ...]
    registry: Registry
    entries: Sequence[Entry]
    moment: Moment
    clock: datetime
    leads: Leads
    query: Query
    dry: bool
    anew: bool

    def decide(self, told: dict[str, Remembered], memory: Memory | None) -> Decision:
        """What there is to tell to a target that was told this; without a memory nothing can be gone."""
        decision = decide(
            self.entries, told, self.moment, self.leads, lambda each: select.is_selected(each, self.query)
        )
        if memory is None:
            return decision
        lost = gone(self.registry, memory, told, self.moment, self.leads, self.query)
        return replace(decision, reminders=(*decision.reminders, *lost))


def tell(telling: Telling, ways: Ways) -> Outcome:
    """Tells what is due.

    Raises:
        WorldFailed: when nothing can be remembered, or standard output fails.
        InputRefused: when there is no place for a memory.
    """
    if telling.dry or telling.anew:
        return _without_memory(telling, ways)
    path = memories.path_of(telling.paths)
    memories.make_folder(path)
    try:
        with locked(path, seconds=0, own=True):
            return _Run(telling, ways, path).tell()
    except WorldFailed as failed:
        if failed.problem.code != "locked":
            raise
        ways.say(problem("other-run"))
        _say_errors(telling, ways)
        return Outcome.OTHER


class _Run:
    """A run with its memory open, under the lock."""

    def __init__(self, telling: Telling, ways: Ways, path: Path) -> None:
        self.telling, self.ways, self.path = telling, ways, path
        self.memory, self.lost = memories.load(path, telling.paths)
        memories.use(path, telling.clock)
        self.decisions: dict[str, Decision] = {}
        self.today = telling.moment.today()
        self.printed = False
        self.unsaved = ways.rename(self.memory)
        if self.lost:
            ways.say(self.lost)

    def tell(self) -> Outcome:
        """To all targets, or to standard output."""
        for name in self.ways.targets or [STDOUT]:
            self._decide(name)
        noted = note_files(self.telling.registry, self.memory, self.telling.moment)
        self.unsaved = noted or self.unsaved
        if self.unsaved and self.memory.lost:
            self._save()
        failed = self._send() if self.ways.targets else self._print()
        if self.unsaved:
            self._save()
        if not self.printed:
            _say_errors(self.telling, self.ways)
        if failed:
            return Outcome.FAILED
        return Outcome.LOST if self.lost else Outcome.TOLD

    def _decide(self, name: str) -> None:
        if name not in self.memory.targets:
            self.memory.targets[name] = _fresh(self.telling, self.memory)
            self.unsaved = True
        told = self.memory.targets[name]
        self.decisions[name] = decision = self.telling.decide(told, self.memory)
        told.update(decision.at_once)
        self.unsaved = self.unsaved or bool(decision.at_once)

    def _print(self) -> bool:
        reminders, errors = self.decisions[STDOUT].reminders, self._errors(STDOUT)
        if reminders or errors:
            self.ways.show(reminders, errors)
            self.printed = bool(errors)
            self._arrived(STDOUT, tuple(each.key for each in reminders))
        return False

    def _send(self) -> bool:
        jobs = []
        for name in self.ways.targets:
            reminders, errors = self.decisions[name].reminders, self._errors(name)
            if reminders or errors:
                jobs.append(Job(name, reminders, errors, self.memory.sent.get(name, 0)))
        return bool(jobs) and self.ways.send(jobs, self._arrived, again=True)

    def _arrived(self, name: str, keys: tuple[str, ...]) -> None:
        """Remembers what has arrived, at once; the errors with the last of it."""
        decision, told = self.decisions[name], self.memory.targets[name]
        for each in decision.reminders:
            if each.key in keys and each.reason is Reason.GONE:
                forget(told, each.milestone.entry.id)
            elif each.key in keys:
                told[each.milestone.uid] = decision.after_delivery[each.milestone.uid]
        if not self.telling.registry.sound and (not keys or len(keys) == len(decision.reminders)):
            self.memory.errors[name] = self.today
        self.memory.sent[name] = self.memory.sent.get(name, 0) + 1
        self.unsaved = True
        with suppress(WorldFailed):  # tried again, and said, at the end: the delivery did not fail
            self._save()

    def _save(self) -> None:
        memories.save(self.path, self.memory)
        memories.clear_away(self.path, self.telling.clock)
        self.unsaved = False

    def _errors(self, name: str) -> tuple[Problem, ...]:
        """The errors this target was not told today."""
        return () if self.memory.errors.get(name) == self.today else self.telling.registry.errors


def _say_errors(telling: Telling, ways: Ways) -> None:
    """The errors on standard error: to a terminal, and always when nothing at all could be read."""
    if ways.says_errors or not telling.registry.entries:
        for each in telling.registry.errors:
            ways.say(each)


def _without_memory(telling: Telling, ways: Ways) -> Outcome:
    told: dict[str, Remembered] = {}
    memory = None
    if not telling.anew:
        try:
            memory, _ = memories.load(memories.path_of(telling.paths), telling.paths, dry=True)
            ways.rename(memory)
            name = ways.targets[0] if ways.targets else STDOUT
            told = memory.targets.get(name) or _fresh(telling, memory)
        except InputRefused:  # no home: then nothing was remembered either
            told = {}
    reminders, failed = telling.decide(told, memory).reminders, False
    if reminders or telling.registry.errors:
        if telling.dry or not ways.targets:
            ways.show(reminders, telling.registry.errors)
        else:
            jobs = [Job(each, reminders, telling.registry.errors) for each in ways.targets]
            failed = ways.send(jobs, lambda name, keys: None, again=False)
            _say_errors(telling, ways)
    return Outcome.FAILED if failed else Outcome.TOLD


def _fresh(telling: Telling, memory: Memory) -> dict[str, Remembered]:
    """What a target was told that this memory does not know: nothing, or, after a loss, all before today."""
    return forgotten(telling.registry.entries, telling.moment) if memory.lost else {}
