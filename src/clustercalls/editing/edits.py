"""Edits of a registry file: entries amended, appended, taken out.

An `Edit` says twice what is to happen: as a new text, and as what parsing that text must give.
"""

from collections.abc import Iterable
from typing import NamedTuple

from clustercalls.editing.document import Address, Document, Table
from clustercalls.editing.ops import NotInPlace, Op, applied
from clustercalls.editing.splice import content_end, spliced, statements
from clustercalls.errors import InputRefused, Place, problem
from clustercalls.registry.layout import Layout


class Touched(NamedTuple):
    """An entry before and after, None where there is none."""

    kind: str
    before: Table | None
    after: Table | None


class Edit(NamedTuple):
    """A new text of a file, the tables it must parse to, and the entries that differ.

    `proven` says that the text is known by its digest, and the tables are what was read from it.
    """

    text: str
    meant: Table
    touched: tuple[Touched, ...]
    proven: bool = False


def amended(document: Document, address: Address, ops: Iterable[Op]) -> Edit:
    """The edit that does these things to one entry.

    Raises:
        InputRefused: when its text cannot be edited in place.
    """
    stretch = document.block(address)
    if stretch is None:
        raise not_in_place(document, address)
    return rewritten(document, address, document.text[stretch[0] : stretch[1]], document.table(address), ops)


def rewritten(document: Document, address: Address, block: str, table: Table, ops: Iterable[Op]) -> Edit:
    """The edit of one entry's block for another text that parses to `table`, and these things done to that.

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
    return Edit(
        document.text[:begin] + block + document.text[end:],
        document.raw | {address.kind: tables},
        (Touched(address.kind, document.table(address), table),),
    )


def merged(document: Document, edits: Iterable[tuple[Address, Edit]]) -> Edit:
    """One edit of those of several entries, each made on `excerpt` of the file as it is."""
    tables: Table = {}
    blocks: list[tuple[int, int, str]] = []
    touched: list[Touched] = []
    for address, edit in edits:
        begin, end = document.block(address) or (0, 0)
        blocks.append((begin, end, edit.text))
        tables.setdefault(address.kind, list(document.raw[address.kind]))
        tables[address.kind][address.number] = edit.meant[address.kind][0]
        touched += edit.touched
    pieces, at = [], 0
    for begin, end, block in sorted(blocks):
        pieces += [document.text[at:begin], block]
        at = end
    return Edit("".join((*pieces, document.text[at:])), document.raw | tables, tuple(touched))


def extended(document: Document, blocks: list[tuple[str, Table, str]]) -> Edit:
    """The edit that appends new entries: kind, table, and the text of the block with plain line ends."""
    text, meant = document.text, dict(document.raw)
    for kind, table, block in blocks:
        if text and not text.endswith("\n"):
            text += document.eol
        gap = document.eol if text and not text.endswith(document.eol * 2) else ""
        text += gap + block.replace("\n", document.eol)
        old = meant.get(kind, [])
        meant[kind] = [*old, table] if isinstance(old, list) else [table]
    return Edit(text, meant, tuple(Touched(kind, None, table) for kind, table, _ in blocks))


def without(document: Document, address: Address) -> tuple[Edit, str]:
    """The edit that takes an entry out, with the comments that touch it; and the text taken out.

    Raises:
        InputRefused: when its text cannot be cut out.
    """
    stretch = document.block(address)
    if stretch is None:
        raise not_in_place(document, address)
    begin, end = stretch
    block = document.text[begin:end]
    stop = begin + content_end(block, Layout(block).sections[1:])
    start = above(document.text, begin)
    taken = document.text[start:stop]
    rest = document.text[stop:]
    gap = len(rest) - len(rest.lstrip("\r\n"))
    tables = [each for n, each in enumerate(document.raw[address.kind]) if n != address.number]
    meant = {name: each for name, each in document.raw.items() if name != address.kind or tables}
    if tables:
        meant[address.kind] = tables
    text = document.text[:start] + rest[gap:]
    return Edit(text, meant, (Touched(address.kind, document.table(address), None),)), taken


def not_in_place(document: Document, address: Address) -> InputRefused:
    """That the text of an entry is not a block of its own."""
    return InputRefused(problem("not-in-place", Place(str(document.path)), id=address.id))


def above(text: str, begin: int) -> int:
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
