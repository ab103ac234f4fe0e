"""What is packed comes out as it was, in small pieces, however much a small piece holds."""

import gzip
import zlib
from collections.abc import Iterator

import pytest

from clustercalls.fetch.bounded import Unusable
from clustercalls.fetch.plain import PIECE, plain

TEXT = bytes(range(256)) * 40
RAW = zlib.compressobj(wbits=-15)
PACKED = [
    ("", TEXT),
    ("identity", TEXT),
    ("gzip", gzip.compress(TEXT, mtime=0)),
    (" X-GZip", gzip.compress(TEXT, mtime=0)),
    ("deflate", zlib.compress(TEXT)),
    ("deflate", RAW.compress(TEXT) + RAW.flush()),
]


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize(("packing", "data"), PACKED)
def test_it_comes_out_as_it_was(packing: str, data: bytes, size: int) -> None:
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    assert b"".join(plain(pieces, packing)) == TEXT


def test_a_piece_that_holds_very_much_comes_out_little_by_little() -> None:
    taken = 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield packed

    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(b" " * 10**7) + packer.flush(zlib.Z_FULL_FLUSH)
    found = plain(pieces(), "gzip")
    assert max(len(next(found)) for _ in range(100)) <= PIECE
    assert taken == 1


@pytest.mark.parametrize(
    ("packing", "data"),
    [
        ("gzip", b"no gzip"), ("deflate", b"\xff\xff\xff"), ("br", b"x"),
        ("gzip, gzip", gzip.compress(b"x", mtime=0)),
        ("gzip", gzip.compress(b"x", mtime=0) + b"more"), ("\u202e", b""),
        ("gzip", gzip.compress(b"x", mtime=0)[:-8] + b"12345678"),
    ],
)  # fmt: skip
def test_what_is_not_packed_so(packing: str, data: bytes) -> None:
    with pytest.raises(Unusable, match="not understood"):
        list(plain([data], packing))


@pytest.mark.parametrize("left", [1, 9, 30])
def test_what_does_not_end(left: int) -> None:
    with pytest.raises(Unusable, match="cut off"):
        list(plain([gzip.compress(TEXT, mtime=0)[:-left]], "gzip"))
