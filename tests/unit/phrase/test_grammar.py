"""Every way to see the words of a text as a date, and the part that each word plays in it."""

import pytest

from clustercalls.phrase.grammar import Impossible, Match, Point, phrases, point
from clustercalls.phrase.vocabulary import NotUnderstood


def seen(text: str) -> list[str]:
    """Every phrase as its form, mark, whether it is past, and its dates: `{} ? dmy`, with hours `dmy@h:m`."""
    found = []
    for phrase in phrases(text):
        dates = (f"{each.parts}@{each.clock}".rstrip("@") for each in phrase.dates)
        found.append(" ".join(filter(None, (phrase.form, phrase.mark, phrase.past * "past", *dates))))
    return found


PHRASES: list[tuple[str, list[str]]] = [
    ("4 April 2017", ["{} dmy"]),
    ("4/5/2017", ["{} d/M/y", "{} M/d/y"]),  # day first or month first: both
    ("4.5.2017", ["{} dMy"]),
    ("Tue 4 April 2017", ["{} wdmy"]),
    ("spring 2027", ["{} my"]),
    ("in 3 days", ["{} .nv"]),
    # hours, before and behind
    ("4 April 2017 17:00", ["{} dmy@h:m"]),
    ("17:00 4 April 2017", ["{} dmy@h:m"]),
    ("4 April 2017 at 5 pm", ["{} dmy@.hp"]),
    # two dates; one may have but a day
    ("feb-mar 2017", ["{}/{} m my", "{}/{} m wy"]),
    ("1-2 December 2016", ["{}/{} d dmy"]),
    ("March 1-2, 2017", ["{}/{} mD dy"]),
    ("between February and April 2017", ["{}/{} m my"]),
    # one end open
    ("from April 2017", ["{}/.. my"]),
    ("since April 2017", ["{}/.. past my"]),
    ("since April 2017 to May 2017", ["{}/{} past my my"]),
    ("until April 2017", ["../{} my"]),
    ("by 4 April 2017", ["../{} dmy"]),
    # doubt, said first, last or by a mark
    ("about 4 April 2017", ["{} ~ dmy"]),
    ("4 April 2017 circa", ["{} ~ dmy"]),
    ("4 April 2017?", ["{} ? dmy"]),
    ("about 4 April 2017?", ["{} % dmy"]),
    ("from about April 2017", ["{}/.. ~ my"]),
    # no dates at all
    ("", []),
    ("?", []),
    ("April April", []),
    ("from", []),
    ("by 4 April 2017 to 5 April 2017", []),
    ("4 about April 2017", []),
]


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_text_is_seen_in_every_way_that_the_tables_know(text: str, found: list[str]) -> None:
    assert seen(text) == found


@pytest.mark.parametrize("text", ["april " * 14, "mar " * 7])
def test_a_text_of_too_many_words_or_meanings_is_not_begun(text: str) -> None:
    with pytest.raises(NotUnderstood, match="too many words"):
        list(phrases(text))


def only(text: str) -> Match:
    """The first date of the first phrase of a text."""
    return next(phrases(text)).dates[0]


POINTS = [
    ("4 April 2017", Point("2017", 4, 4)),
    ("4 April", Point("", 4, 4)),
    ("April 17", Point("", 4, 17, maybe_year=True)),
    ("April 7", Point("", 4, 7)),
    ("Q2 2017", Point("2017", 34)),
    ("second half of 2017", Point("2017", 41)),
    ("winter 2016/17", Point("2016", 24)),
    ("winter 2009-2010", Point("2009", 24)),
    ("anni 2010", Point("201X")),
    ("week 12 2017", Point("2017", week=12)),
    ("in 2 weeks", Point(ahead=14)),
    ("yesterday", Point(ahead=-1)),
    ("Friday", Point(weekday=4)),
    ("4 April 2017 09:05:07", Point("2017", 4, 4, hour="T09:05:07")),
    ("4 April 2017 5 pm", Point("2017", 4, 4, hour="T17:00")),
    ("4 April 2017 5:30 am", Point("2017", 4, 4, hour="T05:30")),
    ("4 April 2017 alle 17", Point("2017", 4, 4, hour="T17:00")),
]


@pytest.mark.parametrize(("text", "said"), POINTS)
def test_each_word_says_its_part(text: str, said: Point) -> None:
    assert point(only(text)) == said


IMPOSSIBLE = [
    ("0 April 2017", "no day, month or week has the number 0"),
    ("4/13/2017", "there is no such month"),
    ("4 April 17", "write the year with four digits"),
    ("winter 2016/18", "only a winter has two years, one after the other"),
    ("spring 2016/17", "only a winter has two years, one after the other"),
    ("third half of 2017", "a year has four quarters and two halves"),
    ("day 12 2017", "days of a year are not numbered"),
    ("anni 2015", "a decade is named by its first year"),
    ("4 April 2017 at 9", "its hour could be of the morning or the afternoon: write 09:00 or 21:00"),
    ("4 April 2017 13 pm", "am and pm go with the hours 1 to 11; write 00:00 or 12:00"),
    ("4 April 2017 12 am", "am and pm go with the hours 1 to 11; write 00:00 or 12:00"),
    ("4 April 2017 17:5", "an hour is written as in 17:00"),
    ("4th/5th/2017", "months and days are counted in plain numbers"),
]


@pytest.mark.parametrize(("text", "reason"), IMPOSSIBLE)
def test_a_reading_that_cannot_be_meant_says_why(text: str, reason: str) -> None:
    with pytest.raises(Impossible) as refused:
        point(only(text))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("said", "text", "relative"),
    [
        (Point("2017", 4, 4, hour="T17:00"), "2017-04-04", False),
        (Point("2017", 21), "2017-21", False),
        (Point("", 4), "-04", False),
        (Point(weekday=4), "", True),
        (Point(ahead=0), "", True),
    ],
)
def test_a_point_is_told_in_edtf_as_far_as_it_is_said(said: Point, text: str, relative: bool) -> None:
    assert (said.text, said.is_relative) == (text, relative)
