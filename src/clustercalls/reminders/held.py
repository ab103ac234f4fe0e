"""A memory that is held only to be read or written: never while anything is told.

A command that looks may write it in between, so that what is noted goes into the memory as it then is.
"""

from _thread import allocate_lock  # not of threading: only who tells others has threads
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from clustercalls.disk.lock import locked
from clustercalls.disk.private import read_own
from clustercalls.errors import Place, Problem, WorldFailed, problem
from clustercalls.limits import MEMORY_SECONDS
from clustercalls.reminders import memory as memories
from clustercalls.reminders.arrival import Arrival, whole
from clustercalls.reminders.arrivals import Arrivals, left
from clustercalls.reminders.memory import Memory

Change = Callable[[Memory], None]


def claim_of(path: Path) -> Path:
    """Beside a memory, what the one run that tells claims: the kernel gives it up when that process ends.

    Nobody waits for it, and it keeps nobody from the memory.
    """
    return path.with_name(path.name.replace("seen-", "telling-", 1))


class Held:
    """The memory in this file, as it was read under its lock, and what is still to be noted in it."""

    def __init__(self, path: Path, registry: tuple[Path, ...], clock: datetime) -> None:
        """Reads it; whoever does so holds its lock.

        Raises:
            WorldFailed: when it can be neither read nor replaced.
        """
        self._path, self._registry, self._clock = path, registry, clock
        self.memory, self.lost = memories.load(path, registry)
        memories.use(path, clock)
        self._owed: list[Change] = []
        self._arrived = left(path, registry)
        self.found_left = bool(self._arrived)  # of a run that did not come to its end
        for each in self._arrived:
            each.note(self.memory)
        self._lines: Arrivals | None = None  # of the run that tells
        self._seen = _stamp(path)
        self._is_as_seen = True
        self._turn = allocate_lock()

    @property
    def is_owed(self) -> bool:
        """Whether something is still to be noted in the file, such as what a killed run left."""
        return bool(self._owed or self._arrived)

    def note(self, change: Change) -> None:
        """Has this change be made to the memory when it is kept."""
        self._owed.append(change)

    def claimed(self) -> None:
        """For the run that tells: what arrives is written beside the memory from now on."""
        self._lines = Arrivals(self._path, self._registry)

    def arrived(self, arrival: Arrival) -> bool:
        """Notes what arrived; whether it is written, so that the memory may be kept later.

        It may be called beside `keep`, by another thread.
        """
        with self._turn:
            self._arrived.append(arrival)
            return self._lines is not None and self._lines.add(arrival)

    def quiet(self) -> bytes | None:
        """The bytes of a memory in which nothing is to be noted, else None; for who holds its lock."""
        if self.is_owed or self.lost or _stamp(self._path) != self._seen:
            return None
        with suppress(OSError):
            return read_own(self._path)
        return None

    def keep(self) -> Problem | None:
        """Takes the lock and writes what was noted; the problem of a memory that was damaged meanwhile.

        Raises:
            WorldFailed: when it cannot be written; what was noted is then still to be.
        """
        if not self.is_owed:
            return None
        try:
            with self._turn, locked(self._path, seconds=MEMORY_SECONDS):
                return self.keep_under_lock()
        except WorldFailed as failed:
            if failed.problem.code != "locked":
                raise
            held = problem("cannot-remember", Place(str(self._path)), reason="another program holds it")
            raise WorldFailed(held) from None

    def keep_under_lock(self) -> Problem | None:
        """As `keep`, for who holds the lock."""
        lost = None
        if not self.is_owed:
            return None
        if not self._is_as_seen or _stamp(self._path) != self._seen:
            self.memory, lost = memories.load(self._path, self._registry)
        self.lost = self.lost or lost
        owed, self._owed = self._owed, []
        self._is_as_seen = False  # until it is written: else it is read again
        try:
            for change in (*owed, *(each.note for each in whole(self._arrived))):
                change(self.memory)
            memories.save(self._path, self.memory)
        except WorldFailed:
            self._owed = owed + self._owed
            raise
        self._arrived = []
        if self._lines is not None:
            self._lines.clear()
        memories.clear_away(self._path, self._clock)
        self._seen, self._is_as_seen = _stamp(self._path), True
        return lost


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What is another once somebody else has written it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
