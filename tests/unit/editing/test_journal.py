"""The journal of all registries: what one command does to it never costs another its record."""

import errno
import os
import random
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from clustercalls.disk.lock import locked
from clustercalls.disk.private import write_own
from clustercalls.editing import journal
from clustercalls.editing.journal_lines import Journal, line_of
from clustercalls.editing.record import Record, RecordEnd, Splice
from clustercalls.errors import UsageRefused, WorldFailed


def record(name: str, said: str = "") -> Record:
    return Record(name, "2027-01-01T00:00:00Z", "set", (name,), said, ())


def names() -> list[str]:
    return [each.id for each in journal.read().records]


class Other:
    """A command on another registry that wants to note its record meanwhile."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=journal.note, args=([record("other")],))

    def comes(self) -> None:
        """Begins, and has a moment to get where nobody stops it."""
        self._thread.start()
        self._thread.join(0.3)

    def ends(self) -> None:
        self._thread.join(30)


def while_another_comes(real: Callable[..., object], other: Other, *, fails: bool) -> Callable[..., object]:
    me = threading.current_thread()

    def patched(*arguments: object, **how: object) -> object:
        if threading.current_thread() is me:
            other.comes()
            if fails:
                raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **how)

    return patched


def test_an_append_that_fails_cuts_no_record_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note([record("one")])
    other = Other()
    monkeypatch.setattr(os, "fsync", while_another_comes(os.fsync, other, fails=True))
    with pytest.raises(WorldFailed) as refused:
        journal.note([record("two")])
    other.ends()
    assert refused.value.problem.code == "no-journal"
    assert names() == ["one", "other"]


def test_a_shortening_loses_no_record_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note([record("one", "x" * 2000)])
    journal.note([record("two")])
    monkeypatch.setattr(journal, "JOURNAL_BYTES", 1000)
    other = Other()
    real = while_another_comes(write_own, other, fails=False)
    monkeypatch.setattr(journal, "write_own", real)
    journal.note([record("three")])
    other.ends()
    assert names() == ["two", "three", "other"]


@pytest.mark.parametrize("limit", range(1000, 9000, 250))
@pytest.mark.parametrize("files", [1, 2, 5])
def test_a_shortening_leaves_no_half_of_an_act(
    limit: int, files: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = [[replace(record(f"{act}{file}"), run=act) for file in range(files)] for act in "abcdefgh"]
    for act in acts:
        journal.note(act)
        journal.finish([RecordEnd(each.id, done=True) for each in act])
    monkeypatch.setattr(journal, "JOURNAL_BYTES", limit)
    journal.note([record("newest")])
    kept = [each.id for act in acts for each in act if act[0].run in {name[0] for name in names()}]
    assert names() == [*kept, "newest"]
    assert len(kept) >= files


def test_a_journal_that_somebody_holds_for_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    journal.note([record("one")])
    path = journal.path()
    assert path
    monkeypatch.setattr(journal, "locked", lambda file, **how: locked(file, 0.05, **how))
    with locked(path), pytest.raises(WorldFailed) as refused:
        journal.note([record("two")])
    assert refused.value.problem.code == "locked"
    assert names() == ["one"]


def test_a_state_folder_that_cannot_be_written_is_told_as_such() -> None:
    path = journal.path()
    assert path
    path.parent.mkdir(parents=True)
    path.with_name(f"{path.name}.lock").mkdir()
    with pytest.raises(WorldFailed) as refused:
        journal.note([record("one")])
    assert refused.value.problem.code == "in-the-way"
    assert refused.value.problem.place.file == f"{path}.lock"


def test_a_state_folder_that_is_none_is_told_as_such() -> None:
    path = journal.path()
    assert path
    path.parent.parent.mkdir(parents=True)
    path.parent.touch()
    with pytest.raises(WorldFailed) as refused:
        journal.note([record("one")])
    assert refused.value.problem.code == "no-journal"


def test_what_a_kill_tore_is_taken_off_before_the_next_record() -> None:
    journal.note([record("one")])
    path = journal.path()
    assert path
    torn = line_of(record("two"))
    for size in (1, 20, len(torn) // 2, len(torn) - 2):
        path.write_bytes(path.read_bytes() + torn[:size])
        assert journal.read().torn
        journal.note([record(f"after {size}")])
        found = journal.read()
        assert (found.torn, found.damaged, found.records[-1].id) == (0, (), f"after {size}")


def test_what_is_whole_but_for_its_line_end_is_kept() -> None:
    journal.note([record("one")])
    path = journal.path()
    assert path
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    journal.note([record("two")])
    assert names() == ["one", "two"]
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"\n", b""))  # both in one line
    journal.note([record("three")])
    assert names() == ["one", "two", "three"]
    assert journal.read().damaged == (1,)


def test_records_of_several_files_are_one_append() -> None:
    journal.note([record("one"), record("two")])
    journal.finish([RecordEnd("one", True), RecordEnd("two", False)])
    found = journal.read()
    assert [each.id for each in found.records] == ["one", "two"]
    assert found.ends == {"one": True, "two": False}
    assert found.sealed == {"one", "two"}


def test_an_end_that_cannot_be_written_is_done_without() -> None:
    path = journal.path()
    assert path
    path.parent.mkdir(parents=True)
    path.mkdir()
    journal.finish([RecordEnd("one", True)])
    assert path.is_dir()


def test_the_newest_record_stays_however_long_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "JOURNAL_BYTES", 1000)
    for name, size in (("old", 10), ("long", 5000)):
        journal.note([record(name, "x" * size)])
        journal.finish([RecordEnd(name, True)])
    journal.note([record("new")])
    assert names() == ["long", "new"]


def act(name: str, *sizes: int) -> list[Record]:
    """The records of one act."""
    return [
        Record(f"{name}{n}", "2027-01-01T00:00:00Z", "set", (name,), "x" * size, (), run=name)
        for n, size in enumerate(sizes)
    ]


def test_an_act_on_several_files_goes_or_stays_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "JOURNAL_BYTES", 4_000)
    for name, *sizes in (("a", 10), ("b", 1_000, 1_000, 1_000), ("c", 500)):
        records = act(str(name), *map(int, sizes))
        journal.note(records)
        journal.finish([RecordEnd(each.id, True) for each in records])
    assert names() == ["a0", "b0", "b1", "b2", "c0"]
    journal.note(act("d", 10))  # half of `b` would be in the newer half
    assert names() == ["c0", "d0"]
    journal.note(act("e", 3_000, 3_000, 10))
    journal.note(act("f", 10))
    assert names() == ["e0", "e1", "e2", "f0"]


def test_whatever_is_noted_is_read_back_and_no_act_is_half(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("JOURNAL_BYTES", 3_000), ("JOURNAL_READ_BYTES", 8_000), ("ACT_BYTES", 6_000)):
        monkeypatch.setattr(journal, name, size)
    monkeypatch.setattr(journal, "ENDS_BYTES", 1_000)
    dice = random.Random(7)  # noqa: S311 - for sizes
    sizes: dict[str, int] = {}
    for number in range(300):
        name = f"r{number}-"
        records = act(name, *(dice.choice((1, 50, 1_500, 2_800)) for _ in range(dice.randint(1, 4))))
        if sum(len(line_of(each)) for each in records) > 6_000:
            before = names()
            with pytest.raises(UsageRefused, match="could not be taken back"):
                journal.note(records)
            assert names() == before
            continue
        journal.note(records)
        journal.finish([RecordEnd(each.id, True) for each in records])
        sizes[name] = len(records)
        found = journal.read()
        assert (found.cut, found.damaged, found.torn) == (False, (), 0)
        assert [each.id for each in found.records[-len(records) :]] == [each.id for each in records]
        there = Counter(each.run for each in found.records)
        assert there == {each: sizes[each] for each in there}
    assert 200 < len(sizes) < 300


def test_no_empty_journal_is_left_where_nothing_could_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(WorldFailed):
            journal.note([record("one")])
    assert journal.read() == Journal()
    path = journal.path()
    assert path
    path.touch()
    (found,) = journal.damage(journal.read(), {})
    assert found.code == "empty-journal"


@contextmanager
def somebody() -> Iterator[Path]:
    """A state folder of somebody who is not the superuser, and that user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "clustercalls"
        folder.mkdir()
        root = os.geteuid() == 0
        if root:
            for each in (folder.parent, folder):
                os.chown(each, 65534, 65534)
            os.seteuid(65534)
        try:
            yield folder
            folder.chmod(0o700)
        finally:
            if root:
                os.seteuid(0)


