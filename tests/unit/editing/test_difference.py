"""The difference of two texts: that of the whole texts, found in what changed."""

import re
from difflib import unified_diff

from hypothesis import given, settings
from hypothesis import strategies as st

from clustercalls.editing.difference import difference

# Each line once, so that there is one way to match them; and lines that come again.
ONCE = st.lists(st.integers(0, 190).map("line {}\n".format), unique=True, max_size=190)
AGAIN = st.lists(st.sampled_from(["\n", "a\n", "b\r\n", "@@ -1 +1 @@\n", "-c\n", "è\n"]), max_size=30)


def whole(old: str, new: str) -> str:
    """As it is found by comparing everything."""
    left, right = (re.findall(r"[^\n]*\n|[^\n]+", each) for each in (old, new))
    lines = unified_diff(left, right, "f", "f")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


@st.composite
def edited(draw: st.DrawFn, lines: st.SearchStrategy[list[str]]) -> tuple[str, str]:
    before = draw(lines)
    first, last = sorted((draw(st.integers(0, len(before))), draw(st.integers(0, len(before)))))
    fresh = draw(st.lists(st.sampled_from(["new\n", "newer\n", "\n"]), unique=True, max_size=3))
    old, new = "".join(before), "".join([*before[:first], *fresh, *before[last:]])
    cut = draw(st.booleans())
    return (old.removesuffix("\n"), new.removesuffix("\n")) if cut else (old, new)


@settings(max_examples=300, deadline=None)
@given(edited(ONCE))
def test_it_is_that_of_the_whole_texts(texts: tuple[str, str]) -> None:
    assert difference("f", *texts) == whole(*texts)


@settings(max_examples=200, deadline=None)
@given(edited(AGAIN), st.integers(0, 90), st.integers(0, 90))
def test_it_leads_from_one_text_to_the_other(texts: tuple[str, str], above: int, below: int) -> None:
    head, tail = ("".join(f"{name} {n}\n" for n in range(count)) for name, count in ((0, above), (1, below)))
    old, new = (head + each.removesuffix("\n") + "\n" + tail for each in texts)
    found = difference("f", old, new)
    assert applied(found, old) == new


def applied(diff: str, text: str) -> str:
    """The text after a patch, by the numbers and lines in it."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    result: list[str] = []
    position = 0
    for hunk in re.split(r"^(?=@@ -\d)", diff, flags=re.MULTILINE)[1:]:
        head, *body = re.findall(r"[^\n]*\n", hunk)
        match = re.match(r"@@ -(\d+)(?:,(\d+))? ", head)
        assert match
        start = int(match[1]) - (match[2] != "0")
        result += lines[position:start]
        position = start
        for line in body:
            if line[0] in " -":
                assert lines[position] == line[1:]
                position += 1
            if line[0] in " +":
                result.append(line[1:])
    return "".join(result + lines[position:])


def test_the_name_of_a_file_is_no_line_of_it() -> None:
    shown = difference("a\n+forged\x1b[31m\u202e.toml", "a\n", "b\n")
    assert shown.startswith("--- a +forged\\x1b[31m\\u202e.toml\n+++ a +forged")
    assert shown.count("\n") == 5
