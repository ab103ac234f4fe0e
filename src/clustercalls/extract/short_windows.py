"""Days in digits of which only the last has its year: "1.3. – 30.6.2027", "15.1., 15.5. und 15.9.2027"."""

import re
from typing import NamedTuple

from clustercalls.extract.date_wordings import read
from clustercalls.extract.hours import hour_beside

_FIRST = re.compile(
    r"(?<![\w.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<sign>[./])(?P<month>0?[1-9]|1[0-2])\.? ?"
    r"(?:-|to|until|al|all'|au|bis(?: zum)?|a|ao|hasta(?: el)?|do|ate) ?(?:il |le |el |the |den |o )?$"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])\.?"
_LIST = re.compile(rf"(?<![\w.,/-])(?:{_DAY}(?:, ?| ?(?:und|and|e|et|y|i|oraz|sowie) ?))+$")
_ONE = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})")
# Before a number with a point that is no day: "version 2.1".
_NO_DAY = re.compile(r"\b(?:versione?|version|rev|v|art|n|nr|no|punto|point|par|kap|cap|sez|ver)\.? ?$")
_REACH, _LISTED = 24, 60  # letters before a date


class ShortWindow(NamedTuple):
    """The places and the days from the first to the last, and the hour of the last."""

    start: int
    end: int
    first: str
    last: str
    hour: str


def listed_before(folded: str, start: int, last: str) -> list[tuple[int, int, str]]:
    """The days in digits of a list that ends in the day `last` at this place, each with its places."""
    listed = _LIST.search(folded, max(0, start - _LISTED), start)
    if listed is None or _NO_DAY.search(folded[: listed.start()]):
        return []
    return [
        (one.start(), one.end(), _with_year(one, last))
        for one in _ONE.finditer(folded, listed.start(), start)
    ]


def _with_year(first: re.Match[str], last: str) -> str:
    """A day without its year, in that of the one it stands before, or in the year before that."""
    month_day = f"{int(first['month']):02}-{int(first['day']):02}"
    return f"{int(last[:4]) - (month_day > last[5:])}-{month_day}"


def short_window(folded: str, start: int, end: int, text: str) -> ShortWindow | None:
    """The days up to the one in digits at these places; None where none stands before it.

    The first is of the same year, or of the one before where it would be later in the year than the last.
    """
    first = _FIRST.search(folded, max(0, start - _REACH), start)
    if first is None or first["sign"] not in text or _NO_DAY.search(folded[: first.start()]):
        return None
    ends = read(text)
    if len(ends) != 1 or not ends[0].is_day:
        return None
    last = ends[0].last
    _, past, hour = hour_beside(folded, start, end)
    return ShortWindow(first.start(), past, _with_year(first, last), last, hour)
