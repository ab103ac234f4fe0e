"""The table for a terminal: groups by how soon, urgency in colour and words, columns that give way.

The only module that imports rich, and itself imported only where a table is drawn.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clustercalls import edtf
from clustercalls.query.select import EntryRow, Row
from clustercalls.render.columns import Columns, View
from clustercalls.render.width import width

GAP = 2
NARROWEST_WHAT = 30  # below this, another column goes
TWO_LINES_BELOW = 50
GIVING_WAY = ("money", "programme", "state", "kind", "next", "owner", "id")
SOON, NEAR = 7, 30  # days
MARKED = 2  # when and how long carry the colour of urgency

GROUPS = ("today", "any day now", "this week", "this month", "later", "not announced")

# Draws the rows of these numbers, in these styles.
Draw = Callable[[list[int], list[str]], None]


def table(rows: Sequence[Row | EntryRow], columns: Columns, view: View, wide: int, *, color: bool) -> str:
    """The rows as a table `wide` columns wide; milestones under headings by how soon."""
    if not rows:
        return ""
    console = _console(wide, color=color)
    names = columns.names(view, rows)
    cells = [columns.row(row, view, names) for row in rows]
    if wide < TWO_LINES_BELOW and not view.columns:
        draw = _in_two_lines(console, names, cells)
    else:
        draw = _in_columns(console, names, cells, columns.headings(view, names), view)
    _draw_groups(console, rows, view, draw)
    return _drawn(console)


def _console(wide: int, *, color: bool) -> Console:
    return Console(
        file=StringIO(),
        width=wide,
        force_terminal=True,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _draw_groups(console: Console, rows: Sequence[Row | EntryRow], view: View, draw: Draw) -> None:
    groups = [_group(row) for row in rows]
    for heading in (*GROUPS, ""):
        chosen = [number for number, group in enumerate(groups) if group == heading]
        if chosen and heading:
            if _drawn(console):
                console.print()
            console.print(Text(view.t(heading).capitalize(), style="bold"))
        if chosen:
            draw(chosen, [_urgency(rows[number]) for number in chosen])


def _in_two_lines(console: Console, names: tuple[str, ...], cells: list[list[str]]) -> Draw:
    """For the narrowest terminals: when and how long, and the title below."""
    if "id" in names:
        _put_below(cells, names.index("what"), names.index("id"))

    def draw(chosen: list[int], styles: list[str]) -> None:
        for number, style in zip(chosen, styles, strict=True):
            _print_two(console, dict(zip(names, cells[number], strict=True)), style)

    return draw


def _in_columns(
    console: Console, names: tuple[str, ...], cells: list[list[str]], headings: list[str], view: View
) -> Draw:
    kept, widths = _fitted(names, cells, headings, console.width, chosen=bool(view.columns))
    if view.header:
        console.print(_grid([[headings[at] for at in kept]], widths, ["dim"]))

    def draw(chosen: list[int], styles: list[str]) -> None:
        lines = [[cells[number][at] for at in kept] for number in chosen]
        console.print(_grid(lines, widths, styles))

    return draw


def _drawn(console: Console) -> str:
    file = console.file
    text = file.getvalue() if isinstance(file, StringIO) else ""
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def _fitted(
    names: tuple[str, ...], cells: list[list[str]], headings: list[str], wide: int, *, chosen: bool
) -> tuple[list[int], list[int]]:
    """Which columns stay so that the title has its room, and their widths; `chosen` ones never go."""
    kept = list(range(len(names)))
    needs = [max(width(line[at]) for line in [headings, *cells]) for at in kept]
    what = names.index("what") if "what" in names else None

    def room() -> int:
        return wide - sum(needs[at] + GAP for at in kept if at != what)

    enough = min(NARROWEST_WHAT, needs[what]) if what is not None else 0
    for name in () if chosen else GIVING_WAY:
        if room() >= enough:
            break
        kept = [at for at in kept if names[at] != name]
        if what is not None and name == "id" and name in names:
            _put_below(cells, what, names.index("id"))
    return kept, [max(min(room(), needs[at]), 1) if at == what else needs[at] for at in kept]


def _put_below(cells: list[list[str]], what: int, name: int) -> None:
    """What must not be lost goes under the title: commands ask for ids."""
    for line in cells:
        line[what] += f"\n  {line[name]}"


def _grid(lines: list[list[str]], widths: list[int], styles: list[str]) -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for wide in widths:
        grid.add_column(width=wide, overflow="fold")
    for line, style in zip(lines, styles, strict=True):
        marked = len(line) if style == "dim" else MARKED
        grid.add_row(*(Text(cell, style=style if at < marked else "") for at, cell in enumerate(line)))
    return grid


def _print_two(console: Console, line: dict[str, str], style: str) -> None:
    first = GAP * " "
    console.print(Text(first.join(line[name] for name in ("date", "left") if line.get(name)), style=style))
    for piece in Text(line["what"]).wrap(console, console.width - GAP):
        console.print(Text(first) + piece)


def _group(row: Row | EntryRow) -> str:
    """The heading a row stands under; none for entries and for what is over."""
    if isinstance(row, EntryRow):
        return ""
    if row.over:
        return ""
    milestone, today, days = row.milestone, row.today, row.days_left
    if days is None:
        return "not announced"
    if days == 0:
        exact = milestone.when is not None and milestone.when.is_exact
        return "today" if exact else "any day now"
    day = today + timedelta(days=days)
    if day <= today + timedelta(days=6 - today.weekday()):
        return "this week"
    month = edtf.parse(f"{today:%Y-%m}").latest
    return "this month" if month and day <= month else "later"


def _urgency(row: Row | EntryRow) -> str:
    shown = row.next if isinstance(row, EntryRow) else row
    if shown is None or shown.over or shown.days_left is None:
        return "dim"
    milestone = shown.milestone
    if shown.days_left == 0 and milestone.when is not None and not milestone.when.is_exact:
        return "cyan"
    if shown.days_left == 0:
        return "bold red"
    if shown.days_left <= SOON:
        return "red"
    return "yellow" if shown.days_left <= NEAR else ""
