"""Rows as aligned columns: what a pipe is given."""

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
    cells = [columns.row(row, view, names) for row in rows]
    if view.header:
        cells.insert(0, columns.headings(view, names))
    taken = [list(map(len if one_each("".join(line)) else width, line)) for line in cells]
    widths = [max(column) for column in zip(*taken, strict=True)]
    for line, its in zip(cells, taken, strict=True):
        padded = [
            cell + " " * (wide - own) for cell, wide, own in zip(line, widths, its, strict=True) if wide
        ]
        yield GAP.join(padded).rstrip() + "\n"
