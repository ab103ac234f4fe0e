"""What is internal, and what else others are not told, decided here alone: an entry as they may know it.

Internal are stages of that kind and the fields that `entry_fields` says are. Keys of one's own (`x-`) are in
no entry: they are read from the file where a page for oneself shows them.
"""

from msgspec import Struct
from msgspec.structs import fields, replace

from clustercalls import timeline
from clustercalls.audiences import Audience
from clustercalls.edtf import FuzzyDate
from clustercalls.entry_fields import FIELDS
from clustercalls.model import Entry, Moved, Source, Stage, StageKind, Track

_INTERNAL = frozenset(each.key for each in FIELDS if each.internal)
_OF_ENTRY, _OF_STAGES, _OF_HISTORY = (
    {each.name: each.default for each in fields(of) if f"{table}.{each.name}".lstrip(".") in _INTERNAL}
    for table, of in (("", Entry), ("stage", Stage), ("history", Moved))
)
_OF_LATE = frozenset({"late_days"})  # what a row says of it
_SHORT_KEYS = {each.value for each in StageKind} - {StageKind.INTERNAL.value}


class Knows(Struct, frozen=True):
    """How much somebody may know of an entry: with `internal` all of it, else what everybody may and these.

    `reasons` are why something moved, `contacts` whom to ask, `quotes` the words of a source, and sources
    that nobody can look up: those without an http(s) address, as a mail, of a row of history too.
    """

    internal: bool = False
    reasons: bool = False
    contacts: bool = False
    quotes: bool = False


OTHERS = Knows()  # what is said to all the world, unless somebody says who is to know more
OFFICES = Knows(contacts=True, quotes=True)  # another office's files, read by ours


def knows_of(audience: Audience) -> Knows:
    """What an audience may know."""
    return Knows(audience.internal, audience.reasons, audience.contacts, audience.quotes)


def outward(entry: Entry, may: Knows = OTHERS) -> Entry:
    """The entry without anything that they may not know; the dates of its other stages are what they were.

    Of a source that is not told the date stays, by which an entry ages; of its history what moved.

    Raises:
        StageCircle, OverflowError, KeyError: as `timeline.milestones` (a read registry raises none).
    """
    if may.internal:
        return entry
    ours = {each.id for each in entry.stages if each.is_internal}
    known: dict[str, FuzzyDate | None] = {}
    stages = tuple(_stage(entry, each, ours, known) for each in entry.stages if each.id not in ours)
    told = {each.id for each in stages} | (_SHORT_KEYS - ours)
    untold = {key: each for key, each in _OF_HISTORY.items() if not (may.reasons and key == "why")}
    history = tuple(replace(_row(row, told, may), **untold) for row in entry.history if _is_told(row, told))
    return replace(
        entry,
        stages=stages,
        history=history,
        meaning=Track.WATCH,
        contact=entry.contact if may.contacts else None,
        source=_source(entry.source, may),
        **_OF_ENTRY,
    )


def _source(source: Source | None, may: Knows) -> Source | None:
    if source is None:
        return None
    if not is_told(source, may):
        return Source(date=source.date) if source.date else None
    return source if may.quotes else replace(source, quote="")


def is_told(source: Source | Moved, may: Knows) -> bool:
    """Whether they may know where this is from: its title, its address, what it is called there (`key`)."""
    said = source.source if isinstance(source, Moved) else source.url
    return may.internal or may.quotes or said.lower().startswith(("http://", "https://"))


def is_internal(field: str) -> bool:
    """Whether a field of a row is ours alone."""
    return field in _OF_ENTRY or field in _OF_STAGES or field in _OF_LATE


def _stage(entry: Entry, stage: Stage, ours: set[str], known: dict[str, FuzzyDate | None]) -> Stage:
    """A stage that leans on none of ours: neither its date nor whom it is for."""
    if stage.after is not None and ours and _counts_from(entry, stage, ours):
        stage = replace(stage, when=timeline.resolved(entry, stage, known), after=None)
    return replace(stage, follows="" if stage.follows in ours else stage.follows, **_OF_STAGES)


def _counts_from(entry: Entry, stage: Stage, ours: set[str]) -> bool:
    """Whether the date of a stage is counted from one of ours, directly or by way of others."""
    stages = {each.id: each for each in entry.stages}
    seen = set[str]()
    while stage.after is not None and stage.id not in seen:
        seen.add(stage.id)
        if stage.after.stage in ours:
            return True
        stage = stages[stage.after.stage]
    return False


def _row(row: Moved, told: set[str], may: Knows) -> Moved:
    """A row without what it tells of a stage, or of who said it, that they do not know."""
    row = row if is_told(row, may) else replace(row, source="")
    return row if row.stage in told else replace(row, stage="", was=None)


def _is_told(row: Moved, told: set[str]) -> bool:
    """Whether a row is of the status or of a stage that others know; of one that went nobody can tell.

    What one tells of our track besides is taken out of it.
    """
    return bool(row.was_status) or row.stage in told
