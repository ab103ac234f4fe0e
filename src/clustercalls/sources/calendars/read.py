"""The events and tasks of a calendar as candidates."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.enumerations import EntryKind, Status
from clustercalls.errors import Problem, limit_of
from clustercalls.limits import OFFERED_BYTES, RECORDS
from clustercalls.sources.calendars.components import CalendarPart, CutCalendar, cut, text_of
from clustercalls.sources.calendars.moments import (
    CalendarMoment,
    CalendarZones,
    NoMoment,
    iana,
    length,
    sure_in_time,
)
from clustercalls.sources.calendars.patience import Patience
from clustercalls.sources.calendars.series import is_series, occurrence, sure_single
from clustercalls.sources.calendars.ticks import ticked
from clustercalls.sources.html_text import one_line
from clustercalls.sources.offered import (
    address,
    digest,
    key_of,
    left_out,
    needed,
    offered,
    rest_unread,
    unlike,
)

CALENDAR = "a calendar"
# Words for the end of the time to apply, in English, Italian, French, German and Spanish.
_DEADLINE = re.compile(
    r"\b(?:deadline|cut[ -]?off|closing date|closes|submission|due (?:date|by|on)|due$"
    r"|abgabetermin|plazos|scadenz[ae]|scade|termine|chiusura"
    r"|date limite|échéance|echeance|clôture|cloture|frist|\w+frist|einreichschluss|einsendeschluss"
    r"|bewerbungsschluss|stichtag|fecha límite|fecha limite|plazo|vencimiento|cierre)\b",
    re.IGNORECASE,
)


class CalendarReading(NamedTuple):
    """What a calendar is read with: the source's name, the time, whose UIDs are ours, which might be."""

    source: str
    now: datetime
    zone: str
    is_ours: Callable[[str], bool]
    is_of_our_form: Callable[[str], bool]


def _never(_: str) -> bool:
    return False


def candidates(
    data: bytes,
    source: str,
    now: datetime,
    zone: str,
    is_ours: Callable[[str], bool] = _never,
    is_of_our_form: Callable[[str], bool] = _never,
) -> Iterator[Candidate | Problem | DoneElsewhere]:
    """Every event and task that is not `is_ours`, by its UID; of those that cannot be read, why.

    Of a task with a UID that `is_of_our_form` also that it is ticked. Hours without a zone are on the clock
    that the calendar names, else on that of `zone`.

    Raises:
        InputRefused: for what is no calendar.
        WorldFailed: when the library is missing.
    """
    needed("icalendar", "icalendar")
    needed("recurring_ical_events", "recurring-ical-events")
    if len(data) > OFFERED_BYTES:
        raise unlike(source, CALENDAR, "it is larger than {limit}", **limit_of(OFFERED_BYTES))
    made = cut(text_of(data))
    if made is None:
        raise unlike(source, CALENDAR, "no calendar begins in it")
    return _candidates(made, CalendarReading(source, now, zone, is_ours, is_of_our_form))


def _candidates(made: CutCalendar, reading: CalendarReading) -> Iterator[Candidate | Problem | DoneElsewhere]:
    own = iana(made.about.text("X-WR-TIMEZONE")) or reading.zone
    zones, calendar = CalendarZones(made.zones, own), one_line(made.about.text("X-WR-CALNAME"))
    series = {each.text("UID") for each in made.parts if is_series(each) and each.text("UID")}
    singles: dict[str, list[CalendarPart]] = {}
    for part in made.parts:
        if part.first("RECURRENCE-ID") and part.text("UID") in series:
            try:
                sure_single(part, zones)
            except NoMoment as none:  # the series is none the worse for it
                yield left_out(reading.source, part.line, part.text("SUMMARY"), none.reason, **none.values)
                continue
            singles.setdefault(part.text("UID"), []).append(part)
    taken: dict[str, str] = {}
    patience, count = Patience(), 0
    for part in made.parts:
        uid = part.text("UID")
        is_single = bool(part.first("RECURRENCE-ID")) and uid in series
        tick = ticked(part, reading.now, reading.zone) if reading.is_of_our_form(uid) else None
        if tick:
            yield tick
        if reading.is_ours(uid) or is_single:
            continue
        count += 1
        if count > RECORDS:
            yield rest_unread(reading.source, "more than {limit} are not read", part.line, limit=RECORDS)
            return
        try:
            facts = _facts(part, singles.get(uid, []), zones, reading.now, patience)
        except NoMoment as none:
            name = part.text("SUMMARY") or uid
            yield left_out(reading.source, part.line, name, none.reason, **none.values)
            continue
        key = _key(part, taken, digest(part.text("SUMMARY"), facts["stage"]))
        if not key:
            continue
        text, words = part.text("DESCRIPTION"), part.text("CATEGORIES").split(",")
        about = {"title": calendar, "url": facts["url"]}
        yield offered(reading.source, key, part.text("SUMMARY"), facts, text, words, about)


