"""Lines of a terminal: a text broken between words, cells side by side, in colour.

They are those that rich draws, which the tests ask; its import alone costs more than all else of a table.
Only a text that may hold wide, combining or joined characters is measured and cut by `rich.cells`. Texts are
safe to show (`safe_text`), but for line feeds; a code is the number of an ANSI colour (ECMA-48, SGR).
"""

from itertools import pairwise, zip_longest

from clustercalls.once import once
from clustercalls.render.width import one_each

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2  # columns between two cells


def painted(text: str, code: str) -> str:
    """The text in the colour of a code; as it is where there is none."""
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def wrapped(text: str, wide: int) -> list[str]:
    """Its lines, none wider than `wide` (at least 1): broken between words, and in a word too long."""
    if "\n" not in text and len(text) <= wide and one_each(text):
        return [text]
    return [_cut(piece, wide) for line in text.split("\n") for piece in _pieces(line, wide)]


def narrowed(widths: "Sequence[int]", wide: int) -> list[int]:
    """The widths of columns with the gaps between them, each narrower by as much where `wide` asks for it."""
    outer = [min(width + GAP, wide) for width in widths[:-1]] + [min(width, wide) for width in widths[-1:]]
    excess = sum(outer) - wide
    if excess <= 0:
        return outer
    left, inner = len(outer), []
    for width in outer:
        less = min(width, round(excess / left))
        inner.append(width - less)
        excess, left = excess - less, left - 1
    return inner


def beside(
    cells: "Sequence[str]", outer: "Sequence[int]", codes: "Sequence[str]", wide: int
) -> "Iterator[str]":
    """The lines of one row: its cells side by side in columns of these widths (of `narrowed`).

    Of columns that cannot be narrow enough, what is beyond `wide` is cut off.
    """
    columns: list[list[str]] = []
    shown: list[int] = []
    for at, (cell, width, code) in enumerate(zip(cells, outer, codes, strict=True), 1):
        room = width - GAP if at < len(cells) else width
        shown.append(min(width, wide - sum(shown)))
        lines = [_filled(line, room) for line in wrapped(cell, room)] if room > 0 else [""]
        if shown[-1] < room:
            lines = [_filled(line, shown[-1]) for line in lines]
        columns.append([painted(line, code) + " " * (shown[-1] - _cells(line)) for line in lines])
    blank = [" " * width for width in shown]
    for line in zip_longest(*columns):
        yield "".join(other if part is None else part for part, other in zip(line, blank, strict=True))


def _pieces(line: str, wide: int) -> "Iterator[str]":
    for start, end in pairwise((0, *_breaks(line, wide), len(line))):
        piece = line[start:end]
        spaces = len(piece) - len(piece.rstrip())
        yield piece[: len(piece) - max(min(spaces, len(piece) - wide), 0)]


def _breaks(line: str, wide: int) -> "Iterator[int]":
    used = 0
    for at, word in _words(line):
        start = at
        length = _cells(word.rstrip())
        if used + length <= wide:
            used += _cells(word)
        elif length > wide:
            for part in _chopped(word, wide):
                if start:
                    yield start
                start, used = start + len(part), _cells(part)
        else:
            yield start
            used = _cells(word)


def _words(line: str) -> "Iterator[tuple[int, str]]":
    r"""Every word with the spaces around it, and where it begins: the matches of `\s*\S+\s*`."""
    start = end = 0
    for word in line.split():
        begin = line.index(word, end)
        if end:
            yield start, line[start:begin]
            start = begin
        end = begin + len(word)
    if end:
        yield start, line[start:]


@once  # words come again
def _cells(text: str) -> int:
    if one_each(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _chopped(text: str, wide: int) -> list[str]:
    if one_each(text):
        return [text[at : at + wide] for at in range(0, len(text), wide)]
    from rich.cells import chop_cells

    return chop_cells(text, wide)


def _cut(text: str, wide: int) -> str:
    return text if _cells(text) <= wide else _filled(text, wide)


def _filled(text: str, wide: int) -> str:
    """The text cut, or followed by spaces, to take just so many columns."""
    if one_each(text):
        return text[:wide].ljust(wide)
    from rich.cells import set_cell_size

    try:
        return set_cell_size(text, wide)
    except (
        IndexError,
        ZeroDivisionError,
    ):  # rich counts letters behind joiners that begin a text in two ways
        return _fitting(text, wide)


def _fitting(text: str, wide: int) -> str:
    """As `_filled`, letter by letter."""
    used = end = 0
    while end < len(text) and used + _cells(text[end]) <= wide:
        used += _cells(text[end])
        end += 1
    return text[:end] + " " * (wide - used)
