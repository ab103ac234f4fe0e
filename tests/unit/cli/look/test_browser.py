"""A browser of one's own is started with the address, without a shell."""

import sys
from pathlib import Path

import pytest

from clustercalls.cli.look.browser import opened
from clustercalls.errors import WorldFailed

ADDRESS = "https://example.org/a?b=1&c=$(touch%20x);d"


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """One that notes its arguments, one a line."""
    program = tmp_path / "my browser"
    lines = (
        f"#!{sys.executable}",
        "import pathlib, sys",
        f"pathlib.Path({str(tmp_path / 'got')!r}).write_text('\\n'.join(sys.argv[1:]))",
    )
    program.write_text("\n".join(lines))
    program.chmod(0o700)
    return program


@pytest.mark.parametrize(
    ("command", "got"),
    [
        ("'{}'", [ADDRESS]),
        ("'{}' --new-tab", ["--new-tab", ADDRESS]),
        ("'{}' --url=%s -x", [f"--url={ADDRESS}", "-x"]),
        ("/no/such/browser:'{}'", [ADDRESS]),
        ("false:'{}'", [ADDRESS]),
        (" : '{}' :", [ADDRESS]),
    ],
)
def test_the_first_command_that_takes_it(
    browser: Path, monkeypatch: pytest.MonkeyPatch, command: str, got: list[str]
) -> None:
    monkeypatch.setenv("BROWSER", command.format(browser))
    assert opened(ADDRESS)
    assert (browser.parent / "got").read_text().split("\n") == got


@pytest.mark.parametrize("named", [None, "", " : "])
def test_none_is_named(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    monkeypatch.delenv("BROWSER", raising=False)
    if named is not None:
        monkeypatch.setenv("BROWSER", named)
    assert not opened(ADDRESS)


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("/no/such/browser", "No such file or directory"),
        ("false", "it ended with 1"),
        ("'open", "No closing quotation"),
    ],
)
def test_one_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, named: str, reason: str) -> None:
    monkeypatch.setenv("BROWSER", named)
    with pytest.raises(WorldFailed) as failed:
        opened(ADDRESS)
    assert failed.value.problem.code == "no-browser"
    assert reason in failed.value.problem.message
