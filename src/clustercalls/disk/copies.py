"""What was worked out, kept in the cache under all that it was worked out of: plain values, no secrets.

A place holds one, the last. Whatever differs (a byte, this program) is as if nothing were kept.
"""

import marshal
from _blake2 import blake2b  # not of hashlib, whose import loads all of OpenSSL

from clustercalls.disk import cache
from clustercalls.disk.stamps import program
from clustercalls.limits import FILE_BYTES

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from typing import Any as Plain  # a tuple of what `marshal` knows

SIZE = 32  # bytes of a digest
# Whose code works out what is kept.
MAKING = (
    "",
    "cli",
    "cli/look",
    "cli/tell",
    "deliver",
    "disk",
    "history",
    "i18n",
    "phrase",
    "query",
    "reminders",
)


def key_of(*parts: bytes) -> bytes:
    """What tells these parts, and the program that works something out of them, from others."""
    hashed = blake2b(program(MAKING), digest_size=SIZE)
    for each in parts:
        hashed.update(b"%d " % len(each))  # so that two parts are not two others
        hashed.update(each)
    return hashed.digest()


def known(kind: str, place: str, key: bytes) -> "Plain | None":  # noqa: ANN401 - see `Plain`
    """What is kept for a place, of this kind and under this key; None where there is no such thing."""
    path = _path(kind, place)
    file = cache.opened(path) if path else None
    if file is None:
        return None
    data = file.read(0, FILE_BYTES)
    if data[:SIZE] != key or _digest(key, data[2 * SIZE :]) != data[SIZE : 2 * SIZE]:
        return None
    return marshal.loads(data[2 * SIZE :])  # noqa: S302 - our own, its digest just checked


def keep(kind: str, place: str, key: bytes, value: "Plain") -> None:  # noqa: ANN401 - as above
    """Keeps it, unless it is kept already, or would not be read back."""
    path = _path(kind, place)
    if path and known(kind, place, key) != value:
        data = marshal.dumps(value)
        if 2 * SIZE + len(data) > FILE_BYTES:
            return
        cache.keep(path, (key, _digest(key, data), data))


def _digest(key: bytes, data: bytes) -> bytes:
    return blake2b(key + data, digest_size=SIZE).digest()


def _path(kind: str, place: str) -> str:
    folder = cache.cache_folder()
    name = blake2b(place.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return f"{folder}/{kind}/{name}" if folder else ""
