"""A folder made with all its files, or not at all."""

import os
from pathlib import Path

import pytest

from clustercalls.disk.new_folder import make_with
from clustercalls.disk.ours import Ours
from clustercalls.errors import UsageRefused, WorldFailed


def left(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {"home", "work"}


FILES = {"a.toml": b"a", "b.toml": b""}


@pytest.mark.parametrize("where", ["new", "deep/er/new", "empty"])
def test_made_whole(tmp_path: Path, where: str) -> None:
    (tmp_path / "empty").mkdir()
    make_with(tmp_path / where, FILES, Ours())
    assert {each.name: each.read_bytes() for each in (tmp_path / where).iterdir()} == FILES
    assert not [each for each in (tmp_path / where).parent.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("kind", ["file", "full", "link"])
def test_what_is_there_stays(tmp_path: Path, kind: str) -> None:
    there = tmp_path / "there"
    if kind == "file":
        there.write_text("mine")
    elif kind == "full":
        there.mkdir()
        (there / "mine").write_text("mine")
    else:
        there.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageRefused) as refused:
        make_with(there, FILES, Ours())
    assert refused.value.problem.code == "already-there"
    assert left(tmp_path) == {"there"}


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldFailed):
        make_with(tmp_path / "new", FILES, Ours())
    assert left(tmp_path) == set()
