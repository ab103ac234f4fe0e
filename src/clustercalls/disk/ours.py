"""What no output may take the place of: the files that are read or kept, and all that stands beside them.

A file is told by its name in its folder, whatever the case, and by its inode: so a link, a second hard link
and another spelling of a path are that file.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from os import stat_result
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from clustercalls.errors import Place, UsageRefused, problem

# What stands beside a file of this name: its lock, what was taken out of it, new and old text on the way.
# Compiled where it is asked: whoever only replaces a file of ours has to import this too.
_BESIDE = r"\.?(?P<of>.+?)(?:\.[0-9a-f]{8})?\.(?:lock|removed|tmp|old)"
_LEFT = r"\.(?P<of>.+)\.[0-9a-f]{8}\.(?:tmp|old)"  # what a write that was killed leaves
_REGISTRY = ".toml"  # a file that ends so is read with the folder it is in

Identity = tuple[int, int] | str


class Ours(Struct, frozen=True):
    """Real paths: registries in use, other files that are read, and folders where everything is kept.

    `read` are the folders of which every registry is read at the next run.
    """

    registries: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    read: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()

    def sure(self, path: Path, *, registry: bool = False) -> Path:
        """The real path of an output that is none of these; `registry` says that one is to be made anew.

        Raises:
            UsageRefused: when it is one of these, or stands where one would.
        """
        real = real_path(path)
        if Gate(self, real.parent).claims(real.name, registry=registry) or identity(real) in map(
            identity, self.kept
        ):
            raise UsageRefused(problem("output-is-input", Place(str(path))))
        return real

    def every(self) -> Iterator[Path]:
        """What is there now beside the files and in the folders."""
        for folder in self.kept:
            yield from folder.rglob("*")
        files = {*self.files, *self.registries}
        for folder in {*self.read, *(each.parent for each in files)}:
            with suppress(OSError):
                for path in folder.iterdir():
                    beside = re.fullmatch(_BESIDE, path.name)
                    named = folder / (beside["of"] if beside else path.name)
                    if named in files or (folder in self.read and named.suffix == _REGISTRY):
                        yield path


class Gate:
    """What of one folder, by its real path, is ours."""

    def __init__(self, ours: Ours, folder: Path) -> None:
        self._ours, self._folder = ours, folder
        here, kept = identity(folder), {identity(each) for each in ours.kept}
        self._kept = any(identity(each) in kept for each in (folder, *folder.parents))
        self._read = here in map(identity, ours.read)
        self._files = set(_names(ours.files, here))
        self._registries = set(_names(ours.registries, here))
        self._inodes = {identity(each) for each in (*ours.files, *ours.registries)}

    def claims(self, name: str, *, registry: bool = False) -> bool:
        """Whether a name of this folder is ours, or that of what stands beside a file of ours."""
        beside = re.fullmatch(_BESIDE, name.casefold())
        if registry and not beside:  # it is never put in the place of anything
            return self._kept or name.casefold() in self._files
        return self.names(name) or self._is_linked(name)

    def names(self, name: str) -> bool:
        """The same, by the name alone."""
        beside = re.fullmatch(_BESIDE, name.casefold())
        named = beside["of"] if beside else name.casefold()
        is_read = self._read and named.endswith(_REGISTRY)
        return self._kept or is_read or named in self._files or named in self._registries

    def _is_linked(self, name: str) -> bool:
        """Whether it is another name of a file that is read or kept."""
        try:
            status = (self._folder / name).lstat()
        except (OSError, ValueError):
            return False
        return self.holds(status)

    def holds(self, status: stat_result) -> bool:
        """Whether what stands there is a file that is read or kept, under whatever name."""
        if not S_ISREG(status.st_mode):
            return False
        if status.st_nlink > 1:
            self._inodes |= {identity(each) for each in self._ours.every()}
        return (status.st_dev, status.st_ino) in self._inodes


def real_path(path: Path) -> Path:
    """Where a path leads, its links followed; where they go in a circle, as far as they can be."""
    try:
        return path.resolve()
    except RuntimeError:  # before Python 3.13
        return path.absolute()


def left_of(name: str) -> str:
    """The name of the file that one of this name was to become, or was; empty for what no kill left."""
    match = re.fullmatch(_LEFT, name) if name.endswith((".tmp", ".old")) else None
    return match["of"] if match else ""


def identity(path: Path) -> Identity:
    """What tells a file or folder from others: its inode, or its name where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return str(path).casefold()
    return status.st_dev, status.st_ino


def _names(files: Iterable[Path], here: Identity) -> Iterator[str]:
    """The names of those of these files that are in a folder, in one case."""
    return (each.name.casefold() for each in files if identity(each.parent) == here)
