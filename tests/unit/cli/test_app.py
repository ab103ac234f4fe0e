"""The one boundary: the shortest way that knows the arguments, and every error an exit code."""

import sys

import pytest

from clustercalls.cli import arguments
from clustercalls.cli.app import main
from clustercalls.cli.commands import VERSION
from conftest import Run


def test_the_version_is_said_before_anything_is_built(run: Run) -> None:
    assert run("--version").out == f"{VERSION}\n"


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["schema"], 0, ""),  # by the table
        (["schema", "--lang", "it"], 0, ""),
        (["schema", "--nothing"], 2, "bad-usage"),  # by typer, which knows what is wrong
        (["nothing"], 2, "bad-usage"),
    ],
)
def test_what_the_table_does_not_know_goes_to_typer(run: Run, typed: list[str], code: int, said: str) -> None:
    ran = run(*typed)
    assert ran.code == code
    assert ran.err.startswith(said)


def test_an_interrupt_is_130_and_says_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(arguments, "command_of", interrupted)
    assert run("schema") == (130, "", "")


def test_completion_is_answered_from_its_variables(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_CLUSTERCALLS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "clustercalls sche")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert main([]) == 0
    sys.stdout.flush()
    assert capfdbinary.readouterr().out.split() == [b"schema"]
