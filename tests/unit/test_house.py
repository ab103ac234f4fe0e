"""The house as the design says it is: its tree, its sizes, a test file for each file."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from sys import maxsize
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
TOP = HERE.parents[1]
HOUSE = TOP / "src" / "clustercalls"
MODULES = sorted(path for path in HOUSE.rglob("*.py") if path.name not in {"__init__.py", "__main__.py"})
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 260, 40
WRITTEN = {"cli/table.py"}  # by a program, a row an option: who reads it looks for one


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


def test_the_layers_of_the_design_are_those_that_are_enforced() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text())
    enforced = project["tool"]["importlinter"]["contracts"][0]["layers"]
    block = (TOP / "docs" / "design.md").read_text().split("## Layers")[1].split("```")[1]
    assert [re.split(r"  +", line)[0] for line in block.strip().splitlines()] == enforced


def test_a_decision_says_what_was_open_what_was_chosen_and_why_in_three_lines() -> None:
    decisions = (TOP / "docs" / "design.md").read_text().split("\n## Decisions\n")[1]
    each = re.findall(r"^- .*(?:\n  .*)*", decisions, re.MULTILINE)
    form = re.compile(r"- \*\*.+?\*\*[^→]* → [^→]+ → [^→]+", re.DOTALL)
    wrong = [text for text in each if text.count("\n") > 2 or not form.fullmatch(re.sub(r"\s+", " ", text))]
    assert wrong == []
    assert len(each) > 200


def test_the_lowest_version_of_everything_used_is_tried() -> None:
    made = re.findall(r"<<'PY'\n(.*?)\nPY\n", (TOP / ".ci" / "versions").read_text(), re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", made[0]], cwd=TOP, capture_output=True, text=True, check=True)
    project = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
    extras = [its for name, its in project["optional-dependencies"].items() if name != "dev"]
    used = {re.split(r"[^\w.-]", each)[0] for its in (project["dependencies"], *extras) for each in its}
    assert {line.partition("==")[0] for line in ran.stdout.splitlines()} == used


def test_no_file_is_longer_than_its_one_purpose_needs() -> None:
    lines = {named(path): len(path.read_text().splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES and name not in WRITTEN} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lines = {f"{named(path)}:{name}": count for path in MODULES for name, count in lengths(path)}
    assert {name: count for name, count in lines.items() if count > MOST_LINES_OF_A_FUNCTION} == {}


def test_every_file_that_does_something_has_its_own_test_file() -> None:
    untested = [named(path) for path in MODULES if not (only_declares(path) or file_of_tests(path).is_file())]
    assert untested == []


def test_no_test_file_is_left_without_its_file() -> None:
    mirrored = {file_of_tests(path) for path in MODULES}
    rooms_of_tests = (each for each in HERE.rglob("test_*.py") if each.parent != HERE)
    assert [str(each.relative_to(HERE)) for each in rooms_of_tests if each not in mirrored] == []


def named(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def file_of_tests(path: Path) -> Path:
    name = path.relative_to(HOUSE)
    return HERE / name.parent / f"test_{name.name}"


@cache
def parsed(path: Path) -> ast.Module:
    """A file of the house, which nobody alters while it is inspected."""
    return ast.parse(path.read_text())


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a file of the house is made of."""
    return tuple(ast.walk(parsed(path)))


@cache
def lengths(path: Path) -> tuple[tuple[str, int], ...]:
    """The functions of a file, and how many lines of code each has: its signature and docstring apart."""
    return tuple(_lengths(path))


def _lengths(path: Path) -> Iterator[tuple[str, int]]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1


def only_declares(path: Path) -> bool:
    """Whether a file has types and tables alone: no function that does more than name or return a value."""
    return all(lines <= 1 for _, lines in lengths(path))


def test_nobody_but_the_disk_opens_files() -> None:
    """So what a person names is written behind its gate, and what is no regular file is never waited for."""
    opening = {named(path) for path in MODULES if path.parent.name != "disk" and opens(path)}
    assert opening == {
        "cli/keep/editor.py",  # a draft, in the folder for such files
        "cli/output.py",  # nothing, in the place of a stream that is gone
    }


def opens(path: Path) -> bool:
    """Whether a module opens, makes or writes a file by itself."""
    return not called(path).isdisjoint(
        {"open", "write_bytes", "write_text", "touch", "mkstemp", "mkfifo", "mknod"}
    )


@cache
def called(path: Path) -> set[str]:
    """The names of what a module calls."""
    calls = (node.func for node in nodes(path) if isinstance(node, ast.Call))
    return {each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in calls}


