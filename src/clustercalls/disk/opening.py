"""The one way a regular file is opened: never waited for, never something else in its place."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

# What `reason` says of it; each is translated.
_FOLDER = "it is a folder"
_LINK = "it is a link, which is not followed here"
_PIPE = "it is a named pipe, not a regular file"
_SOCKET = "it is a socket, not a regular file"
_DEVICE = "it is a device, not a regular file"
_KINDS = {stat.S_IFDIR: _FOLDER, stat.S_IFLNK: _LINK, stat.S_IFIFO: _PIPE, stat.S_IFSOCK: _SOCKET}


class NotRegular(OSError):
    """Something else stands where a regular file is meant; `strerror` says what."""

    def __init__(self, path: Path | str, mode: int) -> None:
        reason = _KINDS.get(stat.S_IFMT(mode), _DEVICE)
        super().__init__(errno.EINVAL, reason, str(path))


def open_regular(
    path: Path | str, flags: int = os.O_RDONLY, mode: int = 0o666, *, follow: bool, folder: int | None = None
) -> int:
    """A descriptor of a regular file, at once; `folder` is the open folder that a relative path starts from.

    Without `follow` a link in the last part of the path is refused: so is opened what stands beside a file
    that a person named, where others may write. A device is never opened, a pipe never waited for; what
    `flags` would cut off or make is done to a regular file only.

    Raises:
        NotRegular: when it is a folder, link, pipe, socket or device.
        OSError: when the system refuses, as `os.open` does.
    """
    with suppress(FileNotFoundError):
        _judge(path, os.stat(path, dir_fd=folder, follow_symlinks=follow).st_mode)
    careful = os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
    try:
        descriptor = os.open(path, flags & ~os.O_TRUNC | careful, mode, dir_fd=folder)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.ENXIO, errno.EISDIR}:  # it became that since it was looked at
            with suppress(FileNotFoundError):
                _judge(path, os.stat(path, dir_fd=folder, follow_symlinks=follow).st_mode)
        raise
    try:
        _judge(path, os.fstat(descriptor).st_mode)
        if flags & os.O_TRUNC:
            os.ftruncate(descriptor, 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _judge(path: Path | str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotRegular(path, mode)
