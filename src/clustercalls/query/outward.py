"""What is internal, decided here alone: an entry as others may know it.

Internal are stages of that kind and the fields that `entry_fields` says are. Keys of one's own (`x-`) are in
no entry: they are read from the file where a page for oneself shows them.
"""

from msgspec.structs import fields, replace

from clustercalls import timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.entry_fields import FIELDS
from clustercalls.model import Entry, Moved, Stage, StageKind, Track

_INTERNAL = frozenset(each.key for each in FIELDS if each.internal)
_OF_ENTRY, _OF_STAGES, _OF_HISTORY = (
    {each.name: each.default for each in fields(of) if f"{table}.{each.name}".lstrip(".") in _INTERNAL}
    for table, of in (("", Entry), ("stage", Stage), ("history", Moved))
)
_OF_LATE = frozenset({"late_days"})  # what a row says of it
_SHORT_KEYS = {each.value for each in StageKind} - {StageKind.INTERNAL.value}


def outward(entry: Entry) -> Entry:
    """The entry without anything internal; the dates of its other stages are what they were.

    Raises:
        StageCircle, OverflowError, KeyError: as `timeline.milestones` (a read registry raises none).
    """
    ours = {each.id for each in entry.stages if each.is_internal}
    known: dict[str, FuzzyDate | None] = {}
    stages = tuple(_stage(entry, each, ours, known) for each in entry.stages if each.id not in ours)
    told = {each.id for each in stages} | (_SHORT_KEYS - ours)
    history = tuple(replace(row, **_OF_HISTORY) for row in entry.history if _is_told(row, told))
    return replace(entry, stages=stages, history=history, meaning=Track.WATCH, **_OF_ENTRY)


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


def _is_told(row: Moved, told: set[str]) -> bool:
    """Whether a row is of the status or of a stage that others know; of one that went nobody can tell.

    What one tells of our track besides is taken out of it.
    """
    return bool(row.was_status) or row.stage in told