def test_one_rule_has_one_place() -> None:
    """Who reads a text as a day or an hour, and who asks which file it is: another one is a second copy."""
    assert calling({"fromisoformat", "strptime"}) == {
        "calendar/published.py",  # stamps, as a calendar has them
        "calendar/revise.py",  # the day on which it was called off there
        "catalogue/reading.py",  # its own stamps
        "cli/moment.py",  # what is asked for as now
        "config.py",  # `alarm_at`
        "edtf.py",
        "editing/journal_entries.py",  # moments of the journal
        "history/text.py",  # rows of history, and what looks compare
        "phrase/settle.py",  # days that `phrase` itself has written
        "registry/dates.py",
        "sources/common_grants/key_dates.py",  # days and hours of an opportunity, which are ISO's alone
        "sources/tables/cells.py",  # dates of a table that are written as ISO has them
        "reminders/remembered.py",  # hours as the memory of what was told has them
    }
    assert calling({"samefile"}) == {"cli/places.py"}
    assert calling({"mkdir", "makedirs"}) == {"disk/folders.py"}  # which keeps it ours, whatever the umask


def calling(names: set[str]) -> set[str]:
    """The modules in which something of one of these names is called."""
    return {named(path) for path in MODULES if not called(path).isdisjoint(names)}


def test_limits_stand_in_their_one_table() -> None:
    """How much is read, kept or waited for; what is no limit of that kind says here what it is."""
    found = {f"{named(path)}:{name}" for path in MODULES if path.name != "limits.py" for name in bounds(path)}
    assert found == {
        "calendar/times.py:LONGEST_WINDOW",  # of a calendar, as here
        "calendar/revise.py:KEPT_DAYS",  # of a calendar: when an event that was called off goes
        "disk/outputs.py:MOMENT_SECONDS",  # until it is said that one waits, within a limit
        "disk/outputs.py:STEP_SECONDS",  # between two looks, within a limit
        "phrase/windows.py:LONGEST_YEARS",  # of the language of dates
        "query/alike.py:LONGEST_COMPARED",  # how words are told, here and below
        "cli/work/days_off.py:MOST_YEARS",  # of what is asked for at once
        "registry/shape.py:WORKING_LIMIT",
        "registry/shape.py:DAYS_LIMIT",  # of the file, as its schema has it, here and below
        "registry/shape.py:MONTHS_LIMIT",
        "registry/suggest.py:MOST_LISTED",
        "registry/syntax_errors.py:MANY_LEVELS",  # of the reader of TOML and the interpreter
        "registry/syntax_errors.py:MOST_DIGITS",
        "registry/values.py:MOST_MONEY",
        "registry/values.py:MOST_PERCENT",
        "render/changes.py:LONGEST",
        "render/sheet.py:LONGEST_LINK",  # of Excel, here and below
        "render/sheet.py:MOST_LETTERS",
        "render/sheet.py:MOST_LINKS",
        "render/sheet.py:MOST_ROWS",
        "cli/shell.py:LONGEST",
        "editing/new_entry.py:LONGEST",
        "tables/findings.py:LONGEST_NUMBER",
        "tables/findings.py:LONGEST_QUOTE",
    }


BOUND = re.compile("MOST|LONGEST|KEPT|LIMIT|SECONDS|PATIENCE|GRACE|TIMEOUT|BYTES|MOMENT|FAREWELL|MANY")
WAITING = {"seconds", "timeout", "most"}


def bounds(path: Path) -> Iterator[str]:
    """The numbers of a module that bound something, by their name or by the argument that they are."""
    tree = parsed(path)
    for node in tree.body:
        if isinstance(node, ast.Assign) and is_number(node.value):
            yield from (
                each.id for each in node.targets if isinstance(each, ast.Name) and BOUND.search(each.id)
            )
    for call in (each for each in nodes(path) if isinstance(each, ast.Call)):
        its = getattr(call.func, "id", getattr(call.func, "attr", ""))
        said = [each.arg for each in call.keywords if each.arg in WAITING and stated(each)]
        yield from (f"{its}({each}=)" for each in said if its != "timedelta")


def is_number(value: ast.expr) -> bool:
    """Whether it is a number, or worked out of numbers alone."""
    return all(isinstance(each, ast.Constant | ast.operator | ast.BinOp) for each in ast.walk(value)) and (
        not any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(value))
    )


def stated(argument: ast.keyword) -> bool:
    return isinstance(argument.value, ast.Constant) and bool(argument.value.value)


