"""`export vdir` fills the folder that is named, and never with the example."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_select import CalendarShape
from clustercalls.cli.tell.export_vdir import vdir
from clustercalls.errors import InputRefused
from samples import SAMPLE


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({}, {"chains.deadline"}),
        ({"past": True}, {"chains.deadline"}),
        ({"todo": True}, {"chains.deadline.todo"}),
        ({"window": "1d"}, set()),
        ({"dry_run": True}, set()),
    ],
)
def test_the_folder_holds_what_is_chosen(
    registry: Callable[[str], Path], tmp_path: Path, options: dict[str, bool], names: set[str]
) -> None:
    common = Common(registry=[registry(SAMPLE)])
    asked = (Filters(stage=["deadline"]), AsOf("2017-03-15"), CalendarShape(), common)
    assert vdir(*asked, tmp_path / "calls", **options) == 0  # type: ignore[arg-type]  # a window is a text
    assert {each.name.partition("@")[0] for each in tmp_path.glob("calls/*")} == names


def test_the_example_is_for_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        vdir(Filters(), AsOf(), CalendarShape(), Common(), tmp_path / "calls")
    assert not (tmp_path / "calls").exists()
