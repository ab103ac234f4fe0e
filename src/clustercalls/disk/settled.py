"""What tells the bytes of files from others, where they have lain long enough to be those that were read."""

import os
from _blake2 import blake2b  # not of hashlib, whose import loads all of OpenSSL

from clustercalls.disk.regular import regular
from clustercalls.limits import FILE_BYTES

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from collections.abc import Iterable

SETTLED = 10  # seconds; a file changed since may be another by now than the one that was read


def digest(files: "Iterable[str]", clock: float) -> str:
    """Of their names and bytes; empty when there are none, or they may not be those that were read.

    `clock` is that of the disk, in seconds.
    """
    hashed, count = blake2b(digest_size=16), 0
    try:
        for count, file in enumerate(files, 1):  # noqa: B007 - told below
            status = os.stat(file)  # noqa: PTH116 - a text
            is_settled = max(status.st_mtime, status.st_ctime) <= clock - SETTLED
            data = regular(file, FILE_BYTES) if is_settled else None
            if data is None:
                return ""
            hashed.update(f"{file}\0{status.st_size}\0".encode("utf-8", "surrogateescape"))
            hashed.update(data)
    except (OSError, ValueError):
        return ""
    return hashed.hexdigest() if count else ""
