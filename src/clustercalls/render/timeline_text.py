"""The timeline for a terminal: a line an entry, in the width there is, with signs that a stream shows."""

from msgspec import Struct

from clustercalls.i18n import Language
from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.render.bar_words import LEGEND, sign_of
from clustercalls.render.bars import Bar, Chart, Fade, Line, Mark
from clustercalls.render.columns import MILESTONES, View
from clustercalls.render.dates import say_plain
from clustercalls.render.groups import MONTHS
from clustercalls.render.lines import beside, painted, wrapped
from clustercalls.render.safe import safe_text
from clustercalls.render.table import table
from clustercalls.render.width import width

DATED_FROM = 70  # columns from which on the next date stands beside the bars
BESIDE_FROM = 50  # and those from which on a title does
ABBREVIATED, NAMED = 4, 5  # columns a month from which on it has three letters, and all of its short name
GAP = 2
YEAR = 5  # columns that a year takes with a space behind it
BOLD, DIM = "1", "2"
CODES = {"open": "34", "doubt": "34", "length": "32", "deadline": "1;31", "decision": "1;35", "ghost": DIM}


class Signs(Struct, frozen=True):
    """What is drawn with, one column each; `doubt` from the faintest to the surest, `cut` of a title."""

    marks: dict[str, str]
    doubt: tuple[str, str, str]
    today: str
    goes_on: str
    cut: str

    @property
    def every(self) -> str:
        """All of them, to ask whether a stream can show them."""
        return "".join([*self.marks.values(), *self.doubt, self.today, self.goes_on, self.cut])


BLOCKS = Signs(
    {
        "open": "█", "length": "▬", "deadline": "◆", "decision": "○", "internal": "▴", "point": "•",
        "ghost": "◇",
    },
    ("░", "▒", "▓"), "│", "›", "…",
)  # fmt: skip
ASCII = Signs(
    {
        "open": "=", "length": "#", "deadline": "X", "decision": "O", "internal": "^", "point": "*",
        "ghost": "x",
    },
    (".", "-", "-"), "|", ">", "..",
)  # fmt: skip


def signs_for(encoding: str) -> Signs:
    """Blocks where an encoding has them, else ASCII."""
    try:
        BLOCKS.every.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return BLOCKS


def picture(chart: Chart, view: View, wide: int, signs: Signs, *, color: bool) -> str:
    """Months, a line an entry, what the signs mean, and as a table below what no bar can show."""
    parts: list[str] = []
    if chart.lines:
        canvas = _Canvas(chart, view.t, wide, signs, color=color)
        heading = canvas.heading() if view.header else []
        lines = [
            *heading,
            *(line for each in chart.lines for line in canvas.line(each)),
            "",
            *canvas.legend(),
        ]
        parts.append("".join(f"{line.rstrip()}\n" for line in lines))
    if chart.rest:
        parts.append(table(chart.rest, MILESTONES, view, wide, color=color))
    return "\n".join(parts)


