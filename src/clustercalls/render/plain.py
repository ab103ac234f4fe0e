"""Rows as aligned columns: what a pipe is given, and a terminal where nobody would read a table."""

from clustercalls.render.width import one_each, width

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from clustercalls.query.select import EntryRow, Row
    from clustercalls.render.columns import Columns, Rows, View

GAP = "  "
TABLE_ROWS = 500  # beyond, nobody reads a table, and plain columns take a tenth of the time


def plain(rows: "Rows", columns: "Columns", view: "View") -> "Iterator[str]":
    """Aligned columns, the last one as long as it is; nothing at all when there are no rows."""
    if not rows:
        return
    names = columns.names(view, rows)
    cells = columns.columns(rows, view, names)
    if view.header:
        for column, heading in zip(cells, columns.headings(view, names), strict=True):
            column.insert(0, heading)
    shown = [each for each in map(_padded, cells) if each is not None]
    form = GAP.join(each for each, _ in shown)
    for line in zip(*(each for _, each in shown), strict=True) if shown else [()] * (len(rows) + view.header):
        yield (form % line).rstrip() + "\n"


def table_or_plain(
    rows: "Sequence[Row | EntryRow]",
    columns: "Columns",
    view: "View",
    wide: int,
    every: "Collection[str]",
    *,
    color: bool,
) -> "Iterable[str]":
    """What a terminal `wide` columns wide is given: a table up to `TABLE_ROWS` rows, else aligned columns.

    The table shows of each id the shortest part that none of `every` other has; without any it shows none.
    """
    if len(rows) > TABLE_ROWS:
        return plain(rows, columns, view)
    from clustercalls.render.columns import entry_of
    from clustercalls.render.parts import shortest_parts
    from clustercalls.render.table import table

    parts = shortest_parts((entry_of(row).id for row in rows), every) if every else {}
    return [table(rows, columns, view.naming(parts), wide, color=color)]


def _padded(column: list[str]) -> "tuple[str, Iterable[str]] | None":
    """How to print the cells of a column as wide as the widest, and the cells; None where nothing stands."""
    is_plain = one_each("".join(set(column)))
    widths = list(map(len if is_plain else width, column))
    widest = max(widths)
    if is_plain or not widest:
        return (f"%-{widest}s", column) if widest else None
    return "%s", (cell + " " * (widest - its) for cell, its in zip(column, widths, strict=True))
