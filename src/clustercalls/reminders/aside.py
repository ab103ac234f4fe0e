"""A memory that cannot be believed, put aside: where, and when it was last used."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from clustercalls.disk.replace import replace


def name_beside(path: Path) -> Path:
    """The name beside it that is still free: what was put aside before is not buried."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{number}.bad")).exists():
        number += 1
    return aside


def put_aside(path: Path, aside: Path, data: bytes | None, mode: int) -> None:
    """Keeps a copy beside, so that no moment is without a file; what cannot be read can only be renamed.

    Raises:
        OSError, WorldFailed: when the disk refuses.
    """
    if data is None:
        path.rename(aside)
    else:
        replace(aside, data, mode=mode)


def last_use(path: Path) -> datetime | None:
    """When it was last used, as the disk says."""
    with suppress(OSError, OverflowError, ValueError):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return None
