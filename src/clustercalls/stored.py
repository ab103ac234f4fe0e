"""Entries kept in blocks, each decoded when somebody looks into it: what `index` keeps of a registry.

A block whose digest is not what it was is not decoded: the entries are then read anew, all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, overload

from msgspec.msgpack import Decoder

from clustercalls.model import Entry
from clustercalls.zones import is_long_past

Placed = tuple[list[int], list[Entry]]
Part = tuple[int, int, bytes]


class Block(NamedTuple):
    """What to ask for the bytes of some entries; `last` is the day from which on they are long past."""

    part: Part
    last: date | None = None


class BrokenBlock(Exception):
    """Bytes that are not those that were kept."""


class Stored(Sequence[Entry]):
    """The entries of a registry, in file order; `read` gives a block's bytes, None for broken ones.

    `anew` reads the files; `key` tells their bytes, and the program that reads them, from others; it is
    empty when they were read anew.
    """

    def __init__(
        self,
        count: int,
        blocks: Sequence[Block],
        read: Callable[[Part], bytes | None],
        anew: Callable[[], Sequence[Entry]],
        key: bytes = b"",
    ) -> None:
        self.key = key
        self._count, self._blocks, self._read, self._anew = count, blocks, read, anew
        self._decoded: dict[Block, Placed] = {}

    def __len__(self) -> int:
        return self._count

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
        wanted = [each for each in self._blocks if not is_long_past(each.last, day)]
        try:
            return self._of(wanted)
        except BrokenBlock:
            return self._all

    @cached_property
    def _all(self) -> Sequence[Entry]:
        try:
            return self._of(self._blocks)
        except BrokenBlock:
            self.key = b""  # what is there now may be other bytes
            return self._anew()

    def _of(self, blocks: Sequence[Block]) -> Sequence[Entry]:
        decode = Decoder(Placed).decode
        by_place: dict[int, Entry] = {}
        for block in blocks:
            if block not in self._decoded:
                self._decoded[block] = decode(self._bytes(block))
            by_place.update(zip(*self._decoded[block], strict=True))
        return tuple([by_place[place] for place in sorted(by_place)])

    def _bytes(self, block: Block) -> bytes:
        data = self._read(block.part)
        if data is None:
            raise BrokenBlock
        return data


def names(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Every id with its title."""
    return [(each.id, each.title) for each in entries]
