"""Our own files replaced at once or not at all."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clustercalls.disk.replace import cannot_write, create, put, replace, replace_streamed
from clustercalls.errors import UsageRefused, WorldFailed

OLD, NEW = b"old\n", b"new\n"

Way = Callable[[Path, bytes], bool]
WAYS: dict[str, Way] = {
    "whole": replace,
    "streamed": lambda path, data: replace_streamed(path, (data[at : at + 1] for at in range(len(data)))),
}


@pytest.fixture(params=WAYS, ids=str)
def write(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_file()}


def test_a_file_is_replaced_and_keeps_its_mode(write: Way, file: Path, tmp_path: Path) -> None:
    inode = file.stat().st_ino
    assert write(file, NEW)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (NEW, 0o640)
    assert file.stat().st_ino != inode
    assert names(tmp_path) == {"page.html"}


def test_what_it_holds_already_is_left_alone(write: Way, file: Path, tmp_path: Path) -> None:
    inode = file.stat().st_ino
    assert not write(file, OLD)
    assert (file.stat().st_ino, names(tmp_path)) == (inode, {"page.html"})


@pytest.mark.parametrize("more", [b"", b"x"])
def test_files_that_differ_at_their_end_alone_differ(write: Way, more: bytes, file: Path) -> None:
    long = b"x" * (1 << 16)
    write(file, long + more)
    assert write(file, long + b"y")
    assert file.read_bytes() == long + b"y"


def test_a_new_file_is_made_but_not_its_folder(write: Way, tmp_path: Path) -> None:
    assert write(tmp_path / "new", NEW)
    assert (tmp_path / "new").read_bytes() == NEW
    with pytest.raises(WorldFailed) as failed:
        write(tmp_path / "no" / "new", NEW)
    assert failed.value.problem.code == "cannot-write"


def test_a_mode_that_is_given_wins(file: Path) -> None:
    assert replace(file, NEW, 0o600)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_stays_a_link(write: Way, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "home" / "link"
    link.symlink_to(file)
    assert write(link, NEW)
    assert (link.is_symlink(), file.read_bytes()) == (True, NEW)


def test_what_is_no_file_is_written_to(write: Way) -> None:
    out, into = os.pipe()
    assert write(Path(f"/dev/fd/{into}"), NEW)
    os.close(into)
    with os.fdopen(out, "rb") as file:
        assert file.read() == NEW


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_beside_it(
    failing: str, write: Way, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(WorldFailed) as failed:
        write(file, NEW)
    assert failed.value.problem.message.endswith("No space left on device")
    assert (file.read_bytes(), names(tmp_path)) == (OLD, {"page.html"})


def test_a_stream_that_breaks_leaves_the_old_file(file: Path, tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield NEW
        raise RuntimeError

    with pytest.raises(RuntimeError):
        replace_streamed(file, broken())
    assert (file.read_bytes(), names(tmp_path)) == (OLD, {"page.html"})


def test_a_new_file_comes_with_its_folders_and_touches_none_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "calls.toml"
    create(path, NEW)
    assert path.read_bytes() == NEW
    with pytest.raises(UsageRefused) as refused:
        create(path, OLD)
    assert refused.value.problem.code == "already-there"
    assert path.read_bytes() == NEW


def test_a_dangling_link_counts_as_there(tmp_path: Path) -> None:
    link = tmp_path / "calls.toml"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageRefused):
        create(link, NEW)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_where_a_folder_is_meant_is_not_the_file_that_is_there(file: Path) -> None:
    with pytest.raises(WorldFailed) as failed:
        create(file / "calls.toml", NEW)
    assert failed.value.problem.message.endswith("Not a directory")


@pytest.mark.parametrize("kept", [True, False])
def test_an_exchange_that_is_not_durable_is_turned_round_when_the_old_file_was_kept(
    kept: bool, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, aside = tmp_path / "beside", tmp_path / "aside"
    beside.write_bytes(NEW)
    aside.hardlink_to(file)

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output error"):
        put(beside, file, aside if kept else None)
    assert file.read_bytes() == (OLD if kept else NEW)


def test_what_can_neither_be_made_durable_nor_turned_round_is_told(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "beside"
    beside.write_bytes(NEW)

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WorldFailed) as failed:
        put(beside, file, tmp_path / "nothing was kept")
    assert failed.value.problem.code == "not-durable"


def test_the_words_of_the_system_are_not_filled_in() -> None:
    failed = cannot_write(Path("page.html"), OSError(errno.EIO, "{path} {reason}"))
    assert failed.problem.message.endswith("{path} {reason}")
