"""The frozen types everything else computes with: entries, stages, milestones.

Built once by `registry`, never changed after. Dates are fuzzy dates, wall times stay with their zone's
name; an instant is computed when it is asked for. What an entry is made of is kept as a list of its values
(`array_like`): its own program reads it, and needs no names in it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from msgspec import Struct

from clustercalls.edtf import FuzzyDate
from clustercalls.entry_tables import Contact, Funding, Grants, Link
from clustercalls.enumerations import APPLIED, DUE, OFF, OPENING, STATED, EntryKind, StageKind, Status, Track
from clustercalls.errors import Problem
from clustercalls.errors.kinds import Severity
from clustercalls.zones import instant

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from clustercalls.audiences import Audience

__all__ = [
    "APPLIED",
    "DUE",
    "OFF",
    "OPENING",
    "STATED",
    "EntryKind",
    "StageKind",
    "Status",
    "Track",
]  # of there


class Source(Struct, frozen=True, gc=False, array_like=True):
    """Where the facts of an entry come from; `date` is that of the document, `key` its word for it."""

    title: str = ""
    url: str = ""
    date: FuzzyDate | None = None
    quote: str = ""
    key: str = ""


class After(Struct, frozen=True, gc=False, array_like=True):
    """A distance from another stage; negative days lead back from it.

    `working_days` are counted last; `off` are the days off that they leave out, as ordinals.
    """

    stage: str
    months: int = 0
    days: int = 0
    working_days: int | None = None
    off: tuple[int, ...] = ()


class Moved(Struct, frozen=True, gc=False, array_like=True):
    """A row of history: what the date of a stage was before; without a stage, the status, or the track."""

    stage: str
    was: FuzzyDate | None
    noticed: date | None = None
    why: str = ""
    source: str = ""
    was_status: str = ""
    was_track: str = ""


class Stage(Struct, frozen=True, gc=False, array_like=True):
    """One dated point or stretch of an entry.

    `when` is the day it happens, `until` the day it lasts to; `at` and `until_at` are wall times in
    `zone`. `at.fold` is 1 only where an offset in the file chose the later of two readings. `written_zone`
    is what the file says where `zone` is only what it is read as (CET). `abroad` is a zone that is not the
    registry's, which is shown with every day. `rolling`: one can go on for good, no date is to come.
    `done` is the day we did what it asks.
    """

    id: str
    kind: StageKind
    zone: str
    written_zone: str = ""
    title: str = ""
    when: FuzzyDate | None = None
    until: FuzzyDate | None = None
    after: After | None = None
    at: time | None = None
    until_at: time | None = None
    follows: str = ""
    cancelled: bool = False
    note: str = ""
    abroad: bool = False
    rolling: bool = False
    owner: str = ""
    done: date | None = None

    @property
    def is_internal(self) -> bool:
        """Whether it is ours alone, left out of what is made for others; `entry_fields` says it of fields."""
        return self.kind is StageKind.INTERNAL


class Entry(Struct, frozen=True, gc=False, array_like=True):
    """A call, an event, a policy step or a resource, as its file tells it; `meaning` is of its `track`."""

    id: str
    kind: EntryKind
    title: str
    programme: str = ""
    summary: str = ""
    about: str = ""
    stages: tuple[Stage, ...] = ()
    budget: float | int | None = None
    currency: str = ""
    grants: Grants | None = None
    funding: tuple[Funding, ...] = ()
    eligibility: tuple[str, ...] = ()
    place: str = ""
    contact: Contact | None = None
    url: str = ""
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    status: Status | None = None
    track: str = ""
    owner: str = ""
    warn: tuple[str, ...] | None = None
    checked: date | None = None
    source: Source | None = None
    note: str = ""
    history: tuple[Moved, ...] = ()
    file: str = ""
    meaning: Track = Track.WATCH
    ref: tuple[str, ...] = ()
    language: str = ""

    @property
    def is_put_away(self) -> bool:
        """Whether it is not for us, and so left out of what we look at ourselves."""
        return self.meaning is Track.NO

    @property
    def confirmed(self) -> date | None:
        """The day these facts were last known to hold: `checked`, else the source's date by its last day."""
        if self.checked:
            return self.checked
        return self.source.date.latest if self.source and self.source.date else None

    @property
    def is_called_off(self) -> bool:
        """Whether all deadlines of a call are cancelled, or every stage of an event or a policy step."""
        if self.status in OFF or self.kind is EntryKind.RESOURCE:
            return False
        is_call = self.kind is EntryKind.CALL
        its = [each for each in self.stages if each.kind is StageKind.DEADLINE or not is_call]
        return bool(its) and all(each.cancelled for each in its)


class Milestone(Struct, frozen=True, gc=False):
    """One stage of one entry with its dates resolved: the only currency between computing and showing."""

    entry: Entry
    stage: Stage
    when: FuzzyDate | None
    until: FuzzyDate | None

    @property
    def uid(self) -> str:
        """`entry-id/stage-id`: never a date or a title, so that what moves stays the same thing."""
        return f"{self.entry.id}/{self.stage.id}"

    @property
    def owner(self) -> str:
        """Who of us looks after it: the stage's own, else that of the entry; empty for none."""
        return self.stage.owner or self.entry.owner

    @property
    def zone(self) -> str:
        """The zone whose calendar its days are counted on."""
        return self.stage.zone

    @property
    def earliest(self) -> date | None:
        """Its first possible day; None when open or not announced."""
        return self.when.earliest if self.when else None

    @property
    def latest(self) -> date | None:
        """The last possible day of the whole stretch; None when open or not announced."""
        last = self.until or self.when
        return last.latest if last else None

    @property
    def instant(self) -> datetime | None:
        """The moment it happens, aware, when one day and an hour are known; else None."""
        return instant(self.when, self.stage.at, self.stage.zone)

    @property
    def end(self) -> datetime | None:
        """The moment it is over, aware, when known to the minute; else None."""
        if self.until is not None:
            return instant(self.until, self.stage.until_at, self.stage.zone)
        return self.instant


class Registry(Struct, frozen=True):
    """All that was read, in file order; `words` are of `[track]`; with `lacks_defaults` some have no zone.

    `audiences` are there where the files themselves were read.
    """

    entries: Sequence[Entry]
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    zone: str
    name: str = ""
    lacks_defaults: bool = False
    words: tuple[str, ...] = ()
    audiences: "Mapping[str, Audience]" = {}

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are no mere warnings: something is not among the entries because of them."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def sound(self) -> bool:
        """Whether all of it could be read: what is missing in it then is not there."""
        return not self.errors
