"""Edits of one entry's block of text: a value changed, a key added or taken out, a table appended.

Every function takes the block and returns it with the lines meant changed and all others as they were.
What an edit means for the parsed entry is `ops.applied`; a transaction compares the two.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from clustercalls.editing.assignment import rewritten
from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.registry import notation
from clustercalls.registry.layout import ASSIGNMENT, LEXEME, Layout, Section, key_parts
from clustercalls.tables.findings import KeyPath


class Statement(NamedTuple):
    """An assignment: the parts of its key, and where its lines begin and end."""

    key: tuple[str, ...]
    start: int
    end: int


def spliced(block: str, kind: str, op: Op, eol: str) -> str:
    """The block of text after an edit.

    Raises:
        NotInPlace: when there is no place for it.
    """
    sections = Layout(block).sections[1:]
    section, rest = _home(sections, kind, op.path)
    every = list(statements(block, section))
    for statement in every:
        if statement.key == rest[: len(statement.key)]:
            lines = rewritten(block[statement.start : statement.end], rest, op, eol)
            return block[: statement.start] + lines + block[statement.end :]
    if op.more:
        return _with_table(block, sections, kind, op, eol)
    if op.value is None:
        return block
    return _with_line(block, section, every, rest, op.value, eol)


def statements(text: str, section: Section) -> Iterator[Statement]:
    """The assignments of a section, in order."""
    assignment, token = re.compile(ASSIGNMENT), re.compile(LEXEME, re.DOTALL)
    position = _line_end(text, section.start) if section.path else section.start
    while position < section.end:
        match = assignment.match(text, position)
        if match is None:
            position = _line_end(text, position)
            continue
        end, depth = match.end(), 0
        while lexeme := token.search(text, end):
            end = lexeme.end()
            depth += (lexeme[0] in {"[", "{"}) - (lexeme[0] in {"]", "}"})
            if lexeme[0] == "\n" and depth == 0:
                break
        else:
            end = len(text)
        yield Statement(key_parts(match[1]), position, end)
        position = end


def own_end(text: str, start: int) -> int:
    """Where the comments that follow a block without a gap end, when a gap or the end follows them."""
    position = start
    while position < len(text) and text[position : _line_end(text, position)].lstrip(" \t").startswith("#"):
        position = _line_end(text, position)
    rest = text[position : _line_end(text, position)]
    return position if not rest.strip() else start


def content_end(text: str, sections: list[Section]) -> int:
    """Where the last assignment or header of a block ends, with the comments that belong to it."""
    last = sections[-1]
    end = max([_line_end(text, last.start), *(each.end for each in statements(text, last))])
    return own_end(text, end)


def _line_end(text: str, position: int) -> int:
    return (text.find("\n", position) + 1) or len(text)


def _home(sections: list[Section], kind: str, path: KeyPath) -> tuple[Section, KeyPath]:
    """The section a value stands in, and its path in there."""
    if len(path) > 1:
        tables = [each for each in sections if each.path == (kind, str(path[0]))]
        if isinstance(path[1], int) and path[1] < len(tables):
            return tables[path[1]], path[2:]
        if tables and not isinstance(path[1], int):
            return tables[0], path[1:]
    return sections[0], path


def _with_line(
    block: str,
    section: Section,
    every: list[Statement],
    path: KeyPath,
    value: Any,  # noqa: ANN401 - a TOML value
    eol: str,
) -> str:
    """A new assignment, behind those that come before it in the order of keys."""
    names = [str(part) for part in path]
    if len(path) != len([part for part in path if isinstance(part, str)]):
        raise NotInPlace(".".join(names))
    order = notation.ORDER.get(section.path[1] if len(section.path) > 1 else "", ())
    rank = {name: number for number, name in enumerate(order)}
    mine = rank.get(names[0], len(rank))
    before = [each for each in every if rank.get(each.key[0], -1) <= mine] or every
    at = before[-1].end if before else _line_end(block, section.start)
    above = block[before[-1].start if before else section.start :]
    indent = above[: len(above) - len(above.lstrip(" \t"))]
    dotted = any(each.key[:-1] == tuple(names[:-1]) and len(names) > 1 for each in every)
    written = notation.value(value)
    if len(names) > 1 and not dotted:
        for name in reversed(names[1:]):
            written = f"{{ {notation.key(name)} = {written} }}"
        names = names[:1]
    line = f"{indent}{'.'.join(map(notation.key, names))} = {written}{eol}"
    return _inserted(block, at, line, eol)


def _with_table(block: str, sections: list[Section], kind: str, op: Op, eol: str) -> str:
    """A new `[[kind.name]]` at the end of the block, indented as the one before it."""
    last = sections[-1]
    head = re.match(r"[ \t]*", block[last.start :])
    inner = next(iter(statements(block, last)), None)
    own = re.match(r"[ \t]*", block[inner.start :]) if inner else head
    indent, own_indent = (match[0] if match else "" for match in (head, own))
    name = ".".join([kind, *map(str, op.path)])
    lines = [f"{indent}[[{name}]]", *(own_indent + line for line in notation.lines(op.value))]
    return _inserted(block, content_end(block, sections), eol + eol.join(lines) + eol, eol)


def _inserted(text: str, at: int, addition: str, eol: str) -> str:
    gap = "" if text[:at].endswith("\n") else eol
    return text[:at] + gap + addition + text[at:]
