"""A large registry file parsed piece by piece: the tables of a parser take ten times the room of the text.

It is done only where it cannot make a difference; on any doubt the caller reads the text whole, and says what
is wrong with it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import tomli
from msgspec import ValidationError, convert

from clustercalls.registry.shape import TABLES, EntryTable

PIECE = 80_000  # characters: about 200 entries
LEVELS = 8  # of tables and lists in one another, more than any key of ours has
HEADERS = tuple(f"[[{kind}]]" for kind in TABLES)

_one_float = cache(float)


class Piece(NamedTuple):
    """A piece of a text: from where to where, and its tables."""

    begin: int
    end: int
    tables: dict[str, Any]


def loads(content: str) -> dict[str, Any]:
    """The tables of a text. The same float comes back as the same object, so that even NaN equals itself.

    Raises:
        ValueError: when it is not TOML (`tomli.TOMLDecodeError`), or has more digits than Python reads.
        RecursionError: when it is nested too deep.
    """
    return tomli.loads(content, parse_float=_one_float)


def in_pieces(content: str) -> dict[str, Any] | None:
    """The document of a text with its entries converted (`EntryTable`); None where it is to be read whole.

    That is where the text is short or might be cut inside a string, where a piece is no TOML or an entry has
    not its shape, and where a piece holds anything but whole entries.
    """
    if not _can_be_cut(content):
        return None
    has_own_keys = "x-" in content
    try:
        return joined(_converted(piece, has_own_keys) for piece in _read(content, 0, len(content)))
    # A ValidationError is a ValueError since msgspec 0.21.
    except (ValueError, ValidationError, RecursionError, OverflowError):
        return None


def pieces_of(content: str, before: str = "", known: tuple[Piece, ...] = ()) -> tuple[Piece, ...] | None:
    """A text in pieces, as the file has them; None where it is to be read whole, as in `in_pieces`.

    `known` are those of the text `before`: what of them stands at the beginning and at the end of this one is
    not read again.
    """
    if not _can_be_cut(content):
        return None
    shift = len(content) - len(before)
    first: list[Piece] = []
    last: list[Piece] = []
    for piece in known:
        if not _stands(content, piece.begin, before[piece.begin : piece.end]):
            break
        first.append(piece)
    begin = first[-1].end if first else 0
    for piece in reversed(known[len(first) :]):
        at = piece.begin + shift
        if at < begin or not _stands(content, at, before[piece.begin : piece.end]):
            break
        last.insert(0, Piece(at, piece.end + shift, piece.tables))
    try:
        return (*first, *_read(content, begin, last[0].begin if last else len(content)), *last)
    except (ValueError, RecursionError):
        return None


def joined(pieces: Iterable[Piece]) -> dict[str, Any]:
    """The document that these are the pieces of."""
    document: dict[str, Any] = {}
    for each in pieces:
        for key, value in each.tables.items():
            if key in TABLES:
                document.setdefault(key, []).extend(value)
            else:
                document[key] = value
    return document


def _read(content: str, begin: int, end: int) -> Iterator[Piece]:
    """The pieces from one place to another: what stands above the first entry, then some that begin with one.

    Raises:
        ValueError: when one of them is no TOML, or holds anything but whole entries.
        RecursionError: when one is nested too deep.
    """
    while begin < end:
        above = not content.startswith(HEADERS, begin)
        stop = min(_next_entry(content, begin if above else begin + PIECE), end)
        tables = loads(content[begin:stop])
        if above:
            is_whole = tables.keys().isdisjoint(TABLES)
        else:
            is_whole = all(key in TABLES and isinstance(value, list) for key, value in tables.items())
        if not is_whole:
            raise ValueError(begin)
        yield Piece(begin, stop, tables)
        begin = stop


def _converted(piece: Piece, has_own_keys: bool) -> Piece:
    tables = without_own_keys(piece.tables) if has_own_keys else piece.tables
    entries = {key: convert(value, list[EntryTable]) for key, value in tables.items() if key in TABLES}
    return piece._replace(tables=tables | entries)


def _stands(content: str, at: int, piece: str) -> bool:
    """Whether a piece stands there as one, between headers of entries and the ends of the text."""
    return content.startswith(piece, at) and _is_cut(content, at) and _is_cut(content, at + len(piece))


def _is_cut(content: str, at: int) -> bool:
    return at in {0, len(content)} or (content[at - 1] == "\n" and content.startswith(HEADERS, at))


def _can_be_cut(content: str) -> bool:
    """Whether it is worth it, and no line of it can be inside a text."""
    return len(content) > PIECE and '"""' not in content and "'''" not in content


def _next_entry(content: str, position: int) -> int:
    """Where the next line from `position` on begins that is the header of an entry; else the end."""
    while (found := content.find("\n[[", position) + 1) and not content.startswith(HEADERS, found):
        position = found
    return found or len(content)


def without_own_keys(value: Any, levels: int = LEVELS) -> Any:  # noqa: ANN401 - whatever the file holds
    """The document without the keys that are the user's own."""
    if isinstance(value, dict) and levels:
        return {
            key: without_own_keys(inner, levels - 1) if isinstance(inner, (dict, list)) else inner
            for key, inner in value.items()
            if not key.startswith("x-")
        }
    if isinstance(value, list) and levels:
        return [without_own_keys(inner, levels - 1) for inner in value]
    return value
