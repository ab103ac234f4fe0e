"""Every text the source says to people: found in its syntax, wherever it is defined.

A text is said when it reaches a sink: an argument, a key, a variable or a field with one of the names that
are said in the reader's language. From there it is followed back through variables, tables, conditions and
the functions that return it.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clustercalls.errors import SAID

SINKS = (SAID - {"most"}) | {"why"}
VARIABLES = SINKS - {"found"}  # what a variable of this name holds is a text of ours
THROUGH = {"get", "items", "values", "title"}  # methods whose result has the texts of their object


Reaching = tuple[ast.expr, int | None]  # an expression, and the part of its tuple that is meant


class Said(NamedTuple):
    """A text and where it stands; `glued` when it is put together from pieces, so that nobody can say it."""

    text: str
    place: str
    glued: bool = False


class Source:
    """The modules of a package, with who takes what and which name holds what."""

    def __init__(self, folder: Path) -> None:
        trees = {path: ast.parse(path.read_text()) for path in sorted(folder.rglob("*.py"))}
        self.nodes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
        self.parameters: dict[str, set[tuple[int, str]]] = defaultdict(set)
        self.held: dict[str, list[tuple[ast.expr, int | None]]] = defaultdict(list)
        self.returned: dict[str, list[ast.expr]] = defaultdict(list)
        bases: dict[str, str] = {}
        for path, node in self.nodes:
            if isinstance(node, ast.FunctionDef):
                returns = (each.value for each in ast.walk(node) if isinstance(each, ast.Return))
                self.returned[f"{path}:{node.name}"] += [each for each in returns if each]
                names = [each.arg for each in (*node.args.posonlyargs, *node.args.args) if each.arg != "self"]
                self.parameters[node.name].update(enumerate(names))
            elif isinstance(node, ast.ClassDef):
                bases[node.name] = getattr(node.bases[0], "id", "") if node.bases else ""
                self.parameters[node.name].update(enumerate(_taken(node)))  # of namesakes too
            for target, value in _assigned(node):
                self._hold(path, target, value)
        for name in bases:
            self.parameters[name] = self._inherited(name, bases)

    def said(self) -> Iterator[Said]:
        """Every text that reaches a sink or is handed to a language."""
        for path, node in self.nodes:
            for value, pick in self._sinks(node):
                yield from self._texts(path, value, pick, frozenset())

    def _inherited(self, name: str, bases: dict[str, str]) -> set[tuple[int, str]]:
        own = self.parameters.get(name)
        return own or (self._inherited(bases[name], bases) if name in bases else set())

    def _hold(self, path: Path, target: ast.expr, value: ast.expr) -> None:
        for part, pick in _parts(target):
            if isinstance(part, ast.Name):
                self.held[f"{path}:{part.id}"].append((value, pick))
                if part.id.isupper():
                    self.held[part.id].append((value, pick))

    def _sinks(self, node: ast.AST) -> Iterator[Reaching]:
        if isinstance(node, ast.Call):
            yield from ((each, None) for each in self._arguments(node))
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in SINKS:
                    yield value, None
        for target, value in _assigned(node):
            for part, pick in _parts(target):
                is_key = isinstance(part, ast.Subscript) and getattr(part.slice, "value", "") in SINKS
                if is_key or getattr(part, "id", "") in VARIABLES:
                    yield value, pick

    def _arguments(self, call: ast.Call) -> Iterator[ast.expr]:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        maker = getattr(getattr(call.func, "func", None), "id", "")
        if name == "t" or maker == "language":
            yield from call.args[:1]
        yield from (each.value for each in call.keywords if each.arg in SINKS)
        for number, parameter in self.parameters.get(name, ()):
            if parameter in VARIABLES and number < len(call.args):
                yield call.args[number]

    def _texts(self, path: Path, node: ast.expr, pick: int | None, seen: frozenset[str]) -> Iterator[Said]:
        place = f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Said(node.value, place)
        elif isinstance(node, ast.JoinedStr):
            yield Said(ast.unparse(node), place, glued=True)
        for each in _inner(node, pick):
            yield from self._texts(path, each, pick, seen)
        name, behind = self._behind(path, node, pick)
        if name not in seen:
            for each, part in behind:
                yield from self._texts(path, each, part, seen | {name})

    def _behind(self, path: Path, node: ast.expr, pick: int | None) -> tuple[str, list[Reaching]]:
        """What a variable holds or a function of the same module returns, and its name."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            return name, [(each, pick) for each in self.returned.get(f"{path}:{name}", ())]
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if name in SINKS:
            return name, []  # was met where it was filled
        held = self.held.get(f"{path}:{name}") or self.held.get(name, [])
        return name, [(each, pick if part is None or _is_pairs(each) else part) for each, part in held]


def _taken(node: ast.ClassDef) -> list[str]:
    """The names of what a class is made of: the parameters of its `__init__`, else its fields."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return [arg.arg for arg in each.args.args[1:]]
    return [getattr(each.target, "id", "") for each in node.body if isinstance(each, ast.AnnAssign)]


def _inner(node: ast.expr, pick: int | None) -> list[ast.expr]:
    """The expressions one of which this one comes to; `pick` is the part of a tuple that is meant."""
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp() | ast.Dict():
            return node.values
        case ast.Tuple():
            whole = pick is None or all(isinstance(each, ast.Tuple) for each in node.elts)
            return node.elts if whole else [node.elts[pick or 0]]
        case ast.Subscript():
            return [node.value]
        case ast.GeneratorExp():
            return [node.elt]
        case ast.Call(func=ast.Attribute(value=whole_of, attr=method)) if method in THROUGH:
            return [whole_of, *node.args[1:]]
        case ast.Call(func=ast.Name(id="next")):
            return node.args
    return []


def _is_pairs(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "items"


def _parts(target: ast.expr) -> list[tuple[ast.expr, int | None]]:
    """The single targets of an assignment, each with its part of the tuple."""
    if isinstance(target, ast.Tuple):
        return [(each, number) for number, each in enumerate(target.elts)]
    return [(target, None)]


def _assigned(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Targets and what is assigned to them; of a loop, what it goes over."""
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.target, node.iter
