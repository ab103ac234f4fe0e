"""The wording of one date, or of the two ends of one, as the grammar of `phrase` reads it."""

import re
from datetime import date
from functools import lru_cache

from msgspec.structs import replace as altered

from clustercalls.extract import date_forms as forms
from clustercalls.phrase import dates
from clustercalls.phrase.settle import End

_ANY_YEAR = date(2023, 1, 1)  # whose weekdays are never looked at
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNLIKE_YEARS = ("2023", "2024")  # no day is on one weekday in both, and only one has a 29 February
_remembered = lru_cache(2048)  # more than a year has days, in a few wordings


def spelt(wording: str, kind: str) -> str:
    """The date as the grammar reads it: without blanks round its points."""
    if kind == "few":
        return f"{wording.rstrip('.').replace('/', '.')}.{_ANY_YEAR.year}"
    if kind == "short":  # 15/02/27
        return f"{wording[:-2]}20{wording[-2:]}"
    if kind == "some":
        return wording[-len("2027") :]
    if kind in {"part", "season"}:
        wording = re.sub(r"(halbjahr|quartal|trimestr)e?s\b", r"\1", wording)
        wording = re.sub(r"^([1-4])([qt])\b", r"\2\1", wording)
        wording = re.sub(rf"^{forms.LAST} (?=quart|trim|kwart)", "4. ", wording)
        wording = re.sub(rf"^{forms.LAST} ", "2. ", wording)
        if kind == "season":
            return f"{forms.YEAR_PART.sub('', wording)} {_ANY_YEAR.year}"
        return wording
    if kind in {"digits", "iso"}:
        return re.sub(r"\s", "", wording).replace("/", "-") if kind == "iso" else re.sub(r"\s", "", wording)
    return wording


def read(text: str) -> tuple[End, ...]:
    """The dates a text names; empty when it is not surely one."""
    years = _YEAR.findall(text)
    if len(years) == 1:
        (year,) = years
        alike = _in_any_year(*_YEAR.split(text))
        if alike:
            return tuple(altered(end, first=year + end.first, last=year + end.last) for end in alike)
    return _understood(text)


@_remembered
def _in_any_year(before: str, behind: str) -> tuple[End, ...]:
    """The dates of a text, less the year that stands in it; empty when they depend on which year that is.

    A long text names the same days of many years, and the grammar takes its time.
    """
    one, other = (
        tuple(
            altered(end, first=end.first.removeprefix(year), last=end.last.removeprefix(year))
            for end in _understood(f"{before}{year}{behind}")
        )
        for year in _UNLIKE_YEARS
    )
    return one if one == other else ()


@_remembered
def _understood(text: str) -> tuple[End, ...]:
    """The dates that the grammar sees in a text; empty when it is not surely one."""
    try:
        reading = dates.understood(text, _ANY_YEAR, lambda part: part)
    except dates.NotUnderstood:
        return ()
    if isinstance(reading, tuple):  # day and month, in Europe's order
        days = [part for part in reading if part.ends]
        digits = re.match(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})$", text)
        if digits:
            wanted = f"{digits[3]}-{int(digits[2]):02}-{int(digits[1]):02}"
            return next((part.ends for part in days if part.ends[0].first == wanted), ())
        return days[0].ends if days else ()
    return reading.ends
