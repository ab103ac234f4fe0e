"""An open folder: what is read and written in it follows no link, whatever becomes of its path meanwhile."""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from clustercalls.disk.opening import open_regular
from clustercalls.disk.ours import Gate, Ours, left_of
from clustercalls.errors import Place, UsageRefused, problem
from clustercalls.limits import LEFT_SECONDS

COMPARED = 1 << 16  # bytes at a time
OWNERS = stat.S_IRUSR | stat.S_IWUSR
NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Folder:
    """A folder by its real path; `mine` tells of a name whether it is one that is written here.

    With `ours`, nothing that is read or kept is written over.

    Raises:
        OSError: when it cannot be opened, as all its methods do when the disk refuses.
    """

    def __init__(self, path: Path, mine: Callable[[str], bool], ours: Ours | None = None) -> None:
        self._descriptor = -1
        self._descriptor = os.open(path, FOLDER)
        self._path, self._mine, self._swept = path, mine, False
        self._gate = Gate(ours, self._path) if ours else None

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def names(self) -> list[str]:
        """The names of what is written here by us, in order, whatever they stand for."""
        return sorted(each.name for each in os.scandir(self._descriptor) if self._mine(each.name))

    def opened(self, name: str) -> BinaryIO:
        """A regular file of it, to be read.

        Raises:
            NotRegular: when it is something else.
        """
        return os.fdopen(open_regular(name, follow=False, folder=self._descriptor), "rb")

    def sure(self, name: str) -> None:
        """Lets nothing that is read or kept be written over.

        Raises:
            UsageRefused: when a file of this name is that.
        """
        if self._gate and self._gate.claims(name):
            raise UsageRefused(problem("output-is-input", Place(str(self._path / name))))

    def put(self, name: str, data: bytes | Iterable[bytes], mode: int | None = None) -> bool:
        """Puts a file there at once or not at all, durably, and only when it differs; says whether it did.

        It gets the mode given, else that of the file before it, else the usual one.

        Raises:
            NotRegular: when something else stands there.
            UsageRefused: when it is a file that is read or kept.
        """
        self.sure(name)
        old = self._old(name)
        try:
            if isinstance(data, bytes):
                if old is not None and _holds(old, data):
                    return False
                data = [data]
            return self._exchange(name, old, data, mode)
        finally:
            if old is not None:
                old.close()

    def make(self, name: str, data: bytes) -> None:
        """Makes a file that is not there, at once or not at all, durably.

        Raises:
            FileExistsError: when something is there, and be it a link that leads nowhere.
        """
        at, beside = self._descriptor, _beside(name)
        try:
            with self._new(beside) as file:
                self._write(file, [data], None)
            try:
                os.link(beside, name, src_dir_fd=at, dst_dir_fd=at, follow_symlinks=False)
            except FileExistsError:
                raise
            except OSError:  # a file system without hard links
                with self._new(name) as file:
                    self._write(file, [data], None)
        finally:
            self.remove(beside)
        os.fsync(at)

    def remove(self, name: str) -> None:
        """Takes a file away, if it is there; of a link, the link."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._descriptor)

    def _exchange(self, name: str, old: BinaryIO | None, chunks: Iterable[bytes], mode: int | None) -> bool:
        at, beside = self._descriptor, _beside(name)
        try:
            with self._new(beside) as file:
                self._write(file, chunks, _mode(old) if mode is None else mode)
                if old is not None and _same(old, file):
                    return False
                os.replace(beside, name, src_dir_fd=at, dst_dir_fd=at)
            os.fsync(at)
        finally:
            self.remove(beside)
        return True

    def _old(self, name: str) -> BinaryIO | None:
        try:
            return self.opened(name)
        except FileNotFoundError:
            return None

    def _new(self, name: str) -> BinaryIO:
        """A file that was not there, held as long as it is open: nobody sweeps it away."""
        file = os.fdopen(os.open(name, NEW, 0o666, dir_fd=self._descriptor), "w+b")
        _held(file.fileno())
        return file

    def _write(self, file: BinaryIO, chunks: Iterable[bytes], mode: int | None) -> None:
        usual = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        wanted = usual | OWNERS if mode is None else mode  # a umask that locks even its owner out
        if wanted != usual:
            os.fchmod(file.fileno(), wanted)
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())
        if not self._swept:
            self._swept = True
            self._sweep(os.fstat(file.fileno()).st_mtime - LEFT_SECONDS)

    def _sweep(self, before: float) -> None:
        """Takes away what writes that were killed have left, by the clock of the disk."""
        with suppress(OSError):
            for each in os.scandir(self._descriptor):
                of = left_of(each.name)
                if of and self._mine(of):
                    self._sweep_one(each.name, before)

    def _sweep_one(self, name: str, before: float) -> None:
        with suppress(OSError), self.opened(name) as file:
            if os.fstat(file.fileno()).st_mtime < before and _held(file.fileno()):
                self.remove(name)


def _held(descriptor: int) -> bool:
    """Holds an open file against others, until it is closed; False when another process holds it."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # a disk without locks: then age alone decides
        pass
    return True


def _beside(name: str) -> str:
    """Where a file is written before it has its name: `left_of` knows it by its form."""
    return f".{name}.{os.urandom(4).hex()}.tmp"


def _mode(old: BinaryIO | None) -> int | None:
    return None if old is None else stat.S_IMODE(os.fstat(old.fileno()).st_mode)


def _holds(old: BinaryIO, data: bytes) -> bool:
    return os.fstat(old.fileno()).st_size == len(data) and old.read() == data


def _same(one: BinaryIO, other: BinaryIO) -> bool:
    one.seek(0)
    other.seek(0)
    while True:
        data = one.read(COMPARED)
        if data != other.read(COMPARED):
            return False
        if not data:
            return True
