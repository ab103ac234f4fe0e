"""A conflict of git decided: of one field, the lines of the side that has this value."""

from typing import NamedTuple

from clustercalls.editing.splice import statements
from clustercalls.errors import Problem
from clustercalls.registry.apart import blocks_of
from clustercalls.registry.conflicts import ContestedField, Hunk, TextBlock, fields_of, lines_of
from clustercalls.registry.layout import Layout


class Contest(NamedTuple):
    """A field that is contested, in which block of a file."""

    field: ContestedField
    block: TextBlock

    def told(self, file: str) -> Problem:
        """The problem of it."""
        first, last = (self.block.above + line + 1 for line in (self.field.hunk.first, self.field.hunk.last))
        return self.field.told(file, first, last)


def contests(content: str) -> list[Contest]:
    """Every field of a file that is contested, with both its values."""
    return [
        Contest(field, block)
        for block in blocks_of(content) or ()
        if block.conflicts
        for field in fields_of(block)
    ]


def decided(content: str, contest: Contest, value: str) -> str:
    """The file with a field as the side has it that has this value; all else that is contested stays so."""
    field, block = contest
    kept, other = (field.hunk.ours, field.hunk.theirs)
    if value != field.ours:
        kept, other = other, kept
    joined = _with_statement(other, field.key, _statement(kept, field.key))
    ours, theirs = (kept, joined) if value == field.ours else (joined, kept)
    lines = lines_of(content)
    first, last = (block.above + line for line in (field.hunk.first, field.hunk.last))
    between = [ours] if ours == theirs else _marked(lines[first : last + 1], field.hunk, ours, theirs)
    return "".join([*lines[:first], *between, *lines[last + 1 :]])


def _marked(lines: list[str], hunk: Hunk, ours: str, theirs: str) -> list[str]:
    """A conflict with other lines of either side, its marks and what git says of the base as they were."""
    above = len(lines_of(hunk.ours)) if hunk.ours else 0
    below = len(lines_of(hunk.theirs)) if hunk.theirs else 0
    return [lines[0], ours, *lines[1 + above : len(lines) - 1 - below], theirs, lines[-1]]


def _statement(lines: str, key: str) -> str:
    """The assignment of a key; empty where there is none."""
    start, end = _span(lines, key)
    return lines[start:end]


def _with_statement(lines: str, key: str, statement: str) -> str:
    start, end = _span(lines, key)
    return lines[:start] + statement + lines[end:]


def _span(lines: str, key: str) -> tuple[int, int]:
    """Where the assignment of a key begins and ends; the end of all of them where there is none."""
    every = statements(lines, Layout(lines).sections[0])
    there = ((each.start, each.end) for each in every if ".".join(each.key) == key)
    return next(there, (len(lines), len(lines)))
