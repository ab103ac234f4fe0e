"""Calendars of RFC 5545: a component a milestone, always the same bytes for the same facts.

https://www.rfc-editor.org/rfc/rfc5545, https://www.rfc-editor.org/rfc/rfc7986
"""

from collections.abc import Iterable

from msgspec import Struct

from clustercalls.calendar import alarms, words, zones
from clustercalls.calendar.lines import address, escaped, folded, is_clean, one_line
from clustercalls.calendar.naming import EVENT, TODO, uid
from clustercalls.calendar.theirs import DONE
from clustercalls.calendar.times import DAY, MINUTE, Times, dated, times
from clustercalls.i18n import Language
from clustercalls.model import OFF, Entry, EntryKind, Milestone, Status
from clustercalls.once import once_in_a_row
from clustercalls.query.answered import is_answered, is_met
from clustercalls.render.words import link

NEVER = "19700101T000000Z"
SIBLINGS = 5  # stages before and after that a component points to, beside the one its date hangs on
LEFT = "X-CLUSTERCALLS-LEFT"  # of a calendar: the highest SEQUENCE of what it held once
PRODID = {
    EVENT: "-//clustercalls//calendar//EN",
    TODO: "-//clustercalls//tasks//EN",
}


class Style(Struct, frozen=True):
    """How milestones become components: language, doubtful dates, alarms before, which component.

    `part` is that of the registry, in the names of all of them.
    """

    t: Language
    part: str
    windows: str = "span"
    ring: alarms.Ring = alarms.Ring()
    kind: str = EVENT


class Component(Struct, frozen=True):
    """One VEVENT or VTODO: `body` is every content line but those of identity and revision."""

    kind: str
    uid: str
    sequence: int
    stamp: str
    zones: tuple[tuple[str, int], ...]
    body: list[str]


class Unfit(ValueError):
    """A milestone that no valid component can be made of; its text is the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


def stamp(milestone: Milestone) -> str:
    """When it was last revised: newest of its history, the confirmation and the source's date."""
    entry, stage = milestone.entry, milestone.stage.id
    moves = (row for row in entry.history if row.stage in {stage, ""} and not row.was_track)
    days = [row.noticed for row in moves if row.noticed]
    told = entry.source.date if entry.source else None
    known = [*days, entry.checked, (told.earliest or told.latest) if told else None]
    newest = max((day for day in known if day), default=None)
    return f"{newest.isoformat().replace('-', '')}T000000Z" if newest else NEVER


def component(milestone: Milestone, style: Style) -> Component | None:
    """The component of a milestone; None when it has no date, or a doubtful one that is to be skipped.

    Raises:
        Unfit: when no valid component can be made of it.
    """
    try:
        when = times(milestone, style.windows)
        if when is None:
            return None
        return _component(milestone, when.as_event if style.kind == EVENT else when, style)
    except OverflowError:
        raise Unfit("it or an alarm leaves the calendar") from None


def encoded(made: Component, sequence: int | None = None, revised: str = "") -> bytes:
    """Its bytes, with this revision or its own."""
    number = made.sequence if sequence is None else sequence
    revised = revised or made.stamp
    lines = (
        f"BEGIN:{made.kind}", f"UID:{made.uid}", f"DTSTAMP:{revised}", f"LAST-MODIFIED:{revised}",
        f"SEQUENCE:{number}", *made.body, f"END:{made.kind}",
    )  # fmt: skip
    data = b"".join([folded(line) for line in lines])
    if not is_clean(data):
        raise Unfit("a control character is left in it")
    return data


def head(kind: str, name: str, zone: str, revised: str, left: int = -1) -> bytes:
    """The start of a calendar; without a name it is one to be added to another calendar."""
    names = [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"] if name else []
    lines = (
        *_opening(kind), *names, f"X-WR-TIMEZONE:{zones.displayed(zone)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        f"LAST-MODIFIED:{revised}", *([f"{LEFT}:{left}"] if left >= 0 else []), "COLOR:steelblue",
    )  # fmt: skip
    return b"".join(folded(line) for line in lines)


def zone_components(used: Iterable[tuple[str, int]]) -> bytes:
    """The time zones of these TZIDs in these years, each once, in alphabetical order."""
    years: dict[str, list[int]] = {}
    for name, year in sorted(used):
        years.setdefault(name, []).append(year)
    return b"".join(folded(line) for name, its in years.items() for line in zones.lines(name, its))


TAIL = b"END:VCALENDAR\r\n"


def single(kind: str, data: bytes, used: Iterable[tuple[str, int]]) -> bytes:
    """A calendar of one component, as CalDAV and vdir keep them: nothing that is not about it."""
    return b"".join([*(folded(line) for line in _opening(kind)), zone_components(used), data, TAIL])


def _opening(kind: str) -> tuple[str, ...]:
    return ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID[kind]}", "CALSCALE:GREGORIAN")


