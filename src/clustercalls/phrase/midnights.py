"""Midnight, which is of two days: refused where it would be one day off, with both days to write."""

from datetime import date, timedelta

from clustercalls import edtf
from clustercalls.phrase.vocabulary import NotForThisField


def at_its_end(text: str) -> NotForThisField:
    """The refusal of what begins where this day ends: it could begin with that day, or with the next."""
    after = _beside(edtf.parse(text).latest or date.max, 1)
    advice = "Write {after} if it begins as that day ends, {day} if it begins with it."
    return NotForThisField("midnight is where {day} ends", advice, day=text, after=after)


def at_its_beginning(day: date) -> NotForThisField:
    """The refusal of what is to be done until 00:00 of this day, which is the day before."""
    advice = "Write {before} if the end of the day before is meant, else another hour."
    return NotForThisField("00:00 is where {day} begins", advice, day=f"{day}", before=_beside(day, -1))


def _beside(day: date, days: int) -> str:
    """The day before or after, the day itself where the calendar ends."""
    try:
        return f"{day + timedelta(days)}"
    except OverflowError:
        return f"{day}"
