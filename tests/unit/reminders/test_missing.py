"""What is gone is told, what merely could not be read is not."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from builders import at, entry, registry_of, stage
from clustercalls.errors import problem
from clustercalls.model import Entry, EntryKind, Registry, StageKind, Status, Track
from clustercalls.query.wanted import Query, Values
from clustercalls.reminders.leads import Leads
from clustercalls.reminders.memory import FORMAT, Memory
from clustercalls.reminders.missing import forget, gone, missing, note_files, put_away
from clustercalls.reminders.place import real
from clustercalls.reminders.remembered import Kept, Remembered

TODAY = date(2027, 3, 1)
MOMENT = at("2027-03-01T12:00")
FILES = ("calls.toml",)


def told(when: str = "2027-03-31", *, off: bool = False) -> Remembered:
    kept = Kept("Call", EntryKind.CALL, StageKind.DEADLINE, "Europe/Brussels")
    return Remembered(when, TODAY, last_told=TODAY, through=TODAY, off=off, kept=kept)


TOLD = {"c/second": told("2027-04-30"), "c/first": told(), "d/deadline": told(),
        "late/deadline": told("2027-02-01"),
        "off/deadline": told(off=True), "untold/deadline": Remembered("2027-03-31", TODAY)}  # fmt: skip


def registry(*entries: Entry) -> Registry:
    return replace(registry_of(*entries), files=FILES)


def test_of_what_is_not_there_the_next_that_is_still_to_come() -> None:
    assert [each.uid for each in missing(TOLD, {"d"}, MOMENT, Leads())] == ["c/first"]
    assert missing(TOLD, {"d"}, MOMENT, Leads(skip=frozenset({"c"}))) == ()


D, E = (entry(stage("2027-03-31"), name=name) for name in "de")
ERROR = problem("unreadable", reason="x")


@pytest.mark.parametrize(
    ("now", "files", "lost"),
    [
        (registry(D), FILES, ["c/first"]),
        (replace(registry(D), problems=(ERROR,)), FILES, []),
        (registry(D), (*FILES, "more.toml"), []),
        (registry(), FILES, []),  # more is missing than is left
        (registry(E), FILES, []),
        (registry(E, D), FILES, ["c/first"]),
    ],
)
def test_only_of_a_whole_and_sound_registry_something_is_gone(
    now: Registry, files: tuple[str, ...], lost: list[str]
) -> None:
    memory = Memory(FORMAT, (), files=real(files))
    found = gone(now, memory, TOLD, MOMENT, Leads(), Query())
    assert [each.milestone.uid for each in found] == lost


@pytest.mark.parametrize(
    ("wanted", "lost"),
    [
        (Query(text="brussels"), ["c/first"]),  # which texts it had is not remembered
        (Query(statuses=frozenset({Status.OPEN})), ["c/first"]),  # nor its status
        (Query(kinds=frozenset({EntryKind.CALL})), ["c/first"]),
        (Query(kinds=frozenset({EntryKind.EVENT})), []),
        (Query(tags=frozenset({"smes"})), []),
        (Query(stage_kinds=frozenset({StageKind.OPENS})), []),
    ],
)
def test_a_filter_that_cannot_be_asked_any_more_silences_nothing(wanted: Query, lost: list[str]) -> None:
    memory = Memory(FORMAT, (), files=real(FILES))
    found = gone(registry(D), memory, TOLD, MOMENT, Leads(), wanted)
    assert [each.milestone.uid for each in found] == lost


def test_files_are_noted_until_nothing_of_them_is_missing() -> None:
    memory = Memory(FORMAT, (), targets={"stdout": dict(TOLD)}, files=real(("old.toml",)))
    assert note_files(registry(D), memory, MOMENT)
    assert {Path(each).name for each in memory.files} == {"old.toml", "calls.toml"}
    forget(memory.targets["stdout"], "c")
    assert "c/first" not in memory.targets["stdout"]
    assert note_files(registry(D), memory, MOMENT)
    assert memory.files == real(FILES)
    assert not note_files(registry(D), memory, MOMENT)


def test_of_what_was_put_away_it_is_noted_once_and_its_going_is_no_news() -> None:
    other = entry(stage("2027-03-31"), name="other")
    away = registry(entry(stage("2027-03-31"), name="d", meaning=Track.NO), other)
    told_of = {"d/deadline": told(), "e/deadline": told(), "d/untold": Remembered("2027-03-31", TODAY)}
    noted = put_away(away, told_of)
    assert {uid: each.kept.meaning for uid, each in noted.items() if each.kept} == {"d/deadline": Track.NO}
    assert put_away(away, told_of | noted) == {}
    without = registry(other)
    memory = Memory(FORMAT, FILES, files=real(FILES))
    assert gone(without, memory, {"d/deadline": told()}, MOMENT, Leads(), Query()) != ()
    assert gone(without, memory, noted, MOMENT, Leads(), Query()) == ()
    sea = Query(but=Values(tags=frozenset({"sea"})))
    tagged = told()
    assert tagged.kept
    tagged = replace(tagged, kept=replace(tagged.kept, tags=("sea",)))
    assert gone(without, memory, {"d/deadline": tagged}, MOMENT, Leads(), sea) == ()
    assert gone(without, memory, {"d/deadline": told()}, MOMENT, Leads(), sea) != ()
    back = put_away(registry(entry(stage("2027-03-31"), name="d"), other), noted)
    assert gone(without, memory, back, MOMENT, Leads(), Query()) != ()