VAGUE = {"each", "found", "its", "said"}
IN_SIGHT = 2  # how many lines below its binding a vague name may be used: beside it, or behind one other
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Scope = ast.FunctionDef | ast.Lambda | Comprehension


class Spot(NamedTuple):
    """Where a vague name stands, and whether it is bound there or used."""

    line: int
    name: str
    is_bound: bool


def test_a_name_that_is_used_out_of_sight_says_what_it_holds() -> None:
    rooms_of_code = sorted({path.parent for path in HOUSE.rglob("*.py")})
    vague = {named(room): [*map(str, far_names(room))] for room in rooms_of_code}
    assert {room: names for room, names in vague.items() if names} == {}


@pytest.mark.parametrize(
    ("body", "far"),
    [
        ("found = 1\n 2\n return found", []),
        ("found = 1\n 2\n 3\n return found", ["2 found"]),
        ("found = 1\n 2\n found = 3\n 4\n return found", []),
        ("2\n return its", []),
        ("2\n 3\n return its", ["1 its"]),
        ("for each in its:\n  3\n  4\n  print(each)", ["2 each"]),
        ("found = 1\n def inner():\n  4\n  return found", ["2 found"]),
        ("found = 1\n def inner(found):\n  return 4\n return inner", []),
        ("return [\n  each\n  for each in ()]", []),
        ("return [\n  each\n  for each in ()\n ]", ["2 each"]),
        ("each = 1\n 3\n 4\n return [each for each in ()]", []),
    ],
)
def test_out_of_sight_is_where_more_than_a_line_is_between(body: str, far: list[str]) -> None:
    tree = ast.parse(f"def of(its):\n {body}")
    scopes = (each for each in ast.walk(tree) if isinstance(each, Scope))
    assert [f"{line} {name}" for scope in scopes for line, name in out_of_sight(scope)] == far


def far_names(room: Path) -> Iterator[str]:
    """The vague names in the files of a room that are used out of sight of their binding."""
    for path in sorted(room.glob("*.py")):
        for scope in nodes(path):
            if isinstance(scope, Scope):
                yield from (f"{named(path)}:{line} {name}" for line, name in out_of_sight(scope))


def out_of_sight(scope: ast.expr | ast.FunctionDef) -> Iterator[tuple[int, str]]:
    """The vague names bound in a scope whose last use is too far below, each with the line of its binding."""
    spots = vague_names(scope)
    bindings = sorted({(spot.line, spot.name) for spot in spots if spot.is_bound})
    for line, name in bindings:
        if isinstance(
            scope, Comprehension
        ):  # there a name is bound behind its use: all of it must be in sight
            first, last = scope.lineno, scope.end_lineno or 0
        else:
            anew = min((below for below, same in bindings if same == name and below > line), default=maxsize)
            used = (spot.line for spot in spots if spot.name == name and not spot.is_bound)
            first, last = line, max((below for below in used if line <= below <= anew), default=line)
        if last - first > IN_SIGHT:
            yield first, name


def vague_names(node: ast.AST) -> list[Spot]:
    """Those in a piece of code that are its own: without those bound in a function or comprehension in it."""
    if isinstance(node, ast.arg):
        return [Spot(node.lineno, node.arg, True)] if node.arg in VAGUE else []
    if isinstance(node, ast.Name):
        return [Spot(node.lineno, node.id, isinstance(node.ctx, ast.Store))] if node.id in VAGUE else []
    spots: list[Spot] = []
    for child in ast.iter_child_nodes(node):
        inner = vague_names(child)
        elsewhere = {spot.name for spot in inner if spot.is_bound} if isinstance(child, Scope) else set()
        spots += [spot for spot in inner if spot.name not in elsewhere]
    return spots


NAMESAKES = {
    "EntryKind": {"codes.py", "enumerations.py"},  # `enumerations` are made of those words, here and below
    "StageKind": {"codes.py", "enumerations.py"},
    "Status": {"codes.py", "enumerations.py"},
    "Track": {"codes.py", "enumerations.py"},
    "Entry": {"index/stand_ins.py", "model.py"},  # a stand-in is called as what it stands for, here and below
    "Row": {"index/stand_ins.py", "query/select.py"},
    "Span": {"edtf.py", "index/stand_ins.py"},
    "Stage": {"index/stand_ins.py", "model.py"},
}


def test_no_two_classes_have_one_name() -> None:
    """Else who meets it must look up which one it is."""
    homes: dict[str, set[str]] = {}
    for path in HOUSE.rglob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, set()).add(named(path))
    twins = {name: paths for name, paths in homes.items() if len(paths) > 1}
    assert twins == NAMESAKES
