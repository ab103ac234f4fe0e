"""What to tell, once: from entries, what was told before and a moment to reminders. No clock, no disk.

A lead counts back from the first day something could happen. Several leads that passed unseen are told
together, as the nearest of them. docs/design.md has the rules.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.model import DUE, Entry, Milestone, Status
from clustercalls.query.answered import is_met
from clustercalls.reminders.late import is_old, is_untold, late_lead, late_ones
from clustercalls.reminders.leads import Leads, Periods, lead_day
from clustercalls.reminders.remembered import (
    CATCH_UP,
    Remembered,
    as_seen,
    as_told,
    is_believable,
    is_moved,
    is_off,
    milestones,
    set_back,
    told_of,
    was_ahead,
    withdrawn,
)
from clustercalls.zones import Moment


class Reason(Enum):
    """Why something is told."""

    LATE = "late"
    LEAD = "lead"
    MOVED = "moved"
    CANCELLED = "cancelled"
    BACK = "back"
    GONE = "gone"
    OLD = "old"


OF_DATES = frozenset({Reason.LEAD, Reason.MOVED})  # no news of what we have answered, or done
_FIRST = (Reason.LATE, Reason.LEAD)


class Reminder(Struct, frozen=True):
    """One thing to tell. `lead` is as written (`7d`), `day` its day; else the reason stands there.

    `status` is that of its entry, put in once all that is to be told of the entry is known. `others` are told
    by the same line: what was late before anybody could say that it is done.
    """

    milestone: Milestone
    reason: Reason
    lead: str
    late: bool
    days_left: int | None
    status: Status | None
    today: date
    day: date | None = None
    over: bool = False
    was: Remembered | None = None
    others: tuple[Milestone, ...] = ()

    @property
    def key(self) -> str:
        """`ENTRY@LEAD@STAGE@DATE`: date and hour, so that what moved is told again; fit for a file name."""
        milestone, stage = self.milestone, self.milestone.stage
        day = milestone.when.text if milestone.when else "undated"
        if stage.at and milestone.when and "T" not in day:
            day = f"{day}T{stage.at.isoformat()}"
        return f"{milestone.entry.id}@{self.lead}@{stage.id}@{day.replace('/', '--').replace(':', '')}"

    @property
    def every(self) -> tuple[Milestone, ...]:
        """All that it tells of."""
        return (self.milestone, *self.others)


class Decision(Struct, frozen=True):
    """What to tell, and what to remember: of each reminder once it was delivered, of the rest at once."""

    reminders: tuple[Reminder, ...]
    after_delivery: Mapping[str, Remembered]
    at_once: Mapping[str, Remembered]


def decide(
    entries: Iterable[Entry],
    memory: Mapping[str, Remembered],
    moment: Moment,
    leads: Leads,
    wanted: Callable[[Milestone], bool],
    met: date = date.min,
) -> Decision:
    """What these entries give to tell at this moment; `memory` is by uid.

    What was late before the day `met` is told in one line, once.
    """
    reminders: list[Reminder] = []
    old: list[Milestone] = []
    after_delivery, at_once = {}, {}
    by_entry = told_of(memory)
    for entry in entries:
        due = []
        is_late = late_ones(entry, moment)
        taken_out = withdrawn(entry, memory, by_entry.get(entry.id, ()), moment)
        for milestone in (*milestones(entry), *taken_out):
            if not wanted(milestone):
                continue
            known = memory.get(milestone.uid)
            before = set_back(known, moment.today(milestone.zone)) if known else None
            chosen = leads.of(milestone)
            reminder = _reminder(milestone, before, chosen, moment) if chosen else None
            if reminder and reminder.reason in OF_DATES and is_met(milestone):
                reminder = None
            if is_late and chosen and reminder is None and milestone.uid in is_late:
                reminder = _late(milestone, before, moment, met, old)
            now = as_seen(milestone, before, moment)
            if now is not known:
                at_once[milestone.uid] = now
            if reminder:
                due.append(reminder)
                after_delivery[milestone.uid] = as_told(now, milestone, reminder.today, reminder.day)
        if due:
            status = timeline.status(entry, timeline.milestones(entry), moment)
            reminders += (replace(each, status=status) for each in _once(due, moment))
    reminders += _of_old(old, moment)
    after_delivery |= {one.uid: _old_as_told(one, memory, moment) for one in old}
    uids = {one.uid for reminder in reminders for one in reminder.every}
    reminders.sort(key=lambda each: (*_rank(each), timeline.order(each.milestone, moment)))
    return Decision(
        tuple(reminders),
        {uid: now for uid, now in after_delivery.items() if uid in uids},
        {uid: now for uid, now in at_once.items() if uid not in uids},
    )


def _rank(reminder: Reminder) -> tuple[int, bool]:
    """What is late first, then what is due, then the news; what is old last."""
    reason = reminder.reason
    if reason in _FIRST:
        return _FIRST.index(reason), reminder.over
    return len(_FIRST) + (reason is Reason.OLD), reminder.over


def _late(
    milestone: Milestone, before: Remembered | None, moment: Moment, met: date, old: list[Milestone]
) -> Reminder | None:
    """What is told of one that is late; one that was so before `met` goes to `old`, untold."""
    if is_old(milestone, before, met):
        old += [milestone] if is_untold(milestone, before) else []
        return None
    lead = late_lead(milestone, before, moment)
    return _of(milestone, Reason.LATE, moment, lead=lead) if lead else None


def _of_old(milestones: list[Milestone], moment: Moment) -> Iterator[Reminder]:
    """One line for all of them, if any: in it stands the one that was over last."""
    if milestones:
        *others, last = sorted(milestones, key=standing.order_late)
        yield replace(_of(last, Reason.OLD, moment), others=tuple(others))


def _old_as_told(milestone: Milestone, memory: Mapping[str, Remembered], moment: Moment) -> Remembered:
    seen = as_seen(milestone, memory.get(milestone.uid), moment)
    return as_told(seen, milestone, moment.today(milestone.zone), milestone.latest)


def _once(reminders: list[Reminder], moment: Moment) -> list[Reminder]:
    """Of what concerns a whole entry (cancelled, back), only that of the stage that comes next."""
    whole = [
        reminder
        for reminder in reminders
        if reminder.reason in {Reason.CANCELLED, Reason.BACK} and not reminder.milestone.stage.cancelled
    ]
    if len(whole) > 1:
        first = min(whole, key=lambda reminder: timeline.order(reminder.milestone, moment))
        return [reminder for reminder in reminders if reminder is first or reminder not in whole]
    return reminders


def _reminder(
    milestone: Milestone, before: Remembered | None, leads: Periods, moment: Moment
) -> Reminder | None:
    off = is_off(milestone)
    if before is not None:
        ahead = timeline.is_ahead(milestone, moment)
        if off != before.off and ahead:
            return _of(milestone, Reason.CANCELLED if off else Reason.BACK, moment)
        if not off and is_moved(before, milestone) and (ahead or was_ahead(before, milestone, moment)):
            return _of(milestone, Reason.MOVED, moment, was=before)
    lead = None if off and before else _lead(milestone, before, leads, moment)
    if lead is None:
        return None
    if off:
        return _of(milestone, Reason.CANCELLED, moment)
    late = before is not None and before.first_seen <= lead[0] < moment.today(milestone.zone)
    return _of(milestone, Reason.LEAD, moment, lead=lead, late=late)


def _lead(
    milestone: Milestone, before: Remembered | None, leads: Periods, moment: Moment
) -> tuple[date, str] | None:
    """The nearest lead that has come and was not told, after its day."""
    # Where the first day is open ("no later than …"), the last is the only one to count from.
    base = milestone.earliest or milestone.latest
    if base is None:
        return None
    today = moment.today(milestone.zone)
    past = [(day, lead) for lead in leads if (day := lead_day(base, lead)) <= today]
    if not past:
        return None
    day = max(past)[0]
    tellable = _until(milestone, base, moment)
    if before is not None:
        if day == base and milestone.stage.kind not in DUE and before.first_seen < day:
            tellable = tellable or today <= day + CATCH_UP
        through = before.through if is_believable(before, milestone, base) else None
        tellable = tellable and (through is None or day > through) and day not in before.leads
    return max(past) if tellable else None


def _until(milestone: Milestone, base: date, moment: Moment) -> bool:
    """Whether it is still worth telling: what we must do until it is over, the rest until it can begin."""
    if timeline.is_over(milestone, moment):
        return False
    return milestone.stage.kind in DUE or moment.today(milestone.zone) <= base


def _of(
    milestone: Milestone,
    reason: Reason,
    moment: Moment,
    *,
    lead: tuple[date, str] | None = None,
    late: bool = False,
    was: Remembered | None = None,
) -> Reminder:
    return Reminder(
        milestone,
        reason,
        lead[1] if lead else reason.value,
        late,
        timeline.days_left(milestone, moment, past=reason in {Reason.LATE, Reason.OLD}),
        None,
        moment.today(milestone.zone),
        lead[0] if lead else None,
        timeline.is_over(milestone, moment),
        was,
    )
