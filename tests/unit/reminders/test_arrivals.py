"""What arrived stands beside the memory until that holds it; what of it cannot be believed is told again."""

import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clustercalls.reminders import arrivals
from clustercalls.reminders import memory as memories
from clustercalls.reminders.arrival import Arrival
from clustercalls.reminders.arrivals import Arrivals, left
from clustercalls.reminders.gaps import Runs
from clustercalls.reminders.log import Sent
from clustercalls.reminders.remembered import Remembered

NOW, TODAY = datetime(2027, 3, 1, 12, tzinfo=UTC), date(2027, 3, 1)


def arrival(key: str) -> Arrival:
    return Arrival(
        "outbox:/é", Sent(NOW, "", {key: TODAY}), Runs(TODAY), {key: Remembered("2027-03-31", TODAY)}
    )


@pytest.fixture
def registry(tmp_path: Path) -> tuple[Path, ...]:
    return (tmp_path / "calls.toml",)


@pytest.fixture
def path(registry: tuple[Path, ...]) -> Path:
    path = memories.path_of(registry)
    memories.make_folder(path)
    return path


def lines_of(path: Path) -> Path:
    (lines,) = path.parent.glob("arrived-*")
    return lines


def keys(path: Path, registry: tuple[Path, ...]) -> list[str]:
    return [key for each in left(path, registry) for key in each.told]


def test_what_was_added_is_loaded_with_the_memory_until_it_is_cleared(
    path: Path, registry: tuple[Path, ...]
) -> None:
    lines = Arrivals(path, registry)
    for key in ("a", "b"):
        assert lines.add(arrival(key))
    memory, lost = arrivals.load(path, registry)
    assert (list(memory.targets["outbox:/é"]), lost) == (["a", "b"], None)
    assert stat.S_IMODE(lines_of(path).stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert not path.exists()
    lines.clear()
    lines.clear()
    assert keys(path, registry) == []
    assert list(path.parent.iterdir()) == []


def test_a_line_that_is_torn_or_damaged_in_any_place_is_passed_over(
    path: Path, registry: tuple[Path, ...]
) -> None:
    lines = Arrivals(path, registry)
    for key in ("a", "b", "c"):
        lines.add(arrival(key))
    file = lines_of(path)
    whole = file.read_bytes()
    first, second = whole.index(b"\n") + 1, whole.index(b"\n", whole.index(b"\n") + 1)
    for place in range(first, second):
        for bit in (1, 128):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
            assert keys(path, registry) == ["a", "c"]
    for end in range(first, second):
        file.write_bytes(whole[:end])
        assert keys(path, registry) == ["a"]
    Arrivals(path, registry).add(arrival("d"))  # behind what is torn
    assert keys(path, registry) == ["a", "d"]


def test_lines_of_another_registry_or_version_are_none(path: Path, registry: tuple[Path, ...]) -> None:
    Arrivals(path, registry).add(arrival("a"))
    assert keys(path, (registry[0].with_name("other.toml"),)) == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrivals, "FORMAT", "clustercalls arrivals 2")
        assert keys(path, registry) == []
    assert keys(path, registry) == ["a"]


def test_where_there_is_no_room_the_memory_has_to_be_kept(
    path: Path, registry: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = Arrivals(path, registry)
    lines.add(arrival("a"))
    monkeypatch.setattr(arrivals, "ARRIVALS_BYTES", 2 * lines_of(path).stat().st_size)
    assert [lines.add(arrival(key)) for key in "bcd"] == [True, False, False]
    lines.clear()
    assert lines.add(arrival("c"))
    assert keys(path, registry) == ["c"]


def test_something_else_in_its_place_is_neither_read_nor_written(
    path: Path, registry: tuple[Path, ...], tmp_path: Path
) -> None:
    lines = Arrivals(path, registry)
    lines.add(arrival("a"))
    file, elsewhere = lines_of(path), tmp_path / "elsewhere"
    file.rename(elsewhere)
    before = elsewhere.read_bytes()
    file.symlink_to(elsewhere)
    assert keys(path, registry) == []
    assert not lines.add(arrival("b"))
    assert elsewhere.read_bytes() == before
