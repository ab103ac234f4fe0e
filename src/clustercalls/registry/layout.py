"""Where things stand in a TOML text: the lines of its headers and keys.

Read only when a problem needs its place or a block is to be edited; the parser itself keeps no lines.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache

from msgspec import Struct, field

# Nothing between quotes is tried twice (`++`, `*+`): what could be is kept, 150 bytes a letter.
_QUOTED = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_KEY = rf"""(?:[A-Za-z0-9_-]+|{_QUOTED}|'[^'\n]*')"""
_PATH = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = rf"[ \t]*\[(\[)?[ \t]*({_PATH})[ \t]*\]\]?"
ASSIGNMENT = rf"[ \t]*({_PATH})[ \t]*="
# A key with a plain value and the end of its line: most lines are such, and need no closer look.
_PLAIN_LINE = rf"""[ \t]*({_PATH})[ \t]*=[ \t]*(?:{_QUOTED}(?!")|[\w.:+-]+)[ \t]*\r?\n"""
# Strings and comments are matched first, so that a bracket inside one of them is not a bracket.
_LONG = r'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"{3,5}'
LEXEME = rf"#[^\n]*|{_LONG}|'''.*?'{{3,5}}|{_QUOTED}|'[^'\n]*'|[\[\]{{}},\n]"

Match = Callable[[str, int], re.Match[str] | None]
Spots = dict[tuple[str | int, ...], int]


class Section(Struct):
    """A header and its keys: `path` such as ("call", "stage"); offsets into the text, `end` exclusive.

    `keys` has every key by its parts; `source.title = …` is there as ("source", "title"). `items` has where
    the items of its lists begin.
    """

    path: tuple[str, ...]
    start: int
    end: int
    keys: dict[tuple[str, ...], int]
    is_list: bool = False
    items: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    @property
    def last_key(self) -> tuple[str, ...]:
        """The key that was read last."""
        return next(reversed(self.keys), ())


