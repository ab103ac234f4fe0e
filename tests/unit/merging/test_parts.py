"""What two sides make of a section or an assignment."""

import pytest

from clustercalls.merging.chunks import Chunk, Contested
from clustercalls.merging.parts import kept, node, section
from clustercalls.merging.tree import Node

BASE, OURS, THEIRS = 'title = "a"\n', 'title = "b"\n', 'title = "c"\n'


def line(text: str, value: object, above: str = "") -> Node:
    return Node((text.split(" ", maxsplit=1)[0],), above, text, value)


def said(chunks: list[Chunk]) -> list[Chunk]:
    return [each for each in chunks if each]


def test_an_assignment_is_as_who_changed_it_has_it() -> None:
    base, ours, theirs = line(BASE, "a"), line(OURS, "b"), line(THEIRS, "c")
    assert said(node((base, ours, base), "\n")) == [OURS]
    assert said(node((base, base, theirs), "\n")) == [THEIRS]
    assert said(node((base, ours, theirs), "\n")) == [Contested(OURS, THEIRS)]
    assert said(node((base, None, base), "\n")) == []
    assert said(node((base, None, theirs), "\n")) == [Contested("", THEIRS)]
    assert said(node((base, ours, None), "\n")) == [Contested(OURS, "")]
    assert said(node((None, None, theirs), "\n")) == [THEIRS]
    assert said(node((base, None, None), "\n")) == []


@pytest.mark.parametrize(("base", "ours", "theirs", "wanted"), [
    (BASE, "title='a'\n", OURS, 'title = "b"\n'),  # reformatted there, changed here
    (BASE, BASE, 'title = "a" # c\n', 'title = "a" # c\n'),
    (BASE, 'title = "b"\n', 'title = "a" # c\n', '# c\ntitle = "b"\n'),
    (BASE, 'title = "a" # o\n', 'title = "a" # t\n', '# t\ntitle = "a" # o\n'),
])  # fmt: skip
def test_a_comment_behind_it_is_kept(base: str, ours: str, theirs: str, wanted: str) -> None:
    value = {BASE: "a", OURS: "b"}.get
    nodes = line(base, "a"), line(ours, value(ours, "a")), line(theirs, value(theirs, "a"))
    assert "".join(map(str, node(nodes, "\n"))) == wanted


def test_a_list_of_both_is_written_as_ours_writes_it() -> None:
    base, ours = line("tags = ['a']\n", ["a"]), line("tags = [\n  'a', # A\n  'b',\n]\n", ["a", "b"])
    found = "".join(map(str, node((base, ours, line("tags = ['a', 'c']\n", ["a", "c"])), "\n")))
    assert found == "tags = [\n  'a', # A\n  'b',\n  \"c\",\n]\n"


def test_a_table_on_one_line_keeps_what_is_not_contested() -> None:
    base = line("s = { a = 1, b = 2 }\n", {"a": 1, "b": 2})
    ours, theirs = (
        line("s = { a = 3, b = 5 }\n", {"a": 3, "b": 5}),
        line("s = { a = 4, b = 2 }\n", {"a": 4, "b": 2}),
    )
    assert said(node((base, ours, theirs), "\n")) == [
        Contested("s = { a = 3, b = 5 }\n", "s = { a = 4, b = 5 }\n")
    ]


def test_a_section_is_joined_by_its_assignments() -> None:
    head, a, b, c = (
        "[[call.stage]]\n",
        line("id = 'a'\n", "a"),
        line("at = '1'\n", "1"),
        line("at = '2'\n", "2"),
    )
    base, ours, theirs = (
        Node(("stage", "a", "0"), "\n", head, {each.key[0]: each.value for each in inner}, inner)
        for inner in ((a, b), (b, a), (a, c))
    )
    assert "".join(map(str, section((base, ours, theirs), "\n"))) == f"\n{head}at = '2'\nid = 'a'\n"


def test_what_goes_leaves_the_comments_that_were_written_meanwhile() -> None:
    assert kept("a = 1 # old\n", "a = 1 # old\n# new\n", "\r\n") == "# new\r\n"
    assert kept("", "a = 1 # new\n", "\n", gap_above=True) == "\n# new\n"
    assert kept("# a\n", "# a\n", "\n", gap_above=True) == ""
