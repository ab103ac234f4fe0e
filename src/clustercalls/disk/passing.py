"""A memory of ours looked at in passing, under its lock: nothing is made, and nobody is waited for."""

import os
from stat import S_ISREG

from clustercalls.disk.regular import regular
from clustercalls.limits import FILE_BYTES

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from collections.abc import Callable

LOCK = ".lock"  # behind the name of what is locked


def is_known(path: str, known: "Callable[[bytes], bool]") -> bool:
    """Whether its bytes are known; that it was used is then noted. False wherever that cannot be told."""
    from fcntl import LOCK_EX, LOCK_NB, flock

    lock = f"{path}{LOCK}"
    try:
        if not S_ISREG(os.lstat(lock).st_mode):
            return False
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
        data = regular(path, FILE_BYTES, follow=False)
        if data is None or not known(data):
            return False
        use(path)
    except OSError:  # somebody holds it, or the disk knows no locks
        return False
    finally:
        os.close(descriptor)
    return True


def use(path: str, at: float | None = None) -> None:
    """Notes that it was used though nothing in it changed, now or at a second that is given."""
    try:
        os.utime(path, None if at is None else (at, at), follow_symlinks=False)
    except OSError:  # nobody's but the next run's
        return
