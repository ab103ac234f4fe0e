"""What is made beside a file: in its folder as it was opened, through no link, whole or not at all.

Others may write in that folder too: whatever stands there under a name of ours is looked at first.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

from clustercalls.disk.opening import NotRegular, open_regular
from clustercalls.errors import Place, WorldFailed, outside, problem

OWNER = stat.S_IRUSR | stat.S_IWUSR  # which no umask is to take: the next run has to read it


class Folder:
    """An open folder; every name is one in it, whatever its path leads to by now."""

    def __init__(self, path: Path, flags: int = 0) -> None:
        self.path, self._descriptor = path, -1
        self._descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | flags)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the folder, once."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def names(self) -> list[str]:
        """The names in it, of whatever is there."""
        return [each.name for each in os.scandir(self._descriptor)]

    def look(self, name: str) -> os.stat_result | None:
        """What the file of this name is; None when nothing stands there.

        Raises:
            NotRegular: when something else does.
        """
        try:
            descriptor = self.open(name, os.O_RDONLY)
        except FileNotFoundError:
            return None
        except PermissionError:  # not ours to read, yet there
            return os.stat(name, dir_fd=self._descriptor, follow_symlinks=False)
        try:
            return os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def open(self, name: str, flags: int, mode: int = OWNER) -> int:
        """As `open_regular`, with no link followed."""
        return open_regular(name, flags, mode, follow=False, folder=self._descriptor)

    def opened(self, name: str) -> BinaryIO:
        """A regular file, to be read in pieces."""
        return os.fdopen(self.open(name, os.O_RDONLY), "rb")

    def read(self, name: str) -> bytes:
        """All bytes of a regular file."""
        with self.opened(name) as file:
            return file.read()

    def new(self, name: str, mode: int = OWNER) -> int:
        """A file that was not there, open for writing."""
        return self.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def free(self, name: str, end: str, *, alone: bool) -> str:
        """A name for a file of the moment that no other has; `alone` says that nobody else makes one now.

        Then it is always the same, so that what a killed run left there goes: a regular file, nothing else.
        """
        wanted = f".{name}.{end}"
        if alone:
            with suppress(OSError):
                if self.look(wanted) is None:
                    return wanted
                self.unlink(wanted)
                return wanted
        return f".{name}.{os.urandom(4).hex()}.{end}"

    def unlink(self, name: str) -> None:
        """Takes a name away, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._descriptor)

    def link(self, name: str, other: str) -> None:
        """Gives a file a second name."""
        here = self._descriptor
        os.link(name, other, src_dir_fd=here, dst_dir_fd=here, follow_symlinks=False)

    def rename(self, name: str, other: str) -> None:
        """Puts a file in the place of another."""
        os.rename(name, other, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)

    def sync(self) -> None:
        """Has the disk keep the names."""
        os.fsync(self._descriptor)

    def put(self, beside: str, name: str, kept: str | None = None) -> None:
        """Renames a finished file into the place of another, durably.

        `kept`, the old file under a second name, is renamed back when that fails.

        Raises:
            OSError: when the disk refuses.
            WorldFailed: when the new file stands, perhaps not for ever, and the old could not be put back.
        """
        self.rename(beside, name)
        try:
            self.sync()
        except OSError as error:
            if kept is not None:
                try:
                    self.rename(kept, name)
                except OSError:
                    place = Place(str(self.path / name))
                    raise WorldFailed(problem("not-durable", place, **outside(error))) from None
            raise

    def make(self, name: str, data: bytes, like: os.stat_result | None = None, mode: int = 0o666) -> float:
        """Makes a new file, whole or not at all, and says when, by the clock of the disk; touches no other.

        With `like` its group and this very `mode` are those of the new file; else the umask has a say.

        Raises:
            FileExistsError: when something stands there.
            OSError: when the disk refuses.
        """
        beside = self.free(name, "tmp", alone=False)
        try:
            with os.fdopen(self.new(beside, OWNER if like else mode), "wb") as file:
                if like:
                    share(file.fileno(), like, mode)
                elif (made := os.fstat(file.fileno()).st_mode) & OWNER != OWNER:
                    os.fchmod(file.fileno(), stat.S_IMODE(made) | OWNER)
                file.write(data)
                file.flush()
                if data:
                    os.fsync(file.fileno())
                when = os.fstat(file.fileno()).st_mtime
            self._claim(beside, name)
            if data:
                self.sync()
        finally:
            with suppress(OSError):
                self.unlink(beside)
        return when

    def _claim(self, beside: str, name: str) -> None:
        try:
            self.link(beside, name)
        except FileExistsError:
            raise
        except OSError:  # a file system without links: the name is taken first
            try:
                os.close(self.new(name))
            except NotRegular as error:
                raise FileExistsError(error.errno, error.strerror, name) from None
            self.rename(beside, name)


def share(descriptor: int, like: os.stat_result, mode: int) -> None:
    """Gives an open file of ours a mode and the group of another file.

    Where the group is not ours to give, it has no more than others have.
    """
    mode |= OWNER
    if os.fstat(descriptor).st_gid != like.st_gid:
        try:
            os.fchown(descriptor, -1, like.st_gid)
        except PermissionError:
            mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    os.fchmod(descriptor, mode)