class _Canvas:
    """Where things stand on lines of a width."""

    def __init__(self, chart: Chart, t: Language, wide: int, signs: Signs, *, color: bool) -> None:
        self.chart, self.t, self.wide, self.signs, self.color = chart, t, wide, signs, color
        self.dates = [_next(each, t) for each in chart.lines] if wide >= DATED_FROM else []
        self.dated = max(map(width, self.dates), default=0)
        share = wide // 2 if self.dates else wide * 3 // 5 if wide >= BESIDE_FROM else wide
        self.month = max(share // MONTHS, 1)
        self.label = wide - self.month * MONTHS - GAP - (self.dated + GAP if self.dates else 0)
        self.starts = [start for _, start, _ in chart.year.months()] + [1.0]
        self.today = self.cell(chart.today)

    def heading(self) -> list[str]:
        """Two lines: the years where they begin, and the months."""
        months = self.month * MONTHS
        years, names = [" "] * months, [" "] * months
        short = GRAMMARS[self.t.code].months
        for number, (first, _, _) in enumerate(self.chart.year.months()):
            at = number * self.month
            until = months if number else self.month * (MONTHS + 1 - first.month)  # where the next one begins
            if (number == 0 or first.month == 1) and until - at >= YEAR:
                years[at : at + YEAR] = str(first.year).ljust(YEAR)
            name = short[first.month - 1]
            name = name if self.month >= NAMED else name[:3] if self.month >= ABBREVIATED else name[0].upper()
            names[at : at + len(name)] = name
        left = " " * (self.label + GAP) if self.wide >= BESIDE_FROM else ""
        rows = ((left + "".join(cells)[:months]).rstrip() for cells in (years, names))
        return [painted(row, BOLD if self.color else "") for row in rows]

    def line(self, line: Line) -> list[str]:
        """Its title and its bars, and the next date where there is room."""
        title = safe_text(line.entry.title)
        drawn = self.drawn(line.bars)
        if self.wide < BESIDE_FROM:
            return [*wrapped(title, self.wide), drawn]
        [label] = beside([_cut(title, self.label, self.signs.cut)], [self.label], [""], self.label)
        return [f"{label}{' ' * GAP}{drawn}{' ' * GAP}{_next(line, self.t) if self.dates else ''}"]

    def drawn(self, bars: tuple[Bar, ...]) -> str:
        """Bars over each other, and today where nothing else stands."""
        cells = [(" ", "")] * (self.month * MONTHS)
        cells[self.today] = (self.signs.today, DIM)
        for bar in bars:
            sign = sign_of(bar)
            code = CODES.get(sign, "")
            first, last = self.ends(bar)
            for at in range(first, last + 1):
                if at != self.today or first == last:
                    cells[at] = (self.sign(bar, at - first, last - first + 1), code)
            if bar.goes_on:
                cells[-1] = (self.signs.goes_on, code)
        return self.painted(cells)

    def ends(self, bar: Bar) -> tuple[int, int]:
        """The first and the last cell of a bar."""
        if bar.mark is Mark.POINT:
            return self.cell(bar.middle), self.cell(bar.middle)
        first = self.cell(bar.first)
        return first, max(first, self.cell(bar.last, is_end=True))

    def sign(self, bar: Bar, at: int, count: int) -> str:
        """That of one cell of a bar, `at` of `count`."""
        if bar.fade is Fade.NONE:
            return self.signs.marks[sign_of(bar)]
        part = (at + 0.5) / count
        sure = {Fade.IN: part, Fade.OUT: 1 - part}.get(bar.fade, 1 - abs(2 * part - 1))
        solid = () if bar.mark is Mark.DOUBT else (self.signs.marks[sign_of(bar)],)
        grades = (*self.signs.doubt, *solid)
        return str(grades[min(int(sure * len(grades)), len(grades) - 1)])

    def cell(self, at: float, *, is_end: bool = False) -> int:
        """The cell of a position; of an end, the last one before it. Months are equally wide."""
        inside = [
            number
            for number, start in enumerate(self.starts[:-1])
            if start < at or (start == at and not is_end)
        ]
        month = inside[-1] if inside else 0
        start, end = self.starts[month], self.starts[month + 1]
        place = (month + (at - start) / (end - start)) * self.month
        return min(max(int(place - 1e-9 if is_end else place + 1e-9), 0), self.month * MONTHS - 1)

    def painted(self, cells: list[tuple[str, str]]) -> str:
        """The cells in one text, each run of a colour at once."""
        if not self.color:
            return "".join(sign for sign, _ in cells)
        runs: list[list[str]] = []
        for sign, code in cells:
            if runs and runs[-1][1] == code:
                runs[-1][0] += sign
            else:
                runs.append([sign, code])
        return "".join(painted(text, code if text.strip() else "") for text, code in runs)

    def legend(self) -> list[str]:
        """What the signs mean that are drawn."""
        shown = {sign_of(bar) for line in self.chart.lines for bar in line.bars}
        keys = {**self.signs.marks, "doubt": "".join(self.signs.doubt)}
        items = [f"{keys[key]} {self.t(LEGEND[key])}" for key in LEGEND if key in shown]
        items.append(f"{self.signs.today} {self.t('today')}")
        if any(bar.goes_on for line in self.chart.lines for bar in line.bars):
            items.append(f"{self.signs.goes_on} {self.t('goes on')}")
        lines = [items[0]]
        for item in items[1:]:
            longer = f"{lines[-1]}   {item}"
            if width(longer) <= self.wide:
                lines[-1] = longer
            else:
                lines.append(item)
        return [piece for line in lines for piece in wrapped(line, self.wide)]


def _next(line: Line, t: Language) -> str:
    """When what comes next is, without its hour."""
    return safe_text(say_plain(line.row.milestone, t)).partition(",")[0]


def _cut(title: str, wide: int, mark: str) -> str:
    """A title on one line, cut between words where it is longer."""
    first, *rest = wrapped(title, wide)
    return first if not rest else wrapped(title, max(wide - len(mark), 1))[0].rstrip() + mark
