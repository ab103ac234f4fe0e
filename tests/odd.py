"""What may stand where a regular file is meant, made in a test's own folder."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path


def listening(path: Path) -> None:
    """A socket; its whole path may be longer than the 108 bytes that one may have."""
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as at:
        at.bind(path.name)
    os.chdir(here)


def device(path: Path) -> None:
    """A node like that of nothing, of our own."""
    os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))


ODD: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "links in a circle": lambda path: path.symlink_to(path.name),
    "a named pipe": os.mkfifo,
    "a socket": listening,
}
if os.geteuid() == 0:  # nobody else may make one
    ODD["a device"] = device
LINKS = {"a link that leads nowhere", "links in a circle"}


def put(kind: str, path: Path, secret: Path) -> None:
    """Something of a kind, or a link to a file that is not to be touched."""
    if kind in ODD:
        ODD[kind](path)
    else:
        path.symlink_to(secret)


def state(path: Path) -> tuple[int, int, int]:
    """What is not to change of it."""
    its = path.lstat()
    return its.st_ino, its.st_mode, its.st_uid
