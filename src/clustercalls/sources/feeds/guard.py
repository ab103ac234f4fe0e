"""What a feed's bytes must not be before a parser sees them: packed too well, or made to keep it busy."""

import re
import zlib

from clustercalls.errors import limit_of
from clustercalls.limits import FEED_BYTES, FEED_TAG_BYTES
from clustercalls.sources.offered import unlike

FEED = "a feed"
GZIP = b"\x1f\x8b"
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Where a tag may begin; what follows is one until its end, whatever stands between quotes.
_TAG = re.compile(rb"<[/?]?[A-Za-z]")
_NUMBERED = re.compile(rb"&#(?:[xX]0{0,9}([0-9A-Fa-f]{4,9})|0{0,9}(\d{5,9}));")
_HALVES, _WHOLE = range(0xD800, 0xE000), range(0xE000, 0x110000)  # of characters
_LITERAL = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)  # of comments, parsers differ on where one ends


def guarded(data: bytes, source: str) -> bytes:
    """The bytes of a feed, unpacked where they are packed.

    Raises:
        InputRefused: when they are too many, declare a type of document, or have a tag that is too long.
    """
    data = _unpacked(data, source)
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), "")
    if wide:
        data = _declared_anew(data.decode(wide, "replace")).encode()
    plain = _LITERAL.sub(b"", data)
    if _DOCTYPE.search(plain):
        raise unlike(source, FEED, "it declares a type of document, as no feed need")
    if longest(plain) > FEED_TAG_BYTES:
        raise unlike(source, FEED, "a tag in it is longer than {limit}", **limit_of(FEED_TAG_BYTES))
    return _NUMBERED.sub(_seen, data)


def _seen(match: re.Match[bytes]) -> bytes:
    """A character by its number; a sign in the place of one that is none, of which its parser would die."""
    number = int(match[1], 16) if match[1] else int(match[2])
    return match[0] if number < _HALVES.start or number in _WHOLE else b"&#xFFFD;"


def longest(data: bytes) -> int:
    """The length of the longest tag; of one that has no end, to the end."""
    most, at = 0, 0
    while match := _TAG.search(data, at):
        start = match.start()
        end = data.find(b">", start)
        at = len(data) if end < 0 else end + 1
        most = max(most, at - start)
    return most


def _declared_anew(text: str) -> str:
    """A text that says no more in which letters it was written."""
    text = text.lstrip("\ufeff").replace("\ufffd", "?")
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text)


def _unpacked(data: bytes, source: str) -> bytes:
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, FEED_BYTES + 1)
        except zlib.error:
            raise unlike(source, FEED, "it cannot be unpacked") from None
    if len(data) > FEED_BYTES:
        raise unlike(source, FEED, "it is larger than {limit}", **limit_of(FEED_BYTES))
    return data
