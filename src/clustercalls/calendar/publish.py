"""A whole calendar as bytes: anew, or in the place of a published one, its own memory of what it said."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from clustercalls.calendar import component
from clustercalls.calendar.lines import BrokenCalendar, one_line
from clustercalls.calendar.published import NotOurs, Published, read
from clustercalls.calendar.selection import Selection
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import Waits, output
from clustercalls.errors import InputRefused, Place, problem


def replaced(
    selection: Selection, name: str, target: Path, ours: Ours, waits: Waits | None = None, *, force: bool
) -> bool:
    """Puts the calendar into a file; what it said before is taken into account. Says whether it changed.

    A pipe or a device has no memory: it gets what a new file gets.

    Raises:
        UsageRefused: when the file is one that is read or kept.
        InputRefused: when the file there is not ours or is broken, and nothing forces.
        WorldFailed: when it cannot be written.
    """
    with output(target, ours, waits) as out, out.old() as file:
        old = remembered(file, target, selection, force=force)
        return out.put(renewed(selection, name, old))


def remembered(file: BinaryIO | None, path: Path, selection: Selection, *, force: bool) -> Published:
    """What the calendar in this file said; with `force`, nothing when it cannot be told.

    Raises:
        InputRefused: when it is not ours or broken, and be it empty: what it knew is lost.
    """
    if file is None:
        return Published()
    place = Place(str(path))
    try:
        return read(file, selection.style.kind, selection.parts)
    except NotOurs:
        trouble = problem("foreign-calendar", place)
    except BrokenCalendar as broken:
        trouble = problem("broken-calendar", place, reason=broken)
    if force:
        return Published()
    raise InputRefused(trouble)


def fresh(selection: Selection, name: str) -> Iterator[bytes]:
    """The calendar with no memory but history."""
    milestones = selection.milestones
    revised = component.newest(map(component.stamp, milestones.values()))
    entries = {each.entry.id for each in milestones.values()}
    yield from _head(selection, name, entries, revised, selection.zones(), -1)
    for outcome in selection.outcomes(Published()):
        yield outcome.data or b""
    yield component.TAIL


def renewed(selection: Selection, name: str, old: Published) -> Iterator[bytes]:
    """The calendar that takes the place of an old one; made twice, so as never to be held whole."""
    part = old.part or selection.style.part
    old, selection = old.under(part), selection.under(part)
    revised, left = old.revised, old.left
    zones: set[tuple[str, int]] = set()
    entries, same = set(), set()
    for outcome in selection.outcomes(old):
        known = old.components.get(outcome.key)
        if outcome.data is None:
            left = max(left, known.sequence if known else -1)
            continue
        revised = max(revised, outcome.stamp)
        zones |= set(outcome.zones)
        entries.add(outcome.key.partition("/")[0])
        if known and outcome.data == known.raw:
            same.add(outcome.key)
    yield from _head(selection, name, entries, revised, zones, left)
    for outcome in selection.outcomes(old, same):
        yield outcome.data or b""
    yield component.TAIL


def _head(
    selection: Selection, name: str, entries: set[str], revised: str, zones: set[tuple[str, int]], left: int
) -> Iterator[bytes]:
    """The name is the one asked for; of one entry there is none, or Outlook would make a calendar of it."""
    usual = "" if len(entries) == 1 else selection.style.t("Funding calls")
    yield component.head(
        selection.style.kind, one_line(name) or usual, selection.registry.zone, revised, left
    )
    yield component.zone_components(zones if entries else selection.usual_zone())
