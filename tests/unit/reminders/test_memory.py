"""The memory: whole or not at all, private, never believed when it is somebody else's."""

import json
import os
import stat
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from clustercalls.disk import private
from clustercalls.disk.lock import locked
from clustercalls.errors import InputRefused, WorldFailed
from clustercalls.limits import FILE_BYTES, MIB
from clustercalls.looks import Look, Looks
from clustercalls.reminders import memory as memories
from clustercalls.reminders.place import real
from clustercalls.reminders.remembered import Remembered
from clustercalls.reminders.seal import sealed
from conftest import ROOT
from odd import closed_to_us

TOLD = Remembered("2027-03-31", date(2027, 1, 1), through=date(2027, 3, 1), last_told=date(2027, 3, 2))

NOW = datetime(2027, 6, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = memories.path_of((tmp_path / "calls.toml",))
    memories.make_folder(path)
    return path


def test_what_is_saved_is_loaded(path: Path, tmp_path: Path) -> None:
    memory, lost = memories.load(path, (tmp_path / "calls.toml",))
    assert (memory.targets, lost) == ({}, None)
    memory.targets["stdout"] = {"c/deadline": TOLD}
    memory.errors["stdout"] = date(2027, 3, 2)
    memories.save(path, memory)
    again, lost = memories.load(path, (tmp_path / "calls.toml",))
    assert (again, lost) == (memory, None)


def test_only_its_owner_reads_it(path: Path, tmp_path: Path) -> None:
    memories.save(path, memories.load(path, (tmp_path / "calls.toml",))[0])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_registry_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "link.toml").symlink_to(tmp_path / "calls.toml")
    own = memories.path_of((tmp_path / "calls.toml",))
    assert own != memories.path_of((tmp_path / "other.toml",))
    assert own == memories.path_of((tmp_path / "link.toml",))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        b"[" * 100_000,
        b"{}",
        b'{"format":"clustercalls seen 3","registry":[],"targets":{}}',
        b'{"format":"clustercalls seen 2","registry":["REGISTRY"]}',
        b'{"format":"clustercalls seen 2","registry":["REGISTRY"],"check":"' + b"0" * 32 + b'"}\n',
        sealed(b'{"format":"clustercalls seen 1","registry":["REGISTRY"]}'),
        b'{"format":"clustercalls seen 1","registry":["/elsewhere/calls.toml"]}',
        b'{"format":"clustercalls seen 1","registry":[],"targets":{"stdout":{"c/d":{"when":5}}}}',
    ],
)
def test_what_cannot_be_believed_is_kept_aside(content: bytes, path: Path, tmp_path: Path) -> None:
    content = content.replace(b"REGISTRY", os.fsencode(tmp_path / "calls.toml"))
    path.write_bytes(content)
    untouched, said = memories.load(path, (tmp_path / "calls.toml",), dry=True)
    assert untouched.lost
    assert (path.read_bytes(), list(path.parent.glob("*.bad"))) == (content, [])
    memory, lost = memories.load(path, (tmp_path / "calls.toml",))
    assert (memory.targets, memory.lost, lost and lost.code) == ({}, True, "lost-memory")
    assert (untouched, said) == (memory, lost)  # who only looks reads and says the same
    assert path.with_name(f"{path.name}.1.bad").read_bytes() == content
    # said once; that it was lost is remembered
    again, lost = memories.load(path, (tmp_path / "calls.toml",))
    assert (again.lost, lost) == (True, None)


def test_one_flipped_bit_anywhere_is_a_damaged_memory(path: Path, tmp_path: Path) -> None:
    registry = (tmp_path / "calls.toml",)
    memory, _ = memories.load(path, registry)
    memory.targets["stdout"] = {"c/deadline": TOLD}
    memory.looks = Looks(Look(NOW, {"c": "digest"}), facts={"digest": {"title": "C"}})
    memories.save(path, memory)
    whole = path.read_bytes()
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        assert memories.load(path, registry, dry=True)[0].lost, bit
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert memories.load(path, registry, dry=True)[0].lost, length


