"""`clustercalls undo`, as it is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run, at_a_terminal, on_a_terminal
from hand_written import HAND_WRITTEN
from terminals import unwrapped

Write = Callable[..., Path]
EDITS = (
    ("move", "innosup", "6 apr 2017"),
    ("set", "innosup", "status=suspended"),
    ("confirm", "innosup", "small"),
    ("add", "--title", "New"),
    ("remove", "conference", "--yes"),
)


@pytest.mark.parametrize("text", [HAND_WRITTEN, HAND_WRITTEN.replace("\n", "\r\n"), "\ufeff" + HAND_WRITTEN])
def test_every_edit_is_taken_back_to_the_byte(text: str, run: Run, registry: Write) -> None:
    path = registry("")
    states = [text.encode()]
    path.write_bytes(states[0])
    for edit in EDITS:
        ran = run(*edit, "-r", path)
        assert ran.code == 0, ran.err
        states.append(path.read_bytes())
    assert len(set(states)) == len(EDITS) + 1
    for state in reversed(states[:-1]):
        assert run("undo", "-r", path).code == 0
        assert path.read_bytes() == state
    ran = run("undo", "-r", path)
    assert (ran.code, path.read_bytes()) == (2, states[0])


def test_a_file_changed_since_is_left_alone(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("confirm", "innosup", "-r", path).code == 0
    path.write_text(path.read_text() + "# by hand\n")
    now = path.read_text()
    ran = run("undo", "-r", path)
    assert (ran.code, path.read_text()) == (4, now)
    assert "confirm" in ran.err


def test_what_never_came_to_be_is_passed_over(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clustercalls.disk import exchange

    path = registry(HAND_WRITTEN)
    assert run("confirm", "innosup", "-r", path).code == 0
    now = path.read_text()
    with monkeypatch.context() as failing:

        def fail(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        failing.setattr(exchange.Prepared, "put", fail)
        assert run("set", "innosup", "owner=anna", "-r", path).code == 130
    assert path.read_text() == now
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_a_line_that_a_crash_cut_off_is_passed_over(run: Run, registry: Write, tmp_path: Path) -> None:
    path = registry(HAND_WRITTEN)
    assert run("confirm", "innosup", "-r", path).code == 0
    journal = tmp_path / "home" / ".local" / "state" / "clustercalls" / "journal.jsonl"
    journal.write_text(journal.read_text() + '{"id": "cut o')
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_one_command_on_two_files_is_taken_back_in_both(run: Run, registry: Write) -> None:
    one, two = registry(HAND_WRITTEN), registry('[[call]]\nid = "two"\ntitle = "T"\n', "two.toml")
    before = one.read_text(), two.read_text()
    assert run("confirm", "two", "small", "-r", one, "-r", two).code == 0
    assert run("undo", "-r", one, "-r", two).code == 0
    assert (one.read_text(), two.read_text()) == before


def test_a_file_of_the_same_command_that_was_not_named_is_said_at_a_terminal(
    run: Run, registry: Write
) -> None:
    one, two = registry(HAND_WRITTEN), registry('[[call]]\nid = "two"\ntitle = "Two"\n', "two.toml")
    assert run("confirm", "innosup", "two", "-r", one, "-r", two).code == 0
    confirmed = two.read_text()
    said = f"The same command changed these, which were not named and stay: {two}"
    assert said not in on_a_terminal("undo", "-r", one, "--dry-run").out
    assert said in unwrapped(at_a_terminal("undo", "-r", one))
    assert (one.read_text(), two.read_text()) == (HAND_WRITTEN, confirmed)
    told = at_a_terminal("undo", "-r", two)  # the other one is taken back by now
    assert "The same command" not in told
    assert two.read_text() != confirmed
    assert run("confirm", "innosup", "two", "-r", one, "-r", two).code == 0
    assert run("undo", "-r", one).err == ""


def test_without_a_home_there_is_nothing_to_take_back(
    run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")
    path = registry(HAND_WRITTEN)
    ran = run("confirm", "innosup", "-r", path)
    assert (ran.code, ran.err) == (0, "")
    assert path.read_text() != HAND_WRITTEN
    assert run("undo", "-r", path).code == 2


def test_a_journal_that_cannot_be_written_refuses_the_edit(run: Run, registry: Write, tmp_path: Path) -> None:
    (tmp_path / "home" / ".local").write_text("not a folder")
    path = registry(HAND_WRITTEN)
    ran = run("confirm", "innosup", "-r", path)
    assert (ran.code, path.read_text()) == (4, HAND_WRITTEN)
    assert "XDG_STATE_HOME" in ran.err
