"""An index in the cache: the entries of a registry as they were read from these very bytes.

Whatever differs (a byte, a name, this program, a file of a zone's rules) leads to reading the files. Nothing
in it depends on the clock or the language. A registry is kept only when it was read without any problem.
"""

import os
from _blake2 import blake2b
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import DecodeError, MsgspecError, Struct
from msgspec.msgpack import Decoder, Encoder

from clustercalls import __version__, timeline
from clustercalls.disk import cache
from clustercalls.disk.read import read
from clustercalls.errors import InputRefused
from clustercalls.model import Entry, Registry
from clustercalls.registry import paths
from clustercalls.stored import Block, Contents, Stored, digest, names_of
from clustercalls.zones import zone_of

MAGIC = b"clustercalls index 1\n"
DIGEST = len(digest(b""))
HEAD = len(MAGIC) + DIGEST + 4
TOGETHER = 64  # entries in a block
READING = ("", "registry", "tables", "phrase")  # the folders whose code turns bytes into entries

Stamp = tuple[str, int, int]  # a file, its size, when it was changed (ns)


class Head(Struct, frozen=True, array_like=True):
    """What an index is of, and what it holds; places are counted from the end of this."""

    key: bytes
    files: tuple[str, ...]
    zone: str
    zones: tuple[str, ...]
    rules: tuple[Stamp, ...]
    contents: Contents


def load(named: tuple[Path, ...], *, piped: bool = False) -> Registry:
    """The registry of these files and folders, read in order: of the index where that holds them.

    With `piped` what is named may be a pipe.
    """
    folder = cache.cache_folder()
    if folder is None:
        return _read(named, piped=piped)
    path = folder / "index" / _name(named)
    found = _found(path, named)
    if found is None:
        key = _Key()
        found = _read(named, key, piped=piped)
        if not found.problems and key.is_whole:
            _keep(path, key.digest(), found)
    return found


class _Key:
    """What tells the bytes of a registry, and the program that reads them, from others."""

    def __init__(self) -> None:
        self._hash = blake2b(_program(), digest_size=32)
        self.is_whole = True

    def read(self, path: Path, *, piped: bool = False) -> bytes:
        """As `disk.read.read`, and noted."""
        self.is_whole = self.is_whole and path.is_file()  # a pipe cannot be read again
        data = read(path, piped=piped)
        self._hash.update(b"%d " % len(data))  # so that two files are not two others
        self._hash.update(data)
        return data

    def digest(self) -> bytes:
        return self._hash.digest()


def _read(named: tuple[Path, ...], key: _Key | None = None, *, piped: bool = False) -> Registry:
    from clustercalls.registry.read import load as load_files

    return load_files(named, piped=piped, source=key.read if key else read)


def _program() -> bytes:
    """The version, and in a checkout, whose version stays, the last change of the code that reads."""
    package = Path(__file__).parent
    stamps = [
        f"{each.name} {each.stat().st_size} {each.stat().st_mtime_ns}"
        for folder in READING
        for each in os.scandir(package / folder)
        if each.name.endswith(".py")
    ]
    return "\n".join((__version__, *sorted(stamps))).encode()


def _name(named: tuple[Path, ...]) -> str:
    """What the index of these paths is called: the last one of them, whatever it held."""
    names = b"\0".join(os.fsencode(form) for each in named for form in (each, each.absolute()))
    return blake2b(names, digest_size=12).hexdigest()


def _found(path: Path, named: tuple[Path, ...]) -> Registry | None:
    file = cache.opened(path)
    head = _head(file) if file else None
    if file is None or head is None:
        return None
    files, problems = paths.expand(named)
    if problems or head[0].files != tuple(map(str, files)) or not all(each.is_file() for each in files):
        return None
    key = _Key()
    try:
        for each in files:
            key.read(each)
    except InputRefused:
        return None
    kept, start = head
    if kept.key != key.digest() or kept.rules != _rules(kept.zones):
        return None
    entries = Stored(
        kept.contents, lambda place, size: file.read(start + place, size), lambda: _read(named).entries
    )
    return Registry(entries, (), kept.files, kept.zone)


def _head(file: cache.CacheFile) -> tuple[Head, int] | None:
    """What stands at the top of an index, and where the rest begins."""
    fixed = file.read(0, HEAD)
    size = int.from_bytes(fixed[-4:], "big")
    data = file.read(HEAD, size) if fixed.startswith(MAGIC) else b""
    if digest(fixed[-4:] + data) != fixed[len(MAGIC) : -4]:
        return None
    try:
        return Decoder(Head).decode(data), HEAD + size
    except DecodeError:
        return None


def _keep(path: Path, key: bytes, registry: Registry) -> None:
    """Writes the index of a registry, unless something in it has no faithful form there."""
    entries = registry.entries
    zones = tuple(sorted({registry.zone, *(stage.zone for each in entries for stage in each.stages)}))
    rules = _rules(zones)
    if rules is None or any(_is_folded(each) for each in entries):
        return
    data: list[bytes] = []
    try:
        names = _block(Encoder().encode(names_of(entries)), data)
        blocks = tuple(_blocks(entries, data))
        contents = Contents(len(entries), names, blocks)
        head = Encoder().encode(Head(key, registry.files, registry.zone, zones, rules, contents))
    except (MsgspecError, ValueError, OverflowError):  # a lone surrogate in a path, a number of 70 bits
        return
    size = len(head).to_bytes(4, "big")
    cache.keep(path, (MAGIC, digest(size + head), size, head, *data))


def _is_folded(entry: Entry) -> bool:
    """Whether an hour is the later of two: a fold is not kept in a text."""
    return any(at.fold for stage in entry.stages for at in (stage.at, stage.until_at) if at)


def _blocks(entries: Iterable[Entry], data: list[bytes]) -> Iterator[Block]:
    """The entries in blocks, those that are never long past first, then by the day they are."""
    lasting = [(timeline.last_day(each) or date.max, place, each) for place, each in enumerate(entries)]
    lasting.sort(key=lambda each: each[:2], reverse=True)
    for start in range(0, len(lasting), TOGETHER):
        last, *_ = lasting[start]
        _, places, its = zip(*lasting[start : start + TOGETHER], strict=True)
        yield _block(Encoder().encode((places, its)), data, None if last == date.max else last)


def _block(encoded: bytes, data: list[bytes], last: date | None = None) -> Block:
    start = sum(map(len, data))
    data.append(encoded)
    return Block(start, len(encoded), digest(encoded), last)


def _rules(zones: Iterable[str]) -> tuple[Stamp, ...] | None:
    """The files that the rules of these zones are read from; None when one of them cannot be named."""
    try:
        ruled = [each for each in zones if hasattr(zone_of(each), "key")]  # an offset has no rules
    except ValueError:
        return None
    if not ruled:
        return ()
    from zoneinfo import TZPATH

    found = [next(_stamps(Path(folder, each) for folder in TZPATH), None) for each in ruled]
    return None if None in found else tuple(each for each in found if each)


def _stamps(files: Iterable[Path]) -> Iterator[Stamp]:
    for each in files:
        with suppress(OSError):
            its = each.stat()
            yield str(each), its.st_size, its.st_mtime_ns
