"""What stands between git's marks of a conflict: fields of one entry, as either side has them."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.limits import CONFLICTS
from clustercalls.model import StageKind
from clustercalls.registry import notation
from clustercalls.registry.layout import Layout, Section, key_parts
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

Table = dict[str, Any]
NOTHING = "nothing"  # what a side has that has not the field
SHORT = frozenset(kind.value for kind in StageKind)


class TextBlock(NamedTuple):
    """A part of a file: its text, how many lines stand above it, the first and last line of its conflicts."""

    text: str
    above: int
    conflicts: tuple[tuple[int, int], ...] = ()


class Hunk(NamedTuple):
    """A conflict: its first and last line, from 0 in its block, and the lines of either side."""

    first: int
    last: int
    ours: str
    theirs: str


class ContestedField(NamedTuple):
    """A field of an entry, or of one of its stages; as which text each side has it, empty if not at all."""

    entry: str
    stage: str
    key: str
    place: str
    ours: str
    theirs: str
    hunk: Hunk

    @property
    def is_date(self) -> bool:
        """Whether `move` sets it."""
        return self.key == "when" if self.stage else self.key in SHORT

    @property
    def command(self) -> str:
        """The command that keeps what ours has, or what theirs has where ours has nothing."""
        value = self.ours or self.theirs
        name = "/".join(filter(None, (self.entry, self.stage)))
        if self.is_date:
            name = name if self.stage else f"{name}/{self.key}"
            return f"clustercalls move {_typed(name)} {_typed(value)}"
        return f"clustercalls set {_typed(name)} {_typed(f'{self.key}={value}')}"

    def told(self, file: str, first: int, last: int) -> Problem:
        """The problem of it, of a conflict between these lines of the file."""
        place = Place(file, first, self.entry, self.place)
        lines = {"first": first, "last": last}
        sides = {"ours": self.ours or NOTHING, "theirs": self.theirs or NOTHING}
        return problem("contested-field", place, **lines, **sides, command=self.command)


def told(block: TextBlock, file: str) -> list[Problem]:
    """The problems of a block with conflicts: each field with both its values, where that is clear."""
    fields = fields_of(block)
    problems = []
    for hunk in hunks(block):
        first, last = block.above + hunk.first + 1, block.above + hunk.last + 1
        its = [each for each in fields if each.hunk == hunk]
        code = "contested-entry" if (name := _removed(hunk)) else "merge-conflict"
        problems += [each.told(file, first, last) for each in its] or [
            problem(code, Place(file, first, name), first=first, last=last)
        ]
    return problems


def _removed(hunk: Hunk) -> str:
    """The id of the one entry that one side has whole and the other has not; empty for anything else."""
    sides = [each for each in (hunk.ours, hunk.theirs) if each.strip()]
    entry = _entry(sides[0]) if len(sides) == 1 else None
    return str(entry[1].get("id", "")) if entry else ""


def hunks(block: TextBlock) -> list[Hunk]:
    """The conflicts of a block, in order."""
    lines = lines_of(block.text)
    conflicts = []
    for first, last in ((each - block.above - 1 for each in ends) for ends in block.conflicts):
        inside = lines[first + 1 : last]
        marks = (number for number, line in enumerate(inside) if line.startswith("======="))
        middle = next(marks, len(inside))
        base = next((number for number, line in enumerate(inside[:middle]) if line[:7] == "|" * 7), middle)
        conflicts.append(Hunk(first, last, "".join(inside[:base]), "".join(inside[middle + 1 :])))
    return conflicts


def fields_of(block: TextBlock) -> list[ContestedField]:
    """The fields that both sides of a block have, each in a way of its own; none where that is not clear."""
    there = hunks(block)
    if not 0 < len(there) <= CONFLICTS or there[-1].last >= len(lines_of(block.text)):
        return []  # too many, or one that ends in another block
    ours, theirs = (_entry(resolved(block.text, there, side)) for side in (0, 1))
    name = ours and str(ours[1].get("id", ""))
    if not ours or not theirs or not name or name != theirs[1].get("id"):
        return []
    stages = [_stages(table) for _, table in (ours, theirs)]
    return [
        field
        for number, hunk in enumerate(there)
        for field in _fields(block.text, there, number, hunk, ours, stages)
    ]


def lines_of(text: str) -> list[str]:
    """Its lines with their ends: no other character ends one in TOML."""
    *ended, last = text.split("\n")
    return [f"{each}\n" for each in ended] + [last] * bool(last)


def resolved(text: str, there: list[Hunk], side: int, until: int = -1) -> str:
    """The text as one side has it; with `until`, only what stands above that conflict."""
    lines = lines_of(text)
    parts, at = [], 0
    for number, hunk in enumerate(there):
        parts += lines[at : hunk.first]
        if number == until:
            return "".join(parts)
        parts.append((hunk.ours, hunk.theirs)[side])
        at = hunk.last + 1
    return "".join([*parts, *lines[at:]])


def _entry(text: str) -> tuple[str, Table] | None:
    """The kind and the table of the one entry of a text."""
    try:
        tables = toml(text, Text("", Layout("")))
    except InputRefused:
        return None
    kind: str = next(iter(tables), "")
    entries: Any = tables.get(kind)
    whole = len(tables) == 1 and kind in TABLES and isinstance(entries, list) and len(entries) == 1
    return (kind, entries[0]) if whole and isinstance(entries[0], dict) else None


def _fields(
    text: str, there: list[Hunk], number: int, hunk: Hunk, entry: tuple[str, Table], stages: list[set[str]]
) -> Iterator[ContestedField]:
    """The fields of one conflict, where either side has assignments of plain values and nothing else.

    None where one side has a short key and the other a table for that stage: together they would be two.
    """
    above = Layout(resolved(text, there, 0, number)).sections
    section = above[-1]
    kind, table = entry
    if not section.path:
        return
    sides = [_assigned(each) for each in (hunk.ours, hunk.theirs)]
    if sides[0] is None or sides[1] is None:
        return
    stage, place = _place(section, above, kind, table)
    if place is None:
        return
    if not stage and (SHORT & sides[0].keys() & stages[1] or SHORT & sides[1].keys() & stages[0]):
        return
    for key in {**sides[0], **sides[1]}:
        ours, theirs = sides[0].get(key, ""), sides[1].get(key, "")
        if ours != theirs:
            yield ContestedField(str(table["id"]), stage, key, f"{place}{key}", ours, theirs, hunk)


def _stages(table: Table) -> set[str]:
    """What the stages are called that have a table."""
    stages = table.get("stage")
    every = stages if isinstance(stages, list) else []
    return {str(each.get("id") or each.get("kind") or "") for each in every if isinstance(each, dict)}


def _place(section: Section, above: list[Section], kind: str, table: Table) -> tuple[str, str | None]:
    """The stage that a section is, empty of the entry itself, and how a field of it is named."""
    if section.path == (kind,):
        return "", ""
    number = sum(each.path == (kind, "stage") for each in above)
    stages = table.get("stage")
    if section.path != (kind, "stage") or not isinstance(stages, list) or len(stages) < number:
        return "", None
    stage = stages[number - 1]
    return str(stage.get("id") or stage.get("kind") or ""), f"stage.{number}."


def _assigned(lines: str) -> dict[str, str] | None:
    """The value of each key as a text; None where something else than plain values stands there."""
    if len(Layout(lines).sections) != 1:
        return None
    try:
        tables = toml(lines, Text("", Layout("")))
    except InputRefused:
        return None
    values = {}
    for keys in Layout(lines).sections[0].keys:
        value: Any = tables
        for part in keys:
            value = value.get(part) if isinstance(value, dict) else None
        typed = _said(value)
        if typed is None or key_parts(".".join(keys)) != keys:
            return None
        values[".".join(keys)] = typed
    return values


def _said(value: object) -> str | None:
    """A value as it is typed in a command, on one line; None of what a terminal would not repeat."""
    plain = _plain(value)
    written = plain if plain is not None else notation.value(value).replace("\t", "\\t")
    return written if written.isprintable() else None


def _plain(value: object) -> str | None:
    """A value as one would say it; None of what has to be written as TOML does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list) and value:
        each = [_plain(one) if isinstance(one, str) and "," not in one else None for one in value]
        return None if None in each else ", ".join(map(str, each))
    if not isinstance(value, str | int | float):
        return None
    text = str(value)
    return text if text.isprintable() and text.strip() else None


def _typed(text: str) -> str:
    import shlex

    return shlex.quote(text)
