"""`confirm` moves the day of the last check forward only, and lists what nobody checked for a month."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.chosen import Several
from clustercalls.cli.keep.confirm import WORTH_A_LOOK, confirm
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import SAMPLE

Write = Callable[[str], Path]
SAME = "Nothing to change: it says so already."
IDS = Shape(template="{id}\\n")


def checked(day: str) -> str:
    return SAMPLE.replace('title = "Fair"', f'title = "Fair"\nchecked = {day}')


def confirmed(path: Path, *ids: str) -> int:
    """The exit code of confirming these in March 2017."""
    common = Common(registry=[path])
    return confirm(Filters(), AsOf("2017-03-01"), Editing(), Several(), IDS, common, [*ids])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2017-02-01", "2017-03-01", ["Confirmed on Wed 1 Mar 2017: fair."]),
        ("2017-03-01", "2017-03-01", [SAME]),
        ("2017-03-02", "2017-03-02", ["fair was confirmed later, Thu 2 Mar 2017: left as it is.", SAME]),
    ],
)
def test_the_day_goes_forward_only(
    registry: Write, monkeypatch: pytest.MonkeyPatch, before: str, after: str, said: list[str]
) -> None:
    path = registry(checked(before))
    screen = Screen(monkeypatch)
    assert confirmed(path, "fair", "FAIR") == 0
    assert path.read_text() == checked(after)
    assert screen.said.splitlines() == said


def test_all_or_none(registry: Write) -> None:
    path = registry(SAMPLE)
    with pytest.raises(UsageRefused):
        confirmed(path, "fair", "nobody")
    assert path.read_text() == SAMPLE


@pytest.mark.parametrize(("day", "listed"), [("2017-01-29", False), ("2017-01-30", True)])
def test_what_nobody_confirmed_for_a_month(
    registry: Write, capfd: pytest.CaptureFixture[str], day: str, listed: bool
) -> None:
    """The source of all is of December; one was looked at on the last day of it."""
    path = registry(checked("2016-12-31"))
    assert WORTH_A_LOOK == 30
    assert confirm(Filters(), AsOf(day), Editing(), Several(), IDS, Common(registry=[path])) == 0
    assert ("fair" in capfd.readouterr().out.split()) is listed


def test_nothing_to_look_at_is_said(registry: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = registry(SAMPLE)
    screen = Screen(monkeypatch)
    confirm(Filters(), AsOf("2017-01-01"), Editing(), Several(), IDS, Common(registry=[path]))
    assert (screen.shown, screen.said) == ("", "Everything was confirmed within 30 days.\n")
