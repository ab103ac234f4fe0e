"""The house as the design says it is: its tree, its sizes, a test file for each file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOP = HERE.parents[1]
HOUSE = TOP / "src" / "clustercalls"
MODULES = sorted(path for path in HOUSE.rglob("*.py") if path.name not in {"__init__.py", "__main__.py"})
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 260, 40


def rooms() -> set[str]:
    """What stands in the house: its folders with a slash, and the files of its ground floor."""
    folders = {f"{each.parent.relative_to(HOUSE)}/" for each in HOUSE.rglob("*.py") if each.parent != HOUSE}
    return folders | {each.name for each in MODULES if each.parent == HOUSE}


def test_the_tree_of_the_design_is_the_one_on_disk() -> None:
    text = (TOP / "docs" / "design.md").read_text()
    block = text.split("## The tree")[1].split("```")[1]
    rows = [re.split(r"  +", line.strip(), maxsplit=1) for line in block.splitlines() if line.strip()]
    assert [row for row in rows if len(row) != 2] == [], "a room without its sentence"
    assert {row[0] for row in rows} == rooms()
    assert len(rows) == len({row[0] for row in rows})


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(HOUSE)))
def test_no_file_is_longer_than_its_one_purpose_needs(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(HOUSE)))
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    assert {name: lines for name, lines in lengths(path) if lines > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(HOUSE)))
def test_every_file_that_does_something_has_its_own_test_file(path: Path) -> None:
    name = path.relative_to(HOUSE)
    assert only_declares(path) or (HERE / name.parent / f"test_{name.name}").is_file()


def lengths(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file, and how many lines of code each has: its signature and docstring apart."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1


def only_declares(path: Path) -> bool:
    """Whether a file has types and tables alone: no function that does more than name or return a value."""
    return all(lines <= 1 for _, lines in lengths(path))
