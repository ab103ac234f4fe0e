"""What differs between two looks at entries: their facts as texts, and the changes from one to the other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.edtf import FuzzyDate
from clustercalls.entry_fields import FIELDS
from clustercalls.history import rows as history
from clustercalls.history.text import LASTS, dated, day_and_hour
from clustercalls.model import Entry, EntryKind, Milestone, Moved, Stage, StageKind, Track
from clustercalls.zones import zone_of

TRACK = "track"
STAGE = "stage "  # how the field of a stage begins, before its id
CANCELLED = "cancelled"  # instead of a date
IN_ZONE = " @"  # before the zone of an hour
HISTORY, JOURNAL = "history", "journal"
MONEY = frozenset({"budget", "grants"})
_TOLD = tuple((each.key, each.told) for each in FIELDS if each.told)

EntryFacts = Mapping[str, str]
NOBODY = Entry("", EntryKind.CALL, "")
_ANY = Stage("", StageKind.DATES, "")
_Told = tuple["What", str, str | None, str | None, int | None]


class What(Enum):
    """What happened."""

    MOVED = "moved"
    CHANGED = "changed"
    CAME = "came"
    WENT = "went"


class Change(Struct, frozen=True):
    """One field of one entry, before and after; `days` is how far a date moved, `noticed` when, if told.

    `told_by` names the record that says so, `history` or `journal`; empty when two looks were compared.
    """

    id: str
    title: str
    what: What
    field: str = ""
    was: str | None = None
    now: str | None = None
    days: int | None = None
    noticed: date | None = None
    why: str = ""
    source: str = ""
    told_by: str = ""


def facts(entry: Entry) -> dict[str, str]:
    """What people would call a change of this entry, by field; empty ones left out."""
    texts = {name: told(entry) for name, told in _TOLD}
    known: dict[str, FuzzyDate | None] = {}
    for stage in entry.stages:
        its = history.milestone(entry, stage, known)
        zone = f"{IN_ZONE}{stage.zone}" if its.instant or its.end else ""
        texts[STAGE + stage.id] = CANCELLED if stage.cancelled else dated(its) + zone
    return {name: text for name, text in texts.items() if text}


def milestone_of(text: str, entry: Entry | None, name: str) -> Milestone:
    """The milestone that such a text tells, of this stage of an entry as it is now."""
    stage = (history.stage_of(entry, name) if entry else None) or Stage(name, StageKind.DATES, "")
    return at_stage(text, stage, entry or NOBODY)


def at_stage(text: str, stage: Stage, entry: Entry = NOBODY) -> Milestone:
    """The milestone that such a text tells, of a stage; whose it is makes no difference to its dates."""
    when, at, until, until_at, zone = _read(text)
    return Milestone(entry, replace(stage, at=at, until_at=until_at, zone=zone or stage.zone), when, until)


@lru_cache(4096)  # as `text.day_and_hour`
def _read(text: str) -> tuple[FuzzyDate | None, time | None, FuzzyDate | None, time | None, str]:
    """Both ends of such a text, and the zone of its hours, where it has one."""
    text, _, zone = text.partition(IN_ZONE)
    first, _, last = text.partition(LASTS)
    return (*_day_and_hour(first), *_day_and_hour(last), zone if _is_zone(zone) else "")


def _is_zone(name: str) -> bool:
    """Whether this system has it: what another one remembered, or a damaged memory, may name any."""
    try:
        zone_of(name)
    except ValueError:
        return False
    return True


def _day_and_hour(text: str) -> tuple[FuzzyDate | None, time | None]:
    try:
        return day_and_hour(text) if text else (None, None)
    except ValueError:  # what another version remembered
        return None, None


def between(old: Mapping[str, EntryFacts], entries: Iterable[Entry]) -> Iterator[Change]:
    """From the facts of one look to the entries of another, in their order; what went comes last."""
    seen = set()
    for entry in entries:
        seen.add(entry.id)
        before, now = old.get(entry.id), facts(entry)
        if before is None:
            yield Change(entry.id, entry.title, What.CAME)
            continue
        for name in dict.fromkeys((*before, *now)):
            change = _change(entry, name, before, now)
            if change.was != change.now:
                yield change
    for id_, before in old.items():
        if id_ not in seen:
            yield Change(id_, before.get("title", ""), What.WENT)


def from_history(entry: Entry, since: date | None, until: date) -> Iterator[Change]:
    """What the history of an entry tells of these days; without `since`, all of it."""
    dates: dict[int, str] = {}  # what each row says it was: the row before it tells it too
    for row, later in history.with_next(entry):
        if since and (row.noticed is None or not since <= row.noticed <= until):
            continue
        thing = history.about(row)
        if thing == history.TRACK:
            with_it = later.was_track if later else history.track_of(entry)
            told: _Told = What.CHANGED, TRACK, row.was_track, with_it, None
        elif thing == history.STATUS:
            now = later.was_status if later else entry.status.value if entry.status else None
            told = What.CHANGED, "status", row.was_status or None, now, None
        else:
            was, now = _before(entry, row, dates), _after(entry, row, later, dates)
            told = What.MOVED, STAGE + row.stage, was, now, _days(was, now)
        yield Change(entry.id, entry.title, *told, row.noticed, row.why, row.source, HISTORY)


def _before(entry: Entry, row: Moved, known: dict[int, str]) -> str:
    """What `rows.before` says of a row, told once."""
    said = known.get(id(row))
    if said is None:
        said = known[id(row)] = dated(history.before(entry, row))
    return said


def _after(entry: Entry, row: Moved, later: Moved | None, known: dict[int, str]) -> str | None:
    """What became of the date of a row: what the next row of the stage says it was, else what it is now."""
    if later is not None:
        return _before(entry, later, known)
    stage = history.stage_of(entry, row.stage)
    return None if stage is None else dated(history.milestone(entry, stage))


def _change(entry: Entry, name: str, before: EntryFacts, after: EntryFacts) -> Change:
    was, now = before.get(name), after.get(name)
    if name == TRACK:
        return _tracked(entry, was or Track.WATCH.value, now or Track.WATCH.value)
    if not name.startswith(STAGE):
        other = before.get("currency", "") != after.get("currency", "")
        if name in MONEY and other and was != now:  # each in its own: an amount is of the entry's currency
            was, now = (
                f"{amounts[name]} {amounts.get('currency', '')}" if name in amounts else None
                for amounts in (before, after)
            )
        return Change(entry.id, entry.title, What.CHANGED, name, was, now)
    was, now = _in_zones(was, now)
    stage = name.removeprefix(STAGE)
    row = history.newest(entry, stage)
    told = history.before(entry, row) if row else None
    if row and told and was and _is_same(told, milestone_of(was, entry, stage)):
        change = _moved(entry, name, dated(told), now and now.partition(IN_ZONE)[0])
        return replace(change, noticed=row.noticed, why=row.why, source=row.source)
    return _moved(entry, name, was, now)


def _tracked(entry: Entry, was: str, now: str) -> Change:
    """What we do with an entry now, and before, with what its history tells of that."""
    change = Change(entry.id, entry.title, What.CHANGED, TRACK, was, now)
    row = history.newest_track(entry)
    if row is None or row.was_track != was:
        return change
    return replace(change, noticed=row.noticed, why=row.why, source=row.source)


def _is_same(one: Milestone, other: Milestone) -> bool:
    """Whether they are the same date, on whatever clock."""
    if one.instant and other.instant and not one.until and not other.until:
        return one.instant == other.instant
    return dated(one) == dated(other)


def _in_zones(was: str | None, now: str | None) -> tuple[str | None, str | None]:
    """Two texts of a date, with their zones only where these differ."""
    if was is None and now == CANCELLED:  # an older version did not remember what was called off
        return None, None
    old, new = ((each or "").partition(IN_ZONE) for each in (was, now))
    if old[2] and new[2] and old[2] != new[2]:
        return was, now
    return was and old[0], now and new[0]


def _moved(entry: Entry, name: str, was: str | None, now: str | None) -> Change:
    return Change(entry.id, entry.title, What.MOVED, name, was, now, _days(was, now))


@lru_cache(4096)  # as `_read`
def _days(was: str | None, now: str | None) -> int | None:
    """How far a date moved, as `rows.days_moved` counts."""
    if not was or not now or CANCELLED in {was, now}:
        return None
    return history.days_moved(at_stage(was, _ANY), at_stage(now, _ANY))
