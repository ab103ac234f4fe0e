"""Which date of a source is which stage of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import at
from clustercalls import edtf
from clustercalls.model import Entry, EntryKind, Stage, StageKind
from clustercalls.reconcile.pairs import paired

NOW = at("2026-12-01T09:00")
CUT_OFFS = ("2027-03-01", "2027-06-01", "2027-09-01")


def entry(name: str, **stages: str) -> Entry:
    """An entry whose stages are deadlines, but `opens`; ids have `_` here for `-`, an empty text no date."""
    made = tuple(
        Stage(
            key.replace("_", "-"),
            StageKind.OPENS if key == "opens" else StageKind.DEADLINE,
            "Europe/Brussels",
            when=edtf.parse(text) if text else None,
        )
        for key, text in stages.items()
    )
    return Entry(name, EntryKind.CALL, "T", stages=made)


def cut_offs(name: str, *days: str) -> Entry:
    return entry(name, **{f"cut_off_{number}": day for number, day in enumerate(days, 1)})


def told(ours: Entry, theirs: Entry) -> set[tuple[str, str]]:
    return {
        (pair.ours.stage.id if pair.ours else "", str(pair.theirs.when or "") if pair.theirs else "none")
        for pair in paired(ours, theirs, NOW)
    }


@pytest.mark.parametrize(
    ("days", "pairs"),
    [
        (CUT_OFFS, {("1", CUT_OFFS[0]), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2])}),
        # one moved
        (
            ("2027-03-01", "2027-06-15", "2027-09-01"),
            {("1", "2027-03-01"), ("2", "2027-06-15"), ("3", "2027-09-01")},
        ),
        # one dropped, whichever it is
        (CUT_OFFS[1:], {("1", "none"), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2])}),
        (CUT_OFFS[::2], {("1", CUT_OFFS[0]), ("2", "none"), ("3", CUT_OFFS[2])}),
        (CUT_OFFS[:2], {("1", CUT_OFFS[0]), ("2", CUT_OFFS[1]), ("3", "none")}),
        # one added, before, between and behind
        (
            ("2027-01-15", *CUT_OFFS),
            {("", "2027-01-15"), ("1", CUT_OFFS[0]), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2])},
        ),
        (
            (*CUT_OFFS[:1], "2027-04-01", *CUT_OFFS[1:]),
            {("1", CUT_OFFS[0]), ("", "2027-04-01"), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2])},
        ),
        # the first dropped and one added behind the last
        (
            (*CUT_OFFS[1:], "2027-12-01"),
            {("1", "none"), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2]), ("", "2027-12-01")},
        ),
        # the last two moved
        (
            ("2027-03-01", "2027-06-02", "2027-09-02"),
            {("1", "2027-03-01"), ("2", "2027-06-02"), ("3", "2027-09-02")},
        ),
        # one moved, one added beside it: the nearest is the same
        (
            ("2027-03-01", "2027-06-03", "2027-08-01", "2027-09-01"),
            {("1", "2027-03-01"), ("2", "2027-06-03"), ("", "2027-08-01"), ("3", "2027-09-01")},
        ),
        # what is over of theirs takes no place of ours
        (
            ("2026-03-01", "2027-03-05", *CUT_OFFS[1:]),
            {("", "2026-03-01"), ("1", "2027-03-05"), ("2", CUT_OFFS[1]), ("3", CUT_OFFS[2])},
        ),
    ],
)
def test_cut_offs(days: tuple[str, ...], pairs: set[tuple[str, str]]) -> None:
    named = {(f"cut-off-{number}" if number else "", day) for number, day in pairs}
    for order in (days, days[::-1]):
        assert told(cut_offs("a", *CUT_OFFS), cut_offs("eu:1", *order)) == named


@pytest.mark.parametrize(
    ("ours", "theirs", "pairs"),
    [
        # by what both are called, though another's day is nearer
        (
            entry("a", first="2027-03-01", second="2027-09-01"),
            entry("eu:1", first="2027-09-01", second="2027-12-01"),
            {("first", "2027-09-01"), ("second", "2027-12-01")},
        ),
        # the only one, whatever each calls it, over or not
        (entry("a", first="2026-03-01"), entry("eu:1", deadline="2027-04-01"), {("first", "2027-04-01")}),
        # an only one that became many
        (
            entry("a", deadline="2027-03-01"),
            cut_offs("eu:1", "2027-03-01", "2027-06-01"),
            {("deadline", "2027-03-01"), ("", "2027-06-01")},
        ),
        (entry("a", opens="2027-01-10"), entry("eu:1", opens="2027-01-20"), {("opens", "2027-01-20")}),
        (
            entry("a", opens="2027-01-10"),
            entry("eu:1", deadline="2027-01-10"),
            {("", "2027-01-10"), ("opens", "none")},
        ),
        (entry("a", deadline=""), entry("eu:1", deadline="2027-01-10"), {("deadline", "2027-01-10")}),
        (entry("a"), entry("eu:1", deadline="2027-01-10"), {("", "2027-01-10")}),
        (entry("a", deadline="2027-01-10"), entry("eu:1"), {("deadline", "none")}),
        (entry("a"), entry("eu:1"), set()),
    ],
)
def test_stages(ours: Entry, theirs: Entry, pairs: set[tuple[str, str]]) -> None:
    assert told(ours, theirs) == pairs


DAYS = st.lists(st.dates(), max_size=9, unique=True).map(
    lambda days: [day.isoformat() for day in days if day.year > 1900]
)


@given(DAYS, DAYS)
def test_every_stage_is_in_one_pair_and_equal_days_meet(ours: list[str], theirs: list[str]) -> None:
    pairs = paired(cut_offs("a", *ours), cut_offs("eu:1", *theirs), NOW)
    mine = [pair.ours.stage.id for pair in pairs if pair.ours]
    others = [pair.theirs.stage.id for pair in pairs if pair.theirs]
    assert (sorted(mine), sorted(others)) == (
        sorted(f"cut-off-{n + 1}" for n in range(len(ours))),
        sorted(f"cut-off-{n + 1}" for n in range(len(theirs))),
    )
    met = {
        str(pair.ours.when)
        for pair in pairs
        if pair.ours and pair.theirs and str(pair.ours.when) == str(pair.theirs.when)
    }
    assert met == {*ours} & {*theirs}
    days = [(str(pair.ours.when), str(pair.theirs.when)) for pair in pairs if pair.ours and pair.theirs]
    assert [their for _, their in sorted(days)] == sorted(their for _, their in days)


def test_the_days_of_an_event_where_its_source_has_any() -> None:
    def event(*days: str) -> Entry:
        made = (Stage("dates", StageKind.DATES, "Europe/Brussels", when=edtf.parse(day)) for day in days)
        return Entry("e", EntryKind.EVENT, "T", stages=tuple(made))

    assert told(event("2027-03-10"), event("2027-03-17")) == {("dates", "2027-03-17")}
    assert told(event("2027-03-10"), entry("source", deadline="2027-03-17")) == {("", "2027-03-17")}