@pytest.mark.parametrize(
    "told",
    [
        {"when": "31 March"},
        {"until": "x"},
        {"at": "nonsense"},
        {"at": "17:00:00 Nowhere/City"},
        {"kept": {"title": "C", "kind": "call", "stage": "deadline", "zone": "Nowhere/City"}},
        {"kept": {"title": "C", "kind": "call", "stage": "deadline", "zone": "../../etc/passwd"}},
    ],
)
def test_dates_hours_and_zones_are_looked_at(told: dict[str, object], path: Path, tmp_path: Path) -> None:
    registry = (tmp_path / "calls.toml",)
    one = {"when": "2027-03-31", "at": "17:00:00 Europe/Brussels", "seen": "2027-01-01"}
    for each, lost in ((one, False), (one | told, True)):
        kept = {
            "format": memories.OLDER,
            "registry": real(registry),
            "targets": {"stdout": {"c/d": each}},
        }
        path.write_text(json.dumps(kept))
        assert memories.load(path, registry)[0].lost is lost


def test_one_that_may_not_be_read_is_no_damage_and_stays(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"perhaps whole")
    closed_to_us(path, monkeypatch)
    for dry in (True, False):
        with pytest.raises(WorldFailed) as refused:
            memories.load(path, (tmp_path / "calls.toml",), dry=dry)
        told = refused.value.problem
        assert (told.code, told.place.file) == ("closed-memory", str(path))
        assert dict(told.values) == {"reason": "this user may not read it", "path": str(path)}
    with pytest.raises(WorldFailed) as refused:
        memories.make_folder(path)
    assert refused.value.problem.code == "closed-memory"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == b"perhaps whole"


