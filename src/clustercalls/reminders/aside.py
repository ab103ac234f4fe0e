"""A memory that cannot be believed, put aside: where, and when it was last used."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from clustercalls.disk.private import write_own


def name_beside(path: Path) -> Path:
    """The name beside it that is still free: what was put aside before is not buried."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.{number}.bad")):
        number += 1
    return aside


def put_aside(path: Path, aside: Path, data: bytes | None) -> None:
    """Keeps a copy beside, so that no moment is without a file; what cannot be read can only be renamed.

    Raises:
        OSError, WorldFailed: when the disk refuses.
    """
    if data is None:
        path.rename(aside)
    else:
        write_own(aside, data)


def last_use(path: Path) -> datetime | None:
    """When it was last used, as the disk says."""
    with suppress(OSError, OverflowError, ValueError):
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    return None
