"""The one way a command changes a registry file: look, lock, edit, prove, note, exchange.

Locks are taken in one order: that of a registry file, then that of the journal. Nothing is asked, fetched or
waited for while one is held: questions come before, and what was done is told after.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from clustercalls.disk import exchange, lock
from clustercalls.disk.read import over_bytes, read
from clustercalls.editing import journal
from clustercalls.editing.difference import difference
from clustercalls.editing.document import Document, as_document
from clustercalls.editing.edits import Edit, Touched
from clustercalls.errors import InputRefused, Place, Problem, UsageRefused, problem
from clustercalls.errors.kinds import Severity
from clustercalls.registry.layout import Layout
from clustercalls.registry.read import Text, over_entries, toml


class Transaction:
    """A file while it is held: the `document` as it is now, and the one `edit` that is to be made of it.

    When it is over, `diff` is that of a dry run, `locked` whether there was a lock to be had, `noted` whether
    `undo` knows of it.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.edit: Edit | None = None
        self.ids: tuple[str, ...] = ()
        self.said = self.aside = self.diff = ""
        self.locked = self.noted = True

    def make(self, edit: Edit, ids: tuple[str, ...], said: str, aside: str = "") -> None:
        """Has an edit made on leaving: of these entries, in one line; `aside` is kept in `<file>.removed`."""
        self.edit, self.ids, self.said, self.aside = edit, ids, said, aside


@contextmanager
def transaction(
    opened: Document, heading: journal.Record, *, dry_run: bool = False, force: bool = False
) -> Iterator[Transaction]:
    """Holds the file that was opened, and makes the edit that the block asks for, if it asks for one.

    Args:
        opened: the file as it was read before; it is read again where it has changed since.
        heading: what the journal is to say of the command.
        dry_run: whether only the difference is wanted: nothing is locked or written then.
        force: whether an entry may be worse for it.

    Raises:
        InputRefused: when the file cannot be read or its text cannot be edited in place.
        UsageRefused: when the edit would make the registry worse.
        WorldFailed: when the lock, the journal or the disk refuses; the file is then as it was.
    """
    if dry_run:
        held = Transaction(opened)
        yield held
        if held.edit is not None:
            _prove(held, held.edit, force=force)
            held.diff = difference(str(opened.path), opened.text, held.edit.text)
        return
    with lock.locked(opened.path) as alone:
        held = Transaction(_as_it_is(opened))
        held.locked = alone
        yield held
        if held.edit is not None:
            _prove(held, held.edit, force=force)
            _write(held, held.edit, heading)


def _as_it_is(opened: Document) -> Document:
    data = read(opened.path)
    return opened if data == opened.data else as_document(opened.path, data)


def _write(held: Transaction, edit: Edit, heading: journal.Record) -> None:
    document = held.document
    data = document.encoded(edit.text)
    edits = (journal.splice(document.path, document.data, data),)
    held.noted = journal.note(replace(heading, entries=held.ids, said=held.said, edits=edits))
    with exchange.kept_aside(document.path, held.aside):
        exchange.swap(document.path, document.data, data, alone=held.locked)


def _prove(held: Transaction, edit: Edit, *, force: bool) -> None:
    """Lets pass an edit that does what it means, and no harm."""
    document = held.document
    try:
        parsed: Any = toml(edit.text, Text(str(document.path), Layout(edit.text)))
    except InputRefused:
        parsed = None
    if parsed != edit.meant:
        raise InputRefused(problem("not-in-place", Place(str(document.path)), id=", ".join(held.ids)))
    too_large = over_entries(parsed, str(document.path)) or over_bytes(
        len(document.encoded(edit.text)), Place(str(document.path))
    )
    if too_large:  # a file that could not be read again
        raise UsageRefused(too_large)
    if not force:
        for touched in edit.touched:
            _no_worse(document, touched)
        _no_duplicates(document, edit)


def _no_worse(document: Document, touched: Touched) -> None:
    for each in news(document, touched):
        raise UsageRefused(each)


def news(document: Document, touched: Touched, *, warnings: bool = False) -> Iterator[Problem]:
    """The errors, or the warnings, that an entry has after an edit and had not before."""
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


def _no_duplicates(document: Document, edit: Edit) -> None:
    taken = [each.id.casefold() for each in document.addresses()]
    for touched in edit.touched:
        before = str(touched.before["id"]).casefold() if touched.before and "id" in touched.before else ""
        if before in taken:
            taken.remove(before)
    for touched in edit.touched:
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
