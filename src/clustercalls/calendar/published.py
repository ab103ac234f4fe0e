"""A calendar that was published, read back: what its components said, held as places in it, not as text.

Pure: it reads what it is given, line by line, and again the piece that is asked for.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from sys import intern
from typing import BinaryIO

from msgspec import Struct

from clustercalls.calendar.component import LEFT, NEVER, PRODID
from clustercalls.calendar.lines import unescaped

_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"})
_COMPARED = _TEXTS | frozenset(
    {
        "DTSTART", "DTEND", "DUE", "STATUS", "CLASS", "TRANSP", "URL", "RELATED-TO",
        "X-MICROSOFT-CDO-BUSYSTATUS", "BEGIN", "ACTION", "TRIGGER", "X-CLUSTERCALLS-CANCELLED",
    }
)  # fmt: skip
_COMPONENTS = frozenset({b"VEVENT", b"VTODO", b"VTIMEZONE"})
_STAMP = re.compile(r"[12]\d{7}T\d{6}Z", re.ASCII)
_SEQUENCE = re.compile(r"\d{1,9}", re.ASCII)
_TZID = re.compile(rb";TZID=([^:;\r\n]+)")


class NotOurs(ValueError):
    """Bytes that another program, or this one for another purpose, has written."""


class Broken(ValueError):
    """A calendar of ours that cannot be read back whole; its text is the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class Known(Struct, frozen=True, gc=False):
    """One component as it was published: where it stands in its calendar."""

    uid: str
    sequence: int
    stamp: str
    cancelled_on: str
    calendar: BinaryIO
    start: int
    end: int

    @property
    def raw(self) -> bytes:
        """Its bytes, read again."""
        self.calendar.seek(self.start)
        return _with_crlf(self.calendar.read(self.end - self.start))


class Published(Struct, frozen=True):
    """The components of a calendar by their UIDs, and its own memory of those it does not hold any more.

    `left` is the highest SEQUENCE of what was taken out (-1: nothing was), `revised` when it last changed.
    """

    components: dict[str, Known] = {}
    left: int = -1
    revised: str = NEVER


def read(calendar: BinaryIO, kind: str) -> Published:
    """What an old calendar said.

    Raises:
        NotOurs: when it is no calendar of this kind of ours.
        Broken: when it is, and something of it cannot be read, or nothing is left of it.
    """
    ours = f"PRODID:{PRODID[kind]}".encode()
    if not any(line.rstrip(b"\r\n") == ours for line in calendar):
        calendar.seek(0)
        if any(map(bytes.strip, calendar)):
            raise NotOurs
        raise Broken("there is nothing in it")  # a disk that was full, or a crash: what it knew is lost
    calendar.seek(0)
    frame: list[bytes] = []
    found: dict[str, Known] = {}
    for known in _components(calendar, frame):
        if known.uid in found:
            raise Broken("a UID comes twice")
        found[known.uid] = known
    return _framed(unfolded(b"".join(frame)), found)


def _framed(frame: list[str], found: dict[str, Known]) -> Published:
    starts = sum(line.startswith("BEGIN:") for line in frame)
    if frame[0] != "BEGIN:VCALENDAR" or frame[-1] != "END:VCALENDAR" or starts != 1:
        raise Broken("it is cut off, or something was added")
    values = _values(frame)
    left, revised = values.get(LEFT, ""), values.get("LAST-MODIFIED", NEVER)
    if (left and not _SEQUENCE.fullmatch(left)) or not _is_stamp(revised):
        raise Broken("it is cut off, or something was added")
    return Published(found, int(left or -1), revised)


def _components(calendar: BinaryIO, frame: list[bytes]) -> Iterator[Known]:
    """Every event or task; the lines around them are put into the frame."""
    inside, start, position = b"", 0, 0
    lines: list[bytes] = []
    for each in calendar:
        line = _with_crlf(each)
        word, _, name = line[:-2].partition(b":")
        if word == b"BEGIN" and name in _COMPONENTS:
            if inside:
                raise Broken("it is cut off, or something was added")
            inside, start, lines = name, position, []
        position += len(each)
        (lines if inside else frame).append(line)
        if inside and word == b"END" and name == inside:
            if inside != b"VTIMEZONE":
                yield _known(lines, calendar, start, position)
            inside = b""
    if inside:
        raise Broken("it is cut off, or something was added")


def _known(lines: Iterable[bytes], calendar: BinaryIO, start: int, end: int) -> Known:
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
        raise Broken("a component lacks its UID or its stamps")
    return Known(values["UID"], int(sequence), intern(revised), cancelled_on, calendar, start, end)


@cache
def _is_stamp(text: str) -> bool:
    """Whether it is a moment of UTC that there is; the components of a calendar share a few."""
    try:
        return _STAMP.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def meaning(data: bytes) -> list[tuple[str, ...]]:
    """What a component says, however a server has ordered, folded or escaped it."""
    said = []
    for line in unfolded(data)[1:]:
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name in _COMPARED:
            kept = sorted(each for each in parameters if not each.startswith("X-"))
            said.append((name, *kept, unescaped(value) if name in _TEXTS else value))
    return sorted(said)


def zones_in(data: bytes) -> tuple[str, ...]:
    """The TZIDs that a component refers to."""
    return tuple({name.decode(): None for name in _TZID.findall(data)})


def unfolded(data: bytes) -> list[str]:
    """The content lines of these bytes.

    Raises:
        Broken: when they are not UTF-8.
    """
    try:
        text = re.sub(rb"\r\n[ \t]", b"", data).decode()
    except UnicodeDecodeError:
        raise Broken("it is not UTF-8") from None
    return [line for line in text.split("\r\n") if line]


def _with_crlf(data: bytes) -> bytes:
    """Lines as content lines end, however a program has ended them."""
    return data if data.count(b"\n") == data.count(b"\r\n") else re.sub(rb"\r?\n", b"\r\n", data)


def _values(lines: list[str]) -> dict[str, str]:
    """The first value of each property; those of alarms come after."""
    found: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        found.setdefault(name.partition(";")[0], value)
    return found
