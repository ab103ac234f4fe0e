"""A line of a document in the making: cleaned of what nobody sees, with the places of its links."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin

from clustercalls.harmful import HIGH_CONTROLS, LOW_CONTROLS, SURROGATES, UNSEEN
from clustercalls.limits import LINK_LETTERS
from clustercalls.passages import CELL_END, Emphasis, PassageLink

_SPACES = re.compile(r"\s+")  # all of Unicode, and the ends of lines among them
_SOFT_HYPHEN = "\u00ad"
_UNSEEN = re.compile(f"[{LOW_CONTROLS}{HIGH_CONTROLS}{UNSEEN}{_SOFT_HYPHEN}]")
_LONE = re.compile(f"[{SURROGATES}]")
_ACCENTED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,3}")  # bounded: to order a thousand marks takes long
_AS_ONE = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\uf0b7": "•"}
_IN_ONE_SIGN = re.compile(f"[{''.join(_AS_ONE)}]")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


_Place = TypeVar("_Place", PassageLink, Emphasis)


class OneLine(NamedTuple):
    """A text on one line, the addresses behind some of its letters, and those that stand out."""

    text: str
    links: tuple[PassageLink, ...] = ()
    strong: tuple[Emphasis, ...] = ()


class LineInMaking:
    """Pieces of text put together, with one space where there are several or a line ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._links: list[PassageLink] = []
        self._strong: list[Emphasis] = []
        self._length = 0

    def add(self, text: str, url: str = "", *, strong: bool = False) -> None:
        """One piece more, the address behind it, and whether it stands out."""
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
        if strong:
            self._stand_out(self._length - len(piece))

    def _stand_out(self, start: int) -> None:
        """The letters from there on stand out, with those before them that do, but for a space between."""
        if self._strong and start - self._strong[-1].end <= (self._pieces[-2] == " "):
            start = self._strong.pop().start
        self._strong.append(Emphasis(start, self._length))

    def __bool__(self) -> bool:
        return any(piece != " " for piece in self._pieces)

    def taken(self) -> OneLine:
        """What was put together; then it is empty again."""
        text = "".join(self._pieces).rstrip()
        links = tuple(filter(None, (_trimmed(text, link) for link in self._links)))
        strong = tuple(filter(None, (_trimmed(text, place) for place in self._strong)))
        self._pieces, self._links, self._strong, self._length = [], [], [], 0
        return OneLine(text, links, strong)


def _trimmed(text: str, place: _Place) -> _Place | None:
    """The place without the spaces at its ends; none where nothing is left."""
    behind = text[place.start : place.end]
    bare = behind.strip()
    start = place.start + len(behind) - len(behind.lstrip())
    return place._replace(start=start, end=start + len(bare)) if bare else None


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
    strong: list[Emphasis] = []
    texts: list[str] = []
    length = 0
    for line in lines:
        links += (_moved(place, length) for place in line.links)
        strong += (_moved(place, length) for place in line.strong)
        texts.append(line.text)
        length += len(line.text) + len(between)
    return OneLine(between.join(texts), tuple(links), tuple(strong))


def _moved(place: _Place, by: int) -> _Place:
    return place._replace(start=place.start + by, end=place.end + by)


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
    """Some letters of a line, with the links in them, and what stands out."""
    piece = line.text[start:end].rstrip()
    end = start + len(piece)
    return OneLine(piece, _places_within(line.links, start, end), _places_within(line.strong, start, end))


def _places_within(places: Iterable[_Place], start: int, end: int) -> tuple[_Place, ...]:
    within_it = (
        place._replace(start=max(place.start, start) - start, end=min(place.end, end) - start)
        for place in places
    )
    return tuple(place for place in within_it if place.start < place.end)


def address(url: str, base: str = "") -> str:
    """An address that somebody can open or write to, whole; empty where it is none."""
    try:
        whole = urljoin(base, url.strip()) if base else url.strip()
    except ValueError:  # brackets that hold no IPv6
        return ""
    whole = _SPACES.sub("%20", whole)
    return whole if len(whole) <= LINK_LETTERS and _ADDRESS.fullmatch(whole) else ""
