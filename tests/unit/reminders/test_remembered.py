"""What is kept of a milestone: by its old names on disk, and enough to name it when it is gone."""

from datetime import date

from msgspec import json

from builders import at, milestone
from clustercalls.model import EntryKind, StageKind
from clustercalls.reminders.remembered import Kept, Remembered, as_seen, as_told, milestone_of, set_back

TODAY = date(2027, 3, 1)
MOMENT = at("2027-03-01T12:00")
WHOLE = Remembered(
    "2027-03-31", TODAY, at="17:00:00 Europe/Brussels", through=TODAY, last_told=TODAY, leads=(TODAY,),
    kept=Kept("Call", EntryKind.CALL, StageKind.DEADLINE, "Europe/Brussels", owner="Ada"),
)  # fmt: skip


def test_the_names_on_disk_are_those_of_the_first_version() -> None:
    written = json.encode(WHOLE)
    assert json.decode(written) == {
        "when": "2027-03-31", "seen": "2027-03-01", "at": "17:00:00 Europe/Brussels",
        "through": "2027-03-01", "told": "2027-03-01", "leads": ["2027-03-01"],
        "kept": {"title": "Call", "kind": "call", "stage": "deadline", "zone": "Europe/Brussels",
                 "owner": "Ada"},
    }  # fmt: skip
    assert json.decode(written, type=Remembered) == WHOLE


def test_what_was_told_can_be_named_when_it_is_gone() -> None:
    found = milestone_of("c/first", WHOLE)
    assert found is not None
    assert (found.uid, found.entry.title, found.entry.owner) == ("c/first", "Call", "Ada")
    assert (found.earliest, found.instant is not None) == (date(2027, 3, 31), True)
    assert milestone_of("c/first", Remembered("2027-03-31", TODAY)) is None


def test_untold_it_is_the_same_object_until_something_is_new() -> None:
    one = milestone(when="2027-03-31")
    before = as_seen(one, None, MOMENT)
    assert (before.when, before.first_seen, before.last_told) == ("2027-03-31", TODAY, None)
    assert as_seen(one, before, MOMENT) is before
    told = as_told(before, one, TODAY, TODAY)
    assert (told.through, told.last_told, told.leads) == (TODAY, TODAY, (TODAY,))
    moved = as_seen(milestone(when="2027-04-02"), told, MOMENT)
    assert (moved.when, moved.last_told, moved.kept) == ("2027-04-02", TODAY, told.kept)


def test_a_memory_ahead_of_today_counts_to_yesterday() -> None:
    assert set_back(WHOLE, TODAY) is WHOLE
    assert set_back(WHOLE, date(2027, 2, 10)).through == date(2027, 2, 9)
