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
from clustercalls.registry.paths import is_registry

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any
    from typing import Any as Decoded

    from clustercalls.disk.stamps import Stamp

    Part = tuple[int, int, bytes]  # where it stands behind the head, its size, its digest
    Offsets = tuple[
        tuple[int, ...], tuple[int, ...]
    ]  # seconds UTC from which on a zone is so many seconds off
    Group = tuple[
        int | None, Part, Part, Part
    ]  # the day from which on all is long past; entries, facts, JSON

MAGIC = b"clustercalls index 5\n"
SHORT = 16  # bytes of the digest of a part
HEAD = len(MAGIC) + SHORT + 4
READING = ("", "registry", "tables", "phrase", "history", "index", "render")  # whose code makes an index


class Broken(Exception):
    """Bytes that are not those that were kept."""


class Index:
    """An open index: its head, and the parts that it names."""

    __slots__ = (
        "_file",
        "_start",
        "count",
        "files",
        "groups",
        "key",
        "name",
        "names",
        "rules",
        "shared",
        "since",
        "zone",
        "zones",
    )

    def __init__(self, file: cache.CacheFile, start: int, head: "tuple[Any, ...]") -> None:
        self._file, self._start = file, start
        self.key: bytes
        self.files: tuple[str, ...]
        self.zone: str
        self.name: str
        self.zones: dict[str, Offsets]
        self.rules: tuple[Stamp, ...]
        self.count: int
        self.since: int
        self.names: Part
        self.shared: Part
        self.groups: tuple[Group, ...]
        (
            self.key, self.files, self.zone, self.name, self.zones, self.rules, self.count,
            self.since, self.names, self.shared, self.groups,
        ) = head  # fmt: skip

    def bytes_of(self, part: "Part") -> bytes | None:
        """The bytes of a part; None when they are not those that were kept."""
        start, size, digest = part
        data = self._file.read(self._start + start, size)
        return data if short(data) == digest else None

    def decoded(self, part: "Part") -> "Decoded":
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


def keep(path: str, head: "tuple[Any, ...]", parts: "Iterable[bytes]") -> None:
    """Puts an index into the cache, as `opened` finds it."""
    data = marshal.dumps(head)
    size = len(data).to_bytes(4, "big")
    cache.keep(path, (MAGIC, short(size + data), size, data, *parts))


def current(named: str) -> Index | None:
    """The index of one file or folder, where nothing differs; None where that needs a closer look."""
    path = path_of([named])
    index = opened(path) if path else None
    try:
        if index is None or index.files != _files(named) or index.key != _key(index.files):
            return None
        return None if any(stamp(file) != (file, size, at) for file, size, at in index.rules) else index
    except (OSError, ValueError):
        return None


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


def _files(named: str) -> tuple[str, ...] | None:
    """The files of a registry as `paths.expand` finds them; None where links may name one of them twice."""
    try:
        with os.scandir(named) as found:
            inside = [each for each in found if is_registry(each.name)]
    except NotADirectoryError:
        return (named,)
    if any(each.is_symlink() for each in inside):
        return None
    start = "" if named == "." else f"{named}/"
    return tuple([start + name for name in sorted([each.name for each in inside])])


def _key(files: tuple[str, ...]) -> bytes:
    key = Key()
    for file in files:
        if not handed(file, FILE_BYTES, key.begin):
            return b""
    return key.digest()
