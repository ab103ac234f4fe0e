"""A file that `add` begins in a folder that is the registry: one an entry, so that colleagues never meet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.ours import ours_of
from clustercalls.disk.outputs import create
from clustercalls.editing.document import Document, as_document
from clustercalls.errors import ADVICE, InputRefused, UsageRefused, problem
from clustercalls.registry.paths import SHARED, is_registry, own_name


def file_for(desk: Desk, named: Path | None) -> Path:
    """The file in use that is named, or a new one in a folder in use; without a name the last one.

    Raises:
        UsageRefused: when it is neither.
        InputRefused: when it would stand in what of the registry cannot be read.
    """
    lost = {each.place.file: each for each in desk.lost}
    meant = str(desk.in_use.paths[-1]) if named is None and desk.in_use else ""
    for each in (str(named), str(named.parent)) if named else (meant,):
        if each in lost:
            raise InputRefused(lost[each])
    if named is None:
        return desk.paths[-1]
    for path in desk.paths:
        if os.path.realpath(path) == os.path.realpath(named):
            return path
    for folder in desk.folders:
        inside = folder / named if named.name == str(named) else named
        if os.path.realpath(inside.parent) == os.path.realpath(folder) and is_new(desk, inside):
            return inside
    known = ", ".join(map(str, desk.paths))
    raise UsageRefused(
        problem("unknown-choice", option="--file", value=named, known=known, advice=ADVICE["one of these"])
    )


def folder_of_many(desk: Desk, named: Path | None) -> Path | None:
    """The folder in use in which each new entry is a file of its own, when no file is named; else None."""
    last = desk.in_use.paths[-1] if named is None and desk.in_use else None
    return last if last in desk.folders and last / SHARED in desk.paths else None


def own_file(folder: Path, id_: str) -> Path:
    """The file of a new entry in such a folder."""
    return folder / own_name(id_)


def unbegun_file(folder: Path) -> Path:
    """A file of such a folder that is not there: what every new one has is asked of it."""
    names = (own_name(f"new-{number}") for number in count(1))
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def taken_names(folder: Path) -> set[str]:
    """The ids that no new entry of such a folder may have: what is in their files is somebody's."""
    files = (each for each in folder.glob("*.toml") if each.name != SHARED and each.stat().st_size)
    return {each.stem.casefold() for each in files}


def is_new(desk: Desk, path: Path) -> bool:
    """Whether it is no file in use, which may be missing, and nothing is where a registry file may be."""
    return path not in desk.paths and is_registry(path.name) and not os.path.lexists(path)


def opened_or_new(desk: Desk, path: Path) -> Document:
    """The file as it is, an empty one where there is none yet.

    Raises:
        InputRefused: when it cannot be read.
    """
    return as_document(path, b"", desk.shared(path)) if is_new(desk, path) else desk.document(path)


@contextmanager
def begun(desk: Desk, path: Path) -> Iterator[None]:
    """Makes the file if it is new and this is no dry run; takes it away again when nothing came into it.

    Raises:
        WorldFailed: when it cannot be made.
    """
    if desk.editing.dry_run or not is_new(desk, path):
        yield
        return
    create(path, b"", ours_of(desk.context))
    try:
        yield
    finally:
        with suppress(OSError):
            if not path.stat().st_size:
                path.unlink()
