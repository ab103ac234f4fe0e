"""Time zones as calendars carry them: a compact rule where it says what the zone does, else dated turns.

A zone whose clock turns by another rule than "the nth weekday of a month" has every turn of the years in use.
A year in which a zone did otherwise than it will is told in neither way: its moments are written in
UTC, which is never wrong.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise

from msgspec import Struct

from clustercalls.zones import zone_of

FIRST_YEAR = 1970  # of the rules; the year in which other calendars begin theirs
_SAMPLE = range(2040, 2052)  # beyond all exceptions that are known; every weekday has fallen on every day
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ANYWHERE = "Etc/GMT+12"
_Kind = tuple[timedelta, timedelta, str]  # of turns: the offsets before and after, and what it is called then
_LAST = -1
_APART = 5  # days; no two turns of a zone are nearer than a week (Gaza 2040)


class ClockTurn(Struct, frozen=True):
    """The clock turns every year: at `wall` (before turning) on the nth `weekday` of `month`."""

    month: int
    nth: int
    weekday: int
    wall: timedelta
    before: timedelta
    after: timedelta
    name: str


class Rule(Struct, frozen=True):
    """How a zone keeps its clock: turns in the order of the year, or one offset for ever."""

    offset: timedelta
    name: str
    turns: tuple[ClockTurn, ...]


def identifier(zone: str) -> str:
    """The TZID of a zone; empty for a fixed offset, which is written as UTC."""
    if zone == "AoE":
        return _ANYWHERE
    return "" if isinstance(zone_of(zone), timezone) else zone


def displayed(zone: str) -> str:
    """The zone a calendar says it is kept in."""
    return identifier(zone) or "UTC"


@cache
def rule(name: str) -> Rule | None:
    """The compact rule of a TZID; None when there is none."""
    year = _SAMPLE.start
    observed = _turns(name, year)
    moment = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone_of(name))
    offset = moment.utcoffset() or timedelta(0)
    choices: list[list[ClockTurn]] = [[]]
    for instant, before, after in observed:
        wall = (instant + before).replace(tzinfo=None)
        label = instant.astimezone(zone_of(name)).tzname() or ""
        choices = [[*past, ClockTurn(wall.month, nth, wall.weekday(), _clock(wall), before, after, label)]
                   for past in choices for nth in _counts(wall)]  # fmt: skip
    for turns in choices:
        candidate = Rule(offset, moment.tzname() or "", tuple(turns))
        if all(_turns(name, each) == _predicted(candidate, each) for each in _SAMPLE):
            return candidate
    return None


@cache
def tells(name: str, year: int) -> bool:
    """Whether a calendar can tell what the clock of the zone does in that year.

    Of a zone without a rule, when it turns then, and in the year before, from and to what it will.
    """
    if year <= FIRST_YEAR:
        return False
    if rule(name) is not None:
        return holds(name, year)
    return all(_kinds(name, (each,)) == _usual_kinds(name) for each in (year - 1, year))


@cache
def holds(name: str, year: int) -> bool:
    """Whether the zone has a compact rule and keeps to it all through that year."""
    compact = rule(name)
    if compact is None or year <= FIRST_YEAR:
        return False
    start = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone_of(name)).utcoffset()
    return start == compact.offset and _turns(name, year) == _predicted(compact, year)


def lines(name: str, years: Iterable[int] = ()) -> list[str]:
    """The VTIMEZONE of a TZID for these years; nothing when it is a name that only another program knows."""
    try:
        compact = rule(name)
    except ValueError:
        return []
    if compact is None:
        return ["BEGIN:VTIMEZONE", f"TZID:{name}", *_dated(name, years), "END:VTIMEZONE"]
    vtimezone = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    if not compact.turns:
        vtimezone += _observance("STANDARD", f"{FIRST_YEAR}0101T000000", compact.offset, compact.offset)
        vtimezone[-1:-1] = [f"TZNAME:{compact.name}"]
    for turn in compact.turns:
        kind = "DAYLIGHT" if turn.after > turn.before else "STANDARD"
        begin = f"{_day(turn, FIRST_YEAR) + turn.wall:%Y%m%dT%H%M%S}"
        vtimezone += _observance(kind, begin, turn.before, turn.after)
        vtimezone[-1:-1] = [
            f"TZNAME:{turn.name}",
            f"RRULE:FREQ=YEARLY;BYMONTH={turn.month};BYDAY={turn.nth}{_DAYS[turn.weekday]}",
        ]
    return [*vtimezone, "END:VTIMEZONE"]


def _dated(name: str, years: Iterable[int]) -> Iterator[str]:
    """What the clock does in these years and in that before each, turn by turn.

    Each turn is an observance that begins with the first of its kind, which lies before every moment of these
    years, and has two dates, that one and its own. There are readers that take the first and the last date of
    each alone (ts-ics), that fail of one that begins later (icalendar of Ruby), and that take none but the
    RDATEs where there are any (ical.js, of Thunderbird). A rule with a list of days of the month would do for
    them as well, but Outlook reads none such, and not every turn obeys one.
    """
    told = sorted({each for year in years for each in (year - 1, year)})
    observances: dict[_Kind, list[datetime]] = {}
    for year in told:
        begin, turns = datetime(year, 1, 1, tzinfo=UTC), _turns(name, year)
        stands = _offset_at(name, begin)
        if year - 1 not in told and not turns:  # nothing else says how it stands in the year that follows
            observances.setdefault(_kind(name, begin, stands, stands), []).append(begin)
        for instant, before, after in turns:
            observances.setdefault(_kind(name, instant, before, after), []).append(instant + before)
    for (before, after, label), starts in observances.items():
        first, *others = [f"{each:%Y%m%dT%H%M%S}" for each in starts]
        for other in others or [""]:
            observance = _observance("DAYLIGHT" if after > before else "STANDARD", first, before, after)
            observance[-1:-1] = [f"TZNAME:{label}", *(f"RDATE:{each}" for each in (first, other) if other)]
            yield from observance


def _kind(name: str, instant: datetime, before: timedelta, after: timedelta) -> _Kind:
    return before, after, instant.astimezone(zone_of(name)).tzname() or ""


def _kinds(name: str, years: Iterable[int]) -> frozenset[_Kind]:
    return frozenset(_kind(name, *turn) for year in years for turn in _turns(name, year))


@cache
def _usual_kinds(name: str) -> frozenset[_Kind]:
    return _kinds(name, _SAMPLE)


def _observance(kind: str, start: str, before: timedelta, after: timedelta) -> list[str]:
    offsets = [f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}"]
    return [f"BEGIN:{kind}", f"DTSTART:{start}", *offsets, f"END:{kind}"]


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    said = f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
    return f"{said}{rest:02}" if rest else said


def _counts(wall: datetime) -> list[int]:
    """Which of its weekday in the month a day is, counted from the front and from the end."""
    last = wall.day + 7 > monthrange(wall.year, wall.month)[1]
    return [*([_LAST] if last else []), (wall.day - 1) // 7 + 1]


def _clock(wall: datetime) -> timedelta:
    return timedelta(hours=wall.hour, minutes=wall.minute, seconds=wall.second)


def _day(turn: ClockTurn, year: int) -> datetime:
    first, length = monthrange(year, turn.month)
    if turn.nth == _LAST:
        back = (first + length - 1 - turn.weekday) % 7
        return datetime(year, turn.month, length - back)  # noqa: DTZ001 - a wall time
    day = 1 + (turn.weekday - first) % 7 + 7 * (turn.nth - 1)
    return datetime(year, turn.month, min(day, length))  # noqa: DTZ001 - a wall time


def _predicted(compact: Rule, year: int) -> list[tuple[datetime, timedelta, timedelta]]:
    return [
        ((_day(turn, year) + turn.wall - turn.before).replace(tzinfo=UTC), turn.before, turn.after)
        for turn in compact.turns
    ]


def _turns(name: str, year: int) -> list[tuple[datetime, timedelta, timedelta]]:
    """Every moment of a year at which the zone changes its offset, with the offsets before and after."""
    zone, moments = zone_of(name), _moments(year)
    offsets = [each.astimezone(zone).utcoffset() for each in moments]
    turns = []
    for place, (before, after) in enumerate(pairwise(offsets)):
        if before != after and before is not None and after is not None:
            turn = _bisected(name, moments[place], moments[place + 1], before)
            turns.append((turn, before, after))
    return turns


@cache
def _moments(year: int) -> list[datetime]:
    """From the begin of a year to that of the next, so near that no two turns stand between two."""
    begin = datetime(year, 1, 1, tzinfo=UTC)
    days = (begin + timedelta(days=day) for day in range(0, 365, _APART))
    return [*days, datetime(year + 1, 1, 1, tzinfo=UTC)]


def _bisected(name: str, early: datetime, late: datetime, before: timedelta) -> datetime:
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=int((late - early).total_seconds()) // 2)
        if _offset_at(name, middle) == before:
            early = middle
        else:
            late = middle
    return late


def _offset_at(name: str, moment: datetime) -> timedelta:
    return moment.astimezone(zone_of(name)).utcoffset() or timedelta(0)
