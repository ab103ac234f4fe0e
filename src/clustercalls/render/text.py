"""Rows as text: aligned columns, Markdown, CSV, TSV, JSON, a workbook, or a template of one's own."""

import re
from collections.abc import Callable, Iterable, Iterator

from clustercalls.render import markdown as md
from clustercalls.render import words
from clustercalls.render.columns import ADDRESSES, Columns, View, entry_of, plain_value
from clustercalls.render.formulas import unable
from clustercalls.render.json import array
from clustercalls.render.plain import plain
from clustercalls.render.safe import safe_address, safe_lines, safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from clustercalls.render.columns import Rows

Chunk = str | bytes
_PLACEHOLDER = r"\{([A-Za-z_]+)\}"


def markdown(rows: "Rows", columns: Columns, view: View) -> Iterator[Chunk]:
    """A table in GitHub's Markdown; titles link to where one reads on."""
    if not rows:
        return
    names = columns.names(view, rows)
    headings = columns.headings(view, names)
    if view.header:
        yield f"| {' | '.join(headings)} |\n|{'---|' * len(headings)}\n"
    for row in rows:
        cells = list(map(md.cell, columns.rows((row,), view, names)[0]))
        if "what" in names and (link := words.link(entry_of(row))):
            at = names.index("what")
            cells[at] = md.cell_link(cells[at], link)
        yield f"| {' | '.join(cells)} |\n"


def json(rows: "Rows", columns: Columns, view: View) -> Iterator[Chunk]:
    """One array, one object a line; `[]` when there are no rows."""
    record = columns.record
    records = (record(row, view.zone) for row in rows)
    if not view.columns:
        return array(records)
    return array({name: getattr(each, name) for name in view.columns} for each in records)


def csv(rows: "Rows", columns: Columns, view: View) -> Iterator[Chunk]:
    """RFC 4180 with a header line; a cell that a spreadsheet would take for a formula begins with a quote.

    Breaks and tabs stay in a cell, which can hold them; other controls are shown, as on a terminal.
    """
    yield from _separated(rows, columns, view, _csv_line)


def tsv(rows: "Rows", columns: Columns, view: View) -> Iterator[Chunk]:
    """Tab-separated values with a header line, formulas as in CSV; tabs and breaks inside become spaces."""
    yield from _separated(rows, columns, view, _tsv_line)


def xlsx(rows: "Rows", columns: Columns, view: View) -> Iterator[Chunk]:
    """A workbook of one sheet, for Excel and what reads its files; all of it is one piece."""
    from clustercalls.render.workbook import workbook

    yield workbook(rows, columns, view)


def template(rows: "Rows", columns: Columns, view: View, text: str) -> Iterator[Chunk]:
    """A line a row: `{name}` is replaced by that value, everything else stays."""
    parts = re.split(_PLACEHOLDER, text.replace("\\t", "\t").replace("\\n", "\n"))
    for row in rows:
        values = columns.values(row, view) | {
            name: cell(row, view) for name, cell in columns.cells.items() if name not in columns.fields
        }
        pieces = [
            part if number % 2 == 0 else safe_text(plain_value(values[part]))
            for number, part in enumerate(parts)
        ]
        yield "".join(pieces) + "\n"


def template_names(text: str) -> list[str]:
    """The names a template asks for."""
    return re.findall(_PLACEHOLDER, text) if text else []


def unclosed_names(text: str) -> list[str]:
    """The names of a template that a brace opens and none closes right after."""
    return re.findall(r"\{([A-Za-z_]+)(?![A-Za-z_}])", text) if text else []


FORMATS: "dict[str, Callable[[Rows, Columns, View], Iterable[Chunk]]]" = {
    "plain": plain,
    "json": json,
    "csv": csv,
    "tsv": tsv,
    "md": markdown,
    "xlsx": xlsx,
}
MACHINE = frozenset({"json", "csv", "tsv"})
FOR_OTHERS = frozenset({"md"})  # pasted into a page or a mail; the others are looked at, or computed with


def _separated(
    rows: "Rows", columns: Columns, view: View, line: Callable[[list[str]], str]
) -> Iterator[Chunk]:
    names = view.columns or columns.fields
    if view.header:
        yield line(list(names)).encode()
    for row in rows:
        values = columns.values(row, view)
        yield line([_cell(name, values[name], alone=name != names[0]) for name in names]).encode()


def _cell(name: str, value: object, *, alone: bool) -> str:
    """A value that no spreadsheet computes; a number is one, `alone` in a cell wherever cells are parted."""
    text = plain_value(value)
    if alone and isinstance(value, int | float):
        return text
    return unable(safe_address(text) if name in ADDRESSES else text)


def _tsv_line(cells: list[str]) -> str:
    return "\t".join(map(safe_text, cells)) + "\n"


def _csv_line(cells: list[str]) -> str:
    return ",".join(_csv_cell(safe_lines(cell)) for cell in cells) + "\r\n"


def _csv_cell(text: str) -> str:
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
