"""The journal of all registries: what one command does to it never costs another its record."""

import errno
import os
import threading
from collections.abc import Callable

import pytest

from clustercalls.disk.lock import locked
from clustercalls.disk.replace import replace
from clustercalls.editing import journal
from clustercalls.editing.journal import Record
from clustercalls.errors import WorldFailed


def record(name: str, said: str = "") -> Record:
    return Record(name, "2027-01-01T00:00:00Z", "set", (name,), said, ())


def names() -> list[str]:
    return [each.id for each in journal.records()]


class Other:
    """A command on another registry that wants to note its record meanwhile."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=journal.note, args=(record("other"),))

    def comes(self) -> None:
        """Begins, and has a moment to get where nobody stops it."""
        self._thread.start()
        self._thread.join(0.3)

    def ends(self) -> None:
        self._thread.join(30)


def while_another_comes(real: Callable[..., object], other: Other, *, fails: bool) -> Callable[..., object]:
    me = threading.current_thread()

    def patched(*arguments: object) -> object:
        if threading.current_thread() is me:
            other.comes()
            if fails:
                raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments)

    return patched


def test_an_append_that_fails_cuts_no_record_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note(record("one"))
    other = Other()
    monkeypatch.setattr(os, "fsync", while_another_comes(os.fsync, other, fails=True))
    with pytest.raises(WorldFailed) as refused:
        journal.note(record("two"))
    other.ends()
    assert refused.value.problem.code == "no-journal"
    assert names() == ["one", "other"]


def test_a_shortening_loses_no_record_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note(record("one"))
    journal.note(record("two", "x" * 2000))
    monkeypatch.setattr(journal, "JOURNAL_BYTES", 1000)
    other = Other()
    monkeypatch.setattr(journal, "replace", while_another_comes(replace, other, fails=False))
    journal.note(record("three"))
    other.ends()
    assert names() == ["three", "other"]


def test_a_journal_that_somebody_holds_for_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note(record("one"))
    path = journal.path()
    assert path
    monkeypatch.setattr(journal, "locked", lambda file: locked(file, 0.05))
    with locked(path), pytest.raises(WorldFailed) as refused:
        journal.note(record("two"))
    assert refused.value.problem.code == "locked"
    assert names() == ["one"]


def test_a_state_folder_that_cannot_be_written_is_told_as_such() -> None:
    path = journal.path()
    assert path
    path.parent.mkdir(parents=True)
    path.with_name(f"{path.name}.lock").mkdir()
    with pytest.raises(WorldFailed) as refused:
        journal.note(record("one"))
    assert refused.value.problem.code == "no-journal"
