"""What the words of one date say, each by its part, and what they cannot mean."""

import pytest

from clustercalls.phrase.grammar import Match, phrases
from clustercalls.phrase.points import Impossible, Point, point


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
    ("4 April 2017 at 12", Point("2017", 4, 4, hour="T12:00")),
    ("4 April 2017, 3:15 in the afternoon", Point("2017", 4, 4, hour="T15:15")),
    ("4 April 2017 alle 17", Point("2017", 4, 4, hour="T17:00")),
    ("4 April 2017 at noon", Point("2017", 4, 4, hour="T12:00")),
    ("4 April 2017, 12:00 midday", Point("2017", 4, 4, hour="T12:00")),
    ("midnight, 4 April 2017", Point("2017", 4, 4, hour="T24:00")),
    ("4 April 2017 24:00:00", Point("2017", 4, 4, hour="T24:00")),
    ("4 April 2017 12 midnight", Point("2017", 4, 4, hour="T24:00")),
    ("4 April 2017 - 17:00 CET", Point("2017", 4, 4, hour="T17:00", zone="CET")),
    ("4 April 2017 (Tue)", Point("2017", 4, 4, weekday=1)),
    ("12 mar", Point("", 3, 12)),  # not the Tuesday
    ("mid-April 2017", Point("2017", 4, third=2)),
    ("second half of April 2017", Point("2017", 4, half=2)),
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
    ("seconda quindicina 2017", "a year has four quarters and two halves"),
    ("third half of April 2017", "a month has two halves"),
    ("erstes Halbjahr April 2017", "a month has two halves"),
    ("second quarter of April 2017", "a month has two halves"),
    ("day 12 2017", "days of a year are not numbered"),
    ("anni 2015", "a decade is named by its first year"),
    ("4 April 2017 at 9", "its hour could be of the morning or the afternoon: write 09:00 or 21:00"),
    ("4 April 2017 13 pm", "am and pm go with the hours 1 to 11; write 00:00 or 12:00"),
    ("4 April 2017 12 am", "noon or midnight: write 12:00, or 24:00 for the end of the day"),
    ("4 April 2017 11 noon", "its hour is not the one it names"),
    ("4 April 2017 12:30 midnight", "its hour is not the one it names"),
    ("end of 2017", "early, mid and late are of a month: write the days, as in 2017-03-21/2017-03-31"),
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


# by the hour typed, 0 to 23, the one meant; `x` is refused
PARTS_OF_DAY = [
    ("in the morning", "0 1 2 3 4 5 6 7 8 9 10 11 x x x x x x x x x x x x"),
    ("del pomeriggio", "12 13 14 15 16 17 18 19 20 x x x 12 13 14 15 16 17 18 19 20 x x x"),
    ("abends", "x x x x 16 17 18 19 20 21 22 23 x x x x 16 17 18 19 20 21 22 23"),
    ("de la noche", "0 1 2 3 4 x x 19 20 21 22 23 x x x x x x x 19 20 21 22 23"),
]


@pytest.mark.parametrize(("part", "meant"), PARTS_OF_DAY)
def test_a_part_of_the_day_tells_which_hour_is_meant(part: str, meant: str) -> None:
    found = []
    for hour in range(24):
        try:
            found.append(f"{int(point(only(f'4 April 2017, {hour}:30 {part}')).hour[1:3])}")
        except Impossible:
            found.append("x")
    assert " ".join(found) == meant
