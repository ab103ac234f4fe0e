"""The order of what two sides have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.merging.order import in_order


@pytest.mark.parametrize(("base", "ours", "theirs", "wanted"), [
    ("abc", "abc", "abc", "abc"),
    ("abc", "abcx", "abcy", "abcxy"),  # both at the end: ours, then theirs
    ("abc", "xabc", "yabc", "xyabc"),
    ("abc", "axbc", "aybc", "axybc"),
    ("abc", "cab", "abc", "cab"),  # moved by one side, whichever
    ("abc", "abc", "cab", "cab"),
    ("abc", "abcx", "cab", "cxab"),
    ("abc", "bac", "cab", "bac"),  # by both: ours
    ("abc", "ac", "abcy", "abcy"),  # what goes is taken out by who decides that
    ("", "ab", "cd", "abcd"),
    ("abc", "", "abcd", "abcd"),
])  # fmt: skip
def test_each_stands_where_who_moved_or_added_it_has_it(
    base: str, ours: str, theirs: str, wanted: str
) -> None:
    assert "".join(each for each in in_order(base, ours, theirs)) == wanted


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(KEYS, KEYS, KEYS)
def test_every_key_of_either_side_is_there_once(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found = in_order(base, ours, theirs)
    assert sorted(found) == sorted({*ours, *theirs})


@given(KEYS, KEYS)
def test_who_changed_nothing_has_no_say(base: list[str], side: list[str]) -> None:
    for found in (in_order(base, side, base), in_order(base, base, side)):
        assert [each for each in found if each in side] == side
