"""A file put whole into an open folder, and what killed runs left there swept away."""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.ours import left_of
from clustercalls.limits import LEFT_SECONDS, UNHELD_SECONDS

COMPARED = 1 << 16  # bytes at a time
USUAL = 0o666  # less what the umask takes

Mine = Callable[[str], bool]  # whether a file of this name is written here by us


def put_whole(
    folder: Folder,
    name: str,
    data: bytes | Iterable[bytes],
    mode: int | None = None,
    mine: Mine | None = None,
) -> bool:
    """Puts a file there at once or not at all, durably, and only when it differs; says whether it did.

    It gets the mode given, else that of the file before it, else the usual one. `mine` tells of which files
    of the folder the leavings of killed runs are swept; else of this.

    Raises:
        NotRegular: when something else stands there.
        OSError: when the disk refuses.
    """
    old = standing_there(folder, name)
    try:
        if isinstance(data, bytes):
            if old is not None and holds(old, data):
                return False
            data = [data]
        return _exchanged(folder, name, old, data, mode, mine or name.__eq__)
    finally:
        if old is not None:
            old.close()


def sweep(folder: Folder, mine: Mine, now: float) -> None:
    """Takes away what was left an hour ago by whoever is dead; `now` is by the clock of the disk.

    Where no lock tells that, it is a day; so it is with the old text of a file, which is of disks without
    locks and goes only where the file stands. Of a file that is also what was to be its lock, or to keep what
    was taken out of it. A second name of a file that is finished goes at once: it holds nothing more.
    """
    with suppress(OSError):
        for name in folder.names():
            of = left_of(name)
            if of and any(map(mine, {of, *(of.removesuffix(each) for each in (".lock", ".removed"))})):
                _sweep_one(folder, name, of, now)


class Laid(NamedTuple):
    """A file that is to take the place of that of a name: finished and held, maybe not yet on the disk.

    `beside` is empty once it is in its place.
    """

    name: str
    beside: str
    file: BinaryIO

    def drop(self, folder: Folder) -> None:
        """Closes it, and takes it away where it is not yet in its place."""
        with suppress(OSError):  # what did not go to the disk fails once more
            self.file.close()
        if self.beside:
            with suppress(OSError):
                folder.unlink(self.beside)


def laid(
    folder: Folder, name: str, data: bytes | Iterable[bytes], old: BinaryIO | None, mode: int | None = None
) -> Laid:
    """Writes a file beside that of this name; it gets the mode given, else that of `old`, else the usual one.

    Raises:
        OSError: when the disk refuses.
    """
    if mode is None and old is not None:
        mode = stat.S_IMODE(os.fstat(old.fileno()).st_mode)
    beside = folder.free(name, "tmp", alone=False)
    # One text is written at once: a buffer would cost as many calls as the rest of it.
    room = 0 if isinstance(data, bytes) else COMPARED
    new = Laid(name, beside, os.fdopen(folder.new(beside, USUAL), "w+b", room))
    try:
        descriptor = new.file.fileno()
        _held(descriptor)  # so that nobody sweeps it away
        usual = stat.S_IMODE(os.fstat(descriptor).st_mode)
        wanted = usual | OWNER if mode is None else mode
        if wanted != usual:
            os.fchmod(descriptor, wanted)
        for chunk in [data] if isinstance(data, bytes) else data:
            _write(new.file, chunk)
        new.file.flush()
    except BaseException:
        new.drop(folder)
        raise
    return new


def _write(file: BinaryIO, data: bytes) -> None:
    written = file.write(data)
    while written < len(data):  # without a buffer the disk may take a part
        written += file.write(data[written:])


def _exchanged(
    folder: Folder, name: str, old: BinaryIO | None, chunks: Iterable[bytes], mode: int | None, mine: Mine
) -> bool:
    new = laid(folder, name, chunks, old, mode)
    try:
        os.fsync(new.file.fileno())
        sweep(folder, mine, os.fstat(new.file.fileno()).st_mtime)
        if old is not None and _same(old, new.file):
            return False
        folder.put(new.beside, name)
    finally:
        new.drop(folder)
    return True


def standing_there(folder: Folder, name: str) -> BinaryIO | None:
    """The file of this name, open for reading; None when there is none."""
    try:
        return folder.opened(name)
    except FileNotFoundError:
        return None


def _sweep_one(folder: Folder, name: str, of: str, now: float) -> None:
    with suppress(OSError), folder.opened(name) as file:
        status = os.fstat(file.fileno())
        is_old = name.endswith(".old")
        finished = folder.look(of) if status.st_nlink > 1 or is_old else None
        is_finished = finished is not None and os.path.samestat(status, finished)
        if is_finished or (_is_left(file, now, is_old=is_old) and (finished or not is_old)):
            folder.unlink(name)


def _is_left(file: BinaryIO, now: float, *, is_old: bool) -> bool:
    """Whether a file was left long ago, and nobody holds it."""
    status = os.fstat(file.fileno())
    since = now - (status.st_ctime if is_old else status.st_mtime)  # an old text has kept its own time
    if since <= LEFT_SECONDS:
        return False
    held = None if is_old else _held(file.fileno())
    return since > UNHELD_SECONDS if held is None else held


def _held(descriptor: int) -> bool | None:
    """Holds an open file against others, until it is closed; False when another process holds it.

    None where there is no such thing as a lock.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # a disk without locks: then age alone decides
        return None
    return True


def holds(old: BinaryIO, data: bytes) -> bool:
    """Whether an open file holds just these bytes."""
    return os.fstat(old.fileno()).st_size == len(data) and old.read() == data


def _same(one: BinaryIO, other: BinaryIO) -> bool:
    one.seek(0)
    other.seek(0)
    while True:
        data = one.read(COMPARED)
        if data != other.read(COMPARED):
            return False
        if not data:
            return True
