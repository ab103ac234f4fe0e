"""A new file is begun in a folder in use alone, and is gone when nothing came into it."""

from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.new_file import begun, file_for, is_new, opened_or_new
from clustercalls.cli.options import Common
from clustercalls.errors import InputRefused, UsageRefused
from samples import SAMPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "registry"
    path.mkdir()
    (path / "a.toml").write_text(SAMPLE)
    (path / "b.toml").write_text("")
    return path


def desk_of(*paths: Path, dry_run: bool = False) -> Desk:
    return open_desk("add", Common(registry=list(paths)), "2027-01-01", Editing(dry_run=dry_run))


def test_which_file_is_meant(folder: Path) -> None:
    desk = desk_of(folder)
    assert file_for(desk, None) == folder / "b.toml"
    assert file_for(desk, folder / ".." / "registry" / "a.toml") == folder / "a.toml"
    assert file_for(desk, folder / "new.toml") == file_for(desk, Path("new.toml")) == folder / "new.toml"


@pytest.mark.parametrize("named", ["new.txt", ".new.toml", "../new.toml", "deep/new.toml"])
def test_no_other_file_is_begun(folder: Path, named: str) -> None:
    for desk in (desk_of(folder), desk_of(folder / "a.toml")):
        with pytest.raises(UsageRefused):
            file_for(desk, folder / named)
    with pytest.raises(UsageRefused):
        file_for(desk_of(folder / "a.toml"), folder / "new.toml")


def test_a_link_that_leads_nowhere_is_something(folder: Path) -> None:
    (folder / "new.toml").symlink_to(folder / "nowhere")
    assert not is_new(desk_of(folder), folder / "new.toml")


def test_what_nothing_came_into_goes_again(folder: Path) -> None:
    path = folder / "new.toml"
    assert opened_or_new(desk_of(folder), path).data == b""
    with begun(desk_of(folder), path):
        assert path.read_bytes() == b""
    assert not path.exists()
    with begun(desk_of(folder), path):
        path.write_text(SAMPLE)
    assert opened_or_new(desk_of(folder), path).text == SAMPLE
    with begun(desk_of(folder), folder / "b.toml"):
        pass
    assert (folder / "b.toml").exists()  # it was there, empty or not


def test_a_dry_run_makes_none(folder: Path) -> None:
    with begun(desk_of(folder, dry_run=True), folder / "new.toml"):
        assert not (folder / "new.toml").exists()


def test_a_registry_that_is_missing_is_not_begun(folder: Path) -> None:
    missing = folder / "missing.toml"
    desk = desk_of(folder / "a.toml", missing)
    assert not is_new(desk, file_for(desk, None))
    with pytest.raises(InputRefused):
        opened_or_new(desk, missing)
    with begun(desk, missing):
        assert not missing.exists()
