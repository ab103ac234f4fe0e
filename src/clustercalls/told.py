"""What was told: what is remembered of each milestone, and what has become of it since. No clock, no disk."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import edtf, timeline
from clustercalls.model import DUE, Entry, Milestone, Moment, Stage, Status

OFF = frozenset({Status.CANCELLED, Status.EXHAUSTED})
CATCH_UP = timedelta(days=7)  # how long news of its own day is caught up when the runs of that day failed


class Told(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What one milestone was when it was last told, or last seen untold.

    `seen` is the day it was first seen with this date, `through` the last day whose leads were told, `told`
    the day that happened.
    """

    when: str
    seen: date
    until: str = ""
    at: str = ""
    off: bool = False
    through: date | None = None
    told: date | None = None


def as_seen(milestone: Milestone, before: Told | None, moment: Moment) -> Told:
    """What to remember of it untold: the same object when nothing is new."""
    off = is_off(milestone)
    if before is not None and before.off == off and not is_moved(before, milestone):
        return before
    when, until = milestone.when, milestone.until
    return Told(
        when.text if when else "",
        moment.today(milestone.zone),
        until.text if until else "",
        _hour(milestone.stage),
        off,
        before.through if before else None,
        before.told if before else None,
    )


def forgotten(entries: Iterable[Entry], moment: Moment) -> dict[str, Told]:
    """A memory to stand for one that is lost: every lead before today counts as told."""
    found = {}
    for entry in entries:
        for milestone in milestones(entry):
            yesterday = moment.today(milestone.zone) - timedelta(days=1)
            found[milestone.uid] = replace(as_seen(milestone, None, moment), through=yesterday)
    return found


def is_moved(before: Told, milestone: Milestone) -> bool:
    """Whether its days or its hour are others than those remembered."""
    stage, when, until = milestone.stage, milestone.when, milestone.until
    same = (when.text if when else "") == before.when and (until.text if until else "") == before.until
    if _hour(stage) != before.at:
        return True
    return not same and _ends(before, milestone) != (milestone.earliest, milestone.latest)


def is_believable(before: Told, milestone: Milestone, base: date) -> bool:
    """Whether it can have been told that day: nothing is told after it is over, but by a clock gone wrong."""
    last = milestone.latest if milestone.stage.kind in DUE else base + CATCH_UP
    return before.told is None or last is None or before.told <= last


def was_ahead(before: Told, milestone: Milestone, moment: Moment) -> bool:
    """Whether the date it had before is not over."""
    last = _ends(before, milestone)[1] or date.max
    return bool(before.when) and last >= moment.today(milestone.zone)


def _ends(before: Told, milestone: Milestone) -> tuple[date | None, date | None]:
    try:
        when = edtf.parse(before.when) if before.when else None
        last = edtf.parse(before.until) if before.until else when
    except edtf.NotEdtf:
        return milestone.earliest, milestone.latest
    return when.earliest if when else None, last.latest if last else None


def milestones(entry: Entry) -> tuple[Milestone, ...]:
    """Its milestones, those of cancelled stages too."""
    if not any(stage.cancelled for stage in entry.stages):
        return timeline.milestones(entry)
    stages = {stage.id: stage for stage in entry.stages}
    whole = replace(entry, stages=tuple(replace(stage, cancelled=False) for stage in entry.stages))
    return tuple(
        Milestone(entry, stages[each.stage.id], each.when, each.until) for each in timeline.milestones(whole)
    )


def is_off(milestone: Milestone) -> bool:
    """Whether it, or its whole entry, is called off."""
    return milestone.stage.cancelled or milestone.entry.status in OFF


def _hour(stage: Stage) -> str:
    return f"{stage.at.isoformat()} {stage.zone}" if stage.at else ""
