"""Where a memory is, by the registry it is of."""

import os
from pathlib import Path

import pytest

from clustercalls.reminders.place import identity, memory_of, real


def test_links_to_one_registry_share_a_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "calls.toml")
    assert real(["link", tmp_path / "link"]) == (os.path.realpath("link"), str(tmp_path / "calls.toml"))
    assert (
        identity([tmp_path / "link"]) == identity([str(tmp_path / "calls.toml")]) != identity(["calls.toml"])
    )
    assert memory_of(["/a"]) == f"{os.environ['HOME']}/.local/state/clustercalls/seen-{identity(['/a'])}.json"
    monkeypatch.setenv("HOME", "")
    assert memory_of(["/a"]) == ""
