"""Which words are an hour, and which two hours of one day."""

import pytest

from clustercalls.phrase.clocks import beside_day, kinds_of, spans
from clustercalls.phrase.vocabulary import Word, words


def said(text: str) -> list[Word]:
    """Its words, each in its first meaning that is one."""
    telling = [[word for word in each if word.kind] for each in words(text)]
    return [each[0] for each in telling if each]


FOUND = [
    ("4 April 10:00-16:00", ("nm", "n:n", "n:n")),
    ("10:00-16:00 4 April", ("nm", "n:n", "n:n")),
    ("4 April from 10:00 to 16:00", ("nm", "n:n", "n:n")),
    ("4 April 9 pm - 10:30 pm", ("nm", "np", "n:np")),
    ("4 aprile dalle 10:00 alle 16:00", ("nm", "cn:n", "cn:n")),
]


@pytest.mark.parametrize(("text", "kinds"), FOUND)
def test_two_hours_stand_behind_or_before_one_date(text: str, kinds: tuple[str, str, str]) -> None:
    assert kinds in [tuple(map(kinds_of, each)) for each in spans(said(text))]


@pytest.mark.parametrize("text", ["4 April 10:00", "4 April", "4 April 10-16", "4 April 10:00 and 16:00"])
def test_one_hour_and_bare_numbers_are_no_two_hours(text: str) -> None:
    assert list(spans(said(text))) == []


def test_a_word_for_the_hour_serves_for_both() -> None:
    uhr = Word("k", 0)
    number = [Word("n", each, str(each)) for each in (4, 10, 16)]
    day = [number[0], Word("m", 4)]
    found = list(spans([*day, number[1], Word("-", 0), number[2], uhr]))
    assert found == [(day, [number[1], uhr], [number[2], uhr])]
    ore = Word("K", 0)
    found = list(spans([*day, ore, number[1], Word("-", 0), number[2]]))
    assert found == [(day, [ore, number[1]], [ore, number[2]])]


DOT = [("d-M-y", "17.30", True), ("dmy", "9.45", False), ("i", "12.10", True), ("fy", "0.30", False)]
NO_HOUR = [
    ("my", "17.30", True),  # no day
    ("dm", "17.30", True),  # no year
    ("dmy", "12.10", False),  # a day and its month
    ("dmy", "9.10", True),
    ("dmy", "24.00", True),
    ("dmy", "17.5", True),
]


@pytest.mark.parametrize(("day", "hour", "behind"), [*DOT, *NO_HOUR])
def test_an_hour_with_a_dot_stands_beside_a_whole_day(day: str, hour: str, behind: bool) -> None:
    expected = "hm" if (day, hour, behind) in DOT else None
    assert beside_day(day, said(hour), behind) == expected