def _key(part: CalendarPart, taken: dict[str, str], mark: str) -> str:
    """A key that no other has; empty for what came already. Some programs give one UID to all."""
    instead = part.first("RECURRENCE-ID")
    name = "/".join(filter(None, (part.text("UID"), instead.value if instead else "")))
    key = key_of(name) if part.text("UID") else mark
    if taken.get(key) == mark:
        return ""
    key = f"{key[:160]}/{mark[:12]}" if key in taken else key
    taken[key] = mark
    return key


def _facts(
    part: CalendarPart,
    others: list[CalendarPart],
    zones: CalendarZones,
    now: datetime,
    patience: Patience,
) -> dict[str, Any]:
    """The table of an entry.

    Raises:
        NoMoment: when no date can be read.
    """
    if not part.is_whole:
        raise NoMoment("it is cut off")
    due = part.first("DUE") if part.kind == "VTODO" else None
    begin = part.first("DTSTART")
    line = due or begin
    if line is None:
        raise NoMoment("it has no date")
    start = zones.read(line)
    last = start.day if due else _last_day(part, start, zones)
    if is_series(part) and not due:
        with patience.spent():
            moved = occurrence(part, others, zones, now)
        start, last = moved, last + (moved.day - start.day)
    sure_in_time(last)
    is_call = bool(due or _DEADLINE.search(part.text("SUMMARY")))
    is_off = part.text("STATUS").strip().upper() == "CANCELLED"
    return {
        "kind": (EntryKind.CALL if is_call else EntryKind.EVENT).value,
        "status": Status.CANCELLED.value if is_off else "",
        "summary": part.text("DESCRIPTION"),
        "place": part.text("LOCATION"),
        "url": address(part.text("URL")),
        "note": start.note,
        "stage": [_stage(start, last, is_call=is_call)],
    }


def _stage(start: CalendarMoment, last: date, *, is_call: bool) -> dict[str, str]:
    """The one stage: of a call that is more than a day long, its end is the deadline."""
    name = "deadline" if is_call else "dates"
    stage = {"id": name, "kind": name, "when": start.day.isoformat()}
    if is_call and last > start.day:
        return {**stage, "when": last.isoformat()}
    if start.at:
        stage |= {"at": f"{start.at:%H:%M:%S}", "zone": start.zone}
    return {**stage, "until": last.isoformat()} if last > start.day else stage


def _last_day(part: CalendarPart, start: CalendarMoment, zones: CalendarZones) -> date:
    """The day on which it ends; an end at midnight is that of the day before.

    Raises:
        NoMoment: when it ends before it starts.
    """
    end, span = part.first("DTEND"), part.first("DURATION")
    if end:
        stop = zones.read(end).value
    elif span:
        stop = _later(start.value, length(span.value))
    else:
        return start.day
    if start.at and isinstance(stop, datetime):
        if stop < start.at:
            raise NoMoment("it ends before it starts")
        there = stop.astimezone(start.at.tzinfo)
        is_midnight = there.hour == there.minute == 0 and there > start.at
        return there.date() - timedelta(days=is_midnight)
    last = stop.date() if isinstance(stop, datetime) else stop
    if last < start.day:
        raise NoMoment("it ends before it starts")
    return max(start.day, last - timedelta(days=1)) if start.at is None else last


def _later(value: date, span: timedelta) -> date:
    try:
        return value + span
    except OverflowError:
        raise NoMoment("`{value}` is no length of time", value=span.days) from None
