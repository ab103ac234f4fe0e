"""What git is told to leave alone: a line of `.gitignore`, added where no file of the work tree has it."""

import os
from enum import Enum, auto
from pathlib import Path

from clustercalls.disk.beside import Folder
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.refused import cannot_write
from clustercalls.disk.whole import put_whole
from clustercalls.limits import IGNORE_BYTES

NAME = ".gitignore"


class Ignored(Enum):
    """What became of the line."""

    THERE = auto()
    ADDED = auto()
    NOT_OURS = auto()  # a link, no regular file, or far too large: it stays as it is


def work_tree(folder: Path) -> Path | None:
    """The root of the work tree of git that a folder is in, by its real path; None when it is in none."""
    real = Path(os.path.realpath(folder))
    return next((each for each in (real, *real.parents) if os.path.lexists(each / ".git")), None)


def ignore(folder: Path, root: Path, line: str) -> tuple[Ignored, Path]:
    """Has git leave alone what `line` matches in a folder of the work tree at `root`; which file says so.

    A `.gitignore` of the folder or of one above it, up to the root, that has the line, or takes it back with
    a `!`, stays as it is. Else the line is added to the nearest there is, else to one made at the root.

    Raises:
        WorldFailed: when the disk refuses; the file is then as it was.
    """
    real = Path(os.path.realpath(folder))
    above = [each for each in (real, *real.parents) if each.is_relative_to(root)]
    files = [each / NAME for each in above if os.path.lexists(each / NAME)]
    for file in files:
        if _has(file, line):
            return Ignored.THERE, file
    file = files[0] if files else root / NAME
    try:
        with Folder(file.parent) as opened:
            old = _old(opened)
            if old is None:
                return Ignored.NOT_OURS, file
            put_whole(opened, NAME, _with(old, line))
    except NotRegular:
        return Ignored.NOT_OURS, file
    except OSError as error:
        raise cannot_write(file, error) from None
    return Ignored.ADDED, file


def _has(file: Path, line: str) -> bool:
    """Whether the file speaks of the line; what cannot be read does not."""
    try:
        with Folder(file.parent) as folder:
            old = _old(folder) or b""
    except OSError:
        return False
    return not {line.encode(), b"!" + line.encode()}.isdisjoint(each.strip() for each in old.split(b"\n"))


def _old(folder: Folder) -> bytes | None:
    """What stands in the file; None for more than people write.

    Raises:
        NotRegular: when it is a link, or no file.
    """
    try:
        with folder.opened(NAME) as file:
            data = file.read(IGNORE_BYTES + 1)
    except FileNotFoundError:
        return b""
    return data if len(data) <= IGNORE_BYTES else None


def _with(old: bytes, line: str) -> bytes:
    """The text with one more line, its lines ended as they are."""
    end = b"\r\n" if old.count(b"\r\n") * 2 > old.count(b"\n") else b"\n"
    return old + (b"" if not old or old.endswith(b"\n") else end) + line.encode() + end
