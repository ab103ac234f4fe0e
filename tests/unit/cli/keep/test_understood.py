"""What a typed date was understood as: its weekday, its hour and zone, and what is doubt."""

import pytest

from builders import entry, stage
from clustercalls.cli.keep.understood import (
    day_said,
    doubt,
    listening,
    notes,
    sentences,
    stages_said,
    when_said,
)
from clustercalls.i18n import ENGLISH
from clustercalls.phrase.roles import Role, Said
from clustercalls.timeline import milestones


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2017-04-04", "it"),
        ("2017-02", "it"),  # a month is doubt by itself
        ("2017-02/2017-03", "one day of it"),
        ("2017-02/..", "it"),
        ("../2017-02", "it"),
    ],
)
def test_a_stretch_of_doubt_cannot_be_taken_for_its_length(text: str, said: str) -> None:
    assert doubt(text, "it", ENGLISH) == said


@pytest.mark.parametrize(
    ("when", "at", "said"),
    [
        ("2017-04-04", "", "Tue 4 Apr 2017"),
        ("2017-04-04", "17:00", "Tue 4 Apr 2017 17:00 Brussels"),
        ("2017-04-01/2017-04-10", "", "one day of 1–10 Apr 2017"),
        ("2017-04", "", "Apr 2017"),
        ("", "", "date not announced"),
    ],
)
def test_when_a_stage_is_has_its_weekday_hour_and_zone(when: str, at: str, said: str) -> None:
    (milestone,) = milestones(entry(stage(when, at=at)))
    assert when_said(milestone, ENGLISH) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016-12-01", "Thu 1 Dec 2016"),
        ("2016-12~", "about Dec 2016"),
        ("2016-12-01?", "1 Dec 2016?"),
        ("2016-11/2016-12", "one day of Nov–Dec 2016"),
    ],
)
def test_the_day_of_a_source(text: str, said: str) -> None:
    assert day_said(text, ENGLISH) == said


def test_the_stages_asked_about_or_all() -> None:
    its = entry(stage("2017-04-04", name="first"), stage("2017-05-05", "opens"))
    assert stages_said(its, ENGLISH, ["opens"]) == ["opening Fri 5 May 2017"]
    assert len(stages_said(its, ENGLISH)) == 2


def test_what_has_no_deadline_is_not_called_one_beside_it() -> None:
    its = entry(stage(rolling=True), stage(rolling=True, name="vouchers"), stage(name="other"))
    said = ["no deadline", "deadline (vouchers) no deadline", "deadline (other) date not announced"]
    assert stages_said(its, ENGLISH) == said


def test_a_midnight_is_remarked_on_and_nothing_else() -> None:
    heard: list[Said] = []
    read = listening(lambda text, *_: Said(text, to_the_end=text.endswith("05")), heard)
    read("2017-04-04", Role.DUE)
    assert (notes(heard, ENGLISH), sentences(heard, ENGLISH)) == ([], [])
    read("2017-04-05", Role.DUE)
    assert notes(heard, ENGLISH) == ["midnight is the end of the day named, and no hour is written"]
    assert sentences(heard, ENGLISH) == ["Midnight is the end of the day named, and no hour is written."]


def test_a_year_that_another_date_told_is_remarked_on() -> None:
    assert notes([Said("2017-04-04"), Said("2016-11-01", turned=True)], ENGLISH) == [
        "a year that was left out is the one that fits the other dates"
    ]
