"""How many columns of a terminal a text takes."""

from clustercalls.once import once

ONE_COLUMN = "cp1252"  # a repertoire without wide or combining characters, with the punctuation of our words
LAST_OF_THEM = "\u2122"  # the trade mark sign: what is beyond need not be tried


def width(text: str) -> int:
    """Columns taken: two for wide characters, none for combining ones (Unicode, UAX 11)."""
    return len(text) if one_each(text) else sum(map(_columns, text))


def one_each(text: str) -> bool:
    """Whether it is seen without any table that every character takes one column."""
    if text.isascii():
        return True
    if max(text) > LAST_OF_THEM:
        return False
    try:
        text.encode(ONE_COLUMN)
    except UnicodeEncodeError:
        return False
    return True


@once
def _columns(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
