"""Why a file cannot be written, told: by what is in the way, by a mode, or as the disk has it."""

import stat
from pathlib import Path

from clustercalls.disk.opening import NotRegular
from clustercalls.errors import Place, WorldFailed, outside, problem


def cannot_write(path: Path, error: OSError) -> WorldFailed:
    """That the disk refuses, and why, or what is in the way."""
    code = "in-the-way" if isinstance(error, NotRegular) else "cannot-write"
    return WorldFailed(problem(code, Place(str(path)), **outside(error)))


def protected(path: Path, mode: int, change: str) -> WorldFailed:
    """That its mode forbids it, and the change for `chmod` that would allow it."""
    shown = f"{stat.S_IMODE(mode):04o}"
    return WorldFailed(problem("protected", Place(str(path)), mode=shown, change=change, path=path))


def not_opened(beside: Path, error: OSError) -> WorldFailed:
    """Why what stands, or is to stand, beside a file cannot be opened; what is in the way is named."""
    try:
        mode = beside.lstat().st_mode
    except OSError:
        return cannot_write(beside.parent, error)
    if isinstance(error, PermissionError):  # another user's
        return protected(beside, mode, "g+rw")
    return cannot_write(beside, error)
