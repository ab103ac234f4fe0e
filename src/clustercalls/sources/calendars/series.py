"""A series as the one event that is next, or was the last one."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from clustercalls.limits import ITEMS
from clustercalls.sources.calendars.components import CalendarPart, ContentLine
from clustercalls.sources.calendars.moments import CalendarMoment, CalendarZones, NoMoment
from clustercalls.zones import UTC, zone_of

_WINDOWS = (timedelta(days=10), timedelta(days=45), timedelta(days=400), timedelta(days=3_000))
_BACK = (timedelta(days=10), timedelta(days=400))
_KEPT = timedelta(days=450)  # of a series before now
_CYCLES = timedelta(days=146_097) * 19  # 400 years each, after which the calendar is the same again
# What a rule of each may say beside its interval and end; with more, thousands of years may be looked through
# in vain. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
_MAY = {
    "DAILY": {"BYDAY", "BYMONTH"},
    "WEEKLY": {"BYDAY", "BYMONTH", "BYSETPOS"},
    "MONTHLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
}
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_RULES = 3  # of one series; there should be one
_ONCE = {"BYHOUR", "BYMINUTE", "BYSECOND"}


def is_series(part: CalendarPart) -> bool:
    """Whether a component comes again."""
    return bool(part.properties.get("RRULE") or part.properties.get("RDATE"))


def occurrence(
    part: CalendarPart, others: Sequence[CalendarPart], zones: CalendarZones, now: datetime
) -> CalendarMoment:
    """When it is next, else when it was last; `others` are single ones of it that were moved or called off.

    Raises:
        NoMoment: for a rule that cannot be followed.
    """
    begin = part.first("DTSTART")
    if begin is None:
        raise NoMoment("it has no date")
    first = zones.read(begin)
    query = _query(part, others, zones, first, now)
    now = now.astimezone(UTC)
    coming = (each for window in _WINDOWS for each in _between(query, now, now + window))
    chosen = next((each for each in coming if _end_of(each) >= now), None)
    if chosen is None:
        past = (_between(query, now - window, now) for window in _BACK)
        chosen = next((each[-1] for each in past if each), None)
    if chosen is None:
        return first
    at = chosen if isinstance(chosen, datetime) else None
    if at is None:
        return first._replace(day=chosen, at=None, zone="", written=None)
    there = at.astimezone(zone_of(first.zone or zones.own))
    return CalendarMoment(there.date(), there, first.zone or zones.own, first.note, at)


def _end_of(value: date) -> datetime:
    """The moment after which it is over; of a day, wherever on Earth it is."""
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, tzinfo=UTC) + timedelta(days=1.5)


def _between(query: Any, start: datetime, end: datetime) -> list[date]:  # noqa: ANN401 - a library's own
    try:
        found = [each for each in query.between(start, end) if str(each.get("STATUS", "")) != "CANCELLED"]
        moments: list[date] = [each["DTSTART"].dt for each in found]
        return sorted(moments, key=_end_of)
    except Exception as error:
        raise NoMoment("its rule cannot be followed") from error


def _query(
    part: CalendarPart,
    others: Sequence[CalendarPart],
    zones: CalendarZones,
    first: CalendarMoment,
    now: datetime,
) -> Any:  # noqa: ANN401 - a library's own
    import recurring_ical_events
    from icalendar import Calendar, Event

    rules = part.properties.get("RRULE", ())
    if len(rules) > _RULES:
        raise NoMoment("its rule cannot be followed")
    try:
        made = Event()
        made.add("uid", "series")
        read = [_rule(line, first) for line in rules]
        made.add("dtstart", _nearer(first.value, read, now))
        for rule in read:
            made.add("rrule", rule)
        for name in ("RDATE", "EXDATE"):
            days = list(_dates(part, name, zones, first))
            if days:
                made.add(name.lower(), days)
        calendar = Calendar()
        calendar.add_component(made)
        for other in others:
            _add_single(calendar, other, zones, first)
        return recurring_ical_events.of(calendar)
    except NoMoment:
        raise
    except Exception as error:
        raise NoMoment("its rule cannot be followed") from error


def _nearer(start: date, rules: Sequence[dict[str, Any]], now: datetime) -> date:
    """A later day from which a series of days or weeks goes on as from its first, long before now.

    So that its reader has not to count decades; a rule that says how often has to be counted.
    """
    if len(rules) != 1 or "COUNT" in rules[0] or "UNTIL" in rules[0]:
        return start
    (often,), (interval,) = rules[0]["FREQ"], rules[0].get("INTERVAL", [1])
    days = {"DAILY": 1, "WEEKLY": 7}.get(often, 0) * interval
    first = start.date() if isinstance(start, datetime) else start
    past = now.date() - _KEPT - first
    return start + timedelta(days=past.days // days * days) if days and past.days > 0 else start


def sure_single(part: CalendarPart, zones: CalendarZones) -> None:
    """Lets pass one of a series whose dates can be read.

    Raises:
        NoMoment: for any other.
    """
    for name in ("RECURRENCE-ID", "DTSTART"):
        line = part.first(name)
        if line:
            zones.read(line)


def _add_single(
    calendar: Any,  # noqa: ANN401 - a library's own
    other: CalendarPart,
    zones: CalendarZones,
    first: CalendarMoment,
) -> None:
    """Adds one of the series that is otherwise than its rule says."""
    from icalendar import Event

    instead, begin = other.first("RECURRENCE-ID"), other.first("DTSTART")
    if instead is None:
        return
    made = Event()
    made.add("uid", "series")
    following = {name: instead.params[name] for name in ("RANGE",) if name in instead.params}
    made.add("recurrence-id", _alike(zones.read(instead), first), parameters=following)
    made.add("dtstart", _alike(zones.read(begin or instead), first))
    if other.text("STATUS").upper() == "CANCELLED":
        made.add("status", "CANCELLED")
    calendar.add_component(made)


def _dates(part: CalendarPart, name: str, zones: CalendarZones, first: CalendarMoment) -> Iterator[date]:
    """The single dates of a property, those that are none left out."""
    for params, values in part.properties.get(name, ()):
        for value in values.split(",")[:ITEMS]:
            try:
                yield _alike(zones.read(ContentLine(params, value.partition("/")[0])), first)
            except NoMoment:
                continue


def _alike(moment: CalendarMoment, first: CalendarMoment) -> date:
    """Its hour where the series has one, else its day."""
    if first.written is None:
        return moment.day
    return moment.written or datetime.combine(moment.day, first.written.timetz())


def _rule(line: ContentLine, first: CalendarMoment) -> dict[str, Any]:
    """A rule that can be followed in a moment.

    Raises:
        NoMoment: for any other.
    """
    from icalendar.prop import vRecur

    pairs = (each.partition("=") for each in "".join(line.value.split()).split(";"))
    parts = {name.strip().upper(): value for name, _, value in pairs}
    often = parts.get("FREQ", "").upper()
    if often in _TOO_OFTEN:
        raise NoMoment("it comes again every moment: {rule}", rule=line.value[:60])
    for name in _ONCE & parts.keys():
        if "," in parts.pop(name):
            raise NoMoment("it comes again every moment: {rule}", rule=line.value[:60])
    if often not in _MAY:
        raise NoMoment("its rule cannot be followed")
    more = {each for each in parts if each.startswith("BY")}
    interval = parts.get("INTERVAL", "1")
    is_searched = often == "DAILY" and more and interval != "1"
    if more - _MAY[often] or is_searched or not re.fullmatch(r"0*[1-9]\d{0,3}", interval, re.ASCII):
        raise NoMoment("its rule cannot be followed")
    kept = {name: value for name, value in parts.items() if name in _ALWAYS | more}
    if not _has_a_day(kept, first):
        raise NoMoment("its rule cannot be followed")
    try:
        rule = vRecur.from_ical(";".join(f"{name}={value}" for name, value in kept.items()))
        until = rule.get("UNTIL")
        if until and first.at is not None:
            rule["UNTIL"] = [_until(each, first.at) for each in until]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoMoment("its rule cannot be followed") from error
    return dict(rule)


def _has_a_day(parts: dict[str, str], first: CalendarMoment) -> bool:
    """Whether a rule has any day at all: for one that has none, its reader looks until the year 9999.

    So it is asked with a first day near that year, from which days of the week and leap years are the same.
    """
    from dateutil.rrule import rrulestr

    day = first.written.date() if first.written else first.day
    start = datetime.combine(day, time()) + _CYCLES
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name not in {"UNTIL", "COUNT"})
    try:
        return next(iter(rrulestr(text, dtstart=start)), None) is not None
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return False


def _until(value: date, at: datetime) -> datetime:
    """The end of a rule as RFC 5545 wants it, where the series has hours: in UTC; a day lasts to its end."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, 23, 59, 59, tzinfo=at.tzinfo)
    elif value.tzinfo is None:
        value = value.replace(tzinfo=at.tzinfo)
    return value.astimezone(UTC)
