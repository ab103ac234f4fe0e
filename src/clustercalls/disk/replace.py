"""Files of our own replaced at once or not at all, and the one rename that puts any file in place."""

import os
from collections.abc import Callable
from pathlib import Path

from clustercalls.disk.folder import Folder
from clustercalls.errors import Place, WorldFailed, outside, problem


def replace(
    path: Path, data: bytes, mode: int | None = None, mine: Callable[[str], bool] | None = None
) -> bool:
    """Puts `data` into a file of our own, at once or not at all, and only when it differs; says whether.

    Written beside the real file (a link stays a link), with its mode or the one given, durable when this
    returns. `mine` tells of which files of its folder the leavings of killed runs are swept; else of this.

    Raises:
        WorldFailed: when the disk refuses, or it is no regular file; the old file is then as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        return Folder(real.parent, mine or real.name.__eq__).put(real.name, data, mode)
    except OSError as error:
        raise cannot_write(path, error) from None


def put(beside: Path, target: Path, kept: Path | None = None) -> None:
    """Renames a finished file into the place of another, durably.

    `kept`, the old file under a second name, is renamed back when that fails.

    Raises:
        OSError: when the disk refuses.
        WorldFailed: when the new file stands, perhaps not for ever, and the old one could not be put back.
    """
    beside.replace(target)
    try:
        _sync_folder(target.parent)
    except OSError as error:
        if kept is not None:
            try:
                kept.replace(target)
            except OSError:
                raise WorldFailed(
                    problem("not-durable", Place(str(target)), reason=error.strerror or error)
                ) from None
        raise


def cannot_write(path: Path, error: OSError) -> WorldFailed:
    """That the disk refuses, and why."""
    return WorldFailed(problem("cannot-write", Place(str(path)), **outside(error.strerror or error)))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
