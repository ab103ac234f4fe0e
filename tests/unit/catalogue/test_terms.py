"""What a person looks for, as the index of words takes it."""

from contextlib import suppress
from sqlite3 import Connection, connect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.catalogue import schema
from clustercalls.catalogue.terms import expression_of, folded, sought_in
from clustercalls.errors import UsageRefused
from clustercalls.limits import SEARCH_LETTERS, SEARCH_WORDS

EXPRESSIONS = [
    ("", ""),
    (" \t\n ", ""),
    ("cluster", '"cluster"*'),
    ("cluster drones", '"cluster"* AND "drones"*'),
    ("i3", '"i3"'),  # short: only whole
    ("i3*", '"i3*"*'),
    ("clust*", '"clust*"*'),
    ('"cluster 1"', '"cluster 1"'),
    ('cluster -"cluster 1"', '("cluster"*) NOT "cluster 1"'),
    ("cluster -art -arms*", '("cluster"*) NOT ("art" OR "arms*"*)'),
    ("cluster OR drones", '("cluster"* OR "drones"*)'),
    ("big cluster OR drones net", '"big"* AND ("cluster"* OR "drones"*) AND "net"*'),
    ("one OR two OR three", '("one"* OR "two"* OR "three"*)'),
    ("cluster or drones", '"cluster"* AND "or" AND "drones"*'),
    ("OR cluster OR", '"cluster"*'),
    ("HORIZON-CL5-2026-09", '"HORIZON-CL5-2026-09"*'),
    ('"not closed', '"not closed"'),
    ("“cluster 1”", '"cluster 1"'),
    ("AND NOT NEAR", '"AND"* AND "NOT"* AND "NEAR"*'),
    ("title:drones", '"title:drones"*'),
    ("(cluster", '"(cluster"*'),
    ("cluster & drones", '"cluster"* AND "drones"*'),
    ("a\0cluster", '"a" AND "cluster"*'),
    ("--cluster x1y", '("x1y"*) NOT "cluster"'),
]


@pytest.mark.parametrize(("text", "expression"), EXPRESSIONS)
def test_a_text_as_the_index_takes_it(text: str, expression: str) -> None:
    assert expression_of(text) == expression


@pytest.mark.parametrize(
    "text", ["-cluster", "-", "--", "&", '""', '"', '-"a b" -c', "OR", "?", "\udcff", "😀"]
)
def test_without_a_word_that_is_to_be_there_it_is_refused(text: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        expression_of(text)
    assert refused.value.problem.code == "no-words"


def test_a_text_over_the_limits_is_refused() -> None:
    for text, limit in (
        ("x" * (SEARCH_LETTERS + 1), "2,000 letters"),
        ("xyz " * (SEARCH_WORDS + 1), "64 words"),
    ):
        with pytest.raises(UsageRefused) as refused:
            expression_of(text)
        assert refused.value.problem.code == "too-large"
        assert limit in refused.value.problem.message
    assert expression_of("xyz " * SEARCH_WORDS)


HOSTILE = st.text(st.sampled_from("\"*-:^(){}+ \0\t'\\ANDORNEAT,x1é\ufdd0\u0301\udcff中"), max_size=40)


@given(HOSTILE | st.text(max_size=40))
@settings(deadline=None)
def test_whatever_is_typed_the_index_takes(text: str) -> None:
    with suppress(UsageRefused):
        expression = expression_of(text)
        if expression:
            LOOKED.execute("SELECT 1 FROM word WHERE word MATCH ?", (expression,)).fetchall()


def looked() -> Connection:
    """An index with one row."""
    connection = connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.create(connection)
    connection.execute("INSERT INTO word(title) VALUES('x')")
    return connection


LOOKED = looked()


def test_what_is_looked_for_as_the_index_compares_it() -> None:
    assert sought_in('Élan "Big  Data" OR HORIZON-CL5 -not & x*') == (
        ("elan",),
        ("big data", "horizon cl5"),
        ("x",),
    )
    assert folded("L'Été, 2027\u0301") == "l ete 2027"
