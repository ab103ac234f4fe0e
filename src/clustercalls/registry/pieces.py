"""A large registry file parsed piece by piece: the tables of a parser take ten times the room of the text.

It is done only where it cannot make a difference; on any doubt the caller reads the text whole, and says what
is wrong with it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import tomli
from msgspec import convert

from clustercalls.registry.shape import TABLES, EntryTable

PIECE = 80_000  # characters: about 200 entries
LEVELS = 8  # of tables and lists in one another, more than any key of ours has
HEADERS = tuple(f"[[{kind}]]" for kind in TABLES)

_one_float = cache(float)


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
    if len(content) <= PIECE or '"""' in content or "'''" in content:
        return None
    has_own_keys = "x-" in content
    pieces = _pieces(content)
    try:
        document = loads(next(pieces))
        if document.keys() & TABLES.keys():
            return None
        if has_own_keys:
            document = without_own_keys(document)
        for piece in pieces:
            tables = loads(piece)
            if not tables.keys() <= TABLES.keys():
                return None
            if has_own_keys:
                tables = without_own_keys(tables)
            for kind, found in tables.items():
                document.setdefault(kind, []).extend(convert(found, list[EntryTable]))
    except (ValueError, RecursionError, OverflowError):  # of tomli and of msgspec
        return None
    return document


def _pieces(content: str) -> Iterator[str]:
    """What stands above the first entry, then pieces that each begin with one."""
    start, end = 0, 0 if content.startswith(HEADERS) else _next_entry(content, 0)
    while end < len(content):
        yield content[start:end]
        start, end = end, _next_entry(content, end + PIECE)
    yield content[start:]


def _next_entry(content: str, position: int) -> int:
    """Where the next line from `position` on begins that is the header of an entry; else the end."""
    while (found := content.find("\n[[", position) + 1) and not content.startswith(HEADERS, found):
        position = found
    return found or len(content)


def without_own_keys(value: Any, levels: int = LEVELS) -> Any:  # noqa: ANN401 - whatever the file holds
    """The document without the keys that are the user's own."""
    if isinstance(value, dict) and levels:
        kept = ((key, inner) for key, inner in value.items() if not key.startswith("x-"))
        return {key: without_own_keys(inner, levels - 1) for key, inner in kept}
    if isinstance(value, list) and levels:
        return [without_own_keys(inner, levels - 1) for inner in value]
    return value
