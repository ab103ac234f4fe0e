"""Alarms: so long before, at nine in the morning of that day where there is no hour."""

from datetime import date, datetime

from clustercalls.calendar.times import Times
from clustercalls.model import Milestone
from clustercalls.phrase import periods


def lines(milestone: Milestone, when: Times, leads: tuple[str, ...], text: str, related: str) -> list[str]:
    """The VALARMs of a component; an entry's own `warn` wins over `leads`. `text` is an escaped value.

    Raises:
        OverflowError: when one of them would ring before the calendar begins.
    """
    wanted = milestone.entry.warn if milestone.entry.warn is not None else leads
    first = milestone.earliest or when.start
    days = sorted({_days(each, first) for each in wanted}, reverse=True)
    said = []
    for each in days:
        said += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{text}",
            f"TRIGGER{related}:{_trigger(each, when)}",
            "END:VALARM",
        ]
    return said


def _days(lead: str, first: date) -> int:
    """The days of a period such as 30d, 2w, 3m, 1y before a day."""
    day = date(first.year, first.month, first.day)
    return (day - periods.read(lead).before(day)).days


def _trigger(days: int, when: Times) -> str:
    if isinstance(when.start, datetime):
        return f"-P{days}D" if days else "PT0S"
    days += when.lead
    if days == 0:
        return "PT9H"
    return f"-P{days - 1}DT15H" if days > 1 else "-PT15H"
