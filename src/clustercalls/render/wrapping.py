"""Lines of a plain page: no line of our own over 78 columns, and no address broken."""

from functools import lru_cache

from clustercalls.render.safe import safe_text

WIDTH = 78


def underlined(text: str, line: str) -> str:
    """A heading, and below it a line of this mark."""
    text = safe_text(text)
    return f"{text}\n{line * min(len(text), WIDTH)}"


@lru_cache(256)  # the same title, day and reason stand in many items
def wrapped(text: str, indent: str, first: str = "") -> str:
    """Broken at spaces only: an address stays whole."""
    text = safe_text(text)
    if text and len(first) + len(text) <= WIDTH and text.isprintable() and text == text.strip():
        return first + text  # what `fill` would make of it, at a tenth of its price
    import textwrap  # most lines are short, and most runs have none

    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
