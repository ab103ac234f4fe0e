"""The module `cli/table.py`: what every command takes, as literals that cost nothing to import.

Made from the declarations, so that arguments can be read and completed without importing what runs.
"""

import inspect
import re
import types
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_origin

import typer.main

from clustercalls.cli.application import build, declared
from clustercalls.cli.commands import COMMANDS, GROUPS
from clustercalls.cli.declare import Declared
from clustercalls.cli.options import Options

HEAD = '''\
"""What every command takes. Written by docs/command_table.py of the declarations: run `make docs`."""

# ruff: noqa: COM819, E501, Q000 - rows as Python writes them
# fmt: off

# Field, kind of value, names (an argument has none), whether it must be given, what completes it, help.
Row = tuple[str, str, tuple[str, ...], bool, str, str]
# A command: module, function, first line of its help, the groups of options it takes, and its own.
Command = tuple[str, str, str, tuple[tuple[str, str], ...], tuple[Row, ...]]

'''

KINDS: dict[object, str] = {str: "text", bool: "flag", int: "count", Path: "path"}


def command_table() -> str:
    """The text of the module."""
    root: Any = typer.main.get_command(build([]))
    shapes: dict[str, type[Options]] = {}
    tables = {"COMMANDS": _commands(COMMANDS_ALONE, root, shapes)}
    for name in GROUPS:
        module, attribute, _ = COMMANDS[name]
        inner = getattr(import_module(f"clustercalls.cli.{module}"), attribute)
        tables[name.upper()] = _commands(inner, root.commands[name], shapes)
    groups = "\n".join(f"    {name!r}: (\n{_rows(_fields(shapes[name]), 8)})," for name in shapes)
    parts = [HEAD, f"GROUPS: dict[str, tuple[Row, ...]] = {{\n{groups}\n}}\n"]
    parts += [f"{name}: dict[str, Command] = {{\n{text}}}\n" for name, text in tables.items()]
    return "".join(parts)


COMMANDS_ALONE = {name: row[:2] for name, row in COMMANDS.items() if name not in GROUPS}


def _commands(table: dict[str, tuple[str, str]], parent: Any, shapes: dict[str, type[Options]]) -> str:  # noqa: ANN401 - typer's click is private
    lines = []
    for name, (module, attribute) in table.items():
        function = getattr(import_module(f"clustercalls.cli.{module}"), attribute)
        own, groups = [], []
        for each in inspect.signature(function).parameters.values():
            if isinstance(each.annotation, type) and issubclass(each.annotation, Options):
                home = each.annotation.__module__.rpartition(".")[2]
                shape = f"{home}.{each.annotation.__name__}"
                shapes[shape] = each.annotation
                groups.append((each.name, shape))
            else:
                own.append(_row(each.name, each.annotation, required=each.default is inspect.Parameter.empty))
        about = parent.commands[name].get_short_help_str()
        head = f"    {name!r}: ({module!r}, {attribute!r}, {about!r}, {tuple(groups)!r}, (\n"
        lines.append(f"{head}{_rows(own, 12)})),\n")
    return "".join(lines)


def _fields(shape: type[Options]) -> list[tuple[object, ...]]:
    return [_row(name, kind, required=False) for name, kind in declared(shape).items()]


def _rows(rows: list[tuple[object, ...]], deep: int) -> str:
    return "\n".join(f"{' ' * deep}{row!r}," for row in rows)


def _row(name: str, annotation: object, *, required: bool) -> tuple[object, ...]:
    kind, said = get_args(annotation)
    choice = said.metavar if re.fullmatch(r"[a-z]+(\|[a-z]+)+", said.metavar) else ""
    return (name, _kind(kind, said), said.names, required, said.completes or choice, said.help)


def _kind(annotation: object, said: Declared) -> str:
    """How the text is read; an `s` where several may be given."""
    if isinstance(annotation, types.UnionType):
        annotation = next(each for each in get_args(annotation) if each is not types.NoneType)
    several = get_origin(annotation) is list
    kind = KINDS[get_args(annotation)[0] if several else annotation]
    if kind == "count" and said.least != 1:
        raise NotImplementedError("the table knows whole numbers from 1 only")
    return f"{kind}{'s' if several else ''}"
