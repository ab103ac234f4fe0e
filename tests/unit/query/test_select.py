"""What is selected and in which order: filters, windows, confirmation, ranks."""

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import BRUSSELS, at, entry, milestone, registry_of, stage
from clustercalls import timeline
from clustercalls.entry_tables import Contact, Funding, Link
from clustercalls.model import Entry, EntryKind, Registry, Source, StageKind, Status, Track
from clustercalls.phrase.windows import Window, parse
from clustercalls.query import select
from clustercalls.query.select import behind, entries, rows_of, upcoming
from clustercalls.query.wanted import Query
from clustercalls.zones import Moment

patient = settings(deadline=None)  # a busy machine is not a bug

NOW = at("2017-03-01T12:00")

H2020 = entry(
    stage("2016-11", "published"), stage("2017-04-04", name="first"), stage(name="second", follows="first"),
    name="h2020", programme="H2020", tags=("smes", "chains"), owner="Ada", track="apply", source="2016-12",
)  # fmt: skip
COSME = entry(
    stage("2017-02/2017-03", "published"),
    name="cosme",
    programme="COSME",
    tags=("s3",),
    owner="Bea",
    track="watch",
)
FAIR = entry(
    stage("2017-05-02", "dates", until="2017-05-03"),
    stage("2017-03-20", "registration"),
    name="fair",
    kind="event",
)
GONE = entry(stage("2017-06-01"), name="gone", status=Status.CANCELLED)
SPENT = entry(stage("2017-06-01"), name="spent", status=Status.EXHAUSTED)
HELD = entry(stage("2017-06-01"), name="held", status=Status.SUSPENDED)
OLD = entry(stage("2016-02-29"), name="old")
STALE = entry(stage(), name="stale", source="2015")
PORTAL = entry(name="portal", kind="resource", source="2015")
EMPTY = entry(name="empty", kind="policy")
ALL = registry_of(H2020, COSME, FAIR, GONE, SPENT, HELD, OLD, STALE, PORTAL, EMPTY)


def uids(asked: Query, registry: Registry = ALL, now: Moment = NOW) -> list[str]:
    return [row.milestone.uid for row in upcoming(registry, asked, now)]


def ids(asked: Query, now: Moment = NOW, **options: bool) -> list[str]:
    return [row.entry.id for row in entries(ALL, asked, now, **options)]


def test_what_is_ahead_in_order() -> None:
    assert uids(Query()) == [
        "cosme/published",
        "fair/registration",
        "h2020/first",
        "fair/dates",
        "held/deadline",  # suspended ones stay
        "h2020/second",
    ]


def test_looking_back_is_newest_first() -> None:
    assert uids(Query(past=True)) == ["h2020/published", "old/deadline"]
    assert [row.days_left for row in upcoming(ALL, Query(past=True), NOW)] == [-91, -366]


FILTERS = [
    (Query(kinds=frozenset({EntryKind.EVENT})), ["fair/registration", "fair/dates"]),
    (Query(stage_kinds=frozenset({StageKind.PUBLISHED})), ["cosme/published"]),
    (Query(programmes=frozenset({"H2020"})), ["h2020/first", "h2020/second"]),
    (Query(programmes=frozenset({"H2020", "COSME"})), ["cosme/published", "h2020/first", "h2020/second"]),
    (Query(tags=frozenset({"s3", "chains"})), ["cosme/published", "h2020/first", "h2020/second"]),
    (Query(tracks=frozenset({"apply"})), ["h2020/first", "h2020/second"]),
    (Query(owners=frozenset({"Ada"})), ["h2020/first", "h2020/second"]),
    (Query(owners=frozenset({"Ada"}), programmes=frozenset({"COSME"})), []),
    (Query(text="cosme"), ["cosme/published"]),
    (Query(due=True), ["fair/registration", "h2020/first", "held/deadline", "h2020/second"]),
    (Query(due=True, kinds=frozenset({EntryKind.EVENT})), ["fair/registration"]),
    # cancelled and exhausted ones come back when asked for
    (Query(statuses=frozenset({Status.CANCELLED})), ["gone/deadline"]),
    (Query(statuses=frozenset({Status.EXHAUSTED, Status.CANCELLED})), ["gone/deadline", "spent/deadline"]),
    (Query(statuses=frozenset({Status.SUSPENDED})), ["held/deadline"]),
    (Query(statuses=frozenset({Status.FORECAST})), ["cosme/published"]),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "expected"), FILTERS)
