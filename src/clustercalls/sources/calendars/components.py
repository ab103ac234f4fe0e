"""A calendar cut into its events and tasks, each read by itself, whatever stands around it.

https://www.rfc-editor.org/rfc/rfc5545#section-3.1
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

from clustercalls.limits import COMPONENT_LINES

TAKEN = ("VEVENT", "VTODO")
ZONE = "VTIMEZONE"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_FOLD = re.compile(rb"\r?\n[ \t]")
_BREAK = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[;:]", re.ASCII)  # a group may stand before it
_USED = frozenset(
    (
        "UID",
        "RECURRENCE-ID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "DUE",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "URL",
        "STATUS",
        "COMPLETED",
        "PERCENT-COMPLETE",
        "LAST-MODIFIED",
        "DTSTAMP",
        "X-CLUSTERCALLS-DONE",
        "CATEGORIES",
        "RRULE",
        "RDATE",
        "EXDATE",
        "TZID",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
    )
)


class ContentLine(NamedTuple):
    """One property: its parameters, names in capitals, and its value as it stands."""

    params: dict[str, str]
    value: str


class CalendarPart(NamedTuple):
    """One component: what it is, where it begins, its properties and lines; whether it was not cut off."""

    kind: str
    line: int
    properties: dict[str, list[ContentLine]]
    lines: list[str]
    is_whole: bool = True

    def first(self, name: str) -> ContentLine | None:
        """The first property of a name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The text of the first property of a name, its escapes undone; empty without one."""
        line = self.first(name)
        return unescaped(line.value) if line else ""


class CutCalendar(NamedTuple):
    """The events and tasks of a calendar, its zones by name, and what it says of itself."""

    parts: list[CalendarPart]
    zones: dict[str, list[str]]
    about: CalendarPart


def text_of(data: bytes) -> str:
    """The text of a calendar; one that is no UTF-8 is read as Windows has it.

    Some programs fold within a character: then its lines are joined before it is read.
    """
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    for some in (data, _FOLD.sub(b"", data)):
        with suppress(UnicodeDecodeError):
            return some.decode("utf-8-sig")
    return data.decode("cp1252", "replace")


def cut(text: str) -> CutCalendar | None:
    """The calendar that a text is; None for one without any."""
    cutting = _Cutting()
    for number, line in _unfolded(text):
        cutting.take(number, line)
    cutting.close(is_whole=False)
    zones = dict[str, list[str]]()
    for part in cutting.done:
        if part.kind == ZONE and part.is_whole:
            zones.update((each.value, part.lines) for each in part.properties.get("TZID", ()))
    parts = [each for each in cutting.done if each.kind != ZONE]
    is_any = cutting.is_calendar or parts  # some send a component alone
    return CutCalendar(parts, zones, cutting.about) if is_any else None


class _Cutting:
    """The components that are done, and the one in which the lines are."""

    def __init__(self) -> None:
        self.about = CalendarPart("VCALENDAR", 0, {}, [])
        self.done: list[CalendarPart] = []
        self.is_calendar = False
        self._current: CalendarPart | None = None
        self._within: list[str] = []  # components in the current one

    def close(self, *, is_whole: bool) -> None:
        """Ends the current one."""
        if self._current:
            self.done.append(self._current._replace(is_whole=is_whole))
        self._current, self._within = None, []

    def take(self, number: int, line: str) -> None:
        """Takes the next line."""
        name, _, kind = (each.strip().upper() for each in line.partition(":"))
        self.is_calendar = self.is_calendar or (name, kind) == ("BEGIN", "VCALENDAR")
        if name == "BEGIN" and kind in {*TAKEN, ZONE}:
            self.close(is_whole=True)  # a mistyped end is none; what was cut off has nothing after it
            self._current = CalendarPart(kind, number, {}, [line])
        elif (name, kind) == ("END", "VCALENDAR"):
            self.close(is_whole=True)
        elif self._current is None:
            _add(self.about, line)
        elif (name, kind) == ("END", self._current.kind):
            self._current.lines.append(line)
            self.close(is_whole=True)
        elif len(self._current.lines) <= COMPONENT_LINES:
            self._inside(self._current, name, kind, line)

    def _inside(self, current: CalendarPart, name: str, kind: str, line: str) -> None:
        current.lines.append(line)
        if name == "BEGIN":
            self._within.append(kind)
        elif name == "END" and kind in self._within:
            del self._within[self._within.index(kind) :]
        elif not self._within:
            _add(current, line)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The logical lines, each with the number of its first one."""
    begun, pieces = 0, list[str]()
    for number, line in enumerate(_BREAK.split(text), 1):
        if line[:1] in {" ", "\t"} and pieces:
            pieces.append(line[1:])
            continue
        if pieces:
            yield begun, "".join(pieces)
        begun, pieces = number, [line]
    yield begun, "".join(pieces)


def _add(part: CalendarPart, line: str) -> None:
    """Adds the property that a line is, where it is one of those that are used and reads as one."""
    match = _NAME.match(line)
    name = match[1].upper() if match else ""
    if match is None or name not in _USED:
        return
    params, colon, value = _parted(line[match.end() - 1 :])
    if colon and value.strip():  # some write a property that says nothing
        part.properties.setdefault(name, []).append(ContentLine(params, value.strip()))


def _parted(rest: str) -> tuple[dict[str, str], str, str]:
    """Parameters and value of what stands behind a name; a colon between quotes parts nothing."""
    quoted, at = False, 0
    cuts = list[int]()
    for at, letter in enumerate(rest):
        if letter == '"':
            quoted = not quoted
        elif letter == ";" and not quoted:
            cuts.append(at)
        elif letter == ":" and not quoted:
            break
    else:
        return {}, "", ""
    params = {}
    for start, end in pairwise([*cuts, at]):
        name, _, value = rest[start + 1 : end].partition("=")
        params[name.strip().upper()] = value.strip().strip('"')
    return params, ":", rest[at + 1 :]


def unescaped(text: str) -> str:
    """A text with its escapes undone."""
    return re.sub(r"\\([nN\\;,])", lambda match: "\n" if match[1] in "nN" else match[1], text)
