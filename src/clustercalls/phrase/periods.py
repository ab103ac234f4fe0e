"""Periods as people and files write them, `30d`, `2w`, `3m`, `1y`, and the days they lead to."""

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

_FORM = r"(\+?)(\d+)([dwmy])"


class NotAPeriod(ValueError):
    """A text that writes no period, or none that its place allows."""


class Period(Struct, frozen=True):
    """So many days, weeks, months or years: the unit is `d`, `w`, `m` or `y`."""

    count: int
    unit: str

    @property
    def months(self) -> int:
        """Its months, of a period in months or years."""
        return self.count * (12 if self.unit == "y" else 1)

    def before(self, day: date) -> date:
        """The day so long before another; one that its month does not have is the last of that month.

        Raises:
            OverflowError: when it lies before the calendar begins.
        """
        return self._away(day, -1)

    def after(self, day: date) -> date:
        """The day so long after another.

        Raises:
            OverflowError: when it lies after the calendar ends.
        """
        return self._away(day, 1)

    def _away(self, day: date, sign: int) -> date:
        if self.unit in "dw":
            return day + sign * timedelta(days=self.count * (7 if self.unit == "w" else 1))
        from dateutil.relativedelta import relativedelta

        try:
            return day + relativedelta(months=sign * self.months)
        except ValueError:
            raise OverflowError(self.count) from None


@cache
def read(text: str, *, units: str = "dwmy", digits: int = 4, sign: bool = False) -> Period:
    """The period a text writes, in one of these units, with so many digits at most, perhaps after a plus.

    Raises:
        NotAPeriod: when it writes none.
    """
    match = re.fullmatch(_FORM, text, re.ASCII)
    if match is None or match[3] not in units or len(match[2]) > digits or (match[1] and not sign):
        raise NotAPeriod(text)
    return Period(int(match[2]), match[3])
