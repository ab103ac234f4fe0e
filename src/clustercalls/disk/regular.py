"""The bytes of a regular file, for a start that can afford nothing heavy: texts for paths, no errors told."""

import os
from stat import S_ISREG

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable

PIECE = 1 << 16  # bytes read at once: the room of one is taken again for the next


def regular(path: str, most: int, *, follow: bool = True) -> bytes | None:
    """All bytes of it; None when it is no regular file, larger than `most`, or changes just now.

    Raises:
        OSError: when the system refuses.
    """
    link = 0 if follow else os.O_NOFOLLOW
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | link)
    try:
        status = os.fstat(descriptor)
        if not S_ISREG(status.st_mode) or status.st_size > most:
            return None
        data = os.read(descriptor, status.st_size + 1)
    finally:
        os.close(descriptor)
    return data if len(data) == status.st_size else None


def handed(path: str, most: int, begin: "Callable[[int], Callable[[bytes], object]]") -> bool:
    """Hands all bytes of it, piece by piece, to what `begin` gives for their number; else as `regular`.

    False when it is no regular file, larger than `most`, or changes just now.

    Raises:
        OSError: when the system refuses.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if not S_ISREG(status.st_mode) or status.st_size > most:
            return False
        take, left, wanted, got = begin(status.st_size), status.st_size, 0, 0
        while left >= 0 and got == wanted:
            wanted = min(PIECE, left + 1)
            data = os.read(descriptor, wanted)
            got = len(data)
            left -= got
            take(data)
    finally:
        os.close(descriptor)
    return not left