def test_a_folder_that_takes_no_new_file_holds_a_journal_that_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with somebody() as folder:
        monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent))
        (folder / "journal.jsonl").write_bytes(line_of(record("one")))
        folder.chmod(0o555)
        monkeypatch.setattr(journal, "JOURNAL_BYTES", 10)  # it cannot be shortened here either
        other = Other()
        monkeypatch.setattr(os, "fsync", while_another_comes(os.fsync, other, fails=False))
        journal.note([record("two")])
        other.ends()
        assert names() == ["one", "two", "other"]
        assert [each.name for each in folder.iterdir()] == ["journal.jsonl"]


LOST = Record("a1", "day", "set", ("e",), "", (Splice("f", 0, "", "x", "old", "now"),), "", "r", 2)
DONE = replace(LOST, of=1)


@pytest.mark.parametrize(
    ("known", "now", "said"),
    [
        (Journal(), "now", []),
        (Journal(damaged=(3, 5)), "now", ["damaged-journal:3: 2 (3, 5)"]),
        (Journal(damaged=(3,), torn=7), "now", ["damaged-journal:3: 2 (3, 7)"]),
        (Journal((DONE,), {"a1": True}, damaged=(3,), torn=7), "now", ["damaged-journal:3: 1 (3)"]),
        (Journal((DONE,), {"a1": True}, torn=7), "now", []),
        (Journal((DONE,), {"a1": True}, torn=7), "other", ["damaged-journal:7: 1 (7)"]),
        (Journal(damaged=tuple(range(1, 10))), "now", ["damaged-journal:1: 9 (1, 2, 3, 4, 5, …)"]),
        (Journal(damaged=(3,), cut=True), "now", ["long-journal:0", "damaged-journal:0: 1 (3)"]),
        (Journal(empty=True), "now", ["empty-journal:0"]),
        (Journal((LOST,), {"a1": True}), "now", ["lost-record:0"]),
        (Journal((LOST,), {"a1": True}, damaged=(2,)), "now", ["damaged-journal:2: 1 (2)"]),
    ],
)
def test_what_is_said_of_a_journal_that_is_not_whole(known: Journal, now: str, said: list[str]) -> None:
    found = []
    for each in journal.damage(known, {"f": now}):
        values = dict(each.values)
        more = f": {values['count']} ({values['lines']})" if "lines" in values else ""
        found.append(f"{each.code}:{each.place.line}{more}")
    assert found == said
