"""A published calendar as its own memory: what becomes of what was in it.

Pure: the old in, what to write out. The same registry and the same old bytes give the same new ones.
SEQUENCE never goes back: what changes gets a higher one, and what comes in starts above all that ever left,
for it may be one of those. https://www.rfc-editor.org/rfc/rfc5545#section-3.8.7.4
"""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, timedelta
from enum import Enum

from msgspec import Struct

from clustercalls import timeline
from clustercalls.calendar.component import Component, encoded
from clustercalls.calendar.lines import escaped, folded, unfolded
from clustercalls.calendar.published import (
    LAST_STAMP,
    MOST_SEQUENCE,
    KnownComponent,
    Published,
    meaning,
    zones_in,
)
from clustercalls.calendar.theirs import MARK, apart, is_ticked, kept
from clustercalls.calendar.times import stamp_text
from clustercalls.i18n import Language
from clustercalls.model import OFF, Milestone, Registry, Status

KEPT_DAYS = 60  # a cancelled event stays so long, for clients that ask rarely
_LAST_DAY = tuple(
    rb"^(%b)(;VALUE=DATE)?[;:].*?(\d{8})" % name
    for name in (b"DTEND|DUE", b"DTSTART")  # what lasts some seconds ends as it begins
)
CANCELLED_ON = "X-CLUSTERCALLS-CANCELLED;VALUE=DATE"


class Fate(Enum):
    """Why a component has no successor: only `LEFT` ones go without a trace."""

    LEFT = "left"
    FAILED = "failed"
    GONE = "withdrawn"
    CANCELLED = "cancelled"
    EXHAUSTED = "exhausted"


class RevisedComponent(Struct, frozen=True, gc=False):
    """What a component is to be; `data` is None when it is to go."""

    key: str
    data: bytes | None
    stamp: str
    zones: tuple[tuple[str, int], ...]
    change: str


def resolve(old: KnownComponent, fate: Fate, today: date, t: Language) -> RevisedComponent:
    """What becomes of a component that has no successor; `fate` tells why."""
    if fate is Fate.FAILED:
        return _as_it_was(old)
    if fate is Fate.LEFT or _is_over(old, today):
        return _removed(old)
    if old.cancelled_on:
        since = datetime.strptime(old.cancelled_on, "%Y%m%d").replace(tzinfo=UTC).date()
        return _removed(old) if today > since + timedelta(days=KEPT_DAYS) else _as_it_was(old)
    if is_ticked(old.raw):
        return _as_it_was(old)
    return _cancelled(old, fate, today, t)


class Fates:
    """Why something that was published is not in the selection any more."""

    def __init__(self, registry: Registry, unfit: AbstractSet[str], *, for_others: bool = False) -> None:
        self._entries = {entry.id: entry for entry in registry.entries}
        self._failed = {each.place.entry for each in registry.errors}
        self._unfit = unfit
        self._for_others = for_others

    def of(self, key: str) -> Fate:
        """The fate of `ENTRY/STAGE`; what may only have failed to load has failed."""
        name, _, stage = key.partition("/")
        if key in self._unfit:
            return Fate.FAILED
        entry = self._entries.get(name)
        if entry is None:
            # A problem without an entry may hide any.
            return Fate.FAILED if not self._failed.isdisjoint({name, ""}) else Fate.GONE
        if self._for_others and any(each.id == stage and each.is_internal for each in entry.stages):
            return Fate.LEFT
        if entry.status in OFF:
            return Fate.CANCELLED if entry.status is Status.CANCELLED else Fate.EXHAUSTED
        if any(each.id == stage and each.cancelled for each in entry.stages):
            return Fate.CANCELLED
        its = {each.stage.id: each for each in timeline.milestones(entry)}
        return Fate.LEFT if stage in its and its[stage].when else Fate.GONE


def _entered(key: str, new: Component, published: Published) -> RevisedComponent:
    """One that the calendar does not hold: it may have held it before."""
    used = new.zones
    if published.left < 0:
        return RevisedComponent(key, encoded(new), new.stamp, used, "new")
    revised = max(new.stamp, _next_second(published.revised))
    data = encoded(new, max(new.sequence, _above(published.left)), revised)
    return RevisedComponent(key, data, revised, used, "new")


