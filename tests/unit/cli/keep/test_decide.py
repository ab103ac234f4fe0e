"""A field that git left contested, decided by `move` and `set`."""

from pathlib import Path

import pytest

from conftest import Run

TEXT = """\ufeff[[call]]
id = "soil"
title = "Soil"
<<<<<<< ours
deadline = 2017-04-04
note = "a b"
=======
deadline = 2017-05-05
note = "c"
>>>>>>> theirs
checked = 2017-01-01

[[call]]
id = "air"
title = "Air"
deadline = 2017-06-06
checked = 2017-01-01
"""
AS_OF = ("--as-of", "2017-01-10")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(TEXT, newline="")
    return path


@pytest.mark.parametrize(("words", "value"), [
    (("move", "soil/deadline", "2017-05-05"), "deadline = 2017-05-05\n"),
    (("move", "Soil/Deadline", "2017-04-04"), "deadline = 2017-04-04\n"),
    (("set", "soil", "deadline=2017-04-04"), "deadline = 2017-04-04\n"),
])  # fmt: skip
def test_one_field_after_the_other(run: Run, path: Path, words: tuple[str, ...], value: str) -> None:
    assert run(*words, "-r", path, *AS_OF) == (0, "", "")
    both = path.read_text()
    assert both.count(value) == 2
    assert both.count("<<<<<<<") == 1
    assert run("set", "soil", "note=a b", "-r", path) == (0, "", "")
    between = TEXT[TEXT.index("<<<") : TEXT.index("checked")]
    assert path.read_bytes().decode() == TEXT.replace(between, f'{value}note = "a b"\n')
    assert run("check", path).code == 0


def test_a_dry_run_shows_it_and_writes_nothing(run: Run, path: Path) -> None:
    ran = run("move", "soil/deadline", "2017-05-05", "--dry-run", "-r", path, *AS_OF)
    assert (ran.code, "-deadline = 2017-04-04" in ran.out) == (0, True)
    assert path.read_bytes().decode() == TEXT


def test_a_value_of_neither_side_is_refused_with_both(run: Run, path: Path) -> None:
    ran = run("move", "soil/deadline", "2017-05-06", "-r", path, *AS_OF)
    assert (ran.code, ran.err.count("\n")) == (3, 1)
    assert "contested-field: soil: deadline: " in ran.err
    assert path.read_bytes().decode() == TEXT


def test_what_is_not_contested_is_refused_as_ever(run: Run, path: Path) -> None:
    ran = run("move", "air", "2017-06-07", "-r", path, *AS_OF)
    assert (ran.code, path.read_bytes().decode()) == (3, TEXT)


@pytest.mark.parametrize("command", ["upcoming", "list"])
def test_all_else_is_shown(run: Run, path: Path, command: str) -> None:
    ran = run(command, "-r", path, *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, ran.out.split()) == (3, ["air"])
    assert ran.err.count("Keep one: clustercalls ") == 2
    assert "Keep one: clustercalls move soil/deadline 2017-04-04\n" in ran.err
    assert "Keep one: clustercalls set soil 'note=a b'\n" in ran.err
