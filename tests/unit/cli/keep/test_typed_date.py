"""A date that could be two is asked about once, before anything is locked; nobody there, it is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import at
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.typed_date import Answers, asking, date_of, reading
from clustercalls.cli.options import Common
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Role, Said
from commands import Screen
from samples import SAMPLE

NOW = at("2017-03-01T12:00")
TWO = "4/6/2017"


@pytest.fixture
def desk(registry: Callable[[str], Path]) -> Callable[[], Desk]:
    path = registry(SAMPLE)
    return lambda: open_desk("move", Common(registry=[path]), "2017-03-01", Editing())


def test_an_answer_counts_while_it_is_one_of_the_days() -> None:
    assert date_of(TWO, Role.DUE, NOW, {TWO: "2017-04-06"}) == Said("2017-04-06")
    assert reading(NOW, {TWO: "2017-06-04"})(TWO, Role.DUE) == Said("2017-06-04")
    for answers in ({}, {TWO: "2017-04-05"}, {"5/6/2017": "2017-06-04"}):
        with pytest.raises(UsageRefused) as refused:
            date_of(TWO, Role.DUE, NOW, answers)
        assert refused.value.problem.code == "ambiguous-date"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "not-understood"),
        ("30 feb 2017", "not-understood"),
        ("\udc80", "not-text"),
        ("from 4 April 2017", "not-this-field"),
    ],
)
def test_what_is_no_date(text: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        date_of(text, Role.DUE, NOW, {})
    assert refused.value.problem.code == code


def test_it_is_asked_once_for_each_text(monkeypatch: pytest.MonkeyPatch, desk: Callable[[], Desk]) -> None:
    screen = Screen(monkeypatch, "2")
    answers: Answers = {}
    read = asking(NOW, answers, desk())
    assert {read(TWO, Role.DUE), read(TWO, Role.DUE)} == {Said(each) for each in answers.values()}
    assert screen.shown.count("Which day?") == 1
    assert read("4 apr 2017", Role.DUE) == Said("2017-04-04")  # nothing to ask about


def test_nobody_to_ask(desk: Callable[[], Desk]) -> None:
    answers: Answers = {}
    with pytest.raises(UsageRefused):
        asking(NOW, answers, desk())(TWO, Role.DUE)
    assert answers == {}


def test_hours_of_one_day_are_asked_about_by_their_hours(
    monkeypatch: pytest.MonkeyPatch, desk: Callable[[], Desk]
) -> None:
    screen = Screen(monkeypatch, "1")
    said = asking(NOW, {}, desk())("12:45 am 6 April 2027", Role.DUE)
    assert said == Said("2027-04-06T00:45")
    assert "Which hour?" in screen.shown
    assert screen.said.splitlines() == ["  1. Tue 6 Apr 2027 00:45", "  2. Tue 6 Apr 2027 12:45"]


@pytest.mark.parametrize(
    "text", ["1 March 13:00", "1 March 2017 11:00", "1 March", "2 March 11:00", "today 11:00"]
)
def test_an_hour_that_is_to_come_or_whose_year_is_typed_is_taken(text: str) -> None:
    assert date_of(text, Role.DUE, NOW, {}).when.startswith("2017-03-0")


def test_an_hour_of_today_that_is_over_is_not_guessed() -> None:
    with pytest.raises(UsageRefused) as refused:
        date_of("1 March 11:00", Role.DUE, NOW, {})
    assert "its hour is over today: write the year" in refused.value.problem.message
    assert date_of("1 March 11:00", Role.STARTS, NOW, {}).when == "2017-03-01T11:00"
