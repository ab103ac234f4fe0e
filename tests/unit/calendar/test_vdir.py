"""A folder of files by name: those of others are not seen, and what the disk refuses is said of it."""

from pathlib import Path

import pytest

from clustercalls.calendar.vdir import Vdir
from clustercalls.errors import Refusal


def test_what_is_put_is_there_until_it_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "calls"
    store = Vdir(folder)
    assert list(store.items()) == []
    assert not folder.exists()
    store.put("b.first.ics", b"1")
    store.put("a.first.ics", b"2")
    store.put("b.first.ics", b"3")
    assert list(store.items()) == [("a.first.ics", b"2"), ("b.first.ics", b"3")]
    store.remove("a.first.ics")
    store.remove("a.first.ics")
    assert [name for name, _ in store.items()] == ["b.first.ics"]
    assert store.place == str(folder)


def test_files_of_others_are_not_seen(tmp_path: Path) -> None:
    for name in ("mine.ics", "notes.txt", ".a.first.ics.tmp"):
        (tmp_path / name).touch()
    (tmp_path / "a.folder.ics").mkdir()
    assert list(Vdir(tmp_path).items()) == []


def test_what_the_disk_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "a.folder.ics").mkdir()
    store, blocked = Vdir(tmp_path), Vdir(tmp_path / "file")
    for act in (
        lambda: list(blocked.items()),
        lambda: blocked.put("a.b.ics", b""),
        lambda: blocked.remove("a.b.ics"),
        lambda: store.remove("a.folder.ics"),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.problem.code == "cannot-write"
        assert refused.value.problem.place.file in {store.place, blocked.place}
