"""History: what a row of it tells, with its hours; and the rows that a changed entry is to leave."""

from collections.abc import Iterator
from datetime import time

from msgspec.structs import replace

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Entry, Milestone, Moved, Stage, StageKind
from clustercalls.zones import Moment, zone_of


def before(entry: Entry, row: Moved) -> Milestone:
    """The stage of a row with the date it had, on the calendar and clock of its zone as it is now."""
    stage = stage_of(entry, row.stage) or Stage(row.stage, StageKind.DATES, "")
    if row.was is None:
        return Milestone(entry, stage, None, None)
    # A stretch with hours is the one text with a colon beside a slash.
    first, _, last = row.was.text.partition("/") if ":" in row.was.text else (row.was.text, "", "")
    when, at = _day_and_hour(first, stage.zone)
    until, until_at = _day_and_hour(last, stage.zone) if last else (None, None)
    return Milestone(entry, replace(stage, at=at, until_at=until_at), when, until)


def after(entry: Entry, number: int) -> Milestone | None:
    """What became of the date of a row: what the next row of the stage says it was, else what it is now."""
    row = entry.history[number]
    for later in entry.history[number + 1 :]:
        if later.stage == row.stage and not later.was_status:
            return before(entry, later)
    stage = stage_of(entry, row.stage)
    return None if stage is None else milestone(entry, stage)


def milestone(entry: Entry, stage: Stage) -> Milestone:
    """The milestone of a stage, cancelled or not."""
    return Milestone(entry, stage, timeline.resolved(entry, stage), stage.until)


def days_moved(old: Milestone, new: Milestone) -> int | None:
    """How far a date moved; None unless it was and is one day: a window that narrows is not put off."""
    if old.until or new.until or not (old.when and new.when and old.when.is_exact and new.when.is_exact):
        return None
    return (new.when.earliest - old.when.earliest).days if new.when.earliest and old.when.earliest else None


def stage_of(entry: Entry, name: str) -> Stage | None:
    """The stage of this id."""
    return next((each for each in entry.stages if each.id == name), None)


def _day_and_hour(text: str, zone: str) -> tuple[FuzzyDate, time | None]:
    moment = edtf.date_time(text)
    if moment is None:
        return edtf.parse(text), None
    if moment.tzinfo is not None and zone:
        moment = moment.astimezone(zone_of(zone))
    return edtf.on(moment.date()), moment.time()


def rows(old: Entry, new: Entry, moment: Moment) -> Iterator[Moved]:
    """What is to be kept of an entry that was changed: its status, and the dates that moved.

    Passed over is what has a new row already, and a date that only follows another stage.
    """
    if old.status is not new.status and _told(new) == _told(old):
        shown = old.status or timeline.status(old, timeline.milestones(old), moment)
        if shown:
            yield Moved("", None, moment.today(), was_status=shown.value)
    for stage in old.stages:
        later = stage_of(new, stage.id)
        if _told(new, stage.id) == _told(old, stage.id) and _is_moved(old, stage, new, later):
            other_zone = later is not None and later.zone != stage.zone
            # After today on neither calendar, or "since then" would miss it.
            noticed = min(moment.today(), moment.today(stage.zone))
            yield Moved(stage.id, _was(milestone(old, stage), with_offset=other_zone), noticed)


def _told(entry: Entry, stage: str = "") -> int:
    """How many rows tell of the dates of a stage, without one of the status."""
    return sum(
        each.stage == stage and not each.was_status if stage else bool(each.was_status)
        for each in entry.history
    )


def _is_moved(old: Entry, stage: Stage, new: Entry, later: Stage | None) -> bool:
    said = _said(milestone(old, stage))
    if later is not None:
        follows = stage.after is not None and stage.after == later.after
        return not follows and said != _said(milestone(new, later))
    # A short key taken out is a date withdrawn, unless it has a table now; a table takes its history along.
    alike = (each for each in new.stages if each.kind is stage.kind)
    return (
        said is not None
        and stage.id == stage.kind.value
        and all(_said(milestone(new, each)) != said for each in alike)
    )


def _said(its: Milestone) -> tuple[object, ...] | None:
    """What makes two dates the same, however they are written."""
    if its.when is None:
        return None
    ends = [(e.earliest, e.latest, e.uncertain, e.approximate) for e in (its.when, its.until) if e]
    # The hour of a doubtful date has no instant: it belongs to no day, so no row could keep it.
    return (*ends, its.instant, its.end)


def _was(its: Milestone, *, with_offset: bool) -> FuzzyDate | None:
    """The date as a row keeps it: with its hour one text, a stretch both its ends."""
    when, until = its.when, its.until
    if when is not None and until is not None:
        first, last = _end(when, its.stage.at, 0), _end(until, its.stage.until_at, -1)
        return FuzzyDate(when.earliest, until.latest, f"{first}/{last}")
    moment = edtf.date_time(when.text) if when else None
    if when is None or its.instant is None or (moment and (moment.tzinfo or not with_offset)):
        return when
    text = its.instant.isoformat() if with_offset else _end(when, its.stage.at, 0)
    return FuzzyDate(when.earliest, when.latest, text)


def _end(when: FuzzyDate, at: time | None, which: int) -> str:
    if at and when.is_exact and when.earliest:
        return f"{when.earliest.isoformat()}T{at.isoformat('seconds')}"
    return when.text.split("/")[which]
