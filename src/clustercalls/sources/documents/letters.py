"""From the bytes of a text to its letters."""

import re
from typing import NamedTuple

_MARKS = (  # longest first: that of UTF-32 begins as that of UTF-16 does
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
GUESSED = "cp1252"
# Of one byte a letter: others of Python's take long, or are none of text.
_TAKEN = re.compile(
    r"(?:us-)?ascii|utf-?8|utf-?16(?:[lb]e)?|(?:iso-?8859-?|latin-?)\d{1,2}|(?:windows|cp)-?(?:125\d|437|85\d)"
    r"|koi8-[ru]|mac-?roman",
    re.IGNORECASE,
)


class Letters(NamedTuple):
    """A text, and as what its bytes were read where that is a guess."""

    text: str
    guessed: str = ""


def letters_of(data: bytes, charset: str = "") -> Letters:
    """The text: by its mark, as UTF-8, as is said of it, or as Windows has it.

    Whoever wrote what is said seldom looked; bytes that are UTF-8 are that by no chance.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Letters(data[len(mark) :].decode(name, errors="replace"))
    try:
        return Letters(data.decode())
    except UnicodeDecodeError:
        pass
    if _TAKEN.fullmatch(charset.strip()) and charset.strip().lower() not in {
        "utf-8",
        "utf8",
        "ascii",
        "us-ascii",
    }:
        try:
            return Letters(data.decode(charset.strip().lower().replace("windows-", "cp"), errors="replace"))
        except LookupError:
            pass
    return Letters(data.decode(GUESSED, errors="replace"), GUESSED)


def has_mark(data: bytes) -> bool:
    """Whether it begins with the mark of a text."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))
