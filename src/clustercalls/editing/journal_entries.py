"""Entries that commands added and took out: what the journal keeps of them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from clustercalls.disk.read import read
from clustercalls.editing import journal, settled
from clustercalls.editing.record import Record, digest, name_of, taken_back
from clustercalls.errors import InputRefused, Problem
from clustercalls.history.compare import JOURNAL, Change, What
from clustercalls.model import Entry, Registry
from clustercalls.registry.read import parse
from clustercalls.zones import zone_of

_TITLE = re.compile(r"^[ \t]*title[ \t]*=", re.MULTILINE)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*\w+[ \t]*\]\]", re.MULTILINE)


class Removed(Struct, frozen=True):
    """An entry that a command took out: when, and what it was, unless it had errors."""

    id: str
    at: str
    entry: Entry | None


class Acts(Struct, frozen=True):
    """What the journal tells of a registry, oldest first, and what is to be said of the journal."""

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


def told_of(registry: Registry) -> Acts:
    """What commands did to the files of this registry; what is known to have come to nothing is left out."""
    try:
        known = journal.read()
    except InputRefused as refusal:
        return Acts(problems=(refusal.problem,))
    on_files = settled.steps(known)
    files = {name_of(file): file for file in registry.files}
    states = {name: _state(file) if name in on_files else "" for name, file in files.items()}
    damage = tuple(journal.damage(known, states))
    return Acts(tuple(settled.came_to_be(known, states)), damage)


def _state(file: str) -> str:
    try:
        return digest(read(Path(file)))
    except InputRefused:  # told with the registry
        return ""


def is_there(id_: str, registry: Registry) -> bool:
    """Whether the registry holds an entry of this id, sound or broken."""
    return any(each.id == id_ for each in registry.entries) or any(
        each.place.entry == id_ for each in registry.errors
    )


def added(records: Sequence[Record], registry: Registry) -> dict[str, str]:
    """When the entries that are there were added, by id, of those that a command added."""
    undone = taken_back(records)
    here = {each.id for each in registry.entries}
    return {
        id_: record.at
        for record in records
        if _adds(record) and record.id not in undone
        for id_ in record.entries
        if id_ in here
    }


def _adds(record: Record) -> bool:
    """Whether a command added entries: `import` and `follow` may change some instead."""
    put_in = (edit for edit in record.edits if not edit.old)
    is_whole = any(_TITLE.search(edit.new) for edit in put_in)
    return record.command == "add" or (record.command in {"import", "follow"} and is_whole)


def removed(records: Sequence[Record], registry: Registry) -> dict[str, Removed]:
    """The entries that `remove` took out and that are still out, by id; of several times the last."""
    undone = taken_back(records)
    cuts = {
        id_: (record.at, edit.old)
        for record in records
        if record.command == "remove" and record.id not in undone
        for edit in record.edits
        for id_ in record.entries
        if not is_there(id_, registry)
    }
    return {id_: Removed(id_, at, _entry(id_, text)) for id_, (at, text) in cuts.items()}


def noted(records: Sequence[Record], registry: Registry, first: date, last: date) -> Iterator[Change]:
    """What commands added and what they took out in these days, where that has lasted."""
    at = added(records, registry)
    for entry in registry.entries:
        if entry.id in at and first <= (day := _day(at[entry.id], registry)) <= last:
            yield Change(entry.id, entry.title, What.CAME, noticed=day, told_by=JOURNAL)
    for removal in removed(records, registry).values():
        if first <= (day := _day(removal.at, registry)) <= last:
            title = removal.entry.title if removal.entry else removal.id
            yield Change(removal.id, title, What.WENT, noticed=day, told_by=JOURNAL)


def came(records: Sequence[Record], registry: Registry, first: date, last: date) -> frozenset[str]:
    """The ids of the entries that commands added in these days."""
    return frozenset(each.id for each in noted(records, registry, first, last) if each.what is What.CAME)


def clock_of(at: str, zone: str) -> datetime | None:
    """A moment of the journal on a zone's clock; None when it is none: a journal may not be written by us."""
    try:
        return datetime.fromisoformat(at).astimezone(zone_of(zone))
    except (ValueError, OverflowError):
        return None


def _day(at: str, registry: Registry) -> date:
    """The day of a moment of the journal, on the registry's own clock."""
    clock = clock_of(at, registry.zone)
    return clock.date() if clock else date.min


def _entry(id_: str, text: str) -> Entry | None:
    """The entry of a block that was cut out.

    What the block and the text behind it begin with in common stands at its end in the journal, not at its
    beginning: read round, it is whole again.
    """
    for header in _HEADER.finditer(text + text):
        try:
            entries = parse((text + text)[header.start() : header.start() + len(text)], "", {}).entries
        except InputRefused:
            continue
        if [each.id for each in entries] == [id_]:
            return entries[0]
    return None
