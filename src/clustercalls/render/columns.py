"""The columns of rows: those that people read in words, and those that machines read as values."""

from _operator import attrgetter  # as in `index.stand_ins`

from clustercalls.render import amounts, words
from clustercalls.render.dates import say_milestone
from clustercalls.render.safe import safe_text

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from clustercalls.i18n import Language
    from clustercalls.model import Entry, Milestone
    from clustercalls.query.select import EntryRow, Row
    from clustercalls.render.rows import ListRow, MilestoneRow

    Rows = Sequence[Row] | Sequence[EntryRow] | Sequence[Row | EntryRow]
    Cell = Callable[[Any, "View"], str]
    Record = Callable[[Any, str], MilestoneRow | ListRow]

# What is the same of all rows of one point, which those of an index have; and of one entry.
ALIKE = {"date": "point", "left": "point", "money": "entry"}
ADDRESSES = frozenset({"url", "source_url"})  # the fields that are one

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
    "part": "Id",
    "found": "Found",
}


class View:
    """How rows are to be shown: language, zone of exact times (empty: each its own), columns, header.

    `parts` has of each id shown the part that names it, where a table is to show them.
    """

    __slots__ = ("columns", "header", "parts", "t", "zone")

    def __init__(
        self,
        t: "Language",
        zone: str = "",
        columns: tuple[str, ...] = (),
        header: bool = True,
        parts: "Mapping[str, str] | None" = None,
    ) -> None:
        self.t, self.zone, self.columns, self.header, self.parts = t, zone, columns, header, parts or {}

    def naming(self, parts: "Mapping[str, str]") -> "View":
        """The same, with the parts of ids that name entries."""
        return View(self.t, self.zone, self.columns, self.header, parts)


class Columns:
    """What one sort of row can show: `cells` in words, `usual` of them by default, `fields` as values.

    `machines` gives those fields, and what makes them of a row: both are imported when somebody asks. A table
    draws those that are `beneath` in lines below their row.
    """

    beneath: frozenset[str] = frozenset()

    def __init__(
        self,
        cells: "dict[str, Cell]",
        usual: tuple[str, ...],
        machines: "Callable[[], tuple[tuple[str, ...], Record]]",
    ) -> None:
        self.cells, self.usual, self._machines = cells, usual, machines

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what machines read, in their order."""
        return self._machines()[0]

    @property
    def record(self) -> "Record":
        """What makes of a row, and a zone for its exact times, all that machines read."""
        return self._machines()[1]

    def names(self, view: View, rows: "Rows") -> tuple[str, ...]:
        """The columns that people are shown: those asked for, else the usual ones, and owners if any."""
        if view.columns:
            return view.columns
        return (*self.usual, "owner") if _are_owned(rows) else self.usual

    def below(self, row: "Row | EntryRow", wide: int, *, color: bool) -> "Iterable[str]":  # noqa: ARG002
        """The lines that a table `wide` columns wide draws below a row; here none."""
        return ()

    def headings(self, view: View, names: "Sequence[str]") -> list[str]:
        """Their headings; a field of machines keeps its name."""
        return [view.t(HEADINGS[name]) if name in self.cells else name for name in names]

    def rows(self, rows: "Rows", view: View, names: "Sequence[str]") -> list[list[str]]:
        """The cells of these columns of every row, safe to show."""
        return list(map(list, zip(*self.columns(rows, view, names), strict=True)))

    def columns(self, rows: "Rows", view: View, names: "Sequence[str]") -> "list[list[str]]":
        """The same, column by column."""
        values = [] if self.cells.keys() >= set(names) else [self.values(row, view) for row in rows]
        columns = (
            self._said(name, rows, view)
            if name in self.cells
            else [plain_value(each[name]) for each in values]
            for name in names
        )
        return [each if "".join(set(each)).isprintable() else list(map(safe_text, each)) for each in columns]

    def _said(self, name: str, rows: "Rows", view: View) -> list[str]:
        cell = self.cells[name]
        if name not in ALIKE or not hasattr(rows[0], "point"):
            return [cell(row, view) for row in rows]
        alike = list(map(attrgetter(ALIKE[name]), rows))
        said = {each: cell(row, view) for each, row in dict(zip(alike, rows, strict=True)).items()}
        return list(map(said.__getitem__, alike))

    def values(self, row: "Row | EntryRow", view: View) -> "dict[str, Any]":
        """Every value of a row by its name."""
        fields, make = self._machines()
        record = make(row, view.zone)
        return {name: getattr(record, name) for name in fields}


def of_milestone(row: "Row | EntryRow") -> "Row | None":
    """The row, when it is one of a milestone; None for one of an entry."""
    return row if hasattr(row, "milestone") else None  # type: ignore[return-value]  # which an EntryRow has not


def entry_of(row: "Row | EntryRow") -> "Entry":
    """The entry of a row of either sort."""
    entry: Entry = getattr(row, "milestone", row).entry  # type: ignore[union-attr]  # one has it, the other that
    return entry


def _are_owned(rows: "Rows") -> bool:
    """Whether somebody looks after one of them; each row of the usual run is asked."""
    for row in rows:
        milestone: Any = getattr(row, "milestone", None)
        if entry_of(row).owner if milestone is None else milestone.entry.owner or milestone.stage.owner:
            return True
    return False


def owner_of(row: "Row | EntryRow") -> str:
    """Who of us looks after the milestone of a row, or after its entry."""
    owned: Milestone | Entry = getattr(row, "milestone", None) or row.entry  # type: ignore[union-attr]  # as above
    return owned.owner


def plain_value(value: object) -> str:
    """A value as text: dates in ISO 8601, lists with semicolons, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _milestone_fields() -> "tuple[tuple[str, ...], Record]":
    from clustercalls.render.rows import MilestoneRow, milestone_row

    return MilestoneRow.__struct_fields__, milestone_row


def _entry_fields() -> "tuple[tuple[str, ...], Record]":
    from clustercalls.render.rows import ListRow, list_row

    return ListRow.__struct_fields__, lambda row, _: list_row(row)


def _next_date(row: "EntryRow", view: View) -> str:
    return say_milestone(row.next.milestone, view.t, view.zone) if row.next else ""


def _left(row: "EntryRow", view: View) -> str:
    if row.next:
        return words.left(row.next, view.t)
    return view.t("to be confirmed") if row.unconfirmed else ""


def _next_stage(row: "EntryRow", view: View) -> str:
    return words.stage_label(row.next.milestone.stage, view.t) if row.next else ""


MILESTONES = Columns(
    cells={
        "date": lambda row, view: "" if row.lacks_step else say_milestone(row.milestone, view.t, view.zone),
        "left": lambda row, view: words.left(row, view.t),
        "what": lambda row, view: words.what(row, view.t),
        "programme": lambda row, view: row.milestone.entry.programme,
        "money": lambda row, view: amounts.money(row.milestone.entry, view.t),
        "state": lambda row, view: words.status(row.status, view.t) if row.status else "",
        "owner": lambda row, view: row.milestone.owner,
        "part": lambda row, view: view.parts.get(row.milestone.entry.id, row.milestone.entry.id),
    },
    usual=("date", "left", "what", "programme", "money", "state"),
    machines=_milestone_fields,
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
        "money": lambda row, view: amounts.money(row.entry, view.t),
        "state": lambda row, view: words.status(row.status, view.t) if row.status else "",
        "owner": lambda row, view: row.entry.owner,
    },
    usual=("id", "what", "next", "date", "left", "programme", "money", "state"),
    machines=_entry_fields,
)
