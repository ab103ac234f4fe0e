"""A question holds nobody up: while a command waits for a person, other commands write."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from conftest import Run
from hand_written import HAND_WRITTEN
from terminals import Terminal

Write = Callable[..., Path]
AS_OF = ("--as-of", "2027-01-10")
ADDED = ("add", "--title", "T", "--deadline", "4/5")
AT_ONCE = 10  # seconds; a lock that is held is waited for three times as long

# What is typed, what it asks, and an answer.
ASKING = {
    "move": (("move", "small-grants", "4/5/2027"), "Which day?", "1"),
    "set": (("set", "small-grants", "deadline=4/5/2027"), "Which day?", "1"),
    "add": (("add", "--title", "T", "--deadline", "4/5/2027"), "Which day?", "1"),
    "add, a stage": (("add", "--title", "T", "--stage", "first=4/5/2027"), "Which day?", "1"),
    "add by questions": (("add",), "What is it", "\x04"),
    "add in the editor": (("add", "--edit"), "Editor open", ""),
    "edit": (("edit", "small-grants"), "Editor open", ""),
    "edit again": (("edit", "small-grants"), "Back to the editor?", "n"),
    "remove": (("remove", "small-grants"), "Remove small-grants", "y"),
}
each_question = pytest.mark.parametrize(("typed", "prompt", "answer"), ASKING.values(), ids=ASKING)


@pytest.fixture(autouse=True)
def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    spoils = "again" in request.node.name
    path = tmp_path / "editor"
    body = "echo 'title = ' >> \"$1\"" if spoils else "echo Editor open; read answer"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))


@each_question
def test_a_question_lets_other_commands_write(
    typed: tuple[str, ...], prompt: str, answer: str, registry: Write, run: Run
) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal(*typed, "-r", path, *AS_OF)
    terminal.waits(prompt)
    before = time.monotonic()
    assert run("confirm", "conference", "-r", path, *AS_OF).code == 0
    assert time.monotonic() - before < AT_ONCE
    terminal.answer(prompt, answer)
    terminal.end()
    assert tomli.loads(path.read_text())["event"][0]["checked"].isoformat() == "2027-01-10"
    assert run("check", "-r", path).code == 0


@pytest.mark.parametrize("name", ["move", "set", "add"])
def test_the_answer_is_written_into_the_file_as_it_is_then(name: str, registry: Write, run: Run) -> None:
    typed, prompt, answer = ASKING[name]
    path = registry(HAND_WRITTEN)
    terminal = Terminal(*typed, "-r", path, *AS_OF)
    terminal.waits(prompt)
    assert run("set", "small-grants", "owner=anna", "-r", path).code == 0
    terminal.answer(prompt, answer)
    assert terminal.end() == 0, terminal.seen
    calls = tomli.loads(path.read_text())["call"]
    assert [each["owner"] for each in calls if "owner" in each] == ["anna"]
    assert "2027-05-04" in {str(each.get("deadline")) for each in calls}


@pytest.mark.parametrize("name", ["move", "set", "remove"])
def test_an_answer_about_what_is_gone_by_now_is_refused(name: str, registry: Write, run: Run) -> None:
    typed, prompt, answer = ASKING[name]
    path = registry(HAND_WRITTEN)
    terminal = Terminal(*typed, "-r", path, *AS_OF)
    terminal.waits(prompt)
    assert run("remove", "small-grants", "--yes", "-r", path).code == 0
    now = path.read_text()
    terminal.answer(prompt, answer)
    assert terminal.end() == 2
    assert "unknown-id" in terminal.seen
    assert path.read_text() == now


@pytest.mark.parametrize(
    "typed", [("set", "small-grants", "deadline=4/5"), ("move", "small-grants", "4/5"), ADDED]
)
def test_an_answer_that_fits_no_longer_is_refused(typed: tuple[str, ...], registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    terminal = Terminal(*typed, "-r", path, "--as-of", "2027-05-04T12:00Z")
    terminal.waits("Which day?")
    path.write_text(HAND_WRITTEN.replace("Europe/Brussels'", "Pacific/Kiritimati'"))  # it is 5 May there
    now = path.read_text()
    terminal.answer("Which day?", "1")
    assert terminal.end() == 2
    assert "ambiguous-date: `4/5` could be" in terminal.seen
    assert path.read_text() == now


def test_what_is_asked_about_is_asked_once(registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    typed = ("add", "--title", "T", "--deadline", "4/5/2027", "--source-date", "5/6/2026")
    terminal = Terminal(*typed, "-r", path, *AS_OF)
    terminal.answer("Which day?", "1")
    terminal.answer("Which day?", "2")
    assert terminal.end() == 0, terminal.seen
    entry = tomli.loads(path.read_text())["call"][-1]
    assert (str(entry["deadline"]), str(entry["source"]["date"])) == ("2027-05-04", "2026-05-06")
