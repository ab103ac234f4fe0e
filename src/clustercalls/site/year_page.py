"""Twelve months from that of the publication, with the deadlines and other dates in them."""

from calendar import Calendar
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.model import DUE
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.query.wanted import Query
from clustercalls.render import words
from clustercalls.render.dates import say_milestone
from clustercalls.site.publication import Publication

MONTHS = 12
FEW, MANY = 30, 70  # dates: with more of them the print is smaller, so that it stays on one sheet


class MonthDay(Struct, frozen=True):
    """One square of a month: no number for a day of another one; whether something is on it, or due."""

    number: int
    marked: bool = False
    due: bool = False
    today: bool = False


class DatedStage(Struct, frozen=True):
    """One stage of one entry."""

    entry_id: str
    title: str
    stage: str
    language: str = ""


class MonthDate(Struct, frozen=True):
    """One date, as the source said it, and all that is on it; whether they are deadlines."""

    said: str
    due: bool
    items: tuple[DatedStage, ...]


class Month(Struct, frozen=True):
    """A month: its name and the year, its weeks from Monday on, what is in it in order."""

    name: str
    weeks: tuple[tuple[MonthDay, ...], ...]
    dates: tuple[MonthDate, ...]


class YearPage(Struct, frozen=True):
    """The page: its months, the first letters of weekdays, what lies outside of them; how crowded it is."""

    first: str
    last: str
    weekdays: tuple[str, ...]
    months: tuple[Month, ...]
    beyond: tuple[MonthDate, ...]
    size: str


def year(publication: Publication) -> YearPage:
    """What is ahead, by the month of its first possible day, or of today if that is past."""
    moment, words_of = publication.moment, GRAMMARS[publication.t.code]
    today = moment.today()
    rows = select.upcoming(publication.registry, Query(put_away=True), moment, standing_too=True)
    firsts = [date(*_later(today, number), 1) for number in range(MONTHS)]
    by_month: dict[tuple[int, int], list[Row]] = {(each.year, each.month): [] for each in firsts}
    beyond: list[Row] = []
    for row in rows:
        day = _begins(row)
        (by_month.get((day.year, day.month), beyond) if day else beyond).append(row)
    months = tuple(_month(first, by_month[first.year, first.month], publication) for first in firsts)
    crowd = len(rows)
    size = "few" if crowd <= FEW else "many" if crowd <= MANY else "crowd"
    weekdays = tuple(words_of.weekdays)
    outside = tuple(_dates(beyond, publication))
    return YearPage(months[0].name, months[-1].name, weekdays, months, outside, size)


def _later(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def _begins(row: Row) -> date | None:
    """Its first possible day ahead."""
    if row.milestone.when is None or row.lacks_step:
        return None
    return max(row.milestone.earliest or row.today, row.today)


def _month(first: date, rows: list[Row], publication: Publication) -> Month:
    words_of = GRAMMARS[publication.t.code]
    name = (words_of.long_months or words_of.months)[first.month - 1]
    weeks = tuple(tuple(_days(first, week, rows, publication)) for week in _weeks(first))
    return Month(f"{name} {first.year}".capitalize(), weeks, tuple(_dates(rows, publication)))


def _weeks(first: date) -> list[list[int]]:
    return Calendar().monthdayscalendar(first.year, first.month)


def _days(first: date, week: list[int], rows: list[Row], publication: Publication) -> Iterator[MonthDay]:
    sure = [row for row in rows if row.milestone.when and row.milestone.when.is_exact]
    days = {day.day for row in sure if (day := _begins(row))}
    due = {day.day for row in sure if row.milestone.stage.kind in DUE and (day := _begins(row))}
    today = publication.moment.today()
    for number in week:
        is_today = (first.year, first.month, number) == (today.year, today.month, today.day)
        yield MonthDay(number, number in days, number in due, is_today)


def _dates(rows: list[Row], publication: Publication) -> Iterator[MonthDate]:
    """What is due on a date and what else is, each said once."""
    t = publication.t
    dates: dict[tuple[str, bool], list[DatedStage]] = {}
    for row in rows:
        entry, stage = row.milestone.entry, row.milestone.stage
        label = "" if row.lacks_step else words.label_by_date(row.milestone, t)
        dated = DatedStage(entry.id, entry.title, label, entry.language)
        said = words.left(row, t) if row.lacks_step else say_milestone(row.milestone, t)
        dates.setdefault((said, stage.kind in DUE), []).append(dated)
    return (MonthDate(said, due, tuple(items)) for (said, due), items in dates.items())
