"""What stands on every page and is none of its text."""

import pytest

from clustercalls.sources.documents.furniture import edges, repeated_blocks

BODY = ["one", "two", "three"]


@pytest.mark.parametrize(
    ("pages", "taken"),
    [
        ([["Head", "a", "page 1"], ["Head", "b", "page 2"]], [{0, 2}, {0, 2}]),
        ([["Head", "a"], ["Head", "b"], ["x", "c"]], [{0}, {0}, set()]),
        ([["Head", "a"]], [set()]),
        ([], []),
        ([["7 of 9", "a"], ["8 of 9", "b"]], [{0}, {0}]),
        ([["a", "Deadline: 31 May 2027"], ["b", "Deadline: 30 June 2028"]], [set(), set()]),
        ([["a", "Deadline 4 May 2027"], ["b", "Deadline 4 May 2029"]], [set(), set()]),
        ([["", "a"], ["", "b"]], [set(), set()]),
        ([["Head", *BODY * 5], ["Head", *BODY * 9]], [{0}, {0}]),
        ([["One", "For whom", "x"], ["Two", "For whom", "y"]], [set(), set()]),
        ([["a 1", "x"], ["a 3", "y"], ["a 9", "z"]], [set(), set(), set()]),
    ],
)
def test_heads_and_feet_of_pages(pages: list[list[str]], taken: list[set[int]]) -> None:
    found = edges(pages)
    if pages and pages[0][:1] == ["Head"] and len(pages[0]) > 9:
        assert [0 in page for page in found] == [True, True]
        assert all(
            at < 6 or at >= len(page) - 6 for page, places in zip(pages, found, strict=True) for at in places
        )
    else:
        assert found == taken


def test_a_title_stands_elsewhere_than_the_head_that_repeats_it() -> None:
    pages = [["Report", "a", "b"], ["Report", "c"], ["Report", "d"]]
    assert edges(pages, [[200, 180, 160], [280, 200], [280, 200]]) == [set(), {0}, {0}]


FOOT = ["www.regione.it", "", "Rue du Trône 62"]


def test_a_block_that_comes_again_and_again() -> None:
    lines = ["a", *FOOT, "b", *FOOT, "c", *FOOT]
    assert [lines[at] for at in sorted(repeated_blocks(lines))] == ["www.regione.it", "Rue du Trône 62"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ["a", *FOOT, "b", *FOOT],  # twice is no foot
        ["For SMEs", "5 million euro", "x", "For SMEs", "5 million euro", "y", "For SMEs", "5 million euro"],
        ["see www.a.org", "x", "see www.a.org", "y", "see www.a.org", "z"],
    ],
)
def test_what_says_something_is_none(lines: list[str]) -> None:
    assert repeated_blocks(lines) == set()
