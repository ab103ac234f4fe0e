"""What to tell, once: from entries, what was told before and a moment to reminders. No clock, no disk.

A lead counts back from the first day something could happen. Several leads that passed unseen are told
together, as the nearest of them. docs/design.md has the rules.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import edtf, timeline
from clustercalls.model import DUE, Entry, EntryKind, Milestone, Moment, Stage, StageKind, Status

OFF = frozenset({Status.CANCELLED, Status.EXHAUSTED})
NEWS = frozenset({StageKind.PUBLISHED, StageKind.OPENS, StageKind.DECISION})
CATCH_UP = timedelta(days=7)  # how long news of its own day is caught up when the runs of that day failed

Periods = tuple[str, ...]


class Reason(Enum):
    """Why something is told."""

    LEAD = "lead"
    MOVED = "moved"
    CANCELLED = "cancelled"
    BACK = "back"


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
        for milestone in _milestones(entry):
            if not wanted(milestone):
                continue
            before = memory.get(milestone.uid)
            chosen = leads.of(milestone)
            reminder = _reminder(milestone, before, chosen, moment) if chosen else None
            now = _as_seen(milestone, before, moment)
            if now is not before:
                seen[milestone.uid] = now
            if reminder:
                found.append(reminder)
                told[milestone.uid] = replace(now, through=reminder.today, told=reminder.today)
        reminders += _once(found, moment) if found else ()
    uids = {each.milestone.uid for each in reminders}
    reminders.sort(key=lambda each: (each.reason is not Reason.LEAD, timeline.order(each.milestone, moment)))
    return Decision(
        tuple(reminders),
        {uid: now for uid, now in told.items() if uid in uids},
        {uid: now for uid, now in seen.items() if uid not in uids},
    )


def forgotten(entries: Iterable[Entry], moment: Moment) -> dict[str, Told]:
    """A memory to stand for one that is lost: every lead before today counts as told."""
    found = {}
    for entry in entries:
        for milestone in _milestones(entry):
            yesterday = moment.today(milestone.zone) - timedelta(days=1)
            found[milestone.uid] = replace(_as_seen(milestone, None, moment), through=yesterday)
    return found


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
    off = _is_off(milestone)
    if before is not None:
        ahead = timeline.is_ahead(milestone, moment)
        if off != before.off and ahead:
            return _of(milestone, Reason.CANCELLED if off else Reason.BACK, moment)
        if not off and is_moved(before, milestone) and (ahead or _was_ahead(before, milestone, moment)):
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
        if day == base and milestone.stage.kind in NEWS and before.seen < day:
            tellable = tellable or today <= day + CATCH_UP
        through = before.through if _is_believable(before, milestone, base) else None
        tellable = tellable and (through is None or day > through)
    return max(past) if tellable else None


def _until(milestone: Milestone, base: date, moment: Moment) -> bool:
    """Whether it is still worth telling: what we must do until it is over, the rest until it can begin."""
    if timeline.is_over(milestone, moment):
        return False
    return milestone.stage.kind in DUE or moment.today(milestone.zone) <= base


def _is_believable(before: Told, milestone: Milestone, base: date) -> bool:
    """Whether it can have been told that day: nothing is told after it is over, but by a clock gone wrong."""
    last = milestone.latest if milestone.stage.kind in DUE else base + CATCH_UP
    return before.told is None or last is None or before.told <= last


def _was_ahead(before: Told, milestone: Milestone, moment: Moment) -> bool:
    """Whether the date it had before is not over."""
    last = _ends(before, milestone)[1] or date.max
    return bool(before.when) and last >= moment.today(milestone.zone)


def is_moved(before: Told, milestone: Milestone) -> bool:
    """Whether its days or its hour are others than those remembered."""
    stage, when, until = milestone.stage, milestone.when, milestone.until
    same = (when.text if when else "") == before.when and (until.text if until else "") == before.until
    if _hour(stage) != before.at:
        return True
    return not same and _ends(before, milestone) != (milestone.earliest, milestone.latest)


def _ends(before: Told, milestone: Milestone) -> tuple[date | None, date | None]:
    try:
        when = edtf.parse(before.when) if before.when else None
        last = edtf.parse(before.until) if before.until else when
    except edtf.NotEdtf:
        return milestone.earliest, milestone.latest
    return when.earliest if when else None, last.latest if last else None


def _as_seen(milestone: Milestone, before: Told | None, moment: Moment) -> Told:
    """What to remember of it untold: the same object when nothing is new."""
    off = _is_off(milestone)
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


def _milestones(entry: Entry) -> tuple[Milestone, ...]:
    """Its milestones, those of cancelled stages too."""
    if not any(stage.cancelled for stage in entry.stages):
        return timeline.milestones(entry)
    stages = {stage.id: stage for stage in entry.stages}
    whole = replace(entry, stages=tuple(replace(stage, cancelled=False) for stage in entry.stages))
    return tuple(
        Milestone(entry, stages[each.stage.id], each.when, each.until) for each in timeline.milestones(whole)
    )


def _is_off(milestone: Milestone) -> bool:
    return milestone.stage.cancelled or milestone.entry.status in OFF


def _hour(stage: Stage) -> str:
    return f"{stage.at.isoformat()} {stage.zone}" if stage.at else ""


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
