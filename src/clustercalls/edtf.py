"""Fuzzy dates: the part of EDTF (ISO 8601-2, levels 0 and 1) that calls are announced in.

The days a text covers, nothing else: no clock, no zone, no words for people.
https://www.loc.gov/standards/datetime/
"""

import re
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache

from msgspec import Struct

FIRST_YEAR, LAST_YEAR = date.min.year, date.max.year

# First month and length in months of the EDTF codes that stand where a month would.
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
HALVES = {40: 1, 41: 7}
PERIODS = (
    {code: (first, 3) for code, first in SEASONS.items()}
    | {code: (first, 3) for code, first in QUARTERS.items()}
    | {code: (first, 6) for code, first in HALVES.items()}
)

_SHAPE = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})-(\d\d|XX)(-XX)?|(\d{2}XX|\d{3}X|\d{4})", re.ASCII)
# Patterns that few files need are compiled on first use: start-up is the cost.
_DATE_TIME = r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)([Zz]|[+-]\d\d:?(\d\d))?"

_SHORTEST = len("2017-04-04T17:00")


class Tense(Enum):
    """Where a date lies, seen from a day."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


class NotEdtf(ValueError):
    """A text that is not in the subset; `reason` says why, in words of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Span(Struct, frozen=True, gc=False):
    """One plain date of any precision: its first and last day, and how sure its writer was."""

    first: date
    last: date
    uncertain: bool = False
    approximate: bool = False


class FuzzyDate(Struct, frozen=True, gc=False, array_like=True):
    """What a source said of a day: `earliest` and `latest` are inclusive, None where it is open.

    `text` is the EDTF as written. The qualifiers `~ ? %` set `approximate` and `uncertain`; they never
    widen the days.
    """

    earliest: date | None
    latest: date | None
    text: str
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def is_exact(self) -> bool:
        """Whether this is one day and no other."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_sure(self) -> bool:
        """Whether this is one day, and its source was sure of it."""
        return self.is_exact and not (self.uncertain or self.approximate)

    def tense(self, today: date) -> Tense:
        """Past when the last day is over, ahead when the first has not come, else it could be now."""
        if self.latest is not None and self.latest < today:
            return Tense.PAST
        if self.earliest is not None and self.earliest > today:
            return Tense.AHEAD
        return Tense.NOW


def on(day: date) -> FuzzyDate:
    """The fuzzy date of one plain day."""
    return FuzzyDate(day, day, day.isoformat())


@cache
def parse(text: str) -> FuzzyDate:
    """Reads one date or interval; surrounding spaces are dropped, the rest is kept as written.

    Raises:
        NotEdtf: for everything outside the subset, with the reason.
    """
    text = text.strip()
    if "/" in text:
        return _interval(text)
    if _has_hour(text):
        return _exact(text)
    span = _span(text)
    return FuzzyDate(span.first, span.last, text, span.uncertain, span.approximate)


def _has_hour(text: str) -> bool:
    """Whether a single date can only be meant with an hour."""
    return "T" in text.upper() or " " in text


def date_time(text: str) -> datetime | None:
    """The moment an ISO date-time text names, naive or with its offset; None for any other text.

    Raises:
        NotEdtf: when it has the shape of a date-time and no such moment exists.
    """
    if len(text) < _SHORTEST:  # most dates: they are asked often
        return None
    match = re.fullmatch(_DATE_TIME, text.strip(), re.ASCII)
    if match is None:
        return None
    day, clock, offset, minutes = match.groups("")
    # Python takes +01:99, and from 3.14 24:00 as the next day.
    if clock >= "24" or minutes > "59":
        raise NotEdtf("no such day or hour")
    try:
        return datetime.fromisoformat(f"{day}T{clock}{offset.upper()}")
    except ValueError:
        raise NotEdtf("no such day or hour") from None


def ends(text: str) -> tuple[Span | None, Span | None]:
    """Both ends of an interval, None where it is open; of a single date, that date twice.

    Raises:
        NotEdtf: as `parse`.
    """
    text = parse(text).text
    if "/" in text:
        first, last = text.split("/")
        return _end(first), _end(last)
    moment = date_time(text) if _has_hour(text) else None
    span = _span(text) if moment is None else Span(moment.date(), moment.date())
    return span, span


def _exact(text: str) -> FuzzyDate:
    moment = date_time(text)
    if moment is None:
        raise NotEdtf("not a date in EDTF")
    return FuzzyDate(moment.date(), moment.date(), text)


def _interval(text: str) -> FuzzyDate:
    if text.count("/") > 1:
        raise NotEdtf("an interval has two ends")
    first, last = (_end(part) for part in text.split("/"))
    if first is None and last is None:
        raise NotEdtf("an interval open at both ends says nothing")
    if first and last and first.first > last.last:
        raise NotEdtf("the interval ends before it starts")
    known = [end for end in (first, last) if end]
    return FuzzyDate(
        first.first if first else None,
        last.last if last else None,
        text,
        any(end.uncertain for end in known),
        any(end.approximate for end in known),
    )


def _end(text: str) -> Span | None:
    # An empty end is "unknown" in EDTF, ".." is "open": for what lies ahead, both mean nobody said.
    return None if text in {"", ".."} else _span(text)


def _span(text: str) -> Span:
    mark = text[-1:] if text[-1:] in {"~", "?", "%"} else ""
    match = _SHAPE.fullmatch(text.removesuffix(mark))
    if match is None:
        raise NotEdtf(_refusal(text))
    year, month, day, year_of_month, code, unspecified_day, alone = match.groups()
    if day:
        first = last = _day(int(year), int(month), int(day))
    elif alone:
        first, last = _years(alone)
    elif code == "XX":
        first, last = _years(year_of_month)
    elif unspecified_day and int(code) not in range(1, 13):
        raise NotEdtf("there is no such month")
    else:
        first, last = _months(int(year_of_month), int(code))
    return Span(first, last, uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"})


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotEdtf("there is no such day") from None


def _years(digits: str) -> tuple[date, date]:
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    first = max(first, FIRST_YEAR) if "X" in digits else first
    if first < FIRST_YEAR:
        raise NotEdtf("there is no year 0")
    return date(first, 1, 1), date(last, 12, 31)


def _months(year: int, code: int) -> tuple[date, date]:
    if year < FIRST_YEAR:
        raise NotEdtf("there is no year 0")
    if code in PERIODS:
        month, length = PERIODS[code]
    elif 1 <= code <= 12:  # noqa: PLR2004 - the months of a year
        month, length = code, 1
    else:
        raise NotEdtf("there is no such month, season, quarter or half")
    after = year * 12 + month - 1 + length
    if after // 12 > LAST_YEAR:
        return date(year, month, 1), date.max
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _refusal(text: str) -> str:
    if text.startswith(("{", "[")):
        return "sets are not taken"
    if text.startswith(("Y", "-", "+")) or re.fullmatch(r"\d{4}[ES]\d+.*|\d{5,}.*", text, re.ASCII):
        return "only years of four digits, 0001 to 9999, are taken"
    if re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}[~?%]?", text, re.ASCII):
        return "X may stand only for the last digits, as in 201X, 2017-XX or 2017-02-XX"
    if re.fullmatch(r"[\d~?%-]+", text, re.ASCII) and re.search(r"[~?%]", text[:-1]):
        return "~ ? % may stand only at the end of a date"
    return "not a date in EDTF"
