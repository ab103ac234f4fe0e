"""A rate that could be a fraction is asked about at a terminal, and left as it is where nobody can answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.typed_rate import asked_rate
from clustercalls.cli.options import Common
from commands import Screen
from samples import SAMPLE


@pytest.fixture
def desk(registry: Callable[[str], Path]) -> Callable[[], Desk]:
    path = registry(SAMPLE)
    return lambda: open_desk("set", Common(registry=[path]), "2017-03-01", Editing())


@pytest.mark.parametrize(("typed", "answers", "meant"), [
    ("0,6 SMEs", ["1"], "60 SMEs"), ("0,6 SMEs", ["2"], "0.6 % SMEs"),
    ("65 % UE", [], "65 % UE"), ("65 % up to 9 k€", [], "65 % up to 9 k€"),
    ("75 A; 0.5 for B", ["1"], "75 A; 50 for B"),
    ("60-80", [], "60-80"), ("75", [], "75"), ("0.6 %", [], "0.6 %"),
])  # fmt: skip
def test_what_could_be_two_is_asked(
    monkeypatch: pytest.MonkeyPatch, desk: Callable[[], Desk], typed: str, answers: list[str], meant: str
) -> None:
    screen = Screen(monkeypatch, *answers)
    assert asked_rate(typed, desk()) == meant
    assert screen.shown.count("Which rate?") == len(answers)


def test_nobody_to_ask(desk: Callable[[], Desk]) -> None:
    assert asked_rate("0,6", desk()) == "0,6"
