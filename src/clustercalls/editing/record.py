"""What the journal holds: the record of a command on one file, and how it ended."""

import hashlib
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

# The commands of the versions that wrote records without a checksum, and how those wrote a moment.
BEFORE_CHECKSUMS = frozenset({"add", "move", "set", "confirm", "edit", "remove", "undo"})
_MOMENT = r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ"


class Splice(msgspec.Struct, frozen=True):
    """One file's edit: the text `old` at `start` became `new`; the digests are of the whole file.

    What takes a record back has no texts.
    """

    file: str
    start: int
    old: str
    new: str
    before: str
    after: str


class Record(msgspec.Struct, frozen=True):
    """A command as it began: when, what it was, which entries, what it said, and what it was to do.

    `undoes` are the ids of the records that it takes back, with spaces between. The records of one command
    share a `run`: they are one act. `of` them are written together; 0 in those of a version that did not
    count them.
    """

    id: str
    at: str
    command: str
    entries: tuple[str, ...]
    said: str
    edits: tuple[Splice, ...]
    undoes: str = ""
    run: str = ""
    of: int = 0


def taken_back(records: Iterable[Record]) -> frozenset[str]:
    """The ids of the records that these take back."""
    return frozenset(id_ for record in records for id_ in record.undoes.split())


class RecordEnd(msgspec.Struct, frozen=True):
    """How the record of this id ended: whether its file was changed."""

    id: str
    done: bool


def is_consistent(record: Record) -> bool:
    """Whether a record that has no checksum can be what a command wrote, as far as that can be told.

    A flip in the words of one is not found: nothing else says what they were.
    """
    return (
        record.command in BEFORE_CHECKSUMS
        and bool(re.fullmatch("[0-9a-f]{12}", record.id))
        and all(re.fullmatch("(|[0-9a-f]{12})", each) for each in (record.undoes, record.run))
        and bool(re.fullmatch(_MOMENT, record.at))
        and all(each.isprintable() and each for each in record.entries)
        and all(map(_is_splice, record.edits))
    )


def _is_splice(edit: Splice) -> bool:
    ends = zip((edit.old[:1], edit.old[-1:]), (edit.new[:1], edit.new[-1:]), strict=True)
    return (
        edit.file.startswith("/")
        and edit.start >= 0
        and all(re.fullmatch("[0-9a-f]{64}", digest) for digest in (edit.before, edit.after))
        and (edit.before == edit.after) is (edit.old == edit.new)
        and not any(old == new != "" for old, new in ends)  # else it would be shorter
    )


def splice(file: Path, old: bytes, new: bytes) -> Splice:
    """What differs between two states of a file, as one stretch of text."""
    before, after = old.decode(), new.decode()
    start = alike(before, after)
    same = alike_at_end(before, after, min(len(before), len(after)) - start)
    return Splice(
        name_of(file),
        start,
        before[start : len(before) - same],
        after[start : len(after) - same],
        digest(old),
        digest(new),
    )


def turned_back(file: Path, old: bytes, new: bytes) -> Splice:
    """That one state followed another, of what takes a record back: the texts stand in that one."""
    return Splice(name_of(file), 0, "", "", digest(old), digest(new))


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
    """How many characters two texts begin with in common."""
    return _halved(min(len(one), len(other)), lambda low, high: one[low:high] == other[low:high])


def alike_at_end(one: str, other: str, most: int) -> int:
    """How many characters two texts end with in common, `most` at most; no copy of them is turned round."""

    def same(low: int, high: int) -> bool:
        here, there = len(one), len(other)
        return one[here - high : here - low] == other[there - high : there - low]

    return _halved(most, same)


def _halved(most: int, same: Callable[[int, int], bool]) -> int:
    """How far two long texts are the same, by halving; `same` compares a stretch."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
