"""A person's own file exchanged at once or not at all; lines added."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clustercalls.disk.folders import make_folders
from clustercalls.disk.replace import cannot_write, put
from clustercalls.errors import Place, WorldFailed, problem


def swap(path: Path, old: bytes, new: bytes, *, alone: bool) -> None:
    """Puts `new` in the place of a file that holds `old`, at once and durably, or leaves it as it is.

    Mode, owner and extended attributes stay, a link stays a link. `alone` says that a lock is held.

    Raises:
        WorldFailed: when the file holds something else by now, or the disk refuses; nothing is changed then.
    """
    try:
        target = Path(os.path.realpath(path))
        mark = "" if alone else f"{os.urandom(4).hex()}."
        beside = target.with_name(f".{target.name}.{mark}tmp")
        kept = target.with_name(f".{target.name}.{mark}old")
        try:
            _write_like(target, beside, new)
            if target.read_bytes() != old:
                raise WorldFailed(problem("changed-on-disk", Place(str(path))))
            _keep(target, kept, old)
            put(beside, target, kept)
        finally:
            for each in (beside, kept):
                with suppress(OSError):
                    each.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None


@contextmanager
def kept_aside(path: Path, text: str) -> Iterator[None]:
    """Adds what is taken out of a file to `<file>.removed`, and takes it back when the block fails.

    Raises:
        WorldFailed: when the disk refuses.
    """
    if not text:
        yield
        return
    aside = Path(f"{os.path.realpath(path)}.removed")
    try:
        size = append(aside, text)
    except OSError as error:
        raise cannot_write(aside, error) from None
    try:
        yield
    except BaseException:
        with suppress(OSError):
            os.truncate(aside, size)
        raise


def append(path: Path, text: str, *, durable: bool = True) -> int:
    """Adds to the end of a file of our own, durably, on a line of its own; makes it and its folders.

    What is not `durable` may be lost with the power. Returns how long the file was.

    Raises:
        OSError: when the disk refuses.
    """
    make_folders(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        if size == 0:
            os.fchmod(descriptor, 0o600)
        whole = True
        if size:
            file.seek(size - 1)
            whole = file.read(1) == b"\n"
        data = text.encode() if whole else b"\n" + text.encode()
        try:
            while data:
                data = data[file.write(data) or 0 :]
            if durable:
                os.fsync(descriptor)
        except OSError:
            with suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
        return size


def _write_like(target: Path, beside: Path, data: bytes) -> None:
    """A new file with the mode, owner and attributes of `target`, its bytes on the disk."""
    like = target.stat()
    beside.unlink(missing_ok=True)  # left behind by a run that was killed
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        mine = os.fstat(descriptor)
        if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
            _keep_owner(descriptor, like)
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
        if hasattr(os, "listxattr"):
            with suppress(OSError):
                for name in os.listxattr(target):
                    os.setxattr(descriptor, name, os.getxattr(target, name))
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _keep_owner(descriptor: int, like: os.stat_result) -> None:
    """Owner and group; where only root may give files away, the group at least."""
    try:
        os.fchown(descriptor, like.st_uid, like.st_gid)
    except PermissionError:
        os.fchown(descriptor, -1, like.st_gid)


def _keep(target: Path, kept: Path, old: bytes) -> None:
    """The old file under a second name, to be renamed back."""
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(target)
    except OSError:  # a file system without links
        _write_like(target, kept, old)
