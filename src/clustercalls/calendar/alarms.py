"""Alarms: so long before, at nine in the morning of that day where there is no hour."""

from datetime import date, datetime

from clustercalls.calendar.times import Times
from clustercalls.model import Milestone

UNIT_DAYS = {"d": 1, "w": 7}


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
    count, unit = int(lead[:-1]), lead[-1]
    if unit in UNIT_DAYS:
        days = count * UNIT_DAYS[unit]
        if days >= first.toordinal():
            raise OverflowError(lead)
        return days
    from dateutil.relativedelta import relativedelta

    day = date(first.year, first.month, first.day)
    try:
        return (day - (day - relativedelta(months=count * (12 if unit == "y" else 1)))).days
    except ValueError:
        raise OverflowError(lead) from None


def _trigger(days: int, when: Times) -> str:
    if isinstance(when.start, datetime):
        return f"-P{days}D" if days else "PT0S"
    days += when.lead
    if days == 0:
        return "PT9H"
    return f"-P{days - 1}DT15H" if days > 1 else "-PT15H"
