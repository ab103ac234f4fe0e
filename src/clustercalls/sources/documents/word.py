"""A DOCX as its passages: headings by their style, lists, tables, and the addresses behind its letters.

What was deleted while changes were tracked is not read, nor the heads and feet of pages, which are parts
of their own.
"""

import re
from collections.abc import Callable, Mapping

from clustercalls.errors import InputRefused, problem
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.sources.documents.archive import Archive
from clustercalls.sources.documents.flow import Flow
from clustercalls.sources.documents.lines import address
from clustercalls.sources.documents.safe_xml import read_xml
from clustercalls.sources.documents.word_parts import About, Styles, links_of, outline

_MAIN = re.compile(r"word/document\d*\.xml")
_FIELD = re.compile(r"\s*HYPERLINK\s+\"([^\"]{1,2000})\"")
_SPACES = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}
# A second form of what stands beside it, text that was moved away, notes of the reader.
_LEFT_OUT = frozenset({"Fallback", "moveFrom", "del", "pPrChange", "rPrChange", "sectPr"})


def read_word(data: bytes) -> ReadDocument:
    """A document of Word and of what else writes DOCX.

    Raises:
        InputRefused: when it is none, damaged, larger than its limits unpacked, or has a document type.
    """
    archive = Archive(data)
    main = next(iter(sorted(filter(_MAIN.fullmatch, archive.names()))), "")
    if not main:
        raise InputRefused(problem("document-unknown"))
    styles, about = Styles(archive.part("word/styles.xml")), About(archive.part("docProps/core.xml"))
    flow = Flow()
    for name in (main, "word/footnotes.xml", "word/endnotes.xml"):
        if part := archive.part(name):
            links = links_of(archive.part(name.replace("word/", "word/_rels/") + ".rels"))
            _Body(flow, styles, links).read(part)
    return ReadDocument(tuple(flow.gathered.passages), about.title, about.dated)


class _Body:
    """What has been read of one part with text."""

    def __init__(self, flow: Flow, styles: Styles, links: Mapping[str, str]) -> None:
        self._flow, self._styles, self._links = flow, styles, links
        self._left_out = 0  # elements in each other that are not read
        self._is_text = self._is_field = self._is_strong = False
        self._link = ""
        self._field = ""
        self._fields: list[str] = []  # the address of each open field

    def read(self, data: bytes) -> None:
        """All of it.

        Raises:
            InputRefused: see `read_word`.
        """
        read_xml(data, self._began, self._ended, self._text)
        self._flow.end_all()

    def _began(self, name: str, values: Mapping[str, str]) -> None:
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name in _SPACES:
            self._flow.say(_SPACES[name])
        elif begin := self._BEGINS.get(name):
            begin(self, values)

    def _ended(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif end := self._ENDS.get(name):
            end(self)

    def _text(self, text: str) -> None:
        if self._left_out:
            return
        if self._is_text:
            url = self._link or (self._fields[-1] if self._fields else "")
            self._flow.say(text, url, strong=self._is_strong)
        elif self._is_field:
            self._field += text

    def _begin_paragraph(self, _: Mapping[str, str]) -> None:
        self._flow.begin(PassageKind.TEXT)

    def _take_style(self, values: Mapping[str, str]) -> None:
        self._flow.begin(*self._styles.kind_of(values.get("val", "")))

    def _take_number(self, values: Mapping[str, str]) -> None:
        if self._flow.is_in_heading:
            return
        self._flow.begin(PassageKind.TEXT if values.get("val") == "0" else PassageKind.ITEM)

    def _take_outline(self, values: Mapping[str, str]) -> None:
        if level := outline(values):
            self._flow.begin(PassageKind.HEADING, level)

    def _begin_run(self, _: Mapping[str, str]) -> None:
        self._is_strong = False

    def _take_strong(self, values: Mapping[str, str]) -> None:
        self._is_strong = values.get("val", "1") not in {"0", "false", "off"}

    def _begin_text(self, _: Mapping[str, str]) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _begin_link(self, values: Mapping[str, str]) -> None:
        self._link = self._links.get(values.get("id", ""), "")

    def _end_link(self) -> None:
        self._link = ""

    def _begin_field(self, _: Mapping[str, str]) -> None:
        self._is_field = True

    def _end_field(self) -> None:
        self._is_field = False

    def _take_field_sign(self, values: Mapping[str, str]) -> None:
        kind = values.get("fldCharType")
        if kind == "begin":
            self._field = ""
            self._fields.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] = _address_of(self._field)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _begin_simple_field(self, values: Mapping[str, str]) -> None:
        self._fields.append(_address_of(values.get("instr", "")))

    def _end_simple_field(self) -> None:
        if self._fields:
            self._fields.pop()

    _BEGINS: dict[str, Callable[["_Body", Mapping[str, str]], None]] = {  # noqa: RUF012 - a table, never changed
        "p": _begin_paragraph,
        "br": lambda self, _: self._flow.end_line(),
        "cr": lambda self, _: self._flow.end_line(),
        "pStyle": _take_style,
        "numId": _take_number,
        "outlineLvl": _take_outline,
        "r": _begin_run,
        "b": _take_strong,
        "t": _begin_text,
        "hyperlink": _begin_link,
        "instrText": _begin_field,
        "fldChar": _take_field_sign,
        "fldSimple": _begin_simple_field,
        "tbl": lambda self, _: self._flow.begin_table(),
        "tr": lambda self, _: self._flow.begin_row(),
        "tc": lambda self, _: self._flow.begin_cell(),
    }
    _ENDS: dict[str, Callable[["_Body"], None]] = {  # noqa: RUF012 - as above
        "p": lambda self: self._flow.end(),
        "t": _end_text,
        "hyperlink": _end_link,
        "instrText": _end_field,
        "fldSimple": _end_simple_field,
        "tbl": lambda self: self._flow.end_table(),
        "tr": lambda self: self._flow.end_row(),
        "tc": lambda self: self._flow.end(),
    }


def _address_of(field: str) -> str:
    """Where a field leads; empty where it is another."""
    found = _FIELD.match(field)
    return address(found[1]) if found else ""
