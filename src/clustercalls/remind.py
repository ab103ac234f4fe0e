"""What to tell, once: from entries, what was told before and a moment to reminders. No clock, no disk.

A lead counts back from the first day something could happen. Several leads that passed unseen are told
together, as the nearest of them. docs/design.md has the rules.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import timeline
from clustercalls.model import DUE, Entry, EntryKind, Milestone, Moment, StageKind, Status
from clustercalls.told import CATCH_UP, Told, as_seen, is_believable, is_moved, is_off, milestones, was_ahead

Periods = tuple[str, ...]


class Reason(Enum):
    """Why something is told."""

    LEAD = "lead"
    MOVED = "moved"
    CANCELLED = "cancelled"
    BACK = "back"


class Leads(Struct, frozen=True):
    """The leads of a config: per tag, then per kind of stage or entry, else the usual ones."""

    kinds: Mapping[str, Periods] = {}
    tags: Mapping[str, Periods] = {}
    skip: frozenset[str] = frozenset()

    def of(self, milestone: Milestone) -> Periods:
        """The leads of one milestone; none when it is muted."""
        entry, stage = milestone.entry, milestone.stage
        if self.skip and not self.skip.isdisjoint((entry.id, milestone.uid, *entry.tags)):
            return ()
        if entry.warn is not None:
            return entry.warn
        for tag in entry.tags if self.tags else ():
            if tag.casefold() in self.tags:
                return self.tags[tag.casefold()]
        if self.kinds:
            for kind in (stage.kind.value, entry.kind.value):
                if kind in self.kinds:
                    return self.kinds[kind]
        return _usual(entry.kind, stage.kind)


class Reminder(Struct, frozen=True):
    """One thing to tell. `lead` is as written (`7d`), `day` its day; else the reason stands there."""

    milestone: Milestone
    reason: Reason
    lead: str
    late: bool
    days_left: int | None
    status: Status | None
    today: date
    day: date | None = None
    over: bool = False
    was: Told | None = None

    @property
    def key(self) -> str:
        """`ENTRY@LEAD@STAGE@DATE`: with the date, so that what moved is told again; fit for a file name."""
        milestone = self.milestone
        day = milestone.when.text.replace("/", "--").replace(":", "") if milestone.when else "undated"
        return f"{milestone.entry.id}@{self.lead}@{milestone.stage.id}@{day}"


class Decision(Struct, frozen=True):
    """What to tell, and what to remember: of each reminder once it was delivered, of the rest at once."""

    reminders: tuple[Reminder, ...]
    told: Mapping[str, Told]
    seen: Mapping[str, Told]


def decide(
    entries: Iterable[Entry],
    memory: Mapping[str, Told],
    moment: Moment,
    leads: Leads,
    wanted: Callable[[Milestone], bool],
) -> Decision:
    """What these entries give to tell at this moment; `memory` is by uid."""
    reminders: list[Reminder] = []
    told, seen = {}, {}
    for entry in entries:
        found = []
        for milestone in milestones(entry):
            if not wanted(milestone):
                continue
            before = memory.get(milestone.uid)
            chosen = leads.of(milestone)
            reminder = _reminder(milestone, before, chosen, moment) if chosen else None
            now = as_seen(milestone, before, moment)
            if now is not before:
                seen[milestone.uid] = now
            if reminder:
                found.append(reminder)
                told[milestone.uid] = replace(now, through=reminder.today, told=reminder.today)
        reminders += _once(found, moment) if found else ()
    uids = {each.milestone.uid for each in reminders}
    reminders.sort(
        key=lambda each: (each.reason is not Reason.LEAD, each.over, timeline.order(each.milestone, moment))
    )
    return Decision(
        tuple(reminders),
        {uid: now for uid, now in told.items() if uid in uids},
        {uid: now for uid, now in seen.items() if uid not in uids},
    )


def _once(found: list[Reminder], moment: Moment) -> list[Reminder]:
    """Of what concerns a whole entry (cancelled, back), only that of the stage that comes next."""
    whole = [
        each
        for each in found
        if each.reason in {Reason.CANCELLED, Reason.BACK} and not each.milestone.stage.cancelled
    ]
    if len(whole) > 1:
        first = min(whole, key=lambda each: timeline.order(each.milestone, moment))
        return [each for each in found if each is first or each not in whole]
    return found


def lead_day(base: date, period: str) -> date:
    """The day a lead such as `30d`, `2w`, `3m` or `1y` falls on; the first of the calendar at worst."""
    count, unit = int(period[:-1]), period[-1]
    try:
        if unit in "dw":
            return base - timedelta(days=count * (7 if unit == "w" else 1))
        from dateutil.relativedelta import relativedelta

        return base - (relativedelta(years=count) if unit == "y" else relativedelta(months=count))
    except (OverflowError, ValueError):
        return date.min


def _reminder(milestone: Milestone, before: Told | None, leads: Periods, moment: Moment) -> Reminder | None:
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
    late = before is not None and before.seen <= lead[0] < moment.today(milestone.zone)
    return _of(milestone, Reason.LEAD, moment, lead=lead, late=late)


def _lead(
    milestone: Milestone, before: Told | None, leads: Periods, moment: Moment
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
        if day == base and milestone.stage.kind not in DUE and before.seen < day:
            tellable = tellable or today <= day + CATCH_UP
        through = before.through if is_believable(before, milestone, base) else None
        tellable = tellable and (through is None or day > through)
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
    was: Told | None = None,
) -> Reminder:
    entry = milestone.entry
    return Reminder(
        milestone,
        reason,
        lead[1] if lead else reason.value,
        late,
        timeline.days_left(milestone, moment),
        timeline.status(entry, timeline.milestones(entry), moment),
        moment.today(milestone.zone),
        lead[0] if lead else None,
        timeline.is_over(milestone, moment),
        was,
    )


def _usual(entry: EntryKind, stage: StageKind) -> Periods:
    if stage in {StageKind.DEADLINE, StageKind.REGISTRATION}:
        return ("30d", "7d", "1d")
    if stage is StageKind.INTERNAL:
        return ("7d", "1d")
    if stage in {StageKind.INFO_DAY, StageKind.INTERVIEW} or (
        entry is EntryKind.EVENT and stage is StageKind.DATES
    ):
        return ("14d", "1d")
    return ("0d",)
