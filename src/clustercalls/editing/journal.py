"""The journal: what every command did to a registry, so that it can be told and taken back.

One file of lines in the user's state folder. A record is added before the registry is written and says what
is to be done; its end is added after, and says whether it was. What has no end is settled by the files, in
`settled.py`.
"""

import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from clustercalls.disk.exchange import append
from clustercalls.disk.folders import make_folders, state_folder
from clustercalls.disk.lock import locked
from clustercalls.disk.opening import open_regular
from clustercalls.disk.private import write_own
from clustercalls.editing import settled
from clustercalls.editing.journal_lines import (
    Journal,
    holds_any,
    holds_record,
    line_of,
    newest_act,
    newest_acts,
    parse,
)
from clustercalls.editing.record import Record, RecordEnd
from clustercalls.errors import (
    InputRefused,
    Place,
    Problem,
    UsageRefused,
    WorldFailed,
    limit_of,
    outside,
    problem,
)
from clustercalls.limits import ACT_BYTES, ENDS_BYTES, JOURNAL_BYTES, JOURNAL_READ_BYTES, LINE_SECONDS

NAMED = 5  # damaged lines that a message names


def path() -> Path | None:
    """Where the journal is: `$XDG_STATE_HOME/clustercalls/journal.jsonl`; None without a home."""
    folder = state_folder()
    return folder / "journal.jsonl" if folder else None


def note(records: Sequence[Record]) -> bool:
    """Adds the records of one act, durably; False when there is no home to keep a journal in.

    The journal is that of all registries, so it has a lock of its own, held only for this. Whoever holds a
    registry's lock may take it, and nobody who holds it takes another.

    Raises:
        UsageRefused: when the records are more than is read back of a journal.
        WorldFailed: when it cannot be written.
    """
    file = path()
    if file is None:
        return False
    lines = _lines(file, records)
    try:
        make_folders(file.parent)
        with locked(file):
            _mend(file)
            with suppress(WorldFailed):  # a longer journal is one still
                _shorten(file, JOURNAL_READ_BYTES - len(lines) - ENDS_BYTES)
            try:
                append(file, lines)
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


def _lines(file: Path, records: Sequence[Record]) -> bytes:
    """The lines of the records of one act.

    Raises:
        UsageRefused: when they are more than is read back of a journal.
    """
    texts = sum(len(each.old) + len(each.new) for record in records for each in record.edits)
    if texts <= ACT_BYTES:  # else not even room for the lines is taken
        lines = b"".join(map(line_of, records))
        if len(lines) <= ACT_BYTES:
            return lines
    raise UsageRefused(problem("large-edit", Place(str(file)), **limit_of(ACT_BYTES)))


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


def _shorten(file: Path, room: int) -> None:
    """Drops the older half of what has grown too large, but never the newest act where there is room for it.

    An act goes or stays as a whole. More than `room` bytes would not be read back with what is added now.
    """
    with suppress(FileNotFoundError), _opened(file, os.O_RDONLY) as descriptor:
        size = os.fstat(descriptor).st_size
        if size <= min(JOURNAL_BYTES, room):
            return
        data = _newest(descriptor, size)
        begin = 0
        if size > JOURNAL_BYTES:
            begin = newest_acts(data, JOURNAL_BYTES // 2)
            begin = begin if holds_record(data, begin) else newest_act(data)
        if len(data) - begin > room:
            begin = newest_acts(data, room)
        if begin or size > len(data):
            write_own(file, data[begin:], most=JOURNAL_READ_BYTES)


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


def damage(journal: Journal, states: Mapping[str, str]) -> Iterator[Problem]:
    """What is to be said of a journal that is not whole, given the digest of each file in use.

    Where the files are as their newest record left them, a last line that is torn is one that a kill cut off
    while it was written, and nothing is missing.
    """
    place = str(path() or "")
    if journal.empty:
        yield problem("empty-journal", Place(place))
    is_torn = journal.torn and not settled.is_current(journal, states)
    lines = [*journal.damaged, *([journal.torn] if is_torn else [])]
    if journal.cut:
        yield problem("long-journal", Place(place), **limit_of(JOURNAL_READ_BYTES))
    if lines:
        named = ", ".join(map(str, lines[:NAMED])) + (", …" if len(lines) > NAMED else "")
        first = 0 if journal.cut else lines[0]
        yield problem("damaged-journal", Place(place, first), count=len(lines), lines=named)
    for each in () if lines else settled.lacking(journal, states):
        yield problem("lost-record", Place(place), command=each.command, at=each.at, id=each.run)
