"""How many columns of a terminal a text takes."""

import re
import unicodedata

# Everything that is not one column wide begins here (combining marks); the punctuation that our own words
# use (dashes, quotes, the euro sign) lies in a part of the range that is one column wide throughout.
_SUSPECT = re.compile("[\u0300-\u1fff\u200b-\u200f\u2028-\u202f\u2060-\u206f\u20d0-\u20ff\u2300-\U0010ffff]")


def width(text: str) -> int:
    """Columns taken: two for wide characters, none for combining ones (Unicode, UAX 11)."""
    if text.isascii() or _SUSPECT.search(text) is None:
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
