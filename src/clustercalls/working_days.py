"""Working days: every day but Saturdays, Sundays and the days off that a registry names.

Counted as Regulation (EEC, Euratom) No 1182/71 counts: the day of the event is none of them (article 3(1)),
and what would end on a day that is none ends on a working day (article 3(4)). Back from a deadline, of which
it says nothing, that is the working day before.
"""

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5
DAY = timedelta(days=1)


def is_working(day: date, off: Collection[int] = ()) -> bool:
    """Whether people work on it; `off` are the days off, as ordinals."""
    return day.weekday() < SATURDAY and day.toordinal() not in off


def moved(day: date, count: int, off: Collection[int] = ()) -> date:
    """The working day so many after a day, or before it when negative; of none, the day or the last before.

    Raises:
        OverflowError: when it leaves the calendar.
    """
    step, left = DAY if count > 0 else -DAY, abs(count)
    while left or not is_working(day, off):
        day += step
        left -= left > 0 and is_working(day, off)
    return day
