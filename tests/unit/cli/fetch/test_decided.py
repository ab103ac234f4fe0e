"""What was decided is kept with what was looked at, and never lost silently."""

import os
import stat
from pathlib import Path

from clustercalls.cli.fetch.decided import decide, decisions_of
from clustercalls.decisions import Decisions, with_ignored
from clustercalls.reminders import memory as memories
from conftest import Run


def test_it_is_kept_beside_all_else(run: Run, tmp_path: Path) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_text('[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2027-01-01\n')
    run("changes", "-r", registry)
    decide((registry,), lambda decided: with_ignored(decided, ["a mark"]))
    run("changes", "-r", registry)
    assert decisions_of((registry,)) == (Decisions(ignored=("a mark",)), None)
    path = memories.path_of((registry,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.stat().st_mtime_ns
    decide((registry,), lambda decided: with_ignored(decided, ["a mark"]))
    assert path.stat().st_mtime_ns == before


def test_a_memory_that_is_damaged_is_said(run: Run, tmp_path: Path) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_text("")
    decide((registry,), lambda decided: with_ignored(decided, ["a mark"]))
    memories.path_of((registry,)).write_bytes(b"{")
    assert decisions_of((registry,))[1] is not None
    ran = run("sync", "--status", "-r", registry)
    assert ran.code == 0


def test_nobody_forgets_it_while_its_registry_is_there(tmp_path: Path) -> None:
    old, own = tmp_path / "old.toml", tmp_path / "own.toml"
    for path in (old, own):
        path.write_text("")
        decide((path,), lambda decided: with_ignored(decided, ["a mark"]))
    kept = memories.path_of((old,))
    os.utime(kept, (0, 0))
    from datetime import UTC, datetime

    memories.clear_away(memories.path_of((own,)), datetime.now(UTC))
    assert kept.exists()
    old.unlink()
    memories.clear_away(memories.path_of((own,)), datetime.now(UTC))
    assert not kept.exists()
