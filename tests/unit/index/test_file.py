"""Whether an index is of these very bytes, without anything heavy."""

import os
from pathlib import Path

import pytest

from clustercalls.index import file
from clustercalls.index.load import load

CALL = '[[call]]\nid = "{}"\ntitle = "T"\ndeadline = 2017-04-04\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A registry of two files, indexed as a folder and as its first file."""
    inside = tmp_path / "calls"
    inside.mkdir()
    for name in ("b", "a"):
        (inside / f"{name}.toml").write_text(CALL.format(name))
    for each in (inside, inside / "a.toml"):
        load((each,))
    return inside


def is_current(path: Path) -> bool:
    return file.current(str(path)) is not None


def test_a_file_and_a_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [is_current(folder), is_current(folder / "a.toml"), is_current(folder / "b.toml")] == [
        True,
        True,
        False,
    ]
    index = file.current(str(folder))
    assert index is not None
    assert index.decoded(index.names) == [("a", "T"), ("b", "T")]
    monkeypatch.chdir(folder)
    load((Path(),))
    assert is_current(Path())
    monkeypatch.chdir(folder.parent)
    assert not is_current(Path())


@pytest.mark.parametrize("change", ["byte", "more", "less", "link", "pipe", "folder", "other", "hidden"])
def test_what_differs(folder: Path, change: str) -> None:
    first, new = folder / "a.toml", folder / "c.toml"
    match change:
        case "byte":
            first.write_text(CALL.format("a").replace("T", "U"))
        case "more":
            new.write_text("")
        case "less":
            first.unlink()
        case "link":
            new.symlink_to(first)
        case "pipe":
            first.unlink()
            os.mkfifo(first)
        case "folder":
            first.unlink()
            first.mkdir()
        case "other":
            (folder / "b.toml").replace(first)
        case "hidden":
            (folder / ".c.toml").write_text("x")
    assert is_current(folder) is (change == "hidden")


def test_other_rules_of_a_zone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = file.current(str(folder))
    assert index is not None
    monkeypatch.setattr(file, "stamp", lambda path: (path, 1, 1))
    assert not is_current(folder)


@pytest.mark.parametrize("where", ["/proc/nonexistent", ""])
def test_a_path_that_is_none(where: str) -> None:
    assert file.current(where) is None


def test_a_part_that_is_broken(folder: Path) -> None:
    index = file.current(str(folder))
    assert index is not None
    start, size, digest = index.names
    assert index.bytes_of((start + 1, size, digest)) is None
    with pytest.raises(file.Broken):
        index.decoded((start, size - 1, digest))
