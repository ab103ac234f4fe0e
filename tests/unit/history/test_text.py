"""A date with its hour as one text, and back."""

from typing import Any

import pytest

from builders import at, entry, moved, stage
from clustercalls.edtf import FuzzyDate
from clustercalls.history import compare, text
from clustercalls.history import rows as history
from clustercalls.model import Moved, Stage

NOW = at("2017-03-01T12:00")


def first(when: str = "2017-04-04", **rest: Any) -> Stage:  # noqa: ANN401 - any field of a stage
    return stage(when, name="first", **rest)


TOLD = [
    ("2017-04-04", "2017-04-04"), ("2017-04-04T17:00:00", "2017-04-04T17:00"),
    ("2017-04-04 17:00:30", "2017-04-04T17:00:30"),
    ("2017-04-05T03:00:00Z", "2017-04-04T15:00"),  # on the clock of the stage
    ("2017-02/2017-03", "2017-02/2017-03"), ("2017-04-04?", "2017-04-04?"),
    ("2017-04-04T09:00/2017-04-05T18:00", "2017-04-04T09:00 .. 2017-04-05T18:00"),
    ("2017-04-04T09:00/2017-04-05", "2017-04-04T09:00 .. 2017-04-05"), ("", "-"),
]  # fmt: skip


@pytest.mark.parametrize(("was", "said"), TOLD)
def test_a_row_tells_a_date_with_its_hours(was: str, said: str) -> None:
    row = Moved("first", FuzzyDate(None, None, was) if was else None)
    it = entry(first(zone="AoE"), history=(row, moved("first", "2017-04-01"), moved("gone", "2017")))
    assert text.dated(history.before(it, row)) == said
    assert text.dated(compare.milestone_of(said, it, "first")) == said
    told = [(each.was, each.now) for each in compare.from_history(it, None, NOW.today())]
    assert told == [(said, "2017-04-01"), ("2017-04-01", "2017-04-04"), ("2017", None)]


def test_the_hour_of_a_doubtful_date_is_left_out_as_in_history() -> None:
    it = first("2017-02/2017-03", at="17:00")
    assert text.dated(history.milestone(entry(it), it)) == "2017-02/2017-03"


def test_the_hour_of_a_marked_day_goes_with_its_marks() -> None:
    it = first("2017-04-04?", at="17:00")
    told = text.dated(history.milestone(entry(it), it))
    assert told == "2017-04-04?T17:00"
    assert text.dated(compare.milestone_of(told, entry(it), "first")) == told
    # and is lost where a row of history keeps either: a marked day is none to count an hour from
    assert str(text.kept(history.milestone(entry(it), it), with_offset=False)) == "2017-04-04?"


def test_what_another_version_remembered_is_no_date() -> None:
    assert text.dated(compare.milestone_of("soon", None, "first")) == "-"


@pytest.mark.parametrize(
    ("was", "zone", "said"),
    [
        ("2027-01-07T17:00:00", "Europe/Brussels", "2027-01-07T17:00:00+01:00"),
        ("2027-07-07T17:00:00", "AoE", "2027-07-07T17:00:00-12:00"),
        ("2027-07-07T17:00:00/2027-12-01T09:30:00", "Europe/Rome",
         "2027-07-07T17:00:00+02:00/2027-12-01T09:30:00+01:00"),
        ("2027-07-07T17:00:00/2027-12-01", "Europe/Rome", "2027-07-07T17:00:00+02:00/2027-12-01"),
        *((each, "Europe/Rome", each) for each in ("2027-07-07T17:00:00Z", "2027-07-07", "2027-07/2027-09")),
    ],
)  # fmt: skip
def test_an_hour_keeps_its_clock_where_the_zone_will_be_another(was: str, zone: str, said: str) -> None:
    assert text.on_its_clock(was, zone) == said
