"""A filter that matches nothing is named, once and to a person alone, by every command that takes filters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, on_a_terminal
from terminals import here

TWO = """\
schema = 1
name = "n"
[[call]]
id = "one"
title = "One"
tags = ["soil"]
checked = 2030-01-01
[[call.stage]]
kind = "deadline"
when = 2031-02-01
[[event]]
id = "two"
title = "Two"
owner = "Ada"
"""
FILTERS = ("--owner", "Ada", "--tag", "soil")
NAMED = "Nothing matches --tag soil --owner Ada.\n"
EMPTY = "Nothing is in the registry yet: clustercalls where names the file.\n"
COMMANDS = pytest.mark.parametrize(
    "command",
    [
        ("upcoming",),
        ("upcoming", "30d"),
        ("upcoming", "--past"),
        ("list",),
        ("list", "--all"),
        ("list", "--unconfirmed"),
        ("confirm",),
        ("digest",),
        ("digest", "60d", "--since", "7d"),
        ("remind",),
        ("remind", "--dry-run"),
        ("remind", "--all"),
        ("export", "ics", "-o", "calls.ics"),
        ("export", "todo", "-o", "tasks.ics", "30d"),
        ("export", "vdir", "folder"),
        ("export", "vdir", "folder", "--past", "--todo"),
    ],
    ids=" ".join,
)
NOW = ("--as-of", "2030-02-01")


def typed(command: tuple[str, ...], path: Path, *options: str) -> tuple[str | Path, ...]:
    at = () if command == ("confirm",) else NOW
    return (*command, "-r", path, *at, *options)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", NOW[1])
    monkeypatch.chdir(tmp_path)


@COMMANDS
def test_the_filters_are_named_every_time(command: tuple[str, ...], registry: Callable[[str], Path]) -> None:
    path = registry(TWO)
    for _ in range(3):  # also out of an index, and where `remind` is known to be quiet
        assert here(*typed(command, path, *FILTERS)) == (0, NAMED)


@COMMANDS
def test_a_pipe_is_told_nothing(command: tuple[str, ...], registry: Callable[[str], Path], run: Run) -> None:
    for _ in range(2):
        ran = run(*typed(command, registry(TWO), *FILTERS))
        assert (ran.code, ran.out, ran.err) == (0, "", "")


@COMMANDS
@pytest.mark.parametrize("options", [(), ("--due",)])
def test_of_an_empty_registry_it_is_said_that_nothing_is_in_it(
    command: tuple[str, ...], options: tuple[str, ...], registry: Callable[[str], Path]
) -> None:
    path = registry('schema = 1\nname = "n"\n')
    for _ in range(3):
        assert here(*typed(command, path, *options)) == (0, EMPTY)


@COMMANDS
def test_of_one_that_cannot_be_read_it_is_not_said(
    command: tuple[str, ...], registry: Callable[[str], Path]
) -> None:
    code, shown = here(*typed(command, registry('[[call]]\nid = "one"\n')))
    assert code == 3
    assert "missing-key" in shown
    assert "Nothing is in the registry" not in shown


@COMMANDS
def test_what_matches_is_never_said_not_to(command: tuple[str, ...], registry: Callable[[str], Path]) -> None:
    ran = on_a_terminal(*typed(command, registry(TWO), "--owner", "Ada"))
    assert "Nothing matches" not in ran.out


def test_a_calendar_of_nothing_is_still_written(registry: Callable[[str], Path]) -> None:
    for file, kind in (("calls.ics", "ics"), ("tasks.ics", "todo")):
        on_a_terminal("export", kind, "-o", file, "-r", registry(TWO), *NOW, *FILTERS)
        assert "BEGIN:VCALENDAR" in Path(file).read_text()
        assert "BEGIN:VEVENT" not in Path(file).read_text()
