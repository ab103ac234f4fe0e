"""The days of one or two dates with their years: what today, or the other end of a stretch, adds to them."""

from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

from msgspec import Struct

from clustercalls import edtf
from clustercalls.phrase import places
from clustercalls.phrase.lexicon import LAST, LATE
from clustercalls.phrase.points import END_OF_DAY, Impossible, Point
from clustercalls.phrase.said import Turn
from clustercalls.phrase.vocabulary import NotUnderstood

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONE_IS_NO_DAY = "one end is a day, the other is not"
_LEAP = 8  # years at most from one 29 February to the next
_HALF_A_YEAR = 6  # months: a stretch over a new year goes on for less
_THIRD, _HALF = 10, 15  # days of the beginning of a month, and of its middle; of its first half


class End(Struct, frozen=True):
    """One date of a reading: the EDTF of its first and last day, alike but for a week or part of a month."""

    first: str
    last: str
    hour: str = ""
    zone: str = ""
    to_the_end: bool = False  # its midnight was named, which is the end of it
    closes: bool = False  # the end of a month was named: what lasts until then lasts until its last day

    @property
    def is_day(self) -> bool:
        """Whether it is one plain day."""
        return self.first == self.last and edtf.parse(self.first).is_exact


def settled(points: list[Point], turn: Turn) -> tuple[End, ...]:
    """The dates with their years, those of a stretch sharing what is said at one end only.

    Raises:
        NotUnderstood: when it depends on today and there is none; `Impossible` for days that cannot be.
    """
    if len(points) > 1:
        points = _share(*points, turn=turn)
    return tuple(_spell(_settle(each, turn)) for each in points)


