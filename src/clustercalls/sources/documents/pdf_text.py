"""The passages of a PDF, of the lines of its pages: heads and feet taken out, lines joined to paragraphs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clustercalls.passages import PassageKind
from clustercalls.sources.documents.furniture import edges
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.lines import joined, row_of, within
from clustercalls.sources.documents.paragraphs import (
    SENTENCE_ENDS,
    bullet_of,
    glued,
    goes_on,
    is_cut,
    may_be_heading,
    number_of,
)
from clustercalls.sources.documents.pdf_answer import PdfPage
from clustercalls.sources.documents.pdf_lines import PdfLine, leading_of, lines_of, width_of

LARGER = 1.12  # than the usual letters are those of a heading
FARTHER = 1.25  # than a line is below the one before, where a paragraph begins
INDENT = 0.8  # of the size of letters
SLACK = 0.12  # of the width of a column, since the widths of letters are a guess
COLUMN = 40  # points between lines of one column that are indented, or not
HEADING_LETTERS = 300
LEVELS = 6
_HEIGHT = 3  # points that the head of a page may stand higher on another


class _Open:
    """A passage that is being read: its lines."""

    def __init__(self, line: PdfLine, page: int, kind: PassageKind) -> None:
        self.lines, self.page, self.kind, self.last_page = [line], page, kind, page
        self.has_number = kind is PassageKind.ITEM and bool(number_of(line.text))

    @property
    def last(self) -> PdfLine:
        """The last of its lines."""
        return self.lines[-1]


def put_pdf(pages: Sequence[PdfPage], gathered: GatheredPassages) -> None:
    """Puts the passages of a PDF to those of a document.

    Raises:
        InputRefused: when it has more than a document may have.
    """
    lines = _without_edges([lines_of(page) for page in pages])
    ways = _HowSet(lines)
    for passage in _passages(lines, ways):
        cells = passage.lines[0].cells
        if passage.kind is PassageKind.ROW:
            gathered.add(row_of(cells), PassageKind.ROW, page=passage.page)
            continue
        line = glued([joined(each.cells) for each in passage.lines])
        if passage.kind is PassageKind.ITEM and (mark := bullet_of(line.text)):
            line = within(line, len(mark), len(line.text))
        kind = passage.kind
        if kind is PassageKind.HEADING and len(line.text) > HEADING_LETTERS:
            kind = PassageKind.TEXT
        level = ways.level_of(passage.lines[0]) if kind is PassageKind.HEADING else 0
        gathered.add(line, kind, page=passage.page, level=level)


def _without_edges(pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of the pages without those that stand on most of them."""
    sorted_pages = [sorted(page, key=lambda line: -line.y) for page in pages]
    taken = edges(
        [[line.text for line in page] for page in sorted_pages],
        [[round(line.y / _HEIGHT) for line in page] for page in sorted_pages],
    )
    gone = {id(page[at]) for page, places in zip(sorted_pages, taken, strict=True) for at in places}
    return [[line for line in page if id(line) not in gone] for page in pages]


def _passages(pages: Sequence[Sequence[PdfLine]], ways: "_HowSet") -> Iterator[_Open]:
    """The lines, those of one passage together."""
    passage: _Open | None = None
    for number, lines in enumerate(pages, 1):
        for line in lines:
            kind = ways.kind_of(line, passage)
            if passage is None or ways.begins(passage, line, kind, number):
                if passage is not None:
                    yield passage
                passage = _Open(line, number, kind)
            else:
                passage.lines.append(line)
                passage.last_page = number
    if passage is not None:
        yield passage


class _HowSet:
    """How a PDF is set: its usual letters, those of its headings, how far its lines are apart."""

    def __init__(self, pages: Sequence[Sequence[PdfLine]]) -> None:
        sizes, bold, letters = Counter[float](), 0, 0
        for page in pages:
            for line in page:
                sizes[line.size] += len(line.text)
                bold += len(line.text) if line.bold else 0
                letters += len(line.text)
        self._size = sizes.most_common(1)[0][0] if sizes else 1.0
        self._bold_tells = bold * 3 < letters
        larger = sorted((size for size in sizes if size > self._size * LARGER), reverse=True)
        self._levels = {size: min(at, LEVELS) for at, size in enumerate(larger, 1)}
        self._leading = leading_of(pages)
        self._edges = dict[int, float]()
        for page in pages:
            for line in page:
                if line.size == self._size:
                    column = int(line.starts[0] // COLUMN)
                    self._edges[column] = max(self._edges.get(column, 0), line.end)

    def _edge_of(self, line: PdfLine) -> float:
        """Where the lines of its column end, as far as any goes."""
        column = int(line.starts[0] // COLUMN)
        return max(self._edges.get(near, 0) for near in (column - 1, column, column + 1))

    def level_of(self, line: PdfLine) -> int:
        """The level of a heading: by its letters, the largest first; bold ones come after all."""
        return self._levels.get(line.size, min(len(self._levels) + 1, LEVELS))

    def kind_of(self, line: PdfLine, before: _Open | None) -> PassageKind:
        """What a line would begin, by itself."""
        first = f"{line.cells[0].text} "
        number = number_of(line.text)
        if bullet_of(line.text) and (line.text[0] not in "+-–—" or _is_after_end(before)):
            return PassageKind.ITEM
        if len(line.cells) > 1 and not number_of(f"{first}x"):
            return PassageKind.ROW
        if line.size in self._levels:
            return PassageKind.HEADING
        if self._bold_tells and line.bold and may_be_heading(line.text):
            return PassageKind.HEADING
        counts = number == 1 or (before is not None and before.has_number and number > 1)
        return PassageKind.ITEM if number and counts and _is_after_end(before) else PassageKind.TEXT

    def begins(self, passage: _Open, line: PdfLine, kind: PassageKind, page: int) -> bool:
        """Whether a line begins a passage of its own, and does not go on with the one before."""
        last, text = passage.last, line.text
        if kind in {PassageKind.ROW, PassageKind.ITEM} or passage.kind is PassageKind.ROW:
            return True
        before = last.text
        step = last.y - line.y
        if (kind is PassageKind.HEADING) != (passage.kind is PassageKind.HEADING) or (
            kind is PassageKind.HEADING and line.size != last.size
        ):
            return not (line.bold and last.size == line.size and goes_on(before, text))
        if page != passage.last_page or step < 0:  # the next page, or column
            return not (goes_on(before, text) or is_cut(before, text))
        if step > self._leading * FARTHER * max(last.size, line.size):
            return True
        is_new = not text[:1].islower()
        if (
            is_new
            and passage.kind is PassageKind.TEXT
            and line.starts[0] - last.starts[0] > INDENT * line.size
        ):
            return True
        if kind is PassageKind.HEADING:
            return False
        edge = max(self._edge_of(last), last.end)
        word = width_of(text.split(maxsplit=1)[0], line.size)
        room = edge - last.end - word
        return (
            room > SLACK * (edge - last.starts[0])
            and is_new
            and (before.endswith(SENTENCE_ENDS) or room > 3 * SLACK * (edge - last.starts[0]))
        )


def _is_after_end(before: _Open | None) -> bool:
    """Whether a list may begin or go on behind this."""
    return before is None or before.kind is not PassageKind.TEXT or before.last.text.endswith(SENTENCE_ENDS)
