"""What a cell says: a day, a day with its hour, an amount, a text; nothing is made surer than it is."""

import re
from datetime import date, datetime
from typing import NamedTuple

from clustercalls.limits import OFFERED_AMOUNT
from clustercalls.phrase import amounts, dates
from clustercalls.sources.offered import AFTER_YEARS, FIRST_YEAR
from clustercalls.zones import zone_of

Cell = object  # as csv or a workbook has it
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_SLASHED = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T,]+(.*))?", re.ASCII)
_UNTIL = "../"


class Doubtful(ValueError):
    """A text that could be two days, or none; `reason` and `values` say so."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


class CellMoment(NamedTuple):
    """A date as EDTF has it, and where one is said, its hour on the clock of a zone."""

    when: str
    at: str = ""


def text_of(cell: Cell) -> str:
    """What a cell says; a whole number without a point."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < OFFERED_AMOUNT:
        return str(int(cell))
    return str(cell).strip()


def moment_of(cell: Cell, zone: str, *, dayfirst: bool | None, is_until: bool) -> CellMoment | None:
    """The date of a cell; None for an empty one. Midnight is a day.

    Args:
        cell: a date, or a text of one.
        zone: on whose clock an hour is told that has another.
        dayfirst: whether 01/02/2027 is in February; None where nobody said.
        is_until: whether the day by which something is done is that day.

    Raises:
        Doubtful: when it could be two days; when it is none: then `values` has no `nearest`.
    """
    if isinstance(cell, datetime):
        return _settled(cell, zone)
    if isinstance(cell, date):
        return _in_time(cell.isoformat(), cell.year)
    text = text_of(cell)
    if not text:
        return None
    iso = _ISO.fullmatch(text)
    if iso:
        return _settled(_iso(iso, text), zone)
    text = _turned(text, dayfirst=dayfirst)
    try:
        read = dates.read(text)
    except dates.Ambiguous as ambiguous:
        one, other = ambiguous.readings[:2]
        reason = (
            "`{value}` could be {one} or {other}: say which with dayfirst (typed: --dayfirst, --monthfirst)"
        )
        raise Doubtful(reason, value=text[:40], one=one, other=other) from None
    except dates.NotUnderstood:
        raise Doubtful("`{value}` is no date", value=text[:80]) from None
    read = read.removeprefix(_UNTIL) if is_until else read
    iso = _ISO.fullmatch(read)
    return _settled(_iso(iso, text), zone) if iso else _in_time(read, int(re.sub(r"\D", "", read)[:4] or 0))


def _turned(text: str, *, dayfirst: bool | None) -> str:
    """A date in digits in the order of ISO, where it was said which of them is the day."""
    match = _SLASHED.fullmatch(text)
    if match and match[2] == ".":  # nobody writes the month first between points
        dayfirst = True
    if match is None or dayfirst is None:
        if match and match[2] != "/" and int(match[1]) <= 12 and int(match[3]) <= 12:  # noqa: PLR2004 - months
            return text.replace(match[2], "/", 2)
        return text
    day, month = (match[1], match[3]) if dayfirst else (match[3], match[1])
    if int(month) > 12:  # noqa: PLR2004 - months: then it can only be the other one
        day, month = month, day
    return f"{match[4]}-{int(month):02}-{int(day):02} {match[5] or ''}".strip()


def _iso(match: re.Match[str], text: str) -> datetime:
    day, clock, seconds, offset = match.groups()
    try:
        return datetime.fromisoformat(f"{day}T{clock or '00:00'}:{seconds or '00'}{offset or ''}")
    except ValueError:
        raise Doubtful("`{value}` is no date", value=text[:40]) from None


def _settled(at: datetime, zone: str) -> CellMoment:
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        return _in_time(at.date().isoformat(), at.year)
    if at.tzinfo:
        try:
            at = at.astimezone(zone_of(zone))
        except OverflowError:
            raise Doubtful("`{value}` is no date", value=at) from None
    return _in_time(at.date().isoformat(), at.year)._replace(at=f"{at:%H:%M:%S}")


def _in_time(when: str, year: int) -> CellMoment:
    if not FIRST_YEAR <= year < AFTER_YEARS:
        raise Doubtful("the year {year} is no date of a call", year=year)
    return CellMoment(when)


def money_of(cell: Cell) -> amounts.Money | None:
    """The amount of a cell; None for an empty one, and for nothing.

    Raises:
        Doubtful: when it is none, or could be two.
    """
    text = text_of(cell)
    if not text:
        return None
    try:
        money = amounts.read(text)
    except amounts.NotAnAmount:
        raise Doubtful("`{value}` is no amount", value=text[:80]) from None
    return money if 0 < money.amount < OFFERED_AMOUNT else None
