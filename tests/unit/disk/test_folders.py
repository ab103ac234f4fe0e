"""The user's folders: named by XDG, else below a home, else nowhere; made for the user alone."""

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from clustercalls.disk.folders import is_there, make_folders, make_named_folder, state_folder, user_folder
from odd import ODD

VARIABLE, FALLBACK = "XDG_CONFIG_HOME", ".config"

# what XDG says, the home, and the folder of this tool
FOLDERS = [
    ("/etc/mine", "/home/ada", "/etc/mine/clustercalls"),
    ("", "/home/ada", "/home/ada/.config/clustercalls"),
    ("mine", "/home/ada", "/home/ada/.config/clustercalls"),  # relative: to be ignored
    ("/etc/mine", "", "/etc/mine/clustercalls"),
    ("", "", None),
    ("", "ada", None),
    ("mine", "", None),
]


@pytest.mark.parametrize(("named", "home", "folder"), FOLDERS)
def test_the_folder_is_that_of_xdg_else_one_below_the_home(
    named: str, home: str, folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, named)
    monkeypatch.setenv("HOME", home)
    assert user_folder(VARIABLE, FALLBACK) == (Path(folder) if folder else None)


def test_without_any_variable_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert user_folder(VARIABLE, FALLBACK) is None
    assert state_folder() is None


def test_a_home_that_does_not_exist_keeps_no_state_unless_its_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert state_folder() == tmp_path / "home" / ".local/state/clustercalls"
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    assert state_folder() is None
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    assert state_folder() is None
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert state_folder() == tmp_path / "state" / "clustercalls"


@pytest.mark.parametrize("kind", ODD)
def test_whatever_stands_under_a_name_is_there(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert not is_there(str(path))
    ODD[kind](path)
    assert is_there(str(path))
    assert is_there(str(path), above=False)
    assert is_there(str(path / "below" / "it")) == (kind != "a folder")
    assert not is_there(str(path / "below"), above=False)


@pytest.mark.parametrize("place", ["", "none", "none/of/it", "/none", "a\0b"])
def test_what_is_not_there_is_not(place: str) -> None:
    assert not is_there(place)


@pytest.mark.parametrize("home", ["/dev/null", "/dev/null/x"])
def test_in_nothing_there_is_nothing(home: str) -> None:
    assert not is_there(f"{home}/.config/clustercalls/config.toml")


def test_a_file_in_the_place_of_a_folder_hides_what_should_be_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    for each in ("file", "link"):
        assert is_there(str(tmp_path / each / "config.toml"))
        assert is_there(str(tmp_path / each / "clustercalls" / "config.toml"))
        assert not is_there(str(tmp_path / each / "config.toml"), above=False)


def test_a_link_that_leads_somewhere_holds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert not is_there(str(tmp_path / "link" / "config.toml"))
    (tmp_path / "real" / "config.toml").touch()
    assert is_there(str(tmp_path / "link" / "config.toml"))


def test_what_cannot_be_told_is_raised() -> None:
    with pytest.raises(OSError, match="name too long"):
        is_there("a" * 300)


@pytest.mark.parametrize("make", [partial(make_folders, mode=0o777), make_named_folder])
@pytest.mark.parametrize("umask", [0o022, 0o277, 0o777])
def test_usual_folders_are_the_users_own_whatever_the_umask(
    make: Callable[[Path], None], umask: int, tmp_path: Path
) -> None:
    before = os.umask(umask)
    try:
        make(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    made = {stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "a", tmp_path / "a" / "b")}
    assert made == {0o777 & ~umask | 0o700}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_folders_are_made_for_the_user_alone_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"
    before = os.umask(umask)
    try:
        make_folders(folder)
    finally:
        os.umask(before)
    made = [stat.S_IMODE(each.stat().st_mode) for each in (folder, *folder.parents[:2])]
    assert made == [0o700, 0o700, 0o700]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folders(tmp_path)
    make_folders(tmp_path / "inside")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_in_the_place_of_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    make_folders(tmp_path / "file")
    with pytest.raises(FileExistsError):
        make_named_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        make_folders(tmp_path / "file" / "inside")
    assert (tmp_path / "file").read_text() == "mine"
