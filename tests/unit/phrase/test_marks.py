"""What the marks of a text say, in words: signs, abbreviations with their points, numbers of journals."""

import pytest

from clustercalls.phrase.marks import spelt_out


@pytest.mark.parametrize(
    ("folded", "spelt"),
    [
        ("• 4 april 2027", "4 april 2027"),
        ("4 april 2027 *", "4 april 2027"),
        ("4&nbsp;april", "4 april"),
        ("4 april; 17:00", "4 april, 17:00"),
        ("17:00 rome-time", "17:00 rome time"),
        ("g.u. 20/4/2026", "gazzetta ufficiale 20/4/2026"),
        ("2027 23.59.59", "2027 23:59:59"),
        ("23.59.59", "23.59.59"),
    ],
)
def test_marks_in_words(folded: str, spelt: str) -> None:
    assert spelt_out(folded) == spelt


@pytest.mark.parametrize(
    ("twice", "once"),
    [
        ("17:00 (5 pm)", "17:00"),
        ("9:30 (9:30 a.m.)", "9:30"),
        ("12:00 (12 pm)", "12:00"),
        ("17:00 cet / 16:00 gmt", "17:00 cet"),
        ("23:59 (cest) / 00:59 (eest)", "23:59 (cest)"),
    ],
)
def test_an_hour_said_twice_is_one_where_both_are_the_same(twice: str, once: str) -> None:
    assert spelt_out(twice) == once


@pytest.mark.parametrize(
    "folded", ["17:00 (6 pm)", "5:00 (5 pm)", "17:00 cet / 17:00 gmt", "17:00 cet / 16:30 gmt"]
)
def test_two_hours_stay_two(folded: str) -> None:
    assert spelt_out(folded) == folded
