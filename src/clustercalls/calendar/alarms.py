"""Alarms: so many days before, at one hour of that day; before what is to be over by then, the day before."""

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from clustercalls.calendar.theirs import MARK
from clustercalls.calendar.times import DAY, Times
from clustercalls.model import Milestone
from clustercalls.phrase import periods
from clustercalls.query.answered import is_met
from clustercalls.zones import zone_of

USUAL = time(9)


class Ring(Struct, frozen=True):
    """How long before, at which hour, and on which zone's clock; without a zone, on the deadline's own."""

    leads: tuple[str, ...] = ()
    at: time = USUAL
    zone: str = ""


def lines(milestone: Milestone, when: Times, ring: Ring, text: str, related: str) -> list[str]:
    """The VALARMs of a component; an entry's own `warn` wins over the leads. `text` is an escaped value.

    What we have answered, or done, rings no more.

    Raises:
        OverflowError: when one of them would ring before the calendar begins.
    """
    wanted = milestone.entry.warn if milestone.entry.warn is not None else ring.leads
    if not wanted or is_met(milestone):
        return []
    first = milestone.earliest or when.start
    zone = ring.zone or milestone.zone
    before = {_before(when, _rings(each, first, ring.at, when, zone), zone) for each in wanted}
    alarms = []
    for lead in sorted(before, reverse=True):
        alarms += [
            "BEGIN:VALARM",
            MARK,
            "ACTION:DISPLAY",
            f"DESCRIPTION:{text}",
            f"TRIGGER{related}:{_trigger(lead)}",
            "END:VALARM",
        ]
    return alarms


def _rings(lead: str, first: date, at: time, when: Times, zone: str) -> datetime:
    """When it rings, on the clock of the zone: so long before a day, and before the hour there is."""
    day = periods.read(lead).before(date(first.year, first.month, first.day))
    rings = datetime.combine(day, at)
    if isinstance(when.start, datetime):
        start = when.start.astimezone(zone_of(zone)).replace(tzinfo=None)
        while rings >= start:
            rings -= DAY
    return rings


def _before(when: Times, rings: datetime, zone: str) -> timedelta:
    """How long that is before the start on the event's own clock, on which programs count a day as a day.

    Days begin at midnight wherever the reader is.
    """
    if not isinstance(when.start, datetime):
        return datetime.combine(when.start, time()) - rings
    there = rings.replace(tzinfo=zone_of(zone)).astimezone(when.start.tzinfo)
    return when.start.replace(tzinfo=None) - there.replace(tzinfo=None)


def _trigger(before: timedelta) -> str:
    """So long before (after, when negative) the start, as a duration."""
    seconds = abs(int(before.total_seconds()))
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    clock = "".join(
        f"{number}{unit}" for number, unit in ((hour, "H"), (minute, "M"), (second, "S")) if number
    )
    said = (f"{days}D" if days else "") + (f"T{clock}" if clock else "")
    return f"{'-' if before > timedelta(0) else ''}P{said or 'T0S'}"
