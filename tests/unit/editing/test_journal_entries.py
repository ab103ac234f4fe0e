"""What the journal keeps of entries that commands added and took out."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import entry, registry_of
from clustercalls.editing import journal
from clustercalls.editing.journal_entries import Removed, added, came, is_there, noted, removed, told_of
from clustercalls.editing.record import Record, RecordEnd, splice
from clustercalls.errors import Place, problem
from clustercalls.history.compare import What
from clustercalls.model import Registry

FILE = Path("/registry/calls.toml")
CUT = '[[call]]\nid = "gone"\ntitle = "Gone"\n'
REST = '[[call]]\nid = "here"\ntitle = "Here"\n'


def record(
    name: str, command: str, *entries: str, at: str = "2027-01-02T12:00:00Z", undoes: str = ""
) -> Record:
    """A command; one that removes took `CUT` out of a file."""
    edits = (splice(FILE, f"{CUT}\n{REST}".encode(), REST.encode()),) if command == "remove" else ()
    return Record(name, at, command, entries, "", edits, undoes)


def did(record: Record) -> None:
    """The journal of a command that did what it was to do."""
    journal.note([record])
    journal.finish([RecordEnd(record.id, True)])


HERE = registry_of(entry(name="here", title="Here"))


def test_an_entry_is_there_when_it_is_sound_or_broken() -> None:
    broken = Registry(
        (), (problem("bad-date", Place(entry="broken")), problem("unsourced", Place(entry="w"))), (), ""
    )
    assert is_there("here", HERE)
    assert not is_there("gone", HERE)
    assert is_there("broken", broken)
    assert not is_there("w", broken)  # only warned of, and so among the entries if it is there


def test_what_was_added_is_known_while_it_is_there_and_not_taken_back() -> None:
    first, again = "2027-01-02T12:00:00Z", "2027-01-03T12:00:00Z"
    assert added([record("1", "add", "here", "gone", at=first)], HERE) == {"here": first}
    assert added([record("1", "add", "here"), record("2", "undo", undoes="1")], HERE) == {}
    assert added([record("1", "add", "here"), record("2", "add", "here", at=again)], HERE) == {"here": again}
    assert added([record("1", "set", "here")], HERE) == {}


@pytest.mark.parametrize("command", ["import", "follow"])
def test_what_other_commands_added_is_known_and_what_they_changed_is_not(command: str) -> None:
    put_in = splice(FILE, b"", REST.encode())
    moved = splice(FILE, b"deadline = 2027-04-04", b"deadline = 2027-04-18")
    it = record("1", command, "here")
    assert added([replace(it, edits=(put_in,))], HERE) == {"here": it.at}
    assert added([replace(it, edits=(moved,))], HERE) == {}


def test_what_was_removed_is_known_until_it_is_back_with_all_it_was() -> None:
    (found,) = removed([record("1", "remove", "gone", at="then")], HERE).values()
    assert (found.id, found.at) == ("gone", "then")
    assert found.entry
    assert found.entry.title == "Gone"
    assert removed([record("1", "remove", "here")], HERE) == {}
    assert removed([record("1", "remove", "gone"), record("2", "undo", undoes="1")], HERE) == {}


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        # what was cut begins as what comes behind: the journal has it from the middle on
        (f"{REST}{CUT}{CUT.replace('gone', 'next')}", f"{REST}{CUT.replace('gone', 'next')}", "Gone"),
        (f"# on top\n{CUT}", "", "Gone"),
        (f"{REST}{CUT}deadline = 5\n", REST, None),  # it was broken
    ],
)
def test_a_block_that_was_cut_out_is_read_again(before: str, after: str, title: str | None) -> None:
    cut = Record("1", "then", "remove", ("gone",), "", (splice(FILE, before.encode(), after.encode()),))
    found = removed([cut], HERE)["gone"]
    assert (found.entry.title if found.entry else None) == title


def test_only_commands_on_files_of_this_registry_count(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.toml", tmp_path / "other.toml"
    link = tmp_path / "link.toml"
    mine.touch()
    link.symlink_to(mine)
    for name, file in (("1", mine), ("2", other)):
        did(Record(name, "then", "set", ("a",), "", (splice(file, b"", b"a = 1\n"),)))
    assert [each.id for each in told_of(replace(HERE, files=(str(link),))).records] == ["1"]


DAY = date(2027, 1, 2)


def test_what_came_and_went_is_told_of_its_day_on_the_clock_of_the_registry(tmp_path: Path) -> None:
    file = tmp_path / "calls.toml"
    edits = (splice(file, f"{CUT}\n{REST}".encode(), REST.encode()),)
    late = "2027-01-01T23:30:00Z"  # the 2nd in Brussels
    for name, command, of in (("1", "add", "here"), ("2", "remove", "gone"), ("3", "add", "x")):
        did(Record(name, late, command, (of,), "", edits))
    its = replace(HERE, files=(str(file),))
    assert [
        (each.id, each.title, each.what, each.noticed, each.told_by)
        for each in noted(told_of(its).records, its, DAY, DAY)
    ] == [
        ("here", "Here", What.CAME, DAY, "journal"),
        ("gone", "Gone", What.WENT, DAY, "journal"),
    ]
    assert came(told_of(its).records, its, DAY, DAY) == {"here"}
    assert list(noted(told_of(its).records, its, date(2027, 1, 3), date(2027, 1, 9))) == []
    assert came(told_of(its).records, its, date(2026, 12, 1), date(2027, 1, 1)) == frozenset()
    assert came(told_of(its).records, replace(its, zone="UTC"), date(2027, 1, 1), date(2027, 1, 1)) == {
        "here"
    }


def test_a_day_that_nobody_can_read_is_before_all_days(tmp_path: Path) -> None:
    file = tmp_path / "calls.toml"
    did(Record("1", "some day", "add", ("here",), "", (splice(file, b"", REST.encode()),)))
    its = replace(HERE, files=(str(file),))
    assert came(told_of(its).records, its, DAY, DAY) == frozenset()
    assert came(told_of(its).records, its, date.min, DAY) == {"here"}


def test_what_had_errors_is_told_by_its_id(tmp_path: Path) -> None:
    file = tmp_path / "calls.toml"
    edits = (splice(file, f"{CUT}deadline = 5\n{REST}".encode(), REST.encode()),)
    did(Record("1", "2027-01-02T12:00:00Z", "remove", ("gone",), "", edits))
    its = replace(HERE, files=(str(file),))
    (change,) = noted(told_of(its).records, its, DAY, DAY)
    assert (change.title, change.what) == ("gone", What.WENT)
    assert Removed("gone", "2027-01-02T12:00:00Z", None) in removed(told_of(its).records, HERE).values()