class Layout:
    """The sections of one text, in order; the first has no header and an empty path."""

    def __init__(self, text: str, above: int = 0) -> None:
        """`above` are the lines of the file above a text that is a part of it."""
        self._text = text
        self._above = above
        self._known: tuple[list[Section], Spots] = [], {}  # what was asked for last

    @cached_property
    def sections(self) -> list[Section]:
        """Every section, found by one pass over the tokens that can hold or hide a header."""
        # Compiled here: a file without problems needs none of it, and start-up is the cost.
        token = re.compile(LEXEME, re.DOTALL)
        sections = [Section((), 0, len(self._text), {})]
        position = self._begin_line(0, sections)
        opened: list[str] = []
        while match := token.search(self._text, position):
            mark, position = match[0], match.end()
            if mark in "[{":
                opened.append(mark)
            elif mark in "]}":
                del opened[-1:]
            elif mark == "\n" and not opened:
                position = self._begin_line(position, sections)
            if mark in "[," and opened == ["["]:
                self._begin_item(position, sections[-1])
        return sections

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return self._above + bisect_right(self._line_starts, offset)

    def entry(self, kind: str, index: int) -> list[Section]:
        """The sections of the nth `[[kind]]`, its own first; empty when it has no header of its own.

        They need not follow each other: a `[[call.stage]]` belongs to the last `[[call]]` above it, whatever
        stands between.
        """
        return self._entries.get((kind, index), [])

    def line_of_top(self, *path: str | int) -> int:
        """The line of a header or key outside all entries, or of what holds it; 0 when unknown."""
        return self._line(self._tops, path)

    def line_of(self, kind: str, index: int, path: tuple[str | int, ...]) -> int:
        """The line of a field of the nth `[[kind]]`, of what holds it, or of its header; 0 when unknown.

        `path` is that of the value, such as ("stage", 1, "when").
        """
        sections = self.entry(kind, index)
        if not sections:
            return self.line_of_top(kind, index)
        if self._known[0] is not sections:  # of an entry with a thousand slips they are the same
            self._known = sections, _spots(sections)
        return self._line(self._known[1], path)

    def _line(self, spots: Spots, path: tuple[str | int, ...]) -> int:
        while path and path not in spots:
            path = path[:-1]
        return self.line(spots[path]) if path in spots else 0

    @cached_property
    def _entries(self) -> dict[tuple[str, int], list[Section]]:
        entries: dict[tuple[str, int], list[Section]] = {}
        last: dict[str, int] = {}
        for section in self.sections[1:]:
            kind = section.path[0]
            if section.path == (kind,) and section.is_list:
                last[kind] = last.get(kind, -1) + 1
            if kind in last:
                entries.setdefault((kind, last[kind]), []).append(section)
        return entries

    @cached_property
    def _tops(self) -> Spots:
        spots: Spots = {}
        for section in self.sections:
            for length in range(1, len(section.path) + 1):
                spots.setdefault(section.path[:length], section.start)
            for key, offset in section.keys.items():
                for length in range(1, len(key) + 1):
                    spots.setdefault(section.path + key[:length], offset)
            for key, offsets in section.items.items():
                spots.update({(*section.path, *key, n): offset for n, offset in enumerate(offsets)})
        return spots

    @cached_property
    def _patterns(self) -> tuple[Match, Match, Match]:
        plain, header, assignment = (re.compile(each).match for each in (_PLAIN_LINE, _HEADER, ASSIGNMENT))
        return plain, header, assignment

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def _begin_line(self, position: int, sections: list[Section]) -> int:
        """Notes the header or key that starts here; returns where to go on reading tokens."""
        plain, header_at, assignment_at = self._patterns
        while line := plain(self._text, position):
            sections[-1].keys.setdefault(key_parts(line[1]), position)
            position = line.end()
        header = header_at(self._text, position)
        if header:
            sections[-1].end = position
            is_list = header[1] is not None
            sections.append(Section(key_parts(header[2]), position, len(self._text), {}, is_list))
            return header.end()
        assignment = assignment_at(self._text, position)
        if assignment:
            sections[-1].keys.setdefault(key_parts(assignment[1]), position)
            return assignment.end()
        return position

    def _begin_item(self, position: int, section: Section) -> None:
        """Notes the item of a list that comes next, if one does."""
        gap = re.compile(r"(?:\s|#[^\n]*)*").match(self._text, position)
        start = gap.end() if gap else position
        if self._text[start : start + 1] != "]":
            section.items.setdefault(section.last_key, []).append(start)


def _spots(sections: list[Section]) -> Spots:
    """The offset of every header and key of one entry, by the path of its value inside the entry."""
    spots: Spots = {(): sections[0].start}
    counts: dict[tuple[str | int, ...], int] = {}
    for section in sections:
        spot: tuple[str | int, ...] = ()
        for depth, part in enumerate(section.path[1:], 2):
            spot = (*spot, part)
            spots.setdefault(spot, section.start)
            if section.is_list and depth == len(section.path):
                counts[spot] = counts.get(spot, -1) + 1
            if spot in counts:
                spot = (*spot, counts[spot])
                spots.setdefault(spot, section.start)
        for key, offset in section.keys.items():
            for length in range(1, len(key) + 1):
                spots.setdefault(spot + key[:length], offset)
        for key, offsets in section.items.items():
            spots.update({(*spot, *key, n): offset for n, offset in enumerate(offsets)})
    return spots


@lru_cache(4096)  # many headers and keys are alike
def key_parts(path: str) -> tuple[str, ...]:
    """The parts of a dotted key, without their quotes."""
    if path.isidentifier():
        return (path,)
    return tuple(_unquoted(key) for key in re.findall(_KEY, path))


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    if key[0] == '"' and "\\" in key:
        import tomli

        return next(iter(tomli.loads(f"{key} = 0")))
    return key[1:-1]


def line_of_entry(text: str, kind: str, name: str) -> int:
    """The line of the header of the entry of this kind and id, from 1; 0 when it does not stand there."""
    layout = Layout(text)
    for section in layout.sections:
        if section.path == (kind,) and ("id",) in section.keys:
            written = text[section.keys["id",] :].partition("=")[2].split("\n", 1)[0]
            if written.strip().split("#")[0].strip().strip("\"'") == name:
                return layout.line(section.start)
    return 0
