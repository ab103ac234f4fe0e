"""Rows as a workbook of Excel: what stands in which column, each value as what it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from clustercalls.query.select import EntryRow, Row
from clustercalls.render import words
from clustercalls.render.columns import ENTRIES, MILESTONES, Columns, View, entry_of, of_milestone, owner_of
from clustercalls.render.offers import OFFERS
from clustercalls.render.rows import milestone_row
from clustercalls.render.sheet import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clustercalls.render.columns import Rows

Values = dict[str, Any]
Of = Callable[[Any, View, Values], object]

SHEETS = {MILESTONES: "Dates", ENTRIES: "Entries", OFFERS: "On offer"}
INSTANT, HOUR = "instant", "hour"  # what a sheet parts: a day, and the hour beside it
USUAL_WIDTH = 13
WIDTHS = dict.fromkeys(("title", "what"), 60) | dict.fromkeys(("url", "source_url", "place", "uid", "id"), 36)
WIDTHS |= dict.fromkeys(("date", "tags"), 28) | dict.fromkeys(
    ("stage", "next", "programme", "zone", "money"), 18
)


class Column(Struct, frozen=True):
    """A column: the field it has, by which its width is chosen, its heading, and its value in a row."""

    field: str
    heading: str
    of: Of

    @property
    def width(self) -> int:
        """In letters."""
        return WIDTHS.get(self.field, USUAL_WIDTH)


def _value(field: str) -> Of:
    return lambda row, view, values: values[field]


def _of_entry(field: str) -> Of:
    return lambda row, view, values: getattr(entry_of(row), field)


def _of_grants(field: str) -> Of:
    return lambda row, view, values: getattr(entry_of(row).grants, field, None)


def _said(name: str) -> Of:
    return lambda row, view, values: (ENTRIES if of_milestone(row) is None else MILESTONES).cells[name](
        row, view
    )


def _cell(columns: Columns, name: str) -> Of:
    return lambda row, view, values: columns.cells[name](row, view)


def _stage(row: "Row | EntryRow", view: View, _: Values) -> str:
    following = _milestone(row)
    return words.stage_label(following.milestone.stage, view.t) if following else ""


def _currency(row: "Row | EntryRow", _: View, __: Values) -> str:
    """That of an amount; without one it is the registry's, of nothing."""
    entry = entry_of(row)
    return entry.currency if entry.budget is not None or entry.grants else ""


# What who asks for no columns gets: as people read it, and as a spreadsheet sorts and sums it.
HEADINGS = {
    "date": "When",
    "earliest": "From",
    "latest": "To",
    HOUR: "Hour",
    "zone": "Zone",
    "days_left": "Days left",
    "title": "Title",
    "stage": "Stage",
    "kind": "Kind",
    "programme": "Programme",
    "state": "Status",
    "budget": "Budget",
    "currency": "Currency",
    "grants_number": "Grants",
    "grant_each": "Per grant",
    "place": "Place",
    "owner": "Owner",
    "track": "Track",
    "url": "Address",
    "source_url": "Source",
    "checked": "Checked",
    "tags": "Tags",
    "id": "Id",
}
USUAL: dict[str, Of] = {
    "date": _said("date"),
    "earliest": _value("earliest"),
    "latest": _value("latest"),
    HOUR: _value(HOUR),
    "zone": _value("zone"),
    "days_left": _value("days_left"),
    "title": _of_entry("title"),
    "stage": _stage,
    "kind": lambda row, view, values: view.t(words.KIND[entry_of(row).kind]),
    "programme": _of_entry("programme"),
    "state": _said("state"),
    "budget": _of_entry("budget"),
    "currency": _currency,
    "grants_number": _of_grants("number"),
    "grant_each": _of_grants("each"),
    "place": _of_entry("place"),
    "owner": lambda row, view, values: owner_of(row),
    "track": _of_entry("track"),
    "url": _of_entry("url"),
    "source_url": _value("source_url"),
    "checked": _of_entry("checked"),
    "tags": _of_entry("tags"),
    "id": _of_entry("id"),
}


def workbook(rows: "Rows", columns: Columns, view: View) -> bytes:
    """The file: one sheet, named in the reader's language, as its headings are unless they are fields.

    Raises:
        UsageRefused, OSError: as `packed`.
    """
    chosen = _chosen(columns, view) if view.columns else _usual(view)

    def cells() -> "Iterator[list[object]]":
        for row in rows:
            values = {**columns.values(row, view), **_clocked(row, view, usual=not view.columns)}
            yield [column.of(row, view, values) for column in chosen]

    return packed(
        view.t(SHEETS[columns]),
        [(column.field, column.heading, column.width) for column in chosen],
        cells(),
        len(rows),
        header=view.header,
    )


def _usual(view: View) -> list[Column]:
    return [Column(field, view.t(HEADINGS[field]), of) for field, of in USUAL.items()]


def _chosen(columns: Columns, view: View) -> list[Column]:
    """The columns asked for; that of an instant becomes two."""
    chosen = []
    for name, heading in zip(view.columns, columns.headings(view, view.columns), strict=True):
        chosen.append(Column(name, heading, _cell(columns, name) if name in columns.cells else _value(name)))
        if name == INSTANT:
            chosen.append(Column(HOUR, HOUR, _value(HOUR)))
    return chosen


def _milestone(row: "Row | EntryRow") -> Row | None:
    return of_milestone(row) or getattr(row, "next", None)


def _clocked(row: "Row | EntryRow", view: View, *, usual: bool) -> "Mapping[str, object]":
    """The day and the hour of an instant, each a value of its own, and on whose clock they are.

    Where the reader's clock shows them, the days in doubt are those that it has: it may be the day after.
    """
    following = _milestone(row)
    if following is None:
        return dict.fromkeys(("earliest", "latest", INSTANT, HOUR, "zone"))
    told = milestone_row(following, view.zone)
    own, at = following.milestone.instant, told.instant
    clock = {INSTANT: at and at.date(), HOUR: at and at.time()}
    if not usual:
        return clock
    if at is None or own is None:
        return {**clock, "earliest": told.earliest, "latest": told.latest, "zone": None}
    shift = at.date() - own.date()
    first, last = (each and each + shift for each in (told.earliest, told.latest))
    return {**clock, "earliest": first, "latest": last, "zone": view.zone or told.zone}
