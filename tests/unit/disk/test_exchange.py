"""The safe write: the old file or the new one, never a third thing."""

import errno
import os
import stat
from pathlib import Path

import pytest

from clustercalls.disk.exchange import append, swap
from clustercalls.disk.lock import locked
from clustercalls.errors import WorldFailed

OLD, NEW = b"old\n", b"new\n"


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


@pytest.mark.parametrize("failing", ["fsync", "replace", "fchmod"])
def test_a_failing_disk_leaves_the_old_file(
    failing: str, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    owner = Path if failing == "replace" else os
    monkeypatch.setattr(owner, failing, fail)
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
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    def no_folder(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    monkeypatch.setattr("clustercalls.disk.replace._sync_folder", no_folder)
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
            append(tmp_path / "state" / "deep" / "journal", "line\n")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert (tmp_path / "state" / "deep" / "journal").read_text() == "line\n" * 2


def test_an_addition_begins_on_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_text("cut o")
    append(path, "whole\n")
    assert path.read_text() == "cut o\nwhole\n"


def test_an_addition_that_fails_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal"
    path.write_text("one\n")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        append(path, "two\n")
    assert path.read_text() == "one\n"