def test_filters(asked: Query, expected: list[str]) -> None:
    assert uids(asked) == expected


def test_a_rows_status_is_its_entrys() -> None:
    found = {row.milestone.uid: row.status for row in upcoming(ALL, Query(), NOW)}
    assert found["h2020/second"] is found["h2020/first"] is Status.OPEN
    assert found["fair/dates"] is None
    assert found["cosme/published"] is Status.FORECAST


def test_a_cancelled_stage_is_left_out() -> None:
    its = entry(stage("2017-06-01", name="a", cancelled=True), stage("2017-06-02", name="b"))
    assert uids(Query(), registry_of(its)) == ["a/b"]


# ---- windows

IN_WINDOW = [
    # first, last, when, until, could it fall in it
    ("2017-03-01", "2017-03-31", "2017-03-31", "", True),
    ("2017-03-01", "2017-03-31", "2017-04-01", "", False),
    ("2017-03-01", "2017-03-31", "2017-03-01", "", True),
    ("2017-04-01", "2017-04-30", "2017-03-31", "", False),
    ("2017-03-01", "2017-03-31", "2017-02/2017-06", "", True),
    ("2017-04-01", "2017-04-30", "2017-02/2017-06", "", True),
    ("2017-07-01", "2017-07-31", "2017-02/2017-06", "", False),
    ("2017-03-01", "2017-03-31", "2017-01/..", "", True),
    ("2017-03-01", "2017-03-31", "2017-04/..", "", False),
    ("2030-03-01", "2030-03-31", "2017-04/..", "", True),
    ("2017-05-01", "2017-05-31", "../2017-05", "", True),
    ("2017-06-01", "2017-06-30", "../2017-05", "", False),
    ("2017-05-03", "2017-05-03", "2017-05-02", "2017-05-04", True),
    ("2017-05-05", "2017-05-05", "2017-05-02", "2017-05-04", False),
    ("2017-04-01", None, "2017-05-01", "", True),
    ("2017-06-01", None, "2017-05-01", "", False),
    (None, "2017-05-01", "2017-05-01", "", True),
    (None, "2017-04-30", "2017-05-01", "", False),
    (None, "2017-04-30", "", "", False),  # undated ones appear only without a window
    ("2017-04-01", None, "", "", False),
]


@pytest.mark.parametrize(("first", "last", "when", "until", "expected"), IN_WINDOW)
def test_a_milestone_is_in_a_window_when_it_could_fall_in_it(
    first: str | None, last: str | None, when: str, until: str, expected: bool
) -> None:
    window = Window(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    its = registry_of(entry(stage(when, until=until)))
    assert bool(uids(Query(window=window), its)) is expected


def test_from_now_is_from_now_on_the_deadlines_own_calendar() -> None:
    """At one in the morning in Brussels the day of an AoE deadline has eleven hours to go."""
    its = registry_of(entry(stage("2017-04-04", zone="AoE")))
    now = at("2017-04-05T01:00")
    assert uids(Query(), its, now) == ["a/deadline"]
    assert uids(Query(window=parse("today", now.today())), its, now) == ["a/deadline"]
    assert uids(Query(window=parse("30d", now.today())), its, now) == ["a/deadline"]
    assert uids(Query(window=parse("tomorrow..30d", now.today())), its, now) == []


def test_until_now_is_until_now_on_the_deadlines_own_calendar() -> None:
    its = registry_of(entry(stage("2017-04-05", zone="Asia/Tokyo", at="05:00")))
    now = at("2017-04-04T23:00")
    assert uids(Query(), its, now) == []
    assert uids(Query(past=True), its, now) == ["a/deadline"]
    assert uids(Query(window=parse("7d", now.today(), past=True), past=True), its, now) == ["a/deadline"]
    window = parse("2017-03-01..2017-04-03", now.today(), past=True)
    assert uids(Query(window=window, past=True), its, now) == []


# ---- entries


def test_entries_that_are_current_soonest_first() -> None:
    assert ids(Query()) == ["cosme", "fair", "h2020", "held", "empty", "portal"]


def test_entries_with_the_past_and_the_cancelled() -> None:
    assert ids(Query(), everything=True) == [
        "cosme", "fair", "h2020", "held", "stale", "empty", "gone", "old", "portal", "spent",
    ]  # fmt: skip


def test_entries_that_nobody_has_confirmed() -> None:
    assert ids(Query(), unconfirmed=True) == ["stale"]
    assert ids(Query(kinds=frozenset({EntryKind.EVENT})), unconfirmed=True) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Query(stage_kinds=frozenset({StageKind.REGISTRATION})), ["fair"]),
        (Query(due=True), ["fair", "h2020", "held"]),
        (Query(tags=frozenset({"s3"})), ["cosme"]),
        (Query(statuses=frozenset({Status.OPEN})), ["h2020"]),
        # a status that is asked for is shown, current or not
        (Query(statuses=frozenset({Status.CANCELLED})), ["gone"]),
        (Query(statuses=frozenset({Status.CLOSED})), ["old"]),
        (Query(statuses=frozenset({Status.UNKNOWN})), ["stale"]),
    ],
)
def test_filters_of_entries(asked: Query, expected: list[str]) -> None:
    assert ids(asked) == expected


