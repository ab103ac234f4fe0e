"""A calendar that was published, read back: what its components said, held as places in it, not as text.

Pure: it reads what it is given, line by line, and again the piece that is asked for.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache, partial
from sys import intern
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.calendar.component import LEFT, NEVER, PRODID
from clustercalls.calendar.lines import BrokenCalendar, folded, unescaped, unfolded
from clustercalls.calendar.naming import by_uid, uid
from clustercalls.calendar.theirs import marked
from clustercalls.limits import FILE_BYTES

_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"})
_COMPARED = _TEXTS | frozenset(
    {
        "DTSTART", "DTEND", "DURATION", "DUE", "STATUS", "CLASS", "TRANSP", "URL", "RELATED-TO",
        "X-MICROSOFT-CDO-BUSYSTATUS", "BEGIN", "ACTION", "TRIGGER", "X-CLUSTERCALLS-CANCELLED",
    }
)  # fmt: skip
_COMPONENTS = frozenset({b"VEVENT", b"VTODO", b"VTIMEZONE"})
_FRAMING = (b"BEGIN:", b"END:")
_STAMP = re.compile(r"[12]\d{7}T\d{6}Z", re.ASCII)
_SEQUENCE = re.compile(r"\d{1,9}", re.ASCII)
LAST_STAMP, MOST_SEQUENCE = "29991231T235959Z", 999_999_999  # of those that are read
_TZID = re.compile(rb";TZID=([^:;\r\n]+)[^:\r\n]*:(\d{4})")


class NotOurs(ValueError):
    """Bytes that another program, or this one for another purpose, has written."""


class KnownComponent(Struct, frozen=True, gc=False):
    """One component as it was published: where it stands in its calendar.

    `key` is `ENTRY/STAGE`, or the UID that is none of ours. `part` is the one of its name, and `renamed` the
    one that its name is to have from now on.
    """

    key: str
    part: str
    sequence: int
    stamp: str
    cancelled_on: str
    calendar: BinaryIO
    start: int
    end: int
    renamed: str = ""

    @property
    def raw(self) -> bytes:
        """Its bytes, read again, under the name it is to have."""
        self.calendar.seek(self.start)
        data = _with_crlf(self.calendar.read(self.end - self.start))
        return renamed(data, self.renamed) if self.renamed else data


class Published(Struct, frozen=True):
    """The components of a calendar by their keys, and its own memory of those it does not hold any more.

    `left` is the highest SEQUENCE of what was taken out (-1: nothing was), `revised` when it last changed.
    """

    components: dict[str, KnownComponent] = {}
    left: int = -1
    revised: str = NEVER

    @property
    def part(self) -> str:
        """The part that the calendar was begun with; empty when it is of before, or empty."""
        return next((each.part for each in self.components.values() if each.part), "")

    def under(self, part: str) -> "Published":
        """The same, each component under a name with this part."""
        same = all(each.part == part for each in self.components.values())
        return self if same else replace(self, components={
            key: component if component.part == part else replace(component, renamed=part)
            for key, component in self.components.items()
        })  # fmt: skip


def read(calendar: BinaryIO, kind: str, parts: tuple[str, ...] = ()) -> Published:
    """What an old calendar said; one that another program has written since, when all in it has these parts.

    Raises:
        NotOurs: when it is no calendar of this kind of ours.
        BrokenCalendar: when it is, and something of it cannot be read, or nothing is left of it.
    """
    ours = f"PRODID:{PRODID[kind]}".encode()
    if not any(line.rstrip(b"\r\n") == ours for line in _lines(calendar)):
        calendar.seek(0)
        if not any(map(bytes.strip, _lines(calendar))):
            # A disk that was full, or a crash: what it knew is lost.
            raise BrokenCalendar("there is nothing in it")
        return _taken_over(calendar, kind, parts)
    calendar.seek(0)
    return _whole(calendar)


def _taken_over(calendar: BinaryIO, kind: str, parts: tuple[str, ...]) -> Published:
    """A calendar of ours under the name of another program, which ticked a task or added an alarm."""
    calendar.seek(0)
    try:
        published = _whole(calendar)
    except BrokenCalendar:
        raise NotOurs from None
    its, begin = published.components.values(), f"BEGIN:{kind}\r\n".encode()
    if not its or not all(each.part in parts and each.raw.startswith(begin) for each in its):
        raise NotOurs
    return published


def _whole(calendar: BinaryIO) -> Published:
    frame: list[bytes] = []
    components: dict[str, KnownComponent] = {}
    for known in _components(calendar, frame):
        twin = components.setdefault(known.key, known)
        if twin is not known:
            if bool(twin.part) is bool(known.part):
                raise BrokenCalendar("a UID comes twice")
            components[known.key] = twin if twin.part else known  # the other one is of before
    return _framed(unfolded(b"".join(frame)), components)


def _framed(frame: list[str], components: dict[str, KnownComponent]) -> Published:
    starts = sum(line.startswith("BEGIN:") for line in frame)
    if frame[0] != "BEGIN:VCALENDAR" or frame[-1] != "END:VCALENDAR" or starts != 1:
        raise BrokenCalendar("it is cut off, or something was added")
    values = _values(frame)
    left, revised = values.get(LEFT, ""), values.get("LAST-MODIFIED", NEVER)
    if (left and not _SEQUENCE.fullmatch(left)) or not _is_stamp(revised):
        raise BrokenCalendar("it is cut off, or something was added")
    return Published(components, int(left or -1), revised)


def _components(calendar: BinaryIO, frame: list[bytes]) -> Iterator[KnownComponent]:
    """Every event or task; the lines around them are put into the frame."""
    inside, start, position = b"", 0, 0
    lines: list[bytes] = []
    around = 0  # bytes of what stands around them
    for raw in _lines(calendar):
        line = raw if raw.endswith(b"\r\n") else _with_crlf(raw)
        word, _, name = line[:-2].partition(b":") if line.startswith(_FRAMING) else (b"", b"", b"")
        if word == b"BEGIN" and name in _COMPONENTS:
            if inside:
                raise BrokenCalendar("it is cut off, or something was added")
            inside, start, lines = name, position, []
        position += len(raw)
        (lines if inside else frame).append(line)
        around += 0 if inside else len(line)
        if max(around, position - start if inside else 0) > FILE_BYTES:  # it would be held whole
            raise BrokenCalendar("it is cut off, or something was added")
        if inside and word == b"END" and name == inside:
            if inside != b"VTIMEZONE":
                yield _known(lines, calendar, start, position)
            inside = b""
    if inside:
        raise BrokenCalendar("it is cut off, or something was added")


def _lines(calendar: BinaryIO) -> Iterator[bytes]:
    """Its lines; one that is longer than a file of other kinds may be comes in pieces."""
    return iter(partial(calendar.readline, FILE_BYTES), b"")


def _known(lines: Iterable[bytes], calendar: BinaryIO, start: int, end: int) -> KnownComponent:
    values = _values(unfolded(b"".join(lines)))
    revised = max(values.get("DTSTAMP", ""), values.get("LAST-MODIFIED", ""))
    sequence = values.get("SEQUENCE", "0")
    cancelled_on = values.get("X-CLUSTERCALLS-CANCELLED", "")
    if (
        not values.get("UID")
        or not _is_stamp(revised)
        or not _SEQUENCE.fullmatch(sequence)
        or (cancelled_on and not _is_stamp(f"{cancelled_on}T000000Z"))
    ):
        raise BrokenCalendar("a component lacks its UID or its stamps")
    name = by_uid(values["UID"])
    key, part = (name.key, name.part) if name else (values["UID"], "")
    return KnownComponent(key, part, int(sequence), intern(revised), cancelled_on, calendar, start, end)


@cache
def _is_stamp(text: str) -> bool:
    """Whether it is a moment of UTC that there is; the components of a calendar share a few."""
    try:
        return _STAMP.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def meaning(data: bytes) -> list[tuple[str, ...]]:
    """What a component says, however a server has ordered, folded or escaped it."""
    properties = []
    for line in unfolded(data)[1:]:
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name in _COMPARED:
            kept = sorted(each for each in parameters if not each.startswith("X-"))
            properties.append((name, *kept, unescaped(value) if name in _TEXTS else value))
    return sorted(properties)


def renamed(data: bytes, part: str) -> bytes:
    """A component under the name that has this part, and those of its siblings too."""
    lines = []
    for line in unfolded(data):
        head, _, value = line.partition(":")
        name = by_uid(value) if head.partition(";")[0] in {"UID", "RELATED-TO"} else None
        lines.append(f"{head}:{uid(name.key, name.kind, part)}" if name else line)
    return b"".join(map(folded, marked(lines)))


def zones_in(data: bytes) -> tuple[tuple[str, int], ...]:
    """The TZIDs that a component refers to, with the years."""
    return tuple({(name.decode(), int(year)): None for name, year in _TZID.findall(data)})


def _with_crlf(data: bytes) -> bytes:
    """Lines as content lines end, however a program has ended them."""
    return data if data.count(b"\n") == data.count(b"\r\n") else re.sub(rb"\r?\n", b"\r\n", data)


def _values(lines: list[str]) -> dict[str, str]:
    """The first value of each property; those of alarms come after."""
    values: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        values.setdefault(name.partition(";")[0], value)
    return values
