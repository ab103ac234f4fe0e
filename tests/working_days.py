"""Working days of 30 countries over 20 years, forth and back: `make working-days` (minutes).

Beside a list of all days gone through one by one, and beside the library that knows the holidays.
"""

import sys
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

import holidays

from clustercalls.working_days import is_working, moved

COUNTRIES = (
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR",
    "HU", "IE", "IS", "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI",
)  # fmt: skip
YEARS = range(2015, 2035)
OFFSETS = range(-60, 61)
EVERY, SELDOM = 5, 30  # how manieth day of a year is asked of the list, and of the library


def counted(day: date, count: int, working: list[date]) -> date:
    """The same, of a list of all working days."""
    if count > 0:
        return working[bisect_right(working, day) + count - 1]
    if count < 0:
        return working[bisect_left(working, day) + count]
    return working[bisect_right(working, day) - 1]


def main() -> int:
    """Prints the figures; 1 when something differs."""
    asked = of_library = wrong = 0
    for country in COUNTRIES:
        known = holidays.country_holidays(country, years=range(YEARS[0] - 1, YEARS[-1] + 2))
        known.weekend_workdays = set()  # Saturdays on which some countries work by decree: weekends to us
        off = frozenset(day.toordinal() for day in known)
        first, last = date(YEARS[0] - 1, 1, 1), date(YEARS[-1] + 1, 12, 31)
        every = [first + timedelta(days=each) for each in range((last - first).days + 1)]
        working = [day for day in every if day.weekday() not in {5, 6} and day.toordinal() not in off]
        for year in YEARS:
            for number in range(0, 365, EVERY):
                day = date(year, 1, 1) + timedelta(days=number)
                for count in OFFSETS:
                    asked += 1
                    wrong += moved(day, count, off) != counted(day, count, working)
                    if number % SELDOM == 0 and count and is_working(day, off):
                        of_library += 1
                        wrong += moved(day, count, off) != known.get_nth_working_day(day, count)
    print(f"working days: {asked:,} of a list, {of_library:,} of the library, {wrong} wrong")  # noqa: T201 - its figures
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
