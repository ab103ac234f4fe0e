"""What the program that reads a PDF answers: the texts of its pages with their places, as JSON."""

from msgspec import Struct

# How that program ends where it has no answer; others are a failure of its own.
ENCRYPTED, DAMAGED, TOO_LONG, HUNGRY = 3, 4, 5, 6


class Chunk(Struct, array_like=True, frozen=True):
    """A piece of text of one page: where it begins, how large its letters are, whether they are bold."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False


class LinkArea(Struct, array_like=True, frozen=True):
    """A part of a page behind which there is an address."""

    left: float
    bottom: float
    right: float
    top: float
    url: str


class PdfPage(Struct, array_like=True, frozen=True):
    """One page: its pieces of text as they are drawn, its links, whether there is a picture on it."""

    chunks: tuple[Chunk, ...]
    links: tuple[LinkArea, ...] = ()
    has_picture: bool = False


class PdfAnswer(Struct, array_like=True, frozen=True):
    """A whole PDF, and what it says of itself."""

    pages: tuple[PdfPage, ...]
    title: str = ""
    made: str = ""
