"""A registry file cut into blocks: what stands above all tables, then a block an entry or other table."""

import re
from collections import Counter
from typing import Any, NamedTuple

from clustercalls.editing.splice import own_end, statements
from clustercalls.registry.layout import Layout, Section, key_parts
from clustercalls.registry.pieces import loads
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

_HEADER = re.compile(r"^[ \t]*\[.*$", re.MULTILINE)
_PLAIN = re.compile(
    r"[ \t]*(\[\[?)[ \t]*([\w-]+(?:[ \t]*\.[ \t]*[\w-]+)*)[ \t]*\]\]?[ \t]*(?:#.*)?\r?", re.ASCII
)

Key = tuple[str, str, int]  # `ENTRY` or the name of another table, the id, and which of two alike
Tables = dict[str, dict[str, Any]]  # by the text they were read from
ENTRY = "entry"
ROOT: Key = ("", "", 0)


class NotCut(Exception):
    """The file is written in a way that leaves an entry without a block of its own."""


class Head(NamedTuple):
    """A header: where it begins, its parts, and whether it is of a list."""

    start: int
    path: tuple[str, ...]
    is_list: bool


class CutBlock(NamedTuple):
    """A block with the comments above it: which one, its kind, its text and what it says."""

    key: Key
    kind: str
    text: str
    table: dict[str, Any]


class Cut(NamedTuple):
    """A file: its blocks in order, the first without a header, and what stands below the last.

    `is_apart` says that each block was read by itself.
    """

    blocks: dict[Key, CutBlock]
    tail: str
    is_apart: bool


def cut(text: str, file: str, known: Tables | None = None) -> Cut:
    """The blocks of a file; `known` are the tables of those that were read before, and is added to.

    Raises:
        InputRefused: when it is not TOML.
        NotCut: when an entry has no block of its own.
    """
    at_a_glance = _cut_apart(text, {} if known is None else known)
    if at_a_glance:
        return at_a_glance
    document = toml(text, Text(file, Layout(text)))
    sections = Layout(text).sections
    heads = [Head(each.start, each.path, each.is_list) for each in sections[1:]]
    first = [head for head, begins in zip(heads, _beginnings(heads), strict=True) if begins]
    tables = _tables(document, first)
    texts = _texts(text, first, {each.end: each for each in sections})
    return Cut(_blocks(first, texts, tables), texts[-1], is_apart=False)


def _cut_apart(text: str, known: Tables) -> Cut | None:
    """The same by the looks of lines, where every block proves to be one when it is read by itself."""
    heads = _heads_at_a_glance(text)
    if heads is None:
        return None
    first = [head for head, begins in zip(heads, _beginnings(heads), strict=True) if begins]
    texts, tables = _texts(text, first, None), []
    for block in texts[:-1]:
        try:
            tables.append(known.get(block) or loads(block))
        except (ValueError, RecursionError):
            return None
        known[block] = tables[-1]
    if not TABLES.keys().isdisjoint(tables[0]):
        return None
    inner: list[dict[str, Any]] = tables[:1]
    forms = dict.fromkeys(tables[0], False)  # whether it is a list, of which there may be more
    for head, table in zip(first, tables[1:], strict=True):
        top, is_list = head.path[0], head.is_list and len(head.path) == 1
        if list(table) != [top] or not (forms.get(top, True) and (is_list or top not in forms)):
            return None  # said twice, or in two ways
        forms[top] = is_list
        inner.append(table[top][0] if is_list else table[top])
    return Cut(_blocks(first, texts, inner), texts[-1], is_apart=True)


def _blocks(first: list[Head], texts: list[str], tables: list[dict[str, Any]]) -> dict[Key, CutBlock]:
    kinds = ["", *(head.path[0] for head in first)]
    there = map(CutBlock, _keys(first, tables[1:]), kinds, texts, tables)
    return {block.key: block for block in there}


def _texts(text: str, first: list[Head], sections: dict[int, Section] | None) -> list[str]:
    """The text of every block, and what stands below the last."""
    ends = [_end(text, stop, sections) for stop in (*(each.start for each in first), len(text))]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _heads_at_a_glance(text: str) -> list[Head] | None:
    """The headers by the looks of lines; None where one of them might be part of a text or of a list."""
    if '"""' in text or "'''" in text:
        return None
    heads = []
    for line in _HEADER.finditer(text):
        plain = _PLAIN.fullmatch(line[0])
        if plain is None:
            return None
        heads.append(Head(line.start(), key_parts(plain[2]), plain[1] == "[["))
    return heads


def _beginnings(heads: list[Head]) -> list[bool]:
    """Which headers begin a block of their own.

    Raises:
        NotCut: when a table goes on behind another.
    """
    begins: list[bool] = []
    seen: set[str] = set()
    now = ""
    for head in heads:
        top = head.path[0]
        goes_on = top == now and not (head.is_list and len(head.path) == 1)
        if not goes_on and top in seen and not (head.is_list and len(head.path) == 1):
            raise NotCut(top)
        begins.append(not goes_on)
        seen.add(top)
        now = top
    return begins


def _keys(first: list[Head], tables: list[dict[str, Any]]) -> list[Key]:
    """Which block each is, the one above all headers first."""
    seen: Counter[tuple[str, str]] = Counter()
    keys = [ROOT]
    for head, table in zip(first, tables, strict=True):
        top, is_list = head.path[0], head.is_list and len(head.path) == 1
        name = ENTRY if top in TABLES else f"[{top}]" if is_list else top  # an id is one over all kinds
        named = name, str(table.get("id", "")) if is_list else ""
        keys.append((*named, seen[named]))
        seen[named] += 1
    return keys


def _tables(document: dict[str, Any], first: list[Head]) -> list[dict[str, Any]]:
    """The table of every block, in order.

    Raises:
        NotCut: when a table has no block of its own.
    """
    tops = {head.path[0] for head in first}
    tables: list[Any] = [{name: each for name, each in document.items() if name not in tops}]
    count: Counter[str] = Counter()
    for top in (head.path[0] for head in first):
        table = document[top]
        if isinstance(table, list) and count[top] < len(table):
            table = table[count[top]]
        tables.append(table)
        count[top] += 1
    lists = {name: each for name, each in document.items() if isinstance(each, list)}
    wrong = [name for name, each in lists.items() if name in {*tops, *TABLES} and len(each) != count[name]]
    if wrong or not all(isinstance(table, dict) for table in tables):
        raise NotCut("".join(wrong[:1]))
    return tables


def _end(text: str, stop: int, sections: dict[int, Section] | None) -> int:
    """Where what stands above `stop` ends, with the comments that belong to it; the rest is of the next."""
    if sections is None:
        position = stop
        while position:
            line = text.rfind("\n", 0, position - 1) + 1
            said = text[line:position].strip()
            if said and said[0] != "#":
                break
            position = line
        return own_end(text, position) if position < stop else stop
    return min(own_end(text, said_until(text, sections[stop])), stop)


def said_until(text: str, section: Section) -> int:
    """Where the header or the last assignment of a section ends."""
    ends = [each.end for each in statements(text, section)]
    if not ends and section.path:
        ends = [text.find("\n", section.start) + 1 or len(text)]
    return max(ends, default=0)
