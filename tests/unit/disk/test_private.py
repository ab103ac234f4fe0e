"""Files of our own: for the user alone, whole, and nothing else in their place."""

import errno
import os
import stat
from pathlib import Path

import pytest

from clustercalls.disk.opening import NotRegular
from clustercalls.disk.private import read_own, write_own
from clustercalls.errors import WorldFailed
from odd import ODD, state


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_it_is_the_users_alone_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    before = os.umask(umask)
    try:
        assert write_own(path, b"one")
    finally:
        os.umask(before)
    assert not write_own(path, b"one")
    assert write_own(path, b"two")
    assert (read_own(path), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o600)
    assert {each.name for each in tmp_path.iterdir()} == {"home", "work", "seen.json"}


@pytest.mark.parametrize("kind", ODD)
def test_whatever_else_stands_there_is_named_and_stays(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    ODD[kind](path)
    before = state(path)
    with pytest.raises(NotRegular):
        read_own(path)
    with pytest.raises(WorldFailed) as refused:
        write_own(path, b"new")
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("in-the-way", str(path))
    assert state(path) == before


def test_a_link_is_not_followed_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"kept")
    (tmp_path / "seen.json").symlink_to("secret")
    with pytest.raises(NotRegular):
        read_own(tmp_path / "seen.json")
    with pytest.raises(WorldFailed):
        write_own(tmp_path / "seen.json", b"new")
    assert (tmp_path / "secret").read_bytes() == b"kept"


def test_no_more_is_read_than_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(b"1234")
    assert read_own(path, most=4) == b"1234"
    with pytest.raises(OSError, match="too large"):
        read_own(path, most=3)


def test_a_failing_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WorldFailed) as failed:
        write_own(path, b"new")
    assert failed.value.problem.code == "cannot-write"
    assert path.read_bytes() == b"old"
    assert {each.name for each in tmp_path.iterdir()} == {"home", "work", "seen.json"}
