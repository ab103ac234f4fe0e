"""Where a text is parted into two dates, and what joins them."""

import pytest

from clustercalls.phrase.clocks import kinds_of
from clustercalls.phrase.joints import LISTED, cuts, each_with_its_weekday
from clustercalls.phrase.vocabulary import Word, words


def said(text: str) -> list[Word]:
    """Its words, each in its last meaning that is one."""
    telling = [[word for word in each if word.kind] for each in words(text)]
    return [each[-1] for each in telling if each]


def parted(text: str, lead: str = "", joints: str = "-TUA|") -> list[tuple[str, str, str]]:
    """Both dates of every pair, by the letters of their words, with what joins them between."""
    return [(kinds_of(left), joint, kinds_of(right)) for left, joint, right in cuts(said(text), lead, joints)]


@pytest.mark.parametrize(("text", "pairs"), [
    ("4 until 6 May", [("n", "U", "nm")]),
    ("April/May 2027", [("m", "|", "my")]),
    ("Q3/Q4 2027", [("s", "|", "sy")]),
    ("end of April/early May", [("Vm", "|", "Vm")]),
    ("4/5 May", [("n", "A", "nm")]),
    ("4, 5 and 6 May", [("n", LISTED, "nm")]),
    ("4, 6 and 7 May", [("nn", "A", "nm")]),
    ("4/5/2027", []),
    ("12 April/May 2027", []),
    ("April", []),
])  # fmt: skip
def test_two_dates_are_parted_by_what_stands_between(text: str, pairs: list[tuple[str, str, str]]) -> None:
    assert parted(text) == pairs


def test_a_leading_word_says_what_may_join() -> None:
    three, seven, may = Word("n", 3, "3"), Word("n", 7, "7"), Word("m", 5)
    polish = [three, Word("T", 1), seven, may]  # "między 3 a 7 maja"
    assert list(cuts(polish, "E", "A")) == [([three], "A", [seven, may])]
    assert parted("3 to 7 May", lead="E", joints="A") == []
    assert parted("April/May", lead="F", joints="-TU") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Thu-Fri 3-4 June 2027", "wn-wnmy"),
        ("Thu/Fri 3/4 June 2027", "wnAwnmy"),
        ("Mon and Tue 31 May and 1 June", "wnmAwnm"),
        ("Thu 3 - Fri 4 June", "wn-wnm"),
        ("Thu-Fri June 2027", "w-wmy"),
        ("3-4 June", "n-nm"),
    ],
)
def test_each_of_two_weekdays_stands_before_its_day(text: str, kinds: str) -> None:
    assert kinds_of(each_with_its_weekday(said(text))) == kinds
