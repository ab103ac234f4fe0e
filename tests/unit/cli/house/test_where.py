"""`where` names the files in use, and of each why or that it is not there."""

from pathlib import Path

import pytest

from clustercalls import __version__
from clustercalls.cli.house.where import where
from clustercalls.cli.options import Common

OWN = ".local/share/clustercalls/calls.toml"


def told(capfd: pytest.CaptureFixture[str], common: Common) -> list[tuple[str, str]]:
    """Each line as its name and what is behind it, the home left out."""
    assert where(common) == 0
    lines = capfd.readouterr().out.replace(f"{Path.home()}/", "").splitlines()
    pairs = [(line[:10].strip(), line[10:]) for line in lines]
    assert pairs.pop() == ("version", f"clustercalls {__version__}")
    return pairs


def test_named_ones_and_ones_own_beside_them(capfd: pytest.CaptureFixture[str]) -> None:
    here, gone = Path("a.toml"), Path("b.toml")
    here.touch()
    assert told(capfd, Common(registry=[here, gone])) == [
        ("registry", f"{here.absolute()}  (--registry)"),
        ("registry", f"{gone.absolute()}  (--registry, not there)"),
        ("your own", f"{OWN}  (not there)"),
        ("config", ".config/clustercalls/config.toml  (not there)"),
    ]


def test_the_catalogue_is_named_where_there_is_one(capfd: pytest.CaptureFixture[str]) -> None:
    there = Path.home() / ".local/share/clustercalls/catalogue.sqlite3"
    there.parent.mkdir(parents=True)
    there.touch()
    assert where(Common()) == 0
    assert f"catalogue  {there}\n" in capfd.readouterr().out


def test_ones_own_is_named_once(capfd: pytest.CaptureFixture[str]) -> None:
    own = Path.home() / OWN
    own.parent.mkdir(parents=True)
    own.touch()
    assert [name for name, _ in told(capfd, Common())] == ["registry", "config"]


def test_without_a_home(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    where(Common())
    lines = capfd.readouterr().out.splitlines()
    assert [line.split("  ", 1)[1].strip() for line in lines[1:3]] == ["no home folder is known"] * 2
