"""A memory is looked at in passing only where nobody holds it and it is one of ours."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.lock import locked
from clustercalls.disk.passing import is_known, use
from odd import ODD


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "seen.json"
    path.write_bytes(b"memory")
    with locked(path):
        os.utime(path, (1, 1))
    return path


def test_it_is_used_when_it_is_known(memory: Path) -> None:
    assert not is_known(str(memory), lambda data: data == b"other")
    assert memory.stat().st_mtime == 1
    assert is_known(str(memory), lambda data: data == b"memory")
    assert memory.stat().st_mtime > 1


def test_its_lock_is_held_meanwhile_and_given_back(memory: Path) -> None:
    assert is_known(str(memory), lambda _: not is_known(str(memory), lambda _: True))
    with locked(memory, seconds=0):
        assert not is_known(str(memory), lambda _: True)
    assert is_known(str(memory), lambda _: True)


def test_nothing_is_made(memory: Path) -> None:
    lock = memory.with_name("seen.json.lock")
    lock.unlink()
    assert not is_known(str(memory), lambda _: True)
    assert not lock.exists()


@pytest.mark.parametrize("what", ["seen.json", "seen.json.lock"])
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_of_ours_is_not_known(memory: Path, what: str, odd: str) -> None:
    path = memory.with_name(what)
    path.unlink()
    ODD[odd](path)
    assert not is_known(str(memory), lambda _: True)


def test_a_second_is_given_and_what_is_not_there_is_nobodys(memory: Path) -> None:
    use(str(memory), 5.5)
    assert memory.stat().st_mtime == 5.5
    use(str(memory.with_name("none")))
