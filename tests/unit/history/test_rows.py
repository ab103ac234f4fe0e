"""What rows of history tell, and the rows that a changed entry leaves."""

from datetime import date
from typing import Any

import pytest

from builders import at, entry, moved, stage
from clustercalls.history import compare
from clustercalls.history import rows as history
from clustercalls.model import Entry, Moved, Stage, Status

NOW = at("2017-03-01T12:00")


def kept(old: Entry, new: Entry) -> list[tuple[str, str]]:
    """Every row as its stage and what it was."""
    return [
        (row.stage, row.was.text if row.was else row.was_status) for row in history.left_by(old, new, NOW)
    ]


def first(when: str = "2017-04-04", **rest: Any) -> Stage:  # noqa: ANN401 - any field of a stage
    return stage(when, name="first", **rest)


EVENT: dict[str, Any] = {"kind": "dates", "until": "2016-12-02"}
ROWS = [
    # the days
    (first(), first("2017-04-06"), [("first", "2017-04-04")]),
    (first("2017-02/2017-03"), first("2017-03-20"), [("first", "2017-02/2017-03")]),
    (first("2017-04-04?"), first("2017-04-04"), [("first", "2017-04-04?")]),
    (first(), first(""), [("first", "2017-04-04")]),
    (first(""), first(), [("first", "")]),
    (first(""), first("", at="17:00"), []),
    # the hours
    (first(at="17:00"), first(at="12:00"), [("first", "2017-04-04T17:00:00")]),
    (first(at="17:00"), first(), [("first", "2017-04-04T17:00:00")]),
    (first(), first(at="17:00"), [("first", "2017-04-04")]),
    (first("2017-04-04T17:00", at="17:00"), first(), [("first", "2017-04-04T17:00")]),
    (first("2017-04", at="17:00"), first("2017-04", at="12:00"), []),
    (first(at="17:00"), first("2017-04-06", at="17:00"), [("first", "2017-04-04T17:00:00")]),
    # the zone
    (first(at="17:00"), first(at="17:00", zone="AoE"), [("first", "2017-04-04T17:00:00+02:00")]),
    (first("2017-04-04T17:00Z", at="19:00"), first("2017-04-04T17:00", at="17:00", zone="AoE"),
     [("first", "2017-04-04T17:00Z")]),
    (first(at="17:00"), first(at="17:00", zone="Europe/Rome"), []),
    (first(), first(zone="AoE"), []),
    # stretches
    (stage("2016-12-01", **EVENT), stage("2016-12-01", kind="dates", until="2016-12-03"),
     [("dates", "2016-12-01/2016-12-02")]),
    (stage("2016-12-01", **EVENT, at="09:00", until_at="18:00"), stage("2016-12-01", **EVENT, at="09:00"),
     [("dates", "2016-12-01T09:00:00/2016-12-02T18:00:00")]),
    (stage("2016-11/2016-12", kind="dates", until="2017-01"), stage("2017", kind="dates"),
     [("dates", "2016-11/2017-01")]),
    # spelt in another way
    (first("2017-02"), first("2017-02-01/2017-02-28"), []),
    (first("2017-04-04T17:00", at="17:00"), first(at="17:00"), []),
    # taken out: a short key is a date withdrawn, unless its date has a table now
    (stage("2017-04-04"), stage("2017-01", kind="opens"), [("deadline", "2017-04-04")]),
    (stage("2017-04-04"), first(), []),
    (stage(""), stage("2017-01", kind="opens"), []),
    (first(), stage("2017-01", kind="opens"), []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rows"), ROWS)
def test_a_date_that_moved_leaves_a_row(old: Stage, new: Stage, rows: list[tuple[str, str]]) -> None:
    assert kept(entry(old), entry(new)) == rows


def test_a_date_that_follows_another_leaves_none() -> None:
    talk = stage("", "interview", after=("first", 1, 0))
    assert kept(entry(first(), talk), entry(first("2017-04-06"), talk)) == [("first", "2017-04-04")]
    own = stage("2017-05-10", "interview")
    assert kept(entry(first(), talk), entry(first(), own)) == [("interview", "2017-05-04")]
    later = stage("", "interview", after=("first", 2, 0))
    assert kept(entry(first(), talk), entry(first(), later)) == [("interview", "2017-05-04")]


def test_a_row_that_was_written_is_enough() -> None:
    row = moved("first", "2017-04-04")
    new = entry(first("2017-04-06"), stage("2017-10"), history=(row,))
    assert kept(entry(first(), stage("2017-09")), new) == [("deadline", "2017-09")]
    # one that was there before is not
    assert kept(entry(first(), history=(row,)), entry(first("2017-04-06"), history=(row,))) != []


@pytest.mark.parametrize(("old", "new", "was"), [
    (None, Status.SUSPENDED, None), (Status.OPEN, Status.CANCELLED, "open"), (Status.SUSPENDED, None,
    "suspended"), (None, Status.CANCELLED, None), (None, Status.EXHAUSTED, None),
    (Status.OPEN, Status.OPEN, None), (None, Status.OPEN, None), (None, None, None),
])  # fmt: skip
def test_a_status_that_changed_leaves_a_row(old: Status | None, new: Status | None, was: str | None) -> None:
    assert kept(entry(first(), status=old), entry(first(), status=new)) == (
        [] if was is None else [("", was)]
    )
    told = (Moved("", None, was_status="forecast"),)
    assert kept(entry(first(), status=old), entry(first(), status=new, history=told)) == []


DAYS = [
    (first(), first("2017-04-06"), 2), (first(), first(), 0), (first("2017-05-01"), first(), -27),
    (first("2017-02/2017-03"), first("2017-03-20"), None), (first(), first("2017-05"), None),
    (first(), first(""), None), (stage("2016-12-01", **EVENT), stage("2016-12-08", **EVENT), None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "days"), DAYS)
def test_days_are_told_from_one_sure_day_to_another(old: Stage, new: Stage, days: int | None) -> None:
    its = [history.milestone(entry(each), each) for each in (old, new)]
    assert history.days_moved(*its) == days


# ---- the newest


def _was(it: Entry, name: str) -> str:
    row = history.newest(it, name)
    return str(row.was) if row else ""


def test_the_newest_row_of_a_stage_is_of_that_stage() -> None:
    it = entry(history=(moved("a", "2017-03-01"), moved("a", "2017-04-04"), moved("b", "2017-08")))
    assert (_was(it, "a"), _was(it, "b"), _was(it, "c")) == ("2017-04-04", "2017-08", "")


def test_a_row_of_status_is_no_date() -> None:
    it = entry(history=(moved("a", "2017-04-04"), moved("a", was_status="open")))
    assert _was(it, "a") == "2017-04-04"


ORDERS = [  # the days on which rows were noticed, in their order in the file, and where the newest stands
    (("", ""), 1),
    (("2017-01-01", "2017-01-01"), 1),
    (("2017-01-01", "2017-01-02"), 1),
    (("2017-01-02", "2017-01-01"), 0),
    (("2017-01-01", "2017-01-03", "2017-01-02"), 1),
    (("2017-01-01", ""), 1),  # written below it, and nothing says that it is older
    (("", "2017-01-01"), 1),
    (("2017-01-02", "", "2017-01-01"), 1),
    (("2017-01-01", "", "2017-01-02"), 2),
]


@pytest.mark.parametrize(("noticed", "last"), ORDERS)
def test_the_newest_row_is_the_one_noticed_last_wherever_it_stands(
    noticed: tuple[str, ...], last: int
) -> None:
    rows = tuple(moved("a", f"2017-0{at + 1}", each) for at, each in enumerate(noticed))
    assert history.newest(entry(history=rows), "a") is rows[last]


def test_history_out_of_order_is_told_in_the_order_of_its_days() -> None:
    later, earlier = moved("first", "2017-04-02", "2017-02-02"), moved("first", "2017-04-01", "2017-02-01")
    closed = moved("", noticed="2017-02-02", was_status="closed")
    opened = moved("", noticed="2017-02-01", was_status="open")
    it = entry(first(), status=Status.CANCELLED, history=(later, earlier, closed, opened))
    assert [(each.was, each.now) for each in compare.from_history(it, None, NOW.today())] == [
        ("2017-04-02", "2017-04-04"), ("2017-04-01", "2017-04-02"),
        ("closed", "cancelled"), ("open", "closed"),
    ]  # fmt: skip


def test_every_row_is_told_with_the_one_after_it_of_the_same_thing() -> None:
    one, two = moved("a", "2017-01", "2017-03-01"), moved("b", "2017-01", "2017-03-02")
    three, four = moved("a", "2017-02", "2017-02-01"), moved("", noticed="2017-01-01", was_status="open")
    it = entry(history=(one, two, three, four))
    assert list(history.with_next(it)) == [(one, None), (two, None), (three, one), (four, None)]


def test_rows_of_a_stage_that_changes_its_zone_are_told_on_the_clock_they_were_of() -> None:
    rows = [moved("first", was) for was in ("2027-01-07T17:00:00", "2027-01-07", "2027-01-07T17:00:00Z")]
    old = [stage("2027-01-09", name="first", zone="Europe/Rome"), stage("2027-01-10", name="other")]
    new = [stage("2027-01-09", name="first", zone="Europe/Athens"), stage("2027-01-10", name="other")]
    rows += [moved("other", "2027-01-07T17:00:00"), moved("gone", "2027-01-07T17:00:00")]
    before, after = (entry(*stages, history=tuple(rows)) for stages in (old, new))
    assert [*history.told_in_another_zone(before, after)] == [(0, "2027-01-07T17:00:00+01:00")]
    assert [*history.told_in_another_zone(before, before)] == []


@pytest.mark.parametrize(("old", "new", "was"), [
    ("", "go", "watch"), ("go", "", "go"), ("go", "no", "go"), ("forse", "no", "forse"),
    ("", "forse", "watch"),
    ("", "", ""), ("go", "go", ""), ("", "watch", ""), ("watch", "", ""), ("Go", "go", ""),
])  # fmt: skip
def test_a_track_that_changed_leaves_a_row(old: str, new: str, was: str) -> None:
    rows = [*history.left_by(entry(track=old), entry(track=new), NOW)]
    assert [(each.was_track, each.noticed) for each in rows] == ([(was, NOW.today())] if was else [])
    written = (Moved("", None, was_track="maybe"),)
    assert [*history.left_by(entry(track=old), entry(track=new, history=written), NOW)] == []


def test_rows_of_a_track_follow_each_other_apart_from_others() -> None:
    first = Moved("", None, date(2017, 1, 1), was_track="watch")
    second = Moved("", None, date(2017, 3, 1), was_track="go", why="too small")
    status, stage_row = Moved("", None, date(2017, 2, 1), was_status="open"), moved("a", "2017-01")
    it = entry(track="no", history=(second, status, first, stage_row))
    assert [*history.with_next(it)] == [(second, None), (status, None), (first, second), (stage_row, None)]
    assert history.newest_track(it) is second
    assert history.newest_track(entry(history=(status,))) is None
    assert {history.about(each) for each in it.history} == {history.TRACK, history.STATUS, "a"}
