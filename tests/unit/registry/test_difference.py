"""The diff of two texts: what difflib says of lines that occur once, and always one that can be applied."""

import re
from difflib import unified_diff

from hypothesis import example, given
from hypothesis import strategies as st

from clustercalls.registry.difference import difference

LINES = st.lists(
    st.sampled_from(["", "[[call]]", "a = 1", "b = 2", "a = 1\r", "c\u2028d", "-x", "+y", " z"]), max_size=30
)
ENDS = st.sampled_from(["", "\n"])


def lines_of(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def by_difflib(old: str, new: str) -> str:
    lines = unified_diff(lines_of(old), lines_of(new), "f", "f")
    return "".join(
        each if each.endswith("\n") else f"{each}\n\\ No newline at end of file\n" for each in lines
    )


def applied(old: str, diff: str) -> str:
    """What `patch` makes of a text, counting every line of every hunk."""
    have, made, at = lines_of(old), "", 0
    for hunk in re.split(r"^(?=@@)", diff, flags=re.MULTILINE)[1:]:
        header, *lines = lines_of(hunk)
        for number, line in enumerate(lines):
            if line == "\\ No newline at end of file\n":
                lines[number - 1] = lines[number - 1].removesuffix("\n")
        numbers = re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", header)
        assert numbers
        begin, count, new_begin, new_count = (1 if n is None else int(n) for n in numbers.groups())
        begin -= count > 0
        made += "".join(have[at:begin])
        assert len(lines_of(made)) == new_begin - (new_count > 0)
        assert [line[1:] for line in lines if line[0] in " -"] == have[begin : begin + count]
        assert len([line for line in lines if line[0] in " +"]) == new_count
        made += "".join(line[1:] for line in lines if line[0] in " +")
        at = begin + count
    return made + "".join(have[at:])


@given(LINES, ENDS, LINES, ENDS)
@example(["a"] * 9, "", ["a"] * 9, "\n")
def test_it_can_be_applied(old: list[str], old_end: str, new: list[str], new_end: str) -> None:
    before, after = "\n".join(old) + old_end, "\n".join(new) + new_end
    assert applied(before, difference(before, after, "f")) == after


@given(LINES, LINES, LINES, LINES, LINES)
def test_two_changes_of_a_text(a: list[str], b: list[str], c: list[str], d: list[str], e: list[str]) -> None:
    before, after = "\n".join(a + b + c), "\n".join(a + d + c[:15] + e + c[15:])
    assert applied(before, difference(before, after, "f")) == after


@given(st.data())
def test_of_lines_that_occur_once_it_is_that_of_difflib(data: st.DataObject) -> None:
    old = [f"line {number}" for number in range(data.draw(st.integers(0, 60)))]
    new = list(old)
    for number in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(new)))
        new[at : at + data.draw(st.integers(0, 5))] = [
            f"new {number} {n}" for n in range(data.draw(st.integers(0, 3)))
        ]
    before = "\n".join(old) + data.draw(ENDS)
    after = "\n".join(new) + data.draw(ENDS)
    assert difference(before, after, "f") == by_difflib(before, after)


@given(LINES, LINES, LINES, LINES)
def test_it_shows_no_more_than_what_differs(
    above: list[str], old: list[str], new: list[str], below: list[str]
) -> None:
    before, after = ("\n".join(above + each + below) for each in (old, new))
    assert len(changed(difference(before, after, "f"))) <= len(old) + len(new) + 2


def changed(diff: str) -> list[str]:
    return [line for line in diff.splitlines()[2:] if line[0] in "+-"]


def test_a_block_that_is_added_begins_with_its_header() -> None:
    old = "".join(f"[[call]]\nid = {each}\n\n" for each in "ac")
    new = "".join(f"[[call]]\nid = {each}\n\n" for each in "abc")
    assert difference(old, new, "f") == (
        "--- f\n+++ f\n@@ -1,5 +1,8 @@\n [[call]]\n id = a\n+\n+[[call]]\n+id = b\n \n [[call]]\n id = c\n"
    )


def test_the_same_is_nothing() -> None:
    assert difference("a\n", "a\n", "f") == ""


def test_a_text_of_a_million_lines_is_compared_where_it_differs() -> None:
    lines = [f'kind = "deadline"\nid = {number}\n' for number in range(500_000)]
    old, lines[400_000] = "".join(lines), "id = 7\n"
    diff = difference(old, "".join(lines), "f")
    assert diff.splitlines()[2] == "@@ -799998,8 +799998,7 @@"
