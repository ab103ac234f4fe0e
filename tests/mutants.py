"""Mutation testing of the core, as small as it can be: `make mutants`.

Each comparison, `and`/`or`, `not`, sum, number and boolean of a module is changed in turn and the module's
own tests are run, in a fork that has everything else imported already. What no test sees is printed: a
missing test, or a needless line. Properties run with few examples, so that the tables must tell.
"""

import ast
import copy
import importlib.abc
import importlib.machinery
import os
import signal
import sys
import types
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
TESTS = {
    "edtf": ["tests/unit/test_edtf.py"],
    "timeline": ["tests/unit/test_timeline.py"],
    "query.named": ["tests/unit/query/test_named.py"],
    "query.search": ["tests/unit/query/test_select.py"],
    "query.select": ["tests/unit/query/test_select.py"],
    "phrase.windows": ["tests/unit/phrase/test_windows.py"],
}
# Changes that change nothing: a module, a piece of the line, why.
EQUIVALENT = {
    ("timeline", "spares computing an instant"): "a bound on work, not on what is over",
    ("timeline", "if len(ahead) > 1"): "the least of one is that one: a bound on work",
    ("timeline", "LATER_THAN_ANY_DAY, 0, 0, milestone.uid"): "the same filling for every undated one",
}
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Mod: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def changed(node: ast.AST) -> bool:
    """Changes a node in place, if it is one of those that are changed."""
    match node:
        case ast.Compare(ops=[op]):
            node.ops = [SWAPS[type(op)]()]  # type: ignore[list-item]  # an operator for an operator
        case ast.BoolOp() | ast.BinOp() if type(node.op) in SWAPS:
            node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]  # the same
        case ast.UnaryOp(op=ast.Not()):
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case _:
            return False
    return True


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """Every change of a text: its line, what it becomes, and the whole tree with it."""
    tree = ast.parse(source)
    # how a class is made (frozen, without a garbage collector) is nothing it does
    made = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef)
        for keyword in each.keywords
        for node in ast.walk(keyword)
    }
    places = [
        number
        for number, node in enumerate(ast.walk(tree))
        if id(node) not in made and changed(copy.deepcopy(node))
    ]
    for number in places:
        mutant = copy.deepcopy(tree)
        node = list(ast.walk(mutant))[number]
        changed(node)
        yield getattr(node, "lineno", 0), ast.unparse(node), ast.fix_missing_locations(mutant)


class Planted(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module another tree than its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,  # noqa: ARG002 - as the interface has it
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self) if name == self.name else None

    def exec_module(self, module: types.ModuleType) -> None:
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)  # noqa: S102 - our own source


def survives(name: str, path: Path, tree: ast.Module) -> bool:
    """Whether the tests of a module pass with this tree."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    code = 1
    try:
        sys.meta_path.insert(0, Planted(f"clustercalls.{name}", path, tree))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        signal.alarm(60)  # a change may make a loop endless: that is seen, too
        options = ["-x", "-q", "-n0", "--assert=plain", "-p", "no:randomly", "-p", "no:cacheprovider"]
        code = int(pytest.main([*options, *TESTS[name]]))
    finally:
        os._exit(code)


def main(names: Sequence[str]) -> int:
    """Prints each change that no test of its module sees; 1 when there is one."""
    # imported once, for every fork
    for heavy in ("edtf", "msgspec", "dateutil.relativedelta", "zoneinfo", "rich.table", "typer"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module(heavy)
    hypothesis.settings.register_profile("few", max_examples=10, derandomize=True, database=None)
    hypothesis.settings.load_profile("few")
    os.chdir(ROOT)
    left = 0
    for name in names or TESTS:
        path = ROOT / "src" / "clustercalls" / (name.replace(".", "/") + ".py")
        lines = path.read_text().splitlines()
        if not survives(name, path, ast.parse(path.read_text())):
            sys.exit(f"{name}: its tests fail as it is")
        count = 0
        for line, becomes, tree in mutants(path.read_text()):
            count += 1
            if survives(name, path, tree) and not excused(name, lines[line - 1]):
                left += 1
                sys.stdout.write(f"{path.relative_to(ROOT)}:{line}: {lines[line - 1].strip()} -> {becomes}\n")
                sys.stdout.flush()
        sys.stdout.write(f"{name}: {count} changes\n")
    return 1 if left else 0


def excused(name: str, line: str) -> bool:
    """Whether a change of this line is known to change nothing."""
    return any(name == module and piece in line for module, piece in EQUIVALENT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
