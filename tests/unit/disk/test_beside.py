"""What is made beside a file: whole, with its group and mode, in the folder as it was opened."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.disk.beside import Folder, share
from clustercalls.disk.opening import NotRegular
from clustercalls.errors import WorldFailed
from odd import ODD, state

NAME = "calls.toml"
Many = Callable[..., None]


def refusing(code: int) -> Many:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {"home", "work"}


def test_names_are_those_of_the_folder_that_was_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with Folder(tmp_path / "in") as folder:
        (tmp_path / "in").rename(tmp_path / "moved")
        (tmp_path / "in").symlink_to("home")
        folder.make(NAME, b"new")
        folder.link(NAME, "other")
        folder.rename("other", "third")
        assert folder.read("third") == b"new"
        folder.unlink("third")
        folder.unlink("third")
    assert names(tmp_path / "moved") == {NAME}
    assert list((tmp_path / "home").iterdir()) == []


def test_what_stands_there_is_looked_at(tmp_path: Path) -> None:
    with Folder(tmp_path) as folder:
        assert folder.look(NAME) is None
        (tmp_path / NAME).write_bytes(b"1234")
        found = folder.look(NAME)
        assert found
        assert found.st_size == 4


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_regular_file_is_neither_looked_at_nor_followed(kind: str, tmp_path: Path) -> None:
    ODD[kind](tmp_path / NAME)
    before = state(tmp_path / NAME)
    with Folder(tmp_path) as folder:
        for attempt in (folder.look, folder.read, folder.new):
            with pytest.raises(NotRegular):
                attempt(NAME)
        with pytest.raises(FileExistsError):
            folder.make(NAME, b"new")
        assert folder.free(NAME, "tmp", alone=True) == f".{NAME}.tmp"
    assert (state(tmp_path / NAME), names(tmp_path)) == (before, {NAME})


@pytest.mark.parametrize("kind", ODD)
def test_a_name_of_the_moment_is_free_whatever_stands_under_the_usual_one(kind: str, tmp_path: Path) -> None:
    usual = f".{NAME}.tmp"
    with Folder(tmp_path) as folder:
        (tmp_path / usual).touch()
        assert folder.free(NAME, "tmp", alone=True) == usual
        assert not (tmp_path / usual).exists(), "left by a run that was killed"
        ODD[kind](tmp_path / usual)
        before = state(tmp_path / usual)
        names = {folder.free(NAME, "tmp", alone=alone) for alone in (True, False, False)}
        assert len(names - {usual}) == 3
        assert state(tmp_path / usual) == before


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("umask", [0o002, 0o022, 0o077, 0o777])
def test_a_new_file_is_made_whole_and_touches_none(
    umask: int, links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    before = os.umask(umask)
    try:
        with Folder(tmp_path) as folder:
            folder.make(NAME, b"new")
            with pytest.raises(FileExistsError):
                folder.make(NAME, b"other")
    finally:
        os.umask(before)
    assert ((tmp_path / NAME).read_bytes(), names(tmp_path)) == (b"new", {NAME})
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o666 & ~umask | 0o600


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
def test_a_new_file_that_cannot_be_made_leaves_nothing(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, failing, refusing(errno.ENOSPC))
    with Folder(tmp_path) as folder, pytest.raises(OSError, match="No space"):
        folder.make(NAME, b"new", tmp_path.stat(), 0o660)
    assert names(tmp_path) == set()


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser has groups at will")
def test_a_new_file_has_the_group_and_mode_of_another(tmp_path: Path) -> None:
    like = tmp_path / "like"
    like.touch()
    os.chown(like, -1, 61_003)
    with Folder(tmp_path) as folder:
        folder.make(NAME, b"", like.stat(), 0o664)
    made = (tmp_path / NAME).stat()
    assert (made.st_gid, stat.S_IMODE(made.st_mode)) == (61_003, 0o664)


def test_a_group_that_is_not_ours_to_give_has_no_more_than_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    path.touch()
    its = path.stat()
    foreign = os.stat_result((its[0], its[1], its[2], its[3], its[4], its.st_gid + 1, *its[6:10]))
    monkeypatch.setattr(os, "fchown", refusing(errno.EPERM))
    for mode, wanted in ((0o664, 0o644), (0o660, 0o600), (0o060, 0o600)):
        descriptor = os.open(path, os.O_RDWR)
        share(descriptor, foreign, mode)
        os.close(descriptor)
        assert stat.S_IMODE(path.stat().st_mode) == wanted


def test_an_exchange_that_is_not_durable_is_turned_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(b"old")
    (tmp_path / "new").write_bytes(b"new")
    with Folder(tmp_path) as folder:
        folder.link(NAME, "kept")
        monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
        with pytest.raises(OSError, match="Input/output error"):
            folder.put("new", NAME, "kept")
        assert (tmp_path / NAME).read_bytes() == b"old"
        (tmp_path / "new").write_bytes(b"new")
        with pytest.raises(WorldFailed) as failed:
            folder.put("new", NAME, "nothing was kept")
        assert failed.value.problem.code == "not-durable"
        assert failed.value.problem.place.file == str(tmp_path / NAME)
