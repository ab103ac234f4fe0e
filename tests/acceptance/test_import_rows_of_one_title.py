"""Rows of a table that share their title are told apart, wherever they stand."""

from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-01-12")
HEAD = "Title,Deadline\n"
MAY, JUNE, NEXT = "Same,2027-05-14\n", "Same,2027-06-14\n", "Same,2028-05-14\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "same.csv"


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("")
    return path


def calls(text: str) -> dict[str, str]:
    return {each["id"]: str(each["deadline"]) for each in tomli.loads(text)["call"]}


@pytest.mark.parametrize("title", ["Same", ".", "/", "😀"])
def test_ids_on_a_pipe_are_no_doubles(run: Run, table: Path, registry: Path, title: str) -> None:
    table.write_text(HEAD + (MAY + JUNE).replace("Same", title))
    registry.write_text(run("import", table, "-r", registry, *NOW).out)
    assert len(calls(registry.read_text())) == 2
    assert run("check", "-r", registry).code == 0


def test_a_row_is_known_at_another_place(run: Run, table: Path, registry: Path) -> None:
    table.write_text(HEAD + MAY + JUNE)
    assert run("import", table, "--append", "-r", registry, *NOW).code == 0
    kept = registry.read_text()
    table.write_text(HEAD + JUNE)
    shown = run("import", table, "-r", registry, *NOW).out
    assert "# Known already: same-2\n" in shown
    assert "→" not in shown
    table.write_text(HEAD + JUNE + MAY)
    assert "1. Same: known already, same-2" in run("import", table, "--append", "-r", registry, *NOW).out
    assert registry.read_text() == kept


def test_the_same_row_twice(run: Run, table: Path, registry: Path) -> None:
    table.write_text(HEAD + MAY + JUNE + MAY)
    told = run("import", table, "-r", registry, *NOW).err
    assert "nothing tells it from row 2" in told


def test_next_years_is_added_beside(table: Path, registry: Path) -> None:
    table.write_text(HEAD + MAY)
    asked = "accept / edit / skip / quit [skip]: "
    terminal = Terminal("import", table, "-r", registry, *NOW)
    terminal.answer(asked, "a")
    assert terminal.end() == 0
    table.write_text(HEAD + NEXT)
    terminal = Terminal("import", table, "-r", registry, *NOW)
    terminal.waits("Perhaps same: its title or its address is the same")
    terminal.answer("accept / new / skip / quit [skip]: ", "n")
    assert terminal.end() == 0
    assert calls(registry.read_text()) == {"same": "2027-05-14", "same-2": "2028-05-14"}
