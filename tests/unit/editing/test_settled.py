"""What came to be and what is in force, told by ends, else by the files: a row of states a case."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from clustercalls.editing.journal_lines import Journal
from clustercalls.editing.record import Record, Splice
from clustercalls.editing.settled import (
    began,
    came_to_be,
    in_force,
    is_current,
    lacking,
    newest,
    outcome,
    steps,
)


class Said(NamedTuple):
    """A row of a journal: `a>b` of a file; `!` done, `?` no end, `x` not done; `-1` undoes 1, `/2` of 2."""

    text: str

    def record(self, number: int) -> tuple[Record, bool | None]:
        edit, mark, *more = self.text.split()
        before, after = edit.split(">")
        file = next((each[1:] for each in more if each.startswith("@")), "f")
        undoes = next((each[1:] for each in more if each.startswith("-")), "")
        run = next((each[1:] for each in more if each.startswith("=")), f"run {number}")
        splices = (Splice(file, 0, "", "", before, after),)
        command = "undo" if undoes else "set"
        of = next((int(each[1:]) for each in more if each.startswith("/")), 1)
        record = Record(str(number), f"day {number}", command, ("e",), "", splices, undoes, run, of)
        return record, {"!": True, "x": False, "?": None}[mark]


def journal(*rows: str) -> Journal:
    made = [Said(text).record(number) for number, text in enumerate(rows, 1)]
    ends = {record.id: done for record, done in made if done is not None}
    return Journal(tuple(record for record, _ in made), ends)


# The journal of one file, the file now, which records came to be, and which are in force.
CASES: dict[str, tuple[Sequence[str], str, str, str]] = {
    "one edit": (["a>b !"], "b", "1", "1"),
    "three": (["a>b !", "b>c !", "c>d !"], "d", "123", "123"),
    "without ends, as of a version before": (["a>b ?", "b>c ?"], "c", "12", "12"),
    "killed before": (["a>b !", "b>c ?"], "b", "1", "1"),
    "killed after": (["a>b !", "b>c ?"], "c", "12", "12"),
    "killed before, then another": (["a>b ?", "a>c !"], "c", "2", "2"),
    "killed after, then another": (["a>b ?", "b>c !"], "c", "12", "12"),
    "refused, then taken back further": (["z>a !", "a>b x", "a>z ! -1"], "z", "13", ""),
    "refused, of a version before": (["z>a ?", "a>b ?", "a>c ?", "c>a ? -3", "a>z ? -1"], "z", "1345", ""),
    "taken back": (["a>b !", "b>a ! -1"], "a", "12", ""),
    "an undo refused": (["a>b !", "b>a x -1"], "b", "1", "1"),
    "an undo killed before": (["a>b !", "b>a ? -1"], "b", "1", "1"),
    "an undo killed after": (["a>b !", "b>a ? -1"], "a", "12", ""),
    "an undo killed before, repeated": (["a>b !", "b>a ? -1", "b>a ! -1"], "a", "13", ""),
    "back and forth": (["a>b !", "b>a !"], "a", "12", "12"),
    "back and forth, the second taken back": (["a>b !", "b>a !", "a>b ! -2"], "b", "123", "1"),
    "back and forth, killed before": (["a>b !", "b>a ?"], "b", "1", "1"),
    "changed by hand since": (["a>b !"], "h", "1", "1"),
    "killed, and changed by hand since": (["a>b !", "b>c ?"], "h", "12", "12"),
    "changed by hand between": (["a>b !", "h>i !"], "i", "12", "12"),
    "changed by hand after an undo": (["a>b !", "b>a ! -1"], "h", "12", ""),
    "an undo without an end, then by hand": (["a>b ?", "b>a ? -1"], "h", "12", ""),
    "taken back by hand": (["z>a !", "a>b !"], "a", "12", "1"),
    "taken back by hand, two of them": (["z>a !", "a>b !", "b>c !"], "a", "123", "1"),
    "taken back by hand, then another": (["z>a !", "a>b !", "a>c !"], "c", "123", "13"),
    "taken back by hand, behind a hand's edit": (["z>a !", "h>i !"], "a", "12", "1"),
    "a record of an undo lost": (["z>a !", "a>b !"], "z", "12", ""),
    "a record in the middle lost": (["a>b !", "c>d !"], "d", "12", "12"),
    "an edit that changes nothing": (["a>a !"], "a", "", ""),
}


@pytest.mark.parametrize(("rows", "now", "came", "stands"), CASES.values(), ids=CASES)
def test_what_came_to_be_and_what_is_in_force(rows: Sequence[str], now: str, came: str, stands: str) -> None:
    its = journal(*rows)
    assert "".join(each.id for each in came_to_be(its, {"f": now})) == came
    assert "".join(each.record.id for each in in_force(steps(its).get("f", []), now)) == stands


def test_nothing_tells_of_a_step_that_a_hand_has_covered() -> None:
    (step,) = steps(journal("a>b ?"))["f"]
    assert [outcome([step], 0, now) for now in "abh"] == [False, True, None]


def ids(its: Journal, **states: str) -> tuple[str, str]:
    """The records of the newest act, and those of them whose file is not as they left it."""
    found = newest(its, states)
    assert found
    return "".join(each.record.id for each in found.steps), "".join(each.record.id for each in found.misfits)


def test_the_newest_of_several_files_is_taken_back_first() -> None:
    its = journal("a>b ! @f", "k>l ! @g", "b>c ! @f")
    assert ids(its, f="c", g="l") == ("3", "")
    assert ids(its, f="b", g="l") == ("2", "")
    assert ids(its, f="b", g="k") == ("1", "")
    assert newest(its, {"f": "a", "g": "k"}) is None
    assert newest(its, {"other": "a"}) is None


def test_an_act_on_several_files_is_taken_back_in_those_that_have_it() -> None:
    its = journal("a>b ! @f =act", "k>l ! @g =act")
    assert ids(its, f="b", g="l") == ("12", "")
    assert ids(its, f="b", g="k") == ("1", "")  # in the other it never came to be, or is taken back already
    assert ids(its, f="a", g="l") == ("2", "")
    assert ids(its, g="l") == ("2", "")
    assert ids(its, f="by hand", g="l") == ("12", "1")
    assert newest(its, {"f": "a", "g": "k"}) is None


# What one command did to a file one after the other, and what of it is taken back.
ONE_BY_ONE: dict[str, tuple[Sequence[str], str, str]] = {
    "several": (["z>a !", "a>b ! =act", "b>c ! =act", "c>d ! =act"], "d", "234"),
    "another command between": (["a>b ! =act", "b>c !", "c>d ! =act"], "d", "3"),
    "a hand between": (["a>b ! =act", "h>i ! =act"], "i", "2"),
    "one refused": (["a>b ! =act", "b>c x =act", "b>d ! =act"], "d", "13"),
    "back again": (["a>b ! =act", "b>a ! =act"], "a", "2"),
    "taken back, then another": (["a>b ! =act", "b>c ! =act", "c>a ! -1", "a>d !"], "d", "4"),
}


@pytest.mark.parametrize(("rows", "now", "back"), ONE_BY_ONE.values(), ids=ONE_BY_ONE)
def test_what_a_command_did_one_by_one_is_one_act(rows: Sequence[str], now: str, back: str) -> None:
    assert ids(journal(*rows), f=now) == (back, "")


def test_an_act_of_which_some_could_be_written() -> None:
    its = journal("z>a ! @f", "a>b ! @f =act", "k>l x @g =act")
    assert ids(its, f="b", g="k") == ("2", "")
    assert ids(its, f="a", g="k") == ("1", "")


def test_records_without_a_run_are_acts_of_their_own() -> None:
    its = journal("a>b ! @f =", "k>l ! @g =")
    assert ids(its, f="b", g="l") == ("2", "")


@pytest.mark.parametrize(
    ("rows", "now", "current"),
    [
        (["a>b !"], "b", True),
        (["a>b !"], "a", False),
        (["a>b ?"], "a", True),
        (["a>b x"], "a", True),
        (["a>b x"], "b", False),
        (["a>b ?"], "h", False),
        ([], "a", False),
    ],
)
def test_whether_the_newest_record_is_the_last_word(rows: Sequence[str], now: str, current: bool) -> None:
    assert is_current(journal(*rows), {"f": now}) is current


def test_when_the_journal_of_files_begins() -> None:
    its = journal("a>b ! @other", "a>b ! @f", "k>l ! @g")
    assert began(its, ["g", "f"]) == "day 2"
    assert began(its, ["nowhere"]) == ""


def test_a_long_journal_of_a_file_that_hands_change_too_is_settled_at_once() -> None:
    its = journal(*(f"{n}h>{n} !" for n in range(20_000)))
    assert len(in_force(steps(its)["f"], "19999")) == 20_000


@pytest.mark.parametrize(
    ("rows", "now", "lost"),
    [
        ([], "a", []),
        (["a>b ! =r /1"], "b", []),
        (["a>b ! =r /2", "a>b ! =r /2 @g"], "b", []),
        (["a>b ! =r /2"], "b", ["r"]),
        (["a>b ? =r /2"], "b", ["r"]),
        (["a>b ? =r /2"], "a", []),  # a kill while it was noted
        (["a>b ? =r /2", "a>c ! =s /1"], "c", []),
        (["a>b ! =r /2", "b>a ! =s /1 -1"], "a", []),  # taken back since
        (["a>b ! =r /3", "b>c ! =s /2", "a>b ! =r /3 @g"], "c", ["r", "s"]),
        (["a>b ! =r /0"], "b", []),  # of a version that did not count
    ],
)
def test_acts_that_have_lost_a_record(rows: Sequence[str], now: str, lost: list[str]) -> None:
    assert [each.run for each in lacking(journal(*rows), {"f": now})] == lost


def test_the_oldest_act_of_a_part_of_a_journal_may_begin_before_it() -> None:
    known = journal("a>b ! =r /2", "b>c ! =s /2")
    assert [each.run for each in lacking(replace(known, cut=True), {"f": "c"})] == ["s"]
