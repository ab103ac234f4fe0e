"""People's dates in, EDTF out: `4.4. 2017`, `feb-mar 2017`, `primavera 2027`, `ab Januar 2017`.

Every way to see a text as a date (`grammar`) is followed to its end: one result is taken, several are
`Ambiguous`, none is `NotUnderstood`. Nothing is guessed and nothing skipped.
"""

import re
from contextlib import suppress
from datetime import date, timedelta

from clustercalls import edtf
from clustercalls.errors import either
from clustercalls.phrase.grammar import Impossible, Phrase, Point, phrases, point
from clustercalls.phrase.vocabulary import NotUnderstood, fold

__all__ = ["Ambiguous", "NotUnderstood", "hint", "read"]

_MOST_LETTERS = 120
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAP = 8  # years at most from one 29 February to the next


class Ambiguous(NotUnderstood):
    """A text with several `readings`, the EDTF texts it could mean."""

    def __init__(self, readings: tuple[str, ...]) -> None:
        super().__init__("it could be {nearest}", **either(readings))
        self.readings = readings


def read(text: str, today: date | None = None) -> str:
    """The EDTF of a date as people write it; EDTF and ISO date-times come back as they are, stripped.

    Args:
        text: in English, Italian, French, German or Spanish.
        today: for what counts from it ("friday") or names no year ("6 apr": the next one not yet over).

    Raises:
        NotUnderstood: when it is not surely a date; `Ambiguous` when it could be several.
    """
    text = text.strip()
    if len(text) > _MOST_LETTERS:
        raise NotUnderstood("it is too long for a date")
    if any(letter.isnumeric() and not letter.isdecimal() for letter in text):
        raise NotUnderstood("it has a raised digit or a fraction in it")
    for plain in (text, fold(text).upper()):
        with suppress(edtf.NotEdtf):
            return edtf.parse(plain).text
    if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", text, re.ASCII | re.IGNORECASE):
        raise NotUnderstood("no such day or hour")
    readings: dict[str, None] = {}
    refusals = []
    for phrase in phrases(text):
        try:
            readings[_text(phrase, today)] = None
        except Impossible as refusal:
            refusals.append(refusal.said)
    if len(readings) > 1:
        raise Ambiguous(tuple(readings))
    if not readings:
        if refusals:
            raise NotUnderstood(**refusals[0])
        raise NotUnderstood("its words make no date that is known here")
    return next(iter(readings))


def hint(text: str) -> str | None:
    """The EDTF of a date as people write it, where it can be known without knowing today."""
    with suppress(NotUnderstood):
        return read(text)
    return None


def _text(phrase: Phrase, today: date | None) -> str:
    points = [point(match) for match in phrase.dates]
    if phrase.past and not points[0].year:
        raise NotUnderstood("it is past: write its year")
    if len(points) > 1:
        points = _share(*points, today=today)
    ends = [_spell(_settle(each, today)) for each in points]
    if points[0].hour and (phrase.form != "{}" or phrase.mark):
        raise Impossible("an hour goes with one sure day: if that is meant, write {end}", end=ends[0])
    return _parse(phrase.form.format(*(end + phrase.mark for end in ends))).text


def _parse(text: str) -> edtf.FuzzyDate:
    try:
        return edtf.parse(text)
    except edtf.NotEdtf as refused:
        raise Impossible(refused.reason) from None


def _share(left: Point, right: Point, *, today: date | None) -> list[Point]:
    """Both ends of a stretch, each with what is said at the other only: "1-2 December", "feb-mar 2017"."""
    if left.hour or right.hour:
        raise Impossible("an hour goes with one day, not with a stretch")
    if right.day and not right.month and not left.year:
        right = right._replace(month=left.month)
    if left.day and not left.month:
        left = left._replace(month=right.month)
    _check_alike(left, right)
    if not left.month or left.year:
        return [left, right]
    settled = _settle(right, today)
    year = int(settled.year)
    if not right.year and _first_month(left) > _first_month(settled):
        year -= 1
    return [left._replace(year=f"{year:04}"), settled]


def _check_alike(left: Point, right: Point) -> None:
    for one, other in ((left, right), (right, left)):
        if one.is_relative and one.ahead is None and not other.is_relative:
            raise Impossible("a weekday alone goes with no date")
    if right.is_relative and left.month and not left.year:
        raise Impossible("write the year of the first end")
    if left.month and right.year and not right.month:
        raise Impossible("its first end is finer than its last")
    if left.month and not left.year and bool(left.day) != bool(right.day):
        raise Impossible("one end is a day, the other is not")
    if left.year and right.month and not right.year:
        raise Impossible("write the year of both ends")


def _first_month(said: Point) -> int:
    return edtf.PERIODS.get(said.month, (said.month, 1))[0]


def _settle(said: Point, today: date | None) -> Point:
    """The same date with its year: the next one not yet over."""
    if said.day and not said.month:
        raise NotUnderstood("a day needs its month")
    if said.year:
        return said
    if said.maybe_year and not said.hour and said.weekday is None:
        raise NotUnderstood("its number could be a day or a year: write the year, with four digits")
    if today is None:
        raise NotUnderstood("it depends on today: write the year")
    if said.month:
        return _next(said, today)
    ahead = ((said.weekday or 0) - today.weekday()) % 7 if said.ahead is None else said.ahead
    try:
        day = today + timedelta(days=ahead)
    except OverflowError:
        raise Impossible("it is beyond the calendar") from None
    return said._replace(year=f"{day.year:04}", month=day.month, day=day.day)


def _next(said: Point, today: date) -> Point:
    for year in range(today.year - 1, today.year + _LEAP + 1):
        candidate = said._replace(year=f"{year:04}")
        with suppress(edtf.NotEdtf):
            latest = edtf.parse(candidate.text).latest
            if latest and latest >= today:
                return candidate
    raise Impossible("there is no such day")


def _spell(said: Point) -> str:
    if said.hour and not said.day:
        raise Impossible("an hour needs its day")
    if said.weekday is not None and not said.day:
        raise Impossible("a weekday needs its day")
    if said.week:
        return _days_of_week(said)
    _parse(said.text + said.hour)
    if said.weekday is not None:
        _check_weekday(said)
    return said.text + said.hour


def _check_weekday(said: Point) -> None:
    actual = date.fromisoformat(said.text).weekday()
    if actual != said.weekday:
        raise Impossible("{day} is a {weekday}", day=said.text, weekday=NAMES[actual])


def _days_of_week(said: Point) -> str:
    try:
        first, last = (date.fromisocalendar(int(said.year), said.week, day) for day in (1, 7))
    except ValueError:
        raise Impossible("there is no such week") from None
    return f"{first}/{last}"
