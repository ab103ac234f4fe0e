"""`upcoming --timeline`: what it goes with, and where its picture goes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.look import timeline_out
from clustercalls.cli.look.upcoming import upcoming
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from clustercalls.errors import UsageRefused
from samples import SAMPLE

DAY = AsOf("2017-03-15")
EVENT = """
schema = 1
[[event]]
id = "days"
title = "Days"
tags = ["a"]
starts = 2017-05-05
[[event]]
id = "past"
title = "Past"
tags = ["b"]
starts = 2016-05-05
"""


@pytest.mark.parametrize(
    ("shape", "past", "named"),
    [
        (Shape(format="json"), False, "--format"),
        (Shape(format="table"), False, "--format"),
        (Shape(columns="id"), False, "--columns"),
        (Shape(template="{id}"), False, "--template"),
        (Shape(internal=True), False, "--internal"),
        (Shape(), True, "--past"),
    ],
)
def test_another_shape_is_refused_by_its_name(shape: Shape, past: bool, named: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        timeline_out.refuse(shape, past=past)
    assert (refused.value.problem.code, dict(refused.value.problem.values)["other"]) == (
        "not-together",
        named,
    )


def test_all_else_goes_with_it() -> None:
    timeline_out.refuse(Shape(limit=3, no_header=True, exit_code=True, output=Path("a")), past=False)


def test_a_file_gets_blocks_without_colour(
    registry: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    common = Common(registry=[registry(SAMPLE)], color="always")
    target = tmp_path / "year.txt"
    assert upcoming(Filters(), DAY, Shape(output=target), common, as_timeline=True) == 0
    text = target.read_text()
    assert "█" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 60


@pytest.mark.parametrize(("tag", "code"), [("a", 0), ("b", 1)])
def test_the_exit_code_says_that_nothing_is_shown(
    registry: Callable[[str], Path], tag: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    common = Common(registry=[registry(EVENT)])
    assert upcoming(Filters(tag=[tag]), DAY, Shape(exit_code=True), common, as_timeline=True) == code
    assert bool(capsys.readouterr().out) is (code == 0)
