"""What of the catalogue somebody looks for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import at, registry_of
from clustercalls.candidate import Candidate
from clustercalls.catalogue.find import Hit, find
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import UsageRefused
from clustercalls.model import EntryKind, StageKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query import select
from clustercalls.query.wanted import Query, Values
from offers import LATER, NOON, candidate, catalogue, dated, keys, looked, sync

OPENS = dated("2026-07-01", "opens")


def found(path: Path, text: str, **rest: Any) -> tuple[Hit, ...]:  # noqa: ANN401 - of a query
    with to_read(path) as connection:
        return find(connection, Query(text=text, **rest), NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "c"


def test_every_word_must_be_there_wherever_it_stands(path: Path) -> None:
    sync(
        path,
        candidate("1", "2026-09-15", title="Clusters of drones"),
        candidate("2", "2026-09-15", title="Clusters", parent="Drones"),
        candidate("3", "2026-09-15", title="Clusters", ident="DRONES-1"),
        candidate("4", "2026-09-15", title="Clusters", words=("a", "drones")),
        candidate("5", "2026-09-15", title="Clusters", text="no drones"),
        candidate("6", "2026-09-15", title="Clusters", summary="drones"),  # not searched: not of the source
    )
    assert sorted(looked(path, "cluster drones")) == ["1", "2", "3", "4", "5"]


def test_the_best_comes_first(path: Path) -> None:
    sync(
        path,
        candidate("1", "2026-09-15", text="drones " + "word " * 50),
        candidate("2", "2026-09-15", title="Drones"),
        candidate("3", "2026-09-15", parent="Drones of the sea"),
        candidate("4", "2026-09-15", text="nothing"),
    )
    assert looked(path, "drones") == ["2", "3", "1"]


WORDS = [
    ("electronique", ["1"]),
    ("ÉLECTRO", ["1"]),
    ('"electro"', []),
    ('"big data"', ["2"]),
    ('"data big"', []),
    ("data big", ["2"]),
    ("electronique OR data", ["1", "2"]),
    ("call -data", ["1"]),
    ('call -"big data"', ["1"]),
    ("call -dat", ["1", "2"]),
    ("call -dat*", ["1"]),
    ("HORIZON-CL5-2026", ["2"]),
    ("CL5", ["2"]),
    ("CL", []),
    ("nothing", []),
]


@pytest.mark.parametrize(("text", "which"), WORDS)
def test_words_and_phrases(path: Path, text: str, which: list[str]) -> None:
    sync(
        path,
        candidate("1", "2026-09-15", title="Call: Électronique"),
        candidate("2", "2026-09-15", title="Call: big data", ident="HORIZON-CL5-2026-D4"),
    )
    assert sorted(looked(path, text)) == which


def test_where_the_words_were_found_is_quoted(path: Path) -> None:
    sync(path, candidate("1", "2026-09-15", title="A", text="on\n\nthe Électronique of  electronics today"))
    (hit,) = found(path, "electron")
    assert hit.words == ((
        ("on the ", False), ("Électronique", True), (" of ", False), ("electronics", True), (" today", False),
    ),)  # fmt: skip
    (hit,) = found(path, "")
    assert hit.words == ()


@pytest.mark.parametrize(("text", "places"), [
    ("drones", ["Drones"]),
    ("drones cluster", ["Drones", "Clusters of"]),  # in the order of the fields
    ("drones clust clusters", ["Clusters of", "Drones"]),  # what shows most comes first
    ("cluster OR drones", ["Drones"]),  # one of them is enough
    ("DRONÈS i3", ["Drones", "of I3"]),
    ("drones of", ["Drones", "Clusters of"]),
    ('"of i3" -sea', ["of I3"]),
])  # fmt: skip
def test_more_places_are_quoted_until_every_word_is_shown(path: Path, text: str, places: list[str]) -> None:
    sync(path, candidate("1", "2026-09-15", title="Drones", parent="Clusters of", text="of I3"))
    (hit,) = found(path, text)
    assert ["".join(piece for piece, _ in place) for place in hit.words] == places
    assert all(any(is_word for _, is_word in place) for place in hit.words)


def test_a_hit_says_what_a_row_of_the_list_does(path: Path) -> None:
    sync(path, candidate("1", OPENS, "2026-09-15", ident="I", title="T"))
    (hit,) = found(path, "")
    assert (hit.source, hit.key, hit.ident, hit.row.entry.id, hit.row.entry.title) == (
        "eu",
        "1",
        "I",
        "eu:1",
        "T",
    )
    assert hit.row.status is Status.OPEN
    assert hit.row.deadline is not None
    assert hit.row.deadline.days_left == 45
    assert (hit.first_seen, hit.changed, hit.gone) == ("2026-08-01T10:00:00.000000+00:00", None, None)


def test_without_words_the_next_deadline_comes_first(path: Path) -> None:
    sync(
        path,
        candidate("later", "2026-10-01"),
        candidate("evening", dated("2026-09-01", at="20:00")),
        candidate("noon", dated("2026-09-01", at="12:00")),
        candidate("no hour", dated("2026-09-01", at="")),
        candidate("second cut-off", dated("2026-07-01", name="a"), dated("2026-08-20", name="b")),
        candidate("under way", dated("2026-07-01/2026-08-30", at="")),
        candidate("by a month", dated("2026-09", at="")),
        candidate("opens", dated("2026-08-05", "opens")),
        candidate("undated"),
        candidate("over", "2026-07-31"),
        candidate("over today", dated("2026-08-01", at="11:59")),
        candidate("today", dated("2026-08-01", at="12:01")),
    )
    order = ["today", "under way", "second cut-off", "noon", "evening", "no hour", "by a month", "later",
             "opens", "undated"]  # fmt: skip
    assert looked(path) == order
    for limit in range(12):
        assert looked(path, limit=limit) == order[:limit]


def test_days_are_those_of_the_zone_of_each(path: Path) -> None:
    west = dated("2026-07-31", at="", zone="AoE")  # there it is 31 July until 14:00 in Brussels
    sync(path, candidate("1", "2026-08-20"), candidate("2", west), candidate("3", dated("2026-07-31", at="")))
    moment = at("2026-08-01T13:30")
    assert looked(path, moment=moment) == ["2", "1"]
    assert looked(path, moment=at("2026-08-01T14:30")) == ["1"]


@pytest.mark.parametrize(
    ("first", "last", "which"),
    [
        ("2026-08-01", "2026-08-31", ["a", "c"]),
        ("2026-09-01", "2026-09-10", ["c", "b"]),
        ("2026-09-11", None, ["c", "d"]),
        (None, "2026-08-10", ["a"]),
        ("2026-08-15", "2026-08-15", []),
    ],
)
def test_a_window_takes_what_may_fall_into_it(
    path: Path, first: str | None, last: str | None, which: list[str]
) -> None:
    sync(
        path,
        candidate("a", dated("2026-08-10", "opens"), "2026-12-15"),
        candidate("b", "2026-09-10"),
        candidate("c", dated("2026-08-20/2026-09-30", at="")),
        candidate("d", "2027-01-10"),
        candidate("e"),
    )
    window = Window(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    if last is None:
        which = ["c", "a", "d"]
    assert looked(path, window=window) == which
    assert sorted(looked(path, "call", window=window)) == sorted(which)


def test_filters_are_those_of_everywhere(path: Path) -> None:
    sync(
        path,
        candidate("1", OPENS, "2026-08-10"),
        candidate("2", OPENS, "2026-09-15", programme="I3"),
        candidate("3", dated("2026-08-20", "opens"), "2026-10-15"),
        candidate("4", OPENS, "2026-07-15"),
        candidate("5", OPENS, "2026-10-20", status="cancelled"),
        candidate("6", kind="event", dates="2026-08-15"),
    )
    sync(path, candidate("7", OPENS, "2026-11-15", source="news"), source="news")
    assert looked(path) == ["1", "6", "2", "3", "7"]
    assert looked(path, programmes=frozenset({"I3"})) == ["2"]
    assert looked(path, programmes=frozenset({"I3", "SMP"})) == ["2"]
    assert looked(path, sources={"news"}) == ["7"]
    assert looked(path, kinds=frozenset({EntryKind.EVENT})) == ["6"]
    assert looked(path, kinds=frozenset({EntryKind.CALL}), limit=2) == ["1", "2"]
    assert looked(path, stage_kinds=frozenset({StageKind.DATES})) == ["6"]
    assert looked(path, but=Values(programmes=frozenset({"HORIZON"}))) == ["2"]
    by_status = {status: looked(path, statuses=frozenset({status})) for status in Status}
    assert {status: found for status, found in by_status.items() if found} == {
        Status.CLOSING: ["1"],
        Status.OPEN: ["2", "7"],
        Status.FORECAST: ["3"],
        Status.CLOSED: ["4"],
        Status.CANCELLED: ["5"],
    }
    assert looked(path, statuses=frozenset({Status.CLOSED, Status.OPEN})) == ["2", "7", "4"]
    assert looked(path, "call", statuses=frozenset({Status.CLOSED})) == ["4"]


def test_the_status_is_of_the_day_that_asks(path: Path) -> None:
    sync(path, candidate("1", dated("2026-08-20", "opens"), "2026-10-15"))
    days = {"2026-08-19": Status.FORECAST, "2026-08-21": Status.OPEN, "2026-10-02": Status.CLOSING}
    for day, status in days.items():
        for asked in Status:
            shown = looked(path, statuses=frozenset({asked}), moment=at(f"{day}T12:00"))
            assert shown == (["1"] if asked is status else [])


def test_what_is_over_only_when_asked_the_newest_first(path: Path) -> None:
    sync(
        path,
        candidate("1", "2026-07-01", title="a drone"),
        candidate("2", "2026-07-20", title="a drone"),
        candidate("3", "2026-09-01", title="a drone"),
    )
    assert looked(path, past=True) == ["2", "1"]
    assert sorted(looked(path, "drone", past=True)) == ["1", "2"]
    assert looked(path, "drone") == ["3"]
    assert looked(path, past=True, limit=1) == ["2"]
    assert looked(path, past=True, window=Window(date(2026, 6, 1), date(2026, 7, 10))) == ["1"]
    assert looked(path, moment=at("2026-09-01T16:59")) == ["3"]
    assert looked(path, past=True, moment=at("2026-09-01T17:01"), limit=1) == ["3"]


def test_what_is_gone_is_past(path: Path) -> None:
    calls = [candidate(str(number), "2026-09-15") for number in range(8)]
    sync(path, *calls)
    for _ in range(2):
        sync(path, *calls[1:])
    assert "0" not in looked(path)
    assert looked(path, past=True) == ["0"]


def test_new_is_what_the_last_sync_brought(path: Path) -> None:
    first, second, third = (candidate(str(number), "2026-09-15") for number in range(3))
    sync(path, first)
    assert looked(path, new=True) == ["0"]
    sync(path, first, second, moment=LATER)
    assert looked(path, new=True) == ["1"]
    sync(path, first, second, third, moment=at("2026-08-03T12:00"))
    assert looked(path, new=True) == ["2"]
    assert looked(path, "call", new=True) == ["2"]
    sync(path, first, second, third, moment=at("2026-08-04T12:00"))
    assert looked(path, new=True) == []


@pytest.mark.parametrize("text", ["-x", "-", '"', "\0"])
def test_a_text_without_a_word_is_refused_or_finds_all(path: Path, text: str) -> None:
    with catalogue(path, candidate("1", "2026-09-15")) as connection:
        if not text.strip("\0"):
            assert keys(find(connection, Query(text=text), NOON)) == ["1"]
            return
        with pytest.raises(UsageRefused):
            find(connection, Query(text=text), NOON)


DAYS = st.dates(date(2026, 7, 28), date(2026, 8, 6)).map(date.isoformat)
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: "/".join(sorted(pair)) if pair[0] != pair[1] else pair[0])
STAGES = st.lists(
    st.builds(
        dated,
        DAYS | SPANS | DAYS.map(lambda day: f"{day}/.."),
        st.sampled_from(["deadline", "deadline", "opens", "decision"]),
        at=st.sampled_from(["", "11:00", "17:00"]),
        zone=st.sampled_from(["Europe/Brussels", "AoE", "Pacific/Kiritimati"]),
    ),
    max_size=3,
)


def made(calls: list[list[dict[str, Any]]]) -> list[Candidate]:
    """Candidates with these stages, each with an id of its own; an hour only where there is one day."""
    offered = []
    for number, stages in enumerate(calls):
        named = [{**stage, "id": f"s{place}"} for place, stage in enumerate(stages)]
        for each in named:
            if "/" in each["when"]:
                each.pop("at", None)
        offered.append(candidate(f"{number:02}", *named))
    return offered


CALLS = st.lists(STAGES, max_size=12).map(made)


@given(CALLS)
@settings(deadline=None, max_examples=60)
def test_the_first_are_the_same_however_many_are_asked_for(
    tmp_path_factory: pytest.TempPathFactory, calls: list[Candidate]
) -> None:
    path = tmp_path_factory.mktemp("c") / "c"
    sync(path, *calls)
    every = looked(path, limit=100)
    assert len(set(every)) == len(every)
    assert sorted(looked(path, "call", limit=100)) == sorted(every)  # two ways to the same ones
    for limit in range(len(every)):
        assert looked(path, limit=limit) == every[:limit]


@given(CALLS, st.sampled_from(sorted(Status, key=lambda status: status.value)), DAYS, DAYS)
@settings(deadline=None, max_examples=60)
def test_it_finds_what_a_list_of_a_registry_with_these_shows(
    tmp_path_factory: pytest.TempPathFactory, calls: list[Candidate], status: Status, one: str, other: str
) -> None:
    path = tmp_path_factory.mktemp("c") / "c"
    sync(path, *calls)
    entries = (entry_of("eu", each.key, each.entry)[0] for each in calls)
    registry = registry_of(*(entry for entry in entries if entry))
    window = Window(*map(date.fromisoformat, sorted([one, other])))

    def listed(query: Query) -> set[str]:
        return {row.entry.id for row in select.entries(registry, query, NOON)}

    def found(query: Query) -> set[str]:
        with to_read(path) as connection:
            return {hit.row.entry.id for hit in find(connection, query, NOON, limit=100)}

    assert found(Query()) == listed(Query())
    by_status = Query(statuses=frozenset({status}))
    assert found(by_status) == listed(by_status)
    within = {row.milestone.entry.id for row in select.upcoming(registry, Query(window=window), NOON)}
    assert found(Query(window=window)) == within


def test_so_many_of_the_best(path: Path) -> None:
    sync(path, *(candidate(str(number), "2026-09-15", title="drone " * (9 - number)) for number in range(8)))
    every = looked(path, "drone")
    assert len(every) == 8
    for limit in range(9):
        assert looked(path, "drone", limit=limit) == every[:limit]
        assert len(looked(path, limit=limit)) == limit if limit < 8 else True


def test_twenty_are_shown_unless_more_are_asked_for(path: Path) -> None:
    sync(path, *(candidate(str(number), "2026-09-15") for number in range(30)))
    assert (len(looked(path)), len(looked(path, "call"))) == (20, 20)


def test_of_one_moment_the_one_that_is_known_for_longer_comes_first(path: Path) -> None:
    sync(path, candidate("b", "2026-09-15"))
    sync(path, candidate("a", "2026-09-15"), candidate("b", "2026-09-15"))
    assert (looked(path), looked(path, limit=1)) == (["b", "a"], ["b"])


def test_in_a_window_only_the_kind_that_is_asked_for_counts(path: Path) -> None:
    sync(path, candidate("1", dated("2026-08-10", "opens"), "2026-12-15"), candidate("2", "2026-08-12"))
    window = Window(date(2026, 8, 1), date(2026, 8, 31))
    assert looked(path, window=window) == ["1", "2"]
    assert looked(path, window=window, stage_kinds=frozenset({StageKind.DEADLINE})) == ["2"]
    assert looked(path, "call", window=window, stage_kinds=frozenset({StageKind.DEADLINE})) == ["2"]


@pytest.mark.parametrize(("day", "status"), [("2026-08-15", Status.CLOSING), ("2026-08-16", Status.OPEN)])
def test_closing_is_found_to_its_last_day(path: Path, day: str, status: Status) -> None:
    sync(path, candidate("1", day))
    for asked in (Status.CLOSING, Status.OPEN):
        assert looked(path, statuses=frozenset({asked})) == (["1"] if asked is status else [])


@pytest.mark.parametrize("query", [Query(), Query(window=Window(date(2026, 9, 1), None)), Query(past=True)])
def test_no_more_is_read_than_is_shown(path: Path, query: Query) -> None:
    days = [date(2026, 7, 1 + number) for number in range(28)] + [
        date(2026, 9, 1 + number) for number in range(28)
    ]
    sync(path, *(candidate(f"{number:02}", day.isoformat()) for number, day in enumerate(days)))
    read: list[str] = []
    with to_read(path) as connection:
        connection.set_trace_callback(
            lambda sql: read.append(sql) if sql.startswith("SELECT source, key") else None
        )
        assert len(find(connection, query, NOON, limit=5)) == 5
    assert len(read) == 5
