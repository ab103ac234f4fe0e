"""A lock beside a file, held against other writers."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clustercalls.disk.replace import cannot_write
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.limits import LOCK_SECONDS

_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL}  # some network disks


@contextmanager
def locked(path: Path, seconds: float = LOCK_SECONDS) -> Iterator[bool]:
    """Holds `<file>.lock` against other writers; yields whether there is such a thing as a lock here.

    The kernel frees it when the process ends, however it ends. The lock stands beside the real file, so
    that two links to one file share it.

    Raises:
        WorldFailed: when somebody else holds it all the time, or it cannot be made.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # not a POSIX system
        yield False
        return
    try:
        descriptor = _open_lock(Path(f"{os.path.realpath(path)}.lock"))
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        waited = time.monotonic() + seconds
        while True:
            try:
                flock(descriptor, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > waited:
                    lock = Place(f"{path}.lock")
                    raise WorldFailed(problem("locked", lock, seconds=f"{seconds:g}")) from None
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


def _open_lock(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        if os.fstat(descriptor).st_mode & stat.S_IRUSR == 0:  # a umask that locks even its owner out
            os.fchmod(descriptor, 0o600)
        return descriptor
    except PermissionError:  # a colleague's: to lock, reading is enough
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
