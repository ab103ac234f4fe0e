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


def test_both_count_before_one() -> None:
    assert twin_of(
        {"title": "Fair", "url": "u"},
        [*FILES, as_document(Path("c.toml"), b'[[call]]\nid = "both"\ntitle = "Fair"\nurl = "u"\n')],
    ) == Twin("both", True, True)
