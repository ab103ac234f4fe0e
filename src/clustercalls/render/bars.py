"""Bars over the coming year: what is ahead, a line an entry, as stretches between 0 and 1; no words.

The year is twelve months from the first day of this one. Doubt is all days of a fuzzy date, length all days
from `when` to `until`; a day takes its whole width, so that the 31st ends where the next month begins.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from clustercalls import standing, timeline
from clustercalls.history.rows import before, newest
from clustercalls.model import OFF, OPENING, Entry, EntryKind, Milestone, StageKind, Status
from clustercalls.query.select import Row
from clustercalls.render.groups import MONTHS
from clustercalls.zones import Moment

CLOSING = frozenset({StageKind.DEADLINE, StageKind.REGISTRATION})


class Mark(Enum):
    """What a bar stands for."""

    OPEN = "open"  # one can apply
    DOUBT = "doubt"  # some day between its ends
    LENGTH = "length"  # all days between its ends
    POINT = "point"  # one sure day
    GHOST = "ghost"  # where the date was before it moved


class Fade(Enum):
    """Where a bar is surest: nowhere more, at its end (it may open), its start (it may close), in between."""

    NONE = "none"
    IN = "in"
    OUT = "out"
    BOTH = "both"


class Bar(Struct, frozen=True):
    """One stretch of a line, from `first` to `last`, 0 being the first day of the year and 1 its end.

    `milestone` is what it shows; a bar of `OPEN` has the deadline it leads to, or None. `goes_on` beyond the
    year, or for good.
    """

    mark: Mark
    first: float
    last: float
    milestone: Milestone | None = None
    fade: Fade = Fade.NONE
    goes_on: bool = False

    @property
    def middle(self) -> float:
        """Where a sign of it stands."""
        return (self.first + self.last) / 2


class Line(Struct, frozen=True):
    """One entry with its bars, those behind first; `row` is what comes next of it."""

    row: Row
    status: Status | None
    bars: tuple[Bar, ...]

    @property
    def entry(self) -> Entry:
        """Whose line it is."""
        return self.row.milestone.entry


class ComingYear(Struct, frozen=True):
    """Twelve months; `end` is the first day that is none of it any more."""

    first: date
    end: date

    def at(self, ordinal: int) -> float:
        """Where a day begins, 0 or 1 outside the year."""
        return min(max((ordinal - self._start) / (self.end.toordinal() - self._start), 0.0), 1.0)

    @property
    def _start(self) -> int:
        return self.first.toordinal()

    def stretch(self, first: date | None, last: date | None) -> tuple[float, float] | None:
        """From the start of a day to the end of another, as far as they are in it; None where they are not.

        An open end is that of the year.
        """
        start = self._start if first is None else first.toordinal()
        end = self.end.toordinal() if last is None else last.toordinal() + 1
        if end <= start or end <= self._start or start >= self.end.toordinal():
            return None
        return self.at(start), self.at(end)

    def middle_of(self, day: date) -> float:
        """Where the middle of a day of it is."""
        return (day.toordinal() - self._start + 0.5) / (self.end.toordinal() - self._start)

    def is_beyond(self, last: date | None) -> bool:
        """Whether what ends on this day goes on beyond the year."""
        return last is None or last >= self.end

    def months(self) -> Iterator[tuple[date, float, float]]:
        """Its months by their first days, where each begins and ends."""
        starts = [_months_on(self.first, number) for number in range(MONTHS + 1)]
        for start, end in pairwise(starts):
            yield start, self.at(start.toordinal()), self.at(end.toordinal())


class Chart(Struct, frozen=True):
    """The picture: a year, today and where it is, the lines in the order of what comes next.

    `rest` are the rows that no bar shows: without a date, after the year, late since before it.
    """

    year: ComingYear
    day: date
    today: float
    lines: tuple[Line, ...]
    rest: tuple[Row, ...]


def chart(rows: Sequence[Row], moment: Moment) -> Chart:
    """The picture of what `query.select.upcoming` gave, all of each entry that it names."""
    year = year_of(moment)
    lines: list[Line] = []
    shown: set[str] = set()
    for row in _one_an_entry(rows):
        entry = row.milestone.entry
        status = timeline.status_of(entry, timeline.milestones(entry), moment)
        bars = tuple(sorted(_bars(entry, status, year, moment), key=_layer))
        if bars:
            lines.append(Line(row, status, bars))
            shown |= {each.milestone.uid for each in bars if each.milestone and each.mark in _OF_STAGES}
            if any(each.mark is Mark.OPEN and each.milestone is None for each in bars):
                shown |= {each.milestone.uid for each in rows if _is_rolling(each, entry)}
    day = moment.today()
    rest = tuple(each for each in rows if each.milestone.uid not in shown)
    return Chart(year, day, year.middle_of(day), tuple(lines), rest)


def year_of(moment: Moment) -> ComingYear:
    """The year that a picture of this moment shows."""
    first = moment.today().replace(day=1)
    return ComingYear(first, _months_on(first, MONTHS))


def _months_on(first: date, months: int) -> date:
    """The first day of a month so many months later."""
    years, month = divmod(first.month - 1 + months, 12)
    return first.replace(first.year + years, month + 1)


def _one_an_entry(rows: Iterable[Row]) -> list[Row]:
    firsts: dict[str, Row] = {}
    for row in rows:
        firsts.setdefault(row.milestone.entry.id, row)
    return list(firsts.values())


def _is_rolling(row: Row, entry: Entry) -> bool:
    milestone = row.milestone
    return milestone.entry.id == entry.id and milestone.when is None and standing.is_for_all(milestone)


_OF_STAGES = frozenset({Mark.DOUBT, Mark.LENGTH, Mark.POINT})
_LAYERS = (Mark.OPEN, Mark.GHOST, Mark.LENGTH, Mark.DOUBT, Mark.POINT)


def _layer(bar: Bar) -> tuple[int, float, float]:
    return _LAYERS.index(bar.mark), bar.first, bar.last


def _bars(entry: Entry, status: Status | None, year: ComingYear, moment: Moment) -> Iterator[Bar]:
    milestones = timeline.milestones(entry)
    if entry.kind is EntryKind.CALL and status not in {*OFF, Status.SUSPENDED}:
        yield from _open(milestones, status, year, moment)
    for milestone in milestones:
        if standing.is_done_step(milestone) or standing.is_unconfirmed(milestone, moment):
            continue
        yield from _ghost(milestone, year)
        yield from dates(milestone, year)


def _open(
    milestones: Sequence[Milestone], status: Status | None, year: ComingYear, moment: Moment
) -> Iterator[Bar]:
    """While one can surely apply: from the last day on which it may open to the first on which it may close.

    Where no opening is told of what is open, from today; where no deadline is, for good.
    """
    stands = status in {Status.OPEN, Status.CLOSING}
    sure = [m.when.latest for m in standing.gates(milestones) if m.when and m.when.latest]
    first = min(sure, default=moment.today() if stands else None)
    if first is None:
        return
    deadlines = [m for m in milestones if standing.is_for_all(m) and m.when]
    last = max(deadlines, key=lambda m: m.earliest or date.min, default=None)
    if last is None and not stands:
        return
    end = last.earliest if last else None
    stretch = year.stretch(first, end) if end or not last else None
    if stretch:
        fade = Fade.NONE if last else Fade.OUT
        yield Bar(Mark.OPEN, *stretch, last, fade, goes_on=year.is_beyond(end))


def _ghost(milestone: Milestone, year: ComingYear) -> Iterator[Bar]:
    """Where a stage was before it moved last."""
    row = newest(milestone.entry, milestone.stage.id)
    if row is None:
        return
    old = before(milestone.entry, row)
    if (old.earliest, old.latest) == (milestone.earliest, milestone.latest):
        return
    stretch = year.stretch(old.earliest, old.latest)
    if stretch:
        yield Bar(Mark.GHOST, *stretch, old, goes_on=year.is_beyond(old.latest))


def dates(milestone: Milestone, year: ComingYear) -> Iterator[Bar]:
    """Its date as bars: a point, or the doubt of either end and the length between them."""
    when, until = milestone.when, milestone.until
    if when is None:
        return
    if until is None and when.is_exact and not when.uncertain | when.approximate:
        parts = [(Mark.POINT, Fade.NONE, when.earliest, when.latest)]
    elif until is None:
        parts = [(Mark.DOUBT, _fade(milestone), when.earliest, when.latest)]
    else:
        parts = [] if when.is_exact else [(Mark.DOUBT, Fade.IN, when.earliest, when.latest)]
        if when.latest is not None:  # from the last day on which it begins to the first on which it ends
            fade = Fade.OUT if until.earliest is None else Fade.NONE
            parts.append((Mark.LENGTH, fade, when.latest, until.earliest or until.latest))
        if not until.is_exact and until.earliest is not None:
            parts.append((Mark.DOUBT, Fade.OUT, until.earliest, until.latest))
    for mark, fade, first, last in parts:
        stretch = year.stretch(first, last)
        if stretch:
            yield Bar(mark, *stretch, milestone, fade, goes_on=year.is_beyond(last))


def _fade(milestone: Milestone) -> Fade:
    """What opens is the surer the later it is, what closes the less; an open end is never reached."""
    kind = milestone.stage.kind
    if milestone.latest is None or kind in CLOSING:
        return Fade.OUT
    return Fade.IN if milestone.earliest is None or kind in OPENING else Fade.BOTH
