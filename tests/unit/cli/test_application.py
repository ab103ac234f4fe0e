"""typer's application: made of our declarations, with one command when one is meant."""

from typing import Annotated

import pytest
import typer

from clustercalls.cli.application import answer, build, declared, spread
from clustercalls.cli.commands import COMMANDS
from clustercalls.cli.declare import option
from clustercalls.cli.options import Common, Options
from clustercalls.errors import UsageRefused


class Size(Options, frozen=True):
    wide: Annotated[int, option("--wide", metavar="N", help="How wide.", least=1)] = 80
    tall: Annotated[bool, option("--tall", help="Whether tall.")] = False


def names(app: typer.Typer) -> list[str | None]:
    groups = [each.name for each in app.registered_groups]
    return [each.name for each in app.registered_commands] + groups


@pytest.mark.parametrize("typed", [["show"], ["show", "--help"], ["show", "x", "--lang", "it"]])
def test_a_command_that_comes_first_is_built_alone(typed: list[str]) -> None:
    assert names(build(typed)) == ["show"]


@pytest.mark.parametrize("typed", [[], ["--help"], ["--lang", "show"], ["nothing"]])
def test_else_every_command_is_built(typed: list[str]) -> None:
    assert sorted(map(str, names(build(typed)))) == sorted(COMMANDS)


def test_the_fields_of_options_are_parameters_and_come_back_as_their_struct() -> None:
    taken: list[Size] = []

    def command(size: Size) -> int:
        """Says."""
        taken.append(size)
        return 0

    seen = spread(command)
    assert (seen.__doc__, seen.__name__) == ("Says.", "command")
    assert seen(wide=3, tall=True) == 0
    assert taken == [Size(3, tall=True)]


def test_the_fields_are_declared_in_their_order() -> None:
    assert list(declared(Size)) == ["wide", "tall"]
    assert next(iter(declared(Common))) == "registry"


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["nothing"], "bad-usage", "nothing"),
        (["show"], "bad-usage", "ID"),
        (["upcoming", "-30d"], "bad-window", "-30d"),
        (["upcoming", "--limit", "0"], "bad-usage", "0"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_our_words(typed: list[str], code: str, said: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        answer(typed)
    found = refused.value.problem
    assert found.code == code
    assert said in f"{found.message} {found.hint}"


def test_help_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["schema", "--help"]) == 0
    assert "Usage: clustercalls schema" in capsys.readouterr().out


def test_words_in_brackets_are_shown_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build(["sync", "--help"])(["sync", "--help"])
    assert "what a `[watch]` of the config finds" in " ".join(capsys.readouterr().out.split())
