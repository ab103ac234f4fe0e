"""A look in passing that would find nothing is known by the bytes of the memory and the registry."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clustercalls.cli.look.last_look import look
from clustercalls.cli.look.unchanged import is_known, note
from clustercalls.disk.settled import digest
from clustercalls.registry.read import load
from clustercalls.reminders import memory as memories
from samples import SAMPLE

NOW = datetime(2017, 3, 1, tzinfo=UTC)
LATER = 4_000_000_000.0


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry that was looked at, by a clock by which nobody has written it lately."""
    path = tmp_path / "calls.toml"
    path.write_text(SAMPLE)
    monkeypatch.setattr("time.time", lambda: LATER)
    look((path,), load((path,)), NOW, datetime.fromtimestamp(LATER, UTC), in_passing=True)
    return path


def known(path: Path) -> bool:
    return is_known([str(path)], [str(path)])


def test_after_a_look_nothing_is_new(path: Path) -> None:
    memory = memories.path_of((path,))
    os.utime(memory, (1, 1))
    assert known(path)
    assert memory.stat().st_mtime > 1  # it was used, as by that look


@pytest.mark.parametrize("change", ["registry", "memory", "no memory", "just now", "no home"])
def test_what_differs_is_looked_at(path: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = memories.path_of((path,))
    match change:
        case "registry":
            path.write_text(SAMPLE + "\n")
        case "memory":
            memory.write_bytes(memory.read_bytes().replace(b"seen 2", b"seen 3"))
        case "no memory":
            memory.unlink()
        case "just now":
            monkeypatch.undo()
        case "no home":
            monkeypatch.setenv("HOME", "")
    assert not known(path)


def test_a_file_that_was_written_just_then_is_not_noted(path: Path) -> None:
    data, there = memories.path_of((path,)).read_bytes(), digest([str(path)], LATER)
    note([path], b"other", "")
    assert known(path)
    note([path], b"other", there)
    assert not known(path)
    note([str(path)], data, there)
    assert known(path)
