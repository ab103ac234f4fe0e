"""What git is told in `.gitignore` and `.gitattributes`: a line added where it is not yet."""

import os
from enum import Enum, auto
from pathlib import Path

from clustercalls.disk.beside import Folder
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.refused import cannot_write
from clustercalls.disk.whole import put_whole
from clustercalls.limits import IGNORE_BYTES

NAME, ATTRIBUTES = ".gitignore", ".gitattributes"


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
    return _added(file, line), file


def attribute(folder: Path, line: str, *, known: bool | None) -> tuple[Ignored, Path]:
    """Has git know what `line` says of the files of a folder; which file says so.

    `known` is whether git says so already; None where it cannot be asked: the last line then decides, for a
    later one may say another thing of the same files.

    Raises:
        WorldFailed: when the disk refuses; the file is then as it was.
    """
    file = Path(os.path.realpath(folder)) / ATTRIBUTES
    if known is None:
        known = _has(file, line, last=True)
    return (Ignored.THERE if known else _added(file, line)), file


def _added(file: Path, line: str) -> Ignored:
    """Adds a line at the end of a file, which is made when there is none."""
    try:
        with Folder(file.parent) as opened:
            old = _old(opened, file.name)
            new = b"" if old is None else _with(old, line)
            if old is None or len(new) > IGNORE_BYTES:
                return Ignored.NOT_OURS
            put_whole(opened, file.name, new)
    except NotRegular:
        return Ignored.NOT_OURS
    except OSError as error:
        raise cannot_write(file, error) from None
    return Ignored.ADDED


def _has(file: Path, line: str, *, last: bool = False) -> bool:
    """Whether the file speaks of the line, as its `last` one if that counts; what cannot be read does not."""
    try:
        with Folder(file.parent) as folder:
            old = _old(folder, file.name) or b""
    except OSError:
        return False
    lines = [each.strip() for each in old.split(b"\n")]
    if last:
        lines = [each for each in lines if each and each[:1] != b"#"][-1:]
    return not {line.encode(), b"!" + line.encode()}.isdisjoint(lines)


def _old(folder: Folder, name: str) -> bytes | None:
    """What stands in the file; None for more than people write.

    Raises:
        NotRegular: when it is a link, or no file.
    """
    try:
        with folder.opened(name) as file:
            data = file.read(IGNORE_BYTES + 1)
    except FileNotFoundError:
        return b""
    return data if len(data) <= IGNORE_BYTES else None


def _with(old: bytes, line: str) -> bytes:
    """The text with one more line, its lines ended as they are."""
    end = b"\r\n" if old.count(b"\r\n") * 2 > old.count(b"\n") else b"\n"
    return old + (b"" if not old or old.endswith(b"\n") else end) + line.encode() + end
