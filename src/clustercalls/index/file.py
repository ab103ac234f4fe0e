"""The file of an index: which is a registry's, whether it is of these very bytes, and what stands in it.

It begins with a head, whose parts are places of others; each is decoded only where its digest is right.
Whatever differs (a byte, a name, this program, a file of a zone's rules) leads to reading the registry.
Nothing heavy is imported: most runs need no more than this.
"""

import marshal
import os
from _blake2 import blake2b  # not of hashlib, whose import loads all of OpenSSL

from clustercalls.disk import cache
from clustercalls.disk.regular import handed
from clustercalls.disk.stamps import program, stamp
from clustercalls.limits import FILE_BYTES
from clustercalls.registry.paths import files_of

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from clustercalls.disk.stamps import Stamp

    Part = tuple[int, int, bytes]  # where it stands behind the head, its size, its digest
    Offsets = tuple[tuple[int, ...], tuple[int, ...]]  # from which second (UTC) on a zone is how many off
    Group = tuple[int | None, Part, Part, Part]  # the last day of all, if any; entries, facts, JSON

MAGIC = b"clustercalls index 8\n"
SHORT = 16  # bytes of the digest of a part
HEAD = len(MAGIC) + SHORT + 4
READING = ("", "registry", "tables", "phrase", "history", "index", "render")  # whose code makes an index


class Broken(Exception):
    """Bytes that are not those that were kept."""


class Index:
    """An open index: its head, by the names that `keep` was given, and the parts that it names."""

    if TYPE_CHECKING:
        key: bytes
        files: tuple[str, ...]
        zone: str
        name: str
        words: tuple[str, ...]
        zones: dict[str, Offsets]
        rules: tuple[Stamp, ...]
        count: int
        since: int
        names: Part
        shared: Part
        groups: tuple[Group, ...]

    def __init__(self, file: cache.CacheFile, start: int, head: "dict[str, Any]") -> None:
        self._file, self._start = file, start
        self.__dict__.update(head)

    def bytes_of(self, part: "Part") -> bytes | None:
        """The bytes of a part; None when they are not those that were kept."""
        start, size, digest = part
        data = self._file.read(self._start + start, size)
        return data if short(data) == digest else None

    def decoded(self, part: "Part") -> "Any":
        """What a part holds.

        Raises:
            Broken: when its bytes are not those that were kept.
        """
        data = self.bytes_of(part)
        if data is None:
            raise Broken
        return marshal.loads(data)  # noqa: S302 - our own, its digest just checked


def short(data: bytes) -> bytes:
    """What tells these bytes from others."""
    return blake2b(data, digest_size=SHORT).digest()


def path_of(named: "Sequence[str]") -> str:
    """Where the index of these paths stands: whatever it held; empty without a place."""
    folder = cache.cache_folder()
    try:
        here = "" if all(each[:1] == "/" for each in named) else os.getcwd()  # noqa: PTH109 - a text
    except OSError:
        return ""
    name = blake2b(os.fsencode("\0".join([here, *named])), digest_size=12).hexdigest()
    return f"{folder}/index/{name}" if folder else ""


def opened(path: str) -> Index | None:
    """The index at this path; None where there is none, or not a whole one of ours."""
    file = cache.opened(path)
    if file is None:
        return None
    fixed = file.read(0, HEAD)
    size = int.from_bytes(fixed[-4:], "big")
    data = file.read(HEAD, size) if fixed.startswith(MAGIC) else b""
    if short(fixed[-4:] + data) != fixed[len(MAGIC) : -4]:
        return None
    return Index(file, HEAD + size, marshal.loads(data))  # noqa: S302 - our own, its digest just checked


def keep(path: str, head: "dict[str, Any]", parts: "Iterable[bytes]") -> None:
    """Puts an index into the cache, as `opened` finds it; the head has what `Index` has."""
    data = marshal.dumps(head)
    size = len(data).to_bytes(4, "big")
    cache.keep(path, (MAGIC, short(size + data), size, data, *parts))


def current(named: str) -> Index | None:
    """The index of one file or folder, where nothing differs; None where that needs a closer look."""
    path = path_of([named])
    index = opened(path) if path else None
    try:
        inside, linked = files_of(named)
    except OSError:
        return None
    return index if index and not linked and is_of(index, inside) else None


def is_of(index: Index, its: "Iterable[str]") -> bool:
    """Whether an index is of these files: their names, their bytes, the rules of the zones that they name."""
    if index.files != tuple(its) or any(stamp(each[0]) != each for each in index.rules):
        return False
    key = Key()
    try:
        return all(handed(each, FILE_BYTES, key.begin) for each in index.files) and key.digest() == index.key
    except (OSError, ValueError):
        return False


class Key:
    """What tells the bytes of a registry, and the program that reads them, from others."""

    def __init__(self) -> None:
        self._hash = blake2b(program(READING), digest_size=32)

    def begin(self, size: int) -> "Callable[[bytes], None]":
        """Takes the bytes of one more file, of which there are so many."""
        self._hash.update(b"%d " % size)  # so that two files are not two others
        return self._hash.update

    def add(self, data: bytes) -> None:
        """The bytes of one more file, at once."""
        self.begin(len(data))(data)

    def digest(self) -> bytes:
        """Of all bytes until now."""
        return self._hash.digest()
