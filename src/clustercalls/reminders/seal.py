"""A checksum in what we keep as JSON: one flipped bit anywhere is seen. Bytes in, bytes out.

It is the last field of the object, so that the file is still JSON for whoever looks into it.
"""

from _blake2 import blake2b  # not of hashlib, whose import loads all of OpenSSL

_SIZE = 16  # bytes of the checksum, written as twice as many letters
_BEFORE, _BEHIND = b',"check":"', b'"}\n'
_LENGTH = len(_BEFORE) + 2 * _SIZE + len(_BEHIND)


class BrokenSeal(ValueError):
    """What stands there is not what was sealed."""


def sealed(body: bytes) -> bytes:
    """An object of JSON, not an empty one, with its checksum in it."""
    return b"%b%b%b%b" % (body[:-1], _BEFORE, _checksum(body), _BEHIND)


def opened(data: bytes) -> tuple[bytes, bool]:
    """The object, and whether a checksum was in it; an older version wrote none.

    Raises:
        BrokenSeal: when the checksum is that of another.
    """
    behind = data[-_LENGTH:]
    if not (behind.startswith(_BEFORE) and behind.endswith(_BEHIND)):
        return data, False
    body = data[:-_LENGTH] + b"}"
    if behind[len(_BEFORE) : -len(_BEHIND)] != _checksum(body):
        raise BrokenSeal
    return body, True


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SIZE).hexdigest().encode()
