"""What a person wrote in an editor, cut into the blocks that go into the file."""

import pytest
import tomli

from clustercalls.editing.blocks import TEMPLATE, blocks
from clustercalls.errors import InputRefused
from clustercalls.registry.shape import TABLES

ONE = '[[call]]\nid = "one"\ntitle = "T"  # said\n\n# a stage\n[[call.stage]]\nkind = "deadline"\n'
TWO = '[[event]]\ntitle = "U"\n'


def test_every_entry_keeps_its_lines_comments_and_order() -> None:
    found = blocks(f"# above\n{ONE}\n\n{TWO}\n# below\n", "typed")
    assert [(kind, block) for kind, _, block in found] == [("call", ONE), ("event", f"{TWO}\n# below\n")]
    assert [table for _, table, _ in found] == [tomli.loads(ONE)["call"][0], {"title": "U"}]


def test_of_several_of_a_kind_each_has_its_own_table() -> None:
    found = blocks(f"{ONE}{TWO}{ONE.replace('one', 'two')}", "typed")
    assert [(kind, table.get("id")) for kind, table, _ in found] == [
        ("call", "one"),
        ("event", None),
        ("call", "two"),
    ]


@pytest.mark.parametrize("kind", TABLES)
def test_the_template_unfilled_is_an_entry_without_anything(kind: str) -> None:
    ((found, table, block),) = blocks(TEMPLATE.format(kind=kind), "typed")
    assert (found, table) == (kind, {})
    assert "\nid" not in block
    assert f"# [[{kind}.stage]]" in block


def test_what_is_filled_stays_and_what_is_empty_by_intent_too() -> None:
    ((_, table, _),) = blocks('[[call]]\nid = ""\ntitle = "T"\nnote = ""\n', "typed")
    assert table == {"title": "T", "note": ""}


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "[defaults]\nzone = 'AoE'\n", "[call]\nid = 'a'\n", "x = 1\n"]
)
def test_what_is_no_entry_is_passed_over(text: str) -> None:
    assert blocks(text, "typed") == []


def test_lines_of_windows_are_made_plain() -> None:
    ((_, _, block),) = blocks(TWO.replace("\n", "\r\n"), "typed")
    assert block == TWO


def test_what_is_not_toml_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        blocks("[[call]]\ntitle = T\n", "typed")
    assert (refused.value.problem.code, refused.value.problem.place.line) == ("broken-toml", 2)
