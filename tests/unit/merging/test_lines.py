"""Lines that two sides changed in different places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.merging.lines import merged_lines

HEAD = "[[call]]\nid = 1\n\n"
BASE = f"{HEAD}a = 1\nb = 2\nc = 3\n"


@pytest.mark.parametrize(("ours", "theirs", "merged"), [
    (BASE.replace("a = 1", "a = 9"), BASE.replace("c = 3", "c = 9"), f"{HEAD}a = 9\nb = 2\nc = 9\n"),
    (BASE.replace("a = 1", "a = 9"), BASE.replace("b = 2", "b = 9"), f"{HEAD}a = 9\nb = 9\nc = 3\n"),
    (BASE.replace("a = 1", "a = 9"), BASE.replace("b = 2", "new = 0\nb = 2"),
     f"{HEAD}a = 9\nnew = 0\nb = 2\nc = 3\n"),
    (BASE.replace("a = 1\n", ""), BASE.replace("c = 3", "c = 9\nd = 4"), f"{HEAD}b = 2\nc = 9\nd = 4\n"),
    (BASE + "d = 4\n", BASE + "d = 4\n", BASE + "d = 4\n"),
    (BASE + "d = 4\n", BASE + "e = 4\n", None),
    (BASE.replace("a = 1", "a = 8"), BASE.replace("a = 1", "a = 9"), None),
    (BASE.replace("a = 1\n", ""), BASE.replace("a = 1", "a = 9"), None),
    (BASE.replace("a = 1\nb = 2", "b = 2\na = 1"), BASE.replace("c = 3", "c = 9"),
     f"{HEAD}b = 2\na = 1\nc = 9\n"),
    (BASE.replace("a = 1\nb = 2", "b = 2\na = 1"), BASE.replace("a = 1", "a = 9"), None),
])  # fmt: skip
def test_as_whoever_changed_them(ours: str, theirs: str, merged: str | None) -> None:
    assert merged_lines(BASE, ours, theirs) == merged
    assert merged_lines(BASE, theirs, ours) == merged


LINES = st.lists(st.sampled_from(["", "a = 1", "a = 2", "b = 1", "b = 2", "# c", "[[x]]"])).map("\n".join)


@given(LINES, LINES)
def test_what_one_side_changed_is_taken_whole(base: str, ours: str) -> None:
    assert merged_lines(base, ours, base) == merged_lines(base, base, ours) == ours
    assert merged_lines(base, ours, ours) == ours


@given(LINES, LINES, LINES)
def test_it_is_the_same_from_either_side(base: str, ours: str, theirs: str) -> None:
    assert merged_lines(base, ours, theirs) == merged_lines(base, theirs, ours)
