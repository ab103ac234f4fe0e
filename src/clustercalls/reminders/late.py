"""When what is late is told: the day after, after 3 and 7 days, then every week, until it is done."""

from datetime import date, timedelta

from clustercalls import standing, timeline
from clustercalls.model import Entry, Milestone, Track
from clustercalls.reminders.remembered import Remembered
from clustercalls.zones import Moment

FIRST, WEEK = (1, 3, 7), 7  # days after its last one


def late_ones(entry: Entry, moment: Moment) -> frozenset[str]:
    """The uids of what of an entry is late."""
    if entry.meaning is not Track.GO and not any(each.is_internal for each in entry.stages):
        return frozenset()  # most are neither, and spared their dates
    return frozenset(each.uid for each in standing.late(entry, timeline.milestones(entry), moment))


def is_old(milestone: Milestone, before: Remembered | None, met: date) -> bool:
    """Whether it was over before the day on which one could first say that it is done.

    One that was told of by itself since, such as one that moved to such a day, is none. Of one that stood in
    the line of what is old, the last day is among those that were told.
    """
    if milestone.latest is None or milestone.latest >= met:
        return False
    return is_untold(milestone, before) or (before is not None and milestone.latest in before.leads)


def is_untold(milestone: Milestone, before: Remembered | None) -> bool:
    """Whether nothing was told of it since it is over."""
    through = before.through if before else None
    return through is None or milestone.latest is None or through <= milestone.latest


def late_lead(milestone: Milestone, before: Remembered | None, moment: Moment) -> tuple[date, str] | None:
    """The last day on which it was to be told and was not, and how that is written: `late-3d`."""
    last = milestone.latest
    if last is None:
        return None
    gone = (moment.today(milestone.zone) - last).days
    if gone < FIRST[0]:
        return None
    after = gone - gone % WEEK if gone >= WEEK else max(each for each in FIRST if each <= gone)
    day = last + timedelta(days=after)
    through = before.through if before else None
    is_told = before is not None and (day in before.leads or (through is not None and through >= day))
    return None if is_told else (day, f"late-{after}d")
