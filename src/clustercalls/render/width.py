"""How many columns of a terminal a text takes."""

import unicodedata
from functools import cache

OUR_OWN = "–€×…≥"  # punctuation of our own words beyond Latin-1, one column each


def width(text: str) -> int:
    """Columns taken: two for wide characters, none for combining ones (Unicode, UAX 11)."""
    if text.isascii():
        return len(text)
    rest = text
    for mark in OUR_OWN:
        rest = rest.replace(mark, "")
    try:
        rest.encode("latin-1")
    except UnicodeEncodeError:
        return sum(map(_columns, text))
    return len(text)


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