def test_a_second_loss_does_not_bury_the_first(path: Path, tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        path.write_bytes(content)
        memories.load(path, (tmp_path / "calls.toml",))
    assert [path.with_name(f"{path.name}.{n}.bad").read_bytes() for n in (1, 2)] == [b"one", b"two"]


def test_no_home_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    with pytest.raises(InputRefused) as refused:
        memories.path_of((Path("calls.toml"),))
    assert refused.value.problem.code == "no-state-folder"


def test_a_disk_that_refuses_is_told(path: Path, tmp_path: Path) -> None:
    path.mkdir()
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(WorldFailed) as failed:
        memories.load(path, (tmp_path / "calls.toml",))
    assert failed.value.problem.code == "cannot-remember"
    with pytest.raises(WorldFailed) as failed:
        memories.make_folder(blocked / "state" / "seen")
    assert failed.value.problem.code == "cannot-remember"


def kept(registry: Path, days: int, **what: Any) -> Path:  # noqa: ANN401 - fields of a memory
    """A memory of another registry, used so many days ago."""
    other = memories.path_of((registry,))
    memories.make_folder(other)
    memories.save(other, memories.Memory(memories.FORMAT, real((registry,)), **what))
    memories.save_facts(other, {"d": {"title": "C"}})
    memories.use(other, NOW - timedelta(days=days))
    return other


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("days", [399, 401])
def test_what_nobody_used_for_400_days_goes(
    path: Path, tmp_path: Path, there: bool, told: bool, days: int
) -> None:
    registry = tmp_path / "old.toml"
    if there:
        registry.touch()
    looks = Looks(Look(NOW, {"c": "digest"}))
    other = kept(registry, days, looks=looks, targets={"stdout": {"c/deadline": TOLD}} if told else {})
    memories.clear_away(path, NOW)
    stays = days == 399 or (told and there)
    assert other.exists() is stays
    assert memories.facts_path(other).exists() is stays


def test_what_killed_runs_left_of_any_memory_goes_with_the_next_save(path: Path, tmp_path: Path) -> None:
    files = ("seen-0123456789abcdef.json", "facts-0123456789abcdef.json", "telling-0123456789abcdef.json")
    names = [f".{each}{end}.0123abcd.tmp" for each in files for end in ("", ".lock")]
    for name in (*names, ".theirs.json.0123abcd.tmp"):
        path.with_name(name).touch()
        os.utime(path.with_name(name), (0, 0))
    memories.save(path, memories.load(path, (tmp_path / "calls.toml",))[0])
    assert [each.name for each in path.parent.glob(".*")] == [".theirs.json.0123abcd.tmp"]


def test_what_is_in_use_or_cannot_be_read_or_is_ones_own_stays(tmp_path: Path) -> None:
    own = kept(tmp_path / "calls.toml", 500)
    held = kept(tmp_path / "held.toml", 500)
    damaged = kept(tmp_path / "damaged.toml", 500)
    damaged.write_text("[" * 100_000)
    memories.use(damaged, NOW - timedelta(days=500))
    with locked(held):
        memories.clear_away(own, NOW)
    assert (own.exists(), held.exists(), damaged.exists()) == (True, True, True)
    memories.clear_away(own, NOW)
    assert (held.exists(), damaged.exists()) == (False, True)


def test_facts_that_cannot_be_read_are_none_and_named(path: Path) -> None:
    assert memories.load_facts(path) == ({}, None)
    memories.save_facts(path, {"d": {"title": "C"}})
    assert memories.load_facts(path) == ({"d": {"title": "C"}}, None)
    assert stat.S_IMODE(memories.facts_path(path).stat().st_mode) == 0o600
    for damaged in ("{", '{"format":"clustercalls facts 2","facts":{"d":{}}}'):
        memories.facts_path(path).write_text(damaged)
        facts, unread = memories.load_facts(path)
        assert (facts, unread and unread.code) == ({}, "lost-facts")
        assert unread
        assert unread.place.file == str(memories.facts_path(path))


def test_an_older_memory_is_read_and_written_as_it_is_kept_now(path: Path, tmp_path: Path) -> None:
    registry = (tmp_path / "calls.toml",)
    older = (ROOT / "tests/data/seen-1.json").read_text().replace("REGISTRY", real(registry)[0])
    path.write_text(older)
    memory, lost = memories.load(path, registry)
    assert (lost, memory.look, memory.earlier, list(memory.targets["stdout"])) == (
        None, None, None, ["one/deadline"],
    )  # fmt: skip
    assert memory.looks
    assert memory.looks.before
    assert (list(memory.looks.last.digests), list(memory.looks.before.digests)) == (["one", "two"],) * 2
    assert {facts["title"] for facts in memory.looks.facts.values()} == {"First call", "Second call"}
    assert path.read_text() == older  # read as it is
    memories.save(path, memory)
    assert json.loads(path.read_text())["check"]  # and from now on with a checksum
    assert memories.load(path, registry) == (memory, None)


def test_what_could_not_be_read_back_is_not_written(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memories, "read_own", partial(private.read_own, most=MIB))
    monkeypatch.setattr(memories, "write_own", partial(private.write_own, most=MIB))
    memory, _ = memories.load(path, (tmp_path / "calls.toml",))
    memories.save(path, memory)
    before = path.read_bytes()
    memory.files = ("x" * MIB,)
    with pytest.raises(WorldFailed) as failed:
        memories.save(path, memory)
    assert failed.value.problem.code == "full-memory"
    assert "over the limit of 1 MiB" in failed.value.problem.message
    assert path.read_bytes() == before
    memory.files = ("x" * (MIB - len(before) - 20),)
    memories.save(path, memory)
    assert memories.load(path, (tmp_path / "calls.toml",)) == (memory, None)


def test_of_many_facts_those_of_the_longest_are_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "FACTS_BYTES", 200)
    memories.save_facts(path, {"one": {"title": "C"}, "long": {"title": "x" * 200}, "two": {"title": "D"}})
    assert memories.load_facts(path) == ({"one": {"title": "C"}, "two": {"title": "D"}}, None)


@pytest.mark.parametrize("size", [FILE_BYTES, FILE_BYTES + 1])
def test_a_memory_has_room_for_what_is_read_back(path: Path, size: int) -> None:
    if size <= FILE_BYTES:
        memories.sure_of_room(path, size)
        return
    with pytest.raises(WorldFailed) as failed:
        memories.sure_of_room(path, size)
    assert (failed.value.problem.code, failed.value.problem.place.file) == ("full-memory", str(path))
    assert "32 MiB" in failed.value.problem.message
