"""A registry file cut into blocks."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.merging.cut import NotCut, cut

HEAD = '# Ours\nschema = 1\n# of schema\n\n[defaults]\nzone = "Europe/Rome"\n'
A = '\n# about a\n[[call]]\nid = "a"\ntags = [\n  "x",\n]\n\n[[call.stage]]\nid = "s"\n# of s\n'
B = '\n[[event]]\nid = "b"\n'


@pytest.mark.parametrize(
    "inside", ["", 'note = """\n[[call]]\n# no\n"""\n', "note = '''\n[x]'''\n", "x-m = [\n[1],\n]\n"]
)
def test_the_blocks_are_the_file_with_their_comments(inside: str) -> None:
    text = f"{HEAD}{A.replace('tags', f'{inside}tags')}{B}\n# the end\n"
    found = cut(text, "")
    assert list(found.blocks) == [("", "", 0), ("defaults", "", 0), ("entry", "a", 0), ("entry", "b", 0)]
    assert "".join(each.text for each in found.blocks.values()) + found.tail == text
    block = found.blocks["entry", "a", 0]
    assert (block.text[:11], block.text[-6:], block.table["stage"]) == (
        "\n# about a\n",
        "of s\n"[-6:].rjust(6),
        [{"id": "s"}],
    ) or (block.text.startswith("\n# about a\n") and block.text.endswith("# of s\n"))
    assert found.tail == "\n# the end\n"


def test_the_same_id_twice_is_two_blocks() -> None:
    text = B * 2 + B.replace("event", "call") + B.replace('id = "b"', "")
    assert list(cut(text, "").blocks)[1:] == [
        ("entry", "b", 0),
        ("entry", "b", 1),
        ("entry", "b", 2),
        ("entry", "", 0),
    ]


@pytest.mark.parametrize("text", ["", "\n", "# only\n", "schema = 1", "call = 1\n"])
def test_a_file_without_tables_is_its_first_block(text: str) -> None:
    found = cut(text, "")
    assert "".join(each.text for each in found.blocks.values()) + found.tail == text


@pytest.mark.parametrize("text", [
    'call = [{ id = "a" }]\n', f'{A}{B}[[call.stage]]\nid = "t"\n', "[x.a]\n[y]\n[x.b]\n",
])  # fmt: skip
def test_an_entry_without_a_block_of_its_own_is_not_cut(text: str) -> None:
    with pytest.raises(NotCut):
        cut(text, "")


@pytest.mark.parametrize("text", ["x-a.b = 1\n[x-a]\nc = 2\n", "[x-a]\n[[x-a]]\n", "call = 1\n[[call]]\n"])
def test_what_is_said_in_two_ways_is_no_toml(text: str) -> None:
    with pytest.raises(InputRefused):
        cut(text, "")


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    with pytest.raises(InputRefused) as refused:
        cut("a = 1\nb = \n", "")
    assert refused.value.problem.place.line == 2