def _renewed(old: KnownComponent, new: Component) -> RevisedComponent:
    used = new.zones
    before = old.raw
    data = kept(encoded(new, old.sequence, old.stamp), before)
    if data == before or meaning(data) == meaning(before):
        return RevisedComponent(old.key, data, old.stamp, used, "")
    revised = max(new.stamp, _next_second(old.stamp))
    data = kept(encoded(new, max(_above(old.sequence), new.sequence), revised), before)
    return RevisedComponent(old.key, data, revised, used, "changed")


def _as_it_was(old: KnownComponent) -> RevisedComponent:
    raw = old.raw
    return RevisedComponent(old.key, raw, old.stamp, zones_in(raw), "")


def _removed(old: KnownComponent) -> RevisedComponent:
    return RevisedComponent(old.key, None, old.stamp, (), "removed")


def _cancelled(old: KnownComponent, fate: Fate, today: date, t: Language) -> RevisedComponent:
    """The old component, cancelled: it still says what it was, and rings no more but for a person's own."""
    revised = max(f"{today:%Y%m%d}T000000Z", _next_second(old.stamp))
    said = {Fate.GONE: t("withdrawn"), Fate.CANCELLED: t("cancelled"), Fate.EXHAUSTED: t("exhausted")}
    word = said[fate].capitalize()
    before, alarms = apart(unfolded(old.raw))
    named = ((line.partition(":")[0].partition(";")[0], line) for line in before)
    lines = [
        _revised(name, line, _above(old.sequence), revised, word) for name, line in named if name != "STATUS"
    ]
    theirs = [line for alarm in alarms if MARK not in alarm for line in alarm]
    lines[-1:-1] = ["STATUS:CANCELLED", f"{CANCELLED_ON}:{today:%Y%m%d}", *theirs]
    data = b"".join(map(folded, lines))
    return RevisedComponent(old.key, data, revised, zones_in(data), "cancelled")


def _revised(name: str, line: str, sequence: int, revised: str, word: str) -> str:
    if name in {"DTSTAMP", "LAST-MODIFIED"}:
        return f"{name}:{revised}"
    if name == "SEQUENCE":
        return f"SEQUENCE:{sequence}"
    if name == "SUMMARY":
        start, _, text = line.partition(":")
        return f"{start}:{text if text.startswith(word) else f'{escaped(word)}: {text}'}"
    return line


def _is_over(old: KnownComponent, today: date) -> bool:
    data = old.raw
    ends = next((found for each in _LAST_DAY if (found := re.search(each, data, re.MULTILINE))), None)
    if ends is None:
        return False
    last, day = ends[3].decode(), f"{today:%Y%m%d}"
    return last <= day if ends[1] == b"DTEND" and ends[2] else last < day


def _above(sequence: int) -> int:
    """The next SEQUENCE; that which another program put at the end of all that are read stays."""
    return min(sequence + 1, MOST_SEQUENCE)


def _next_second(stamp: str) -> str:
    """The next stamp; as `_above`."""
    before = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return min(stamp_text(before + timedelta(seconds=1)), LAST_STAMP)


def merged(
    published: Published,
    new: Mapping[str, Milestone],
    make: Callable[[Milestone], Component | None],
    fates: Fates,
    today: date,
    t: Language,
    same: AbstractSet[str] = frozenset(),
) -> Iterator[RevisedComponent]:
    """What becomes of everything old and new, in the order of their keys; one component is made at a time.

    `same` are those already known to stay as they were.
    """
    for key in sorted({*published.components, *new}):
        old = published.components.get(key)
        if old and key in same:
            yield _as_it_was(old)
            continue
        made = make(new[key]) if key in new else None
        if made:
            yield _renewed(old, made) if old else _entered(key, made, published)
        elif old:
            yield resolve(old, fates.of(key), today, t)