def test_what_comes_next_of_an_entry() -> None:
    row = select.entry_row(FAIR, NOW)
    assert row.next is not None
    assert (row.next.milestone.uid, row.next.days_left, row.unconfirmed) == ("fair/registration", 19, False)
    assert select.entry_row(OLD, NOW).next is None
    assert select.entry_row(GONE, NOW).next is None
    stale = select.entry_row(STALE, NOW)
    assert stale.unconfirmed
    assert stale.next is not None
    assert stale.next.unconfirmed


def test_every_milestone_of_an_entry_in_file_order() -> None:
    rows = rows_of(H2020, NOW)
    assert [(row.milestone.stage.id, row.days_left) for row in rows] == [
        ("published", -91),
        ("first", 34),
        ("second", None),
    ]


def test_what_a_search_looks_in_and_how_it_ranks() -> None:
    everywhere = [
        entry(name="needle-in-id"),
        entry(name="b", title="The Needle"),
        entry(name="c", programme="NEEDLE"),
        entry(name="d", tags=("needle",)),
        entry(name="e", summary="a needle"),
        entry(name="f", about="a needle"),
        entry(name="g", place="Needle"),
        entry(name="h", eligibility=("any needle",)),
        entry(name="i", note="needle"),
        entry(name="j", url="https://needle.example"),
        entry(stage(name="needle"), name="k"),
        entry(stage(title="Needle"), name="l"),
        entry(stage(note="needle"), name="m"),
        entry(name="n", links=(Link("https://a.example", "Needle"),)),
        entry(name="o", links=(Link("https://needle.example"),)),
        entry(name="p", funding=(Funding(50, "needles"),)),
        replace(entry(name="r"), source=Source(quote="l'ago: nèedle")),
        *(
            entry(name=f"s-{at}", contact=contact)
            for at, contact in enumerate(
                (Contact("Needle"), Contact("", "Needle Street"), Contact("", "", ("1", "needle")),
                 Contact("", "", (), "needle@a.example"))
            )
        ),
    ]  # fmt: skip
    # The title of a source is that of a whole report: every entry would be found by its words.
    registry = registry_of(*everywhere, replace(entry(name="q"), source=Source("Needle")))
    found = entries(registry, Query(text="néedle"), NOW, everything=True)
    assert {row.entry.id for row in found} == {each.id for each in everywhere}
    ranked = [row.entry.id for row in found]
    assert set(ranked[:2]) == {"needle-in-id", "b"}
    assert set(ranked[2:4]) == {"c", "d"}
    assert set(ranked[4:8]) == {"e", "f", "g", "h"}


def test_every_word_must_occur_somewhere() -> None:
    assert ids(Query(text="h2020 chains"), everything=True) == ["h2020"]
    assert ids(Query(text="h2020 s3"), everything=True) == []


