"""History: which row is the newest, what a row tells, and the rows that a changed entry is to leave."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from msgspec.structs import replace

from clustercalls import timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.history import text
from clustercalls.model import Entry, Milestone, Moved, Stage, StageKind, Track
from clustercalls.zones import Moment


class Noticed(Protocol):
    """What was noticed on a day, if anybody told on which."""

    @property
    def noticed(self) -> date | None: ...


AnyNoticed = TypeVar("AnyNoticed", bound=Noticed)

STATUS, TRACK = "", " track"  # what a row can tell of beside a stage; no id has a blank


def about(row: Moved) -> str:
    """What a row tells of: `TRACK`, `STATUS`, or the stage whose date it tells."""
    if row.was_track:
        return TRACK
    return STATUS if row.was_status else row.stage


def track_of(entry: Entry) -> str:
    """What we do with an entry, in the word of its file; `watch` for none."""
    return entry.track or Track.WATCH.value


def newest_track(entry: Entry) -> Moved | None:
    """The newest row that tells what we did with it before, and why that changed."""
    its = oldest_first(row for row in entry.history if about(row) == TRACK)
    return its[-1] if its else None


def of_stage(entry: Entry, name: str) -> list[Moved]:
    """The rows that tell a date of a stage, oldest first: by the day they were noticed, then by place."""
    return oldest_first(row for row in entry.history if row.stage == name and row.was)


def newest(entry: Entry, name: str) -> Moved | None:
    """The newest row that tells a date of a stage; its `was` is what the date moved from."""
    its = of_stage(entry, name)
    return its[-1] if its else None


def last_noticed(entry: Entry, name: str) -> date | None:
    """The last day on which a move of a stage was noticed."""
    return max((row.noticed for row in of_stage(entry, name) if row.noticed), default=None)


def with_next(entry: Entry) -> Iterator[tuple[Moved, Moved | None]]:
    """Every row as they stand, with the one after it that tells of the same."""
    things: dict[str, list[Moved]] = {}
    for row in entry.history:
        things.setdefault(about(row), []).append(row)
    later: dict[int, Moved] = {}
    for alike in things.values():
        later.update((id(row), after) for row, after in pairwise(oldest_first(alike)))
    return ((row, later.get(id(row))) for row in entry.history)


def oldest_first(rows: Iterable[AnyNoticed]) -> list[AnyNoticed]:
    """Rows, or what they tell, by their days, oldest first; without a day one is as old as that above it."""
    aged: list[tuple[date, AnyNoticed]] = []
    for row in rows:
        above = aged[-1][0] if aged else date.min
        aged.append((row.noticed or above, row))
    return [row for _, row in sorted(aged, key=lambda each: each[0])]


def before(entry: Entry, row: Moved) -> Milestone:
    """The stage of a row with the date it had, on the calendar and clock of its zone as it is now."""
    stage = stage_of(entry, row.stage) or Stage(row.stage, StageKind.DATES, "")
    if row.was is None:
        return Milestone(entry, stage, None, None)
    first, *last = text.ends(row.was.text)
    when, at = text.day_and_hour(first, stage.zone)
    until, until_at = text.day_and_hour(last[0], stage.zone) if last else (None, None)
    return Milestone(entry, replace(stage, at=at, until_at=until_at), when, until)


def milestone(entry: Entry, stage: Stage, known: dict[str, FuzzyDate | None] | None = None) -> Milestone:
    """The milestone of a stage, cancelled or not; `known` as for `timeline.resolved`."""
    return Milestone(entry, stage, timeline.resolved(entry, stage, known), stage.until)


def days_moved(old: Milestone, new: Milestone) -> int | None:
    """How far a date moved; None unless it was and is one day: a window that narrows is not put off."""
    if old.until or new.until or not (old.when and new.when and old.when.is_exact and new.when.is_exact):
        return None
    return (new.when.earliest - old.when.earliest).days if new.when.earliest and old.when.earliest else None


def stage_of(entry: Entry, name: str) -> Stage | None:
    """The stage of this id."""
    for each in entry.stages:  # asked several times a row: a generator costs twice as much
        if each.id == name:
            return each
    return None


def left_by(old: Entry, new: Entry, moment: Moment) -> Iterator[Moved]:
    """What is to be kept of an entry that was changed: its status, its track, and the dates that moved.

    Passed over is what has a new row already, and a date that only follows another stage.
    """
    # A status that was never stated is not kept: nobody said that it was something else.
    if old.status and old.status is not new.status and _told(new, STATUS) == _told(old, STATUS):
        yield Moved("", None, moment.today(), was_status=old.status.value)
    if track_of(old).casefold() != track_of(new).casefold() and _told(new, TRACK) == _told(old, TRACK):
        yield Moved("", None, moment.today(), was_track=track_of(old))
    for stage in old.stages:
        later = stage_of(new, stage.id)
        if _told(new, stage.id) == _told(old, stage.id) and _is_moved(old, stage, new, later):
            other_zone = later is not None and later.zone != stage.zone
            # After today on neither calendar, or "since then" would miss it.
            noticed = min(moment.today(), moment.today(stage.zone))
            yield Moved(stage.id, text.kept(milestone(old, stage), with_offset=other_zone), noticed)


def told_in_another_zone(old: Entry, new: Entry) -> Iterator[tuple[int, str]]:
    """Which rows say an hour of the zone that their stage had, and the same with its distance from UTC.

    Without it, they would be read on the clock of the zone that the stage has now.
    """
    for number, row in enumerate(old.history):
        stage, later = stage_of(old, row.stage), stage_of(new, row.stage)
        if row.was is not None and stage and later and stage.zone != later.zone:
            said = text.on_its_clock(row.was.text, stage.zone)
            if said != row.was.text:
                yield number, said


def is_idle(entry: Entry, row: Moved, now: Milestone) -> bool:
    """Whether a row of a stage tells the very date that the stage has, its hour as well."""
    return now.when is not None and _said(before(entry, row)) == _said(now)


def _told(entry: Entry, thing: str) -> int:
    """How many rows tell of the dates of a stage, of the status, or of the track."""
    return sum(about(row) == thing for row in entry.history)


def _is_moved(old: Entry, stage: Stage, new: Entry, later: Stage | None) -> bool:
    dates = _said(milestone(old, stage))
    if later is not None:
        follows = stage.after is not None and stage.after == later.after
        return not follows and dates != _said(milestone(new, later))
    # A short key taken out is a date withdrawn, unless it has a table now; a table takes its history along.
    alike = (each for each in new.stages if each.kind is stage.kind)
    return (
        dates is not None
        and stage.id == stage.kind.value
        and all(_said(milestone(new, each)) != dates for each in alike)
    )


def _said(dated: Milestone) -> tuple[object, ...] | None:
    """What makes two dates the same, however they are written."""
    if dated.when is None:
        return None
    ends = [(e.earliest, e.latest, e.uncertain, e.approximate) for e in (dated.when, dated.until) if e]
    # The hour of a doubtful date has no instant: it belongs to no day, so no row could keep it.
    return (*ends, dated.instant, dated.end)
