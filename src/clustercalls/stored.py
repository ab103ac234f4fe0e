"""Entries kept in blocks, each decoded when somebody looks into it: what `index` keeps of a registry.

A block whose digest is not what it was is not decoded: the entries are then read anew, all of them.
"""

# Not of hashlib, whose import loads all of OpenSSL.
from _blake2 import blake2b
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from msgspec import Struct
from msgspec.msgpack import Decoder

from clustercalls.model import Entry

Name = tuple[str, str]
Placed = tuple[list[int], list[Entry]]


class Block(Struct, frozen=True, array_like=True):
    """Where some bytes stand and their digest; `last` is the day from which on its entries are long past."""

    start: int
    size: int
    digest: bytes
    last: date | None = None


class Contents(Struct, frozen=True, array_like=True):
    """Blocks of entries with their places in the registry, and one of all ids with their titles."""

    count: int
    names: Block
    blocks: tuple[Block, ...]


class Broken(Exception):
    """Bytes that are not those that were kept."""


class Stored(Sequence[Entry]):
    """The entries of a registry, in file order; `read` gives bytes of the index, `anew` reads the files."""

    def __init__(
        self,
        contents: Contents,
        read: Callable[[int, int], bytes],
        anew: Callable[[], Sequence[Entry]],
    ) -> None:
        self._contents, self._read, self._anew = contents, read, anew
        self._decoded: dict[Block, Placed] = {}

    def __len__(self) -> int:
        return self._contents.count

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        return self._all[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._all)

    def since(self, day: date) -> Sequence[Entry]:
        """The entries without those blocks of which everything was long past on that day."""
        if "_all" in self.__dict__:
            return self._all
        wanted = [each for each in self._contents.blocks if each.last is None or each.last >= day]
        try:
            return self._of(wanted)
        except Broken:
            return self._all

    def names(self) -> Sequence[Name]:
        """Every id with its title, without the entries."""
        try:
            return Decoder(list[Name]).decode(self._bytes(self._contents.names))
        except Broken:
            return names_of(self._all)

    @cached_property
    def _all(self) -> Sequence[Entry]:
        try:
            return self._of(self._contents.blocks)
        except Broken:
            return self._anew()

    def _of(self, blocks: Sequence[Block]) -> Sequence[Entry]:
        decode = Decoder(Placed).decode
        found: dict[int, Entry] = {}
        for each in blocks:
            if each not in self._decoded:
                self._decoded[each] = decode(self._bytes(each))
            found.update(zip(*self._decoded[each], strict=True))
        return tuple([found[place] for place in sorted(found)])

    def _bytes(self, block: Block) -> bytes:
        data = self._read(block.start, block.size)
        if digest(data) != block.digest:
            raise Broken
        return data


def names(entries: Sequence[Entry]) -> Sequence[Name]:
    """Every id with its title."""
    return entries.names() if isinstance(entries, Stored) else names_of(entries)


def names_of(entries: Iterable[Entry]) -> list[Name]:
    """The ids and titles of entries that are there."""
    return [(each.id, each.title) for each in entries]


def digest(data: bytes) -> bytes:
    """What tells these bytes from others."""
    return blake2b(data, digest_size=16).digest()
