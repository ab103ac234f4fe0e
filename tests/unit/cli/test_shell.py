"""What is proposed on TAB is what typer proposes, for every shell, wherever the table answers at all."""

import functools
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clustercalls.cli import application, arguments, output, shell, table
from samples import SAMPLE

SHELLS = ["complete_bash", "complete_zsh", "complete_fish"]
BUILD = application.build
Ask = Callable[[str, str], tuple[tuple[str, int] | None, tuple[str, int]]]


@functools.cache
def whole() -> Callable[..., object]:
    """The application with every command, built once."""
    return typer.main.get_command(BUILD([]))


@pytest.fixture
def ask(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """What we and typer answer a shell for a line, the cursor at its end."""
    monkeypatch.setattr(application, "build", lambda _: whole())
    (tmp_path / "work" / "calls.toml").write_text(SAMPLE)
    (tmp_path / "work" / "other.toml").write_text(
        '[[call]]\nid = "other"\ntitle = "Of [bold]: a: $x `y` \'z\', ' + "and so on " * 9 + 'end"\n'
    )

    def ask(line: str, name: str) -> tuple[tuple[str, int] | None, tuple[str, int]]:
        kind, _, action = name.partition(" ")
        monkeypatch.setenv(shell.VARIABLE, kind)
        monkeypatch.setenv("COMP_WORDS", line.replace(" ", "\n") if kind == "complete_bash" else "")
        monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line if kind != "complete_bash" else "")
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", action)
        capfdbinary.readouterr()
        try:
            code = application.answer([])
        except output.ReaderGone:
            code = output.READER_GONE
        ours, theirs = shell.answer(os.environ), capfdbinary.readouterr().out.decode()
        return ours and (steady(ours[0]), ours[1]), (steady(theirs), code)

    return ask


def steady(text: str) -> str:
    """The text with `-h` behind `--help`: typer takes their order from a set, ever another."""
    pairs = re.compile(
        r'^(.*?)((?:"-h"|-h\b)[^\n)]*)\n((?:"--help"|--help)[^\n)]*)', re.DOTALL | re.MULTILINE
    )
    return pairs.sub(r"\1\3\n\2", text)


ASKED = [*SHELLS[:2], "complete_fish get-args", "complete_fish is-args"]
LINES = [
    "clustercalls ",
    "clustercalls up",
    "clustercalls -",
    "clustercalls --v",
    "clustercalls frob",
    "clustercalls export ",
    "clustercalls export v",
    "clustercalls export -",
    "clustercalls export ics --",
    "clustercalls upcoming ",
    "clustercalls upcoming -",
    "clustercalls upcoming --f",
    "clustercalls upcoming --due --d",
    "clustercalls upcoming --tag smes --t",
    "clustercalls upcoming --tag ",
    "clustercalls upcoming --tag -",
    "clustercalls upcoming --past --format ",
    "clustercalls upcoming --kind e",
    "clustercalls upcoming -n ",
    "clustercalls upcoming -r ",
    "clustercalls show ",
    "clustercalls show ch",
    "clustercalls show chains ",
    "clustercalls show -r other.toml ",
    "clustercalls show -r other.toml -f json o",
    "clustercalls confirm chains ch",
    "clustercalls set chains ",
    "clustercalls remind --",
    "clustercalls check calls.toml ",
]


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("line", LINES)
def test_the_usual_lines_are_answered_as_typer_does(ask: Ask, line: str, name: str) -> None:
    ours, theirs = ask(line, name)
    assert ours == theirs


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line with a cursor at its end, mostly as it is meant."""
    words = draw(
        st.sampled_from([*([name] for name in table.COMMANDS), *(["export", n] for n in table.EXPORT)])
    )
    command, _ = arguments.command_of(words)
    assert command is not None
    names = [name for row in arguments.rows_of(command) for name in row[2]]
    word = st.sampled_from([*names, "json", "smes", "chains", "30d", "7", "-", "--", "x=y", "_", "="])
    rest = draw(st.lists(word, max_size=4))
    start = draw(st.sampled_from(["", "-", "--", "-f", "c", "e", "=", "_", "x=", "--format=j"]))
    return " ".join(["clustercalls", *words, *rest, start])


@given(lines(), st.sampled_from(ASKED))
@example("clustercalls export ics --past --alarms 30d -", "complete_zsh")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_is_answered_differently(ask: Ask, line: str, name: str) -> None:
    ours, theirs = ask(line, name)
    assert ours in {None, theirs}


@pytest.mark.parametrize("line", ["clustercalls show 'ch", 'clustercalls list "a b" --', "x a\\ b"])
def test_a_line_with_quotes_is_left_to_typer(ask: Ask, line: str) -> None:
    assert ask(line, "complete_zsh")[0] is None


@pytest.mark.parametrize("columns", ["20", "60", "200"])
def test_a_narrow_terminal_breaks_lines_as_typer_does(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for line in ("clustercalls ", "clustercalls remind --", "clustercalls show -r other.toml "):
        for name in ASKED:
            ours, theirs = ask(line, name)
            assert ours == theirs
