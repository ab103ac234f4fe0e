"""What a document is read as: its pieces of text in their order, whatever it was written with."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class PassageKind(StrEnum):
    """What a piece of a document is."""

    HEADING = "heading"
    TEXT = "text"  # a paragraph
    ITEM = "item"  # of a list
    ROW = "row"  # of a table, its cells parted by CELL_END


CELL_END = " | "


class PassageLink(NamedTuple):
    """An address behind some letters of a passage."""

    start: int
    end: int
    url: str


class Emphasis(NamedTuple):
    """Letters of a passage that stand out: bold, or as Markdown marks them."""

    start: int
    end: int


class Passage(Struct, frozen=True):
    """One piece: its text on one line, its links, which of its letters stand out, and its page.

    `page` is 0 where there are none; `level` is that of a heading, 1 for the first.
    """

    text: str
    kind: PassageKind = PassageKind.TEXT
    page: int = 0
    level: int = 0
    links: tuple[PassageLink, ...] = ()
    strong: tuple[Emphasis, ...] = ()


class ReadDocument(Struct, frozen=True):
    """A document: its passages, and what it says of itself: title, date, address, in which letters.

    `dated_as` is its date as EDTF, where that is no day; `encoding` is that of a text which does not say it
    and is no UTF-8; empty where nothing was guessed.
    """

    passages: tuple[Passage, ...]
    title: str = ""
    dated: date | None = None
    dated_as: str = ""
    address: str = ""
    encoding: str = ""
