"""A file whose mode keeps it from being written: named, with what would allow it, never gone round."""

import os
import stat
from pathlib import Path

from clustercalls.disk.replace import cannot_write
from clustercalls.errors import Place, WorldFailed, problem

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def refuse_protected(path: Path) -> None:
    """Lets pass what this user may write; a rename would not ask.

    Who may write every file, root, is refused only where the mode says that nobody is to.

    Raises:
        WorldFailed: when the mode of the file forbids it.
    """
    try:
        its = path.stat()
    except OSError:  # said where it is opened
        return
    mine = its.st_uid == os.geteuid()
    if not its.st_mode & WRITABLE:
        raise _protected(path, its.st_mode, "u+w" if mine else "g+w")
    allowed = os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    if not allowed and not (mine and its.st_mode & stat.S_IWUSR):  # else the disk says why
        if os.statvfs(path).f_flag & os.ST_RDONLY:
            return
        raise _protected(path, its.st_mode, "u+w" if mine else "g+w")


def not_opened(beside: Path, error: OSError) -> WorldFailed:
    """Why what stands, or is to stand, beside a file cannot be opened; what is in the way is named."""
    try:
        mode = beside.lstat().st_mode
    except OSError:
        return cannot_write(beside.parent, error)
    if isinstance(error, PermissionError):  # another user's
        return _protected(beside, mode, "g+rw")
    return cannot_write(beside, error)


def _protected(path: Path, mode: int, change: str) -> WorldFailed:
    shown = f"{stat.S_IMODE(mode):04o}"
    return WorldFailed(problem("protected", Place(str(path)), mode=shown, change=change, path=path))
