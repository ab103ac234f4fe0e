"""What was told and decided: nothing is asked twice, and nothing that was not decided is forgotten."""

from msgspec import json

from clustercalls.decisions import (
    Decisions,
    is_open,
    of_keys,
    untold,
    with_agreed,
    with_ignored,
    with_new,
    with_told,
    without_new,
)
from clustercalls.model import Entry, EntryKind, Source
from clustercalls.reconcile.proposal import Act, Proposal, SourceComparison

ENTRY = Entry("a", EntryKind.CALL, "T", source=Source("S", key="eu:1"))
SLOT = "eu:1\tstage deadline"
MOVED = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-04-29")
AGAIN = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-05-03")
EDITED = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-04-29", was_edited=True)
EDITED_SINCE = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-20", "2027-04-29")
LACKING = Proposal(ENTRY, Act.NOTHING, "stage deadline", "2027-04-15", never_had=True)


def beside(*proposals: Proposal, says: str = "", agreed: bool = False) -> list[SourceComparison]:
    return [SourceComparison(proposals, {SLOT: says} if says else {}, frozenset({SLOT} if agreed else ()))]


def told(*proposals: Proposal, decided: Decisions = Decisions()) -> Decisions:  # noqa: B008 - it is frozen
    return with_told(decided, beside(*proposals), {"eu:1"})


def test_told_once() -> None:
    decided = told(MOVED)
    assert list(untold([MOVED, AGAIN], Decisions())) == [MOVED, AGAIN]
    assert list(untold([MOVED, AGAIN], decided)) == [AGAIN]
    assert is_open(MOVED, decided)


def test_what_is_no_more_is_told_again_when_it_comes_back() -> None:
    decided = told(MOVED)
    assert with_told(decided, [], {"eu:2"}) == decided  # of another call
    assert list(untold([MOVED], told(decided=decided))) == [MOVED]
    assert of_keys(decided, {"eu:1"}) == decided
    assert of_keys(decided, {"eu:2"}) == Decisions()


def test_ignored_until_another_value() -> None:
    decided = with_ignored(Decisions(new={"eu:9": ("w",)}), [MOVED.mark, "eu:9"])
    assert (is_open(MOVED, decided), is_open(AGAIN, decided), decided.new) == (False, True, {})
    assert with_ignored(decided, [MOVED.mark]) == decided
    assert with_agreed(decided, beside(MOVED, says="2027-04-29")).ignored == decided.ignored
    assert with_agreed(decided, beside()).ignored == decided.ignored  # it cannot be told now
    assert with_agreed(decided, beside(AGAIN, says="2027-05-03")).ignored == ("eu:9",)


def test_what_was_edited_since_it_was_told_or_agreed_with() -> None:
    assert not is_open(EDITED, Decisions())
    assert is_open(EDITED, Decisions(told={MOVED.mark: "2027-04-15"}))
    decided = told(MOVED)
    assert not is_open(EDITED_SINCE, decided)
    assert not is_open(EDITED_SINCE, told(EDITED_SINCE, decided=decided))  # nor at the next sync
    agreed = with_agreed(Decisions(), beside(says="2027-04-29", agreed=True))
    assert not is_open(EDITED_SINCE, agreed)
    assert is_open(AGAIN, agreed)


def test_a_date_that_the_source_never_had_is_ours() -> None:
    assert not is_open(LACKING, Decisions())
    assert is_open(LACKING, Decisions(agreed={SLOT: "2027-04-15"}))


def test_new_ones() -> None:
    decided = with_new(Decisions(read="2"), {"eu:1": ("w",), "eu:2": ("v",)}, "1")
    assert (decided.read, [*decided.new]) == ("2", ["eu:1", "eu:2"])
    assert [*without_new(decided, ["eu:1"]).new] == ["eu:2"]
    assert json.decode(json.encode(decided), type=Decisions) == decided
