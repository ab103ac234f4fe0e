"""A file of a registry that nothing is in any more."""

from contextlib import suppress
from pathlib import Path

from clustercalls.disk.lock import locked
from clustercalls.errors import WorldFailed


def drop_if_empty(path: Path) -> None:
    """Takes away a file that nothing is in, unless somebody holds it or writes into it meanwhile."""
    with suppress(OSError, WorldFailed), locked(path, seconds=0):
        if not path.stat().st_size:
            path.unlink()
