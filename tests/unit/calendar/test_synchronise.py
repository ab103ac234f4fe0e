"""A store is made to hold the selection: ours alone are changed, and each change is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import entry, stage
from calendars import selection_of
from clustercalls.calendar.synchronise import synchronise
from clustercalls.errors import Problem, WorldFailed
from clustercalls.model import Entry

A = entry(stage("2027-04-04", at="17:00"), name="a")
B = entry(stage("2027-05-05"), name="b")
MOVED = entry(stage("2027-04-06", at="17:00"), name="a")


class Shelf:
    """A store in memory that counts what is done to it."""

    place = "the shelf"

    def __init__(self, **objects: bytes) -> None:
        self.objects = {f"{name}.deadline.ics": data for name, data in objects.items()}
        self.done: list[str] = []

    def items(self) -> Iterator[tuple[str, bytes]]:
        yield from self.objects.items()

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        self.done.append(f"put {name}" + " over another's" * is_foreign)
        self.objects[name] = data

    def remove(self, name: str) -> None:
        self.done.append(f"remove {name}")
        del self.objects[name]


def into(
    shelf: Shelf, *entries: Entry, day: str = "2027-03-01", force: bool = False, dry_run: bool = False
) -> tuple[list[str], list[Problem]]:
    """The changes, and what was told."""
    selection = selection_of(*entries, day=day)
    changes = list(synchronise(selection, shelf, force=force, dry_run=dry_run))
    return changes, list(selection.tell)  # type: ignore[call-overload]  # a list that is called


def test_made_kept_changed_and_cleared() -> None:
    shelf = Shelf()
    assert into(shelf, A, B)[0] == ["new\ta.deadline.ics\n", "new\tb.deadline.ics\n"]
    assert into(shelf, A, B)[0] == []
    assert into(shelf, MOVED, B)[0] == ["changed\ta.deadline.ics\n"]
    assert into(shelf, MOVED)[0] == ["cancelled\tb.deadline.ics\n"]
    assert into(shelf, MOVED, day="2027-05-06")[0] == ["removed\tb.deadline.ics\n"]
    assert list(shelf.objects) == ["a.deadline.ics"]
    assert len(shelf.done) == 5
    assert b"TZID:Europe/Brussels" in shelf.objects["a.deadline.ics"]


def test_who_only_asks_changes_nothing() -> None:
    shelf = Shelf()
    assert into(shelf, A, dry_run=True)[0] == ["new\ta.deadline.ics\n"]
    assert (shelf.objects, shelf.done) == ({}, [])


def other(name: str) -> bytes:
    shelf = Shelf()
    into(shelf, entry(stage("2027-04-04"), name=name))
    return shelf.objects[f"{name}.deadline.ics"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "foreign-calendar"),
        (other("b"), "foreign-calendar"),  # ours, by a name that is not its own
        (other("a")[:-30], "broken-calendar"),
    ],
)
def test_what_stands_in_the_way_is_told_and_stays_unless_forced(data: bytes, code: str) -> None:
    shelf = Shelf(a=data)
    changes, (told,) = into(shelf, A, B)
    assert changes == ["new\tb.deadline.ics\n"]
    assert (told.code, told.place.file, told.place.entry) == (code, "the shelf", "a.deadline.ics")
    assert shelf.objects["a.deadline.ics"] == data
    changes, told_again = into(shelf, A, B, force=True)
    assert (changes, told_again) == (["new\ta.deadline.ics\n"], [])


def test_what_is_not_ours_and_not_in_the_way_is_not_even_told() -> None:
    shelf = Shelf(mine=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert into(shelf, A) == (["new\ta.deadline.ics\n"], [])
    assert "mine.deadline.ics" in shelf.objects


def test_what_is_not_ours_is_replaced_as_such_and_only_then() -> None:
    shelf = Shelf(a=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    into(shelf, A, B, force=True)
    assert shelf.done == ["put a.deadline.ics over another's", "put b.deadline.ics"]


def test_however_much_is_read_back_little_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    into(shelf, A, B)
    monkeypatch.setattr("clustercalls.calendar.synchronise.HELD", 1)  # the rest is in a file
    assert into(shelf, MOVED, B)[0] == ["changed\ta.deadline.ics\n"]
    assert b"20270406" in shelf.objects["a.deadline.ics"]


def test_where_no_file_can_hold_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shelf = Shelf()
    into(shelf, A)
    monkeypatch.setattr("clustercalls.calendar.synchronise.HELD", 1)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(WorldFailed) as failed:
        into(shelf, MOVED)
    assert failed.value.problem.code == "cannot-write"
    assert b"20270404" in shelf.objects["a.deadline.ics"]
