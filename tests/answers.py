"""What answers are made of: right ones, ended early, packed, or without end."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator

from hostile_dav import Bad, World, endless, whole

MIB = 1024 * 1024
XML = b'<?xml version="1.0"?>'
ROOT = b'<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
CHUNKED = b"HTTP/1.1 207 M\r\nTransfer-Encoding: chunked\r\n\r\n"
OPEN = b"HTTP/1.1 207 M\r\n\r\n"


def multi(body: bytes, *headers: str) -> bytes:
    return whole("207 Multi-Status", body, *headers)


def hrefs(where: str, *, last: bool = False) -> Bad:
    """The right answer, its addresses at `where`: `{spy}` and `{own}` are the two servers, `{port}` our port."""

    def bad(world: World, good: bytes) -> bytes:
        port = world.url.rpartition(":")[2]
        put = where.format(spy=world.spy, own=world.url, port=port).encode()
        pieces = re.split(rb"(<d:href>)(?=/)", good)
        if last:
            pieces[-2:] = [pieces[-2], put + pieces[-1]]
            return multi(b"".join(pieces))
        return multi(good.replace(b"<d:href>/", b"<d:href>" + put + b"/"))

    return bad


def redirect(status: int, where: str) -> Bad:
    def bad(world: World, _good: bytes) -> bytes:
        port = world.url.rpartition(":")[2]
        there = where.format(spy=world.spy, own=world.url, port=port)
        return whole(f"{status} There", b"", f"Location: {there}")

    return bad


def said(raw: "bytes | Iterable[bytes]") -> Bad:
    return lambda _world, _good: raw


def body(data: bytes, *headers: str) -> Bad:
    return said(multi(data, *headers))


def packed(how: str, wbits: int, mebibytes: int) -> Bad:
    """So many MiB of blanks, packed: one flushed block of a MiB, over and over."""

    def bad(_world: World, _good: bytes) -> Iterator[bytes]:
        packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
        head = packer.compress(XML + ROOT) + packer.flush(zlib.Z_FULL_FLUSH)
        block = packer.compress(b" " * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
        yield OPEN[:-2] + f"Content-Encoding: {how}\r\n\r\n".encode() + head
        for _ in range(mebibytes):
            yield block

    return bad


def chunked(*pieces: bytes) -> bytes:
    return CHUNKED + b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in pieces)


def chunks(piece: bytes) -> Bad:
    one = b"%x\r\n%s\r\n" % (len(piece), piece)
    return lambda _world, _good: continued(CHUNKED, endless(one))


def continued(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def then(first: bytes, piece: bytes) -> Bad:
    """First this, then that piece for ever."""
    return lambda _world, _good: continued(first, endless(piece))


def right(*headers: str) -> Bad:
    """The right answer with more headers."""
    return lambda _world, good: multi(good, *headers)


def changed(pattern: bytes, put: bytes) -> Bad:
    return lambda _world, good: multi(re.sub(pattern, lambda _: put, good))


def cut(part: float, how: str) -> Bad:
    """The right answer, ended early."""

    def bad(_world: World, good: bytes) -> bytes:
        some = good[: int(len(good) * part)]
        if how == "chunked":
            return CHUNKED + b"%x\r\n%s" % (len(good) + 1, some)
        if how == "gzip":
            return multi(gzip.compress(good)[: int(20 + 10 * part)], "Content-Encoding: gzip")
        return whole("207 M", good)[: -(len(good) - len(some)) or None]

    return bad
