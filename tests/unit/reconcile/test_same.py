"""What needs nothing from a source; the whole table is in `test_proposals.py`."""

import pytest

from builders import entry, milestone
from clustercalls.entry_tables import Grants
from clustercalls.reconcile.same import grants_to_set, holds, says_the_same


@pytest.mark.parametrize(
    ("ours", "theirs", "same", "held"),
    [
        (milestone("2027-04-15", at="17:00"), milestone("2027-04-15", at="17:00:25"), True, False),
        (milestone("2027-04-15"), milestone("2027-04-15", at="17:00"), False, False),
        (milestone("2027-04"), milestone("2027-04-15"), False, True),
        (milestone("2027-04"), milestone("2027-03/2027-05"), True, True),
        (milestone("2027-04"), milestone("2027-05-15"), False, False),
        (milestone(""), milestone("2027-05-15"), False, True),
        (milestone("2027-04-15"), milestone(""), True, False),
    ],
)
def test_a_date(ours: object, theirs: object, same: bool, held: bool) -> None:
    assert says_the_same(ours, theirs) is same  # type: ignore[arg-type] # two milestones
    assert holds(ours, theirs) is held  # type: ignore[arg-type]


def test_what_lasts_closes_on_its_last_day() -> None:
    ours = milestone("2027-04-15", until="2027-05-25", until_at="17:00")
    assert says_the_same(ours, milestone("2027-05-25", at="17:00"))
    assert not says_the_same(ours, milestone("2027-04-15"))


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        (milestone("2027-06-06", kind="dates", until="2027-06-08"), True),
        (milestone("2027-06-06", kind="dates", until="2027-06-09"), False),
        (milestone("2027-06-05", kind="dates", until="2027-06-08"), False),
        (milestone("2027-06", kind="dates", until="2027-06"), True),
        (milestone("2027-06-06", kind="dates"), True),  # ours is finer
        (milestone("2027-06-08", kind="dates"), False),  # an event is told by the day on which it begins
    ],
)
def test_what_lasts_is_the_same_at_both_ends(theirs: object, same: bool) -> None:
    ours = milestone("2027-06-06", kind="dates", until="2027-06-08")
    assert says_the_same(ours, theirs) is same  # type: ignore[arg-type] # a milestone
    hours = milestone("2027-06-06", kind="dates", at="10:00", until="2027-06-08", until_at="16:00")
    assert says_the_same(hours, hours)
    assert not says_the_same(ours, hours)


def test_grants() -> None:
    ours, theirs = entry(grants=Grants(8, 350)), entry(grants=Grants(9, None, 1, 2))
    assert grants_to_set(ours, theirs) == {"number": 9, "each": None, "min": 1, "max": 2}
    assert grants_to_set(ours, ours) == grants_to_set(ours, entry()) == {}
