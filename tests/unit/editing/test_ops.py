"""What an edit means for the parsed entry."""

import pytest

from clustercalls.editing.ops import Op, applied, value_at
from clustercalls.tables.findings import KeyPath

TABLE = {"id": "one", "tags": ["a"], "stage": [{"id": "x"}, {"id": "y", "at": "17:00"}]}


@pytest.mark.parametrize(
    ("op", "key", "then"),
    [
        (Op(("id",), "two"), "id", "two"),
        (Op(("tags",)), "tags", None),
        (Op(("stage", 1, "at")), "stage", [{"id": "x"}, {"id": "y"}]),
        (Op(("stage", 0, "at"), "9:00"), "stage", [{"id": "x", "at": "9:00"}, {"id": "y", "at": "17:00"}]),
        (Op(("grants", "number"), 8), "grants", {"number": 8}),
        (Op(("tags",), "b", more=True), "tags", ["a", "b"]),
        (Op(("history",), {"stage": "x"}, more=True), "history", [{"stage": "x"}]),
        (Op(("x-ours", "rows"), {"a": 1}, more=True), "x-ours", {"rows": [{"a": 1}]}),
    ],
)
def test_an_edit_changes_what_stands_at_its_path_alone(op: Op, key: str, then: object) -> None:
    before = repr(TABLE)
    found = applied(TABLE, op)
    assert found.get(key) == then
    assert {name: each for name, each in found.items() if name != key} == {
        name: each for name, each in TABLE.items() if name != key
    }
    assert repr(TABLE) == before


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("stage", 1, "at"), "17:00"),
        (("stage", 2, "at"), None),
        (("grants", "number"), None),
        (("id", "x"), None),
        ((), TABLE),
    ],
)
def test_what_stands_at_a_path(path: KeyPath, found: object) -> None:
    assert value_at(TABLE, path) == found
