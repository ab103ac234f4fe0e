"""The one way a regular file is opened: never waited for, never something else in its place."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from clustercalls.disk.folders import is_there

# What `reason` says of it; each is translated.
_FOLDER = "it is a folder"
_LINK = "it is a link, which is not followed here"
_NOWHERE = "it is a link that leads nowhere"
_NOWHERE_ABOVE = "a link above it leads nowhere"
_CIRCLE = "its links go in a circle"
_PIPE = "it is a named pipe, not a regular file"
_SOCKET = "it is a socket, not a regular file"
_DEVICE = "it is a device, not a regular file"
_KINDS = {stat.S_IFDIR: _FOLDER, stat.S_IFLNK: _LINK, stat.S_IFIFO: _PIPE, stat.S_IFSOCK: _SOCKET}


class NotRegular(OSError):
    """Something else stands where a regular file is meant; `strerror` says what."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(errno.EINVAL, reason, str(path))


def open_regular(
    path: Path | str, flags: int = os.O_RDONLY, mode: int = 0o666, *, follow: bool, folder: int | None = None
) -> int:
    """A descriptor of a regular file, at once; `folder` is the open folder that a relative path starts from.

    Without `follow` a link in the last part of the path is refused: so is opened what stands beside a file
    that a person named, where others may write. A device is never opened, a pipe never waited for; what
    `flags` would cut off or make is done to a regular file only.

    Raises:
        NotRegular: when it is a folder, pipe, socket or device, or a link that is not or cannot be followed.
        OSError: when the system refuses, as `os.open` does.
    """
    try:
        return _opened(path, flags, mode, follow=follow, folder=folder)
    except FileNotFoundError:
        if folder is None:
            refuse_dangling(path)
        raise
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotRegular(path, _CIRCLE) from None
        raise


def refuse_dangling(path: Path | str) -> None:
    """Tells of what was not found whether a link is the reason.

    Raises:
        NotRegular: when it, or a folder above it, is a link that leads nowhere.
    """
    if Path(path).is_symlink():
        raise NotRegular(path, _NOWHERE)
    if is_there(str(path)):
        raise NotRegular(path, _NOWHERE_ABOVE)


def _opened(path: Path | str, flags: int, mode: int, *, follow: bool, folder: int | None) -> int:
    if not flags & os.O_EXCL:  # what is made anew opens nothing that stands there
        try:
            sure_regular(path, os.stat(path, dir_fd=folder, follow_symlinks=follow).st_mode)
        except FileNotFoundError:
            if not flags & os.O_CREAT:
                raise
    careful = os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY | (0 if follow else os.O_NOFOLLOW)
    try:
        descriptor = os.open(path, flags & ~os.O_TRUNC | careful, mode, dir_fd=folder)
    except OSError as error:
        # It became that since it was looked at; what is made anew was not looked at.
        if error.errno in {errno.ELOOP, errno.ENXIO, errno.EISDIR, errno.EEXIST}:
            with suppress(FileNotFoundError):
                sure_regular(path, os.stat(path, dir_fd=folder, follow_symlinks=follow).st_mode)
        raise
    if flags & os.O_EXCL:
        return descriptor
    try:
        sure_regular(path, os.fstat(descriptor).st_mode)
        if flags & os.O_TRUNC:
            os.ftruncate(descriptor, 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def sure_regular(path: Path | str, mode: int) -> None:
    """Lets pass the mode of a regular file.

    Raises:
        NotRegular: for that of anything else.
    """
    if not stat.S_ISREG(mode):
        raise NotRegular(path, _KINDS.get(stat.S_IFMT(mode), _DEVICE))
