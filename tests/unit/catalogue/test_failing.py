"""What SQLite says went wrong, told."""

from pathlib import Path
from sqlite3 import DatabaseError, Error, OperationalError, connect

import pytest

from clustercalls.catalogue.failing import code_of, is_damage, read_failed, write_failed
from clustercalls.errors import InputRefused, WorldFailed

PATH = Path("/data/c.sqlite3")


def error(code: int, text: str = "it says so") -> Error:
    made = OperationalError(text)
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (5, "locked"),
        (6, "locked"),
        (261, "locked"),
        (13, "cannot-write"),
        (8, "cannot-write"),
        (0, "cannot-write"),
    ],
)
def test_what_keeps_it_from_being_written(code: int, told: str) -> None:
    refusal = write_failed(error(code), PATH, 30)
    assert isinstance(refusal, WorldFailed)
    assert (refusal.problem.code, refusal.problem.place.file) == (told, str(PATH))


@pytest.mark.parametrize(
    ("code", "told"),
    [(11, "catalogue-unreadable"), (267, "catalogue-unreadable"), (26, "catalogue-unreadable")],
)
def test_damage_is_told_as_what_the_next_sync_mends(code: int, told: str) -> None:
    refusal = read_failed(error(code), PATH)
    assert isinstance(refusal, InputRefused)
    assert refusal.problem.code == told
    assert "it says so" in refusal.problem.message
    assert is_damage(error(code))


def test_what_the_disk_refuses_is_no_damage() -> None:
    refusal = read_failed(error(14, "unable to open database file"), PATH)
    assert isinstance(refusal, WorldFailed)
    assert refusal.problem.code == "catalogue-closed"


def test_a_file_of_other_bytes_is_damage(tmp_path: Path) -> None:
    file = tmp_path / "c"
    file.write_bytes(b"not a database, whatever its name says" * 100)
    connection = connect(file)
    with pytest.raises(DatabaseError) as raised:
        connection.execute("PRAGMA schema_version")
    connection.close()
    assert is_damage(raised.value)
    assert code_of(Error("ours")) == 0
