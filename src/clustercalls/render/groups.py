"""Under which heading a row of a table stands: how soon it is, in the order in which people look.

What is sure within two weeks stands above what may be any day.
"""

from clustercalls.codes import StageKind, Status
from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.render.columns import of_milestone
from clustercalls.standing import CLOSING_DAYS

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from clustercalls.i18n import Language
    from clustercalls.query.select import EntryRow, Row

    Key = tuple[int, int, int, int]  # rank, year, month, and 1 for what stands behind that month
else:
    from _datetime import timedelta

LATE, TODAY, THIS_WEEK, NEXT_WEEK, ANY_DAY, MONTH, OPEN, UNDATED, NO_STEP = range(9)
HEADINGS = {
    LATE: "late",
    TODAY: "today",
    THIS_WEEK: "this week",
    NEXT_WEEK: "next week",
    ANY_DAY: "any day now",
    OPEN: "open, no deadline",
    UNDATED: "not announced",
    NO_STEP: "no next step",
}
MONTHS = 12  # ahead that have a heading each; then there is one a year
REST = 13  # of a year, behind its months
NONE = (-1, 0, 0, 0)


def grouped(rows: "Sequence[Row | EntryRow]", t: "Language") -> list[tuple[str, list[int]]]:
    """The headings in order, each with the numbers of its rows; an empty one for entries and the past."""
    keys = [_key(of_milestone(row)) for row in rows]
    soon = {at for at, row in enumerate(rows) if keys[at][0] == MONTH and _is_soon(row)}
    if soon:
        last = max(keys[at] for at in soon)
        keys = [key if at in soon else _not_above(last, key) for at, key in enumerate(keys)]
    groups: dict[Key, list[int]] = {}
    for number in sorted(range(len(keys)), key=lambda at: bool(soon) and at not in soon):
        groups.setdefault(keys[number], []).append(number)
    months = {key[1] for key in groups if key[0] == MONTH and key[2] != REST}
    return [(_heading(key, months, t), groups[key]) for key in sorted(groups)]


def _not_above(last: "Key", key: "Key") -> "Key":
    """The key of what is vague, or later, where `last` is that of the last which closes within two weeks."""
    if key[0] == ANY_DAY:
        return (*last[:3], 1)
    return max(last, key) if key[0] == MONTH else key


def _key(row: "Row | None") -> "Key":
    if row is None or row.over:
        return NONE
    if row.late or row.lacks_step:
        return (LATE if row.late else NO_STEP, 0, 0, 0)
    milestone, days = row.milestone, row.days_left
    if days is None or milestone.when is None:
        stage = milestone.stage
        stated = row.status == Status.OPEN and milestone.entry.status == Status.OPEN
        is_open = stage.rolling or (stated and stage.kind == StageKind.DEADLINE and not stage.follows)
        return (OPEN if is_open else UNDATED, 0, 0, 0)
    if days == 0:
        return (TODAY if milestone.when.is_exact else ANY_DAY, 0, 0, 0)
    day = row.today + timedelta(days=days)
    sunday = row.today + timedelta(days=6 - row.today.weekday())
    last = _last(row)
    for rank, end in ((THIS_WEEK, sunday), (NEXT_WEEK, sunday + timedelta(days=7))):
        if last is not None and last <= end:  # all of what is doubtful, or it is none of this week's
            return (rank, 0, 0, 0)
    return _month(day, row.today)


def _month(day: "date", today: "date") -> "Key":
    ahead = (day.year - today.year) * 12 + day.month - today.month
    return (MONTH, day.year, day.month if ahead < MONTHS else REST, 0)


def _is_soon(row: "Row | EntryRow") -> bool:
    """Whether it is surely within two weeks, all of it."""
    dated = of_milestone(row)
    last = _last(dated) if dated else None
    return bool(dated and last and last <= dated.today + timedelta(days=CLOSING_DAYS))


def _last(row: "Row") -> "date | None":
    """Its day, or the last that it may be on; None when it has no date or no end."""
    milestone, days = row.milestone, row.days_left
    if milestone.when is None or not milestone.when.is_exact:
        return milestone.latest
    return None if days is None else row.today + timedelta(days=days)


def _heading(key: "Key", months: set[int], t: "Language") -> str:
    rank, year, month, behind = key
    if key == NONE:
        return ""
    if rank != MONTH or behind:
        return t(HEADINGS[ANY_DAY if behind else rank]).capitalize()
    if month == REST:
        return t("later in {year}", year=year).capitalize() if year in months else str(year)
    words = GRAMMARS[t.code]
    return f"{(words.long_months or words.months)[month - 1]} {year}".capitalize()
