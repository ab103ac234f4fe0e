"""What the coming year is drawn as: which bars, from where to where, surest where."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import at, entry, moved, registry_of, stage
from clustercalls.model import Entry, Status
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.bars import Bar, Chart, Fade, Mark, chart, year_of
from clustercalls.zones import Moment

TODAY = "2027-03-15"
START, END = date(2027, 3, 1), date(2028, 3, 1)
DAYS = (END - START).days
WHENS = [
    "", "2027-04-04", "2027-04", "2027-02/2027-05", "2027-05/..", "../2027-06-30", "2027-04-04~",
    "2027-10-10?", "2027-21", "2028", "2029-01-01", "2027-03-15", "2026-12-01", "2028-02-29", "2028-03-01",
    "2027-02-28/2029-01",
]  # fmt: skip
KINDS = ["published", "opens", "deadline", "decision", "registration", "info_day", "dates", "internal"]


def drawn(*entries: Entry, today: str = TODAY, **asked: object) -> Chart:
    moment = at(today)
    rows = select.upcoming(registry_of(*entries), Query(**asked), moment, standing_too=True)  # type: ignore[arg-type]
    return chart(rows, moment)


def bars(*entries: Entry, today: str = TODAY, **asked: object) -> list[tuple[str, str, str, str]]:
    """Each as mark, fade, first day, last day; `>` behind what goes on."""
    return [told(bar) for line in drawn(*entries, today=today, **asked).lines for bar in line.bars]


def told(bar: Bar) -> tuple[str, str, str, str]:
    first = date.fromordinal(START.toordinal() + round(bar.first * DAYS))
    last = date.fromordinal(START.toordinal() + round(bar.last * DAYS) - 1)
    return bar.mark.value, bar.fade.value, f"{first:%m-%d}", f"{last:%m-%d}{'>' * bar.goes_on}"


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([stage("2027-04-04", "decision")], [("point", "none", "04-04", "04-04")]),
        ([stage("2027-04", "decision")], [("doubt", "both", "04-01", "04-30")]),
        ([stage("2027-04-04~", "decision")], [("doubt", "both", "04-04", "04-04")]),
        ([stage("2027-04-04?", "decision")], [("doubt", "both", "04-04", "04-04")]),
        ([stage("2027-05/2027-06", "opens")], [("doubt", "in", "05-01", "06-30")]),
        ([stage("2027-05/2027-06", "published")], [("doubt", "in", "05-01", "06-30")]),
        ([stage("2027-05/2027-06")], [("doubt", "out", "05-01", "06-30")]),
        ([stage("../2027-06-30", "registration")], [("doubt", "out", "03-01", "06-30")]),
        ([stage("../2027-06-30", "decision")], [("doubt", "in", "03-01", "06-30")]),
        ([stage("2027-05/..", "published")], [("doubt", "out", "05-01", "02-29>")]),
        ([stage("2027-12/2028-06", "decision")], [("doubt", "both", "12-01", "02-29>")]),
        ([stage("2028-02-29", "decision")], [("point", "none", "02-29", "02-29")]),
        ([stage("2028-03-01", "decision")], []),
        ([stage("", "decision")], []),
        ([stage("2027-04-04", "dates", until="2027-04-06")], [("length", "none", "04-04", "04-06")]),
        ([stage("2027-02-04", "dates", until="2027-04-06")], [("length", "none", "03-01", "04-06")]),
        ([stage("2027-04-04", "dates", until="2027-05/..")], [
            ("length", "none", "04-04", "05-01"), ("doubt", "out", "05-01", "02-29>"),
        ]),
        ([stage("2027-04-04", "dates", until="../2027-05-31")], [("length", "out", "04-04", "05-31")]),
        ([stage("2027-04", "dates", until="2027-06")], [
            ("length", "none", "04-30", "06-01"), ("doubt", "in", "04-01", "04-30"),
            ("doubt", "out", "06-01", "06-30"),
        ]),
    ],
)  # fmt: skip
def test_a_stage_is_a_point_or_doubt_or_length(
    stages: list[object], expected: list[tuple[str, str, str, str]]
) -> None:
    assert bars(entry(*stages, kind="policy")) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([stage("2027-02-01", "opens"), stage("2027-04-04")], ("open", "none", "03-01", "04-04")),
        ([stage("2027-03-20", "opens"), stage("2027-04-04")], ("open", "none", "03-20", "04-04")),
        ([stage("2027-03-20/2027-03-25", "opens"), stage("2027-05/2027-06")],
         ("open", "none", "03-25", "05-01")),
        ([stage("2027-03-01", "published"), stage("2027-04-01", "opens"), stage("2027-05-05")],
         ("open", "none", "04-01", "05-05")),
        ([stage("2027-03-05", "opens", name="b"), stage("2027-04-01", "opens"), stage("2027-05-05")],
         ("open", "none", "03-05", "05-05")),
        ([stage("2027-04-04")], ("open", "none", "03-15", "04-04")),  # nothing is said of its opening
        ([stage("2027-02-01", "opens"), stage("2027-04-04"), stage("2027-09-09", name="b")],
         ("open", "none", "03-01", "09-09")),  # the last cut-off
        ([stage("2027-02-01", "opens"), stage("2027-04-04"),
          stage("2027-09-09", name="b", follows="deadline")],
         ("open", "none", "03-01", "04-04")),
        ([stage("2027-02-01", "opens"), stage("2029-04-04")], ("open", "none", "03-01", "02-29>")),
    ],
)  # fmt: skip
def test_one_can_apply_from_the_sure_opening_to_the_first_day_of_the_last_deadline(
    stages: list[object], expected: tuple[str, str, str, str]
) -> None:
    assert [each for each in bars(entry(*stages)) if each[0] == "open"] == [expected]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "call",
    [
        entry(stage("2027-05/..", "published")),
        entry(stage("2027-05/2027-06")),  # forecast: nobody says that it is open
        entry(stage("2027-02-01", "opens"), stage("2027-05-05"), status=Status.SUSPENDED),
        entry(stage("2027-02-01", "opens"), stage("2027-05-05"), kind="event"),
        entry(stage("2027-06-01", "opens"), stage("2027-05-05")),
    ],
)
def test_no_time_of_applying_is_made_up(call: Entry) -> None:
    assert [each for each in bars(call) if each[0] == "open"] == []


def test_what_is_stated_open_without_a_deadline_is_open_for_good() -> None:
    call = entry(status=Status.OPEN, source="2027-03-01")
    assert bars(call) == [("open", "out", "03-15", "02-29>")]
    assert drawn(call).rest == ()


def test_what_is_cancelled_is_drawn_for_who_asks_and_shows_no_time_of_applying() -> None:
    call = entry(stage("2027-02-01", "opens"), stage("2027-05-05"), status=Status.CANCELLED)
    assert drawn(call).lines == ()
    assert bars(call, statuses=frozenset({Status.CANCELLED})) == [("point", "none", "05-05", "05-05")]
    one_off = entry(stage("2027-05-05", "decision"), stage("2027-04-04", "info_day", cancelled=True))
    assert bars(one_off) == [("point", "none", "05-05", "05-05")]


def test_a_moved_date_leaves_a_ghost_of_its_newest_row() -> None:
    rows = (moved("deadline", "2027-05-01", "2027-01-01"), moved("deadline", "2027-06", "2027-02-01"))
    call = entry(stage("2027-08-08"), history=rows)
    assert ("ghost", "none", "06-01", "06-30") in bars(call)
    assert sum(each[0] == "ghost" for each in bars(call)) == 1


def test_a_date_that_is_what_it_was_leaves_none() -> None:
    call = entry(stage("2027-08-08"), history=(moved("deadline", "2027-08-08", "2027-01-01"),))
    assert [each for each in bars(call) if each[0] == "ghost"] == []


def test_what_no_bar_shows_is_kept_for_below() -> None:
    picture = drawn(
        entry(stage("2027-04-04", name="first"), stage(name="second", follows="first"), name="two"),
        entry(stage("2029-04-04"), name="far"),
        entry(stage("", "published"), name="undated"),
    )
    assert [each.milestone.uid for each in picture.rest] == [
        "far/deadline",
        "two/second",
        "undated/published",
    ]
    assert [each.entry.id for each in picture.lines] == ["two", "far"]  # one can apply to both


def test_what_is_late_since_before_the_year_is_kept_for_below() -> None:
    call = entry(stage("2027-02-02", "internal"), stage("2027-09-09"), name="late")
    assert [each.milestone.uid for each in drawn(call).rest] == ["late/internal"]


def test_a_step_that_is_done_is_not_drawn() -> None:
    call = entry(stage("2027-04-04", "internal", done=date(2027, 3, 1)), stage("2027-09-09", "decision"))
    assert bars(call) == [("point", "none", "09-09", "09-09")]


@pytest.mark.parametrize(
    ("today", "first", "end"),
    [
        ("2027-03-31", date(2027, 3, 1), date(2028, 3, 1)),
        ("2199-12-31", date(2199, 12, 1), date(2200, 12, 1)),
    ],
)
def test_the_year_is_twelve_whole_months_from_this_one(today: str, first: date, end: date) -> None:
    year = year_of(at(today))
    assert (year.first, year.end, len(list(year.months()))) == (first, end, 12)
    assert [start for start, _, _ in year.months()][1].day == 1


def test_today_stands_in_the_middle_of_its_day() -> None:
    assert drawn().today == pytest.approx(14.5 / DAYS)


stages = st.builds(
    stage,
    st.sampled_from(WHENS),
    st.sampled_from(KINDS),
    name=st.uuids().map(lambda each: f"s{each.hex}"),
    until=st.sampled_from(["", "", "2027-12", "2028-05-05", "2027-12/.."]),
).filter(lambda each: each.when or not each.until)
entries = st.lists(st.lists(stages, max_size=4), max_size=5).map(
    lambda of: [entry(*each, name=f"c{number}") for number, each in enumerate(of)]
)
moments = st.dates(date(2027, 1, 1), date(2027, 12, 31)).map(lambda day: at(day.isoformat()))


def of(chosen: list[Entry], moment: Moment) -> Chart:
    return chart(select.upcoming(registry_of(*chosen), Query(), moment, standing_too=True), moment)


@given(entries, moments)
def test_positions_are_of_the_year_and_doubt_is_never_narrower_than_the_date(
    chosen: list[Entry], moment: Moment
) -> None:
    picture = of(chosen, moment)
    year = picture.year
    days = (year.end - year.first).days
    assert 0 <= picture.today <= 1
    for bar in (bar for line in picture.lines for bar in line.bars):
        assert 0 <= bar.first < bar.last <= 1
        if bar.mark is Mark.DOUBT and bar.milestone and bar.milestone.when and not bar.milestone.until:
            when = bar.milestone.when
            first = max(when.earliest or year.first, year.first)
            last = min(when.latest.toordinal() + 1 if when.latest else 999_999, year.end.toordinal())
            assert (bar.last - bar.first) * days == pytest.approx(last - first.toordinal())
            assert bar.fade is not Fade.NONE


@given(entries, moments)
def test_every_row_is_drawn_or_below_and_none_is_both(chosen: list[Entry], moment: Moment) -> None:
    rows = select.upcoming(registry_of(*chosen), Query(), moment, standing_too=True)
    picture = chart(rows, moment)
    shown = {
        bar.milestone.uid
        for line in picture.lines
        for bar in line.bars
        if bar.milestone and bar.mark in {Mark.DOUBT, Mark.LENGTH, Mark.POINT}
    }
    below = {each.milestone.uid for each in picture.rest}
    assert shown & below == set()
    assert {each.milestone.uid for each in rows} <= shown | below


@given(entries, moments, st.randoms())
def test_the_order_of_the_file_changes_nothing(
    chosen: list[Entry], moment: Moment, chance: random.Random
) -> None:
    shuffled = chosen[:]
    chance.shuffle(shuffled)
    assert of(shuffled, moment) == of(chosen, moment)
