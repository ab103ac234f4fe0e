"""What needs nothing from a source; the whole table is in `test_proposals.py`."""

import pytest

from builders import entry, milestone
from clustercalls.entry_tables import Grants
from clustercalls.reconcile.same import closing, grants_to_set, holds, says_the_same


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
    assert says_the_same(closing(ours), milestone("2027-05-25", at="17:00"))
    assert closing(milestone("2027-04-15")) == milestone("2027-04-15")


def test_grants() -> None:
    ours, theirs = entry(grants=Grants(8, 350)), entry(grants=Grants(9, None, 1, 2))
    assert grants_to_set(ours, theirs) == {"number": 9, "each": None, "min": 1, "max": 2}
    assert grants_to_set(ours, ours) == grants_to_set(ours, entry()) == {}
