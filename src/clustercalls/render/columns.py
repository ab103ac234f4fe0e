"""The columns of rows: those that people read in words, and those that machines read as values."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from msgspec import Struct

from clustercalls.i18n import Language
from clustercalls.query import EntryRow, Row
from clustercalls.render import words
from clustercalls.render.dates import say_milestone
from clustercalls.render.rows import ListRow, MilestoneRow, list_row, milestone_row
from clustercalls.render.safe import safe_text

Rows = Sequence[Row] | Sequence[EntryRow] | Sequence[Row | EntryRow]
Cell = Callable[[Any, "View"], str]

HEADINGS = {
    "date": "When",
    "left": "How long",
    "what": "What",
    "next": "What next",
    "programme": "Programme",
    "money": "Money",
    "state": "Status",
    "id": "Id",
    "kind": "Kind",
    "owner": "Owner",
}


class View(Struct, frozen=True):
    """How rows are to be shown: language, zone of exact times (empty: each its own), columns, header."""

    t: Language
    zone: str = ""
    columns: tuple[str, ...] = ()
    header: bool = True


class Columns(Struct, frozen=True):
    """What one sort of row can show: `cells` in words, `usual` of them by default, `fields` as values."""

    cells: dict[str, Cell]
    usual: tuple[str, ...]
    fields: tuple[str, ...]
    record: Callable[[Any, str], MilestoneRow | ListRow]

    def names(self, view: View, rows: Rows) -> tuple[str, ...]:
        """The columns that people are shown: those asked for, else the usual ones, and owners if any."""
        if view.columns:
            return view.columns
        entries = (row.milestone.entry if isinstance(row, Row) else row.entry for row in rows)
        return (*self.usual, "owner") if any(entry.owner for entry in entries) else self.usual

    def headings(self, view: View, names: Sequence[str]) -> list[str]:
        """Their headings; a field of machines keeps its name."""
        return [view.t(HEADINGS[name]) if name in self.cells else name for name in names]

    def row(self, row: Row | EntryRow, view: View, names: Sequence[str]) -> list[str]:
        """The cells of these columns, safe to show."""
        values = {} if self.cells.keys() >= set(names) else self.values(row, view)
        return [
            safe_text(self.cells[name](row, view) if name in self.cells else plain_value(values[name]))
            for name in names
        ]

    def values(self, row: Row | EntryRow, view: View) -> dict[str, Any]:
        """Every value of a row by its name."""
        record = self.record(row, view.zone)
        return {name: getattr(record, name) for name in self.fields}


def plain_value(value: object) -> str:
    """A value as text: dates in ISO 8601, lists with semicolons, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value)


def _next_date(row: EntryRow, view: View) -> str:
    return say_milestone(row.next.milestone, view.t, view.zone) if row.next else ""


def _left(row: EntryRow, view: View) -> str:
    if row.next:
        return words.left(row.next, view.t)
    return view.t("to be confirmed") if row.unconfirmed else ""


def _next_stage(row: EntryRow, view: View) -> str:
    return words.stage_label(row.next.milestone.stage, view.t) if row.next else ""


MILESTONES = Columns(
    cells={
        "date": lambda row, view: say_milestone(row.milestone, view.t, view.zone),
        "left": lambda row, view: words.left(row, view.t),
        "what": lambda row, view: words.what(row, view.t),
        "programme": lambda row, view: row.milestone.entry.programme,
        "money": lambda row, view: words.money(row.milestone.entry, view.t),
        "state": lambda row, view: view.t(words.STATUS[row.status]) if row.status else "",
        "owner": lambda row, view: row.milestone.entry.owner,
    },
    usual=("date", "left", "what", "programme", "money", "state"),
    fields=MilestoneRow.__struct_fields__,
    record=milestone_row,
)

ENTRIES = Columns(
    cells={
        "what": lambda row, view: row.entry.title,
        "id": lambda row, view: row.entry.id,
        "kind": lambda row, view: view.t(words.KIND[row.entry.kind]),
        "next": _next_stage,
        "date": _next_date,
        "left": _left,
        "programme": lambda row, view: row.entry.programme,
        "money": lambda row, view: words.money(row.entry, view.t),
        "state": lambda row, view: view.t(words.STATUS[row.status]) if row.status else "",
        "owner": lambda row, view: row.entry.owner,
    },
    usual=("id", "what", "next", "date", "left", "programme", "money", "state"),
    fields=ListRow.__struct_fields__,
    record=lambda row, zone: list_row(row),
)
