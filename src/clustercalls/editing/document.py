"""A registry file opened for an edit: its bytes, its tables, and where the block of an entry stands.

A block is found by its headers and proven by parsing it alone: it must give exactly the entry meant.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Problem
from clustercalls.errors.kinds import Severity
from clustercalls.model import Entry
from clustercalls.registry import values
from clustercalls.registry.build import Defaults
from clustercalls.registry.layout import Layout
from clustercalls.registry.paths import decode
from clustercalls.registry.pieces import Piece, joined, pieces_of, without_own_keys
from clustercalls.registry.read import from_document
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml
from clustercalls.tables.findings import Bad

Table = dict[str, Any]


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
        self, path: Path, data: bytes, text: str, raw: Table, pieces: tuple[Piece, ...] = ()
    ) -> None:
        self.path = path
        self.data = data
        self.text = text
        self.raw = raw
        self._pieces = pieces

    def with_text(self, text: str, raw: Table) -> "Document":
        """The file as a change would leave it."""
        return Document(self.path, self.data, text, raw)

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
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    @property
    def zone(self) -> str:
        """Its default zone, as the reader takes it: one that is none counts as not given."""
        defaults = self.raw.get("defaults")
        zone = defaults.get("zone") if isinstance(defaults, dict) else None
        try:
            return values.zone(zone) if isinstance(zone, str) and zone else Defaults().zone
        except Bad:
            return Defaults().zone

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
        wanted = {address.kind: [self.table(address)]}
        for find in (self._quickly, self._surely):
            begin, end = find(address)
            if end and _tables(self.text[begin:end]) == wanted:
                return begin, end
        return None

    def read(self, kind: str, table: Table, *, warnings: bool = False) -> TableReading:
        """What the registry reader says of a table in this file, were it the only one."""
        content = without_own_keys({"defaults": self.raw.get("defaults", {}), kind: [table]})
        parsed = from_document(content, Text(str(self.path), Layout("")), {}, warnings=warnings)
        return TableReading(
            parsed.entries[0] if parsed.entries else None,
            tuple(each for each in parsed.problems if each.place.entry),
        )

    def _quickly(self, address: Address) -> tuple[int, int]:
        """By the looks of lines: right unless a text of several lines looks like a header."""
        kind = address.kind
        heads = re.compile(rf"^[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]", re.MULTILINE)
        begin = -1
        for number, head in enumerate(heads.finditer(self.text)):
            if number == address.number:
                begin = head.start()
                break
        if begin < 0:
            return 0, 0
        others = re.compile(rf"^[ \t]*\[(?!\[?[ \t]*{kind}[ \t]*\.)", re.MULTILINE)
        following = others.search(self.text, self.text.find("]", begin))
        return begin, following.start() if following else len(self.text)

    def _surely(self, address: Address) -> tuple[int, int]:
        """By reading every token; the sections of an entry must follow each other."""
        layout = Layout(self.text)
        sections = layout.entry(address.kind, address.number)
        if not sections:
            return 0, 0
        end = sections[0].end
        for section in sections[1:]:
            if section.start == end:
                end = section.end
        return sections[0].start, end


def open_document(path: Path) -> Document:
    """The file, read whole.

    Raises:
        InputRefused: when it is missing, not UTF-8 or not TOML.
    """
    return as_document(path, read(path))


def as_document(path: Path, data: bytes) -> Document:
    """A file that holds these bytes.

    Raises:
        InputRefused: when they are not UTF-8 or not TOML.
    """
    text = decode(data, path)
    pieces = pieces_of(text)
    if pieces:
        return Document(path, data, text, joined(pieces), pieces)
    return Document(path, data, text, toml(text, Text(str(path), Layout(text))))


def _tables(text: str) -> Table | None:
    try:
        return toml(text, Text("", Layout(text)))
    except InputRefused:
        return None
