"""`upcoming` says what there is where nothing is ahead, to somebody who reads it, and remembers looks."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.cli.look.upcoming import nothing_ahead, nothing_in_window, upcoming
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.query.wanted import Query
from commands import Screen
from samples import SAMPLE

MARCH = AsOf("2017-03-01")
DEADLINE = select.upcoming(registry_of(entry(stage("2017-04-04"))), Query(), at("2017-03-01"))[0]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((), ["Nothing ahead."]),
        (
            (entry(),),
            ["Nothing ahead.", "No entry has a date ahead: clustercalls list --all shows them."],
        ),
        (
            (entry(stage("2017-04-04"), checked=date(2017, 8, 1)),),
            [
                (
                    "Nothing ahead. Entries past: 1, unconfirmed: 0. "
                    "The last deadline was Tue 4 Apr 2017 (a/deadline)."
                ),
                "To look back: clustercalls upcoming --past",
            ],
        ),
        (
            (entry(stage("2015-04-04/.."), checked=date(2015, 1, 1)),),
            [
                "Nothing ahead. Entries past: 0, unconfirmed: 1.",
                "To look at them: clustercalls list --unconfirmed",
            ],
        ),
    ],
)
def test_what_there_is_instead_and_what_to_do(entries: tuple[Entry, ...], said: list[str]) -> None:
    assert nothing_ahead(registry_of(*entries), Query(), at("2017-09-01"), ENGLISH).splitlines() == said


@pytest.mark.parametrize(("past", "start"), [(False, "The next: "), (True, "The last before: ")])
def test_what_lies_nearest_to_a_window(past: bool, start: str) -> None:
    said = nothing_in_window(DEADLINE, ENGLISH, past=past)
    assert said.removeprefix("Nothing in this window. ").startswith(f"{start}Tue 4 Apr 2017, ")


def memories() -> list[Path]:
    return list((Path.home() / ".local" / "state").rglob("seen-*"))


def test_an_empty_window_is_talked_about_at_a_terminal_alone(
    registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    common = Common(registry=[registry(SAMPLE)])
    asked = (Filters(stage=["deadline"]), MARCH, Shape(format="plain", no_header=True), common, "1d")
    assert upcoming(*asked) == 0
    assert capfd.readouterr() == ("", "")
    screen = Screen(monkeypatch)
    upcoming(*asked)
    assert screen.said.startswith("Nothing in this window. The next: ")
    assert memories() == []  # another day than today is no look


@pytest.mark.parametrize("window", ["", "1w"])
def test_looking_back_on_nothing_says_nothing_of_what_is_ahead(
    registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, window: str
) -> None:
    screen = Screen(monkeypatch)
    ahead = '[[call]]\nid = "a"\ntitle = "A"\nchecked = 2017-01-01\ndeadline = 2017-04-04\n'
    upcoming(Filters(), MARCH, Shape(), Common(registry=[registry(ahead)]), window, past=True)
    assert screen.said.startswith("Nothing is past.\n")


def test_a_look_at_a_terminal_is_remembered(
    registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = (Filters(), AsOf(), Shape(), Common(registry=[registry(SAMPLE)]))
    upcoming(*asked)
    assert memories() == []
    capfd.readouterr()
    Screen(monkeypatch)
    upcoming(*asked)
    assert memories() != []
