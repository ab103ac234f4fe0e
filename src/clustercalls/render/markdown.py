"""GitHub's Markdown: words that stay words, and links, in running text and in the cells of a table.

https://github.github.com/gfm/#backslash-escapes
"""

from clustercalls.render.safe import safe_text

_ANYWHERE = "\\`*_[]<>|"
# A heading starts only in running text. `&` has two spellings, and `~` is left alone in letters, because
# what was once sent or published is compared with what is written today.
_TEXT = str.maketrans({mark: f"\\{mark}" for mark in f"{_ANYWHERE}#&"})
_CELL = str.maketrans({mark: f"\\{mark}" for mark in f"{_ANYWHERE}~"} | {"&": "&amp;"})
_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E"})
_ADDRESS_IN_CELL = str.maketrans({"(": "%28", ")": "%29", "|": "%7C"})


def text(words: str) -> str:
    """Words on one line of running text."""
    return safe_text(words).translate(_TEXT)


def cell(words: str) -> str:
    """Words in a cell."""
    return words.translate(_CELL)


def link(words: str, url: str) -> str:
    """A link in running text, of words that are Markdown already."""
    return f"[{words}](<{safe_text(url).translate(_ADDRESS)}>)"


def cell_link(words: str, url: str) -> str:
    """A link in a cell, of words that are Markdown already."""
    return f"[{words}]({url.translate(_ADDRESS_IN_CELL)})"
