"""The rows of a table as candidates."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from msgspec.structs import replace

from clustercalls.candidate import Candidate
from clustercalls.drafts import ReadColumns, unshown
from clustercalls.errors import InputRefused, Problem, limit_of
from clustercalls.limits import OFFERED_BYTES, OFFERED_WORD, SHEET_ROWS
from clustercalls.sources.html_text import one_line
from clustercalls.sources.offered import NOTHING, address, digest, key_of, left_out, offered, unlike
from clustercalls.sources.tables.cells import Cell, Doubtful, moment_of, money_of, text_of
from clustercalls.sources.tables.comma_separated import rows_of
from clustercalls.sources.tables.headings import TABLE, meanings, some_of, sure_fields
from clustercalls.sources.tables.workbook import is_workbook, sheets_of

_ABOVE = 30  # rows that may stand above the headings
_ENOUGH = 2  # columns that are known, so that a row is one of headings
_STAGES = ("opens", "deadline")
_APART = (*_STAGES, "programme", "place")  # what tells rows of one title apart

NumberedRow = tuple[int, Sequence[Cell]]


class TableTerms(NamedTuple):
    """What a table is read with; `dayfirst` is None where nobody said it."""

    source: str
    zone: str
    columns: Mapping[str, str] = NOTHING
    dayfirst: bool | None = None


class FoundTable(NamedTuple):
    """The headings of a table, which columns each field has, and the rows below."""

    headings: list[str]
    fields: dict[str, list[int]]
    rows: list[NumberedRow]

    def cells(self, field: str, row: Sequence[Cell]) -> list[Cell]:
        """What stands in a row for a field, the column that counts first."""
        cells = [row[number] for number in self.fields.get(field, ()) if number < len(row)]
        return [each for each in cells if text_of(each)]

    def text(self, field: str, row: Sequence[Cell]) -> str:
        """The same as a text."""
        return next(map(text_of, self.cells(field, row)), "")


def candidates(
    data: bytes,
    source: str,
    now: datetime,
    zone: str,
    columns: Mapping[str, str] = NOTHING,
    *,
    dayfirst: bool | None = None,
    show: Callable[[ReadColumns], None] = unshown,
) -> Iterator[Candidate | Problem]:
    """Every row below the headings; of those that cannot be read, why.

    `columns` say which heading is which field, where its words do not; before any row `show` is given all
    that they are read as. Hours are on the clock of `zone`.

    Raises:
        InputRefused: for what is no table, or has none of a title.
        WorldFailed: when the library is missing.
    """
    del now
    sure_fields(columns, source)
    reading = TableTerms(source, zone, columns, dayfirst)
    table = table_of(data, reading)
    show(_columns(table))
    return _candidates(table, reading)


def _columns(table: FoundTable) -> ReadColumns:
    named = {
        field: tuple(one_line(table.headings[number]) for number in numbers)
        for field, numbers in table.fields.items()
    }
    used = {number for numbers in table.fields.values() for number in numbers}
    unused = (one_line(each) for number, each in enumerate(table.headings) if number not in used)
    return ReadColumns(named, tuple(filter(None, unused)))


def table_of(data: bytes, reading: TableTerms) -> FoundTable:
    """The table that the bytes are, of several sheets the first that has headings.

    Raises:
        InputRefused: for what is none.
        WorldFailed: when the library is missing.
    """
    source = reading.source
    if len(data) > OFFERED_BYTES:
        raise unlike(source, TABLE, "it is larger than {limit}", **limit_of(OFFERED_BYTES))
    sheets: Iterable[list[NumberedRow]] = (
        map(_numbered, sheets_of(data, source)) if is_workbook(data) else [_numbered(rows_of(data, source))]
    )
    first: list[str] = []
    for rows in sheets:
        if len(rows) > SHEET_ROWS:
            raise unlike(source, TABLE, "it has more than {limit} rows", limit=SHEET_ROWS)
        table = _table(rows, reading)
        if table:
            return table
        first = first or next(([*map(text_of, row)] for _, row in rows), [])
    if not first:
        raise unlike(source, TABLE, "nothing stands in it")
    raise unlike(source, TABLE, "no column is its title: {known}", known=some_of(first))


def _numbered(rows: Iterable[tuple[int, Sequence[Cell]]]) -> list[NumberedRow]:
    """Those that say anything."""
    return [(number, row) for number, row in rows if any(map(text_of, row))]


def _table(rows: list[NumberedRow], reading: TableTerms) -> FoundTable | None:
    """The table below the row of headings, of which one is the title; None where there is none."""
    refused: InputRefused | None = None
    likely: FoundTable | None = None
    for at, (_, row) in enumerate(rows[:_ABOVE]):
        headings = [*map(text_of, row)]
        try:
            fields = meanings(headings, reading.columns, reading.source)
        except InputRefused as error:
            refused = refused or (error if len(headings) >= _ENOUGH else None)  # another row may be that
            continue
        if "title" in fields:
            table = FoundTable(headings, fields, rows[at + 1 :])
            if len(fields) >= _ENOUGH:
                return table
            likely = likely or table
    if refused and not likely:
        raise refused
    return likely


def _candidates(table: FoundTable, reading: TableTerms) -> Iterator[Candidate | Problem]:
    lines: dict[str, int] = {}
    for (line, row), key in zip(table.rows, _keys(table), strict=True):
        title, url, own = table.text("title", row), _url(table, row), table.text("key", row)
        if not one_line(title):
            yield left_out(reading.source, line, own or url, "it has no title")
            continue
        if key in lines:
            reason = "its key, {key}, is that of row {row}" if own else "nothing tells it from row {row}"
            yield left_out(reading.source, line, title, reason, key=key[:60], row=lines[key])
            continue
        try:
            facts, unread = _facts(table, row, reading)
        except Doubtful as doubtful:
            yield left_out(reading.source, line, title, doubtful.reason, **doubtful.values)
            continue
        lines[key] = line
        text = "\n".join(_others(table, row))
        made = offered(reading.source, key, title, {**facts, "url": url}, text, (), {"url": url})
        yield replace(
            made,
            unread=tuple(f"{one_line(title)} – {one_line(each)}" for each in unread),
            is_key_made=not own and key != key_of(url),
        )


def _url(table: FoundTable, row: Sequence[Cell]) -> str:
    return next(filter(None, map(address, map(text_of, table.cells("url", row)))), "")


def _keys(table: FoundTable) -> list[str]:
    """The key of each row, whatever its place: its own, else its address or its title.

    Rows that share that have a key of what tells them apart: the title and the address, else those with the
    dates, the programme and the place.
    """

    def of(row: Sequence[Cell]) -> tuple[str, str, str]:
        title, url, own = table.text("title", row), _url(table, row), table.text("key", row)
        if own:
            return (key_of(own),) * 3
        more = (table.text(field, row) for field in _APART)
        return key_of(url) if url else digest(title), digest(title, url), digest(title, url, *more)

    rows = [of(row) for _, row in table.rows]
    firsts, seconds = Counter(first for first, _, _ in rows), Counter(second for _, second, _ in rows)
    return [
        first if firsts[first] == 1 else second if seconds[second] == 1 else third
        for first, second, third in rows
    ]


def _others(table: FoundTable, row: Sequence[Cell]) -> Iterator[str]:
    """What the other columns say, each with its heading: it is searched."""
    used = {number for field in table.fields if field != "summary" for number in table.fields[field]}
    for number, (heading, cell) in enumerate(zip(table.headings, row, strict=False)):
        if number not in used and (text := text_of(cell)):
            yield f"{heading}: {text}" if heading else text


def _facts(
    table: FoundTable, row: Sequence[Cell], reading: TableTerms
) -> tuple[dict[str, Any], Sequence[str]]:
    """The table of an entry, and what is no date, or no amount: it is noted.

    Raises:
        Doubtful: for a date that could be two.
    """
    notes: list[str] = []
    stages = [stage for name in _STAGES if (stage := _stage(table, row, name, reading, notes))]
    budget, currency = 0.0, table.text("currency", row)
    for cell in table.cells("budget", row)[:1]:
        try:
            money = money_of(cell)
            budget, currency = (money.amount, money.currency or currency) if money else (0, currency)
        except Doubtful:
            notes.append(f"budget: {text_of(cell)}")
    is_code = len(currency) == 3 and currency.isascii() and currency.isalpha()  # noqa: PLR2004 - ISO 4217
    facts = {
        "kind": "call",
        "programme": table.text("programme", row)[:OFFERED_WORD],
        "summary": table.text("summary", row),
        "place": table.text("place", row),
        "budget": int(budget) if budget == int(budget) else budget,
        "currency": currency.upper() if is_code and budget else "",
        "stage": stages,
        "note": "; ".join(notes),
    }
    return facts, notes


def _stage(
    table: FoundTable, row: Sequence[Cell], name: str, reading: TableTerms, notes: list[str]
) -> dict[str, str] | None:
    cell = next(iter(table.cells(name, row)), None)
    try:
        moment = moment_of(cell, reading.zone, dayfirst=reading.dayfirst, is_until=name == "deadline")
    except Doubtful as doubtful:
        if "other" in doubtful.values:
            raise
        notes.append(f"{name}: {text_of(cell)}")
        return None
    if moment is None:
        return None
    stage = {"id": name, "kind": name, "when": moment.when}
    return {**stage, "at": moment.at, "zone": reading.zone} if moment.at else stage
