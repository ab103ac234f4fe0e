"""A registry file opened for an edit: its bytes, its tables, and where the block of an entry stands.

A block is found by its headers and proven by parsing it alone: it must give exactly the entry meant.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.errors.kinds import Severity
from clustercalls.model import Entry
from clustercalls.registry.build import Defaults
from clustercalls.registry.layout import Layout
from clustercalls.registry.paths import decode
from clustercalls.registry.pieces import Piece, joined, pieces_of, without_own_keys
from clustercalls.registry.read import from_document
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml
from clustercalls.registry.top import stated_in
from clustercalls.zones import UNKNOWN

Table = dict[str, Any]


MARK = r"(?m)^<{7} .*\n(?s:.*?)^={7}\r?\n(?s:.*?)^>{7}(?= |$)"  # of a conflict that git left


class Address(NamedTuple):
    """Which entry: the nth table of a kind, and its id as the file has it."""

    kind: str
    number: int
    id: str


class TableReading(NamedTuple):
    """What the registry reader makes of one table: the entry, unless it is broken, and the problems."""

    entry: Entry | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep it from being used."""
        return [each for each in self.problems if each.severity is Severity.ERROR]


class Document:
    """One file as it was read; nothing of it changes."""

    def __init__(
        self,
        path: Path,
        data: bytes,
        text: str,
        raw: Table,
        pieces: tuple[Piece, ...] = (),
        eol: str = "",
        shared: Defaults | None = None,
    ) -> None:
        """`eol` is how the lines of a whole end of which this is a piece; `shared` is of its folder."""
        self.path = path
        self.data = data
        self.text = text
        self.raw = raw
        self._pieces = pieces
        self._eol = eol
        self.shared = shared
        self._heads: dict[str, list[int]] = {}
        self._layout: Layout | None = None
        self._blocks: dict[Address, tuple[int, int] | None] = {}
        self._readings: list[tuple[str, Table, bool, TableReading]] = []
        self._defaults: Defaults | None = None

    def with_text(self, text: str, raw: Table) -> "Document":
        """The file as a change would leave it."""
        return Document(self.path, self.data, text, raw, eol=self._eol, shared=self.shared)

    def excerpt(self, address: Address) -> "tuple[Document, Address]":
        """The block of an entry as a file of its own under the same defaults, and where the entry is there.

        An edit of that holds no copy of the whole file. What has no block of its own is left in the whole.
        """
        stretch = self.block(address)
        if stretch is None:
            return self, address
        raw = self.raw | {address.kind: [self.table(address)]}
        text = self.text[stretch[0] : stretch[1]]
        alone = Document(self.path, self.data, text, raw, eol=self.eol, shared=self.shared)
        there = address._replace(number=0)
        alone._blocks[there] = 0, len(text)  # as was proven here
        alone._defaults = self.defaults
        return alone, there

    def parsed(self, text: str) -> Table:
        """The tables of what is to be its text; a piece that stays as it is, is not read again.

        Raises:
            InputRefused: when it is not TOML.
        """
        pieces = pieces_of(text, self.text, self._pieces)
        return joined(pieces) if pieces else toml(text, Text(str(self.path), Layout(text)))

    def untabled(self) -> "Document":
        """The file without its tables, for who exchanges its text alone: they take ten times its room."""
        return self.with_text(self.text, {})

    @property
    def eol(self) -> str:
        """How its lines end: as the first one does."""
        if self._eol:
            return self._eol
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    @property
    def zone(self) -> str:
        """Its default zone, as the reader takes it: one that is none counts as not given."""
        zone = self.defaults.zone
        return Defaults().zone if zone == UNKNOWN else zone

    def encoded(self, text: str) -> bytes:
        """The bytes of a new text, with the byte order mark that was there."""
        mark = self.data[:3] if self.data.startswith(b"\xef\xbb\xbf") else b""
        return mark + text.encode()

    def addresses(self) -> list[Address]:
        """Every table of an entry that has an id, sound or not."""
        return [
            Address(kind, index, table["id"])
            for kind in TABLES
            if isinstance(tables := self.raw.get(kind), list)
            for index, table in enumerate(tables)
            if isinstance(table, dict) and isinstance(table.get("id"), str)
        ]

    def table(self, address: Address) -> Table:
        """The table of an entry."""
        found: Table = self.raw[address.kind][address.number]
        return found

    def block(self, address: Address) -> tuple[int, int] | None:
        """Where the block of an entry begins and ends; None when it has none of its own."""
        if address not in self._blocks:
            self._blocks[address] = self._proven(address)
        return self._blocks[address]

    def _proven(self, address: Address) -> tuple[int, int] | None:
        wanted = {address.kind: [self.table(address)]}
        for find in (self._quickly, self._surely):
            begin, end = find(address)
            if end and _tables(self.text[begin:end]) == wanted:
                return begin, end
        return None

    def read(self, kind: str, table: Table, *, warnings: bool = False) -> TableReading:
        """What the registry reader says of a table in this file, were it the only one.

        Of the last two it is known: an edit asks of one entry before and after, time and again.
        """
        for its_kind, its_table, warned, reading in self._readings:
            if its_table is table and (its_kind, warned) == (kind, warnings):
                return reading
        text, defaults = Text(str(self.path), Layout("")), self.defaults
        content = without_own_keys({kind: [table]})
        parsed = from_document(content, text, {}, warnings=warnings, defaults=defaults)
        reading = TableReading(
            parsed.entries[0] if parsed.entries else None,
            tuple(each for each in parsed.problems if each.place.entry),
        )
        self._readings = [*self._readings[-1:], (kind, table, warnings, reading)]
        return reading

    @property
    def defaults(self) -> Defaults:
        """What its entries have unless they say otherwise."""
        if self._defaults is None:
            text = Text(str(self.path), Layout(""))
            stated = stated_in(self.raw, text, [], warnings=False)
            self._defaults = stated.over(self.shared) if self.shared else stated
        return self._defaults

    def _quickly(self, address: Address) -> tuple[int, int]:
        """By the looks of lines: right unless a text of several lines looks like a header."""
        kind = address.kind
        if kind not in self._heads:
            heads = re.compile(rf"^[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]", re.MULTILINE)
            self._heads[kind] = [each.start() for each in heads.finditer(self.text)]
        if address.number >= len(self._heads[kind]):
            return 0, 0
        begin = self._heads[kind][address.number]
        others = re.compile(rf"^[ \t]*\[(?!\[?[ \t]*{kind}[ \t]*\.)", re.MULTILINE)
        following = others.search(self.text, self.text.find("]", begin))
        return begin, following.start() if following else len(self.text)

    def _surely(self, address: Address) -> tuple[int, int]:
        """By reading every token; the sections of an entry must follow each other."""
        self._layout = self._layout or Layout(self.text)
        sections = self._layout.entry(address.kind, address.number)
        if not sections:
            return 0, 0
        end = sections[0].end
        for section in sections[1:]:
            if section.start == end:
                end = section.end
        return sections[0].start, end


def open_document(path: Path, shared: Defaults | None = None) -> Document:
    """The file, read whole; `shared` is what its folder has for entries that say nothing else.

    Raises:
        InputRefused: when it is missing, not UTF-8 or not TOML.
    """
    return as_document(path, read(path), shared)


def as_document(path: Path, data: bytes, shared: Defaults | None = None) -> Document:
    """A file that holds these bytes.

    Raises:
        InputRefused: when they are not UTF-8 or not TOML.
    """
    text = decode(data, path)
    if mark := re.search(MARK, text):
        line = text.count("\n", 0, mark.start()) + 1
        raise InputRefused(problem("undecided-file", Place(str(path), line), path=path))
    pieces = pieces_of(text)
    if pieces:
        return Document(path, data, text, joined(pieces), pieces, shared=shared)
    return Document(path, data, text, toml(text, Text(str(path), Layout(text))), shared=shared)


def _tables(text: str) -> Table | None:
    try:
        return toml(text, Text("", Layout(text)))
    except InputRefused:
        return None
