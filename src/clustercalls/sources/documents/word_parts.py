"""What the other parts of a DOCX say of its text: its styles, its links, what it is called."""

import re
from collections.abc import Mapping
from datetime import date

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.lines import address, line_of
from clustercalls.sources.documents.safe_xml import read_xml
from clustercalls.sources.documents.said_dates import day_of

_NO_LEVEL = 9
_HEADING = re.compile(
    r"heading\s?(\d)", re.IGNORECASE
)  # the name is English in every language, the id is not
# Of a document that has lost its styles, the id of a heading in the languages that are read.
_HEADING_ID = re.compile(
    r"(?:heading|titolo|titre|t[ií]?tulo|[üu]berschrift|berschrift|nag[łl][óo]wek)\s?(\d)", re.IGNORECASE
)
_LIST = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_BASES = 20  # of a style on a style, before it is taken for a circle


class WordStyle:
    """A style of paragraphs, as its file has it."""

    def __init__(self) -> None:
        self.name = self.base = ""
        self.level = 0
        self.is_item = False


class Styles:
    """The styles of a document."""

    def __init__(self, data: bytes) -> None:
        self._styles: dict[str, WordStyle] = {}
        self._open: WordStyle | None = None
        if data:
            read_xml(data, self._began, self._ended, lambda _: None)

    def kind_of(self, ident: str) -> tuple[PassageKind, int]:
        """What a paragraph of this style is, and the level of a heading."""
        for _ in range(_BASES):
            style = self._styles.get(ident)
            if style is None:
                found = _HEADING_ID.fullmatch(ident)
                return (PassageKind.HEADING, int(found[1])) if found else (PassageKind.TEXT, 0)
            if found := _HEADING.fullmatch(style.name):
                return PassageKind.HEADING, int(found[1])
            if style.name.lower() == "title":
                return PassageKind.HEADING, 1
            if style.level:
                return PassageKind.HEADING, style.level
            if style.is_item or _LIST.match(style.name):
                return PassageKind.ITEM, 0
            ident = style.base
        return PassageKind.TEXT, 0

    def _began(self, name: str, values: Mapping[str, str]) -> None:
        if name == "style":
            self._open = self._styles.setdefault(values.get("styleId", ""), WordStyle())
        elif self._open is None:
            return
        elif name == "name":
            self._open.name = values.get("val", "")
        elif name == "basedOn":
            self._open.base = values.get("val", "")
        elif name == "outlineLvl":
            self._open.level = outline(values)
        elif name == "numPr":
            self._open.is_item = True

    def _ended(self, name: str) -> None:
        if name == "style":
            self._open = None


def outline(values: Mapping[str, str]) -> int:
    """The level of a heading that an outline has, which counts from 0; 0 for a text's."""
    level = values.get("val", "")
    return int(level) + 1 if level.isascii() and level.isdigit() and int(level[:4]) < _NO_LEVEL else 0


def links_of(data: bytes) -> dict[str, str]:
    """The addresses outside of a document, by the names that it has for them."""
    links: dict[str, str] = {}

    def began(name: str, values: Mapping[str, str]) -> None:
        if name == "Relationship" and values.get("TargetMode") == "External":
            links[values.get("Id", "")] = address(values.get("Target", ""))

    if data:
        read_xml(data, began, lambda _: None, lambda _: None)
    return links


class About:
    """What a document says of itself: its title, and the day on which it was last saved."""

    def __init__(self, data: bytes) -> None:
        self._texts: dict[str, str] = {}
        self._open = ""
        if data:
            read_xml(data, lambda name, _: self._turn(name), lambda _: self._turn(""), self._text)

    @property
    def title(self) -> str:
        """Its title."""
        return line_of(self._texts.get("title", "")).text

    @property
    def dated(self) -> date | None:
        """The day on which it was last saved, else made."""
        return day_of(self._texts.get("modified", "")) or day_of(self._texts.get("created", ""))

    def _turn(self, name: str) -> None:
        self._open = name

    def _text(self, text: str) -> None:
        if self._open in {"title", "modified", "created"}:
            self._texts[self._open] = self._texts.get(self._open, "") + text
