"""A file whose mode keeps it from being written: named, with what would allow it, never gone round."""

import os
import stat
from pathlib import Path

from clustercalls.disk.refused import protected

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def refuse_protected(path: Path) -> None:
    """Lets pass what this user may write; a rename would not ask.

    Who may write every file, root, is refused only where the mode says that nobody is to.

    Raises:
        WorldFailed: when the mode of the file forbids it.
    """
    try:
        status = path.stat()
    except OSError:  # said where it is opened
        return
    mine = status.st_uid == os.geteuid()
    if not status.st_mode & WRITABLE:
        raise protected(path, status.st_mode, "u+w" if mine else "g+w")
    allowed = os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    if not allowed and not (mine and status.st_mode & stat.S_IWUSR):  # else the disk says why
        if os.statvfs(path).f_flag & os.ST_RDONLY:
            return
        raise protected(path, status.st_mode, "u+w" if mine else "g+w")
