"""`move` says old and new date as they are read then, and asks for no day before it knows the stage."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import entry, stage
from clustercalls.cli.keep.chosen import Several
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.keep.move import move, said
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.errors import Refusal, UsageRefused
from clustercalls.i18n import ENGLISH
from clustercalls.timeline import milestones
from commands import Screen
from samples import SAMPLE

OLD = milestones(entry(stage("2017-04-04")))[0]


def moved(path: Path, id_: str, date: str, why: str = "") -> int:
    """`move` of one entry."""
    common = Common(registry=[path])
    return move(Filters(), AsOf("2017-03-01"), Editing(), Several(), common, [id_], date=date, why=why)


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (entry(stage("2017-04-06")), "deadline: 4 Apr → Thu 6 Apr 2017 (+2 days)."),
        (entry(stage("2018")), "deadline: 4 Apr 2017 → 2018."),
        (entry(), "a edited."),  # forced, with an entry that lost its stage
        (None, "a edited."),
    ],
)
def test_old_and_new(now: None, line: str) -> None:
    assert said(OLD, now, ENGLISH) == line


def test_a_stage_that_is_none_is_told_before_anything_is_asked(
    registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(SAMPLE)
    screen = Screen(monkeypatch, "1")
    with pytest.raises(Refusal):
        moved(path, "chains/second", "4/6/2017")
    assert screen.shown == ""
    moved(path, "chains", "4/6/2017")
    assert "Which day?" in screen.shown


@pytest.mark.parametrize(
    "wrong", [("chains", "soon"), ("cha\udce9ns", "6 apr"), ("chains", "6 apr", "caf\udce9"), ("a", "6 apr")]
)
def test_what_cannot_be_meant_writes_nothing(registry: Callable[[str], Path], wrong: tuple[str, ...]) -> None:
    path = registry(SAMPLE)
    with pytest.raises(UsageRefused):
        moved(path, *wrong)
    assert path.read_text() == SAMPLE
