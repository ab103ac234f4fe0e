"""The one way a command changes registry files: look, lock, edit, prove, note, exchange, note how it ended.

Locks are taken in one order: those of registry files by their real paths, then that of the journal. Nothing
is asked, fetched or waited for while one is held: questions come before, and what was done is told after.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from clustercalls.disk import exchange, lock
from clustercalls.disk.read import over_bytes, read
from clustercalls.editing import journal
from clustercalls.editing.document import Document, as_document
from clustercalls.editing.edits import Edit, Touched
from clustercalls.editing.free_id import taken_id
from clustercalls.editing.record import Record, RecordEnd, digest, new_id, splice, turned_back
from clustercalls.errors import InputRefused, Place, Problem, Refusal, UsageRefused, WorldFailed, problem
from clustercalls.errors.kinds import Severity
from clustercalls.limits import LOCK_SECONDS
from clustercalls.registry.read import over_entries


class Transaction:
    """A file while it is held: the `document` as it is now, and the one `edit` that is to be made of it.

    `remark` is what a dry run has to say beside its difference. When it is over, `diff` is that difference,
    `locked` whether there was a lock to be had, `noted` whether `undo` knows of it, `failed` why this file of
    several could not be written, and `changed` whether it is.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.edit: Edit | None = None
        self.ids: tuple[str, ...] = ()
        self.lines: tuple[str, ...] = ()
        self.said = self.aside = self.undoes = self.diff = self.remark = ""
        self.locked = self.noted = True
        self.changed = False
        self.failed: Refusal | None = None

    def make(self, edit: Edit, ids: tuple[str, ...], text: str, aside: str = "", undoes: str = "") -> None:
        """Has an edit made on leaving: of these entries, in one line.

        `aside` is kept in `<file>.removed`; `undoes` are the records that it takes back.
        """
        self.edit, self.ids, self.said, self.aside, self.undoes = edit, ids, text, aside, undoes

    def make_of_each(self, edit: Edit, ids: tuple[str, ...], lines: tuple[str, ...]) -> None:
        """The same, each of several entries with lines of its own."""
        self.lines = lines
        self.make(edit, ids, "\n".join(lines))


@contextmanager
def transaction(
    opened: Document, heading: Record, *, dry_run: bool = False, force: bool = False
) -> Iterator[Transaction]:
    """An act on one file."""
    with act([opened], heading, dry_run=dry_run, force=force) as (held,):
        yield held


@contextmanager
def act(
    opened: Sequence[Document],
    heading: Record,
    *,
    dry_run: bool = False,
    force: bool = False,
    waits: Callable[[Path], None] | None = None,
) -> Iterator[tuple[Transaction, ...]]:
    """Holds the files that were opened, and makes the edits that the block asks for, one a file at most.

    Of several files none is written where it can be known before that one cannot be; where the disk refuses
    in between, those that could be written are. Each that could not be says why.

    Args:
        opened: the files as they were read before; each is read again where it has changed since.
        heading: what the journal is to say of the command.
        dry_run: whether only the difference is wanted: nothing is locked or written then.
        force: whether an entry may be worse for it, but over no limit.
        waits: is told of a file that another command holds.

    Raises:
        InputRefused: when a file cannot be read or its text cannot be edited in place.
        UsageRefused: when an edit would make the registry worse.
        WorldFailed: when the journal refuses, or of a sole file the lock or the disk. Nothing is changed.
    """
    if dry_run:
        held = tuple(Transaction(each) for each in opened)
        yield held
        from clustercalls.editing.difference import difference

        for each, edit in _wanted(held):
            _prove(each, edit, force=force)
            each.diff = difference(str(each.document.path), each.document.text, edit.text)
        return
    with ExitStack() as locks:
        held = _hold(locks, opened, waits)
        yield held
        wanted = _wanted(held)
        for each, edit in wanted:
            _prove(each, edit, force=force)
        if not any(each.failed for each in held):
            _write(wanted, heading)
    if len(held) == 1 and held[0].failed is not None:
        raise held[0].failed


def _wanted(held: Iterable[Transaction]) -> list[tuple[Transaction, Edit]]:
    return [(each, each.edit) for each in held if each.edit is not None]


def _hold(
    locks: ExitStack, opened: Sequence[Document], waits: Callable[[Path], None] | None
) -> tuple[Transaction, ...]:
    """Locks the files in the one order, all in the time of one; of several, each that cannot be says why."""
    held = {}
    until = time.monotonic() + LOCK_SECONDS
    for document in sorted(opened, key=lambda each: os.path.realpath(each.path)):
        failed, alone = None, False
        try:
            alone = locks.enter_context(lock.locked(document.path, until=until, waits=waits))
        except WorldFailed as refused:
            if len(opened) == 1:
                raise
            failed = refused
        held[document.path] = each = Transaction(_as_it_is(document))
        each.locked, each.failed = alone, failed
    return tuple(held[each.path] for each in opened)


