"""Dates for machines that know no doubt: a day, or an instant with its offset; nothing of what is not sure.

https://www.rfc-editor.org/rfc/rfc3339 and ISO 8601.
"""

from datetime import UTC, date, datetime

from clustercalls.edtf import FuzzyDate
from clustercalls.model import Milestone


def begins(milestone: Milestone) -> str:
    """`2017-04-04T17:00:00+02:00` where hour and zone are known, else `2017-04-04`; empty for doubt."""
    return _said(sure_day(milestone.when), milestone.instant)


def ends(milestone: Milestone) -> str:
    """The same of its end; empty where it is none of its own."""
    return _said(sure_day(milestone.until), milestone.end if milestone.until else None)


def sure_day(when: FuzzyDate | None) -> date | None:
    """The one day that a date is, without doubt; None where it may be another."""
    return when.earliest if when is not None and when.is_sure else None


def _said(day: date | None, instant: datetime | None) -> str:
    if instant is None:
        return day.isoformat() if day else ""
    offset = instant.utcoffset()
    # Of old clocks it has seconds, which no such text may have.
    odd = offset is not None and offset.total_seconds() % 60
    return (instant.astimezone(UTC) if odd else instant).isoformat(timespec="seconds")
