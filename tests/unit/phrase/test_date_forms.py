"""Which words make one date: the kinds of its words, and the part of each."""

import pytest

from clustercalls.phrase.date_forms import ITS_TAIL, ONE_DATE, in_one_order


def test_each_word_of_a_form_has_its_part() -> None:
    for kinds, readings in (ONE_DATE | ITS_TAIL).items():
        assert all(len(parts) == len(kinds) for parts in readings.split())


@pytest.mark.parametrize(
    ("first", "last", "same"),
    [
        ("d/M/y", "d/M/y", True),
        ("d/M/y", "M/d/y", False),
        ("M/d", "wd/M", False),
        ("d/M", "dmy", True),
        ("my", "M/d", True),
    ],
)
def test_day_and_month_stand_in_one_order(first: str, last: str, same: bool) -> None:
    assert in_one_order(first, last) is same
    assert in_one_order(last, first) is same
