"""A published calendar as its own memory: what was in it, and what becomes of that.

Pure: bytes of the old in, what to write out. The same registry and the same old bytes give the same new ones.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, timedelta
from enum import Enum

from msgspec import Struct

from clustercalls import timeline
from clustercalls.errors.kinds import Severity
from clustercalls.i18n import Language
from clustercalls.model import Milestone, Registry, Status
from clustercalls.render.ics import PRODID, Component, encoded
from clustercalls.render.ics_text import escaped, folded, unescaped
from clustercalls.render.ics_times import stamp_text

KEPT_DAYS = 60  # a cancelled event stays so long, for clients that ask rarely
CANCELLED_ON = "X-CLUSTERCALLS-CANCELLED;VALUE=DATE"
_REVISION = frozenset({"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "UID"})
_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"})
_COMPARED = _TEXTS | frozenset(
    {
        "DTSTART", "DTEND", "DUE", "STATUS", "CLASS", "TRANSP", "URL", "RELATED-TO",
        "X-MICROSOFT-CDO-BUSYSTATUS", "BEGIN", "ACTION", "TRIGGER", "X-CLUSTERCALLS-CANCELLED",
    }
)  # fmt: skip
_COMPONENT = re.compile(rb"^BEGIN:(VEVENT|VTODO|VTIMEZONE)\r\n.*?^END:\1\r\n", re.MULTILINE | re.DOTALL)
_STAMP = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_TZID = re.compile(rb";TZID=([^:;\r\n]+)")


class NotOurs(ValueError):
    """Bytes that another program, or this one for another purpose, has written."""


class Broken(ValueError):
    """A calendar of ours that cannot be read back whole; its text is the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


class Fate(Enum):
    """Why a component has no successor: only `LEFT` ones go without a trace."""

    LEFT = "left"
    FAILED = "failed"
    GONE = "withdrawn"
    CANCELLED = "cancelled"
    EXHAUSTED = "exhausted"


class Known(Struct, frozen=True, gc=False):
    """One component as it was published: a stretch of the bytes of its calendar, which are held once."""

    uid: str
    sequence: int
    stamp: str
    cancelled_on: str
    calendar: bytes
    start: int
    end: int

    @property
    def raw(self) -> bytes:
        """Its bytes."""
        return self.calendar[self.start : self.end]


class Outcome(Struct, frozen=True, gc=False):
    """What a component is to be; `data` is None when it is to go."""

    uid: str
    data: bytes | None
    stamp: str
    zones: tuple[str, ...]
    change: str


def read(data: bytes, kind: str) -> dict[str, Known]:
    """The components of an old calendar by their UIDs; of no bytes, none.

    Raises:
        NotOurs: when it is no calendar of this kind of ours.
        Broken: when it is, and something of it cannot be read.
    """
    if not data.strip():
        return {}
    if data.count(b"\n") != data.count(b"\r\n"):
        data = re.sub(rb"\r?\n", b"\r\n", data)
    if not re.search(rb"^PRODID:%b\r$" % re.escape(PRODID[kind]).encode(), data, re.MULTILINE):
        raise NotOurs
    frame = _unfolded(_COMPONENT.sub(b"", data))
    if frame[0] != "BEGIN:VCALENDAR" or frame[-1] != "END:VCALENDAR" or _starts(frame) != 1:
        raise Broken("it is cut off, or something was added")
    found: dict[str, Known] = {}
    for match in _COMPONENT.finditer(data):
        if match[1] == b"VTIMEZONE":
            continue
        if data.find(b"\nBEGIN:%b\r" % match[1], *match.span()) >= 0:
            raise Broken("it is cut off, or something was added")
        known = _known(data, *match.span())
        if known.uid in found:
            raise Broken("a UID comes twice")
        found[known.uid] = known
    return found


def resolve(old: Known | None, new: Component | None, fate: Fate, today: date, t: Language) -> Outcome | None:
    """What becomes of a component that was `old`, is `new`, or both; `fate` tells why there is no new one."""
    if new is not None:
        return _renewed(old, new)
    if old is None:
        return None
    if fate is Fate.FAILED:
        return _as_it_was(old)
    if fate is Fate.LEFT or _is_over(old, today):
        return _removed(old)
    if old.cancelled_on:
        since = datetime.strptime(old.cancelled_on, "%Y%m%d").replace(tzinfo=UTC).date()
        return _removed(old) if today > since + timedelta(days=KEPT_DAYS) else _as_it_was(old)
    return _cancelled(old, fate, today, t)


class Fates:
    """Why something that was published is not in the selection any more."""

    def __init__(self, registry: Registry, unfit: AbstractSet[str]) -> None:
        errors = [each for each in registry.problems if each.severity is Severity.ERROR]
        self._entries = {entry.id: entry for entry in registry.entries}
        self._failed = {each.place.entry for each in errors}
        self._unfit = unfit

    def of(self, uid: str) -> Fate:
        """The fate of a UID; what may only have failed to load has failed."""
        name, _, stage = uid.removesuffix("/todo").partition("/")
        if uid in self._unfit:
            return Fate.FAILED
        entry = self._entries.get(name)
        if entry is None:
            # A problem without an entry may hide any.
            return Fate.FAILED if not self._failed.isdisjoint({name, ""}) else Fate.GONE
        if entry.status in {Status.CANCELLED, Status.EXHAUSTED}:
            return Fate.CANCELLED if entry.status is Status.CANCELLED else Fate.EXHAUSTED
        if any(each.id == stage and each.cancelled for each in entry.stages):
            return Fate.CANCELLED
        its = {each.stage.id: each for each in timeline.milestones(entry)}
        return Fate.LEFT if stage in its and its[stage].when else Fate.GONE


