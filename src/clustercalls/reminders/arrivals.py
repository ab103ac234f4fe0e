"""What arrived of a run that still tells: a line each, beside the memory, until the memory holds it.

The memory is as large as all that was ever told, and is written whole; a line is short. So of a run that is
killed one message at most is repeated, however many it had. No line has to be believed: what one says that is
torn or damaged is told once more.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import DecodeError, Struct, json

from clustercalls.disk.exchange import append
from clustercalls.disk.private import read_own
from clustercalls.errors import Problem
from clustercalls.limits import ARRIVALS_BYTES
from clustercalls.reminders import memory as memories
from clustercalls.reminders.arrival import Arrival, whole
from clustercalls.reminders.memory import Memory
from clustercalls.reminders.place import real
from clustercalls.reminders.seal import BrokenSeal, opened, sealed

FORMAT = "clustercalls arrivals 1"


class _Line(Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    registry: tuple[str, ...]
    arrival: Arrival


class Arrivals:
    """The lines beside this memory of this registry, for the one run that tells."""

    def __init__(self, path: Path, registry: tuple[Path, ...]) -> None:
        """Writes nothing yet."""
        self._path, self._registry, self._size = _beside(path), real(registry), 0

    def add(self, arrival: Arrival) -> bool:
        """Writes what arrived, durably; False where that cannot be, and the memory has to be kept at once."""
        line = sealed(json.encode(_Line(FORMAT, self._registry, arrival)))
        if self._size + len(line) > ARRIVALS_BYTES:
            return False
        try:
            self._size = append(self._path, line) + len(line)
        except OSError:
            return False
        return True

    def clear(self) -> None:
        """Takes the lines away: the memory holds what they say."""
        self._size = 0
        with suppress(OSError):  # what is noted twice is as noted once
            self._path.unlink(missing_ok=True)


def load(path: Path, registry: tuple[Path, ...], *, dry: bool = False) -> tuple[Memory, Problem | None]:
    """As `memory.load`, with what arrived in a run that did not come to its end.

    Raises:
        WorldFailed: as there.
    """
    memory, lost = memories.load(path, registry, dry=dry)
    for arrival in left(path, registry):
        arrival.note(memory)
    return memory, lost


def left(path: Path, registry: tuple[Path, ...]) -> list[Arrival]:
    """What arrived and is not yet in this memory, by the lines that can be believed."""
    try:
        lines = read_own(_beside(path))
    except OSError:
        return []
    return whole(_believed(lines, real(registry)))


def _believed(lines: bytes, registry: tuple[str, ...]) -> Iterator[Arrival]:
    for line in lines.splitlines(keepends=True):
        with suppress(DecodeError, UnicodeDecodeError, RecursionError, BrokenSeal):
            body, is_sealed = opened(line)
            read = json.decode(body, type=_Line)
            if is_sealed and (read.format, read.registry) == (FORMAT, registry):
                yield read.arrival


def _beside(path: Path) -> Path:
    return path.with_name(path.name.replace("seen-", "arrived-", 1))
