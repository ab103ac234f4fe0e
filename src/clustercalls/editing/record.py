"""What the journal holds: the record of a command on one file, and how it ended."""

import hashlib
import os
from pathlib import Path

import msgspec


class Splice(msgspec.Struct, frozen=True):
    """One file's edit: the text `old` at `start` became `new`; the digests are of the whole file."""

    file: str
    start: int
    old: str
    new: str
    before: str
    after: str


class Record(msgspec.Struct, frozen=True):
    """A command as it began: when, what it was, which entries, what it said, and what it was to do.

    `undoes` is the id of the record that it takes back. The records of one command share a `run`: they are
    one act.
    """

    id: str
    at: str
    command: str
    entries: tuple[str, ...]
    said: str
    edits: tuple[Splice, ...]
    undoes: str = ""
    run: str = ""


class Ended(msgspec.Struct, frozen=True):
    """How the record of this id ended: whether its file was changed."""

    id: str
    done: bool


def splice(file: Path, old: bytes, new: bytes) -> Splice:
    """What differs between two states of a file, as one stretch of text."""
    before, after = old.decode(), new.decode()
    start = alike(before, after)
    left, right = before[start:], after[start:]
    same = alike(left[::-1], right[::-1])
    return Splice(
        name_of(file),
        start,
        left[: len(left) - same],
        right[: len(right) - same],
        digest(old),
        digest(new),
    )


def name_of(file: Path | str) -> str:
    """The real path by which the journal knows a file; bytes of it that are no text are written out."""
    return os.fsencode(os.path.realpath(file)).decode("utf-8", "backslashreplace")


def new_id() -> str:
    """A name for a record that no other has."""
    return os.urandom(6).hex()


def digest(data: bytes) -> str:
    """What tells two states of a file apart."""
    return hashlib.sha256(data).hexdigest()


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common, by halving: the texts are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