def zones_in(data: bytes) -> tuple[str, ...]:
    """The TZIDs that a component refers to."""
    return tuple({name.decode(): None for name in _TZID.findall(data)})


def _renewed(old: Known | None, new: Component) -> Outcome:
    used = (new.zone,) if new.zone else ()
    if old is None:
        return Outcome(new.uid, encoded(new), new.stamp, used, "new")
    data = encoded(new, old.sequence, old.stamp)
    if data == old.raw or _meaning(_unfolded(data)) == _meaning(_unfolded(old.raw)):
        return Outcome(new.uid, data, old.stamp, used, "")
    revised = max(new.stamp, _next_second(old.stamp))
    return Outcome(
        new.uid, encoded(new, max(old.sequence + 1, new.sequence), revised), revised, used, "changed"
    )


def _as_it_was(old: Known) -> Outcome:
    return Outcome(old.uid, old.raw, old.stamp, zones_in(old.raw), "")


def _removed(old: Known) -> Outcome:
    return Outcome(old.uid, None, old.stamp, (), "removed")


def _cancelled(old: Known, fate: Fate, today: date, t: Language) -> Outcome:
    """The old component, cancelled: it still says what it was, and rings no more."""
    revised = max(f"{today:%Y%m%d}T000000Z", _next_second(old.stamp))
    said = {Fate.GONE: t("withdrawn"), Fate.CANCELLED: t("cancelled"), Fate.EXHAUSTED: t("exhausted")}
    word = said[fate].capitalize()
    lines, in_alarm = [], False
    for line in _unfolded(old.raw):
        name = line.partition(":")[0].partition(";")[0]
        in_alarm = in_alarm or line == "BEGIN:VALARM"
        if not in_alarm and name != "STATUS":
            lines.append(_revised(name, line, old.sequence + 1, revised, word))
        in_alarm = in_alarm and line != "END:VALARM"
    lines[-1:-1] = ["STATUS:CANCELLED", f"{CANCELLED_ON}:{today:%Y%m%d}"]
    data = b"".join(map(folded, lines))
    return Outcome(old.uid, data, revised, zones_in(data), "cancelled")


def _revised(name: str, line: str, sequence: int, revised: str, word: str) -> str:
    if name in {"DTSTAMP", "LAST-MODIFIED"}:
        return f"{name}:{revised}"
    if name == "SEQUENCE":
        return f"SEQUENCE:{sequence}"
    if name == "SUMMARY":
        start, _, text = line.partition(":")
        return f"{start}:{text if text.startswith(word) else f'{escaped(word)}: {text}'}"
    return line


def _known(data: bytes, start: int, end: int) -> Known:
    values = _values(_unfolded(data[start:end]))
    revised = max(values.get("DTSTAMP", ""), values.get("LAST-MODIFIED", ""))
    sequence = values.get("SEQUENCE", "0")
    cancelled_on = values.get("X-CLUSTERCALLS-CANCELLED", "")
    if (
        not values.get("UID")
        or not _STAMP.fullmatch(revised)
        or not re.fullmatch(r"\d{1,9}", sequence, re.ASCII)
        or not re.fullmatch(r"(\d{8})?", cancelled_on, re.ASCII)
    ):
        raise Broken("a component lacks its UID or its stamps")
    return Known(values["UID"], int(sequence), revised, cancelled_on, data, start, end)


def _values(lines: list[str]) -> dict[str, str]:
    """The first value of each property; those of alarms come after."""
    found: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        found.setdefault(name.partition(";")[0], value)
    return found


def _meaning(lines: list[str]) -> list[tuple[str, ...]]:
    """What a component says, however a server has ordered, folded or escaped it."""
    said = []
    for line in lines[1:]:
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name in _COMPARED:
            kept = sorted(each for each in parameters if not each.startswith("X-"))
            said.append((name, *kept, unescaped(value) if name in _TEXTS else value))
    return sorted(said)


def _is_over(old: Known, today: date) -> bool:
    ends = re.search(rb"^(DTEND|DUE)(;VALUE=DATE)?[;:].*?(\d{8})", old.raw, re.MULTILINE)
    if ends is None:
        return False
    last, day = ends[3].decode(), f"{today:%Y%m%d}"
    return last <= day if ends[1] == b"DTEND" and ends[2] else last < day


def _next_second(stamp: str) -> str:
    before = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return stamp_text(before + timedelta(seconds=1))


def _unfolded(data: bytes) -> list[str]:
    """The content lines of these bytes.

    Raises:
        Broken: when they are not UTF-8.
    """
    try:
        text = re.sub(rb"\r\n[ \t]", b"", data).decode()
    except UnicodeDecodeError:
        raise Broken("it is not UTF-8") from None
    return [line for line in text.split("\r\n") if line]


def _starts(lines: list[str]) -> int:
    return sum(line.startswith("BEGIN:") for line in lines)


def merged(
    old: Mapping[str, Known],
    new: Mapping[str, Milestone],
    make: Callable[[Milestone], Component | None],
    fates: Fates,
    today: date,
    t: Language,
    same: AbstractSet[str] = frozenset(),
) -> Iterator[Outcome]:
    """What becomes of everything old and new, in the order of the UIDs; one component is made at a time.

    `same` are those already known to stay as they were.
    """
    for name in sorted({*old, *new}):
        if name in same:
            yield _as_it_was(old[name])
            continue
        made = make(new[name]) if name in new else None
        outcome = resolve(old.get(name), made, Fate.LEFT if made else fates.of(name), today, t)
        if outcome is not None:
            yield outcome
