"""Files of our own replaced at once or not at all, and the one rename that puts any file in place."""

import os
from pathlib import Path

from clustercalls.disk.beside import Folder
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.whole import Mine, put_whole
from clustercalls.errors import Place, WorldFailed, outside, problem


def replace(path: Path, data: bytes, mode: int | None = None, mine: Mine | None = None) -> bool:
    """Puts `data` into a file of our own, at once or not at all, and only when it differs; says whether.

    Written beside the real file (a link stays a link), with its mode or the one given, durable when this
    returns. `mine` tells of which files of its folder the leavings of killed runs are swept; else of this.

    Raises:
        WorldFailed: when the disk refuses, or it is no regular file; the old file is then as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        with Folder(real.parent) as folder:
            return put_whole(folder, real.name, data, mode, mine)
    except OSError as error:
        raise cannot_write(path, error) from None


def put(beside: Path, target: Path, kept: Path | None = None) -> None:
    """Renames a finished file into the place of another, durably.

    `kept`, the old file under a second name, is renamed back when that fails.

    Raises:
        OSError: when the disk refuses.
        WorldFailed: when the new file stands, perhaps not for ever, and the old one could not be put back.
    """
    with Folder(target.parent) as folder:
        folder.put(beside.name, target.name, kept.name if kept else None)


def cannot_write(path: Path, error: OSError) -> WorldFailed:
    """That the disk refuses, and why, or what is in the way."""
    code = "in-the-way" if isinstance(error, NotRegular) else "cannot-write"
    return WorldFailed(problem(code, Place(str(path)), **outside(error.strerror or error)))
