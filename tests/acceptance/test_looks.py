"""What `upcoming` at a terminal and `changes` remember of what they showed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.reminders import memory as memories
from conftest import ROOT, Run, on_a_terminal

Registry = Callable[..., Path]

ONE = """
[[call]]
id = "one"
title = "First call"
budget = 1_000_000
deadline = 2027-04-04
source = { title = "Old", date = 2027-01-01 }
"""
TWO = ONE.replace("one", "two").replace("First", "Second")


def state() -> Path:
    return Path(os.environ["HOME"]) / ".local/state/clustercalls"


def large(count: int = 1000) -> str:
    return "".join(
        ONE.replace("one", f"call-{n:05}").replace("First call", f"A long and telling title of call {n}")
        for n in range(count)
    )


def test_upcoming_keeps_digests_of_a_large_registry(registry: Registry) -> None:
    path = registry(large())
    on_a_terminal("upcoming", "-r", path)
    (memory,) = state().glob("*.json")
    text = memory.read_text()
    assert text.count("telling title") <= 200
    assert len(json.dumps(json.loads(text)["looks"]["last"])) <= 40 * 1000


def test_what_changes_showed_is_told_with_what_it_was(run: Run, registry: Registry) -> None:
    path = registry(large())
    assert run("changes", "-r", path).code == 0
    on_a_terminal("upcoming", "-r", path)
    path.write_text(
        large().replace('title of call 3"', 'name of call 3"').replace("2027-01-01", "2027-01-02", 9)
    )
    assert "1 change since" in on_a_terminal("upcoming", "-r", path).out
    assert "1 change since" not in on_a_terminal("upcoming", "-r", path).out
    told = "call-00003  title: A long and telling title of call 3 → A long and telling name of call 3\n"
    for _ in range(2):
        assert run("changes", "-r", path, "--since", "last").out == told


def test_what_upcoming_alone_had_shown_of_a_large_registry(run: Run, registry: Registry) -> None:
    path = registry(large())
    on_a_terminal("upcoming", "-r", path)
    assert run("move", "call-00001/deadline", "2027-04-06", "-r", path).code == 0
    now = path.read_text().replace('title of call 3"', 'name of call 3"')
    path.write_text(
        now.replace(
            ONE.replace("one", "call-00002").replace("First call", "A long and telling title of call 2"), ""
        )
    )
    assert "3 changes since" in on_a_terminal("upcoming", "-r", path).out
    moved, changed, went = run("changes", "-r", path, "--since", "last").out.splitlines()
    assert "call-00001  deadline: 4 Apr → 6 Apr 2027 (+2 days)" in moved
    assert (changed, went) == ("call-00003  changed", "call-00002  gone: call-00002")
    assert "call-00003  modificato" in run("changes", "-r", path, "--since", "last", "--lang", "it").out
    path.write_text(path.read_text().replace('name of call 3"', 'banner of call 3"'))  # by now it is known
    assert "name of call 3 → " in run("changes", "-r", path, "--since", "last").out


def test_a_look_that_finds_nothing_new_is_a_use(run: Run, registry: Registry) -> None:
    path = registry(ONE)
    for command in ("changes", "remind", "changes", "remind"):
        assert run(command, "-r", path, "--as-of", "2027-03-20").code == 0
        (memory,) = state().glob("seen-*.json")
        assert memory.stat().st_mtime > 1_600_000_000
        os.utime(memory, (1_600_000_000, 1_600_000_000))


def test_old_memories_go_when_one_is_written(run: Run, registry: Registry) -> None:
    other = memories.path_of((Path("/nowhere/calls.toml"),))
    memories.make_folder(other)
    memories.save(other, memories.Memory(memories.FORMAT, ("/nowhere/calls.toml",)))
    os.utime(other, (1_600_000_000, 1_600_000_000))
    for command in ("changes", "remind"):
        path = registry(ONE, f"{command}.toml")
        held = memories.Memory(memories.FORMAT, ("/nowhere/calls.toml",))
        memories.save(other, held)
        os.utime(other, (1_600_000_000, 1_600_000_000))
        assert run(command, "-r", path, "--as-of", "2027-03-20").code == 0
        assert not other.exists()
        memories.save(other, held)
        assert run(command, "-r", path, "--as-of", "2040-03-20").code == 0  # whatever is asked
        assert other.exists()


@pytest.fixture
def recorded(registry: Registry) -> Path:
    """A registry with the memory that an older version kept of it."""
    text = ONE.replace("source =", 'tags = ["smes"]\nowner = "Ada"\nsource =').replace("1_000", "2_000")
    path = registry(text + TWO)
    memory = memories.path_of((path,))
    memories.make_folder(memory)
    older = (ROOT / "tests/data/seen-1.json").read_text()
    memory.write_text(older.replace("REGISTRY", os.path.realpath(path)))
    return path


def test_looks_of_an_older_version_are_read(run: Run, recorded: Path) -> None:
    told = run("changes", "-r", recorded, "--since", "last")
    assert told == (0, "one  budget: 1 M → 2 M\ntwo  new: Second call\n", "")
    recorded.write_text(recorded.read_text().replace("Ada", "Bea"))
    for _ in range(2):
        assert run("changes", "-r", recorded, "--since", "last") == (0, "one  owner: Ada → Bea\n", "")


def test_what_an_older_version_told_is_read_and_kept_by_its_names(run: Run, recorded: Path) -> None:
    told = run("remind", "-r", recorded, "--as-of", "2027-03-07")
    assert ("First call" in told.out, "Second call" in told.out, told.err) == (False, True, "")
    (memory,) = state().glob("seen-*.json")
    kept = json.loads(memory.read_text())["targets"]["stdout"]["one/deadline"]
    assert kept == {
        "when": "2027-04-04", "seen": "2027-03-06", "through": "2027-03-06", "told": "2027-03-06",
        "leads": ["2027-03-05"],
        "kept": {"title": "First call", "kind": "call", "stage": "deadline", "zone": "Europe/Brussels",
                 "tags": ["smes"], "owner": "Ada"},
    }  # fmt: skip
    recorded.write_text(TWO)
    gone = run("remind", "-r", recorded, "--as-of", "2027-03-07").out
    assert "First call · deadline" in gone
    assert "Ada" in gone
