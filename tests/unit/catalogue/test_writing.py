"""The rows of one record."""

from pathlib import Path
from sqlite3 import Connection

from clustercalls.candidate import Candidate
from clustercalls.catalogue import writing
from clustercalls.catalogue.opening import written
from clustercalls.catalogue.outcome import FieldChange
from clustercalls.catalogue.reading import columns_of, entry_of
from offers import NOON, candidate, dated, dump, sync


def put(connection: Connection, made: Candidate, record: int = 0) -> None:
    entry, _ = entry_of(made.source, made.key, made.entry)
    assert entry is not None
    if record:
        writing.update(connection, record, made, entry, columns_of(entry, NOON))
    else:
        writing.insert(connection, [writing.NewRecord(made, entry, columns_of(entry, NOON))], "2026-08-01")


OLD = candidate("1", "2026-09-15", ident="I", parent="P", words=("a", "b"), text="T")
NEW = candidate(
    "1", dated("2026-09-20", name="first"), dated("2026-10-20", name="second"), text="U", ident="J"
)


def test_a_record_and_all_that_is_of_it(tmp_path: Path) -> None:
    path = tmp_path / "c"
    written(path, lambda connection: put(connection, OLD))
    assert [row for row in dump(path) if row[0] in {"stage", "word"}] == [
        ("stage", "2026-09-15", "2026-09-15", 1, "deadline", "deadline", "2026-09-15T15:00:00.000000+00:00"),
        ("word", 1, "I", "Call 1", "P", "a\nb", "T"),
    ]


def test_what_was_before_leaves_nothing(tmp_path: Path) -> None:
    path, other = tmp_path / "c", tmp_path / "d"
    written(path, lambda connection: put(connection, OLD))
    written(path, lambda connection: put(connection, NEW, 1))
    written(other, lambda connection: put(connection, NEW))
    assert dump(path) == dump(other)


def test_taken_out_nothing_of_it_is_left(tmp_path: Path) -> None:
    path = tmp_path / "c"
    sync(path, candidate("2", "2026-09-15", text="drones"))
    before = dump(path)

    def work(connection: Connection) -> None:
        put(connection, OLD)
        writing.note(connection, 2, [FieldChange("title", "a", "b")], "2026-08-01")
        writing.delete(connection, 2)

    written(path, work)
    assert dump(path) == before
