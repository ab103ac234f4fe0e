"""Rows as aligned columns: what a pipe is given."""

from itertools import repeat

from clustercalls.render.width import one_each, width

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterator

    from clustercalls.render.columns import Columns, Rows, View

GAP = "  "
TABLE_ROWS = 500  # beyond, nobody reads a table, and plain columns take a tenth of the time


def plain(rows: "Rows", columns: "Columns", view: "View") -> "Iterator[str]":
    """Aligned columns, the last one as long as it is; nothing at all when there are no rows."""
    if not rows:
        return
    names = columns.names(view, rows)
    cells = columns.rows(rows, view, names)
    if view.header:
        cells.insert(0, columns.headings(view, names))
    padded = [each for each in map(_padded, zip(*cells, strict=True)) if each is not None]
    for line in zip(*padded, strict=True) if padded else [()] * len(cells):
        yield GAP.join(line).rstrip() + "\n"


def _padded(column: tuple[str, ...]) -> "Iterator[str] | None":
    """The cells of a column, each as wide as the widest; None for one in which nothing stands."""
    is_plain = one_each("".join(column))
    widths = list(map(len if is_plain else width, column))
    widest = max(widths)
    if is_plain or not widest:
        return map(str.ljust, column, repeat(widest)) if widest else None
    return (cell + " " * (widest - its) for cell, its in zip(column, widths, strict=True))
