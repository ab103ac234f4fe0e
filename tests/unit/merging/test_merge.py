"""A registry file of two sides joined."""

import pytest

from clustercalls.merging.merge import Merged, NotMerged, merge

BASE = '# Ours\nschema = 1\n\n[defaults]\nzone = "Europe/Rome"\n\n[[call]]\nid = "a"\ntitle = "A"\n'
B, C = '\n[[call]]\nid = "b"\ntitle = "B"\n', '\n[[call]]\nid = "c"\ntitle = "C"\n'


def test_what_both_add_is_there_once_each() -> None:
    assert merge(BASE, BASE + B, BASE + C) == Merged(BASE + B + C, 0)
    assert merge("", BASE, BASE + C) == Merged(BASE + C, 0)
    assert merge(BASE, BASE + B, BASE + B) == Merged(BASE + B, 0)


def test_a_table_that_is_no_entry_is_joined_by_its_keys() -> None:
    ours, theirs = BASE.replace("Rome", "Paris"), BASE.replace('Rome"\n', 'Rome"\ncurrency = "EUR"\n')
    assert merge(BASE, ours, theirs).text == theirs.replace("Rome", "Paris")
    found = merge(BASE, ours, BASE.replace("Rome", "Madrid"))
    assert (found.contested, found.text.count("<<<<<<<")) == (1, 1)


@pytest.mark.parametrize(("ours", "theirs"), [
    ("[x-a]\nb = 1\n", "[[x-a]]\nb = 1\n"), ("x-a.b = 1\n", "[x-a]\nb = 2\n"),
    ("call = 1\n", "[[call]]\nid = 'a'\n"),
])  # fmt: skip
def test_what_cannot_stand_together_is_left_to_git(ours: str, theirs: str) -> None:
    with pytest.raises(NotMerged):
        merge("", ours, theirs)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_mark_are_kept(end: str, mark: str) -> None:
    def written(text: str) -> str:
        return mark + text.replace("\n", end)

    assert merge(*map(written, (BASE, BASE + B, BASE + C))).text == written(BASE + B + C)
    assert merge(BASE, written(BASE + B), BASE + C).text == written(BASE + B + C)
    assert merge(written(BASE), BASE + B, written(BASE + C)).text == BASE + B + C


def test_a_last_line_without_its_end_gets_one_only_where_something_follows() -> None:
    open_ended = BASE.removesuffix("\n")
    assert merge(open_ended, open_ended, open_ended.replace("Rome", "Paris")).text == open_ended.replace(
        "Rome", "Paris"
    )
    assert (
        merge(open_ended, BASE + B, open_ended.replace("Rome", "Paris")).text
        == BASE.replace("Rome", "Paris") + B
    )


@pytest.mark.parametrize("foot", ["\n# the end\n", "# the end\n"])
def test_the_foot_of_the_file_is_there_once(foot: str) -> None:
    above, below = (
        merge(BASE + foot, BASE + foot + B, BASE + foot + C),
        merge(BASE + foot, BASE + B + foot, BASE + C + foot),
    )
    assert above.text == BASE + foot + B + C
    assert below.text == BASE + B + C + foot


def test_what_both_add_at_the_head_keeps_its_distance() -> None:
    a, b, c = BASE[BASE.index("[[call]]") :], B.lstrip(), C.lstrip()
    assert merge(a, f"{b}\n{a}", f"{c}\n{a}").text == f"{b}\n{c}\n{a}"


def test_what_moves_from_the_head_of_the_file_keeps_its_distance() -> None:
    base, a = B.lstrip() + C, '[[call]]\nid = "b"\ntitle = "Bb"\n'
    assert merge(base, C.lstrip() + B, base.replace('"B"', '"Bb"')).text == C.lstrip() + "\n" + a


@pytest.mark.parametrize(("text", "why"), [
    ("[[call", "{side} is not TOML at line {line}"),
    ('call = [{ id = "a" }]', "in {side} an entry is not a block of its own"),
])  # fmt: skip
@pytest.mark.parametrize("side", [0, 1, 2])
def test_what_cannot_be_joined_is_named(text: str, why: str, side: int) -> None:
    texts = [BASE, BASE, BASE]
    texts[side] = text
    with pytest.raises(NotMerged) as refused:
        merge(*texts)
    assert (refused.value.values["reason"], refused.value.values["side"]) == (
        why,
        ("base", "ours", "theirs")[side],
    )
