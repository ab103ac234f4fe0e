"""The arguments read by the table are those that typer reads, wherever the table answers at all."""

import functools
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clustercalls.cli import application, arguments, table
from clustercalls.cli.app import main

ALONE = list(table.COMMANDS)
COMMANDS = [*([name] for name in ALONE), *(["export", name] for name in table.EXPORT)]

TEXTS = [
    "",
    "-",
    "json",
    "30d",
    "7",
    "007",
    "0",
    "x y",
    "a=b",
    "=a",
    "-5",
    "--",
    "-f",
    "--due",
    "é",
    "\udcff",
]


@contextmanager
def recorded(command: table.Command) -> Iterator[list[dict[str, Any]]]:
    """What the function of a command is called with, while it does nothing."""
    calls: list[dict[str, Any]] = []
    module = import_module(f"clustercalls.cli.{command[0]}")
    function: Callable[..., int] = getattr(module, command[1])

    @functools.wraps(function)
    def record(**taken: object) -> int:
        defaults = {name: each.default for name, each in inspect.signature(function).parameters.items()}
        calls.append(defaults | taken)
        return 0

    setattr(module, command[1], record)
    try:
        yield calls
    finally:
        setattr(module, command[1], function)


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command with options of its own, mostly as they are meant, and some words."""
    words = draw(st.sampled_from(COMMANDS))
    command, _ = arguments.command_of(words)
    assert command is not None
    rows = [row for row in arguments.rows_of(command) if row[2]]
    text = st.sampled_from(TEXTS) | st.text(st.characters(exclude_characters="\0"), max_size=3)
    parts: list[list[str]] = []
    for _, kind, names, *_ in draw(st.lists(st.sampled_from(rows), max_size=4)):
        name, value = draw(st.sampled_from(names)), draw(text)
        joined = f"{name}={value}" if name[:2] == "--" else f"{name}{value}"
        usual = [name] if kind == "flag" else [name, value]
        parts.append(draw(st.sampled_from([usual, usual, [joined], [name], [name, value]])))
    parts += [[each] for each in draw(st.lists(text, max_size=3))]
    return [*words, *(word for part in draw(st.permutations(parts)) for word in part)]


@given(lines())
@example(["check", "a", "b", "-r", "c", "-rd"])
@example(["confirm"])
@example(["set", "x", "track=go", "--dry-run"])
@example(["move", "a/first", "b", "4/5/2027"])
@example(["move", "--tag", "soil", "--all-of-these", "4/5/2027", "-y"])
@example(["set", "a", "b", "owner=x", "-t", "c"])
@example(["upcoming", "-n", "3", "--limit=0"])
@example(["export", "caldav", "u", "--user", "me", "--past"])
@example(["export", "vdir", "d", "--window=30d"])
@settings(max_examples=600, deadline=None)
def test_typer_reads_the_same(typed: list[str]) -> None:
    command, words = arguments.command_of(typed)
    assert command is not None
    values = arguments.read(command, words)
    if values is None:
        return
    with recorded(command) as calls:
        assert arguments.called(command, values) == 0
        assert application.answer(typed) == 0
    assert calls[0] == calls[1]


USUAL = [
    ["upcoming"],
    ["upcoming", "30d", "--due", "-f", "json"],
    ["upcoming", "-fjson", "-n5", "--columns=when,title", "--past"],
    ["upcoming", "--tag", "smes", "--tag", "skills", "-r", "a.toml", "-r", "b"],
    ["list", "smart specialisation", "--all", "--output", "-"],
    ["show", "innosup", "--zone=Europe/Rome", "--lang", "it"],
    ["changes", "innosup", "--since", "30d"],
    ["remind", "--dry-run", "--mail-to", "anna@example.org"],
    ["digest", "--pick", "a,b", "-o", "page.html"],
    ["add", "--title", "Title", "--deadline", "15 sept 2027"],
    ["set", "innosup", "track=applying", "note+=a -b"],
    ["move", "innosup/first", "6 apr 2017", "--why", "mail"],
    ["move", "a/first", "b", "6 apr 2017"],
    ["move", "--tag", "soil", "--all-of-these", "6 apr 2017"],
    ["set", "--tag", "soil", "--all-of-these", "owner=anna", "--yes"],
    ["confirm", "a", "b"],
    ["edit", "a"],
    ["remove", "a", "-y"],
    ["undo"],
    ["check", "--strict", "a.toml", "b.toml"],
    ["init", "calls.toml"],
    ["where"],
    ["schema"],
    ["export", "ics", "--due", "--alarms", "30d,7d", "-o", "calls.ics"],
    ["export", "todo", "2017-04"],
    ["export", "vdir", "folder"],
    ["export", "caldav", "https://example.org", "--user", "anna"],
]


@pytest.mark.parametrize("typed", USUAL, ids=" ".join)
def test_the_usual_forms_are_read_by_the_table(typed: list[str]) -> None:
    command, words = arguments.command_of(typed)
    assert command is not None
    assert arguments.read(command, words) is not None


@pytest.mark.parametrize(
    "typed",
    [
        ["upcoming", "--help"],
        ["upcoming", "-h"],
        ["upcoming", "--form", "json"],
        ["upcoming", "-f"],
        ["upcoming", "-f", "json", "-f", "csv"],
        ["upcoming", "--due=yes"],
        ["upcoming", "--tag", "--due"],
        ["upcoming", "--", "30d"],
        ["upcoming", "-5d"],
        ["upcoming", "-n", "0"],
        ["upcoming", "-n", "x"],
        ["upcoming", "30d", "60d"],
        ["show"],
        ["set"],
        ["move", "--tag", "soil"],
        ["export", "caldav", "https://example.org"],
    ],
    ids=" ".join,
)
def test_the_unusual_is_left_to_typer(typed: list[str]) -> None:
    command, words = arguments.command_of(typed)
    assert command is not None
    assert arguments.read(command, words) is None


@pytest.mark.parametrize("typed", [[], ["--help"], ["--version"], ["frob"], ["export"], ["export", "-h"]])
def test_what_names_no_command_is_none(typed: list[str]) -> None:
    assert arguments.command_of(typed)[0] is None


PATHS = [
    (words, row)
    for words in COMMANDS
    for command in [arguments.command_of(words)[0]]
    if command
    for row in arguments.rows_of(command)
    if row[1].startswith("path")
]


@pytest.mark.parametrize(("words", "row"), PATHS, ids=lambda each: " ".join(map(str, each)))
def test_a_path_is_taken_whoever_may_read_it_and_never_empty(
    words: list[str], row: table.Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, _ = arguments.command_of(words)
    assert command is not None
    closed = tmp_path / "closed"
    closed.touch(0)
    rows = arguments.rows_of(command)
    for name in row[2] or ("",):
        above = [each for each in rows if each[3] and (name or rows.index(each) < rows.index(row))]
        below = [each for each in rows if each[3] and not name and rows.index(each) > rows.index(row)]
        before, behind = ([word for each in side for word in (*each[2][:1], "x")] for side in (above, below))
        before += [name] if name else []
        values = arguments.read(command, [*before, str(closed), *behind])
        assert values is not None
        with recorded(command) as calls:
            assert application.answer([*words, *before, str(closed), *behind]) == 0
        assert len(calls) == 1
        assert arguments.read(command, [*before, "", *behind]) is None
        assert main([*words, *before, "", *behind]) == 2
        assert " wants a value" in capsys.readouterr().err


PROBE = """
import sys
from clustercalls.cli.app import main
main({typed!r})
print("typer" in sys.modules)
"""


@pytest.mark.parametrize("typed", [["where"], ["set", "--dry-run", "x", "track=go"], ["set", "x", "-q"]])
def test_typer_is_imported_for_the_unusual_alone(typed: list[str]) -> None:
    script = PROBE.format(typed=typed)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.splitlines()[-1] == str("-q" in typed).encode()