def _component(milestone: Milestone, when: Times, style: Style) -> Component:
    entry = milestone.entry
    title = words.title(milestone, style.t, doubtful=when.doubtful)
    if not one_line(entry.title):
        raise Unfit("its title has no character that can be shown")
    text = words.description(milestone, style.t, doubtful=when.doubtful)
    summary = escaped(title)
    body = [
        *_dates(when, style.kind),
        f"SUMMARY:{summary}",
        *_status(milestone, when, style.kind),
        f"DESCRIPTION:{escaped(text)}",
        f"CATEGORIES:{','.join(map(escaped, words.categories(milestone, style.t)))}",
        "CLASS:PUBLIC",
    ]
    if style.kind == EVENT:
        body += ["TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]
    if entry.kind is EntryKind.EVENT and (place := one_line(entry.place)):
        body.append(f"LOCATION:{escaped(place)}")
    if found := link(entry):
        body.append(f"URL:{address(found)}")
    body += _siblings(milestone, style)
    if entry.status not in OFF and not (style.kind == TODO and is_met(milestone)):
        related = ";RELATED=END" if style.kind == TODO and _is_due_only(when) else ""
        body += alarms.lines(milestone, when, style.ring, summary, related)
    moves = sum(row.stage == milestone.stage.id for row in entry.history)
    name = uid(milestone.uid, style.kind, style.part)
    return Component(style.kind, name, moves, stamp(milestone), when.zones, body)


def _status(milestone: Milestone, when: Times, kind: str) -> list[str]:
    entry, on = milestone.entry, milestone.stage.done
    if entry.status in OFF:
        return ["STATUS:CANCELLED"]
    if kind == TODO and on:
        # RFC 5545 3.8.2.1 wants a moment in UTC: noon is that day wherever an office of ours is.
        return ["STATUS:COMPLETED", f"COMPLETED:{on:%Y%m%d}T120000Z", "PERCENT-COMPLETE:100", DONE]
    if kind == TODO and is_answered(milestone):  # nobody noted the day
        return ["STATUS:COMPLETED", "PERCENT-COMPLETE:100", DONE]
    if kind == TODO:
        return ["STATUS:NEEDS-ACTION"]
    return [f"STATUS:{'TENTATIVE' if when.doubtful or entry.status is Status.SUSPENDED else 'CONFIRMED'}"]


def _dates(when: Times, kind: str) -> list[str]:
    start = dated("DTSTART", when.start, when.zone)
    if kind == EVENT:
        lasts = when.end - when.start
        # Within the last minute of a day: a reader that drops seconds would see an end that is no later.
        is_short = when.is_timed and lasts < MINUTE
        end = f"DURATION:PT{lasts.seconds}S" if is_short else dated("DTEND", when.end, when.zone)
        return [start, end]
    # A task is due on its last day or at its hour; a start is told only where it lasts.
    if _is_due_only(when):
        return [dated("DUE", when.start, when.zone)]
    return [start, dated("DUE", when.end if when.is_timed else when.end - DAY, when.zone)]


def _is_due_only(when: Times) -> bool:
    step = MINUTE if when.is_timed else DAY
    return when.end - when.start <= step


def _siblings(milestone: Milestone, style: Style) -> list[str]:
    if len(milestone.entry.stages) == 1:
        return []
    lines = _related(milestone.entry, style.kind, style.part)
    place = _places(milestone.entry)[milestone.stage.id]
    near = [*range(max(place - SIBLINGS, 0), place), *range(place + 1, place + SIBLINGS + 1)]
    after = milestone.stage.after
    anchor = _places(milestone.entry).get(after.stage) if after else None
    near += [anchor] if anchor is not None and anchor not in near else []
    return [lines[at] for at in near if at < len(lines) and lines[at]]


@once_in_a_row  # the stages of an entry follow each other in a calendar
def _related(entry: Entry, kind: str, part: str) -> list[str]:
    """The line that points to each stage; empty for one that has no date or is called off."""
    return [
        f"RELATED-TO;RELTYPE=SIBLING:{uid(f'{entry.id}/{stage.id}', kind, part)}"
        if not stage.cancelled and (stage.when or stage.after)
        else ""
        for stage in entry.stages
    ]


@once_in_a_row
def _places(entry: Entry) -> dict[str, int]:
    return {stage.id: place for place, stage in enumerate(entry.stages)}


def newest(stamps: Iterable[str]) -> str:
    """The latest of these stamps."""
    return max(stamps, default=NEVER)
