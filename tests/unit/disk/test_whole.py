"""A file is put whole or not at all into an open folder; what kills left there is swept."""

import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.disk.beside import Folder
from clustercalls.disk.opening import NotRegular
from clustercalls.disk.whole import COMPARED, put_whole, sweep
from clustercalls.limits import LEFT_SECONDS

OLD, NEW = b"old\n", b"new\n"
Way = Callable[[Folder, bytes], bool]
WAYS: dict[str, Way] = {
    "whole": lambda folder, data: put_whole(folder, "page.html", data),
    "streamed": lambda folder, data: put_whole(
        folder, "page.html", (data[at : at + 1] for at in range(len(data)))
    ),
}


@pytest.fixture(params=WAYS, ids=str)
def write(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "page.html"
    path.parent.mkdir()
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


@pytest.fixture
def folder(file: Path) -> Iterator[Folder]:
    with Folder(file.parent) as folder:
        yield folder


def names(file: Path) -> set[str]:
    return {each.name for each in file.parent.iterdir()}


def test_a_file_is_replaced_and_keeps_its_mode(write: Way, folder: Folder, file: Path) -> None:
    inode = file.stat().st_ino
    assert write(folder, NEW)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (NEW, 0o640)
    assert file.stat().st_ino != inode
    assert names(file) == {"page.html"}


def test_what_it_holds_already_is_left_alone(write: Way, folder: Folder, file: Path) -> None:
    inode = file.stat().st_ino
    assert not write(folder, OLD)
    assert (file.stat().st_ino, names(file)) == (inode, {"page.html"})


@pytest.mark.parametrize("more", [b"", b"x"])
def test_files_that_differ_at_their_end_alone_differ(folder: Folder, more: bytes, file: Path) -> None:
    long = b"x" * COMPARED
    put_whole(folder, "page.html", long + more)
    assert put_whole(folder, "page.html", iter([long, b"y"]))
    assert file.read_bytes() == long + b"y"


def test_a_mode_that_is_given_wins_and_a_new_file_can_be_read_by_its_owner(
    folder: Folder, file: Path
) -> None:
    assert put_whole(folder, "page.html", NEW, 0o600)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for mask, mode in ((0o022, 0o644), (0o777, 0o600)):
        before = os.umask(mask)
        try:
            put_whole(folder, f"{mask}.html", NEW)
        finally:
            os.umask(before)
        assert stat.S_IMODE((file.parent / f"{mask}.html").stat().st_mode) == mode


@pytest.mark.parametrize("failing", ["fsync", "fchmod", "rename"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_beside_it(
    failing: str, write: Way, folder: Folder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="No space left on device"):
        write(folder, NEW)
    assert (file.read_bytes(), names(file)) == (OLD, {"page.html"})


def test_a_stream_that_breaks_leaves_the_old_file(folder: Folder, file: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield NEW
        raise RuntimeError

    with pytest.raises(RuntimeError):
        put_whole(folder, "page.html", broken())
    assert (file.read_bytes(), names(file)) == (OLD, {"page.html"})


def test_a_link_is_never_followed_nor_replaced(write: Way, folder: Folder, file: Path) -> None:
    target = file.rename(file.parents[1] / "target")
    file.symlink_to(target)
    with pytest.raises(NotRegular, match="link"):
        write(folder, NEW)
    assert (file.is_symlink(), target.read_bytes(), names(file)) == (True, OLD, {"page.html"})


def test_a_link_planted_just_before_the_rename_is_not_followed(
    folder: Folder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, rename = file.parents[1] / "target", os.rename
    target.write_bytes(b"theirs")

    def plant(old: str, new: str, src_dir_fd: int, dst_dir_fd: int) -> None:
        file.unlink()
        file.symlink_to(target)
        rename(old, new, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    monkeypatch.setattr(os, "rename", plant)
    assert put_whole(folder, "page.html", NEW)
    assert (file.is_symlink(), file.read_bytes(), target.read_bytes()) == (False, NEW, b"theirs")


LEFT = {
    ".page.html.0123abcd.tmp": True,
    ".other.html.0123abcd.tmp": True,
    ".other.txt.0123abcd.tmp": False,  # not ours
    ".page.html.0123abcd.tmp2": False,
    ".page.html.0123ABCD.tmp": False,
    ".page.html.tmp": False,
    "page.html.0123abcd.tmp": False,
}


def test_what_kills_left_is_swept_when_it_is_ours_old_and_nobodys(folder: Folder, file: Path) -> None:
    old = file.stat().st_mtime - LEFT_SECONDS - 60
    for name in LEFT:
        (file.parent / name).touch()
        os.utime(file.parent / name, (old, old))
    held = file.parent / ".held.html.0123abcd.tmp"
    young = file.parent / ".young.html.0123abcd.tmp"
    pipe = file.parent / ".pipe.html.0123abcd.tmp"
    link = file.parent / ".link.html.0123abcd.tmp"
    for each in (held, young):
        each.touch()
    os.mkfifo(pipe)
    link.symlink_to(file)
    for each in (held, pipe, link):
        os.utime(each, (old, old), follow_symlinks=False)
    with held.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        put_whole(folder, "new.html", NEW, mine=lambda name: name.endswith(".html"))
    stays = {name for name, swept in LEFT.items() if not swept}
    assert names(file) == stays | {"page.html", "new.html", held.name, young.name, pipe.name, link.name}


@pytest.mark.parametrize("end", ["tmp", "old"])
@pytest.mark.parametrize("hours", [0.5, 2, 23, 25])
@pytest.mark.parametrize("locks", [True, False])
def test_where_no_lock_can_tell_age_alone_does(
    locks: bool, hours: float, end: str, folder: Folder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    if not locks:
        monkeypatch.setattr(fcntl, "flock", none)
    left, lost = (file.parent / f".{of}.0123abcd.{end}" for of in ("page.html", "gone.html"))
    for each in (left, lost):
        each.write_bytes(b"a text of before")
    if end == "old":
        os.utime(left, (0, 0))  # the old text's own time says nothing
    sweep(folder, lambda name: name.endswith(".html"), time.time() + hours * 3600)
    enough = 1 if locks and end == "tmp" else 24
    assert left.exists() is (hours < enough)
    assert lost.exists() is (hours < enough or end == "old")  # the one text that there is of it


def test_a_second_name_of_the_text_in_place_goes_at_once(folder: Folder, file: Path) -> None:
    for end in ("tmp", "old"):
        os.link(file, file.with_name(f".page.html.0123abcd.{end}"))
    sweep(folder, "page.html".__eq__, time.time())
    assert names(file) == {"page.html"}


def test_a_file_on_the_way_is_held_so_that_nobody_sweeps_it(folder: Folder, file: Path) -> None:
    def slowly() -> Iterator[bytes]:
        yield NEW
        (beside,) = file.parent.glob(".page.html.*.tmp")
        os.utime(beside, (0, 0))
        with Folder(file.parent) as other:
            put_whole(other, "other.html", NEW, mine=lambda name: name.endswith(".html"))
        assert beside.exists()

    assert put_whole(folder, "page.html", slowly())
    assert file.read_bytes() == NEW
