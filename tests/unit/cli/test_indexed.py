"""The registry and the settings of a usual run, where nothing must be read for it."""

from pathlib import Path

import pytest

from clustercalls import config_copy
from clustercalls.cli import indexed
from clustercalls.config import load as read_config
from clustercalls.index.load import load

CALL = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2017-04-04\n'


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text(CALL)
    load((path,))
    return path


def test_the_registry_that_a_config_names(calls: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('registry = "calls.toml"\nzone = "Asia/Tokyo"')
    given = {"config": [str(config)]}
    assert indexed.known(given) is None
    read_config(config)
    found = indexed.known(given)
    assert found is not None
    assert (found[0], found[2].zone, found[1].count) == (str(calls), "Asia/Tokyo", 1)


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "localtime"])
def test_a_zone_that_is_no_more_is_told_by_who_reads_the_config(
    calls: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = config_copy.Settings((), zone)
    monkeypatch.setattr(config_copy, "known", lambda _: settings)
    assert indexed.known({"registry": [str(calls)]}) is None


def test_no_or_several_registries_are_left(calls: Path) -> None:
    assert indexed.known({}) is None
    assert indexed.known({"registry": [str(calls), str(calls)]}) is None
    assert indexed.known({"registry": [str(calls)]}) is not None