def _as_it_is(opened: Document) -> Document:
    data = read(opened.path)
    return opened if data == opened.data else as_document(opened.path, data, opened.shared)


def _write(wanted: Sequence[tuple[Transaction, Edit]], heading: Record) -> None:
    """Notes what is to be done, does it file by file, and notes of each whether it was done."""
    planned: list[tuple[Transaction, bytes, Record]] = []
    shared = replace(heading, of=len(wanted))
    for held, edit in wanted:
        document, data = held.document, held.document.encoded(edit.text)
        as_edit = turned_back if held.undoes else splice
        edits = (as_edit(document.path, document.data, data),)
        own = heading.id if not planned else new_id()
        record = replace(shared, id=own, entries=held.ids, said=held.said, edits=edits, undoes=held.undoes)
        planned.append((held, data, record))
    noted = bool(planned) and journal.note([record for _, _, record in planned])
    _exchange([(held, data) for held, data, _ in planned])
    stopped = any(held.failed for held, _, _ in planned)
    ends = []
    for held, _, record in planned:
        held.noted = noted
        done = _stands(held.document.path, record) if stopped else True
        held.changed = bool(done)
        if done is not None:
            ends.append(RecordEnd(record.id, done))
    if noted:
        journal.finish(ends)


def _exchange(wanted: Sequence[tuple[Transaction, bytes]]) -> None:
    """Puts every file whole beside its place, and only when all are there the first into it."""
    with ExitStack() as stack:
        ready = []
        for held, data in wanted:
            try:
                prepared = exchange.Prepared(held.document.path, held.document.data, data, alone=held.locked)
            except Refusal as failed:
                held.failed = failed
            else:
                ready.append((held, stack.enter_context(prepared)))
        if len(ready) < len(wanted):
            return
        for held, prepared in ready:
            try:
                with exchange.kept_aside(held.document.path, held.aside):
                    prepared.put()
            except Refusal as failed:
                held.failed = failed


def _stands(path: Path, record: Record) -> bool | None:
    """Whether a file is changed though the exchange failed; None when nothing can be told of it."""
    try:
        now = digest(read(path))
    except Refusal:
        return None
    return {record.edits[0].after: True, record.edits[0].before: False}.get(now)


def _prove(held: Transaction, edit: Edit, *, force: bool) -> None:
    """Lets pass an edit that does what it means, and no harm."""
    document = held.document
    parsed: Any = edit.meant
    if not edit.proven:
        try:
            parsed = document.parsed(edit.text)
        except InputRefused:
            parsed = None
    if parsed != edit.meant:
        raise InputRefused(problem("not-in-place", Place(str(document.path)), id=", ".join(held.ids)))
    too_large = over_entries(parsed, str(document.path)) or over_bytes(
        len(document.encoded(edit.text)), Place(str(document.path))
    )
    if too_large:  # a file that could not be read again
        raise UsageRefused(too_large)
    for worse in (each for touched in edit.touched for each in news(document, touched)):
        if not force or worse.code == "too-large":
            raise UsageRefused(worse)
    if not force:
        _no_duplicates(document, edit)


def news(document: Document, touched: Touched, *, warnings: bool = False) -> Iterator[Problem]:
    """The errors, or the warnings, that an entry has after an edit and had not before."""
    after = document.read(touched.kind, touched.after, warnings=warnings).problems if touched.after else ()
    if not after:
        return
    before = document.read(touched.kind, touched.before, warnings=warnings).problems if touched.before else ()
    known = [(each.code, each.place.field, each.values) for each in before]
    for fault in after:
        is_warning = fault.severity is Severity.WARNING
        if is_warning is warnings and (fault.code, fault.place.field, fault.values) not in known:
            yield _at(fault, document.path)


def _at(fault: Problem, path: Path) -> Problem:
    """The problem without a line: the text it was found in was never written."""
    place = Place(str(path), 0, fault.place.entry, fault.place.field)
    return Problem(fault.code, place, fault.values)


def _no_duplicates(document: Document, edit: Edit) -> None:
    taken = Counter(each.id.casefold() for each in document.addresses())
    taken.subtract(
        str(each.before["id"]).casefold() for each in edit.touched if each.before and "id" in each.before
    )
    for touched in edit.touched:
        if touched.after is None:
            continue
        own = str(touched.after.get("id", ""))
        if taken[own.casefold()] > 0:
            raise taken_id(document.path, own, +taken)
        taken[own.casefold()] += 1
