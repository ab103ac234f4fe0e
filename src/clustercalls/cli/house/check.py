"""`clustercalls check`: every problem of the registry, errors and warnings."""

from pathlib import Path
from typing import Annotated

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.context import Context
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import Common
from clustercalls.cli.registry_in_use import read
from clustercalls.errors import Problem
from clustercalls.render.message import wrapped

NOT_LOOKED_AT = frozenset({"no-registry", "unreadable", "empty-folder"})


def check(
    common: Common,
    paths: Annotated[
        list[Path] | None,
        argument(metavar="[PATH]…", help="Files or folders.", show_default=False),
    ] = None,
    strict: Annotated[bool, option("--strict", help="Exit 1 on warnings too.")] = False,
) -> int:
    """Every problem of a registry, one a line; nothing when there is none.

    Example: clustercalls check --strict
    """
    named = replace(common, registry=[*(common.registry or ()), *(paths or ())] or None)
    context = context_of(named)
    registry = read(named, context, or_bundled=False, warnings=True)
    output.write((f"{_line(each, context)}\n" for each in registry.problems), paged=context.pages)
    if context.talks and not registry.problems:
        output.say(context.t("No problem. Entries: {count}.", count=len(registry.entries)))
    if any(each.code in NOT_LOOKED_AT for each in registry.problems):
        return 3
    return context.code(1 if (registry.problems if strict else registry.errors) else 0)


def _line(found: Problem, context: Context) -> str:
    line = output.line_of(found, context.t)
    return wrapped(line, context.columns, output.where(found)) if context.terminal else line
