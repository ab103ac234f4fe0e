"""What is looked for in the catalogue; values are tried with the commands that take them."""

import sqlite3

import pytest

from clustercalls.catalogue.schema import create
from clustercalls.cli.fetch.looked_for import query_of_words
from clustercalls.errors import UsageRefused
from clustercalls.model import EntryKind, Status


def test_words_and_values() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    query = query_of_words(connection, "a b", (), ("OPEN",), ("call",))
    wanted = frozenset({Status.OPEN}), frozenset({EntryKind.CALL})
    assert (query.text, query.statuses, query.kinds) == ("a b", *wanted)
    with pytest.raises(UsageRefused) as refused:
        query_of_words(connection, "", ("XYZ",), (), ())
    assert "SMP" in refused.value.problem.hint
    connection.close()
