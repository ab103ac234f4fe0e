"""The table for a terminal: groups by how soon, urgency in colour and words, columns that give way.

Itself imported only where a table is drawn.
"""

from clustercalls.render.columns import of_milestone
from clustercalls.render.groups import grouped
from clustercalls.render.lines import GAP, beside, narrowed, painted, wrapped
from clustercalls.render.urgency import DIM, urgency
from clustercalls.render.width import width

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from clustercalls.query.select import EntryRow, Row
    from clustercalls.render.columns import Columns, View

    Draw = Callable[[int, str], Iterable[str]]  # the lines of the row of this number, in this colour

NARROWEST_WHAT, NARROW = 30, 20  # below this another column goes, and below that one is broken
TWO_LINES_BELOW = 50
# What goes first; a stage then stands under its date, and an id, which commands ask for, under the title.
GIVING_WAY = ("part", "owner", "money", "programme", "state", "kind", "next", "id")
BELOW = {"next": ("date", ""), "id": ("what", "  ")}
READABLE = 12  # columns of a text: with less, a table says how wide it wants to be
# What is as wide as it is: the others are texts, which share what is left.
FIXED = frozenset({"date", "left", "money", "state", "kind", "next", "id", "part", "url", "source_url"})
MARKED = frozenset({"date", "left", "when", "until", "earliest", "latest", "instant", "days_left"})
BOLD = "1"


def table(
    rows: "Sequence[Row | EntryRow]", columns: "Columns", view: "View", wide: int, *, color: bool
) -> str:
    """The rows as a table `wide` columns wide; milestones under headings by how soon."""
    if not rows:
        return ""
    names = columns.names(view, rows)
    if not view.columns:
        names = tuple(name for name in names if name not in columns.beneath)
    if view.parts and not view.columns:
        names = (*names, "part")
    cells = columns.rows(rows, view, names)
    lines: list[str] = []
    if not view.columns and not _has_room(names, cells, columns.headings(view, names), wide):
        draw = _in_two_lines(names, cells, wide)
    else:
        headings = columns.headings(view, names)
        if view.columns:
            wanted = _wanted(names, cells, headings)
            if wanted > wide:
                notice = view.t(
                    "These columns want {wanted} columns of the terminal; it has {wide}.",
                    wanted=wanted,
                    wide=wide,
                )
                lines += [*wrapped(notice, wide), ""]
                wide = wanted
            kept, widths = _shared(names, cells, headings, wide)
        else:
            kept, widths = _fitted(names, cells, headings, wide)
        draw = _in_columns(names, cells, kept, widths, wide)
        if view.header:
            lines += beside([headings[at] for at in kept], widths, [DIM if color else ""] * len(kept), wide)

    def draw_all(number: int, code: str) -> "Iterator[str]":
        yield from draw(number, code)
        if not view.columns:
            yield from columns.below(rows[number], wide, color=color)

    _draw_groups(lines, rows, view, draw_all, wide, color=color)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _has_room(names: tuple[str, ...], cells: list[list[str]], headings: list[str], wide: int) -> bool:
    """Whether a title can be read beside its date, once all has given way that does."""
    if wide < TWO_LINES_BELOW:
        return False
    what = names.index("what")
    kept, widths = _fitted(names, [[*line] for line in cells], headings, wide)
    room = widths[kept.index(what)] - (GAP if what != kept[-1] else 0)
    return room >= min(READABLE, _needs(cells, headings)[what])


def _draw_groups(
    lines: list[str], rows: "Sequence[Row | EntryRow]", view: "View", draw: "Draw", wide: int, *, color: bool
) -> None:
    for heading, numbers in grouped(rows, view.t):
        if heading:
            lines += [""] if lines else []
            lines += [painted(line, BOLD if color else "") for line in wrapped(heading, wide)]
        for number in numbers:
            lines += draw(number, urgency(_shown(rows[number])) if color else "")


def _in_two_lines(names: tuple[str, ...], cells: list[list[str]], wide: int) -> "Draw":
    """For the narrowest terminals: when and how long, and the title below."""
    if "id" in names:
        _put_below(names, cells, "id")

    def draw(number: int, code: str) -> "Iterator[str]":
        line = dict(zip(names, cells[number], strict=True))
        first = GAP * " "
        when = first.join(line[name] for name in ("date", "left", "next") if line.get(name))
        yield from (painted(piece, code) for piece in wrapped(when, wide))
        what, *below = line["what"].split("\n")  # an id is to be copied, and is not broken
        for piece in wrapped(what, max(wide - GAP, 1)):
            yield from wrapped(first + piece, wide)
        yield from (first + each for each in below)

    return draw


