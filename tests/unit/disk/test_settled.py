"""The digest of files that nobody is writing just now."""

import os
import time
from pathlib import Path

import pytest

from clustercalls.disk.settled import SETTLED, digest


@pytest.fixture
def later(tmp_path: Path) -> float:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    return time.time() + SETTLED + 1


def test_names_and_bytes_count(later: float, tmp_path: Path) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    first = digest([a, b], later)
    assert first == digest((a, b), later) != digest([b, a], later)
    Path(a).write_text("c")
    assert digest([a, b], later) not in {first, ""}


def test_none_of_what_may_be_another_by_now(later: float, tmp_path: Path) -> None:
    a = str(tmp_path / "a")
    assert digest([a], later - SETTLED - 2) == ""
    os.utime(a, (1, 1))  # who sets the time of a file changes it all the same
    assert digest([a], later - SETTLED - 2) == ""


@pytest.mark.parametrize("what", ["nothing", "none", "folder", "pipe", "nul"])
def test_none_where_there_is_nothing_to_read(what: str, later: float, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    files = {"nothing": [], "folder": [str(tmp_path)], "nul": ["\0"]}.get(what, [str(tmp_path / what)])
    assert digest(files, later) == ""
