"""The bytes of a regular file, for a start that can afford nothing heavy: texts for paths, no errors told."""

import os
from stat import S_ISREG


def regular(path: str, most: int, *, follow: bool = True) -> bytes | None:
    """All bytes of it; None when it is no regular file, larger than `most`, or changes just now.

    Raises:
        OSError: when the system refuses.
    """
    link = 0 if follow else os.O_NOFOLLOW
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | link)
    try:
        its = os.fstat(descriptor)
        if not S_ISREG(its.st_mode) or its.st_size > most:
            return None
        data = os.read(descriptor, its.st_size + 1)
    finally:
        os.close(descriptor)
    return data if len(data) == its.st_size else None
