"""The tables of the catalogue."""

from sqlite3 import connect

import pytest

from clustercalls.catalogue import schema


def test_a_new_file_is_known_from_one_of_ours_and_that_from_others() -> None:
    connection = connect(":memory:", isolation_level=None)
    assert schema.is_new(connection)
    schema.create(connection)
    assert not schema.is_new(connection)
    assert schema.is_ours(connection)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    assert not schema.is_ours(connection)
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("PRAGMA application_id = 1")
    assert not schema.is_ours(connection)
    connection.close()


def test_much_of_the_index_is_held_before_it_is_written() -> None:
    connection = connect(":memory:", isolation_level=None)
    schema.create(connection)
    options = dict(connection.execute("SELECT k, v FROM word_config").fetchall())
    assert (options["hashsize"], options["automerge"]) == (schema.HELD, schema.TOGETHER)
    connection.close()


def test_what_is_due_next_is_read_by_day() -> None:
    connection = connect(":memory:", isolation_level=None)
    schema.create(connection)
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT record FROM stage WHERE day >= '2026-01-01'"
        " AND kind IN ('deadline') ORDER BY day"
    ).fetchall()
    assert [row[3] for row in plan] == ["SEARCH stage USING COVERING INDEX stage_day (day>?)"]
    connection.close()


@pytest.mark.parametrize(("sought", "rows"), [("electronique", 1), ("ÉLECTRONIQUE", 1), ("elektronik", 0)])
def test_words_are_compared_without_accents_and_case(sought: str, rows: int) -> None:
    connection = connect(":memory:", isolation_level=None)
    schema.create(connection)
    connection.execute("INSERT INTO word(title) VALUES('Électronique')")
    assert len(connection.execute("SELECT 1 FROM word WHERE word MATCH ?", (sought,)).fetchall()) == rows
    connection.close()


def test_a_word_in_the_title_counts_more_than_in_the_text() -> None:
    connection = connect(":memory:", isolation_level=None)
    schema.create(connection)
    connection.execute("INSERT INTO word(title, text) VALUES('a', 'drones drones')")
    connection.execute("INSERT INTO word(title, text) VALUES('drones', 'a a a')")
    found = connection.execute("SELECT rowid FROM word WHERE word MATCH 'drones' ORDER BY rank").fetchall()
    assert found == [(2,), (1,)]
    connection.close()
