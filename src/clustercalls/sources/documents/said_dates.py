"""The day that a document says it is of, in the form in which machines write it."""

import re
from datetime import date

_DAY = re.compile(r"\s*(?:D:)?(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def day_of(text: str) -> date | None:
    """The day at the beginning of a stamp of ISO 8601 or PDF; none where it is none, or of a strange year."""
    read = _DAY.match(text)
    if read is None:
        return None
    try:
        day = date(*map(int, read.groups()))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year < LAST_YEAR else None
