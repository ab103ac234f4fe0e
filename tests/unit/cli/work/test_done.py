"""`done` finds the stage that is due, says what it did, and asks whether the call is submitted."""

from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.options import AsOf, Common
from clustercalls.cli.work.done import done
from clustercalls.errors import UsageRefused
from terminals import Terminal

CALLS = """
[[call]]
id = "bid"
title = "The bid"
track = "go"
checked = 2027-01-05
deadline = 2027-04-06

[[call.stage]]
id = "letter"
kind = "internal"
days = -15
"""
DAY = AsOf("2027-03-25")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALLS)
    return path


def typed(path: Path, name: str, day: str = "", *, taken_back: bool = False, dry: bool = False) -> None:
    common = Common(registry=[path])
    assert done(DAY, Editing(dry_run=dry), common, name, day, taken_back=taken_back) == 0


@pytest.mark.parametrize(("words", "line"), [
    (("bid",), "done = 2027-03-25"), (("bid/letter", "20/3"), "done = 2027-03-20"),
    (("BID/Letter", "yesterday"), "done = 2027-03-24"), (("bid", "2027-03-01"), "done = 2027-03-01"),
])  # fmt: skip
def test_the_day_it_was_done(path: Path, words: tuple[str, ...], line: str) -> None:
    typed(path, *words)
    assert path.read_text() == f"{CALLS}{line}\n"


def test_a_dry_run_writes_nothing(path: Path) -> None:
    typed(path, "bid", dry=True)
    assert path.read_text() == CALLS


def test_what_is_not_done_is_not_taken_back(path: Path) -> None:
    with pytest.raises(UsageRefused) as refused:
        typed(path, "bid", taken_back=True)
    assert refused.value.problem.code == "nothing-done"


@pytest.mark.parametrize(("answer", "track"), [("y", "submitted"), ("", "go"), ("n", "go")])
def test_on_the_last_deadline_it_asks(path: Path, answer: str, track: str) -> None:
    terminal = Terminal("done", "bid/deadline", "-r", path, "--as-of", "2027-03-25")
    terminal.answer("Is bid submitted now?", answer)
    assert terminal.end() == 0
    assert f'track = "{track}"' in path.read_text()
    assert "done = 2027-03-25" in path.read_text()


def test_a_step_is_not_asked_about(path: Path) -> None:
    terminal = Terminal("done", "bid", "-r", path, "--as-of", "2027-03-25")
    assert terminal.end() == 0
    assert "submitted" not in terminal.seen
