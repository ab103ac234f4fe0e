"""A block taken apart, and three blocks written alike."""

import pytest

from clustercalls.merging.cut import cut
from clustercalls.merging.tree import Tree, Trees, alike, ended, tree

HEAD = '# above\n[[call]] # head\nid = "a"\n'


def of(text: str, kind: str = "call") -> Tree:
    return tree(list(cut(text, "").blocks.values())[-1], kind, {})


def written(one: Tree) -> str:
    return one.main.text + "".join(each.text for each in one.sections)


@pytest.mark.parametrize("below", [
    "", "# under\n", 'note = """\n# no\n[x]"""\n', "\n# of s\n[[call.stage]]\nid = 's'\n# after s\n",
    "source.title = 't'\n[call.contact]\nname = 'n'\n[[call.stage]]\n[call.stage.after]\nstage = 's'\n",
])  # fmt: skip
def test_the_parts_are_the_block(below: str) -> None:
    assert written(of(HEAD + below)) == HEAD + below


def test_each_part_knows_what_it_says() -> None:
    one = of(HEAD + "source.title = 't'\n[[call.stage]]\nid = 's'\n[[call.stage]]\nkind = 'deadline'\n")
    assert [(each.key, each.value) for each in one.main.inner] == [(("id",), "a"), (("source", "title"), "t")]
    assert [(each.key[0], each.value) for each in one.sections] == [
        ("stage", {"id": "s"}), ("stage", {"kind": "deadline"}),
    ]  # fmt: skip


def test_another_kind_is_in_every_header() -> None:
    said = written(of(f"{HEAD}[[call.stage]]\nid = 'call'\n", "event"))
    assert said == f"{HEAD}[[call.stage]]\nid = 'call'\n".replace("[[call", "[[event")


INLINE, DOTTED, TABLE = (
    'source = { title = "T" } # c\n', 'source.title = "T"\n', '[call.source]\ntitle = "T"\n',
)  # fmt: skip


@pytest.mark.parametrize("other", [DOTTED, TABLE])
def test_who_wrote_it_anew_gives_the_form(other: str) -> None:
    base, ours, theirs = of(HEAD + INLINE), of(HEAD + other), of(HEAD + INLINE.replace("T", "U"))
    for trees in (alike(Trees(base, ours, base), "\n", "call"), alike(Trees(base, base, ours), "\n", "call")):
        assert {written(each) for each in trees} == {HEAD + other}
    # What both changed is written plainly.
    trees = alike(Trees(base, of(HEAD + other.replace("T", "V")), theirs), "\n", "call")
    assert [each.main.inner[-1].line for each in trees] == [
        f'source = {{ title = "{letter}" }}\n' for letter in "TVU"
    ]


def test_a_new_comment_is_not_lost_with_its_form() -> None:
    base, theirs = of(HEAD + DOTTED), of(HEAD + INLINE)
    assert "# c\n" in written(alike(Trees(base, of(HEAD), theirs), "\n", "call").theirs)
    assert ended(["# a", "# b"], "\r\n") == "# a\r\n# b\r\n"
