"""Calendars as tests look at them: a linter of their bytes, and one reader of what they say."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import icalendar
from msgspec.structs import replace

from builders import at, registry_of
from clustercalls.calendar import component, publish
from clustercalls.calendar.alarms import Ring
from clustercalls.calendar.naming import EVENT
from clustercalls.calendar.selection import Selection
from clustercalls.errors import Problem
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Milestone
from clustercalls.timeline import milestones

PART = "here"  # of the registries that tests make
LINE = re.compile(r'[A-Z0-9-]+(;[A-Z0-9-]+=("[^"]*"|[^";:,]+)(,[^";:,]+)*)*:.*', re.DOTALL)
ONCE = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "URL",
    "DESCRIPTION", "LOCATION", "CLASS", "TRANSP",
}  # fmt: skip
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
NEEDED = {
    "VCALENDAR": {"VERSION", "PRODID"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY"},
    "VTODO": {"UID", "DTSTAMP", "DUE", "SEQUENCE", "STATUS", "SUMMARY"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
STATUS = {
    "VEVENT": {"TENTATIVE", "CONFIRMED", "CANCELLED"},
    "VTODO": {"NEEDS-ACTION", "CANCELLED", "COMPLETED", "IN-PROCESS"},
}


def lint(data: bytes) -> list[str]:
    """What is wrong with the bytes of a calendar, by RFC 5545 and by what clients have choked on."""
    found = _lint_bytes(data)
    lines = re.sub(r"\r\n ", "", data.decode("utf-8", "replace")).removesuffix("\r\n").split("\r\n")
    found += [f"no content line: {line[:50]}" for line in lines if not LINE.fullmatch(line)]
    stack: list[tuple[str, list[tuple[str, str]]]] = []
    uids: Counter[str] = Counter()
    defined, used = set(), set(re.findall(r";TZID=([^:;]+)", "\n".join(lines)))
    for line in lines:
        head, _, value = line.partition(":")
        name = head.partition(";")[0]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            kind, properties = stack.pop()
            if kind != value:
                found.append(f"END:{value} closes {kind}")
            found += _lint_component(kind, properties)
            uids.update(_value(line) for name, line in properties if name == "UID")
            defined |= {_value(line) for name, line in properties if name == "TZID"}
        else:
            stack[-1][1].append((name, line))
    if stack:
        found.append(f"{stack[-1][0]} is left open")
    found += [f"UID twice: {uid}" for uid, count in uids.items() if count > 1]
    if not uids and len(defined) == 1:
        used = defined  # nothing is in it: the zone is the registry's
    return found + [f"zones differ: {used} {defined}"] * (used != defined)


def _lint_bytes(data: bytes) -> list[str]:
    found = []
    if data.startswith(b"\xef\xbb\xbf"):
        found.append("a byte order mark")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
        found.append("a line end that is not CRLF")
    if re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbb\xbf", data):
        found.append("a control character or a line separator")
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            found.append(f"{len(line)} octets: {line[:30]!r}")
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(f"split inside a character: {line[:30]!r}")
    return found


def _lint_component(kind: str, properties: list[tuple[str, str]]) -> list[str]:
    counts = Counter(name for name, _ in properties)
    found = [f"{kind} lacks {name}" for name in NEEDED.get(kind, set()) - set(counts)]
    found += ["neither or both of an end and a length"] * (
        kind == "VEVENT" and (counts["DTEND"] > 0) is (counts["DURATION"] > 0)
    )
    found += [f"{kind} has {name} twice" for name in ONCE if counts[name] > 1]
    if kind == "VCALENDAR":
        found += [f"a calendar with {name}" for name in ("METHOD", "UID") if name in counts]
    values = dict(properties)
    status = _value(values.get("STATUS", ""))
    if kind in STATUS and status not in STATUS[kind]:
        found.append(f"{kind} has the status {status}")
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if name in values and not re.fullmatch(rf"{name}:\d{{8}}T\d{{6}}Z", values[name]):
            found.append(f"not in UTC: {values[name]}")
    for name in TEXTS & set(values):
        text = _value(values[name])
        if re.search(r"(?<!\\)(\\\\)*[;,]", text) or re.search(r"(?<!\\)(\\\\)*\\([^\\;,n]|$)", text):
            found.append(f"escaped wrongly: {values[name][:60]}")
    start, end = values.get("DTSTART"), values.get("DTEND") or values.get("DUE")
    if kind in STATUS and start and end:
        if _parameters(start) != _parameters(end):
            found.append(f"of two kinds: {start}, {end}")
        elif _value(end) <= _value(start):
            found.append(f"ends before it starts: {start}, {end}")
    return found


def _value(line: str) -> str:
    return line.partition(":")[2]


def _parameters(line: str) -> str:
    return line.partition(":")[0].partition(";")[2]


def events(data: bytes | str, kind: str = "VEVENT") -> dict[str, Any]:
    """The components of a calendar by `ENTRY/STAGE`, as icalendar reads them."""
    calendar = icalendar.Calendar.from_ical(data)
    found = {key_of(str(each["UID"])): each for each in calendar.walk(kind)}
    assert len(found) == len(calendar.walk(kind))
    return found


def key_of(uid: str) -> str:
    """The `ENTRY/STAGE` that a UID is of."""
    match = re.fullmatch(r"([a-z0-9_-]+)\.([a-z0-9_-]+)(\.todo)?@[a-z0-9_-]+", uid)
    assert match, uid
    return f"{match[1]}/{match[2]}"


def days(event: Any) -> tuple[date | datetime, date | datetime]:  # noqa: ANN401 - icalendar's components
    """The start and the exclusive end of an event."""
    start = event["DTSTART"].dt
    return start, start + event["DURATION"].dt if "DURATION" in event else event["DTEND"].dt


def texts(event: Any) -> dict[str, str]:  # noqa: ANN401 - icalendar's components
    """What an event says, plainly."""
    return {name: str(event[name]) for name in ("SUMMARY", "STATUS", "DESCRIPTION") if name in event}


def selection_of(
    *entries: Entry,
    kind: str = EVENT,
    day: str = "2027-03-01",
    problems: tuple[Problem, ...] = (),
    chosen: Callable[[Milestone], bool] = lambda _: True,
    **style: Any,  # noqa: ANN401 - the fields of a style
) -> Selection:
    """Everything dated of these entries, seen on a day; the problems it tells are in `selection.tell`."""
    registry = replace(registry_of(*entries), problems=problems)
    every = [each for entry in entries for each in milestones(entry) if chosen(each)]
    found = {each.uid: each for each in every if each.when}
    ring = Ring(style.pop("alarms", ()))
    how = component.Style(**{"t": ENGLISH, "part": PART, "kind": kind, "ring": ring, **style})
    undated, moment = len(every) - len(found), at(f"{day}T12:00")
    return Selection(found, undated, registry, moment, how, Told(), set(), (PART,))


class Told(list[Problem]):
    """The problems that were told."""

    def __call__(self, found: Problem) -> None:
        self.append(found)


def calendar_of(*entries: Entry, **selection: Any) -> bytes:  # noqa: ANN401 - those of `selection_of`
    """A calendar of these entries, published anew."""
    return b"".join(publish.fresh(selection_of(*entries, **selection), "Calls"))


def component_of(data: bytes, kind: str = EVENT) -> bytes:
    """The bytes of the first component of a calendar."""
    return data[data.index(f"BEGIN:{kind}".encode()) : data.index(f"END:{kind}".encode()) + len(kind) + 6]
