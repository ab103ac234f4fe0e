"""`clustercalls init`: a registry of one's own to start from."""

import os
from enum import Enum, auto
from pathlib import Path
from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.context import Context
from clustercalls.cli.declare import argument, option
from clustercalls.cli.house.init_folder import is_for_many, made_empty, made_from
from clustercalls.cli.house.init_git import merged_by_entries
from clustercalls.cli.options import Common
from clustercalls.cli.ours import ours_of
from clustercalls.cli.places import is_example
from clustercalls.cli.registry_in_use import found_for, own_path
from clustercalls.disk.folders import is_folder, is_there
from clustercalls.disk.ignored import Ignored, ignore, work_tree
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import create
from clustercalls.disk.read import read
from clustercalls.errors import Refusal, UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.registry.paths import SHARED, is_registry
from clustercalls.registry.read import load
from clustercalls.registry.schema import document
from clustercalls.registry.starter import SCHEMA_FILE, starter
from clustercalls.registry.values import near_identifier

LOCKS = "*.toml.lock"  # what stands beside a registry, where scripts expect it
REMOVED = "*.toml.removed"  # what `remove` keeps aside, private notes too


def init(
    common: Common,
    path: Annotated[
        Path | None,
        argument(metavar="[PATH]", help="File to make; by default your own.", show_default=False),
    ] = None,
    git: Annotated[
        bool, option("--git", help="Have git merge it entry by entry; of a file that is there, do only this.")
    ] = False,
    cut_from: Annotated[
        Path | None,
        option("--from", metavar="FILE", help="Into a folder: cut this file, a file an entry; it stays."),
    ] = None,
) -> int:
    """A registry of your own, with comments that explain it; never overwrites.

    A FOLDER is one of many hands: what registry.toml says holds for all files in it, and each new entry is a
    file of its own.

    Example: clustercalls init calls.toml
    """
    context = context_of(common, registry=False)
    own = own_path()
    typed = list(common.registry or ())
    if not path and len(typed) > 1:
        raise UsageRefused(problem("not-together", one=str(typed[0]), other=str(typed[1])))
    named = path or next(iter(common.registry or ()), None) or (_in_use(common, context) if git else None)
    target = named or own or Path("calls.toml")
    if named and is_for_many(target) and not (git and is_there(str(target / "calls.toml"), above=False)):
        return _many(target, cut_from, context, git=git)
    if cut_from:
        raise UsageRefused(problem("not-together", one="--from", other=str(target)))
    target = target / "calls.toml" if is_folder(target) else target
    if git and is_there(str(target), above=False):
        output.write(_left_alone(target, context.t))
        output.write(merged_by_entries(target, context.t))
        return context.code()
    ours = ours_of(context) if named else Ours()
    beside = target.parent / SCHEMA_FILE
    told_by = _schema(beside)
    known = _known_name(target)
    name = "" if known else _name(target)
    text = starter(name, context.t, schema=told_by is not Schema.OTHER).encode()
    create(target, text, ours, None if told_by is Schema.OTHER else beside, document().encode())
    output.write(_next(target, own, context.t))
    output.write(_beside(beside, told_by, context.t))
    if known:
        output.write(
            [context.t("This folder has the name {name}: the new file states none.", name=known) + "\n"]
        )
    output.write(_left_alone(target, context.t))
    if git:
        output.write(merged_by_entries(target, context.t))
    return context.code()


def _many(folder: Path, cut_from: Path | None, context: Context, *, git: bool) -> int:
    """Makes a folder of many hands, of a file or without entries, and says what to do next.

    With `git`, one that is there stays, and git is told of it.
    """
    t, ours = context.t, ours_of(context)
    if git and not cut_from and is_there(str(folder / SHARED), above=False):
        output.write(_left_alone(folder / SHARED, t))
        output.write(merged_by_entries(folder / SHARED, t))
        return context.code()
    if cut_from:
        count = made_from(folder, cut_from, ours)
        output.write([t("Made {path}: {count} entries, a file each. Next:", path=folder, count=count) + "\n"])
    else:
        known = _known_name(folder / SHARED)
        made_empty(folder, "" if known else _name(folder), ours, t)
        output.write([t("Made {path}. Next:", path=folder) + "\n"])
    shown = output.shell_word(str(folder))
    output.write([f"  clustercalls add -r {shown}\n", f"  clustercalls upcoming -r {shown}\n"])
    output.write(_left_alone(folder / SHARED, t))
    if git:
        output.write(merged_by_entries(folder / SHARED, t))
    return context.code()


def _in_use(common: Common, context: Context) -> Path | None:
    """The registry in use, unless it is the bundled example."""
    used = found_for(common, context.config)
    return next((each for each in used.paths if not is_example(each)), None) if used else None


class Schema(Enum):
    """What stands where the schema belongs."""

    NONE = auto()
    SAME = auto()
    OTHER = auto()


def _schema(beside: Path) -> Schema:
    if not os.path.lexists(beside):
        return Schema.NONE
    try:
        is_same = read(beside) == document().encode()
    except (Refusal, OSError):
        is_same = False
    return Schema.SAME if is_same else Schema.OTHER


def _next(target: Path, own: Path | None, t: Language) -> list[str]:
    option = "" if target == own else f" -r {output.shell_word(str(target))}"
    return [
        t("Made {path}. Next:", path=target) + "\n",
        f"  ${{EDITOR:-nano}} {output.shell_word(str(target))}\n",
        f"  clustercalls upcoming{option}\n",
    ]


def _beside(beside: Path, there: Schema, t: Language) -> list[str]:
    """What was done about the schema beside the registry."""
    if there is Schema.NONE:
        return [t("For editors: {path}", path=beside) + "\n"]
    if there is Schema.SAME:
        return []
    return [t("{path} was there and stays: the registry names no schema.", path=beside) + "\n"]


def _left_alone(target: Path, t: Language) -> list[str]:
    """Has git leave alone what stands beside a registry; what was done."""
    root = work_tree(target.parent)
    if root is None or target.suffix.lower() != ".toml":
        return []
    told = []
    for line in (LOCKS, REMOVED):
        done, file = ignore(target.parent, root, line)
        if done is Ignored.ADDED:
            told.append(t("Git leaves alone: {line} in {path}", line=line, path=file))
        elif done is Ignored.NOT_OURS:
            told.append(t("{path} is no file to add to: have git leave {line} alone.", path=file, line=line))
    return [f"{each}\n" for each in told]


def _known_name(target: Path) -> str:
    """The name that a registry in this folder states, which is one with the new file; empty without any."""
    if not is_registry(target.name) or not target.parent.is_dir():
        return ""
    return load((target.parent,)).name


def _name(target: Path) -> str:
    """A name for the registry that no other has."""
    return f"{(near_identifier(target.stem) or 'calls')[:40]}-{os.urandom(4).hex()}"
