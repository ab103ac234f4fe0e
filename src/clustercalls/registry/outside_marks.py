"""What the tables of a file itself say outside git's marks, row by row: `[track]`, `[defaults]`."""

from typing import Any, NamedTuple

from clustercalls.errors import InputRefused
from clustercalls.registry.conflicts import TextBlock, hunks, lines_of, resolved
from clustercalls.registry.layout import Layout
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

Table = dict[str, Any]
Rows = dict[tuple[str, str], Any]  # by the table and the key; the key is empty of what stands above them all


class Outside(NamedTuple):
    """What stands outside the marks, its lines where they were, and the rows of either side inside."""

    text: str
    tables: Table
    contested: frozenset[tuple[str, str]]


def outside(block: TextBlock) -> Outside | None:
    """What a block with conflicts says on both sides; None where that is not clear, or it is an entry."""
    there = hunks(block)
    lines = lines_of(block.text)
    if not there or there[-1].last >= len(lines):
        return None  # it ends in another block
    for hunk in there:
        lines[hunk.first : hunk.last + 1] = ["\n"] * (hunk.last + 1 - hunk.first)
    text = "".join(lines)
    tables, *sides = map(_tables, (text, resolved(block.text, there, 0), resolved(block.text, there, 1)))
    if tables is None or sides[0] is None or sides[1] is None:
        return None
    common_rows, ours, theirs = _rows(tables), _rows(sides[0]), _rows(sides[1])
    if any(
        key not in side or side[key] != value for key, value in common_rows.items() for side in (ours, theirs)
    ):
        return None  # a row that the marks move into another table, or part of a longer one
    return Outside(text, tables, frozenset((ours.keys() | theirs.keys()) - common_rows.keys()))


def _tables(text: str) -> Table | None:
    try:
        tables = toml(text, Text("", Layout("")))
    except InputRefused:
        return None
    return tables if TABLES.keys().isdisjoint(tables) else None


def _rows(tables: Table) -> Rows:
    return {
        (name, key): value
        for name, table in tables.items()
        for key, value in (table if isinstance(table, dict) else {"": table}).items()
    }