def test_blanks_look_for_nothing_and_find_everything() -> None:
    assert uids(Query(text="  ")) == uids(Query())
    assert ids(Query(text="  ")) == ids(Query())


def test_a_row_carries_whether_it_is_over_from_the_instant_on() -> None:
    its = entry(stage("2017-04-04", name="first", at="10:00"), stage("2017-05-04", name="second"))
    for hour, over in (("10:00", [False, False]), ("10:01", [True, False])):
        assert [row.over for row in rows_of(its, at(f"2017-04-04T{hour}"))] == over
    registry, now = registry_of(its), at("2017-04-04T10:01")
    assert [(row.milestone.stage.id, row.over) for row in upcoming(registry, Query(), now)] == [
        ("second", False)
    ]
    assert [(row.milestone.stage.id, row.over) for row in upcoming(registry, Query(past=True), now)] == [
        ("first", True)
    ]


# ---- what an empty selection passed over


def test_why_nothing_is_ahead() -> None:
    now = at("2027-01-01")
    found = behind(ALL, Query(), now)
    assert (found.past, found.unconfirmed) == (6, 2)  # the six dated; h2020/second and stale
    assert found.last_deadline is not None
    assert found.last_deadline.uid == "gone/deadline"  # of several on one day, the first by uid
    assert behind(registry_of(), Query(), now) == select.Behind(0, 0, None)
    assert behind(ALL, Query(tags=frozenset({"s3"})), now) == select.Behind(1, 0, None)


# ---- properties

DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2025, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def some_entries(draw: st.DrawFn) -> list[Entry]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        stages = []
        for name in draw(st.sampled_from([[], ["x"], ["x", "y"]])):
            first, last = sorted([draw(DAYS), draw(DAYS)])
            when = draw(
                st.sampled_from(
                    ["", f"{first}", f"{first}/{last}", f"{first}/..", f"../{last}", f"{first.year}"]
                )
            )
            kind = draw(st.sampled_from(["published", "deadline", "dates"]))
            zone = draw(st.sampled_from([BRUSSELS, "AoE", "Asia/Tokyo"]))
            stages.append(stage(when, kind, name=name, zone=zone, cancelled=draw(st.booleans())))
        found.append(
            entry(
                *stages,
                name=f"e{number}",
                kind=draw(st.sampled_from(["call", "event"])),
                checked=draw(st.none() | DAYS),
                status=draw(st.sampled_from([None, None, Status.CANCELLED, Status.SUSPENDED, Status.OPEN])),
            )
        )
    return found


@st.composite
def windows(draw: st.DrawFn) -> Window:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return draw(st.sampled_from([Window(first, last), Window(first, None), Window(None, last)]))


@patient
@given(some_entries(), MOMENTS, st.booleans(), st.none() | windows(), st.integers())
def test_shuffling_the_file_changes_no_output(
    its: list[Entry], now: datetime, past: bool, window: Window | None, seed: int
) -> None:
    moment, asked = Moment(now, BRUSSELS), Query(window=window, past=past)
    shuffled = list(its)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - any order will do
    one, other = registry_of(*its), registry_of(*shuffled)
    assert upcoming(one, asked, moment) == upcoming(other, asked, moment)
    assert entries(one, asked, moment) == entries(other, asked, moment)
    assert entries(one, asked, moment, everything=True) == entries(other, asked, moment, everything=True)
    assert behind(one, asked, moment) == behind(other, asked, moment)


@patient
@given(some_entries(), MOMENTS, windows(), windows())
def test_a_wider_window_loses_no_row_and_none_shows_what_it_cannot_hold(
    its: list[Entry], now: datetime, one: Window, other: Window
) -> None:
    moment, registry = Moment(now, BRUSSELS), registry_of(*its)
    wider = Window(
        min(one.first, other.first) if one.first and other.first else None,
        max(one.last, other.last) if one.last and other.last else None,
    )
    whole = set(uids(Query(), registry, moment))
    held = set(uids(Query(window=wider), registry, moment))
    narrow = upcoming(registry, Query(window=one), moment)
    assert {row.milestone.uid for row in narrow} <= held <= whole
    for row in narrow:
        assert row.milestone.when is not None
        assert one.last is None or row.milestone.earliest is None or row.milestone.earliest <= one.last
        if one.first and one.first != moment.today():
            assert row.milestone.latest is None or row.milestone.latest >= one.first


