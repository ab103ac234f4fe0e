"""The table for a terminal: groups by how soon, urgency in colour and words, columns that give way.

The only module that imports rich, and itself imported only where a table is drawn.
"""

from collections.abc import Sequence
from datetime import timedelta
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clustercalls import edtf
from clustercalls.query import EntryRow, Row
from clustercalls.render.columns import Columns, View
from clustercalls.render.width import width

GAP = 2
NARROWEST_WHAT = 30  # below this, another column goes
TWO_LINES_BELOW = 50
GIVING_WAY = ("money", "programme", "state", "kind", "next", "owner", "id")
SOON, NEAR = 7, 30  # days
MARKED = 2  # when and how long carry the colour of urgency

GROUPS = ("today", "any day now", "this week", "this month", "later", "not announced")
PAST = "past"


def table(rows: Sequence[Row | EntryRow], columns: Columns, view: View, wide: int, *, color: bool) -> str:
    """The rows as a table `wide` columns wide; milestones under headings by how soon."""
    console = Console(
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
    if not rows:
        return ""
    names = columns.names(view, rows)
    cells = [columns.row(row, view, names) for row in rows]
    groups = [_group(row) for row in rows]
    widths: list[int] = []
    two_lines = wide < TWO_LINES_BELOW and not view.columns
    if two_lines and "id" in names:
        _put_below(cells, names.index("what"), names.index("id"))
    if not two_lines:
        shown, cells, widths = _fitted(
            names, cells, columns.headings(view, names), wide, chosen=bool(view.columns)
        )
        if view.header:
            console.print(_grid([columns.headings(view, shown)], widths, ["dim"]))
    headed = False
    for heading in (*GROUPS, PAST, ""):
        chosen = [number for number, group in enumerate(groups) if group == heading]
        if not chosen:
            continue
        if heading and heading != PAST:
            if headed or (view.header and not two_lines):
                console.print()
            console.print(Text(view.t(heading).capitalize(), style="bold"))
        headed = True
        styles = [_urgency(rows[number]) for number in chosen]
        lines = [cells[number] for number in chosen]
        if two_lines:
            for line, style in zip(lines, styles, strict=True):
                _print_two(console, dict(zip(names, line, strict=True)), style)
        else:
            console.print(_grid(lines, widths, styles))
    return _drawn(console)


def _drawn(console: Console) -> str:
    file = console.file
    text = file.getvalue() if isinstance(file, StringIO) else ""
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def _fitted(
    names: Sequence[str], cells: list[list[str]], headings: list[str], wide: int, *, chosen: bool
) -> tuple[list[str], list[list[str]], list[int]]:
    """The columns that leave the title its room, in the order in which they give way."""
    kept = list(range(len(names)))
    needs = [max(width(line[at]) for line in [headings, *cells]) for at in kept]

    def room() -> int:
        fixed = [needs[at] + GAP for at in kept if names[at] != "what"]
        return wide - sum(fixed)

    for name in () if chosen else GIVING_WAY:
        if room() >= min(NARROWEST_WHAT, _need(names, needs, "what")):
            break
        kept = [at for at in kept if names[at] != name]
        if name == "id" and name in names:
            _put_below(cells, names.index("what"), names.index("id"))
    widths = [max(room(), 1) if names[at] == "what" else needs[at] for at in kept]
    if "what" in names:
        at = [names[each] for each in kept].index("what")
        widths[at] = min(widths[at], needs[kept[at]])
    return [names[at] for at in kept], [[line[at] for at in kept] for line in cells], widths


def _put_below(cells: list[list[str]], what: int, name: int) -> None:
    """What must not be lost goes under the title: commands ask for ids."""
    for line in cells:
        line[what] += f"\n  {line[name]}"


def _need(names: Sequence[str], needs: list[int], name: str) -> int:
    return needs[list(names).index(name)] if name in names else 0


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
    """The heading a row stands under; none for entries."""
    if isinstance(row, EntryRow):
        return ""
    milestone, today, days = row.milestone, row.today, row.days_left
    if days is None:
        return "not announced"
    if days < 0 or (milestone.latest and milestone.latest < today):
        return PAST
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
    if shown is None or shown.days_left is None or shown.days_left < 0:
        return "dim"
    milestone = shown.milestone
    if shown.days_left == 0 and milestone.when is not None and not milestone.when.is_exact:
        return "cyan"
    if shown.days_left == 0:
        return "bold red"
    if shown.days_left <= SOON:
        return "red"
    return "yellow" if shown.days_left <= NEAR else ""
