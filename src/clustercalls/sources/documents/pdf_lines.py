"""The lines of a page of PDF, of pieces of text with their places; cells where there is room between."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.sources.documents.lines import LineInMaking, OneLine, address
from clustercalls.sources.documents.pdf_answer import Chunk, LinkArea, PdfPage

SAME_LINE = 0.45  # of the size of its letters by which a piece may stand higher or lower
ROOM = 1.6  # of that size between two cells
BARE_ROOM = 0.8  # the same, where no space was written
SPACE = 0.35  # the same, between two words
MIDDLE = 0.3  # how high the middle of letters is
LEADING = 1.2  # from line to line, where nothing tells
NEARLY_ALL = 0.7  # of a piece, over an area: then all of it
COLUMN_LINES = 8  # of two columns side by side, at least
COLUMN_LETTERS = 18  # of each of their lines, on average
# How wide letters are, of their size, in the usual fonts: the program is not told those of this one.
_BULLET = "\x7f"  # as the usual letters of PDF have it
_NARROW = frozenset("ijltfI.,;:'’|!()[] -r")
_CLOSING = frozenset(",.;:)]!?’”»")  # before which there is no space
_WIDE = frozenset("mwMW%@—…")


class PdfLine(Struct, frozen=True):
    """A line: its cells, where it begins and ends, how large and bold its letters are."""

    cells: tuple[OneLine, ...]
    starts: tuple[float, ...]  # where each cell begins
    end: float
    y: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """Its letters."""
        return " ".join(cell.text for cell in self.cells)


def width_of(text: str, size: float) -> float:
    """About how wide a text is."""
    return size * sum(
        0.29 if sign in _NARROW else 0.84 if sign in _WIDE else 0.67 if sign.isupper() else 0.52
        for sign in text
    )


def lines_of(page: PdfPage) -> list[PdfLine]:
    """The lines of a page as they are drawn; of two columns that are drawn together, one after the other."""
    links = sorted(page.links, key=lambda link: link.bottom)
    lines: list[PdfLine] = []
    run: list[Chunk] = []
    for chunk in _apart(page.chunks):
        if run and abs(chunk.y - run[-1].y) > SAME_LINE * max(chunk.size, run[-1].size):
            lines += _line(run, links)
            run = []
        run.append(chunk)
    return _in_columns([*lines, *(_line(run, links) if run else ())])


def _apart(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """The pieces, none with an end of a line in it; what stands behind one is a line lower."""
    for chunk in chunks:
        for below, text in enumerate(chunk.text.replace(_BULLET, "•").split("\n")):
            if text.strip():
                yield replace(chunk, text=text, y=chunk.y - below * chunk.size * LEADING)


def _line(run: Sequence[Chunk], links: Sequence[LinkArea]) -> list[PdfLine]:
    """The line that these pieces are; none where nobody sees anything of it."""
    cells, starts = list[OneLine](), list[float]()
    line, end, before = LineInMaking(), run[0].x, ""
    bottoms = [link.bottom for link in links]
    for chunk in run:
        room = ROOM if chunk.text.startswith(" ") or before.endswith(" ") else BARE_ROOM
        if not starts or (line and (chunk.x - end > room * chunk.size or chunk.x < starts[-1])):
            if line:
                cells.append(line.taken())
            starts = [*starts[: len(cells)], chunk.x]
        middle = chunk.y + MIDDLE * chunk.size
        behind = [link for link in links[: bisect_left(bottoms, middle)] if link.top > middle]
        if line and chunk.x - end > SPACE * chunk.size and chunk.text[0] not in _CLOSING:
            line.add(" ")
        for text, url in _linked(chunk, behind):
            line.add(text, url, strong=chunk.bold)
        end, before = chunk.x + width_of(chunk.text.strip(), chunk.size), chunk.text
    cells += [line.taken()] if line else []
    if not cells:
        return []
    letters = Counter[float]()
    for chunk in run:
        letters[chunk.size] += len(chunk.text.strip())
    size = letters.most_common(1)[0][0]
    bold = all(chunk.bold for chunk in run if any(map(str.isalnum, chunk.text)))
    return [PdfLine(tuple(cells), tuple(starts[: len(cells)]), end, run[0].y, size, bold)]


def _linked(chunk: Chunk, links: Sequence[LinkArea]) -> Iterator[tuple[str, str]]:
    """The piece, in pieces with and without an address behind them."""
    text, place = chunk.text, 0
    for link in sorted(links, key=lambda area: area.left):
        begin, end = _letters_behind(chunk, link)
        begin = max(begin, place)
        if end > begin and (url := address(link.url)):
            yield text[place:begin], ""
            yield text[begin:end], url
            place = end
    yield text[place:], ""


def _letters_behind(chunk: Chunk, link: LinkArea) -> tuple[int, int]:
    """Which letters stand over an area, whole words of them: the widths of letters are a guess."""
    text = chunk.text
    bare = text.strip()
    lead = len(text) - len(text.lstrip())
    x, inside = chunk.x, list[int]()
    for at, sign in enumerate(bare):
        width = width_of(sign, chunk.size)
        if link.left <= x + width / 2 <= link.right:
            inside.append(at)
        x += width
    if not inside:
        return 0, 0
    if len(inside) > NEARLY_ALL * len(bare) and link.left <= chunk.x + chunk.size:
        return 0, len(text)
    begin = bare.rfind(" ", 0, inside[0] + 1) + 1
    end = bare.find(" ", inside[-1])
    return lead + begin, lead + (end if end >= 0 else len(bare))


def _in_columns(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines, of which those that stand side by side in two columns come one column after the other."""
    pairs = [line for line in lines if len(line.cells) == 2]  # noqa: PLR2004
    starts = Counter(round(line.starts[1] / 4) for line in pairs)
    start, count = starts.most_common(1)[0] if starts else (0, 0)
    beside = [line for line in pairs if round(line.starts[1] / 4) == start]
    long = all(sum(len(line.cells[at].text) for line in beside) >= COLUMN_LETTERS * count for at in (0, 1))
    if count < COLUMN_LINES or count * 2 < len(lines) or not long:
        return lines
    ordered: list[PdfLine] = []
    right: list[PdfLine] = []
    for line in lines:
        if len(line.cells) == 2 and round(line.starts[1] / 4) == start:  # noqa: PLR2004
            ordered.append(_cell(line, 0))
            right.append(_cell(line, 1))
        elif round(line.starts[0] / 4) == start:
            right.append(line)
        else:
            ordered.append(line)
    return ordered + right


def _cell(line: PdfLine, at: int) -> PdfLine:
    """One cell of a line as a line."""
    start, text = line.starts[at], line.cells[at].text
    return replace(line, cells=(line.cells[at],), starts=(start,), end=start + width_of(text, line.size))


def leading_of(pages: Sequence[Sequence[PdfLine]]) -> float:
    """How far a line of a paragraph is below the one before, of the size of its letters: the usual least."""
    steps = Counter(
        round((upper.y - lower.y) / upper.size, 1)
        for page in pages
        for upper, lower in pairwise(page)
        if upper.size == lower.size and upper.size > 0
    )
    usual = {step: count for step, count in steps.items() if 0.9 <= step <= 1.7}  # noqa: PLR2004
    least = max(usual.values(), default=0) * 0.2
    return min((step for step, count in usual.items() if count > least), default=LEADING)
