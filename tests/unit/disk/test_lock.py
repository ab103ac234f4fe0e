"""The lock of a file: one at a time, and told when it is held."""

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from clustercalls.disk.exchange import swap
from clustercalls.disk.lock import locked
from clustercalls.errors import WorldFailed

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_bytes(OLD)
    return path


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


def test_where_no_lock_can_be_made_the_file_itself_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "journal.jsonl"
    file.touch()
    real = os.open

    def closed(path: str | Path, *arguments: Any, **named: Any) -> int:  # noqa: ANN401 - those of os.open
        if str(path).endswith(".lock"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(WorldFailed), locked(file, 0.05):
        pass
    with (
        locked(file, 0.05, or_itself=True) as alone,
        pytest.raises(WorldFailed) as refused,
        locked(file, 0.05, or_itself=True),
    ):
        pass
    assert alone
    assert refused.value.problem.code == "locked"
