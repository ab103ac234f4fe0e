"""A date, or the days from one to another, at its place in a text."""

from msgspec import Struct
from msgspec.structs import replace as altered


class DateSpan(Struct, frozen=True):
    """One date, or the two ends of one, at its place in a folded text.

    `first` and `last` are EDTF, with `XXXX` for a year that is not said; alike for one date. `listed` says
    that it is one of several. `hour` is that of the last, as "17:00", on the
    clock of `zone` where one is named.
    """

    start: int
    end: int
    first: str
    last: str
    hour: str = ""
    zone: str = ""
    swapped: str = ""  # what it is with day and month the other way round, where that may be meant
    between: bool = False
    listed: bool = False
    weekday: int | None = None

    @property
    def is_yearless(self) -> bool:
        """Whether its year is not said."""
        return self.last.startswith("XXXX")

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.first != self.last

    @property
    def is_day(self) -> bool:
        """Whether its last end is a day."""
        return len(self.last) == len("2017-04-04")


def dated(span: DateSpan, year: int) -> DateSpan:
    """The same date in a year; an end before it in the calendar is of the year before."""
    last = f"{year}{span.last[4:]}"
    first_year = year - (span.first[4:] > span.last[4:]) if span.is_range else year
    return altered(span, first=f"{first_year}{span.first[4:]}", last=last)
