"""What depends on today: what is over, ahead or unconfirmed, how many days are left, the order, the status.

Nothing is imported for it: whatever has the facts of a milestone is judged here, those of an index too.
"""

from clustercalls.once import once
from clustercalls.zones import UNKNOWN

TYPE_CHECKING = False  # of typing, whose import alone costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from clustercalls.model import APPLIED, DUE, OFF, Entry, EntryKind, Milestone, StageKind, Status, Track
    from clustercalls.zones import Moment

    OrderKey = tuple[float, float, float, str]
else:
    from clustercalls.codes import APPLIED, DUE, OFF, EntryKind, StageKind, Status, Track

CLOSING_DAYS = 14
OURS = frozenset({StageKind.INTERNAL})
LATER_THAN_ANY_DAY = float("inf")
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # of the months, in days


def is_over(milestone: "Milestone | _Point", moment: "Moment") -> bool:
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
    return end is not None and moment.is_past(end)


def is_unconfirmed(milestone: "Milestone", moment: "Moment") -> bool:
    """Undated or open-ended, and nobody has confirmed its entry for so long that it may be stale."""
    if milestone.latest is not None:
        return False
    return is_stale(milestone.entry, milestone.earliest, moment, milestone.zone)


def is_ahead(milestone: "Milestone", moment: "Moment") -> bool:
    """Neither over nor unconfirmed."""
    if milestone.latest is None:
        return not is_unconfirmed(milestone, moment)
    return not is_over(milestone, moment)


def days_left(milestone: "Milestone", moment: "Moment", *, past: bool = False) -> int | None:
    """Days to its earliest day, 0 once that has come; looking back, to its latest; None when not known."""
    if milestone.zone == UNKNOWN:
        return None
    today = moment.today(milestone.zone)
    if past:
        return min((milestone.latest - today).days, 0) if milestone.latest else None
    if milestone.when is None:
        return None
    return max((milestone.earliest - today).days, 0) if milestone.earliest else 0


def seen(milestone: "Milestone", moment: "Moment", *, past: bool = False) -> "tuple[bool, int | None, date]":
    """What a row says of it at a moment: whether it is unconfirmed, its days left, today on its calendar."""
    left = days_left(milestone, moment, past=past)
    return is_unconfirmed(milestone, moment), left, moment.today(milestone.zone)


def order(milestone: "Milestone", moment: "Moment") -> "OrderKey":
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


def late(entry: "Entry", milestones: "Sequence[Milestone]", moment: "Moment") -> "list[Milestone]":
    """What we had to do and nobody has said is done, though it is over; `milestones` are the entry's.

    That is a registration or a deadline of an entry on `go`, and a step of our own of one that is on `go` or
    has a deadline ahead; nothing of what is called off, put away or applied for.
    """
    is_go = entry.meaning == Track.GO
    kinds = DUE if is_go else OURS
    over = [m for m in milestones if m.stage.kind in kinds and not m.stage.done and is_over(m, moment)]
    if not over or not may_be_late(entry):
        return []
    has_deadline = is_go or any(
        m.stage.kind == StageKind.DEADLINE and is_ahead(m, moment) for m in milestones
    )
    return over if has_deadline else []


def may_be_late(entry: "Entry") -> bool:
    """Whether we work on it: it is not called off, put away, or applied for."""
    if is_off(entry) or entry.is_called_off:
        return False
    return entry.meaning != Track.NO and entry.meaning not in APPLIED


def is_done_step(milestone: "Milestone") -> bool:
    """Whether it is a step of our own that is done: its date says nothing to us any more."""
    return bool(milestone.stage.done) and milestone.stage.kind == StageKind.INTERNAL


def has_step(milestones: "Sequence[Milestone]", moment: "Moment") -> bool:
    """Whether something of an entry with these is ahead of us."""
    return any(not m.stage.done and is_ahead(m, moment) for m in milestones)


def is_idle(
    entry: "Entry", milestones: "Sequence[Milestone]", late: "Sequence[Milestone]", moment: "Moment"
) -> bool:
    """Whether we go for it and nothing of it is ahead of us or `late`."""
    return entry.meaning == Track.GO and not late and may_be_late(entry) and not has_step(milestones, moment)


def order_late(milestone: "Milestone") -> "OrderKey":
    """Sorts what is late before all that is ahead, what is late for longest first."""
    hour = milestone.end
    day = milestone.latest.toordinal() if milestone.latest else LATER_THAN_ANY_DAY
    return (-LATER_THAN_ANY_DAY, day, hour.timestamp() if hour else LATER_THAN_ANY_DAY, milestone.uid)


