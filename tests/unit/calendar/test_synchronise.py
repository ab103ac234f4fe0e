"""A store is made to hold the selection: ours alone are changed, and each change is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import entry, stage
from calendars import selection_of
from clustercalls.calendar.synchronise import synchronise
from clustercalls.errors import Place, Problem, WorldFailed, problem
from clustercalls.limits import COMPONENT_BYTES
from clustercalls.model import Entry

A = entry(stage("2027-04-04", at="17:00"), name="a")
B = entry(stage("2027-05-05"), name="b")
MOVED = entry(stage("2027-04-06", at="17:00"), name="a")


class Shelf:
    """A store in memory that counts what is done to it."""

    place = "the shelf"
    most = COMPONENT_BYTES
    room = 1_000

    def __init__(self, **objects: bytes) -> None:
        self.objects = {f"{name}.deadline@here.ics": data for name, data in objects.items()}
        self.done: list[str] = []

    def items(self) -> Iterator[tuple[str, bytes]]:
        yield from self.objects.items()

    def no_room(self, name: str, data: bytes) -> Problem | None:  # noqa: ARG002 - it counts
        if name in self.objects or len(self.objects) < self.room:
            return None
        return problem("full-calendar", Place(self.place), limit=f"{self.room} events")

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        self.done.append(f"put {name}" + " over another's" * is_foreign)
        self.objects[name] = data

    def remove(self, name: str) -> None:
        self.done.append(f"remove {name}")
        del self.objects[name]

    def settle(self) -> None:
        """It is done already."""


def into(
    shelf: Shelf, *entries: Entry, day: str = "2027-03-01", force: bool = False, dry_run: bool = False
) -> tuple[list[str], list[Problem]]:
    """The changes, and what was told."""
    selection = selection_of(*entries, day=day)
    changes = list(synchronise(selection, shelf, force=force, dry_run=dry_run))
    return changes, list(selection.tell)  # type: ignore[call-overload]  # a list that is called


def test_made_kept_changed_and_cleared() -> None:
    shelf = Shelf()
    assert into(shelf, A, B)[0] == ["new\ta.deadline@here.ics\n", "new\tb.deadline@here.ics\n"]
    assert into(shelf, A, B)[0] == []
    assert into(shelf, MOVED, B)[0] == ["changed\ta.deadline@here.ics\n"]
    assert into(shelf, MOVED)[0] == ["cancelled\tb.deadline@here.ics\n"]
    assert into(shelf, MOVED, day="2027-05-06")[0] == ["removed\tb.deadline@here.ics\n"]
    assert list(shelf.objects) == ["a.deadline@here.ics"]
    assert len(shelf.done) == 5
    assert b"TZID:Europe/Brussels" in shelf.objects["a.deadline@here.ics"]


def test_who_only_asks_changes_nothing() -> None:
    shelf = Shelf()
    assert into(shelf, A, dry_run=True)[0] == ["new\ta.deadline@here.ics\n"]
    assert (shelf.objects, shelf.done) == ({}, [])


def other(name: str) -> bytes:
    shelf = Shelf()
    into(shelf, entry(stage("2027-04-04"), name=name))
    return shelf.objects[f"{name}.deadline@here.ics"]


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
    assert changes == ["new\tb.deadline@here.ics\n"]
    assert (told.code, told.place.file, told.place.entry) == (code, "the shelf", "a.deadline@here.ics")
    assert shelf.objects["a.deadline@here.ics"] == data
    changes, told_again = into(shelf, A, B, force=True)
    assert (changes, told_again) == (["new\ta.deadline@here.ics\n"], [])


def test_what_is_not_ours_and_not_in_the_way_is_not_even_told() -> None:
    shelf = Shelf(mine=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert into(shelf, A) == (["new\ta.deadline@here.ics\n"], [])
    assert "mine.deadline@here.ics" in shelf.objects


def test_what_is_not_ours_is_replaced_as_such_and_only_then() -> None:
    shelf = Shelf(a=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    into(shelf, A, B, force=True)
    assert shelf.done == ["put a.deadline@here.ics over another's", "put b.deadline@here.ics"]


def test_however_much_is_read_back_little_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    into(shelf, A, B)
    monkeypatch.setattr("clustercalls.calendar.synchronise.HELD", 1)  # the rest is in a file
    assert into(shelf, MOVED, B)[0] == ["changed\ta.deadline@here.ics\n"]
    assert b"20270406" in shelf.objects["a.deadline@here.ics"]


def test_where_no_file_can_hold_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shelf = Shelf()
    into(shelf, A)
    monkeypatch.setattr("clustercalls.calendar.synchronise.HELD", 1)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(WorldFailed) as failed:
        into(shelf, MOVED)
    assert failed.value.problem.code == "cannot-write"
    assert b"20270404" in shelf.objects["a.deadline@here.ics"]


def test_what_there_is_no_room_for_is_told_at_once_and_the_rest_is_done() -> None:
    shelf = Shelf()
    into(shelf, A)
    shelf.room = 2
    c, d = entry(stage("2027-06-06"), name="c"), entry(stage("2027-07-07"), name="d")
    changes, (told,) = into(shelf, MOVED, B, c, d)
    assert changes == ["changed\ta.deadline@here.ics\n", "new\tb.deadline@here.ics\n"]
    assert (told.code, dict(told.values)) == ("full-calendar", {"limit": "2 events", "count": "2"})
    shelf.room = 3
    assert into(shelf, MOVED, B, c, d)[0] == ["new\tc.deadline@here.ics\n"]


def test_what_could_not_be_read_back_is_told_and_stays_as_it_was() -> None:
    shelf = Shelf()
    into(shelf, A)
    before = shelf.objects["a.deadline@here.ics"]
    shelf.most = 2_000
    changes, (told,) = into(shelf, replace(MOVED, about="x" * 2_000), B)
    assert changes == ["new\tb.deadline@here.ics\n"]
    assert (told.code, told.place.entry) == ("unfit-event", "a")
    assert shelf.objects["a.deadline@here.ics"] == before
    assert into(shelf, MOVED, B) == (["changed\ta.deadline@here.ics\n"], [])


def as_before(data: bytes) -> bytes:
    """The object of this one as it was before names had a part, and folds a care for what is escaped."""
    return data.replace(b"a.deadline@here", b"a/deadline").replace(b"b.deadline@here", b"b/deadline")


def shelf_of_before() -> Shelf:
    now, before = Shelf(), Shelf()
    into(now, A, B)
    before.objects = {name.replace("@here", ""): as_before(data) for name, data in now.objects.items()}
    return before


def test_what_is_called_as_before_is_written_anew_first_and_then_goes() -> None:
    shelf = shelf_of_before()
    assert sorted(shelf.objects) == ["a.deadline.ics", "b.deadline.ics"]
    assert into(shelf, A, B)[0] == ["changed\ta.deadline@here.ics\n", "changed\tb.deadline@here.ics\n"]
    assert shelf.done == [
        "put a.deadline@here.ics",
        "remove a.deadline.ics",
        "put b.deadline@here.ics",
        "remove b.deadline.ics",
    ]
    assert not any(b"CANCELLED" in data or b"/deadline" in data for data in shelf.objects.values())
    assert into(shelf, A, B) == ([], [])


def test_what_is_withdrawn_at_once_is_shown_so_under_its_new_name_only() -> None:
    shelf = shelf_of_before()
    assert into(shelf, A)[0] == ["changed\ta.deadline@here.ics\n", "cancelled\tb.deadline@here.ics\n"]
    assert sorted(shelf.objects) == ["a.deadline@here.ics", "b.deadline@here.ics"]
    assert b"STATUS:CANCELLED" in shelf.objects["b.deadline@here.ics"]


def test_a_kill_in_between_loses_nothing_and_a_repeat_does_the_rest() -> None:
    shelf = shelf_of_before()

    def refuse(name: str) -> None:
        raise Killed(name)

    shelf.remove = refuse  # type: ignore[method-assign]
    with pytest.raises(Killed):
        into(shelf, A, B)
    assert {"a.deadline.ics", "a.deadline@here.ics", "b.deadline.ics"} == set(shelf.objects)
    del shelf.remove
    into(shelf, A, B)
    assert sorted(shelf.objects) == ["a.deadline@here.ics", "b.deadline@here.ics"]


class Killed(Exception):
    """The end of a process."""


def test_what_another_registry_has_there_stays() -> None:
    shelf = Shelf()
    theirs = entry(stage("2027-09-09"), name="a", title="A call of others")
    gone = entry(stage("2027-10-10"), name="gone", title="Another one of theirs")
    others = selection_of(theirs, gone, part="there").under("there")
    list(synchronise(replace(others, parts=("there",)), shelf, force=False, dry_run=False))
    before = dict(shelf.objects)
    assert sorted(before) == ["a.deadline@there.ics", "gone.deadline@there.ics"]
    assert into(shelf, A)[0] == ["new\ta.deadline@here.ics\n"]
    assert {name: shelf.objects[name] for name in before} == before
    assert into(shelf, A)[0] == []


def test_a_registry_that_moved_keeps_the_part_it_was_begun_with() -> None:
    shelf = Shelf()
    before = replace(selection_of(A, B, part="old"), parts=("old",))
    list(synchronise(before, shelf, force=False, dry_run=False))
    assert into(shelf, A, B) == ([], [])
    assert into(shelf, MOVED, B)[0] == ["changed\ta.deadline@old.ics\n"]


def test_a_name_added_later_changes_no_name() -> None:
    shelf = Shelf()
    list(
        synchronise(
            replace(selection_of(A, part="digest"), parts=("digest",)), shelf, force=False, dry_run=False
        )
    )
    named = replace(selection_of(MOVED, B, part="name"), parts=("name", "digest"))
    changes = list(synchronise(named, shelf, force=False, dry_run=False))
    assert changes == ["changed\ta.deadline@digest.ics\n", "new\tb.deadline@digest.ics\n"]
