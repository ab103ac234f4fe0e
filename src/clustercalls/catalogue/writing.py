"""The rows of one record: put in, put in their place, taken out."""

from typing import TYPE_CHECKING, NamedTuple

from msgspec import json

from clustercalls.candidate import Candidate
from clustercalls.catalogue.outcome import FieldChange
from clustercalls.catalogue.reading import RecordColumns, stages_of
from clustercalls.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

GONE = "gone"  # the field of a change that says since when a source has it no more

_INSERT = (
    "INSERT INTO record(source, key, ident, title, programme, opens, next, last, print, entry, first_seen)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE record SET ident = ?, title = ?, programme = ?, opens = ?, next = ?, last = ?, print = ?,"
    " entry = ?, missed = 0, gone = NULL WHERE id = ?"
)
_INSERT_WORDS = "INSERT INTO word(rowid, ident, title, parent, tags, text) VALUES(?, ?, ?, ?, ?, ?)"
_ENCODED = json.Encoder().encode


class NewRecord(NamedTuple):
    """A record that is not there yet."""

    candidate: Candidate
    entry: Entry
    columns: RecordColumns


def insert(connection: "Connection", records: "Iterable[NewRecord]", now: str) -> None:
    """Puts in records that are not there yet."""
    put = []
    for candidate, entry, columns in records:
        row = (candidate.source, candidate.key, *_columns(candidate, columns), now)
        number = connection.execute(_INSERT, row).lastrowid or 0
        _put_stages(connection, number, entry)
        put.append((number, *_searched(candidate)))
    connection.executemany(_INSERT_WORDS, put)


def update(
    connection: "Connection", record: int, candidate: Candidate, entry: Entry, columns: RecordColumns
) -> None:
    """Puts a record in the place of what it was."""
    connection.execute(_UPDATE, (*_columns(candidate, columns), record))
    connection.execute("DELETE FROM stage WHERE record = ?", (record,))
    _put_stages(connection, record, entry)
    connection.execute(
        "UPDATE word SET ident = ?, title = ?, parent = ?, tags = ?, text = ? WHERE rowid = ?",
        (*_searched(candidate), record),
    )


def note(connection: "Connection", record: int, changes: "Iterable[FieldChange]", now: str) -> None:
    """Adds rows to the history of a record."""
    rows = [(record, now, each.field, each.was, each.now) for each in changes]
    connection.executemany("INSERT INTO change VALUES(?, ?, ?, ?, ?)", rows)
    connection.execute("UPDATE record SET changed = ? WHERE id = ?", (now, record))


def delete(connection: "Connection", record: int) -> None:
    """Takes a record out, and all that is kept of it."""
    for table in ("stage", "change"):
        connection.execute(f"DELETE FROM {table} WHERE record = ?", (record,))  # noqa: S608 - one of these
    connection.execute("DELETE FROM word WHERE rowid = ?", (record,))
    connection.execute("DELETE FROM record WHERE id = ?", (record,))


def _columns(candidate: Candidate, columns: RecordColumns) -> tuple[str | None, ...]:
    table = _ENCODED(candidate.entry).decode()
    return (candidate.ident, candidate.title, *columns, candidate.print, table)


def _searched(candidate: Candidate) -> tuple[str, ...]:
    return (
        candidate.ident, candidate.title, candidate.parent, "\n".join(candidate.words), candidate.text,
    )  # fmt: skip


def _put_stages(connection: "Connection", record: int, entry: Entry) -> None:
    rows = [(each.day, each.until, record, each.name, each.kind, each.at) for each in stages_of(entry)]
    connection.executemany("INSERT INTO stage VALUES(?, ?, ?, ?, ?, ?)", rows)
