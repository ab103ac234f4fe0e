"""What a person is told about the keys of a registry."""

from typing import Any

import pytest
import tomli
from msgspec import Struct, convert
from msgspec.structs import fields

from clustercalls.entry_tables import Contact, Funding, Grants, Link
from clustercalls.errors import Place
from clustercalls.model import Source
from clustercalls.query.outward import OTHERS, is_told
from clustercalls.registry.shape import (
    AfterTable,
    DefaultsTable,
    EntryTable,
    HistoryTable,
    SourceTable,
    StageTable,
)
from clustercalls.registry.wording import EXAMPLES, EXPECTED, mistyped_top, words_of
from clustercalls.tables.diagnose import mistyped

TABLES: list[type[Struct]] = [EntryTable, StageTable, HistoryTable, AfterTable, DefaultsTable]


@pytest.mark.parametrize("key", EXPECTED)
def test_every_example_is_one_of_its_key(key: str) -> None:
    example = EXPECTED[key].example.replace("{entry}", "call")
    read: Any = tomli.loads(example)
    own = key.rpartition(".")[2]
    assert own in read or own in read["call"]


INNER: dict[str, type[Struct]] = {
    "stage": StageTable, "history": HistoryTable, "after": AfterTable, "source": SourceTable,
    "contact": Contact, "grants": Grants, "funding": Funding, "links": Link,
}  # fmt: skip


@pytest.mark.parametrize("table", INNER)
def test_what_is_told_of_a_key_of_an_inner_table_is_right_for_it(table: str) -> None:
    for field in fields(INNER[table]):
        key = field.encode_name
        found = mistyped(key, {}, words_of("call"), (table, 0, key))
        value = tomli.loads(found.values["example"])[key]
        convert(value, field.type)  # or it says what is wrong


def test_a_source_that_is_advised_is_one_that_others_are_told() -> None:
    own = [EXPECTED[key].example for key in EXPECTED if key.rpartition(".")[2] == "source"]
    sources = [tomli.loads(each)["source"] for each in own]
    assert len(sources) == 2
    for each in sources:
        url = each["url"] if isinstance(each, dict) else each
        assert is_told(Source(url=url), OTHERS), each


@pytest.mark.parametrize("table", TABLES)
def test_there_is_something_to_write_for_every_key_that_is_needed(table: type[Struct]) -> None:
    needed = {each.encode_name for each in fields(table) if each.required}
    assert needed <= set(EXAMPLES)


@pytest.mark.parametrize(
    ("shape", "table", "advice"),
    [
        (EntryTable, "event", "It belongs to a stage: write it below a [[{entry}.stage]]."),
        (
            DefaultsTable,
            "defaults",
            "Only zone, currency, language and source have defaults: put it into each entry.",
        ),
        (StageTable, "stage", "Did you mean `{near}`? Keys of your own start with x-."),
    ],
)
def test_an_unknown_key_is_advised_on_by_the_table_it_is_in(
    shape: type[Struct], table: str, advice: str
) -> None:
    known = tuple(each.encode_name for each in fields(shape))
    key = {EntryTable: "when", DefaultsTable: "budget", StageTable: "whn"}[shape]
    assert words_of("event").unknown(key, known, shape, table)["advice"] == advice


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("call", {"id": "a"}, "[[call]], with two brackets on both sides"),
        ("call", {"x": 1}, "[[call]], above all that belongs to it"),
        ("event", 5, "[[event]], with two brackets on both sides"),
        ("defaults", [], "[defaults]"),
        ("schema", "1", "schema = 1"),
    ],
)
def test_a_table_of_the_wrong_type_is_told_its_header(key: str, value: object, hint: str) -> None:
    found = mistyped_top(key, value)
    assert (found.code, found.path) == ("bad-type", (key,))
    assert hint in found.at(Place()).hint
