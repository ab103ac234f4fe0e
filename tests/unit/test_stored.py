"""Entries in blocks: which are decoded, and what happens to one that is broken."""

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.msgpack import encode

from builders import entry, stage
from clustercalls import stored
from clustercalls.model import Entry
from clustercalls.stored import Block, Stored

OLD, OPEN = entry(stage("2016-02-29"), name="old"), entry(stage(), name="open")


class Kept:
    """Two blocks as an index keeps them, and what was read of them."""

    def __init__(self) -> None:
        parts = [encode(([1], [OPEN])), encode(([0], [OLD]))]
        self.data, self.starts, self.anew = b"".join(parts), [], 0  # fmt: skip
        blocks, start = [], 0
        for part, last in zip(parts, (None, date(2016, 2, 29)), strict=True):
            blocks.append(Block((start, len(part), part), last))
            start += len(part)
        self.blocks = blocks
        self.entries = Stored(2, blocks, self.read, self.read_anew)

    starts: list[int]

    def read(self, part: tuple[int, int, bytes]) -> bytes | None:
        start, size, expected = part
        self.starts.append(start)
        found = self.data[start : start + size]
        return found if found == expected else None

    def read_anew(self) -> Sequence[Entry]:
        self.anew += 1
        return OLD, OPEN

    def flip(self, block: int) -> None:
        place = self.blocks[block].part[0]
        self.data = self.data[:place] + bytes([self.data[place] ^ 1]) + self.data[place + 1 :]


def test_entries_come_in_file_order_each_decoded_once() -> None:
    kept = Kept()
    assert (len(kept.entries), tuple(kept.entries), kept.entries[1]) == (2, (OLD, OPEN), OPEN)
    assert tuple(kept.entries.since(date(2017, 1, 1))) == (OLD, OPEN)
    assert (len(kept.starts), kept.anew) == (2, 0)


@pytest.mark.parametrize(("day", "expected"), [(date(2016, 2, 29), (OLD, OPEN)), (date(2016, 3, 1), (OPEN,))])
def test_a_block_that_is_long_past_is_not_read(day: date, expected: tuple[Entry, ...]) -> None:
    kept = Kept()
    assert tuple(kept.entries.since(day)) == expected
    assert len(kept.starts) == len(expected)


@pytest.mark.parametrize("block", [0, 1])
def test_what_is_broken_is_read_anew(block: int) -> None:
    kept = Kept()
    kept.flip(block)
    assert tuple(kept.entries) == (OLD, OPEN)
    assert OPEN in tuple(kept.entries.since(date(2017, 1, 1)))
    assert kept.anew == 1


def test_names() -> None:
    assert stored.names([OPEN, OLD]) == [("open", OPEN.title), ("old", OLD.title)]
