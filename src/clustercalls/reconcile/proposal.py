"""What a source says of a call, and the difference from an entry of ours that a person decides on."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from clustercalls.history.compare import STAGE
from clustercalls.model import Entry, Milestone


class Act(Enum):
    """What accepting a proposal does."""

    MOVE = "move"
    NEW_STAGE = "new stage"
    SET = "set"
    STATUS = "status"
    DONE = "done"  # somebody ticked our task in a calendar
    NOTHING = "nothing"  # a person has to look


NEW_STAGE = "new stage"  # in the place of a field
DONE = "done "  # how the field of a tick begins, before the id of the stage


class SourceChange(NamedTuple):
    """A row of what a source said before: the field as two looks compare it, and when that was noticed."""

    noticed: datetime
    field: str
    was: str | None
    now: str | None


class SaidBySource(Struct, frozen=True):
    """What a source says of a call now, since when, and what it said before; no entry: it knows none."""

    entry: Entry | None
    first_seen: datetime
    changes: Sequence[SourceChange] = ()
    gone: date | None = None
    is_closed: bool = False  # by its own word, whatever its dates say


class Proposal(Struct, frozen=True):
    """One difference: a field before and after, as two looks compare it.

    `field` is `stage` and an id of ours for a date, of a new stage the id that it would get; `milestone` is
    that of the source. `is_exact_now`: ours had left it open. `was_edited`: by its history ours was edited
    after the source began to say this. `never_had`: a date of ours that this source is not known to have had.
    """

    entry: Entry
    act: Act
    field: str
    was: str = ""
    now: str = ""
    milestone: Milestone | None = None
    quote: str = ""
    is_exact_now: bool = False
    was_edited: bool = False
    never_had: bool = False

    @property
    def stage(self) -> str:
        """The stage it is about; empty for none."""
        begins = DONE if self.act is Act.DONE else STAGE
        return self.field.removeprefix(begins) if self.field.startswith(begins) else ""

    @property
    def slot(self) -> str:
        """The field of the call at its source, whatever the entry is called; new stages share one."""
        if self.act is Act.DONE:  # of our own entry, whatever it follows
            return f"{self.entry.id}\t{self.field}"
        return slot(self.entry, NEW_STAGE if self.act is Act.NEW_STAGE else self.field)

    @property
    def mark(self) -> str:
        """What tells it from all others: once ignored, it is asked again when the source says another."""
        if self.act is Act.DONE:  # on whichever day: a tick is asked about once
            return f"{self.slot}\t{self.act.value}"
        return f"{self.slot}\t{self.now or f'no {self.was}'}"


class SourceComparison(Struct, frozen=True):
    """An entry beside its source: what that says now, by slot, which of it ours says too, the proposals."""

    proposals: tuple[Proposal, ...] = ()
    says: Mapping[str, str] = {}
    agreed: frozenset[str] = frozenset()


def slot(entry: Entry, field: str) -> str:
    """The field of the call that an entry follows."""
    return f"{entry.source.key if entry.source else ''}\t{field}"
