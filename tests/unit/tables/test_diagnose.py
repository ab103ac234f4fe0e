"""Why a table is not the Struct it should be."""

import pytest
from msgspec import Struct

from clustercalls.entry_tables import Texts
from clustercalls.tables.diagnose import ExpectedKey, Words, diagnose, mended


class Inner(Struct, forbid_unknown_fields=True):
    url: str


class Outer(Struct, forbid_unknown_fields=True):
    name: str
    tags: Texts = ()
    inner: Inner | None = None
    lists: dict[str, Texts | dict[str, Texts]] = {}
    one_or_more: str | Texts = ""
    password: str = ""


WORDS = Words(
    keys={
        "tags": ExpectedKey("a list of texts", 'tags = ["a"]'),
        "password": ExpectedKey("a text", 'password = "…"'),
    },
    needed={"name": "x", "url": "https://example.org"},
    unknown=lambda key, known, *_: {"advice": f"{key}: {len(known)}"},
    what={"inner": "the inner"},
    secret=frozenset({"password"}),
)
NAMED = {"name": "a"}


def test_what_has_its_shape_has_no_findings() -> None:
    lists = {"a": ["b"], "c": {"d": ["e"]}}
    whole = {"tags": ["t"], "inner": {"url": "u"}, "lists": lists, "one_or_more": "x", "password": "y"}
    assert diagnose(NAMED | whole, Outer, WORDS, "outer") == []
    assert diagnose(NAMED | {"one_or_more": ["x"]}, Outer, WORDS, "outer") == []


@pytest.mark.parametrize(
    ("raw", "code", "path", "values"),
    [
        (NAMED | {"nam": 1}, "unknown-key", ("nam",), {"advice": "nam: 6"}),
        ({}, "missing-key", (), {"key": "name", "what": "outer", "example": '"x"'}),
        (NAMED | {"inner": {}}, "missing-key", ("inner",), {"what": "the inner"}),
        (NAMED | {"tags": "t"}, "bad-type", ("tags",), {"found": 'the text "{said}"', "said": "t"}),
        (NAMED | {"tags": ["t", 5]}, "bad-type", ("tags",), {"found": "a list with {item} in it"}),
        (NAMED | {"lists": ["t"]}, "bad-type", ("lists",), {"found": "a list"}),
        (NAMED | {"lists": {"a": "7d"}}, "bad-type", ("lists",),
         {"found": "a table with {item} in it", "item": 'the text "{said}"', "said": "7d"}),
        (NAMED | {"lists": {"a": {"b": [5]}}}, "bad-type", ("lists",), {"found": "a list with {item} in it"}),
        (NAMED | {"one_or_more": [5]}, "bad-type", ("one_or_more",), {"found": "a list with {item} in it"}),
        (NAMED | {"password": 123}, "bad-type", ("password",), {"said": "…", "example": 'password = "…"'}),
        (NAMED | {"name": "x" * 20_001, "tags": ["x" * 20_001]}, "too-large", ("tags",), {}),
    ],
)  # fmt: skip
def test_what_has_not_is_told_with_its_place(
    raw: dict[str, object], code: str, path: tuple[str, ...], values: dict[str, str]
) -> None:
    (found,) = diagnose(raw, Outer, WORDS, "outer")
    assert (found.code, found.path) == (code, path)
    assert found.values.items() >= values.items()


def test_everything_is_told_and_the_rest_can_be_read() -> None:
    raw = {"nam": 1, "tags": 5, "inner": {"url": 7, "more": 1}}
    found = diagnose(raw, Outer, WORDS, "outer")
    assert [each.code for each in found] == [
        "unknown-key",
        "missing-key",
        "bad-type",
        "unknown-key",
        "bad-type",
    ]
    assert mended(raw, found, WORDS) == {"name": "x", "inner": {}}
