"""GitHub's Markdown: words that stay words, and links, in running text and in the cells of a table.

https://github.github.com/gfm/#backslash-escapes
"""

import re

from clustercalls.render.safe import safe_address, safe_text

_ANYWHERE = "\\`*_[]<>|"
# A heading starts only in running text. `&` has two spellings, and `~` is left alone in letters, because
# what was once sent or published is compared with what is written today.
_TEXT = str.maketrans({mark: f"\\{mark}" for mark in f"{_ANYWHERE}#&"})
_CELL = str.maketrans({mark: f"\\{mark}" for mark in f"{_ANYWHERE}~"} | {"&": "&amp;"})
_ADDRESS_IN_CELL = str.maketrans({"(": "%28", ")": "%29", "|": "%7C"})
# What makes a line a list, a rule, a heading of the line above, or the start of code. The others are marks.
_OPENS = r"\s*(?:[-+](?:\s|$)|-[-\s]*$|=+\s*$|~~~|\d{1,9}[.)](?:\s|$))"
_OPENING = r"(?=[-+=~])|(?<=\d)(?=[.)])"
_ENTITY = r"&(?=#?\w+;)"


def text(words: str) -> str:
    """Words on one line of running text."""
    return safe_text(words).translate(_TEXT)


def line(words: str) -> str:
    """Words that begin a line of running text."""
    said = text(words)
    return re.sub(_OPENING, r"\\", said, count=1) if re.match(_OPENS, said) else said


def cell(words: str) -> str:
    """Words in a cell."""
    return words.translate(_CELL)


def link(words: str, url: str) -> str:
    """A link in running text, of words that are Markdown already."""
    return f"[{words}](<{_address(url)}>)"


def cell_link(words: str, url: str) -> str:
    """A link in a cell, of words that are Markdown already."""
    return f"[{words}]({_address(url).translate(_ADDRESS_IN_CELL)})"


def _address(url: str) -> str:
    """What stands behind the words of a link; an `&` of it begins no character by name."""
    return re.sub(_ENTITY, "&amp;", safe_address(url))
