"""What was told: what is remembered of each milestone, and what has become of it since. No clock, no disk."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from clustercalls import edtf, timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import DUE, OFF, Entry, EntryKind, Milestone, Stage, StageKind, Track
from clustercalls.zones import UNKNOWN, Moment, zone_of

CATCH_UP = timedelta(days=7)  # how long news of its own day is caught up when the runs of that day failed


class Kept(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is kept of an entry that was told of, so that it can be named and chosen when it is gone."""

    title: str
    kind: EntryKind
    stage: StageKind
    zone: str
    label: str = ""
    programme: str = ""
    tags: tuple[str, ...] = ()
    track: str = ""
    owner: str = ""
    meaning: Track = Track.WATCH


class Remembered(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What one milestone was when it was last told, or last seen untold.

    `first_seen` is the day it was seen with this date, `through` the last day whose leads were told,
    `last_told` the day that happened; `leads` are the days of those told by name, for a clock that is ahead
    passes over others; `kept` is of what was told only. The memory on disk calls the two `seen` and `told`.
    """

    when: str
    first_seen: date = field(name="seen")
    until: str = ""
    at: str = ""
    off: bool = False
    through: date | None = None
    last_told: date | None = field(name="told", default=None)
    leads: tuple[date, ...] = ()
    kept: Kept | None = None


def are_sound(told: Iterable[Remembered]) -> bool:
    """Whether every date, hour and zone in it is one."""
    told = tuple(told)
    hours = {each.at for each in told if each.at}
    zones = {each.kept.zone for each in told if each.kept}
    try:
        for text in {text for each in told for text in (each.when, each.until) if text}:
            edtf.parse(text)
        for zone in zones | {_clock(each)[1] for each in hours}:
            zone_of(zone)
    except ValueError:
        return False
    return True


def set_back(before: Remembered, today: date) -> Remembered:
    """A memory that is ahead of today, as it is to be believed: told is what was told, and what is past.

    Either clock may have been the wrong one: a lead that the other passed over is told when its day comes.
    """
    if before.through is None or before.through <= today:
        return before
    return replace(before, through=today - timedelta(days=1))


def as_seen(milestone: Milestone, before: Remembered | None, moment: Moment) -> Remembered:
    """What to remember of it untold: the same object when nothing is new."""
    off = is_off(milestone)
    if before is not None and before.off == off and not is_moved(before, milestone):
        return before
    when, until = milestone.when, milestone.until
    return Remembered(
        when.text if when else "",
        moment.today(milestone.zone),
        until.text if until else "",
        _hour(milestone.stage),
        off,
        before.through if before else None,
        before.last_told if before else None,
        kept=before.kept if before else None,
    )


def as_told(now: Remembered, milestone: Milestone, today: date, lead: date | None) -> Remembered:
    """What to remember of it once it was told, for a lead of this day or another reason."""
    entry, stage = milestone.entry, milestone.stage
    kept = Kept(
        entry.title, entry.kind, stage.kind, stage.zone, stage.title,
        entry.programme, entry.tags, entry.track, milestone.owner, entry.meaning,
    )  # fmt: skip
    leads = (*now.leads, lead) if lead else now.leads
    return replace(now, through=today, last_told=today, leads=leads, kept=kept)


def milestone_of(uid: str, told: Remembered) -> Milestone | None:
    """The milestone that was told of, as far as it is kept; None when it never was."""
    kept = told.kept
    if kept is None:
        return None
    id_, _, name = uid.partition("/")
    when, until = _dates(told)
    at, _ = _clock(told.at)
    stage = Stage(name, kept.stage, kept.zone, title=kept.label, when=when, until=until, at=at)
    entry = Entry(
        id_, kept.kind, kept.title, kept.programme,
        stages=(stage,), tags=kept.tags, track=kept.track, owner=kept.owner, meaning=kept.meaning,
    )  # fmt: skip
    return Milestone(entry, stage, when, until)


def forgotten(entries: Iterable[Entry], moment: Moment) -> dict[str, Remembered]:
    """A memory to stand for one that is lost: nothing of it counts as told, all of it as long known.

    So what is due is told, and what was due lately, as to who heard nothing all the while: to repeat it does
    less harm than to be silent. What is called off is as new.
    """
    return {
        milestone.uid: replace(as_seen(milestone, None, moment), first_seen=date.min)
        for entry in entries
        for milestone in milestones(entry)
        if not is_off(milestone)
    }


def is_moved(before: Remembered, milestone: Milestone) -> bool:
    """Whether its days or its hour are others than those remembered."""
    stage, when, until = milestone.stage, milestone.when, milestone.until
    same = (when.text if when else "") == before.when and (until.text if until else "") == before.until
    if not _same_hour(_hour(stage), before.at):
        return True
    return not same and _ends(before) != (milestone.earliest, milestone.latest)


def is_believable(before: Remembered, milestone: Milestone, base: date) -> bool:
    """Whether it can have been told that day: nothing is told after it is over, but by a clock gone wrong."""
    last = milestone.latest if milestone.stage.kind in DUE else base + CATCH_UP
    return before.last_told is None or last is None or before.last_told <= last


def was_ahead(before: Remembered, milestone: Milestone, moment: Moment) -> bool:
    """Whether the date it had before is not over."""
    return bool(before.when) and not timeline.is_over(as_it_was(before, milestone), moment)


def as_it_was(before: Remembered, milestone: Milestone) -> Milestone:
    """The milestone with the days, the hour and the zone of the hour that are remembered."""
    when, until = _dates(before)
    at, zone = _clock(before.at)
    stage = replace(milestone.stage, zone=zone or milestone.zone, at=at, until_at=None)
    return Milestone(milestone.entry, stage, when, until)


def _ends(before: Remembered) -> tuple[date | None, date | None]:
    when, until = _dates(before)
    last = until or when
    return when.earliest if when else None, last.latest if last else None


def _dates(told: Remembered) -> tuple[FuzzyDate | None, FuzzyDate | None]:
    """When and until; a memory whose dates are none is not loaded."""
    return edtf.parse(told.when) if told.when else None, edtf.parse(told.until) if told.until else None


def milestones(entry: Entry) -> tuple[Milestone, ...]:
    """Its milestones, those of cancelled stages too."""
    if not any(stage.cancelled for stage in entry.stages):
        return timeline.milestones(entry)
    stages = {stage.id: stage for stage in entry.stages}
    whole = replace(entry, stages=tuple(replace(stage, cancelled=False) for stage in entry.stages))
    return tuple(
        Milestone(entry, stages[each.stage.id], each.when, each.until) for each in timeline.milestones(whole)
    )


def withdrawn(
    entry: Entry, memory: Mapping[str, Remembered], uids: Iterable[str], moment: Moment
) -> Iterator[Milestone]:
    """The stages that were told of, still to come, and that the entry no longer has: without a date now."""
    there = {stage.id for stage in entry.stages}
    for uid in uids:
        before, name = memory[uid], uid.partition("/")[2]
        if before.kept and name not in there:
            kept = before.kept
            stage = Stage(name, kept.stage, kept.zone, title=kept.label)
            milestone = Milestone(entry, stage, None, None)
            if was_ahead(before, milestone, moment):
                yield milestone


def told_of(memory: Mapping[str, Remembered]) -> dict[str, list[str]]:
    """The uids of what was told of, by entry."""
    uids: dict[str, list[str]] = {}
    for uid, before in memory.items():
        if before.kept:
            uids.setdefault(uid.partition("/")[0], []).append(uid)
    return uids


def is_off(milestone: Milestone) -> bool:
    """Whether it, or its whole entry, is called off."""
    return milestone.stage.cancelled or milestone.entry.status in OFF


def _same_hour(now: str, before: str) -> bool:
    """Whether two hours are one; a zone that could not be read for a while is no other zone."""
    if UNKNOWN in (now[-1:], before[-1:]):
        return now.partition(" ")[0] == before.partition(" ")[0]
    return now == before


def _hour(stage: Stage) -> str:
    return f"{stage.at.isoformat()} {stage.zone}" if stage.at else ""


def _clock(text: str) -> tuple[time | None, str]:
    """The hour and its zone that `_hour` wrote; of no text neither.

    Raises:
        ValueError: when it begins with no hour (a memory that was loaded has none).
    """
    hour, _, zone = text.partition(" ")
    return time.fromisoformat(hour) if hour else None, zone