def status(entry: "Entry", milestones: "tuple[Milestone, ...]", moment: "Moment") -> "Status | None":
    """Whether one can apply: what is stated, else what the deadlines say that follow no other stage.

    `milestones` are the entry's. None for all but calls, unless it is stated that they are called off.
    """
    if entry.status is not None and entry.status != Status.OPEN:
        return entry.status
    if entry.kind != EntryKind.CALL:
        return None
    deadlines = [m for m in milestones if is_for_all(m)]
    if entry.status == Status.OPEN and not any(m.when for m in deadlines):
        return Status.UNKNOWN if is_stale(entry, None, moment, moment.zone) else Status.OPEN
    if deadlines and all(is_over(m, moment) for m in deadlines):
        return Status.CLOSED
    return _from_dates(deadlines, gates(milestones), moment)


def status_of(entry: "Entry", milestones: "tuple[Milestone, ...]", moment: "Moment") -> "Status | None":
    """As `status`, and cancelled when all that it is about is called off."""
    return Status.CANCELLED if entry.is_called_off else status(entry, milestones, moment)


def is_off(entry: "Entry") -> bool:
    """Whether it is stated that nothing of it takes place: it is shown only to who asks for that status."""
    return entry.status in OFF


def gates(milestones: "Sequence[Milestone]") -> "list[Milestone]":
    """What decides whether a call has opened: its openings, else its publications."""
    for kind in (StageKind.OPENS, StageKind.PUBLISHED):
        its = [m for m in milestones if m.stage.kind == kind]
        if its:
            return its
    return []


def _from_dates(deadlines: "list[Milestone]", opening: "list[Milestone]", moment: "Moment") -> "Status":
    if opening:
        opened = any(_has_come(gate, moment) for gate in opening)
    else:
        opened = any(m.stage.rolling or (m.when and m.when.is_exact) for m in deadlines)
    if not opened:
        waiting = any(m.when and is_ahead(m, moment) for m in opening + deadlines)
        return Status.FORECAST if waiting else Status.UNKNOWN
    ahead = [m for m in deadlines if m.when and is_ahead(m, moment)]
    if not ahead:
        rolling = any(m.stage.rolling and is_ahead(m, moment) for m in deadlines)
        return Status.OPEN if rolling else Status.UNKNOWN
    following = comes_next(ahead, moment) if len(ahead) > 1 else ahead[0]
    left = days_left(following, moment)
    soon = following.latest is not None and left is not None and left <= CLOSING_DAYS
    return Status.CLOSING if soon else Status.OPEN


def is_without_deadline(stands: "Status | None", milestones: "Sequence[Milestone]", moment: "Moment") -> bool:
    """Whether one can apply and no date is to come: it is rolling, or stated open without a deadline."""
    if stands != Status.OPEN:
        return False
    return not any(is_for_all(m) and not m.stage.rolling and not is_over(m, moment) for m in milestones)


def comes_next(milestones: "Sequence[Milestone]", moment: "Moment") -> "Milestone":
    """The first in order of some that are ahead, but no open-ended deadline while a dated one is.

    A deadline that follows another stage is none for who has not passed that.
    """
    if len(milestones) == 1:
        return milestones[0]
    is_open = [is_for_all(m) and m.latest is None for m in milestones]
    if any(is_open) and any(is_for_all(m) and m.latest is not None for m in milestones):
        milestones = [m for m, each in zip(milestones, is_open, strict=True) if not each]
    return min(milestones, key=lambda m: order(m, moment))


def next_deadline(milestones: "Iterable[Milestone]", moment: "Moment") -> "Milestone | None":
    """The next one by which anybody can apply; None where none is ahead."""
    applying = [m for m in milestones if m.when and is_for_all(m) and is_ahead(m, moment)]
    return comes_next(applying, moment) if applying else None


def is_for_all(milestone: "Milestone") -> bool:
    """Whether it is a deadline by which anybody can apply, having passed no other stage."""
    return milestone.stage.kind == StageKind.DEADLINE and not milestone.stage.follows


class _Point:
    """When a milestone begins, whatever it lasts to."""

    __slots__ = ("end", "latest", "zone")

    def __init__(self, milestone: "Milestone") -> None:
        self.latest = milestone.when.latest if milestone.when else None
        self.end, self.zone = milestone.instant, milestone.zone


def _has_come(gate: "Milestone", moment: "Moment") -> bool:
    """Whether its `when` is past."""
    return is_over(gate if gate.until is None else _Point(gate), moment)


def is_stale(entry: "Entry", earliest: "date | None", moment: "Moment", zone: str) -> bool:
    confirmed = entry.confirmed
    if confirmed is None:
        return False
    since = max(confirmed, earliest) if earliest else confirmed
    return months_later(since, moment.forget_months) < moment.today(zone)


@once
def months_later(day: "date", months: int) -> "date":
    """That day of the month so many months later, or the last one it has, as `dateutil` counts them."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    longest = 29 if month == 1 and not year % 4 and (year % 100 or not year % 400) else LENGTHS[month]
    return day.replace(year, month + 1, min(day.day, longest))
