"""Files that may be deleted at any time: read only when they are ours alone, written whole or not at all.

Nothing is raised and nothing is said: without a cache everything goes on, only slower.
"""

import os
import stat

from clustercalls.disk.folders import CACHE, make_folders, user_folder_text
from clustercalls.limits import INDEXES, LEFT_SECONDS

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable

PRIVATE = 0o600
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class CacheFile:
    """An open file of the cache; what is exchanged meanwhile stays as it was for this one."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __del__(self) -> None:
        os.close(self._descriptor)

    def read(self, start: int, size: int) -> bytes:
        """Bytes from a place on, fewer at the end or where the disk fails."""
        try:
            return os.pread(self._descriptor, size, start)
        except OSError:
            return b""


def cache_folder() -> str:
    """Where this tool may keep such files; empty without a home, in one of somebody else, or below a file."""
    folder = user_folder_text(*CACHE)
    if not folder:
        return ""
    named = os.environ.get(CACHE[0], "").startswith("/")
    try:
        above = folder if named else os.environ["HOME"]
        while named and not os.path.exists(above):  # noqa: PTH110 - a text
            above = above.rpartition("/")[0] or "/"
        status = os.stat(above)  # noqa: PTH116 - a text
    except (OSError, ValueError):
        return ""
    return folder if stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() else ""


def opened(path: str) -> CacheFile | None:
    """A file of the cache; None when there is none, or it is not the user's alone."""
    try:
        file = CacheFile(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC))
        status = os.fstat(file._descriptor)  # noqa: SLF001 - it is this module's own
    except (OSError, ValueError):
        return None
    private = stat.S_ISREG(status.st_mode) and not status.st_mode & OTHERS and status.st_uid == os.geteuid()
    return file if private else None


def keep(path: str, chunks: "Iterable[bytes]") -> None:
    """Puts a file into the cache at once or not at all, and takes the oldest out when there are many.

    It is not made durable: what a crash leaves of it has not its digest.
    """
    from pathlib import Path

    folder, _, name = path.rpartition("/")
    beside = f"{folder}/.{name}.{os.urandom(4).hex()}.tmp"
    try:
        make_folders(Path(folder))
        if not _is_ours(path):
            return
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE)
        try:
            with os.fdopen(descriptor, "wb") as file:
                os.fchmod(descriptor, PRIVATE)
                file.writelines(chunks)
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
        _clear(folder)
    except OSError:
        pass


def _is_ours(path: str) -> bool:
    """Whether it may be replaced: a regular file, or nothing."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return True


def _clear(folder: str) -> None:
    files = [each for each in os.scandir(folder) if each.is_file(follow_symlinks=False)]
    files.sort(key=lambda each: each.stat(follow_symlinks=False).st_mtime)
    newest = files[-1].stat(follow_symlinks=False).st_mtime
    for place, file in enumerate(files, INDEXES - len(files)):
        status = file.stat(follow_symlinks=False)
        is_old = status.st_mtime < newest - LEFT_SECONDS
        left = file.name.endswith(".tmp") and is_old  # by a run that was killed
        if place < 0 or left:
            os.unlink(file)  # noqa: PTH108 - a text