def follow(first: str, last: str) -> bool:
    """Whether one day comes right after another, both as ISO has them."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days == 1


def parsed(text: str) -> edtf.FuzzyDate:
    """The EDTF text as a date; `Impossible` when it is none."""
    try:
        return edtf.parse(text)
    except edtf.NotEdtf as refused:
        raise Impossible(refused.reason) from None


def _share(left: Point, right: Point, *, turn: Turn) -> list[Point]:
    """Both ends of a stretch, each with what is said at the other only: "1-2 December", "feb-mar 2017"."""
    if right.day and not (right.month or right.year) and left.year:
        raise Impossible("a day needs its month")
    if right.day and not right.month and not left.year:
        right = right._replace(month=left.month)
    if left.day and not left.month:
        left = left._replace(month=right.month)
    _check_alike(left, right)
    if not left.month or left.year:
        return [left, right]
    settled = _settle(right, turn)
    year = int(settled.year)
    over = _first_month(left) - _first_month(settled)
    if over > 0 and (not right.year or (left.day and over >= _HALF_A_YEAR)):
        year -= 1
    return [left._replace(year=f"{year:04}"), settled]


def _check_alike(left: Point, right: Point) -> None:
    for one, other in ((left, right), (right, left)):
        if one.is_relative and one.ahead is None and not other.is_relative:
            raise Impossible("a weekday alone goes with no date")
    if right.is_relative and left.month and not left.year:
        raise Impossible("write the year of the first end")
    if left.month and right.year and not right.month:
        raise Impossible("its first date is more exact than its last")
    if left.month and not left.year and bool(left.day) != bool(right.day) and right.third not in {LATE, LAST}:
        raise Impossible(ONE_IS_NO_DAY)
    if left.year and right.month and not right.year:
        raise Impossible("write the year of both ends")


def _first_month(point: Point) -> int:
    return edtf.PERIODS.get(point.month, (point.month, 1))[0]


def _settle(point: Point, turn: Turn) -> Point:
    """The same date with its year: the next one not yet over, or the last one that has begun."""
    today = turn.today
    if point.day and not point.month:
        raise NotUnderstood("a day needs its month")
    if point.year:
        return point
    if point.maybe_year and not point.hour and point.weekday is None:
        raise NotUnderstood("its number could be a day or a year: write the year, with four digits")
    if today is None:
        raise NotUnderstood("it depends on today: write the year")
    if point.month:
        return _last(point, today) if turn.back else _next(point, today)
    weekday = point.weekday or 0
    ahead = -((today.weekday() - weekday) % 7) if turn.back else (weekday - today.weekday()) % 7
    try:
        day = today + timedelta(days=ahead if point.ahead is None else point.ahead)
    except OverflowError:
        raise Impossible("it is beyond the calendar") from None
    return point._replace(year=f"{day.year:04}", month=day.month, day=day.day)


def _next(point: Point, today: date) -> Point:
    for year in range(today.year - 1, today.year + _LEAP + 1):
        candidate = point._replace(year=f"{year:04}")
        with suppress(edtf.NotEdtf):
            latest = edtf.parse(_days(candidate)[1]).latest
            if latest and latest >= today:
                return candidate
    raise Impossible("there is no such day")


def _last(point: Point, today: date) -> Point:
    for year in range(today.year, today.year - _LEAP - 1, -1):
        candidate = point._replace(year=f"{year:04}")
        with suppress(edtf.NotEdtf):
            earliest = edtf.parse(_days(candidate)[0]).earliest
            if earliest and earliest <= today:
                return candidate
    raise Impossible("there is no such day")


def _days(point: Point) -> tuple[str, str]:
    """The EDTF of its first and last day, each as exact as it is said."""
    if point.nth:
        return (_counted(point).text,) * 2
    if point.begins_week:
        return _week_from(point)
    return _days_of_part(point) if point.third or point.half else (point.text, point.text)


def _counted(point: Point) -> Point:
    """The day that is the first, second or last Monday of its month."""
    first = date(int(point.year), point.month, 1)
    last, weekday = monthrange(first.year, first.month)[1], point.weekday or 0
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (point.nth - 1)
    if point.nth < 0:
        day = last - (first.replace(day=last).weekday() - weekday) % 7
    if day > last:
        raise Impossible("there is no such day")
    return point._replace(nth=0, day=day)


def _week_from(point: Point) -> tuple[str, str]:
    """The first and last of the seven days from its day on."""
    day = date.fromisoformat(parsed(point.text).text)
    try:
        return f"{day}", f"{day + timedelta(days=6)}"
    except OverflowError:
        raise Impossible("it is beyond the calendar") from None


def _spell(point: Point) -> End:
    point = _counted(point) if point.nth else point
    if point.third == LAST:
        day = edtf.parse(point.text).latest
        point = point._replace(third=0, day=day.day if day else 0)
    if point.hour and not point.day:
        raise Impossible("an hour needs its day")
    if point.weekday is not None and not point.day:
        raise Impossible("a weekday needs its day")
    if point.begins_week and point.hour:
        raise Impossible("an hour needs its day")
    if point.week:
        return End(*_days_of_week(point), zone=point.zone)
    to_the_end = point.hour == END_OF_DAY
    hour = "" if to_the_end else point.hour
    parsed(point.text + hour)
    zone = point.zone
    if "=" in zone:
        zone = (places.as_of(zone, date.fromisoformat(point.text)) if point.day else None) or ""
        if not zone:
            first, _, other = point.zone.partition("=")
            raise Impossible("{zone} is not {other} on that day", zone=first, other=other)
    if point.weekday is not None:
        _check_weekday(point)
    return End(*_days(point), hour, zone, to_the_end, closes=point.third == LATE)


def _check_weekday(point: Point) -> None:
    actual = date.fromisoformat(point.text).weekday()
    if actual != point.weekday:
        raise Impossible("{day} is a {weekday}", day=point.text, weekday=NAMES[actual])


def _days_of_week(point: Point) -> tuple[str, str]:
    try:
        first, last = (date.fromisocalendar(int(point.year), point.week, day) for day in (1, 7))
    except ValueError:
        raise Impossible("there is no such week") from None
    return f"{first}", f"{last}"


def _days_of_part(point: Point) -> tuple[str, str]:
    """The first and last day of the beginning (1–10), middle (11–20) or end of a month, or of its half."""
    if point.third == LAST:
        return (f"{edtf.parse(point.text).latest}",) * 2
    part, size, most = (point.third, _THIRD, LATE) if point.third else (point.half, _HALF, 2)
    first = size * (part - 1) + 1
    last = edtf.parse(point.text).latest if part == most else f"{point.text}-{size * part}"
    return f"{point.text}-{first:02}", f"{last}"
