"""What counts as the same title and the same address."""

from pathlib import Path

import pytest

from clustercalls.editing.document import Table, as_document
from clustercalls.editing.twins import Twin, twin_of

FILES = [
    as_document(
        Path("a.toml"),
        b'[[call]]\nid = "one"\ntitle = "Clusters: call 1"\nurl = "https://www.a.example/Calls/1/"\n',
    ),
    as_document(
        Path("b.toml"), b'[[event]]\nid = "two"\ntitle = "Fair"\n[[policy]]\nid = "odd"\ntitle = 3\nurl = 4\n'
    ),
]


@pytest.mark.parametrize(("table", "twin"), [
    ({"title": "Clusters: call 1", "url": "https://www.a.example/Calls/1/"}, ("one", True, True)),
    ({"title": "CLUSTERS, Call 1", "url": "http://A.example/Calls/1#how"}, ("one", True, True)),
    ({"title": "Clusters: call 2", "url": "https://a.example/Calls/1"}, ("one", False, True)),
    ({"title": "Clusters: call 1"}, ("one", True, False)), ({"title": "fair"}, ("two", True, False)),
    ({"title": "Clusters: call 1", "url": "https://a.example/calls/1"}, ("one", True, False)),
    ({"title": "Fair", "url": "https://a.example/Calls/1"}, ("one", False, True)),
    ({"title": "Clusters"}, None), ({"title": "", "url": ""}, None), ({}, None),
    ({"title": "T", "url": "https://a.example/Calls/1?page=2"}, None),
])  # fmt: skip
def test_the_entry_that_is_there_already(table: Table, twin: tuple[str, bool, bool] | None) -> None:
    assert twin_of(table, FILES) == (Twin(*twin) if twin else None)


KEYED = as_document(
    Path("k.toml"),
    b'[[call]]\nid = "keyed"\ntitle = "K"\nsource = { title = "Portal", key = "HORIZON-1" }\n'
    b'[[call]]\nid = "odd"\ntitle = "O"\nsource = { key = 3 }\n'
    b'[[call]]\nid = "text"\ntitle = "P"\nsource = "s"\n',
)


@pytest.mark.parametrize(("source", "twin"), [
    ({"key": "HORIZON-1"}, Twin("keyed", False, False, True)),
    ({"title": "Another", "key": " HORIZON-1 "}, Twin("keyed", False, False, True)),
    ({"key": "HORIZON-10"}, None), ({"key": ""}, None), ({"key": 3}, None), ({"title": "Portal"}, None),
    ("s", None),
])  # fmt: skip
def test_one_key_is_one_entry(source: object, twin: Twin | None) -> None:
    assert twin_of({"title": "New", "source": source}, [*FILES, KEYED]) == twin
    assert twin is None or twin.same


def test_a_key_counts_before_title_and_address() -> None:
    new = {"title": "Clusters: call 1", "url": "https://a.example/Calls/1", "source": {"key": "HORIZON-1"}}
    assert twin_of(new, [*FILES, KEYED]) == Twin("keyed", False, False, True)


def test_both_count_before_one() -> None:
    assert twin_of(
        {"title": "Fair", "url": "u"},
        [*FILES, as_document(Path("c.toml"), b'[[call]]\nid = "both"\ntitle = "Fair"\nurl = "u"\n')],
    ) == Twin("both", True, True)
