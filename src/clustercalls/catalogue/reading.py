"""From the table that a source proposes to an entry, read as one of a registry is; and what is kept of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.catalogue.place import ZONE
from clustercalls.errors import Problem
from clustercalls.history import compare
from clustercalls.model import Entry, EntryKind, Milestone, StageKind
from clustercalls.registry.build import Defaults
from clustercalls.registry.entries import entries_of
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.zones import UTC, Moment, zone_of

KIND = "kind"  # a key of such a table that no registry has, where it is no call
CLOSED = "closed"  # another: true where its source says so of what was asked for by name
_STAND_IN = "candidate"  # the id under which it is read: it gets one when it is followed
_TEXT = Text("", Layout(""))
_DEFAULTS = Defaults()
COMPARED = frozenset({"title", "budget", "currency", "grants", "status"})  # and every stage


class RecordColumns(NamedTuple):
    """What of an entry has columns of its own, to be found by: ISO days, or None."""

    programme: str
    opens: str | None
    next: str | None
    last: str | None


class StageColumns(NamedTuple):
    """The same of a stage: its first and last possible day, its name, its kind, the moment when it begins."""

    day: str | None
    until: str | None
    name: str
    kind: str
    at: str | None


def stamp(at: datetime) -> str:
    """A moment as the catalogue has it; such texts are in the order of time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """A moment as the catalogue has it."""
    return datetime.fromisoformat(text)


def day_of(text: str) -> date:
    """The day, in Brussels, of such a moment."""
    return moment_of(text).astimezone(zone_of(ZONE)).date()


def name_of(source: str, key: str) -> str:
    """How a candidate is named: `eu:50130830TOPICS`."""
    return f"{source}:{key}"


def entry_of(source: str, key: str, table: dict[str, Any]) -> tuple[Entry | None, list[Problem]]:
    """The entry of a table, its id as `name_of` has it, and what is wrong; None when it cannot be read."""
    problems: list[Problem] = []
    table = {**table, "id": _STAND_IN}
    table.pop(CLOSED, None)
    try:
        kind = EntryKind(table.pop(KIND, EntryKind.CALL.value))
    except ValueError:
        return None, problems
    entries = entries_of(kind, [table], _DEFAULTS, _TEXT, {}, problems, warnings=False)
    return (replace(entries[0], id=name_of(source, key)) if entries else None), problems


def columns_of(entry: Entry, moment: Moment) -> RecordColumns:
    """What of an entry is found by, at this moment."""
    milestones = timeline.milestones(entry)
    gates = (m.when.latest for m in milestones if m.when and m.stage.kind is StageKind.OPENS)
    opens = min(
        (day for day in gates if day), default=None
    )  # of a doubtful one the last day, as for the status
    following = standing.next_deadline(milestones, moment)
    deadline = following.earliest if following else None
    return RecordColumns(entry.programme, _iso(opens), _iso(deadline), _iso(_last(entry)))


def _last(entry: Entry) -> date | None:
    """The day after which it is over; None where nothing says so: of a call that is without a deadline."""
    is_awaited = entry.kind is EntryKind.CALL and all(
        each.kind is not StageKind.DEADLINE for each in entry.stages
    )
    day = None if is_awaited or not entry.stages else timeline.last_day(entry)
    return None if day == date.min else day


def stages_of(entry: Entry) -> Iterator[StageColumns]:
    """Its stages that have a date."""
    return (_stage(each) for each in timeline.milestones(entry) if each.when)


def _stage(milestone: Milestone) -> StageColumns:
    stage = milestone.stage
    return StageColumns(
        _iso(milestone.earliest),
        _iso(milestone.latest),
        stage.id,
        stage.kind.value,
        stamp(milestone.instant) if milestone.instant else None,
    )


def compared(entry: Entry) -> dict[str, str]:
    """What a source is told to have changed, by field, as two looks compare it: no text, no link."""
    return {
        field: told
        for field, told in compare.facts(entry).items()
        if field in COMPARED or field.startswith(compare.STAGE)
    }


def told(table: dict[str, Any], entry: Entry) -> dict[str, str]:
    """As `compared`, and that it is closed where its source says so."""
    return ({"status": CLOSED} if table.get(CLOSED) else {}) | compared(entry)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
