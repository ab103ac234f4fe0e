"""`check` answers with problems as data, and with an exit code that says how bad they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.house.check import check
from clustercalls.cli.options import Common
from commands import Screen
from samples import BAD, SAMPLE

WARNED = SAMPLE.replace("2017-04-04T17:00:00", "2017-04-02T17:00:00")  # a Sunday


@pytest.mark.parametrize(
    ("text", "codes", "code", "strict"),
    [
        (SAMPLE, [], 0, 0),
        (WARNED, ["weekend-deadline"], 0, 1),
        (BAD, ["unknown-key"], 1, 1),
        ("a = [", ["broken-toml"], 1, 1),
        (None, ["no-registry"], 3, 3),
    ],
)
def test_problems_out_and_how_bad_they_are(
    registry: Callable[[str], Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    text: str | None,
    codes: list[str],
    code: int,
    strict: int,
) -> None:
    path = tmp_path / "none.toml" if text is None else registry(text)
    assert check(Common(), [path]) == code
    out, err = capfd.readouterr()
    assert ([line.split(": ")[1] for line in out.splitlines()], err) == (codes, "")
    assert check(Common(registry=[path]), strict=True) == strict


def test_at_a_terminal_nothing_is_said_to_be_nothing(
    registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(monkeypatch)
    check(Common(), [registry(SAMPLE)])
    assert (screen.shown, screen.said) == ("", "No problem. Entries: 5.\n")
