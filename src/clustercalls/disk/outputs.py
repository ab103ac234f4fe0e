"""Where a path that a person named is written: one gate, and one way to open what is behind it.

A file is put there whole. What is no file, a pipe or a terminal, is written to as standard output is: it has
no memory, no mode and no name that could be exchanged.
"""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from clustercalls.disk.beside import Folder
from clustercalls.disk.folders import drop_empty, make_folders, make_named_folder, missing
from clustercalls.disk.opening import sure_regular
from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing
from clustercalls.disk.read import over_bytes
from clustercalls.disk.whole import sweep
from clustercalls.errors import InputRefused, Place, ReaderLeft, UsageRefused, WorldFailed, outside, problem
from clustercalls.limits import CALENDAR_BYTES, READER_SECONDS

STEP_SECONDS = 0.05  # between two looks whether somebody reads a pipe
MOMENT_SECONDS = 0.5  # after which it is said that a pipe, or another command, is waited for

Waits = Callable[[Path], None]  # says so


class Output:
    """A file behind the gate, or a stream that is no file."""

    def __init__(self, path: Path, folder: Outgoing | None = None, name: str = "", stream: int = -1) -> None:
        self._path, self._folder, self._name, self._stream = path, folder, name, stream

    @contextmanager
    def old(self) -> Iterator[BinaryIO | None]:
        """What the file holds now, to be read in pieces; None when there is none, as of a stream.

        Raises:
            InputRefused: when it cannot be read, or is over the limit.
        """
        file = self._opened()
        if file is None:
            yield None
            return
        with file:
            too_large = over_bytes(file.seek(0, os.SEEK_END), Place(str(self._path)), CALENDAR_BYTES)
            if too_large:
                raise InputRefused(too_large)
            file.seek(0)
            yield file

    def put(self, data: bytes | Iterable[bytes]) -> bool:
        """All of it, at once where it is a file; says whether something was written.

        What comes in pieces is a calendar, to be read back as `old`: none is put there that could not be.

        Raises:
            InputRefused: when it is over the limit; the old file is then as it was.
            WorldFailed: when the disk refuses; the old file is then as it was.
            ReaderLeft: when the reader of a pipe went away.
        """
        try:
            if self._folder is not None:
                return self._folder.write(self._name, data if isinstance(data, bytes) else self._within(data))
            for chunk in [data] if isinstance(data, bytes) else data:
                _written(self._stream, chunk)
        except BrokenPipeError:
            raise ReaderLeft from None
        except OSError as error:
            if self._folder is not None:
                raise _cannot_write(self._path, error) from None
            raise WorldFailed(problem("output-failed", Place(str(self._path)), **outside(error))) from None
        return True

    def _within(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        size = 0
        for chunk in chunks:
            size += len(chunk)
            too_large = over_bytes(size, Place(str(self._path)), CALENDAR_BYTES)
            if too_large:
                raise InputRefused(too_large)
            yield chunk

    def _opened(self) -> BinaryIO | None:
        if self._folder is None:
            return None
        try:
            return self._folder.opened(self._name)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise InputRefused(problem("unreadable", Place(str(self._path)), **outside(error))) from None


@contextmanager
def output(path: Path, ours: Ours, waits: Waits | None = None) -> Iterator[Output]:
    """What is behind a path that a person named; a link that was named is followed, once.

    `waits` is told of a pipe that nobody reads yet.

    Raises:
        UsageRefused: when it is a file that is read or kept.
        WorldFailed: when it cannot be opened, or nobody reads a pipe.
    """
    real = ours.sure(path)
    stream, folder = -1, None
    try:
        mode = _mode_of(path)
        if mode and not stat.S_ISREG(mode):
            stream = _stream(path, mode, waits)
        else:
            folder = Outgoing(real.parent, real.name.__eq__, ours)
    except OSError as error:
        raise _cannot_write(path, error) from None
    try:
        yield Output(path, folder, real.name, stream)
    finally:
        if stream >= 0:
            os.close(stream)


def write(path: Path, chunks: Iterable[bytes], ours: Ours, waits: Waits | None = None) -> bool:
    """All of it to a path that a person named, in one go; raises as `output` and `Output.put` do."""
    with output(path, ours, waits) as file:
        return file.put(b"".join(chunks))


def is_terminal(path: Path) -> bool:
    """Whether a person sees at once what is written under this path; False for what cannot be opened."""
    try:
        if not path.is_char_device():
            return False
        descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return os.isatty(descriptor)
    finally:
        os.close(descriptor)


def folder_of(path: Path, ours: Ours, mine: Callable[[str], bool], *, make: bool = False) -> Outgoing:
    """The folder that a person named for files of ours; with `make`, made when it is not there.

    What was made for it and stays empty is taken away when it is closed.

    Raises:
        UsageRefused: when it is where files are kept.
        OSError: when it cannot be made or opened.
    """
    real = ours.sure(path)
    made = missing(real) if make else ()
    try:
        if make:
            make_named_folder(path)
        return Outgoing(real, mine, ours, made)
    except BaseException:
        drop_empty(made)
        raise


def create(path: Path, data: bytes, ours: Ours, beside: Path | None = None, data_beside: bytes = b"") -> None:
    """Makes a new registry with its folders, whole or not at all; never touches a file that is there.

    What is to stand `beside` it is made first, so that a registry that is there lacks nothing.

    Raises:
        UsageRefused: when something is already there, or it is a place where files are kept.
        WorldFailed: when the disk refuses.
    """
    for each in filter(None, (path, beside)):
        ours.sure(each, registry=True)
    if os.path.lexists(path):
        raise UsageRefused(problem("already-there", Place(str(path))))
    made: tuple[Path, ...] = ()
    try:
        made = missing(path.parent)
        make_folders(path.parent, 0o777)
        with Folder(path.parent) as folder, _stands(folder, beside, data_beside):
            names = {path.name, beside.name if beside else path.name}
            sweep(folder, names.__contains__, folder.make(path.name, data))
    except FileExistsError:
        raise UsageRefused(problem("already-there", Place(str(path)))) from None
    except OSError as error:
        raise _cannot_write(path, error) from None
    finally:
        drop_empty(made)


@contextmanager
def _stands(folder: Folder, beside: Path | None, data: bytes) -> Iterator[None]:
    """With this file in a folder, unless something stands there; it goes again when the block fails."""
    is_new = False
    if beside is not None:
        with suppress(FileExistsError):
            folder.make(beside.name, data)
            is_new = True
    try:
        yield
    except BaseException:
        if beside is not None and is_new:
            with suppress(OSError):
                folder.unlink(beside.name)
        raise


def _cannot_write(path: Path, error: OSError) -> WorldFailed:
    """That the path a person named cannot be written; nothing there is to be taken away for it."""
    return WorldFailed(problem("cannot-write", Place(str(path)), **outside(error)))


def _mode_of(path: Path) -> int:
    """The kind of what a path leads to; 0 where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _stream(path: Path, mode: int, waits: Waits | None) -> int:
    """A pipe or a character device, opened to be written to as a shell does it, but not for ever.

    Raises:
        NotRegular: for what nobody writes a text to, such as a folder or a disk.
        OSError: when it cannot be opened.
    """
    begun = time.monotonic()
    while stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as error:
            if error.errno != errno.ENXIO or not stat.S_ISFIFO(mode):
                raise
            waited = time.monotonic() - begun
            if waits and waited > MOMENT_SECONDS:
                waits(path)
                waits = None
            if waited > READER_SECONDS:
                why = {"reason": "nobody opened this pipe to read it within {seconds} seconds"}
                where, seconds = Place(str(path)), f"{READER_SECONDS:g}"
                raise WorldFailed(problem("cannot-write", where, **why, seconds=seconds)) from None
            time.sleep(STEP_SECONDS)
            continue
        os.set_blocking(descriptor, True)
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            return descriptor
        os.close(descriptor)  # it became something else since it was looked at
    sure_regular(path, mode)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))  # a file by now: nobody asked for that


def _written(stream: int, data: bytes) -> None:
    while data:
        data = data[os.write(stream, data) :]
