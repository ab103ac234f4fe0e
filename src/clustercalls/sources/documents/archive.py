"""The parts of an archive of a document, unpacked only when they are bounded."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from clustercalls.errors import InputRefused, Problem, limit_of, problem
from clustercalls.limits import UNPACKED_BYTES, UNPACKED_PARTS

SIGNATURE = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"
_SECRET = 0x1  # the bit of what is encrypted


class Archive:
    """An archive of which some parts are wanted.

    Raises:
        InputRefused: when it is damaged, or lists more than a document has.
    """

    def __init__(self, data: bytes) -> None:
        if data.count(_LISTED) > UNPACKED_PARTS:
            raise InputRefused(_bomb())
        with _damage_told():
            self._zip = ZipFile(BytesIO(data))
            self._parts = {part.filename: part for part in self._zip.infolist()}
        self._left = UNPACKED_BYTES

    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._parts)

    def part(self, name: str) -> bytes:
        """A part, unpacked; empty where there is none.

        Raises:
            InputRefused: before it is unpacked, when all that were come to too much; when it is damaged.
        """
        part = self._parts.get(name)
        if part is None:
            return b""
        if part.flag_bits & _SECRET:
            raise InputRefused(problem("document-encrypted"))
        self._left -= part.file_size
        if self._left < 0:
            raise InputRefused(_bomb())
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise InputRefused(problem("document-damaged"))
        with _damage_told():
            return self._zip.read(part)  # no more than it says: zipfile stops there


@contextmanager
def _damage_told() -> Iterator[None]:
    """Whatever the library meets in a damaged archive as our refusal."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise InputRefused(problem("document-damaged")) from None


def _bomb() -> Problem:
    return problem("document-bomb", None, **limit_of(UNPACKED_BYTES))
