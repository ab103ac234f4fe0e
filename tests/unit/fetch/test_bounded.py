"""However little comes at a time, the whole has an end; however much comes, no more than may is taken."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader
from threading import Thread

import pytest

from clustercalls.fetch.bounded import Allowance, ReadingEnd, Unusable, too_large

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_what_comes_in_time_is_read(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sendall(b"one\ntwo\n")
    with BufferedReader(ReadingEnd(ours, Allowance(5), 100)) as file:
        assert (file.readline(), file.read1()) == (b"one\n", b"two\n")


def test_a_byte_at_a_time_does_not_beat_the_whole(pair: Pair) -> None:
    ours, theirs = pair

    def drip() -> None:
        with suppress(OSError):  # we went away
            for _ in range(20):
                theirs.send(b"x")
                time.sleep(0.05)

    Thread(target=drip, daemon=True).start()
    begun = time.monotonic()
    reading = BufferedReader(ReadingEnd(ours, Allowance(0.2), 100))
    with reading, pytest.raises(Unusable, match="no whole answer"):
        reading.readline()
    assert time.monotonic() - begun < 0.6


def test_nor_is_silence_waited_for_so_long(pair: Pair) -> None:
    with ReadingEnd(pair[0], Allowance(60, silence=0.1), 100) as reading, pytest.raises(Unusable) as unusable:
        reading.read(1)
    assert unusable.value.values == {"reason": "no answer within {seconds} seconds", "seconds": "0.1"}


def test_what_was_asked_more_has_more_time() -> None:
    allowance = Allowance(0)
    with pytest.raises(Unusable) as unusable:
        allowance.left()
    assert unusable.value.values["seconds"] == "0"
    allowance.extend(5)
    assert 4 < allowance.left() <= 5


def test_no_more_than_may_comes_through(pair: Pair) -> None:
    ours, theirs = pair
    theirs.sendall(b"x" * 50)
    with ReadingEnd(ours, Allowance(5), 20) as reading:
        assert len(reading.read(20)) == 20
        with pytest.raises(Unusable, match="larger"):
            reading.read(1)
        reading.allow(10)
        assert len(reading.read(10)) == 10


def test_the_limit_is_named() -> None:
    assert too_large(64 * 1024).values["size"] == "64"
    assert too_large(32 * 1024 * 1024).values == {
        "reason": "its answer is larger than {size} MiB",
        "size": "32",
    }
