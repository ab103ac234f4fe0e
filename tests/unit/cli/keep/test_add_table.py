"""The table of a new entry: an id that nobody has, texts that are texts, a source said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builders import at
from clustercalls.cli.keep.add_options import Facts
from clustercalls.cli.keep.add_table import credit, ids_of, table_from, taken_in
from clustercalls.cli.keep.desk import Editing, open_desk
from clustercalls.cli.keep.known import known_to
from clustercalls.cli.keep.typed_date import reading
from clustercalls.cli.options import Common
from clustercalls.editing.document import open_document
from clustercalls.editing.fields import ENTRY
from clustercalls.editing.typed_values import new_value, setting
from clustercalls.errors import UsageRefused
from samples import SAMPLE

Write = Callable[..., Path]
CREDITED = '[defaults]\nsource = { title = "The list" }\n' + SAMPLE


def made(path: Path, facts: Facts, elsewhere: tuple[str, ...] = ()) -> dict[str, Any]:
    now = at("2017-03-01")
    return dict(table_from(open_document(path), set(elsewhere), "call", facts, now.today(), reading(now, {})))


@pytest.mark.parametrize(
    ("facts", "elsewhere", "id_"),
    [
        (Facts(title="New grants"), (), "new-grants"),
        (Facts(title="Chains"), (), "chains-2"),
        (Facts(title="New grants"), ("new-grants",), "new-grants-2"),
        (Facts(title="New grants", id="ng"), (), "ng"),
    ],
)
def test_an_id_that_nobody_has(registry: Write, facts: Facts, elsewhere: tuple[str, ...], id_: str) -> None:
    assert made(registry(SAMPLE), facts, elsewhere)["id"] == id_


@pytest.mark.parametrize(
    "facts",
    [
        Facts(title="A", id="CHAINS"),
        Facts(title="A", id="mine"),
        Facts(title="caf\udce9"),
        Facts(title="A", tag=["caf\udce9"]),
        Facts(title="A", source_from="first"),
        Facts(title="A", source_from="last", source_title="Another"),
        Facts(title="A", deadline="soon"),
    ],
    ids=["taken", "taken elsewhere", "no text", "no text in a list", "which", "two sources", "no date"],
)
def test_what_cannot_be(registry: Write, facts: Facts) -> None:
    with pytest.raises(UsageRefused):
        made(registry(SAMPLE), facts, ("mine",))


def test_tags_once_each_and_the_source_of_the_last_entry(registry: Write) -> None:
    table = made(registry(SAMPLE), Facts(title="A", tag=["b", "", "a", "b"], source_from="Last"))
    assert (table["tags"], table["source"]["title"]) == (["b", "a"], "Notes")


def test_ids_are_those_of_a_file_in_small_letters(registry: Write) -> None:
    assert ids_of(open_document(registry(SAMPLE.replace('"fair"', '"Fair"')))) >= {"fair", "chains"}


def test_ids_of_the_other_files_are_taken_too(registry: Write) -> None:
    first, last = registry(SAMPLE), registry(SAMPLE.replace('"fair"', '"market"'), "last.toml")
    desk = open_desk("add", Common(registry=[first, last]), "", Editing())
    assert "market" in taken_in(known_to(desk, but=first).documents)
    assert "market" not in taken_in(known_to(desk, but=last).documents)


@pytest.mark.parametrize(
    ("text", "tables", "said"),
    [
        (SAMPLE, [{"id": "a"}], ""),
        (
            CREDITED,
            [{"id": "a"}],
            "source: The list, the default of this file; another: set a source.title=…",
        ),
        (CREDITED, [{"id": "a", "source": {"title": "Mine"}}], ""),
        (
            CREDITED,
            [{"id": "a", "source": {"title": "Mine"}}, {"id": "b"}, {"id": "c"}],
            "source: The list, the default of this file; another: set b source.title=…",
        ),
    ],
)
def test_a_source_that_nobody_typed_is_said(
    registry: Write, text: str, tables: list[dict[str, Any]], said: str
) -> None:
    path = registry(text)
    desk = open_desk("add", Common(registry=[path]), "", Editing())
    assert credit(open_document(path), desk, tables) == said


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["soil, water"], ["soil", "water"]),
        (["smes,clusters", "smes"], ["smes", "clusters"]),
        (["open call", " a ,, b,"], ["open call", "a", "b"]),
        ([",", "[]"], None),
    ],
)
def test_tags_are_parted_as_a_setting_parts_them(
    registry: Write, typed: list[str], read: list[str] | None
) -> None:
    path = registry(SAMPLE)
    assert made(path, Facts(title="A", tag=typed)).get("tags") == read
    settings = [new_value(setting(f"tags+={each}"), ENTRY["tags"], [], "title") for each in typed]
    assert list(dict.fromkeys(tag for tags in settings for tag in tags)) == (read or [])


def test_who_may_is_one_item_with_its_commas(registry: Write) -> None:
    facts = Facts(title="A", eligibility=["Four partners, two countries", " SMEs "])
    assert made(registry(SAMPLE), facts)["eligibility"] == ["Four partners, two countries", "SMEs"]
