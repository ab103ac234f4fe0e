"""A person's own file exchanged at once or not at all; lines added."""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from errno import EBUSY
from pathlib import Path
from typing import Self

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.folders import make_folders
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.protection import refuse_protected
from clustercalls.disk.refused import cannot_write, not_opened
from clustercalls.disk.whole import sweep
from clustercalls.errors import Place, WorldFailed, problem

_NAMES = "it is a second name of another file"
READ_WRITE = stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH


class Prepared:
    """What a file that holds `old` is to hold, whole beside it on the disk, until it is put into its place.

    Mode, owner and extended attributes stay, a link stays a link.
    """

    def __init__(self, path: Path, old: bytes, new: bytes, *, alone: bool) -> None:
        """Writes it; `alone` says that a lock is held.

        Raises:
            WorldFailed: when the file is protected, or the disk refuses.
        """
        refuse_protected(path)
        target = Path(os.path.realpath(path))
        self.path, self._old, self._name = path, old, target.name
        self._stack = ExitStack()
        with self._told(), ExitStack() as stack:
            self._folder = folder = stack.enter_context(Folder(target.parent))
            self._beside, self._kept = (folder.free(self._name, end, alone=alone) for end in ("tmp", "old"))
            stack.callback(self._clear)
            made = _write_like(folder, self._name, self._beside, new)
            sweep(folder, self._name.__eq__, made)
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put(self) -> None:
        """Puts it into the place of the file, at once and durably, or leaves that as it is.

        Raises:
            WorldFailed: when that holds something else by now, or the disk refuses; nothing is changed then.
        """
        with self._told():
            if self._folder.read(self._name) != self._old:
                raise WorldFailed(problem("changed-on-disk", Place(str(self.path))))
            _keep(self._folder, self._name, self._kept, self._old)
            self._folder.put(self._beside, self._name, self._kept)

    def _clear(self) -> None:
        for each in (self._beside, self._kept):
            with suppress(OSError):
                self._folder.unlink(each)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno == EBUSY:  # nothing may be renamed to a mount point
                raise WorldFailed(problem("mounted-file", Place(str(self.path)))) from None
            raise cannot_write(self.path, error) from None


@contextmanager
def kept_aside(path: Path, text: str) -> Iterator[None]:
    """Adds what is taken out of a file to `<file>.removed`, and takes it back when the block fails.

    Where there is none it is made with the group and mode of the file, for whoever reads that; it goes again
    when nothing came into it.

    Raises:
        WorldFailed: when the disk refuses, or something else stands there.
    """
    if not text:
        yield
        return
    target = Path(os.path.realpath(path))
    aside = target.with_name(f"{target.name}.removed")
    is_new = not os.path.lexists(aside)
    try:
        descriptor = _open_aside(target, aside.name)
    except OSError as error:
        raise not_opened(aside, error) from None
    try:
        size = _added(descriptor, text, aside)
        try:
            yield
        except BaseException:
            with suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
    finally:
        if is_new:
            _dropped_if_empty(descriptor, aside)
        os.close(descriptor)


def _dropped_if_empty(descriptor: int, aside: Path) -> None:
    with suppress(OSError):
        its = os.fstat(descriptor)
        if not its.st_size and os.path.samestat(its, aside.lstat()):
            aside.unlink()


def _added(descriptor: int, text: str, aside: Path) -> int:
    try:
        return _add(descriptor, text.encode())
    except OSError as error:
        raise cannot_write(aside, error) from None


def append(path: Path, data: bytes, *, durable: bool = True) -> int:
    """Adds to the end of a file of our own, durably, on a line of its own; makes it and its folders.

    What is not `durable` may be lost with the power. Returns how long the file was.

    Raises:
        NotRegular: when something else stands there.
        OSError: when the disk refuses.
    """
    make_folders(path.parent)
    with Folder(path.parent) as folder:
        try:
            descriptor = folder.open(path.name, os.O_RDWR | os.O_APPEND)
        except FileNotFoundError:
            descriptor = folder.open(path.name, os.O_RDWR | os.O_APPEND | os.O_CREAT)
            os.fchmod(descriptor, OWNER)
        try:
            size = _add(descriptor, data, durable=durable)
            if durable:
                sweep(folder, path.name.__eq__, os.fstat(descriptor).st_mtime)
        finally:
            os.close(descriptor)
    return size


def _open_aside(target: Path, name: str) -> int:
    """What is kept of a file that stands, open for adding to it."""
    with Folder(target.parent) as folder:
        try:
            descriptor = folder.open(name, os.O_RDWR | os.O_APPEND)
        except FileNotFoundError:
            like = folder.look(target.name)
            if like:
                with suppress(FileExistsError):  # somebody else was faster
                    folder.make(name, b"", like, like.st_mode & READ_WRITE)
            descriptor = folder.open(name, os.O_RDWR | os.O_APPEND)
        if os.fstat(descriptor).st_nlink > 1:
            sweep(folder, name.__eq__, 0)
    if os.fstat(descriptor).st_nlink > 1:  # of whose we do not know
        os.close(descriptor)
        raise NotRegular(target.with_name(name), _NAMES)
    return descriptor


def _add(descriptor: int, data: bytes, *, durable: bool = True) -> int:
    """Adds to the end of an open file, on a line of its own, or leaves it as it was; how long that is."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    whole = size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"
    data = data if whole else b"\n" + data
    try:
        while data:
            data = data[os.write(descriptor, data) :]
        if durable:
            os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise
    return size


def _write_like(folder: Folder, name: str, beside: str, data: bytes) -> float:
    """A new file with the mode, owner and attributes of `name`, its bytes on the disk; when that was."""
    source = folder.open(name, os.O_RDONLY)
    try:
        like = os.fstat(source)
        with os.fdopen(folder.new(beside), "wb") as file:
            descriptor = file.fileno()
            mine = os.fstat(descriptor)
            if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
                _keep_owner(descriptor, like, folder.path / name)
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
            if hasattr(os, "listxattr"):
                with suppress(OSError):
                    for each in os.listxattr(source):
                        os.setxattr(descriptor, each, os.getxattr(source, each))
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            return os.fstat(descriptor).st_mtime
    finally:
        os.close(source)


def _keep_owner(descriptor: int, like: os.stat_result, path: Path) -> None:
    """Owner and group; where only root may give files away, the group at least.

    Raises:
        WorldFailed: when the group is none of the user's: others would lose what it lets them do.
    """
    try:
        os.fchown(descriptor, like.st_uid, like.st_gid)
    except PermissionError:
        try:
            os.fchown(descriptor, -1, like.st_gid)
        except PermissionError:
            group, mine = _group_name(like.st_gid), _group_name(os.getegid())
            found = problem("other-group", Place(str(path)), group=group, mine=mine, path=path)
            raise WorldFailed(found) from None


def _group_name(number: int) -> str:
    from grp import getgrgid

    try:
        return getgrgid(number).gr_name
    except KeyError:
        return str(number)


def _keep(folder: Folder, name: str, kept: str, old: bytes) -> None:
    """The old file under a second name, to be renamed back."""
    try:
        folder.link(name, kept)
    except OSError:  # a file system without links
        _write_like(folder, name, kept, old)
