"""The files in use, however a run was told of them, are those that the gate knows."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from clustercalls.cli.ours import ours_of
from clustercalls.cli.places import bundled
from clustercalls.config import Config
from commands import NOBODY


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder of registries, one of which is a link."""
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "a.toml").touch()
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "b.toml").touch()
    (folder / "b.toml").symlink_to(tmp_path / "shared" / "b.toml")
    return folder


def test_what_is_named_and_what_would_be_read_without_it(
    team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, settings = tmp_path / "home", tmp_path / "settings"
    for name in ("configured.toml", "variable.toml", "work/calls.toml"):
        (tmp_path / name).touch()
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", f"{tmp_path}/variable.toml:")
    config = Config(path=settings, registry=(tmp_path / "configured.toml",))
    ours = ours_of(replace(NOBODY, registries=(team, tmp_path / "absent.toml"), config=config))
    assert set(ours.registries) == {
        tmp_path / "absent.toml",
        team / "a.toml",
        tmp_path / "shared" / "b.toml",
        tmp_path / "configured.toml",
        tmp_path / "variable.toml",
        tmp_path / "work" / "calls.toml",
        home / ".local/share/clustercalls/calls.toml",
        Path(bundled()),
    }
    assert set(ours.files) == {settings, home / ".config/clustercalls/config.toml"}
    assert set(ours.read) == {team, tmp_path, tmp_path / "shared"}
    assert set(ours.kept) == {home / ".local/state/clustercalls", home / ".cache/clustercalls"}


def test_with_no_registry_the_example_is_the_one_in_use() -> None:
    ours = ours_of(NOBODY)
    assert Path(bundled()) in ours.registries
    assert ours.read == (Path(bundled()).parent,)


def test_without_a_home_there_is_nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    ours = ours_of(NOBODY)
    assert (ours.files, ours.kept) == ((), ())
