"""Where things stand in a TOML text: the lines of its headers and keys.

Read only when a problem needs its place or a block is to be edited; the parser itself keeps no lines.
"""

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_PATH = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = rf"[ \t]*\[(\[)?[ \t]*({_PATH})[ \t]*\]\]?"
_ASSIGNMENT = rf"[ \t]*({_PATH})[ \t]*="
# Strings and comments are matched first, so that a bracket inside one of them is not a bracket.
_LEXEME = r'#[^\n]*|"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[\[\]{}\n]'


class Section(Struct):
    """A header and its keys: `path` such as ("call", "stage"); offsets into the text, `end` exclusive."""

    path: tuple[str, ...]
    start: int
    end: int
    keys: dict[str, int]


class Layout:
    """The sections of one text, in order; the first has no header and an empty path."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def sections(self) -> list[Section]:
        """Every section, found by one pass over the tokens that can hold or hide a header."""
        # Compiled here: a file without problems needs none of it, and start-up is the cost.
        token = re.compile(_LEXEME, re.DOTALL)
        found = [Section((), 0, len(self._text), {})]
        position = self._begin_line(0, found)
        depth = 0
        while match := token.search(self._text, position):
            mark, position = match[0], match.end()
            if mark in "[{":
                depth += 1
            elif mark in "]}":
                depth = max(depth - 1, 0)
            elif mark == "\n" and depth == 0:
                position = self._begin_line(position, found)
        return found

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self._line_starts, offset)

    def entry(self, kind: str, index: int) -> list[Section]:
        """The sections of the nth `[[kind]]`, its own first; empty when it has no header of its own."""
        heads = [number for number, section in enumerate(self.sections) if section.path == (kind,)]
        if index >= len(heads):
            return []
        first = last = heads[index]
        while (
            last + 1 < len(self.sections)
            and len(path := self.sections[last + 1].path) > 1
            and path[0] == kind
        ):
            last += 1
        return self.sections[first : last + 1]

    def line_of_top(self, key: str) -> int:
        """The line of the first header or key of this name outside all entries; 0 when unknown."""
        for section in self.sections[1:]:
            if section.path[0] == key:
                return self.line(section.start)
        offset = self.sections[0].keys.get(key)
        return 0 if offset is None else self.line(offset)

    def line_of(self, kind: str, index: int, path: tuple[str | int, ...]) -> int:
        """The line of a field of the nth `[[kind]]`, of what holds it, or of its header; 0 when unknown.

        `path` is that of the value, such as ("stage", 1, "when").
        """
        sections = self.entry(kind, index)
        if not sections:
            root = self.sections[0].keys.get(kind)
            return 0 if root is None else self.line(root)
        own, inner = sections[0], path
        if len(path) > 1 and isinstance(path[1], int):
            tables = [section for section in sections if section.path == (kind, str(path[0]))]
            if path[1] < len(tables):
                own, inner = tables[path[1]], path[2:]
        elif any(section.path == (kind, str(path[0])) for section in sections if path):
            own = next(section for section in sections if section.path == (kind, str(path[0])))
            inner = path[1:]
        offset = own.keys.get(str(inner[0])) if inner else None
        return self.line(own.start if offset is None else offset)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def _begin_line(self, position: int, found: list[Section]) -> int:
        """Notes the header or key that starts here; returns where to go on reading tokens."""
        header = re.compile(_HEADER).match(self._text, position)
        if header:
            found[-1].end = position
            found.append(Section(_parts(header[2]), position, len(self._text), {}))
            return header.end()
        assignment = re.compile(_ASSIGNMENT).match(self._text, position)
        if assignment:
            found[-1].keys.setdefault(_parts(assignment[1])[0], position)
            return assignment.end()
        return position


def _parts(path: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, path))
