"""The file that a path leads to replaced at once or not at all; a link stays a link."""

import os
from pathlib import Path

from clustercalls.disk.beside import Folder
from clustercalls.disk.refused import cannot_write
from clustercalls.disk.whole import put_whole


def replace(path: Path, data: bytes) -> bool:
    """Puts `data` there at once or not at all, durably, and only when it differs; says whether it did.

    Written beside the real file, with its mode.

    Raises:
        WorldFailed: when the disk refuses, or it is no regular file; the old file is then as it was.
    """
    real = Path(os.path.realpath(path))
    try:
        with Folder(real.parent) as folder:
            return put_whole(folder, real.name, data)
    except OSError as error:
        raise cannot_write(path, error) from None
