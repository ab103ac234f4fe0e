"""A lock beside a file, held against other writers."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.folders import STATE, user_folder
from clustercalls.disk.opening import NotRegular, open_regular
from clustercalls.disk.outputs import MOMENT_SECONDS
from clustercalls.disk.passing import LOCK
from clustercalls.disk.protection import refuse_protected
from clustercalls.disk.refused import cannot_write, not_opened
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.limits import LOCK_SECONDS

_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL}  # some network disks
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def locked(
    path: Path,
    seconds: float = LOCK_SECONDS,
    until: float | None = None,
    waits: Callable[[Path], None] | None = None,
) -> Iterator[bool]:
    """Holds `<file>.lock` against other writers; yields whether there is such a thing as a lock here.

    It is waited for these seconds; `until` they are over by the monotonic clock, where several share them.
    `waits` is told once, when that has lasted a moment.

    The kernel frees it when the process ends, however it ends. The lock stands beside the real file, so
    that two links to one file share it; it is open to whoever may write that. What we keep in the user's
    state folder is no link, and asks for no mode; where that folder takes no new file, nobody can exchange
    the file either, and it is its own lock.

    Raises:
        WorldFailed: when somebody else holds it all the time, it cannot be made or opened, or the file is
            protected.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # not a POSIX system
        yield False
        return
    descriptor = _lock_of(path)
    try:
        waited = time.monotonic() + seconds if until is None else until
        told = time.monotonic() + MOMENT_SECONDS
        while True:
            try:
                flock(descriptor, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > waited:
                    place = Place(f"{path}.lock")
                    raise WorldFailed(problem("locked", place, seconds=f"{seconds:g}")) from None
                if waits and time.monotonic() > told:
                    waits(path)
                    waits = None
                time.sleep(0.005 + os.urandom(1)[0] / 10_000)  # between 5 and 30 ms, so that all get a turn
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    raise cannot_write(path, error) from None
                yield False
                return
            else:
                yield True
                return
    finally:
        os.close(descriptor)


def _lock_of(path: Path) -> int:
    state = user_folder(*STATE)
    own = state is not None and state in path.parents
    if not own:
        refuse_protected(path)
    target = path if own else Path(os.path.realpath(path))
    lock = target.with_name(f"{target.name}{LOCK}")
    try:
        with Folder(target.parent) as folder:
            like = folder.look(target.name)
            return _open_lock(folder, lock.name, like)
    except NotRegular as error:
        raise cannot_write(lock if error.filename == lock.name else path, error) from None
    except OSError as error:
        if own and error.errno in _CLOSED:
            with suppress(OSError):
                return open_regular(target, follow=False)
        raise not_opened(lock, error) from None


def _open_lock(folder: Folder, name: str, like: os.stat_result | None) -> int:
    try:
        return folder.open(name, os.O_RDWR)
    except PermissionError:  # a colleague's: to lock, reading is enough
        return folder.open(name, os.O_RDONLY)
    except FileNotFoundError:
        with suppress(FileExistsError):  # somebody else was faster
            folder.make(name, b"", like, _mode(like))
        return folder.open(name, os.O_RDWR)


def _mode(like: os.stat_result | None) -> int:
    """Open to read and write to whoever may write the file, and closed to all others."""
    if like is None:
        return OWNER
    return sum(bit * 6 for bit in (0o100, 0o010, 0o001) if like.st_mode & bit * 2)
