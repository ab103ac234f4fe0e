"""The files of a catalogue: for the user alone, one of them aside, and nothing else taken for one."""

import os
import stat
from pathlib import Path

import pytest

from clustercalls.catalogue.files import aside_of
from clustercalls.catalogue.opening import to_read
from clustercalls.errors import WorldFailed
from offers import candidate, looked, sync

CALLS = [candidate(str(number), "2026-09-15", text="word " * 200) for number in range(40)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "clustercalls" / "catalogue.sqlite3"


@pytest.mark.parametrize("umask", [0, 0o077, 0o777])
def test_it_is_made_for_the_user_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        sync(path, *CALLS)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert looked(path, limit=1) == ["0"]


def test_only_one_is_kept_aside_and_nothing_of_it_beside_the_new_one(path: Path) -> None:
    sync(path, *CALLS)
    beside = path.with_name(f"{path.name}-wal")
    for text in (b"first", b"second"):
        path.write_bytes(text * 1000)
        beside.write_bytes(text)
        sync(path, *CALLS)
        assert aside_of(path).read_bytes() == text * 1000
        assert not beside.exists()
    assert looked(path, limit=1) == ["0"]


def test_what_else_stands_there_is_told_and_never_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for make, unmake in ((os.mkfifo, os.unlink), (os.mkdir, os.rmdir)):
        make(path)
        with pytest.raises(WorldFailed) as failed, to_read(path):
            pass
        assert failed.value.problem.code == "catalogue-closed"
        with pytest.raises(WorldFailed) as failed:
            sync(path, *CALLS)
        assert failed.value.problem.code == "in-the-way"
        unmake(path)
