"""A line of a document in the making: cleaned of what nobody sees, with the places of its links."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from clustercalls.harmful import HIGH_CONTROLS, LOW_CONTROLS, SURROGATES, UNSEEN
from clustercalls.limits import LINK_LETTERS
from clustercalls.passages import CELL_END, PassageLink

_SPACES = re.compile(r"\s+")  # all of Unicode, and the ends of lines among them
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = re.compile(f"[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{_SOFT_HYPHEN}]")
_LONE = re.compile(f"[{SURROGATES}]")
_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,3}")  # bounded: to order a thousand marks takes long
_AS_ONE = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\uf0b7": "•"}
_IN_ONE_SIGN = re.compile(f"[{''.join(_AS_ONE)}]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


class OneLine(NamedTuple):
    """A text on one line, and the addresses behind some of its letters."""

    text: str
    links: tuple[PassageLink, ...] = ()


class LineInMaking:
    """Pieces of text put together, with one space where there are several or a line ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._links: list[PassageLink] = []
        self._length = 0

    def add(self, text: str, url: str = "") -> None:
        """One piece more, and the address behind it."""
        piece = cleaned(text)
        if piece.startswith(" ") and (not self._pieces or self._pieces[-1].endswith(" ")):
            piece = piece[1:]
        if not piece:
            return
        start, self._length = self._length, self._length + len(piece)
        self._pieces.append(piece)
        if url and self._links and self._links[-1].end == start and self._links[-1].url == url:
            start = self._links.pop().start
        if url:
            self._links.append(PassageLink(start, self._length, url))

    def __bool__(self) -> bool:
        return any(piece != " " for piece in self._pieces)

    def taken(self) -> OneLine:
        """What was put together; then it is empty again."""
        text = "".join(self._pieces).rstrip()
        links = tuple(filter(None, (_trimmed(text, link) for link in self._links)))
        self._pieces, self._links, self._length = [], [], 0
        return OneLine(text, links)


def _trimmed(text: str, link: PassageLink) -> PassageLink | None:
    """The link without the spaces at its ends; none where nothing is left."""
    behind = text[link.start : link.end]
    bare = behind.strip()
    start = link.start + len(behind) - len(behind.lstrip())
    return PassageLink(start, start + len(bare), link.url) if bare else None


def cleaned(text: str) -> str:
    """The text with one space for several, and without what nobody sees; accents as one character."""
    if not text.isascii():
        text = _IN_ONE_SIGN.sub(lambda sign: _AS_ONE[sign[0]], _LONE.sub("\ufffd", text))
        text = _ACCENTED.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)
    text = _SPACES.sub(" ", text)
    return text if text.isascii() and text.isprintable() else _SPACES.sub(" ", _UNSEEN.sub("", text))


def line_of(text: str) -> OneLine:
    """A text without links as a line."""
    return OneLine(cleaned(text).strip())


def joined(lines: Iterable[OneLine], between: str = " ") -> OneLine:
    """Several lines as one, their links with them."""
    links: list[PassageLink] = []
    texts: list[str] = []
    length = 0
    for line in lines:
        links += (PassageLink(start + length, end + length, url) for start, end, url in line.links)
        texts.append(line.text)
        length += len(line.text) + len(between)
    return OneLine(between.join(texts), tuple(links))


def row_of(cells: Sequence[OneLine]) -> OneLine:
    """The cells of a row of a table as one line, but for empty ones at its end."""
    last = max((at for at, cell in enumerate(cells, 1) if cell.text), default=0)
    return joined(cells[:last], CELL_END)


def cut(line: OneLine, most: int) -> Iterable[OneLine]:
    """The line, in pieces of so many letters at most, parted at a space where there is one."""
    while len(line.text) > most:
        place = line.text.rfind(" ", 1, most) + 1 or most
        yield within(line, 0, place)
        line = within(line, place, len(line.text))
    yield line


def within(line: OneLine, start: int, end: int) -> OneLine:
    """Some letters of a line, with the links in them."""
    piece = line.text[start:end]
    links = (
        PassageLink(
            max(link.start, start) - start, min(link.end, start + len(piece.rstrip())) - start, link.url
        )
        for link in line.links
    )
    return OneLine(piece.rstrip(), tuple(link for link in links if link.start < link.end))


def address(url: str, base: str = "") -> str:
    """An address that somebody can open or write to, whole; empty where it is none."""
    try:
        whole = urljoin(base, url.strip()) if base else url.strip()
    except ValueError:  # brackets that hold no IPv6
        return ""
    whole = _SPACES.sub("%20", whole)
    return whole if len(whole) <= LINK_LETTERS and _ADDRESS.fullmatch(whole) else ""
