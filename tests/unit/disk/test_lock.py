"""The lock of a file: one at a time, and told when it is held."""

import errno
import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from clustercalls.disk.exchange import Prepared
from clustercalls.disk.lock import locked
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
    return path


def kept() -> Path:
    """A file of ours in the user's state folder, which is not there yet."""
    folder = Path.home() / ".local/state/clustercalls"
    folder.mkdir(parents=True)
    return folder / "calls.toml"


def test_two_that_lock_take_turns(file: Path) -> None:
    inside: list[int] = []
    most = 0

    def work() -> None:
        nonlocal most
        for _ in range(5):
            with locked(file) as alone:
                assert alone
                inside.append(1)
                most = max(most, len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == 1


def test_a_lock_that_is_held_is_told_after_a_while(file: Path) -> None:
    with locked(file), pytest.raises(WorldFailed) as refused, locked(file, 0.05):
        pass
    assert refused.value.problem.code == "locked"


def test_two_links_to_one_file_share_a_lock(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "home" / "link.toml"
    link.symlink_to(file)
    with locked(link), pytest.raises(WorldFailed), locked(file, 0.05):
        pass


def test_a_disk_without_locks_is_told_and_used(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with locked(file) as alone:
        assert not alone
        swap(file, OLD, NEW, alone=alone)
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("umask", [0o002, 0o022, 0o077, 0o777])
@pytest.mark.parametrize(
    ("mode", "wanted"), [(0o600, 0o600), (0o644, 0o600), (0o664, 0o660), (0o666, 0o666), (0o660, 0o660)]
)
def test_a_lock_is_open_to_whoever_may_write_the_file(mode: int, wanted: int, umask: int, file: Path) -> None:
    file.chmod(mode)
    before = os.umask(umask)
    try:
        with locked(file) as alone:
            assert alone
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.with_name("calls.toml.lock").stat().st_mode) == wanted
    assert {each.name for each in file.parent.iterdir()} == {"home", "work", "calls.toml", "calls.toml.lock"}


def test_a_lock_that_is_there_stays_as_it_is(file: Path) -> None:
    lock = file.with_name("calls.toml.lock")
    lock.write_bytes(b"somebody's")
    lock.chmod(0o644)
    before = state(lock)
    with locked(file):
        pass
    assert (state(lock), lock.read_bytes()) == (before, b"somebody's")


@pytest.mark.parametrize("own", [True, False])
def test_a_lock_that_is_a_second_name_is_held_and_left_as_it_is(own: bool, file: Path) -> None:
    file = kept() if own else file
    file.write_bytes(OLD)
    lock, other = file.with_name("calls.toml.lock"), file.with_name("a colleague's")
    other.write_bytes(b"not ours")
    other.chmod(0o604)
    lock.hardlink_to(other)
    before = state(other)
    with locked(file) as alone:
        assert alone
        with pytest.raises(WorldFailed), locked(file, 0.05):
            pass
    assert (state(other), other.read_bytes()) == (before, b"not ours")


@pytest.mark.parametrize("kind", [*ODD, "a link"])
@pytest.mark.parametrize("own", [True, False])
def test_what_stands_in_the_place_of_a_lock_is_named(own: bool, kind: str, file: Path) -> None:
    file = kept() if own else file
    file.touch()
    lock, secret = file.with_name("calls.toml.lock"), file.with_name("secret")
    secret.write_bytes(b"kept")
    put(kind, lock, secret)
    before = state(lock)
    with pytest.raises(WorldFailed) as refused, locked(file):
        pass
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("in-the-way", str(lock))
    assert (state(lock), secret.read_bytes()) == (before, b"kept")


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("own", [True, False])
def test_what_is_no_regular_file_is_not_locked(own: bool, kind: str, tmp_path: Path) -> None:
    path = kept() if own else tmp_path / "calls.toml"
    ODD[kind](path)
    before = {each.name for each in path.parent.iterdir()}
    if kind == "a link that leads nowhere" and not own:  # the place it leads to may be made
        with locked(path):
            return
    with pytest.raises(WorldFailed) as refused, locked(path):
        pass
    assert (refused.value.problem.code, refused.value.problem.place.file) == ("in-the-way", str(path))
    assert {each.name for each in path.parent.iterdir()} == before


def test_a_file_of_ones_own_that_is_a_link_is_not_followed_to_its_lock(file: Path) -> None:
    link = kept()
    link.symlink_to(file)
    with pytest.raises(WorldFailed), locked(link):
        pass
    assert not file.with_name("calls.toml.lock").exists()


def test_a_protected_file_gets_no_lock(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(WorldFailed) as refused, locked(file):
        pass
    assert refused.value.problem.code == "protected"
    assert not file.with_name("calls.toml.lock").exists()
    own = kept()
    own.touch(0o444)
    with locked(own):
        pass


def test_where_no_lock_can_be_made_a_file_of_our_own_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    own, other = tmp_path / "state" / "clustercalls" / "journal.jsonl", tmp_path / "calls.toml"
    own.parent.mkdir(parents=True)
    real = os.open

    def closed(path: str | Path, *arguments: Any, **named: Any) -> int:  # noqa: ANN401 - those of os.open
        if ".lock" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *arguments, **named)

    for file in (own, other):
        file.touch()
    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(WorldFailed), locked(other, 0.05):
        pass
    with locked(own, 0.05) as alone, pytest.raises(WorldFailed) as refused, locked(own, 0.05):
        pass
    assert alone
    assert refused.value.problem.code == "locked"


def test_that_it_is_waited_for_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustercalls.disk.lock.MOMENT_SECONDS", 0.0)
    path, told = tmp_path / "calls.toml", list[Path]()
    path.write_text("")
    with locked(path), pytest.raises(WorldFailed), locked(path, seconds=0.1, waits=told.append):
        pass
    assert told == [path]
