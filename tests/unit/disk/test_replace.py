"""A file that a path leads to is replaced at once or not at all."""

import os
import stat
from pathlib import Path

import pytest

from clustercalls.disk.replace import replace
from clustercalls.errors import WorldFailed

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
