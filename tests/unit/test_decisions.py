"""What was told and decided: nothing is asked twice, and nothing that was not decided is forgotten."""

from msgspec import json

from clustercalls.decisions import Decisions, is_open, untold, with_ignored, with_told, without_new
from clustercalls.model import Entry, EntryKind
from clustercalls.reconcile.proposal import Act, Proposal

ENTRY = Entry("a", EntryKind.CALL, "T")
MOVED = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-04-29")
AGAIN = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-05-03")
EDITED = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-15", "2027-04-29", was_edited=True)
EDITED_SINCE = Proposal(ENTRY, Act.MOVE, "stage deadline", "2027-04-20", "2027-04-29", was_edited=True)


def test_told_once() -> None:
    decided = with_told(Decisions(), [MOVED], {"a"}, {}, "")
    assert list(untold([MOVED, AGAIN], Decisions())) == [MOVED, AGAIN]
    assert list(untold([MOVED, AGAIN], decided)) == [AGAIN]
    assert is_open(MOVED, decided)


def test_what_is_no_more_is_told_again_when_it_comes_back() -> None:
    decided = with_told(Decisions(), [MOVED], {"a"}, {}, "")
    assert with_told(decided, [], {"b"}, {}, "") == decided  # of another entry
    assert list(untold([MOVED], with_told(decided, [], {"a"}, {}, ""))) == [MOVED]


def test_ignored_until_another_value() -> None:
    decided = with_ignored(Decisions(new={"eu:1": ("w",)}), [MOVED.mark, "eu:1"])
    assert (is_open(MOVED, decided), is_open(AGAIN, decided), decided.new) == (False, True, {})
    assert with_ignored(decided, [MOVED.mark]) == decided


def test_what_was_edited_since_it_was_told() -> None:
    decided = with_told(Decisions(), [MOVED], {"a"}, {}, "")
    assert not is_open(EDITED, Decisions())
    assert is_open(EDITED, decided)
    assert not is_open(EDITED_SINCE, decided)


def test_new_ones() -> None:
    decided = with_told(Decisions(read="2"), [], (), {"eu:1": ("w",), "eu:2": ("v",)}, "1")
    assert (decided.read, [*decided.new]) == ("2", ["eu:1", "eu:2"])
    assert [*without_new(decided, ["eu:1"]).new] == ["eu:2"]
    assert json.decode(json.encode(decided), type=Decisions) == decided
