"""`init` makes the file that is named, else one's own, and names the commands that find it again."""

from pathlib import Path

import pytest

from clustercalls.cli.house.init import init
from clustercalls.cli.options import Common
from clustercalls.errors import Refusal


@pytest.mark.parametrize(
    ("path", "named", "made", "next_"),
    [
        (None, None, "home/.local/share/clustercalls/calls.toml", "clustercalls upcoming"),
        ("a b.toml", None, "work/a b.toml", "clustercalls upcoming -r 'a b.toml'"),
        (None, "b.toml", "work/b.toml", "clustercalls upcoming -r b.toml"),
        ("a.toml", "b.toml", "work/a.toml", "clustercalls upcoming -r a.toml"),
        (".", None, "work/registry.toml", "clustercalls upcoming -r ."),
    ],
)
def test_what_is_made_and_what_comes_next(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    path: str | None,
    named: str | None,
    made: str,
    next_: str,
) -> None:
    assert init(Common(registry=[Path(named)] if named else None), Path(path) if path else None) == 0
    assert (tmp_path / made).is_file()
    assert capfd.readouterr().out.splitlines()[2] == f"  {next_}"


def test_what_is_there_stays_and_nothing_is_said_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    Path("calls.toml").write_text("mine")
    with pytest.raises(Refusal):
        init(Common(), Path("calls.toml"))
    assert Path("calls.toml").read_text() == "mine"
    assert capfd.readouterr().out == ""
