"""The one way a command changes a registry file: read under a lock, edit, prove, note, swap.

A `Change` says twice what is to happen: as a new text, and as what parsing that text must give. Nothing is
written unless the two agree and the entries touched are no worse than they were.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from clustercalls import swap
from clustercalls.errors import InputRefused, Place, Problem, UsageRefused, problem
from clustercalls.errors.kinds import Severity
from clustercalls.registry import journal
from clustercalls.registry.difference import difference
from clustercalls.registry.document import Address, Document, Table, open_document
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, toml
from clustercalls.registry.splice import NotInPlace, Op, applied, content_end, spliced, statements


class Touched(NamedTuple):
    """An entry before and after, None where there is none."""

    kind: str
    before: Table | None
    after: Table | None


class Change(NamedTuple):
    """A new text of a file, the tables it must parse to, and the entries that differ."""

    text: str
    meant: Table
    touched: tuple[Touched, ...]


class Written(NamedTuple):
    """What became of a change: the diff, whether a lock could be had, whether `undo` knows of it."""

    diff: str
    locked: bool
    noted: bool


class Wish(NamedTuple):
    """How an edit is to be made, and what the journal is to say of it."""

    command: str
    at: str
    dry_run: bool = False
    force: bool = False
    undoes: str = ""
    run: str = ""


class Made(NamedTuple):
    """A change with what it says of itself: the entries' ids and one line."""

    change: Change
    ids: tuple[str, ...]
    said: str
    aside: str = ""  # text to keep in `<file>.removed`


def write(path: Path, wish: Wish, make: Callable[[Document], Made | None]) -> Written | None:
    """Changes one file as `make` says of it; None when there is nothing to change.

    Raises:
        InputRefused: when the file cannot be read or its text cannot be edited in place.
        UsageRefused: when the edit would make the registry worse.
        WorldFailed: when the lock, the journal or the disk refuses; the file is then as it was.
    """
    if wish.dry_run:
        document = open_document(path)
        made = make(document)
        return Written(_proven(document, made, wish), locked=True, noted=True) if made else None
    if not path.exists():
        open_document(path)  # says so
    with swap.locked(path) as alone:
        document = open_document(path)
        made = make(document)
        if made is None:
            return None
        diff = _proven(document, made, wish)
        data = document.encoded(made.change.text)
        edits = (journal.splice(path, document.data, data),)
        noted = journal.note(
            journal.Record(
                journal.new_id(), wish.at, wish.command, made.ids, made.said, edits, wish.undoes, wish.run
            )
        )
        with swap.kept_aside(path, made.aside):
            swap.swap(path, document.data, data, alone=alone)
    return Written(diff, alone, noted)


def amended(document: Document, address: Address, ops: Iterable[Op]) -> Change:
    """The change of these edits of one entry.

    Raises:
        InputRefused: when its text cannot be edited in place.
    """
    found = document.block(address)
    if found is None:
        raise not_in_place(document, address)
    return rewritten(document, address, document.text[found[0] : found[1]], document.table(address), ops)


def rewritten(document: Document, address: Address, block: str, table: Table, ops: Iterable[Op]) -> Change:
    """The change of one entry's block for another text that parses to `table`, and these edits of that.

    Raises:
        InputRefused: when its text cannot be edited in place.
    """
    begin, end = document.block(address) or (0, 0)
    tables = list(document.raw[address.kind])
    try:
        for op in ops:
            block = spliced(block, address.kind, op, document.eol)
            table = applied(table, op)
    except NotInPlace:
        raise not_in_place(document, address) from None
    tables[address.number] = table
    return Change(
        document.text[:begin] + block + document.text[end:],
        document.raw | {address.kind: tables},
        (Touched(address.kind, document.table(address), table),),
    )


def together(document: Document, changes: Iterable[Callable[[Document], Change]]) -> Change:
    """Several changes of one file, each made on what the one before left."""
    touched: list[Touched] = []
    text, meant = document.text, document.raw
    current = document
    for each in changes:
        change = each(current)
        text, meant = change.text, change.meant
        touched += change.touched
        current = current.with_text(text, meant)
    return Change(text, meant, tuple(touched))


def extended(document: Document, blocks: list[tuple[str, Table, str]]) -> Change:
    """The change that appends new entries: kind, table, and the text of the block with plain line ends."""
    text, meant = document.text, dict(document.raw)
    for kind, table, block in blocks:
        if text and not text.endswith("\n"):
            text += document.eol
        gap = document.eol if text and not text.endswith(document.eol * 2) else ""
        text += gap + block.replace("\n", document.eol)
        old = meant.get(kind, [])
        meant[kind] = [*old, table] if isinstance(old, list) else [table]
    return Change(text, meant, tuple(Touched(kind, None, table) for kind, table, _ in blocks))


