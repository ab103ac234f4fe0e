"""What is kept of a config: what the usual run must know, while the file is as it was, and no secret."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from clustercalls import config_copy
from clustercalls.config import load
from clustercalls.errors import InputRefused

TEXT = """\
registry = ["calls.toml", "~/own"]
zone = "Europe/Rome"
lang = "it"
forget_after = "2y"
pager = true
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(TEXT)
    return path


def kept() -> list[Path]:
    return [*Path(os.environ["HOME"], ".cache/clustercalls").rglob("config/*")]


def test_it_is_as_the_file_was_read(config: Path) -> None:
    assert config_copy.known(str(config)) is None
    read, copy = load(config), config_copy.known(str(config))
    assert copy is not None
    assert (tuple(map(Path, copy.registry)), copy.key) == (read.registry, read.key)
    for name in ("zone", "lang", "window", "forget_months", "pager"):
        assert getattr(copy, name) == getattr(read, name)


def test_without_a_file_there_are_the_usual_settings() -> None:
    found = config_copy.known("")
    assert found is not None
    assert (found.registry, found.zone, found.forget_months, found.key) == ((), "", 12, b"")


@pytest.mark.parametrize("change", ["byte", "mode", "home", "gone", "pipe"])
def test_another_file_is_read(config: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load(config)
    match change:
        case "byte":
            config.write_text(TEXT.replace("2y", "3y"))
        case "mode":
            config.chmod(0o600)
        case "home":  # `~` is another
            cache = f"{os.environ['HOME']}/.cache"
            monkeypatch.setenv("XDG_CACHE_HOME", cache)
            monkeypatch.setenv("HOME", "/")
        case "gone":
            config.unlink()
        case "pipe":
            config.unlink()
            os.mkfifo(config)
    assert config_copy.known(str(config)) is None


def test_a_file_that_others_could_read_is_refused_though_it_was_not_before(config: Path) -> None:
    config.write_text('notify = { team = "slack://Token" }')
    config.chmod(0o600)
    load(config)
    assert config_copy.known(str(config)) is not None
    assert b"Token" not in kept()[0].read_bytes()
    config.chmod(0o644)
    assert config_copy.known(str(config)) is None
    with pytest.raises(InputRefused):
        load(config)


@pytest.mark.parametrize("text", ['registry = "~nobody/calls.toml"', "zone = 1", "["])
def test_what_others_must_say_is_not_kept(config: Path, text: str) -> None:
    config.write_text(text)
    with suppress(InputRefused):
        load(config)
    assert (config_copy.known(str(config)), kept()) == (None, [])
