"""What a run of `remind` goes by, what it sends, and how it ends."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.errors import Problem
from clustercalls.model import Entry, Registry
from clustercalls.phrase.periods import Period
from clustercalls.query.wanted import Query, is_selected
from clustercalls.reminders.decide import Decision, Reminder, decide
from clustercalls.reminders.gaps import Gap
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.missing import gone, put_away
from clustercalls.reminders.remembered import Remembered
from clustercalls.zones import Moment

STDOUT = "stdout"
Arrived = Callable[[str, tuple[str, ...], str], None]  # the target, keys, and the Message-ID if there is one


class RunOutcome(Enum):
    """How a run ended: all told; something not delivered; memory lost; nothing told beside another run."""

    TOLD = "told"
    FAILED = "failed"
    LOST = "lost"
    OTHER = "other"


class Job(Struct, frozen=True):
    """What one target is to be sent; `number` messages went to it before, `gaps` are days without a run."""

    target: str
    reminders: tuple[Reminder, ...]
    errors: tuple[Problem, ...]
    number: int = 0
    gaps: tuple[Gap, ...] = ()


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

    def show(self, job: Job) -> bool:
        """Puts it on standard output, and returns whether there was anything in it that this can show."""

    def send(self, jobs: Sequence[Job], arrived: Arrived, *, again: bool) -> bool:
        """Delivers all jobs, tells of each what arrived, and returns whether one failed.

        `again` says that what failed is sent again at the next run.
        """

    def quiet(self, memory: bytes) -> None:
        """Takes note that nothing is told, and that nothing is new to the memory with these bytes."""

    def rename(self, memory: Memory) -> bool:
        """Gives targets that are remembered by an older name the one they have now; says whether it did."""


class Telling(Struct, frozen=True):
    """What one run goes by: `dry` remembers nothing, `anew` does not even look at what was told.

    `clock` is the machine's, for the age of what is kept there and for when a run was; `moment` may be
    another that was asked for. `every` is how often there is such a run, if that is known.
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
    every: Period | None = None

    @property
    def ran_on(self) -> date:
        """The day of the clock on the registry's calendar: when this run was, whatever day is played."""
        self.moment.today()  # asked as well: that nothing is to be told holds for that day alone
        return Moment(self.clock, self.moment.zone).today()

    @property
    def is_ahead(self) -> bool:
        """Whether a day is played that the clock has not reached."""
        return self.moment.today() > self.ran_on

    def met(self, memory: Memory) -> date:
        """The first day on which this memory knows what it is that something is done: today at the latest."""
        today = self.moment.today()
        return min(memory.met or today, today)

    def decide(self, told: dict[str, Remembered], memory: Memory | None) -> Decision:
        """What there is to tell to a target that was told this; without a memory nothing can be gone."""
        decision = decide(
            self.entries,
            told,
            self.moment,
            self.leads,
            lambda each: is_selected(each, self.query),
            self.met(memory) if memory else date.min,
        )
        if memory is None:
            return decision
        lost = gone(self.registry, memory, told, self.moment, self.leads, self.query)
        at_once = {**put_away(self.registry, told), **decision.at_once}
        return replace(decision, reminders=(*decision.reminders, *lost), at_once=at_once)
