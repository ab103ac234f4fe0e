"""Our own files replaced at once or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from clustercalls.disk.replace import cannot_write, put, replace
from clustercalls.errors import WorldFailed
from clustercalls.limits import LEFT_SECONDS

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.is_file()}


def test_a_file_is_replaced_and_keeps_its_mode(file: Path, tmp_path: Path) -> None:
    inode = file.stat().st_ino
    assert replace(file, NEW)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (NEW, 0o640)
    assert file.stat().st_ino != inode
    assert names(tmp_path) == {"page.html"}


def test_what_it_holds_already_is_left_alone(file: Path, tmp_path: Path) -> None:
    inode = file.stat().st_ino
    assert not replace(file, OLD)
    assert (file.stat().st_ino, names(tmp_path)) == (inode, {"page.html"})


def test_a_mode_that_is_given_wins(file: Path) -> None:
    assert replace(file, NEW, 0o600)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "home" / "link"
    link.symlink_to(file)
    assert replace(link, NEW)
    assert (link.is_symlink(), file.read_bytes()) == (True, NEW)


def test_what_is_no_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, word in {"folder": "a folder", "pipe": "a named pipe"}.items():
        with pytest.raises(WorldFailed, match=word):
            replace(tmp_path / name, NEW)


@pytest.mark.parametrize("of_all", [True, False])
def test_what_killed_runs_left_is_swept_of_this_file_or_of_all_that_are_ours(
    of_all: bool, file: Path, tmp_path: Path
) -> None:
    for name in (".page.html.0123abcd.tmp", ".other.html.0123abcd.tmp"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, file.stat().st_mtime - LEFT_SECONDS - 60))
    replace(file, NEW, mine=(lambda name: name.endswith(".html")) if of_all else None)
    assert names(tmp_path) == {"page.html"} | (set() if of_all else {".other.html.0123abcd.tmp"})


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
