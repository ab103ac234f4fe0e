"""Blocks, lists and tables, one in another as HTML and word processors have them, in a row."""

from clustercalls.limits import TABLES_DEEP
from clustercalls.passages import PassageKind
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.lines import LineInMaking, OneLine, joined, row_of

CELL_BLOCKS = 3  # a cell of more blocks is no value but a column of a page; so is a row of more letters
ROW_LETTERS = 2_000


class _Block:
    """A passage that a cell of a table holds."""

    def __init__(self, line: OneLine, kind: PassageKind, level: int) -> None:
        self.line, self.kind, self.level = line, kind, level


class _TableRow:
    """A row of a table that is being read. One that holds a table itself only lays out a page."""

    def __init__(self) -> None:
        self.cells: list[list[_Block]] = []
        self.is_layout = False


class Flow:
    """What is read of a document, block by block."""

    def __init__(self) -> None:
        self.gathered = GatheredPassages()
        self._line = LineInMaking()
        self._kind, self._level = PassageKind.TEXT, 0
        self._tables: list[_TableRow | None] = []  # the open row of each open table

    @property
    def is_in_row(self) -> bool:
        """Whether a row of a table is open."""
        return bool(self._tables) and self._tables[-1] is not None

    @property
    def is_in_heading(self) -> bool:
        """Whether the block is a heading."""
        return self._kind is PassageKind.HEADING

    def say(self, text: str, url: str = "", *, strong: bool = False) -> None:
        """A piece of text, the address behind it, and whether it stands out."""
        self._line.add(text, url, strong=strong)

    def begin(self, kind: PassageKind, level: int = 0) -> None:
        """A block of this kind begins."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """The block ends; one in which nothing was said is still to come, and stays what it is."""
        if not self._line:
            return
        block = _Block(self._line.taken(), self._kind, self._level)
        row = self._tables[-1] if self._tables else None
        if row is None or row.is_layout:
            self._tell(block)
        else:
            if not row.cells:
                row.cells.append([])
            row.cells[-1].append(block)
        self._kind, self._level = PassageKind.TEXT, 0

    def end_line(self) -> None:
        """A line ends that somebody broke: a paragraph is two, a heading, an item or a cell is still one."""
        if self._kind is PassageKind.TEXT and not self.is_in_row:
            self.end()
        else:
            self.say(" ")

    def begin_table(self) -> None:
        """A table begins; the row that it stands in was no row of values."""
        self.end()
        row = self._tables[-1] if self._tables else None
        if row is not None:
            self._tell_apart(row)
            row.is_layout = True
        if len(self._tables) < TABLES_DEEP:
            self._tables.append(None)

    def begin_row(self) -> None:
        """A row begins, in a table or without one."""
        self.end_row()
        if not self._tables:
            self._tables.append(None)
        self._tables[-1] = _TableRow()
        self._kind, self._level = PassageKind.TEXT, 0

    def begin_cell(self) -> None:
        """A cell begins, in a row or without one."""
        if not self.is_in_row:
            self.begin_row()
        self.begin(PassageKind.TEXT)
        row = self._tables[-1]
        if row is not None:
            row.cells.append([])

    def end_row(self) -> None:
        """The row ends: it is one passage where it holds values, several where it lays out a page."""
        self.end()
        row = self._tables[-1] if self._tables else None
        if row is None:
            return
        self._tables[-1] = None
        cells = [joined(block.line for block in cell) for cell in row.cells]
        if _holds_values(row, cells):
            self.gathered.add(row_of(cells), PassageKind.ROW)
        else:
            self._tell_apart(row)

    def end_table(self) -> None:
        """The table ends, and a row that nobody ended with it."""
        self.end_row()
        if self._tables:
            self._tables.pop()

    def end_all(self) -> None:
        """The document ends, with whatever is open in it."""
        self.end()
        while self._tables:
            self.end_table()

    def _tell_apart(self, row: _TableRow) -> None:
        for cell in row.cells:
            for block in cell:
                self._tell(block)
        row.cells = []

    def _tell(self, block: _Block) -> None:
        self.gathered.add(block.line, block.kind, level=block.level)


def _holds_values(row: _TableRow, cells: list[OneLine]) -> bool:
    return (
        sum(bool(cell.text) for cell in cells) > 1
        and max(len(cell) for cell in row.cells) <= CELL_BLOCKS
        and sum(len(cell.text) for cell in cells) <= ROW_LETTERS
        and not any(
            block.kind is PassageKind.HEADING and len(cell) > 1 for cell in row.cells for block in cell
        )
    )
