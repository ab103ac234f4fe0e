"""The schema of a file: JSON Schema made of the very tables that read it."""

import json
from typing import Any

import pytest

from clustercalls.model import EntryKind, StageKind
from clustercalls.registry.meanings import MEANINGS
from clustercalls.registry.schema import document
from clustercalls.registry.shape import DefaultsTable, EntryTable, StageTable

WHOLE: dict[str, Any] = json.loads(document())
PARTS: dict[str, Any] = WHOLE["$defs"]


def test_it_says_which_schema_it_is_of_and_ends_in_a_line() -> None:
    assert WHOLE["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert WHOLE["$ref"] == "#/$defs/FileTable"
    assert document().endswith("}\n")


@pytest.mark.parametrize("table", [EntryTable, StageTable, DefaultsTable])
def test_a_table_has_the_keys_that_are_read_in_their_order(table: type[Any]) -> None:
    assert list(PARTS[table.__name__]["properties"]) == list(table.__struct_fields__)


def test_a_file_has_a_list_of_every_kind_of_entry() -> None:
    assert [*PARTS["FileTable"]["properties"]] == [
        "schema",
        "name",
        "defaults",
        "days_off",
        "template",
        "audience",
        "track",
        *(kind.value for kind in EntryKind),
    ]


@pytest.mark.parametrize("name", sorted(PARTS))
def test_own_keys_are_taken_everywhere_and_mistyped_ones_nowhere(name: str) -> None:
    assert PARTS[name]["patternProperties"] == {"^x-": {"description": "A key of your own."}}
    assert PARTS[name]["additionalProperties"] is False


def test_words_are_listed_and_dates_and_hours_are_said_to_be_some() -> None:
    entry, stage = PARTS["EntryTable"]["properties"], PARTS["StageTable"]["properties"]
    assert stage["kind"]["enum"] == [kind.value for kind in StageKind]
    assert set(entry["status"]["enum"]) == {"", "open", "cancelled", "suspended", "exhausted"}
    assert "wall time" in entry["at"]["description"]
    assert "EDTF" in entry["deadline"]["description"]
    assert "EDTF" in stage["when"]["description"]


def described(part: object) -> list[tuple[str, str]]:
    """Every key below a part of the schema, with what is said of it."""
    if not isinstance(part, dict):
        return []
    own = [(key, each.get("description", "")) for key, each in part.get("properties", {}).items()]
    return own + [found for each in part.values() for found in described(each)]


def test_every_key_is_described_in_plain_words() -> None:
    """By walking all of it, so that a table nobody thought of is met too."""
    said = described(WHOLE)
    assert len(said) > sum(len(table.__struct_fields__) for table in (EntryTable, StageTable))
    assert [key for key, text in said if not text or text[-1] != "." or "`" in text] == []


def test_nothing_is_described_that_is_no_key() -> None:
    assert {name: list(keys) for name, keys in MEANINGS.items()} == {
        name: list(part["properties"]) for name, part in PARTS.items()
    }


def test_defaults_of_the_program_are_nobodys_business() -> None:
    assert [
        key for part in PARTS.values() for key, each in part["properties"].items() if "default" in each
    ] == []
