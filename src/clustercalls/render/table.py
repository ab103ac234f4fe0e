"""The table for a terminal: groups by how soon, urgency in colour and words, columns that give way.

Itself imported only where a table is drawn.
"""

from clustercalls.render.columns import of_milestone
from clustercalls.render.groups import grouped
from clustercalls.render.lines import GAP, beside, narrowed, painted, wrapped
from clustercalls.render.width import width

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from clustercalls.query.select import EntryRow, Row
    from clustercalls.render.columns import Columns, View

    Draw = Callable[[int, str], Iterable[str]]  # the lines of the row of this number, in this colour

NARROWEST_WHAT = 30  # below this, another column goes
TWO_LINES_BELOW = 50
GIVING_WAY = ("money", "programme", "state", "kind", "next", "owner", "id")
SOON, NEAR = 7, 30  # days
MARKED = 2  # when and how long carry the colour of urgency
BOLD, DIM, RED, YELLOW, CYAN, BOLD_RED = "1", "2", "31", "33", "36", "1;31"


def table(
    rows: "Sequence[Row | EntryRow]", columns: "Columns", view: "View", wide: int, *, color: bool
) -> str:
    """The rows as a table `wide` columns wide; milestones under headings by how soon."""
    if not rows:
        return ""
    names = columns.names(view, rows)
    cells = [columns.row(row, view, names) for row in rows]
    lines: list[str] = []
    if wide < TWO_LINES_BELOW and not view.columns:
        draw = _in_two_lines(names, cells, wide)
    else:
        headings = columns.headings(view, names)
        kept, widths = _fitted(names, cells, headings, wide, chosen=bool(view.columns))
        draw = _in_columns(cells, kept, widths, wide)
        if view.header:
            lines += beside([headings[at] for at in kept], widths, [DIM if color else ""] * len(kept), wide)
    _draw_groups(lines, rows, view, draw, wide, color=color)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _draw_groups(
    lines: list[str], rows: "Sequence[Row | EntryRow]", view: "View", draw: "Draw", wide: int, *, color: bool
) -> None:
    for heading, numbers in grouped(rows, view.t):
        if heading:
            lines += [""] if lines else []
            lines += [painted(line, BOLD if color else "") for line in wrapped(heading, wide)]
        for number in numbers:
            lines += draw(number, _urgency(rows[number]) if color else "")


def _in_two_lines(names: tuple[str, ...], cells: list[list[str]], wide: int) -> "Draw":
    """For the narrowest terminals: when and how long, and the title below."""
    if "id" in names:
        _put_below(cells, names.index("what"), names.index("id"))

    def draw(number: int, code: str) -> "Iterator[str]":
        line = dict(zip(names, cells[number], strict=True))
        first = GAP * " "
        when = first.join(line[name] for name in ("date", "left") if line.get(name))
        yield from (painted(piece, code) for piece in wrapped(when, wide))
        for piece in wrapped(line["what"], max(wide - GAP, 1)):
            yield from wrapped(first + piece, wide)

    return draw


def _in_columns(cells: list[list[str]], kept: list[int], widths: list[int], wide: int) -> "Draw":
    def draw(number: int, code: str) -> "Iterator[str]":
        marked = len(kept) if code == DIM else MARKED
        codes = [code if at < marked else "" for at in range(len(kept))]
        return beside([cells[number][at] for at in kept], widths, codes, wide)

    return draw


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
    fitting = [max(min(room(), needs[at]), 1) if at == what else needs[at] for at in kept]
    return kept, narrowed(fitting, wide)


def _put_below(cells: list[list[str]], what: int, name: int) -> None:
    """What must not be lost goes under the title: commands ask for ids."""
    for line in cells:
        line[what] += f"\n  {line[name]}"


def _urgency(row: "Row | EntryRow") -> str:
    shown: Row | None = of_milestone(row) or getattr(row, "next", None)
    if shown is None or shown.over or shown.days_left is None:
        return DIM
    milestone = shown.milestone
    if shown.days_left == 0 and milestone.when is not None and not milestone.when.is_exact:
        return CYAN
    if shown.days_left == 0:
        return BOLD_RED
    if shown.days_left <= SOON:
        return RED
    return YELLOW if shown.days_left <= NEAR else ""
