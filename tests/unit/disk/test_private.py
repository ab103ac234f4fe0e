"""Files of our own: for the user alone, whole, and nothing else in their place."""

import errno
import os
import stat
from pathlib import Path

import pytest

from clustercalls.disk.opening import NotRegular
from clustercalls.disk.private import kept_by, read_own, sure_open, write_own
from clustercalls.errors import WorldFailed
from clustercalls.limits import FILE_BYTES, MIB
from odd import ODD, closed_to_us, state


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


def test_only_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "seen.json"
    sure_open(path)
    for kind, make in ODD.items():
        make(tmp_path / kind)
        sure_open(tmp_path / kind)
    path.write_bytes(b"whole")
    sure_open(path)
    closed_to_us(path, monkeypatch)
    with pytest.raises(PermissionError):
        sure_open(path)


@pytest.mark.parametrize(
    ("shut", "by"), [([], "a/b/seen.json"), (["a/b"], "a/b"), (["a"], "a"), (["a", "a/b"], "a")]
)
def test_what_keeps_us_from_a_file_is_the_outermost_of_it(
    shut: list[str], by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = {tmp_path / each for each in shut}
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.X_OK and path not in closed)
    assert kept_by(tmp_path / "a/b/seen.json") == tmp_path / by


def test_what_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    assert write_own(path, b"x" * MIB, most=MIB)
    with pytest.raises(WorldFailed) as refused:
        write_own(path, b"y" * (MIB + 1), most=MIB)
    found = refused.value.problem
    assert (found.code, found.place.file, found.message) == (
        "too-large", str(path), "the file is over the limit of 1 MiB",
    )  # fmt: skip
    assert read_own(path, most=MIB) == b"x" * MIB
    with pytest.raises(WorldFailed):
        write_own(path, b"z" * (FILE_BYTES + 1))
    assert {each.name for each in tmp_path.iterdir()} == {"home", "work", "seen.json"}
