"""From entries to milestones: dates resolved, what is over, what nobody confirmed, what one can apply to.

The rules are those of docs/registry.md; every day is counted on the deadline's own calendar.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from clustercalls.edtf import FuzzyDate, parse
from clustercalls.model import Entry, EntryKind, Milestone, Stage, StageKind, Status
from clustercalls.stored import Stored
from clustercalls.zones import Moment

CLOSING_DAYS = 14
LATER_THAN_ANY_DAY = float("inf")

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


def is_over(milestone: Milestone, moment: Moment) -> bool:
    """With a known hour, once that instant is past; else once the last day of the stretch is."""
    latest = milestone.latest
    if latest is None:
        return False
    today = moment.today(milestone.zone)
    if latest < today:
        return True
    if latest.toordinal() - today.toordinal() > 1:  # spares computing an instant for most
        return False
    end = milestone.end  # of tomorrow's too: where clocks skip midnight, its instant may fall today
    return end is not None and end < moment.now


def is_long_past(entry: Entry, horizon: date) -> bool:
    """Whether the dates of all its stages lie before a day, none of them still to be worked out."""
    last = last_day(entry)
    return last is not None and last < horizon


def last_day(entry: Entry) -> date | None:
    """The last possible day of all its stages; None when one has none, or the call is stated open."""
    found = date.min
    for stage in entry.stages:
        last = stage.until or stage.when
        if last is None or last.latest is None or stage.after is not None:
            return None
        found = max(found, last.latest)
    return found if entry.status is not Status.OPEN else None


def lately(entries: Sequence[Entry], horizon: date) -> Iterator[Entry]:
    """The entries that are not long past, in their order."""
    kept = entries.since(horizon) if isinstance(entries, Stored) else entries
    return (each for each in kept if not is_long_past(each, horizon))


def is_unconfirmed(milestone: Milestone, moment: Moment) -> bool:
    """Undated or open-ended, and nobody has confirmed its entry for so long that it may be stale."""
    if milestone.latest is not None:
        return False
    return _is_stale(milestone.entry, milestone.earliest, moment, milestone.zone)


def is_ahead(milestone: Milestone, moment: Moment) -> bool:
    """Neither over nor unconfirmed."""
    if milestone.latest is None:
        return not is_unconfirmed(milestone, moment)
    return not is_over(milestone, moment)


def days_left(milestone: Milestone, moment: Moment, *, past: bool = False) -> int | None:
    """Days to its earliest day, 0 once that has come; looking back, to its latest; None when undated."""
    today = moment.today(milestone.zone)
    if past:
        return min((milestone.latest - today).days, 0) if milestone.latest else None
    if milestone.when is None:
        return None
    return max((milestone.earliest - today).days, 0) if milestone.earliest else 0


def order(milestone: Milestone, moment: Moment) -> OrderKey:
    """Sorts what is ahead: by first possible day from today, last possible day, hour, uid; undated last."""
    if milestone.when is None:
        return (LATER_THAN_ANY_DAY, 0, 0, milestone.uid)
    today = moment.today(milestone.zone)
    earliest, latest, hour = milestone.earliest, milestone.latest, milestone.instant
    return (
        max(earliest, today).toordinal() if earliest else today.toordinal(),
        latest.toordinal() if latest else LATER_THAN_ANY_DAY,
        hour.timestamp() if hour else LATER_THAN_ANY_DAY,
        milestone.uid,
    )


def order_past(milestone: Milestone) -> OrderKey:
    """Sorts what is over, newest first."""
    latest, hour = milestone.latest, milestone.end
    day = -latest.toordinal() if latest else 0
    return (day, -hour.timestamp() if hour else -LATER_THAN_ANY_DAY, 0, milestone.uid)


def status(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> Status | None:
    """Whether one can apply: what is stated, else what the deadlines say that follow no other stage.

    `its` are the entry's milestones. None for all but calls, unless they are called off.
    """
    if entry.status is not None and entry.status is not Status.OPEN:
        return entry.status
    if entry.kind is not EntryKind.CALL:
        return None
    deadlines = [m for m in its if m.stage.kind is StageKind.DEADLINE and not m.stage.follows]
    if entry.status is Status.OPEN and not any(m.when for m in deadlines):
        return Status.UNKNOWN if _is_stale(entry, None, moment, moment.zone) else Status.OPEN
    if deadlines and all(is_over(m, moment) for m in deadlines):
        return Status.CLOSED
    return _from_dates(deadlines, _gates(its), moment)


def is_entry_unconfirmed(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> bool:
    """Whether something of it would be ahead, had anybody confirmed it lately."""
    if any(is_unconfirmed(m, moment) for m in its):
        return True
    if entry.kind is EntryKind.CALL:
        waiting = status(entry, its, moment) in {Status.UNKNOWN, Status.OPEN}
    else:
        waiting = entry.kind is not EntryKind.RESOURCE and not its
    if not waiting or any(is_ahead(m, moment) for m in its):
        return False
    return _is_stale(entry, max((m.latest for m in its if m.latest), default=None), moment, moment.zone)


def _gates(its: tuple[Milestone, ...]) -> list[Milestone]:
    for kind in (StageKind.OPENS, StageKind.PUBLISHED):
        gates = [m for m in its if m.stage.kind is kind]
        if gates:
            return gates
    return []


def _from_dates(deadlines: list[Milestone], gates: list[Milestone], moment: Moment) -> Status:
    if gates:
        opened = any(_has_come(gate, moment) for gate in gates)
    else:
        opened = any(m.stage.rolling or (m.when and m.when.is_exact) for m in deadlines)
    if not opened:
        waiting = any(m.when and is_ahead(m, moment) for m in gates + deadlines)
        return Status.FORECAST if waiting else Status.UNKNOWN
    ahead = [m for m in deadlines if m.when and is_ahead(m, moment)]
    if not ahead:
        rolling = any(m.stage.rolling and is_ahead(m, moment) for m in deadlines)
        return Status.OPEN if rolling else Status.UNKNOWN
    following = min(ahead, key=lambda m: order(m, moment)) if len(ahead) > 1 else ahead[0]
    left = days_left(following, moment)
    soon = following.latest is not None and left is not None and left <= CLOSING_DAYS
    return Status.CLOSING if soon else Status.OPEN


def _has_come(gate: Milestone, moment: Moment) -> bool:
    """Whether its `when` is past, whatever it lasts to."""
    if gate.until is None:
        return is_over(gate, moment)
    point = Milestone(gate.entry, gate.stage, gate.when, None)
    return is_over(point, moment)


def _is_stale(entry: Entry, earliest: date | None, moment: Moment, zone: str) -> bool:
    confirmed = entry.confirmed
    if confirmed is None:
        return False
    since = max(confirmed, earliest) if earliest else confirmed
    return _months_later(since, moment.forget_months) < moment.today(zone)


@cache
def _months_later(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


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
    seen = [stage.id]
    stages = {each.id: each for each in entry.stages}
    chain = []
    while stage.after is not None and stage.id not in known:
        chain.append((stage.id, stage.after))
        if stage.after.stage in seen:
            raise StageCircle((*seen, stage.after.stage))
        stage = stages[stage.after.stage]
        seen.append(stage.id)
    when = known.get(stage.id, stage.when)
    for id_, step in reversed(chain):
        when = known[id_] = shifted(when, step.months, step.days) if when else None
    return when


@cache
def shifted(when: FuzzyDate, months: int, days: int) -> FuzzyDate:
    """Both ends moved once from where they are; a day that does not exist becomes the last of its month.

    Raises:
        OverflowError: when an end leaves the calendar.
    """
    from dateutil.relativedelta import relativedelta

    def move(day: date | None) -> str:
        if day is None:
            return ".."
        try:
            moved = day + relativedelta(months=months) + timedelta(days=days)
        except (ValueError, OverflowError):
            raise OverflowError(f"{when} + {months} months + {days} days") from None
        return moved.isoformat() + mark

    mark = {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}[
        when.uncertain, when.approximate
    ]
    first, last = move(when.earliest), move(when.latest)
    return parse(first if first == last else f"{first}/{last}")
