"""Files of our own replaced at once or not at all, and the one rename that puts any file in place."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.folders import make_folders
from clustercalls.disk.opening import NotRegular
from clustercalls.errors import Place, UsageRefused, WorldFailed, outside, problem

COMPARED = 1 << 16  # bytes at a time


def replace(path: Path, data: bytes, mode: int | None = None) -> bool:
    """Puts `data` into the file at once or not at all, and only when it differs; says whether it did.

    Written beside the real file (a link stays a link), with its mode or the one given, durable when this
    returns.

    Raises:
        WorldFailed: when the disk refuses; the old file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():
            # /dev/stdout, a named pipe: there is nothing to replace, only something to write to
            path.write_bytes(data)
            return True
        if target.is_file() and target.read_bytes() == data:
            return False
        _write_beside(target, [data], mode)
    except OSError as error:
        raise cannot_write(path, error) from None
    return True


def replace_streamed(path: Path, chunks: Iterable[bytes]) -> bool:
    """As `replace`, for what is too large to be held; the old file stands until all of it is written.

    Raises:
        WorldFailed: when the disk refuses; the old file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(chunks)
            return True
        return _write_beside(target, chunks)
    except OSError as error:
        raise cannot_write(path, error) from None


def create(path: Path, data: bytes) -> None:
    """Makes a new file with its folders; never touches one that is there.

    Raises:
        UsageRefused: when something is already there.
        WorldFailed: when the disk refuses.
    """
    try:
        make_folders(path.parent, 0o777)
        with Folder(path.parent) as folder:
            folder.make(path.name, data)
    except FileExistsError:
        raise UsageRefused(problem("already-there", Place(str(path)))) from None
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


def _write_beside(target: Path, chunks: Iterable[bytes], mode: int | None = None) -> bool:
    """Writes a new file and puts it in the place of `target`, unless it is the same; says whether it did."""
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    if mode is None and target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode) | OWNER if mode is None else mode
            os.fchmod(file.fileno(), mode)
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        if target.is_file() and _same(beside, target):
            return False
        put(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    return True


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while True:
            data = first.read(COMPARED)
            if data != second.read(COMPARED):
                return False
            if not data:
                return True
