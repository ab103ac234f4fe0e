"""The safe write: the old file or the new one, never a third thing."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from clustercalls.disk.beside import Folder
from clustercalls.disk.exchange import Prepared, append, kept_aside
from clustercalls.disk.lock import locked
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.whole import sweep
from clustercalls.errors import WorldFailed
from odd import ODD, put, state

OLD, NEW = b"old\n", b"new\n"


def swap(path: Path, old: bytes, new: bytes, *, alone: bool) -> None:
    with Prepared(path, old, new, alone=alone) as prepared:
        prepared.put()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_file()}


def test_mode_and_link_stay(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "home" / "link.toml"
    link.symlink_to(file)
    swap(link, OLD, NEW, alone=True)
    assert (link.is_symlink(), file.read_bytes()) == (True, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == {"calls.toml"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may give files away")
def test_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 23456)
    swap(file, OLD, NEW, alone=True)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 23456)


@pytest.mark.parametrize("alone", [True, False])
def test_what_kills_left_an_hour_ago_goes_with_the_next_edit(alone: bool, file: Path, tmp_path: Path) -> None:
    for name in (".calls.toml.0123abcd.tmp", ".other.toml.0123abcd.tmp"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    swap(file, OLD, NEW, alone=alone)
    assert names(tmp_path) == {"calls.toml", ".other.toml.0123abcd.tmp"}


@pytest.mark.parametrize("hours", [2, 25])
@pytest.mark.parametrize("put_first", [False, True])
def test_what_kills_left_on_a_disk_without_locks_goes_a_day_later(
    put_first: bool, hours: int, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        pass

    def killed(folder: Folder, beside: str, name: str, _: str) -> None:
        if put_first:
            folder.rename(beside, name)
        raise KilledError

    with monkeypatch.context() as then:
        then.setattr(Folder, "put", killed)
        then.setattr(Prepared, "_clear", lambda _: None)  # nobody does so after a kill
        with pytest.raises(KilledError):
            swap(file, OLD, NEW, alone=False)
    left = names(tmp_path) - {"calls.toml"}
    assert {each[-4:] for each in left} == ({".old"} if put_first else {".old", ".tmp"})
    os.utime(file, (0, 0))
    with Folder(tmp_path) as folder:
        sweep(folder, file.name.__eq__, time.time() + hours * 3600)
    stays = {".old"} if put_first and hours < 24 else set()
    assert {each[-4:] for each in names(tmp_path) - {"calls.toml"}} == stays


def test_a_hand_edit_meanwhile_is_never_overwritten(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"by hand\n")
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=True)
    assert refused.value.problem.code == "changed-on-disk"
    assert (file.read_bytes(), names(tmp_path)) == (b"by hand\n", {"calls.toml"})


def test_a_leftover_of_a_killed_run_is_in_nobodys_way(file: Path, tmp_path: Path) -> None:
    for name in (".calls.toml.tmp", ".calls.toml.old"):
        (tmp_path / name).write_bytes(b"left behind")
    swap(file, OLD, NEW, alone=True)
    assert (file.read_bytes(), names(tmp_path)) == (NEW, {"calls.toml"})


@pytest.mark.parametrize("failing", ["fsync", "rename", "fchmod"])
def test_a_failing_disk_leaves_the_old_file(
    failing: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=True)
    assert "Input/output error" in refused.value.problem.message
    assert (file.read_bytes(), names(tmp_path)) == (OLD, {"calls.toml"})


def test_when_the_rename_cannot_be_made_durable_the_old_file_comes_back(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inode = file.stat().st_ino
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            assert file.read_bytes() == NEW
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=True)
    assert refused.value.problem.code == "cannot-write"
    assert (file.read_bytes(), file.stat().st_ino, names(tmp_path)) == (OLD, inode, {"calls.toml"})


def test_without_links_the_old_bytes_come_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def no_folder(_: Folder) -> None:
        assert file.read_bytes() == NEW
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Folder, "sync", no_folder)
    with pytest.raises(WorldFailed):
        swap(file, OLD, NEW, alone=True)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("umask", [0o777, 0o077, 0])
def test_whatever_the_umask(umask: int, file: Path, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        for old, new in ((OLD, NEW), (NEW, OLD)):
            with locked(file) as alone:
                swap(file, old, new, alone=alone)
            append(tmp_path / "state" / "deep" / "journal", b"line\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (tmp_path / "state" / "deep" / "journal").read_text() == "line\n" * 2


def test_an_addition_begins_on_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_text("cut o")
    append(path, b"whole\n")
    assert path.read_text() == "cut o\nwhole\n"


def test_an_addition_that_fails_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal"
    path.write_text("one\n")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        append(path, b"two\n")
    assert path.read_text() == "one\n"


@pytest.mark.parametrize("kind", [*ODD, "a link"])
@pytest.mark.parametrize("end", ["tmp", "old"])
def test_what_stands_under_a_name_of_the_moment_stays_and_is_in_nobodys_way(
    end: str, kind: str, file: Path, tmp_path: Path
) -> None:
    planted, secret = tmp_path / f".calls.toml.{end}", tmp_path / "secret"
    secret.write_bytes(b"kept")
    put(kind, planted, secret)
    before = state(planted)
    swap(file, OLD, NEW, alone=True)
    assert (file.read_bytes(), state(planted), secret.read_bytes()) == (NEW, before, b"kept")
    assert {each.name for each in tmp_path.iterdir()} >= {planted.name, "secret", "calls.toml"}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_regular_file_is_not_exchanged(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    ODD[kind](path)
    before, there = state(path), {each.name for each in tmp_path.iterdir()}
    with pytest.raises(WorldFailed):
        swap(path, b"", NEW, alone=True)
    assert (state(path), {each.name for each in tmp_path.iterdir()}) == (before, there)


def test_a_protected_file_is_not_exchanged(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=True)
    assert refused.value.problem.code == "protected"
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("umask", [0o002, 0o077, 0o777])
@pytest.mark.parametrize(("mode", "wanted"), [(0o664, 0o664), (0o640, 0o640), (0o600, 0o600), (0o755, 0o644)])
def test_what_is_taken_out_is_kept_for_whoever_reads_the_file(
    mode: int, wanted: int, umask: int, file: Path
) -> None:
    file.chmod(mode)
    aside = file.with_name("calls.toml.removed")
    before = os.umask(umask)
    try:
        for text in ("one\n", "two\n"):
            with kept_aside(file, text):
                pass
    finally:
        os.umask(before)
    assert (aside.read_text(), stat.S_IMODE(aside.stat().st_mode)) == ("one\ntwo\n", wanted)
    assert names(file.parent) == {"calls.toml", "calls.toml.removed"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may give files away")
def test_what_is_taken_out_has_the_group_of_the_file(file: Path) -> None:
    os.chown(file, -1, 61_003)
    with kept_aside(file, "one\n"):
        pass
    assert file.with_name("calls.toml.removed").stat().st_gid == 61_003


def test_what_was_kept_before_keeps_its_mode(file: Path) -> None:
    aside = file.with_name("calls.toml.removed")
    aside.touch(0o600)
    with kept_aside(file, "one\n"):
        pass
    assert (aside.read_text(), stat.S_IMODE(aside.stat().st_mode)) == ("one\n", 0o600)


@pytest.mark.parametrize("kind", [*ODD, "a link", "a second name"])
def test_what_stands_in_the_place_of_what_is_kept_is_named(kind: str, file: Path, tmp_path: Path) -> None:
    aside, secret = tmp_path / "calls.toml.removed", tmp_path / "secret"
    secret.write_bytes(b"kept")
    made = {"a link": aside.symlink_to, "a second name": aside.hardlink_to}
    ODD[kind](aside) if kind in ODD else made[kind](secret)
    before = state(aside)
    with pytest.raises(WorldFailed) as refused, kept_aside(file, "one\n"):
        pass
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("in-the-way", str(aside))
    assert (state(aside), secret.read_bytes()) == (before, b"kept")


def test_what_was_kept_is_taken_back_when_the_rest_fails(file: Path) -> None:
    aside = file.with_name("calls.toml.removed")
    aside.write_text("before\n")
    with pytest.raises(ZeroDivisionError), kept_aside(file, "one\n"):
        _ = 1 // (aside.read_text() != "before\none\n")
    assert aside.read_text() == "before\n"


@pytest.mark.parametrize("failing", ["write", "fsync", "the rest"])
@pytest.mark.parametrize("before", [None, "", "before\n"])
def test_nothing_is_left_where_nothing_was_kept(
    failing: str, before: str | None, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = file.with_name("calls.toml.removed")
    if before is not None:
        aside.write_text(before)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing != "the rest":
        monkeypatch.setattr(os, failing, full)
    with pytest.raises((WorldFailed, ZeroDivisionError)), kept_aside(file, "one\n"):
        _ = 1 // 0
    assert (aside.read_text() if aside.exists() else None) == before


@pytest.mark.parametrize("kind", [*ODD, "a link"])
def test_nothing_is_added_to_what_is_no_regular_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    put(kind, path, tmp_path / "secret")
    before = state(path)
    with pytest.raises(NotRegular):
        append(path, b"line\n")
    assert state(path) == before
    assert not (tmp_path / "secret").exists()


def test_a_file_that_is_mounted_names_what_to_mount(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:  # as rename(2) says of a mount point
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr(os, "rename", busy)
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=True)
    assert refused.value.problem.code == "mounted-file"
    assert "folder" in refused.value.problem.hint
    assert (file.read_bytes(), names(file.parent)) == (OLD, {"calls.toml"})


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may give files away")
def test_a_group_that_is_not_mine_is_named_with_what_to_run(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused_to(*_: object) -> None:  # as fchown(2) says of a group that one is not in
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    os.chown(file, -1, 23456)
    monkeypatch.setattr(os, "fchown", refused_to)
    monkeypatch.setattr(os, "getegid", lambda: 34567)
    with pytest.raises(WorldFailed) as refused:
        swap(file, OLD, NEW, alone=False)
    assert refused.value.problem.code == "other-group"
    assert f"chgrp 34567 {file}" in refused.value.problem.hint
    assert (file.read_bytes(), names(file.parent)) == (OLD, {"calls.toml"})


@pytest.mark.parametrize("beside", ["calls.toml.removed", "calls.toml.lock", "calls.toml"])
def test_a_second_name_that_could_not_be_taken_away_goes_at_the_next_write(file: Path, beside: str) -> None:
    made = file.with_name(beside)
    if made != file:
        made.touch()
    os.link(made, file.with_name(f".{beside}.0123abcd.tmp"))
    with locked(file) as alone, kept_aside(file, "removed\n"):
        swap(file, OLD, NEW, alone=alone)
    assert names(file.parent) <= {"calls.toml", "calls.toml.removed", "calls.toml.lock"}


def test_a_second_name_of_somebody_elses_file_stays_refused(file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("theirs")
    os.link(secret, file.with_name("calls.toml.removed"))
    os.link(secret, file.with_name(".calls.toml.removed.0123abcd.tmp"))
    with pytest.raises(WorldFailed), kept_aside(file, "removed\n"):
        pass
    assert secret.read_text() == "theirs"


LEFT_BY_KILLS = ["calls.toml", "calls.toml.lock", "calls.toml.removed"]


@pytest.mark.parametrize("of", LEFT_BY_KILLS)
@pytest.mark.parametrize("age", [0, 7200])
def test_what_kills_left_of_a_file_and_of_what_stands_beside_it_goes_at_the_next_write(
    of: str, age: int, file: Path
) -> None:
    left, other = file.with_name(f".{of}.0123abcd.tmp"), file.with_name(f".other.{of}.0123abcd.tmp")
    for each in (left, other):
        each.write_bytes(b"")
        os.utime(each, (each.stat().st_mtime - age,) * 2)
    with locked(file) as alone:
        swap(file, OLD, NEW, alone=alone)
    assert (left.exists(), other.exists()) == (not age, True)


@pytest.mark.parametrize("of", ["journal.jsonl", "journal.jsonl.lock"])
def test_so_does_what_they_left_of_a_file_that_grows(of: str, tmp_path: Path) -> None:
    journal, left = tmp_path / "journal.jsonl", tmp_path / f".{of}.0123abcd.tmp"
    left.touch()
    os.utime(left, (1, 1))
    append(journal, b"one\n")
    assert (left.exists(), journal.read_text()) == (False, "one\n")
