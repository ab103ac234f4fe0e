"""The journal: what every command did to a registry, so that it can be told and taken back.

One line of JSON a command, in the user's state folder. It is written before the registry is: what it says
was done counts only where the file is as it says.
"""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import msgspec

from clustercalls.disk.exchange import append
from clustercalls.disk.folders import make_folders, state_folder
from clustercalls.disk.lock import locked
from clustercalls.disk.replace import replace
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.limits import JOURNAL_BYTES


class Splice(msgspec.Struct, frozen=True):
    """One file's edit: the text `old` at `start` became `new`; the digests are of the whole file."""

    file: str
    start: int
    old: str
    new: str
    before: str
    after: str


class Record(msgspec.Struct, frozen=True):
    """One command: when, what it was, which entries, what it said, and what it did; or what it took back."""

    id: str
    at: str
    command: str
    entries: tuple[str, ...]
    said: str
    edits: tuple[Splice, ...]
    undoes: str = ""
    run: str = ""


class Undoable(NamedTuple):
    """What the newest command not yet taken back did, and whether its files are as it left them."""

    records: tuple[Record, ...]
    fits: bool


def path() -> Path | None:
    """Where the journal is: `$XDG_STATE_HOME/clustercalls/journal.jsonl`; None without a home."""
    folder = state_folder()
    return folder / "journal.jsonl" if folder else None


def splice(file: Path, old: bytes, new: bytes) -> Splice:
    """What differs between two states of a file, as one stretch of text."""
    before, after = old.decode(), new.decode()
    start = alike(before, after)
    left, right = before[start:], after[start:]
    same = alike(left[::-1], right[::-1])
    return Splice(
        os.path.realpath(file),
        start,
        left[: len(left) - same],
        right[: len(right) - same],
        digest(old),
        digest(new),
    )


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


def note(record: Record) -> bool:
    """Adds a record; False when there is no home to keep a journal in.

    The journal is that of all registries, so it has a lock of its own, held only for this. Whoever holds a
    registry's lock may take it, and nobody who holds it takes another.

    Raises:
        WorldFailed: when it cannot be written.
    """
    file = path()
    if file is None:
        return False
    try:
        make_folders(file.parent)
        with locked(file):
            _shorten(file)
            append(file, msgspec.json.encode(record).decode() + "\n")
    except OSError as error:
        raise _not_noted(file, error.strerror or error) from None
    except WorldFailed as failed:
        if failed.problem.code == "cannot-write":
            raise _not_noted(file, dict(failed.problem.values)["reason"]) from None
        raise
    return True


def _shorten(file: Path) -> None:
    """Drops the older half of what has grown too large."""
    if file.is_file() and file.stat().st_size > JOURNAL_BYTES:
        kept = file.read_bytes()[-JOURNAL_BYTES // 2 :]
        replace(file, kept[kept.find(b"\n") + 1 :])


def _not_noted(file: Path, reason: object) -> WorldFailed:
    return WorldFailed(problem("no-journal", Place(str(file)), reason=reason))


def records() -> list[Record]:
    """Every record, oldest first; a line that a crash cut off is passed over."""
    file = path()
    if file is None or not file.is_file():
        return []
    found = []
    for line in file.read_bytes().splitlines():
        try:
            found.append(msgspec.json.decode(line, type=Record))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return found


def last_edit(every: list[Record], states: dict[str, str]) -> Undoable | None:
    """What to take back, given the digest of each file in use by its real path.

    Passed over: what was taken back, and what never came to be (its files are as they were before it).
    """
    undone = {record.undoes for record in every}
    mine = [
        record
        for record in every
        if not record.undoes
        and record.id not in undone
        and any(states.get(each.file, each.before) != each.before for each in record.edits)
    ]
    if not mine:
        return None
    records = tuple(each for each in mine if each.run == mine[-1].run)
    fits = all(states.get(e.file, e.after) == e.after for each in records for e in each.edits)
    return Undoable(records, fits)
