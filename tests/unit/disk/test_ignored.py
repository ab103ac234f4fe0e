"""A line that git reads: added once, in the nearest file there is, with the ends its lines have."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.ignored import Ignored, ignore, work_tree
from clustercalls.errors import WorldFailed
from clustercalls.limits import IGNORE_BYTES

LINE = "*.toml.lock"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The root of a work tree, with folders in it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"", b"*.toml.lock\n"),
        (b"x\n", b"x\n*.toml.lock\n"),
        (b"x", b"x\n*.toml.lock\n"),
        (b"x\r\ny\r\n", b"x\r\ny\r\n*.toml.lock\r\n"),
        (b"x\r\ny", b"x\r\ny\r\n*.toml.lock\r\n"),
        (b"\xff # *.toml.lock\n", b"\xff # *.toml.lock\n*.toml.lock\n"),
        (b"sub/*.toml.lock\n", b"sub/*.toml.lock\n*.toml.lock\n"),
    ],
)
def test_the_line_is_added_as_the_others_are(root: Path, old: bytes, new: bytes) -> None:
    file = root / ".gitignore"
    file.write_bytes(old)
    file.chmod(0o640)
    assert ignore(root, root, LINE) == (Ignored.ADDED, file)
    assert file.read_bytes() == new
    assert file.stat().st_mode & 0o777 == 0o640
    assert ignore(root, root, LINE) == (Ignored.THERE, file)
    assert file.read_bytes() == new


@pytest.mark.parametrize(
    "there", [b"*.toml.lock", b"*.toml.lock\r\nx", b"x\n*.toml.lock  \n", b"!*.toml.lock\n"]
)
def test_what_speaks_of_it_already_stays(root: Path, there: bytes) -> None:
    file = root / ".gitignore"
    file.write_bytes(there)
    (root / "a" / ".gitignore").write_bytes(b"x\n")
    assert ignore(root / "a" / "b", root, LINE) == (Ignored.THERE, file)
    assert file.read_bytes() == there


def test_the_nearest_file_takes_it_else_one_at_the_root(root: Path) -> None:
    assert ignore(root / "a" / "b", root, LINE) == (Ignored.ADDED, root / ".gitignore")
    (root / ".gitignore").write_bytes(b"")
    (root / "a" / ".gitignore").write_bytes(b"")
    assert ignore(root / "a" / "b", root, LINE) == (Ignored.ADDED, root / "a" / ".gitignore")


@pytest.mark.parametrize("way", ["a link", "a link to nowhere", "a folder", "a pipe", "too large"])
def test_what_is_no_file_of_that_kind_stays_as_it_is(root: Path, way: str) -> None:
    file, theirs = root / ".gitignore", root / "theirs"
    theirs.write_bytes(b"x\n")
    if way.startswith("a link"):
        file.symlink_to("theirs" if way == "a link" else "nowhere")
    elif way == "a folder":
        file.mkdir()
    elif way == "a pipe":
        os.mkfifo(file)
    else:
        file.write_bytes(b"#" * (IGNORE_BYTES + 1))
    before = file.lstat()
    assert ignore(root, root, LINE) == (Ignored.NOT_OURS, file)
    assert file.lstat() == before
    assert theirs.read_bytes() == b"x\n"
    assert not (root / "nowhere").exists()


def test_a_name_that_another_file_has_too_is_not_written_through(root: Path) -> None:
    theirs = root / "theirs"
    theirs.write_bytes(b"x\n")
    (root / ".gitignore").hardlink_to(theirs)
    ignore(root, root, LINE)
    assert theirs.read_bytes() == b"x\n"


def test_what_the_disk_refuses_leaves_the_file_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = root / ".gitignore"
    file.write_bytes(b"x\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldFailed):
        ignore(root, root, LINE)
    assert file.read_bytes() == b"x\n"


def test_a_work_tree_is_found_above_by_its_real_path(root: Path) -> None:
    assert work_tree(root / "a" / "b") == root
    (root / "link").symlink_to(root / "a")
    assert work_tree(root / "link") == root
    (root / "a" / ".git").write_text("gitdir: elsewhere")  # a worktree or a submodule
    assert work_tree(root / "a" / "b") == root / "a"
    assert work_tree(Path("/proc")) is None


@pytest.mark.parametrize("left", [len(LINE), len(LINE) + 1])
def test_no_line_is_added_that_would_not_be_found_again(root: Path, left: int) -> None:
    file = root / ".gitignore"
    file.write_bytes(b"x" * (IGNORE_BYTES - left - 1) + b"\n")
    before = file.read_bytes()
    fits = left > len(LINE)
    for outcome in (Ignored.ADDED, Ignored.THERE) if fits else (Ignored.NOT_OURS, Ignored.NOT_OURS):
        assert ignore(root, root, LINE) == (outcome, file)
    assert (file.read_bytes() == before) is not fits
