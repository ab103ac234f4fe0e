"""The body of an answer as it was before it was packed, never more of it at once than a piece.

https://www.rfc-editor.org/rfc/rfc9110#section-8.4
"""

import zlib
from collections.abc import Iterable, Iterator

from clustercalls.fetch.bounded import Passing, Unusable

PIECE = 64 * 1024
PACKED = "gzip, deflate"  # what we say that we can read
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_ZLIB_METHOD = 0x08  # in the low half of the first byte, where "deflate" is what the standard means by it


def plain(pieces: Iterable[bytes], packing: str) -> Iterator[bytes]:
    """These pieces unpacked; each that comes out is at most `PIECE` long, and empty ones may be among them.

    Raises:
        Unusable: when they are not packed as is said, or do not end.
    """
    packing = packing.strip().lower()
    if packing in {"", "identity"}:
        yield from pieces
    elif packing in {"gzip", "x-gzip", "deflate"}:
        yield from _unpacked(pieces, gzip=packing != "deflate")
    else:
        raise Unusable("the server's answer was not understood ({kind})", kind="Content-Encoding")


def _unpacked(pieces: Iterable[bytes], *, gzip: bool) -> Iterator[bytes]:
    packed, rest = None, b""
    try:
        for piece in pieces:
            if not piece:
                continue
            if packed is None:
                is_zlib = piece[0] & 0x0F == _ZLIB_METHOD
                packed = zlib.decompressobj(_GZIP if gzip else _ZLIB if is_zlib else _RAW)
            rest = piece
            while rest and not packed.eof:
                yield packed.decompress(rest, PIECE)
                rest = packed.unconsumed_tail
            if rest or packed.unused_data:
                break
    except zlib.error:
        rest = b"?"
    if packed is not None and (rest or packed.unused_data):
        raise Unusable("the server's answer was not understood ({kind})", kind="Content-Encoding")
    if packed is not None and not packed.eof:
        raise Passing("the server's answer was cut off")
