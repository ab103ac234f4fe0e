"""From entries to milestones: dates resolved, what is over, what nobody confirmed, what one can apply to.

The rules are those of docs/registry.md; every day is counted on the deadline's own calendar.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from clustercalls import standing, working_days, zones
from clustercalls.edtf import FuzzyDate, parse
from clustercalls.model import After, Entry, EntryKind, Milestone, Stage, StageKind, Status, Track
from clustercalls.standing import (
    LATER_THAN_ANY_DAY,
    days_left,
    is_ahead,
    is_over,
    is_stale,
    is_unconfirmed,
    order,
)
from clustercalls.stored import Stored
from clustercalls.zones import Moment

__all__ = [
    "LATER_THAN_ANY_DAY",
    "days_left",
    "is_ahead",
    "is_over",
    "is_unconfirmed",
    "order",
]  # of `standing`

OrderKey = tuple[float, float, float, str]


class StageCircle(ValueError):
    """Stages that wait for each other; `stages` names them."""

    def __init__(self, stages: tuple[str, ...]) -> None:
        super().__init__(stages)
        self.stages = stages


def milestones(entry: Entry, *, called_off: bool = False) -> tuple[Milestone, ...]:
    """Every stage of an entry, the cancelled ones only with `called_off`, in file order, `after` worked out.

    Raises:
        StageCircle: when stages wait for each other (a read registry has none).
        OverflowError: when an offset leaves the calendar (a read registry has none).
        KeyError: when `after` names no stage (a read registry has none).
    """
    known: dict[str, FuzzyDate | None] = {}
    its = [each for each in entry.stages if called_off or not each.cancelled]
    whens = [each.when if each.after is None else resolved(entry, each, known) for each in its]
    return tuple([Milestone(entry, each, when, each.until) for each, when in zip(its, whens, strict=True)])


def is_long_past(entry: Entry, horizon: date) -> bool:
    """Whether the dates of all its stages lie before a day, none of them still to be worked out."""
    return zones.is_long_past(last_day(entry), horizon)


def last_day(entry: Entry) -> date | None:
    """The last possible day of all its stages.

    None when one has none, when the call is stated open, and when we go for it: then something may be late.
    """
    days = []
    for stage in entry.stages:
        last = stage.until or stage.when
        if last is None or last.latest is None or stage.after is not None:
            return None
        days.append(last.latest)
    stands = entry.status is Status.OPEN or entry.meaning is Track.GO
    return None if stands else max(days, default=date.min)


def lately(entries: Sequence[Entry], horizon: date) -> Iterator[Entry]:
    """The entries that are not long past, in their order."""
    kept = entries.since(horizon) if isinstance(entries, Stored) else entries
    return (each for each in kept if not is_long_past(each, horizon))


def order_past(milestone: Milestone) -> OrderKey:
    """Sorts what is over, newest first."""
    latest, hour = milestone.latest, milestone.end
    day = -latest.toordinal() if latest else 0
    return (day, -hour.timestamp() if hour else -LATER_THAN_ANY_DAY, 0, milestone.uid)


def status(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> Status | None:
    """Whether one can apply, as `standing.status` says, one of our enumeration; None for all but calls."""
    return _ours(standing.status(entry, its, moment))


def status_of(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> Status | None:
    """As `status`, and cancelled when all that it is about is called off."""
    return _ours(standing.status_of(entry, its, moment))


def _ours(found: Status | None) -> Status | None:
    return None if found is None else Status(found)


def with_standing(entry: Entry, own_milestones: tuple[Milestone, ...], zone: str) -> tuple[Milestone, ...]:
    """The milestones of an entry, with a rolling deadline of a call that is stated open and has none."""
    own = StageKind.DEADLINE.value
    stands = entry.status is Status.OPEN and entry.kind is EntryKind.CALL
    if not stands or any(standing.is_for_all(m) or m.stage.id == own for m in own_milestones):
        return own_milestones
    stage = Stage(own, StageKind.DEADLINE, zone, rolling=True)
    return (*own_milestones, Milestone(entry, stage, None, None))


def is_entry_unconfirmed(entry: Entry, own_milestones: tuple[Milestone, ...], moment: Moment) -> bool:
    """Whether something of it would be ahead, had anybody confirmed it lately."""
    if any(is_unconfirmed(m, moment) for m in own_milestones):
        return True
    if entry.kind is EntryKind.CALL:
        waiting = status(entry, own_milestones, moment) in {Status.UNKNOWN, Status.OPEN}
    else:
        waiting = entry.kind is not EntryKind.RESOURCE and not own_milestones
    if not waiting or any(is_ahead(m, moment) for m in own_milestones):
        return False
    last = max((m.latest for m in own_milestones if m.latest), default=None)
    return is_stale(entry, last, moment, moment.zone)


def resolved(
    entry: Entry, stage: Stage, known: dict[str, FuzzyDate | None] | None = None
) -> FuzzyDate | None:
    """When a stage happens, `after` worked out.

    `known` holds what was worked out for stages of this entry, and gains what is now: a hundred stages that
    hang on each other are walked once, not once each.

    Raises:
        StageCircle: when stages wait for each other; the last name of its chain comes twice.
        OverflowError: when an offset leaves the calendar.
        KeyError: when `after` names no stage.
    """
    known = {} if known is None else known
    name, seen, chain = stage.id, [stage.id], []
    stages: dict[str, Stage] = {}
    while stage.after is not None and name not in known:
        chain.append((name, stage.after))
        name = stage.after.stage
        if name in seen:
            raise StageCircle((*seen, name))
        if name not in known:
            stages = stages or {each.id: each for each in entry.stages}
            stage = stages[name]
        seen.append(name)
    when = known.get(name, stage.when)
    for id_, step in reversed(chain):
        when = known[id_] = shifted(when, step) if when else None
    return when


@cache
def shifted(when: FuzzyDate, step: After) -> FuzzyDate:
    """Both ends moved once from where they are; a day that does not exist becomes the last of its month.

    Working days are counted from the day that months and days lead to.

    Raises:
        OverflowError: when an end leaves the calendar.
    """
    from dateutil.relativedelta import relativedelta

    def move(day: date | None) -> str:
        if day is None:
            return ".."
        try:
            moved = day + relativedelta(months=step.months) + timedelta(days=step.days)
            if step.working_days is not None:
                moved = working_days.moved(moved, step.working_days, frozenset(step.off))
        except (ValueError, OverflowError):
            raise OverflowError(f"{when} + {step}") from None
        return moved.isoformat() + mark

    mark = {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}[
        when.uncertain, when.approximate
    ]
    first, last = move(when.earliest), move(when.latest)
    return parse(first if first == last else f"{first}/{last}")