def _in_columns(
    names: tuple[str, ...], cells: list[list[str]], kept: list[int], widths: list[int], wide: int
) -> "Draw":
    def draw(number: int, code: str) -> "Iterator[str]":
        codes = [code if code == DIM or names[at] in MARKED else "" for at in kept]
        if code:
            codes = [DIM if names[at] == "part" else each for at, each in zip(kept, codes, strict=True)]
        shown, below = _parted([cells[number][at] for at in kept], widths)
        return iter([*beside(shown, widths, codes, wide), *below])

    return draw


def _parted(shown: list[str], widths: list[int]) -> tuple[list[str], list[str]]:
    """The cells, and the lines below the row: ids, which are to be copied, too wide for their column."""
    below: list[str] = []
    indent = BELOW["id"][1]
    for at, cell in enumerate(shown):
        lines = cell.split("\n")
        wider = [each for each in lines[1:] if each.startswith(indent) and width(each) > widths[at] - GAP]
        if wider:
            shown[at] = "\n".join(each for each in lines if each not in wider)
            below += wider
    return shown, below


def _fitted(
    names: tuple[str, ...], cells: list[list[str]], headings: list[str], wide: int
) -> tuple[list[int], list[int]]:
    """Which columns stay so that the title has its room, and their widths; an empty one is not drawn."""
    kept = [at for at in range(len(names)) if any(line[at] for line in cells)]
    needs = _needs(cells, headings)
    what = names.index("what")

    def room() -> int:
        return wide - sum(needs[at] + GAP for at in kept if at != what)

    for name in GIVING_WAY:
        if room() >= min(NARROWEST_WHAT, needs[what]):
            break
        if name in names and names.index(name) in kept:
            kept.remove(names.index(name))
            if name in BELOW:
                _put_below(names, cells, name)
                needs = _needs(cells, headings)
    if "left" in names and room() < _title_wants(names, cells, kept):
        _break_left(names.index("left"), [headings, *cells], needs, room)
    fitting = [max(min(room(), needs[at]), 1) if at == what else needs[at] for at in kept]
    return kept, narrowed(fitting, wide)


def _title_wants(names: tuple[str, ...], cells: list[list[str]], kept: list[int]) -> int:
    """The room that a title wants: an id below it is not broken while that is not wide."""
    if "id" not in names or names.index("id") in kept:
        return NARROW
    longest = max(width(line[names.index("id")]) for line in cells) + len(BELOW["id"][1])
    return max(NARROW, min(longest, NARROWEST_WHAT))


def _break_left(at: int, lines: list[list[str]], needs: list[int], room: "Callable[[], int]") -> None:
    """How long may be broken between words: into two lines, and into more where that is too wide still."""
    cells = [line[at].split() for line in lines]
    needs[at] = max(map(_halved, cells), default=0)
    if room() < NARROW:
        needs[at] = max((width(word) for words in cells for word in words), default=0)


def _halved(words: list[str]) -> int:
    """How wide words are that are broken into two lines where that makes them narrowest."""
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) + 1))
    return min(max(map(width, lines)) for lines in cuts)


def _needs(cells: list[list[str]], headings: list[str]) -> list[int]:
    """How wide each column is when nothing of it is broken."""
    lines = [headings, *cells]
    return [
        max(width(piece) for line in lines for piece in line[at].split("\n")) for at in range(len(headings))
    ]


def _wanted(names: tuple[str, ...], cells: list[list[str]], headings: list[str]) -> int:
    """How wide a terminal must be to show all of these columns readably."""
    return sum(_least(names, _needs(cells, headings))) + GAP * (len(names) - 1)


def _least(names: tuple[str, ...], needs: list[int]) -> list[int]:
    return [need if name in FIXED else min(need, READABLE) for name, need in zip(names, needs, strict=True)]


def _shared(
    names: tuple[str, ...], cells: list[list[str]], headings: list[str], wide: int
) -> tuple[list[int], list[int]]:
    """All columns, which were asked for, and their widths: texts share what the others leave."""
    needs = _needs(cells, headings)
    given = _least(names, needs)
    left = wide - sum(given) - GAP * (len(names) - 1)
    while left > 0 and (short := [at for at, need in enumerate(needs) if given[at] < need]):
        narrowest = min(short, key=lambda at: given[at])
        given[narrowest] += 1
        left -= 1
    return list(range(len(names))), narrowed(given, wide)


def _put_below(names: tuple[str, ...], cells: list[list[str]], name: str) -> None:
    """What must not be lost when its column goes stands under another."""
    other, indent = BELOW[name]
    under, at = names.index(other), names.index(name)
    for line in cells:
        if line[at]:
            line[under] += f"\n{indent}{line[at]}"


def _shown(row: "Row | EntryRow") -> "Row | None":
    """The milestone whose date a row shows."""
    found: Row | None = of_milestone(row) or getattr(row, "next", None)
    return found
