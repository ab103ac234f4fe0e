"""A folder that is made with all its files, or not at all."""

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from clustercalls.disk.folders import make_folders
from clustercalls.disk.ours import Ours
from clustercalls.errors import Place, UsageRefused, WorldFailed, outside, problem


def make_with(folder: Path, files: Mapping[str, bytes], ours: Ours) -> None:
    """Makes a folder that holds these files; one that is there may be empty, and is not the one we are in.

    They are written beside it, on the disk, and put into their place at once.

    Raises:
        UsageRefused: when something is already there, or it is a place where files are kept.
        WorldFailed: when the disk refuses.
    """
    for name in files:
        ours.sure(folder / name, registry=True)
    folder = folder.absolute()
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.tmp")
    try:
        is_here = os.path.realpath(folder) == os.path.realpath(os.curdir)  # whoever stands there would fall
        if is_here or (os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir()))):
            raise UsageRefused(problem("already-there", Place(str(folder))))
        make_folders(beside, 0o777)
        for name, data in files.items():
            _write(beside / name, data)
        _sync(beside)
        beside.rename(folder)
        _sync(folder.parent)
    except OSError as error:
        raise WorldFailed(problem("cannot-write", Place(str(folder)), **outside(error))) from None
    finally:
        with suppress(OSError):
            shutil.rmtree(beside)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
