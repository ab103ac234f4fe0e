"""Commands and options are proposed as typer would propose them; values by what the table says of each."""

import functools
from typing import Any

import pytest
import typer.main
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from typer._completion_classes import BashComplete

from clustercalls.cli import arguments, table
from clustercalls.cli.application import build
from clustercalls.cli.complete import Asked
from clustercalls.cli.proposed import proposed


@functools.cache
def whole() -> Any:  # noqa: ANN401 - typer's click is private
    """The application with every command, built once."""
    return typer.main.get_command(build([]))


def by_typer(words: list[str], start: str) -> set[tuple[str, str]]:
    completion = BashComplete(whole(), {}, "clustercalls", "_CLUSTERCALLS_COMPLETE")
    return {(str(each.value), each.help or "") for each in completion.get_completions(words, start)}


LINES = [
    "", "up", "-", "--v", "frob", "export ", "export v", "export -", "export ics --", "upcoming -",
    "upcoming --f", "upcoming --due --d", "upcoming --tag smes --t", "upcoming --tag -", "remind --",
    "set chains owner=x --", "export ics --past --alarms 30d -", "upcoming --kind call --kind event --k",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_commands_and_options_are_proposed_as_typer_does(line: str) -> None:
    *words, start = line.split(" ")
    assert set(proposed(words, start)) == by_typer(words, start)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Words of a line, mostly as they are meant, with an option begun behind them."""
    words = draw(
        st.sampled_from([*([name] for name in table.COMMANDS), *(["export", n] for n in table.EXPORT)])
    )
    command, _ = arguments.command_of(words)
    assert command is not None
    rows = arguments.rows_of(command)
    names = [name for row in rows for name in row[2]]
    rest = draw(st.lists(st.sampled_from([*names, "json", "smes", "30d", "7", "x=y", "_"]), max_size=4))
    assume(not arguments.awaited(rows, rest) and arguments.scanned(rows, rest) is not None)
    return [*words, *rest, draw(st.sampled_from(["-", "--", "--f", "--t", "--o"]))]


@given(lines())
@settings(max_examples=100, deadline=None)
def test_no_line_is_answered_differently(line: list[str]) -> None:
    assert set(proposed(line[:-1], line[-1])) == by_typer(line[:-1], line[-1])


@pytest.fixture(autouse=True)
def _values(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values that say what was asked for."""
    monkeypatch.setattr(
        "clustercalls.cli.complete.proposals",
        lambda completes, asked: [
            *((each, "") for each in (f"{asked.start}<{completes}>", f"-{completes}", f"={completes}")),
            *ASKED.setdefault(asked, []),
        ],
    )
    ASKED.clear()


ASKED: dict[Asked, list[tuple[str, str]]] = {}


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("show ch", ["ch<id>"]),
        ("show chains ", []),
        ("confirm a b c", ["c<id>"]),
        ("move in", ["in<id/stage>"]),
        ("move innosup b", ["b<id/stage>"]),
        ("set a ow", ["ow<settings>"]),
        ("set a owner=x ta", ["ta<settings>"]),
        ("upcoming --tag s", ["s<tag>"]),
        ("upcoming --tag=s", ["--tag=s<tag>"]),
        ("upcoming -ts", ["-ts<tag>"]),
        ("upcoming --tag=", ["--tag=<tag>"]),
        ("upcoming --color a", ["auto", "always"]),
        ("upcoming --color=n", ["--color=never"]),
        ("digest -fh", ["-fhtml"]),
        ("show x -f ", ["plain", "json"]),
        ("upcoming --columns a,b", ["a,b<columns>"]),
        ("upcoming -r ", []),
        ("upcoming -n ", []),
        ("upcoming --nothing=x", []),
        ("upcoming --due=", []),
        ("upcoming --limit 3 --limit 4 x", []),  # out of the usual
        ("upcoming --limit 3 --limit 4 --tag s", ["s<tag>"]),
        ("--show-completion ", ["bash", "zsh", "fish"]),
        ("--install-completion z", ["zsh"]),
        ("--install-completion zsh ", []),
        ("frob ", []),
        ("export frob ", []),
    ],
)
def test_values_are_proposed_where_they_are_wanted(line: str, values: list[str]) -> None:
    *words, start = line.split(" ")
    assert [text for text, _ in proposed(words, start)] == values


def test_what_the_line_names_is_asked_for() -> None:
    proposed(["set", "-r", "a.toml", "-r", "b", "-c", "c.toml", "soil/first"], "ow")
    expected = Asked("set", ("a.toml", "b"), "c.toml", ("soil/first",), "ow")
    assert [vars(each) for each in ASKED] == [vars(expected)]


def test_that_filters_name_the_entries_is_said() -> None:
    proposed(["set", "--tag", "soil", "--all-of-these"], "ow")
    expected = Asked("set", (), "", (), "ow", filtered=True)
    assert [vars(each) for each in ASKED] == [vars(expected)]
