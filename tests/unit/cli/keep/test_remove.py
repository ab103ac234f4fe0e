"""`remove` takes an entry out only when somebody said so, and keeps it beside with the day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.keep.remove import remove
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import SAMPLE

MARCH = AsOf("2017-03-01")


@pytest.mark.parametrize(
    ("typed", "yes", "dry_run", "gone"),
    [
        (("y",), False, False, True),
        (("",), False, False, False),  # Enter is no
        ((), True, False, True),
        ((), False, True, False),  # nothing is asked about what is not done
    ],
)
def test_asked_unless_it_was_said_already(
    registry: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    yes: bool,
    dry_run: bool,
    gone: bool,
) -> None:
    path = registry(SAMPLE)
    screen = Screen(monkeypatch, *typed)
    assert remove(MARCH, Editing(dry_run=dry_run), Common(registry=[path]), "fair", yes) == 0
    assert ("Remove fair: Fair?" in screen.shown) is bool(typed)
    assert ("Fair" not in path.read_text()) is gone
    assert path.with_name("calls.toml.removed").exists() is gone


def test_nobody_to_ask(registry: Callable[[str], Path]) -> None:
    path = registry(SAMPLE)
    with pytest.raises(UsageRefused) as refused:
        remove(MARCH, Editing(), Common(registry=[path]), "fair")
    assert refused.value.problem.code == "wants-yes"
    assert path.read_text() == SAMPLE


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_kept_aside_with_the_line_ends_of_its_file(tmp_path: Path, end: str) -> None:
    path = tmp_path / "calls.toml"
    path.write_bytes(SAMPLE.rstrip().replace("\n", end).encode())
    for name in ("fair", "plan"):  # the last line of the file has no end
        remove(MARCH, Editing(), Common(registry=[path]), name, yes=True)
    kept = (tmp_path / "calls.toml.removed").read_bytes().decode()
    assert kept.startswith(f"# Removed 2017-03-01{end}[[event]]{end}")
    assert f"{end}{end}# Removed 2017-03-01{end}[[policy]]{end}" in kept
    assert kept.endswith(f"{end}{end}")
    assert kept.count("\n") == kept.count(end)
