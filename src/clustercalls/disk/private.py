"""Files of our own in the user's folders, such as memories: for the user alone, read and replaced whole.

No link is followed, nothing but a regular file is read or replaced, and nothing is waited for.
"""

import errno
import os
from pathlib import Path

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.opening import open_regular
from clustercalls.disk.read import over_bytes
from clustercalls.disk.refused import cannot_write
from clustercalls.disk.whole import Mine, put_whole
from clustercalls.errors import Place, WorldFailed
from clustercalls.limits import FILE_BYTES


def read_own(path: Path, most: int = FILE_BYTES) -> bytes:
    """All bytes of a file of ours.

    Raises:
        NotRegular: when something else stands there.
        OSError: when it is missing, unreadable or larger than `most` bytes.
    """
    with os.fdopen(open_regular(path, follow=False), "rb") as file:
        if os.fstat(file.fileno()).st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return file.read(most)


def sure_open(path: Path) -> None:
    """Lets pass a file of ours that this user may read, and what is no such file, or not there.

    Raises:
        PermissionError: when it is kept from this user.
    """
    try:
        os.close(open_regular(path, follow=False))
    except PermissionError:
        raise
    except OSError:  # said where it is read
        return


def kept_by(path: Path) -> Path:
    """What keeps this user from a file that may not be read: the outermost closed folder above, or itself."""
    return next((each for each in reversed(path.parents) if not os.access(each, os.X_OK)), path)


def write_own(path: Path, data: bytes, mine: Mine | None = None, most: int = FILE_BYTES) -> bool:
    """Puts `data` into a file of ours at once or not at all, and only when it differs; says whether it did.

    `mine` tells of which files of its folder the leavings of killed runs are swept; else of this. Nothing is
    put there that `read_own` would not read back.

    Raises:
        WorldFailed: when it is larger than `most` bytes, something else stands there or the disk refuses;
            what was there is as it was.
    """
    too_large = over_bytes(len(data), Place(str(path)), most)
    if too_large:
        raise WorldFailed(too_large)
    try:
        with Folder(path.parent) as folder:
            return put_whole(folder, path.name, data, OWNER, mine)
    except OSError as error:
        raise cannot_write(path, error) from None
