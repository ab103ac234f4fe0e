"""What was ticked in a calendar of ours: asked about at a terminal, a comment elsewhere."""

import json
from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-03-25")
REGISTRY = """\
[[call]]
id = "soil"
title = "Soil"
checked = 2027-01-10
deadline = 2027-04-04

[[call]]
id = "water"
title = "Water"
checked = 2027-01-10
deadline = 2027-04-05
"""
COMMAND = "clustercalls done soil/deadline 2027-03-20"
ASKED = "accept / skip / quit [skip]: "


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(REGISTRY)
    return path


@pytest.fixture
def calendar(run: Run, registry: Path, tmp_path: Path) -> Path:
    """What `export todo` writes, the first task of it ticked elsewhere."""
    path = tmp_path / "tasks.ics"
    run("export", "todo", "-o", path, "-r", registry, "--as-of", "2027-01-10")
    ticked = "STATUS:COMPLETED\r\nCOMPLETED:20270320T101500Z"
    path.write_text(path.read_text().replace("STATUS:NEEDS-ACTION", ticked, 1))
    assert "COMPLETED:2027" in path.read_text()
    return path


def done(path: Path) -> dict[str, str]:
    """The days of what is done, by entry."""
    calls = tomli.loads(path.read_text())["call"]
    stages = ((call["id"], stage) for call in calls for stage in call.get("stage", ()))
    return {name: str(stage["done"]) for name, stage in stages if "done" in stage}


def test_on_a_pipe_it_is_a_comment_with_the_command(run: Run, calendar: Path, registry: Path) -> None:
    ran = run("import", calendar, "-r", registry, *NOW)
    assert (ran.code, ran.err, tomli.loads(ran.out)) == (0, "", {})
    assert ran.out.endswith(f": {COMMAND}\n")
    assert run(*COMMAND.split()[1:], "-r", registry, *NOW).code == 0
    assert done(registry) == {"soil": "2027-03-20"}
    assert run("import", calendar, "-r", registry, *NOW).out == ""


def test_for_machines(run: Run, calendar: Path, registry: Path) -> None:
    told = json.loads(run("import", calendar, "-r", registry, "-f", "json", *NOW).out)["done_elsewhere"]
    assert told == [{"id": "soil", "stage": "deadline", "on": "2027-03-20", "command": COMMAND}]


def test_append_leaves_it_and_says_so(run: Run, calendar: Path, registry: Path) -> None:
    ran = run("import", calendar, "--append", "-r", registry, *NOW)
    assert (ran.code, ran.out.endswith(f": {COMMAND}\n")) == (0, True)
    assert registry.read_text() == REGISTRY


def test_at_a_terminal_it_is_asked_and_done_and_undone(run: Run, calendar: Path, registry: Path) -> None:
    terminal = Terminal("import", calendar, "-r", registry, *NOW)
    terminal.answer(ASKED, "a")
    assert terminal.end() == 0
    assert done(registry) == {"soil": "2027-03-20"}
    assert run("undo", "-r", registry).code == 0
    assert registry.read_text() == REGISTRY


@pytest.mark.parametrize("answer", ["", "q"])
def test_at_a_terminal_it_may_be_left(calendar: Path, registry: Path, answer: str) -> None:
    terminal = Terminal("import", calendar, "-r", registry, *NOW)
    terminal.answer(ASKED, answer)
    assert terminal.end() == 0
    assert registry.read_text() == REGISTRY


def test_of_another_registry_it_is_an_entry_on_offer(run: Run, calendar: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(REGISTRY.replace('"soil"', '"soil-2"'))
    ran = run("import", calendar, "-r", other, *NOW)
    assert (ran.code, "[[call]]" in ran.out, COMMAND in ran.out) == (0, True, False)
