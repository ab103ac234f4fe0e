"""What SQLite says went wrong, as refusals of ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from clustercalls.errors import InputRefused, Place, Refusal, WorldFailed, outside, problem

if TYPE_CHECKING:
    from sqlite3 import Error

_PRIMARY = 0xFF  # of the code of an error: what it is about; the rest says more exactly what
# No permission, read-only, a disk that is full or fails, not to be opened: another way may do.
CLOSED = frozenset({3, 8, 10, 13, 14})
BUSY, LOCKED, CORRUPT, NOT_A_DATABASE = 5, 6, 11, 26


def code_of(error: "Error") -> int:
    """What an error is about; 0 when it did not come from the library itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def is_damage(error: "Error") -> bool:
    """Whether it says that the bytes of the file are none of a catalogue, or not whole."""
    return code_of(error) in {CORRUPT, NOT_A_DATABASE}


def read_failed(error: "Error", path: Path) -> Refusal:
    """Why the catalogue cannot be read."""
    place = Place(str(path))
    if is_damage(error):
        return InputRefused(problem("catalogue-unreadable", place, **outside(error)))
    return WorldFailed(problem("catalogue-closed", place, **outside(error)))


def write_failed(error: "Error", path: Path, seconds: float) -> Refusal:
    """Why it cannot be written; it is as it was."""
    if code_of(error) in {BUSY, LOCKED}:
        return WorldFailed(problem("locked", Place(str(path)), seconds=f"{seconds:g}"))
    return WorldFailed(problem("cannot-write", Place(str(path)), **outside(error)))
