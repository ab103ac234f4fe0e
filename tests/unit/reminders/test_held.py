"""A memory is held only to be read or written, and what others wrote meanwhile is not lost."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clustercalls.disk.lock import locked
from clustercalls.errors import Place, WorldFailed, problem
from clustercalls.reminders import held as holding
from clustercalls.reminders import memory as memories
from clustercalls.reminders.held import Held, claim_of
from clustercalls.reminders.memory import Memory

NOW = datetime(2027, 3, 1, tzinfo=UTC)


@pytest.fixture
def registry(tmp_path: Path) -> tuple[Path, ...]:
    return (tmp_path / "calls.toml",)


@pytest.fixture
def path(registry: tuple[Path, ...]) -> Path:
    path = memories.path_of(registry)
    memories.make_folder(path)
    return path


def counted(memory: Memory) -> None:
    memory.sent["stdout"] = memory.sent.get("stdout", 0) + 1


def test_what_is_noted_is_kept_once(path: Path, registry: tuple[Path, ...]) -> None:
    held = Held(path, registry, NOW)
    assert held.keep() is None
    assert not path.exists()
    for number in (1, 2):
        held.note(counted)
        held.keep()
        held.keep()
        assert memories.load(path, registry)[0].sent == {"stdout": number}


def test_it_goes_into_the_memory_as_others_left_it(path: Path, registry: tuple[Path, ...]) -> None:
    held = Held(path, registry, NOW)
    held.note(counted)
    for name in ("other", "third"):
        memory, _ = memories.load(path, registry)
        memory.errors[name] = date(2027, 3, 1)
        memories.save(path, memory)
        held.note(counted)
        held.keep()
    memory, _ = memories.load(path, registry)
    assert (set(memory.errors), memory.sent) == ({"other", "third"}, {"stdout": 3})


def test_what_could_not_be_written_is_still_to_be(
    path: Path, registry: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(path, registry, NOW)
    held.note(counted)

    def full(path: Path, memory: Memory) -> None:
        raise WorldFailed(problem("cannot-remember", Place(str(path)), reason=str(memory.sent)))

    with monkeypatch.context() as disk:
        disk.setattr(memories, "save", full)
        for _ in range(2):
            with pytest.raises(WorldFailed):
                held.keep()
    held.note(counted)
    held.keep()
    assert memories.load(path, registry)[0].sent == {"stdout": 2}


def test_who_holds_it_too_long_is_said(
    path: Path, registry: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "MEMORY_SECONDS", 0)
    held = Held(path, registry, NOW)
    held.note(counted)
    with locked(path), pytest.raises(WorldFailed) as failed:
        held.keep()
    assert (failed.value.problem.code, failed.value.exit_code) == ("cannot-remember", 4)
    held.keep()
    assert memories.load(path, registry)[0].sent == {"stdout": 1}


def test_damage_that_came_meanwhile_is_returned(path: Path, registry: tuple[Path, ...]) -> None:
    held = Held(path, registry, NOW)
    held.note(counted)
    path.write_bytes(b"{")
    lost = held.keep()
    assert lost
    assert (lost.code, held.lost) == ("lost-memory", lost)
    assert memories.load(path, registry)[0].sent == {"stdout": 1}


def test_the_claim_is_no_lock_of_the_memory(path: Path) -> None:
    with locked(claim_of(path), seconds=0), locked(path, seconds=0) as both:
        assert both
    assert claim_of(path) not in path.parent.glob("seen-*.json")