@patient
@given(some_entries(), MOMENTS)
def test_nothing_is_both_ahead_and_past(its: list[Entry], now: datetime) -> None:
    moment, registry = Moment(now, BRUSSELS), registry_of(*its)
    ahead, past = upcoming(registry, Query(), moment), upcoming(registry, Query(past=True), moment)
    assert not {row.milestone.uid for row in ahead} & {row.milestone.uid for row in past}
    assert all(not row.unconfirmed for row in ahead)
    # and the shortcut past old entries loses none: the same, computed without it
    slow = {
        each.uid
        for one in its
        if one.status is not Status.CANCELLED
        for each in timeline.milestones(one)
        if timeline.is_ahead(each, moment)
    }
    assert {row.milestone.uid for row in ahead} == slow


def test_days_are_counted_on_the_rows_own_calendar() -> None:
    (row,) = upcoming(registry_of(milestone("2017-04-04", zone="AoE").entry), Query(), at("2017-04-05T01:00"))
    assert (row.today, row.days_left) == (date(2017, 4, 4), 0)


def test_entries_of_a_query_over_or_not() -> None:
    every = [row.entry for row in entries(ALL, Query(), NOW, everything=True)]
    assert set(select.selected(ALL, Query(), NOW)) == set(every)
    closed = select.selected(ALL, Query(statuses=frozenset({Status.CLOSED})), NOW)
    assert {entry.id for entry in closed} == {
        row.entry.id for row in entries(ALL, Query(), NOW, everything=True) if row.status is Status.CLOSED
    }


AWAY = entry(stage("2017-05-05"), name="away", meaning=Track.NO, track="aside", source="2017-01")
SENT = entry(
    stage("2017-05-06", name="first"), stage("2017-07-07", name="second", follows="first"),
    name="sent", meaning=Track.SUBMITTED, track="submitted",
)  # fmt: skip
TRACKED = registry_of(AWAY, SENT, H2020)


@pytest.mark.parametrize(("query", "uids"), [
    (Query(), ["h2020/published", "h2020/first", "sent/first", "sent/second", "h2020/second"]),
    (Query(due=True), ["h2020/first", "sent/second", "h2020/second"]),
    (Query(tracks=frozenset({"no"})), ["away/deadline"]),
    (Query(tracks=frozenset({"aside"})), ["away/deadline"]),
    (Query(tracks=frozenset({"submitted"}), due=True), ["sent/second"]),
    (Query(tracks=frozenset({"watch"})), ["h2020/published", "h2020/first", "h2020/second"]),
    (Query(put_away=True, stage_kinds=frozenset({StageKind.DEADLINE})),
     ["h2020/first", "away/deadline", "sent/first", "sent/second", "h2020/second"]),
    (Query(programmes=frozenset({"X"})), []),
])  # fmt: skip
def test_what_is_put_away_is_selected_where_it_is_asked_for(query: Query, uids: list[str]) -> None:
    found = [row.milestone.uid for row in upcoming(TRACKED, query, NOW)]
    assert [each for each in found if each != "h2020/published"] == [
        each for each in uids if each != "h2020/published"
    ]


def test_entries_put_away_are_among_all_and_not_among_those_to_confirm() -> None:
    later = at("2019-03-01T12:00")
    assert [row.entry.id for row in entries(TRACKED, Query(), NOW)] == ["h2020", "sent"]
    assert "away" in [row.entry.id for row in entries(TRACKED, Query(), NOW, everything=True)]
    stale = registry_of(replace(STALE, meaning=Track.NO))
    assert entries(stale, Query(), later, unconfirmed=True) == ()
    assert [each.id for each in select.selected(TRACKED, Query(), NOW)] == ["sent", "h2020"]
    assert next(each.id for each in select.selected(TRACKED, Query(put_away=True), NOW)) == "away"


def test_of_what_came_out_empty_it_is_counted_what_is_put_away() -> None:
    assert behind(registry_of(AWAY), Query(), NOW).put_away == 1
    assert behind(registry_of(AWAY), Query(put_away=True), NOW).put_away == 0