def without(document: Document, address: Address) -> tuple[Change, str]:
    """The change that takes an entry out, with the comments that touch it; and the text taken out.

    Raises:
        InputRefused: when its text cannot be cut out.
    """
    found = document.block(address)
    if found is None:
        raise not_in_place(document, address)
    begin, end = found
    block = document.text[begin:end]
    stop = begin + content_end(block, Layout(block).sections[1:])
    start = _above(document.text, begin)
    taken = document.text[start:stop]
    rest = document.text[stop:]
    gap = len(rest) - len(rest.lstrip("\r\n"))
    tables = [each for n, each in enumerate(document.raw[address.kind]) if n != address.number]
    meant = {name: each for name, each in document.raw.items() if name != address.kind or tables}
    if tables:
        meant[address.kind] = tables
    text = document.text[:start] + rest[gap:]
    return Change(text, meant, (Touched(address.kind, document.table(address), None),)), taken


def not_in_place(document: Document, address: Address) -> InputRefused:
    """That the text of an entry is not a block of its own."""
    return InputRefused(problem("not-in-place", Place(str(document.path)), id=address.id))


def _proven(document: Document, made: Made, wish: Wish) -> str:
    """The diff of a change that does what it means, and no harm."""
    change = made.change
    place = Place(str(document.path))
    try:
        parsed: Any = toml(change.text, Text(str(document.path), Layout(change.text)))
    except InputRefused:
        parsed = None
    if parsed != change.meant:
        raise InputRefused(problem("not-in-place", place, id=", ".join(made.ids)))
    if not wish.force:
        for touched in change.touched:
            _no_worse(document, touched)
        _no_duplicates(document, change)
    return difference(document.text, change.text, str(document.path)) if wish.dry_run else ""


def _no_worse(document: Document, touched: Touched) -> None:
    for each in news(document, touched):
        raise UsageRefused(each)


def news(document: Document, touched: Touched, *, warnings: bool = False) -> Iterator[Problem]:
    """The errors, or the warnings, that an entry has after a change and had not before."""
    before, after = (
        document.read(touched.kind, each, warnings=warnings).problems if each else ()
        for each in (touched.before, touched.after)
    )
    known = [(each.code, each.place.field, each.values) for each in before]
    for each in after:
        is_warning = each.severity is Severity.WARNING
        if is_warning is warnings and (each.code, each.place.field, each.values) not in known:
            yield _at(each, document.path)


def _at(found: Problem, path: Path) -> Problem:
    """The problem without a line: the text it was found in was never written."""
    place = Place(str(path), 0, found.place.entry, found.place.field)
    return Problem(found.code, place, found.values)


def _no_duplicates(document: Document, change: Change) -> None:
    taken = [each.id.casefold() for each in document.addresses()]
    for touched in change.touched:
        before = str(touched.before["id"]).casefold() if touched.before and "id" in touched.before else ""
        if before in taken:
            taken.remove(before)
    for touched in change.touched:
        if touched.after is None:
            continue
        own = str(touched.after.get("id", ""))
        if own.casefold() in taken:
            raise taken_id(document.path, own, taken)
        taken.append(own.casefold())


def taken_id(path: Path, own: str, taken: Iterable[str]) -> UsageRefused:
    """That an id is another entry's, and one that is free."""
    return UsageRefused(problem("taken-id", Place(str(path)), id=own, free=free_id(own, taken)))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The id itself, or with the first number that makes it one of its own."""
    used = set(taken)
    number, found = 2, wanted
    while found in used:
        found = f"{wanted[:60].rstrip('-')}-{number}"
        number += 1
    return found


def _above(text: str, begin: int) -> int:
    """Where the comment lines that stand right on top of a header begin.

    A line of a text that goes on to there only looks like one: what is above is not searched for comments
    beyond the end of its last value.
    """
    before = [each for each in Layout(text).sections if each.start < begin and each.end <= begin]
    floor = max((each.end for each in statements(text, before[-1])), default=0) if before else 0
    start = begin
    while start > floor:
        line = text.rfind("\n", 0, start - 1) + 1
        if not text[line:start].lstrip(" \t").startswith("#"):
            break
        start = line
    # A comment that opens the file is about the file.
    return start if start or begin == 0 else begin
