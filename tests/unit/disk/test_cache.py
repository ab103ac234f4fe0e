"""Files of the cache: ours alone, whole or not at all, and never a word about them."""

import os
from pathlib import Path

import pytest

from clustercalls.disk import cache
from clustercalls.limits import INDEXES, LEFT_SECONDS
from odd import ODD, state


def test_it_is_kept_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.index"
    cache.keep(str(path), [b"one ", b"two"])
    assert path.read_bytes() == b"one two"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    file = cache.opened(str(path))
    assert file is not None
    assert (file.read(4, 3), file.read(4, 100), file.read(100, 1)) == (b"two", b"two", b"")


def test_an_open_file_stays_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    cache.keep(str(path), [b"old"])
    file = cache.opened(str(path))
    cache.keep(str(path), [b"new"])
    assert file is not None
    assert file.read(0, 3) == b"old"


def test_what_others_could_read_or_have_written_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.index"
    assert cache.opened(str(path)) is None
    cache.keep(str(path), [b"x"])
    path.chmod(0o640)
    assert cache.opened(str(path)) is None
    path.chmod(0o600)
    assert cache.opened(str(path)) is not None
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe", 0o600)
    assert [cache.opened(str(tmp_path / name)) for name in ("link", "pipe", "a\0b")] == [None, None, None]
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert cache.opened(str(path)) is None


def test_the_oldest_go(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(INDEXES + 2):
        path = folder / f"{number}"
        cache.keep(str(path), [b"x"])
        os.utime(path, (number, number))
    cache.keep(f"{folder}/last", [b"x"])
    assert {each.name for each in folder.iterdir()} == {f"{number}" for number in range(3, INDEXES + 2)} | {
        "last"
    }


def test_what_a_killed_run_left_goes_an_hour_later(tmp_path: Path) -> None:
    left, young = tmp_path / ".a.index.0123abcd.tmp", tmp_path / ".a.index.01234567.tmp"
    cache.keep(str(tmp_path / "a.index"), [b"x"])
    kept = (tmp_path / "a.index").stat().st_mtime
    for path, age in ((left, LEFT_SECONDS + 60), (young, LEFT_SECONDS - 60), (tmp_path / "a.index", 86400)):
        path.touch()
        os.utime(path, (kept - age, kept - age))
    cache.keep(str(tmp_path / "b.index"), [b"x"])
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"a.index", "b.index", young.name}


def test_a_disk_that_refuses_leaves_nothing_and_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "a"
    (path / "x").mkdir(parents=True)
    cache.keep(str(path), [b"x"])
    assert [each.name for each in path.parent.iterdir()] == ["a"]
    (tmp_path / "file").touch()
    cache.keep(f"{tmp_path}/file/a", [b"x"])
    assert (tmp_path / "file").read_bytes() == b""


def test_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(os.environ["HOME"])
    assert cache.cache_folder() == f"{home}/.cache/clustercalls"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "not/there"))
    assert cache.cache_folder() == f"{tmp_path}/not/there/clustercalls"
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    assert cache.cache_folder() == ""  # nothing can be made there, and nothing is to be worked out for it
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "not" / "there"))
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    assert cache.cache_folder() == ""  # somebody else's: nothing of ours is to stand there
    monkeypatch.undo()
    monkeypatch.setenv("HOME", "/proc/nonexistent")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache.cache_folder() == ""
    monkeypatch.delenv("HOME")
    assert cache.cache_folder() == ""


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_regular_file_is_neither_read_nor_replaced_nor_cleared_away(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "index" / "a.index"
    path.parent.mkdir()
    ODD[kind](path)
    os.utime(path, (0, 0), follow_symlinks=False)
    before = state(path)
    assert cache.opened(str(path)) is None
    cache.keep(str(path), [b"new"])
    for number in range(INDEXES + 2):
        cache.keep(str(path.with_name(f"{number}.index")), [b"new"])
    assert state(path) == before
    assert len(list(path.parent.iterdir())) == INDEXES + 1


def test_it_is_kept_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        cache.keep(str(tmp_path / "new" / "a.index"), [b"new"])
    finally:
        os.umask(before)
    assert cache.opened(str(tmp_path / "new" / "a.index")) is not None
    assert (tmp_path / "new" / "a.index").stat().st_mode & 0o777 == 0o600
