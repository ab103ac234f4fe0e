"""That nothing changed since the last look, known of a memory by its bytes alone: to decode it costs more."""

import time

from clustercalls.disk import copies, passing
from clustercalls.disk.settled import digest
from clustercalls.reminders.place import memory_of, real

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KIND = "looked"


def is_known(paths: "Sequence[str]", files: "Sequence[str]") -> bool:
    """Whether a look in passing is known to find nothing; the memory of it is then used, as by that look."""
    memory, there = memory_of(paths), digest(files, time.time())
    if not memory or not there:
        return False
    asked = (*real(paths), there)
    return passing.is_known(memory, lambda data: copies.known(KIND, memory, _key(data, asked)) is not None)


def note(paths: "Sequence[str | Path]", data: bytes, files: str) -> None:
    """Notes that by the memory with these bytes nothing is new while the files have this digest."""
    if files:
        copies.keep(KIND, memory_of(paths), _key(data, (*real(paths), files)), ())


def _key(data: bytes, asked: tuple[str, ...]) -> bytes:
    return copies.key_of(data, "\0".join(asked).encode("utf-8", "surrogateescape"))
