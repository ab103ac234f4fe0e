"""The journal: what every command did to a registry, so that it can be told and taken back.

One file of lines in the user's state folder. A record is added before the registry is written and says what
is to be done; its end is added after, and says whether it was. What has no end is settled by the files, in
`settled.py`.
"""

import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from clustercalls.disk.exchange import append
from clustercalls.disk.folders import make_folders, state_folder
from clustercalls.disk.lock import locked
from clustercalls.disk.opening import open_regular
from clustercalls.disk.private import write_own
from clustercalls.editing.journal_lines import Journal, holds_any, line_of, parse
from clustercalls.editing.record import Record, RecordEnd
from clustercalls.errors import InputRefused, Place, Problem, WorldFailed, outside, problem
from clustercalls.limits import JOURNAL_BYTES, JOURNAL_READ_BYTES, LINE_SECONDS, MIB

NAMED = 5  # damaged lines that a message names
_EDITS = b'"edits":'  # as a key it stands in records alone, of any version


def path() -> Path | None:
    """Where the journal is: `$XDG_STATE_HOME/clustercalls/journal.jsonl`; None without a home."""
    folder = state_folder()
    return folder / "journal.jsonl" if folder else None


def note(records: Sequence[Record]) -> bool:
    """Adds the records of one act, durably; False when there is no home to keep a journal in.

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
            _mend(file)
            with suppress(WorldFailed):  # a longer journal is one still
                _shorten(file)
            try:
                append(file, b"".join(map(line_of, records)))
            except OSError:
                _leave_none_empty(file)
                raise
    except OSError as error:
        raise _not_noted(file, error) from None
    except WorldFailed as failed:
        if failed.problem.code == "cannot-write":
            raise _not_noted(file, dict(failed.problem.values)["reason"]) from None
        raise
    return True


def finish(ends: Sequence[RecordEnd]) -> None:
    """Adds how records ended, if that can be: where it is missing, the files tell."""
    file = path()
    if file is None or not ends:
        return
    with suppress(OSError, WorldFailed), locked(file):
        _mend(file)
        append(file, b"".join(map(line_of, ends)), durable=False)


def _mend(file: Path) -> None:
    """Takes off a last line that a kill or a power cut tore: nobody waited for what it says."""
    with suppress(FileNotFoundError), _opened(file, os.O_RDWR) as descriptor:
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            data = _newest(descriptor, size)
            last = data[data.rfind(b"\n") + 1 :]
            if not holds_any(last):
                os.ftruncate(descriptor, size - len(last))


def _leave_none_empty(file: Path) -> None:
    """Takes a journal away that was made and could not be written: an empty one has lost its lines."""
    with suppress(OSError):
        its = file.lstat()
        if stat.S_ISREG(its.st_mode) and not its.st_size:
            file.unlink()


def _shorten(file: Path) -> None:
    """Drops the older half of what has grown too large, but never the newest record."""
    with suppress(FileNotFoundError), _opened(file, os.O_RDONLY) as descriptor:
        size = os.fstat(descriptor).st_size
        if size <= JOURNAL_BYTES:
            return
        data = _newest(descriptor, size)
        begin = data.find(b"\n", len(data) - JOURNAL_BYTES // 2) + 1
        if data.find(_EDITS, begin) < 0:
            begin = data.rfind(b"\n", 0, max(data.rfind(_EDITS), 0)) + 1
        if begin:
            write_own(file, data[begin:])


@contextmanager
def _opened(file: Path, flags: int) -> Iterator[int]:
    descriptor = open_regular(file, flags, follow=False)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _newest(descriptor: int, size: int) -> bytes:
    """The last bytes of an open file of this size, as many as are read of a journal."""
    data = bytearray()
    start = max(size - JOURNAL_READ_BYTES, 0)
    while found := os.pread(descriptor, size - start - len(data), start + len(data)):
        data += found
    return bytes(data)


def _not_noted(file: Path, reason: object) -> WorldFailed:
    return WorldFailed(problem("no-journal", Place(str(file)), **outside(reason)))


def read() -> Journal:
    """What is whole of the journal, and what is not; an empty one when there is none.

    Raises:
        InputRefused: when it is there and cannot be read.
    """
    file = path()
    if file is None:
        return Journal()
    try:
        journal = _read(file)
        if journal.torn or journal.empty:  # perhaps somebody is just writing it
            time.sleep(LINE_SECONDS)
            journal = _read(file)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not file.is_symlink():
            return Journal()
        reason = outside(error)
        raise InputRefused(problem("unread-journal", Place(str(file)), **reason)) from None
    return journal


def _read(file: Path) -> Journal:
    with _opened(file, os.O_RDONLY) as descriptor:
        size = os.fstat(descriptor).st_size
        data = _newest(descriptor, size)
    return parse(data, cut=size > len(data))


def damage(journal: Journal, *, current: bool) -> Iterator[Problem]:
    """What is to be said of a journal that is not whole.

    `current` says that the files are as their newest record left them: then a last line that is torn is one
    that a kill cut off while it was written, and nothing is missing.
    """
    place = str(path() or "")
    if journal.empty:
        yield problem("empty-journal", Place(place))
    lines = [*journal.damaged, *([journal.torn] if journal.torn and not current else [])]
    if journal.cut:
        yield problem("long-journal", Place(place), limit="{most} MiB", most=JOURNAL_READ_BYTES // MIB)
    if lines:
        named = ", ".join(map(str, lines[:NAMED])) + (", …" if len(lines) > NAMED else "")
        first = 0 if journal.cut else lines[0]
        yield problem("damaged-journal", Place(place, first), count=len(lines), lines=named)
