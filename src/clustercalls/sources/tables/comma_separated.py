"""The rows of a text whose columns are parted by commas, semicolons, tabs or bars."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from clustercalls.limits import SHEET_COLUMNS, SHEET_ROWS
from clustercalls.sources.offered import unlike
from clustercalls.sources.tables.headings import TABLE

_DELIMITERS = ",;\t|"
_TRIED = 20  # rows by which the delimiter is told
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def rows_of(data: bytes, source: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its last line, up to one more than are read.

    Raises:
        InputRefused: for a cell that is too long.
    """
    lines = _decoded(data).replace("\x00", "").splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=_delimiter(lines))
    try:
        for row in islice(reader, SHEET_ROWS + 1):
            yield reader.line_num, row[:SHEET_COLUMNS]
    except csv.Error as error:
        line = reader.line_num
        raise unlike(source, TABLE, "line {line} cannot be parted: {text}", line=line, text=error) from None


def _decoded(data: bytes) -> str:
    """The text; without a mark it is UTF-8, else as Windows has it in the west of Europe."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(lines: list[str]) -> str:
    """What parts most rows into the same number of columns, the most columns first."""

    def told(delimiter: str) -> tuple[int, int]:
        widths = Counter[int]()
        try:
            for row, _ in zip(csv.reader(lines, delimiter=delimiter), range(_TRIED), strict=False):
                if row:
                    widths[len(row)] += 1
        except csv.Error:
            return 0, 0
        width, count = widths.most_common(1)[0] if widths else (1, 0)
        return (count, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=told)
