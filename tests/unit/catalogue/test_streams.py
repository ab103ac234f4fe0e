"""The numbers of records in the order in which they are shown."""

from pathlib import Path

from clustercalls.catalogue import streams
from clustercalls.catalogue.where import where_of
from clustercalls.model import StageKind
from clustercalls.phrase.windows import Window
from clustercalls.query.wanted import Query
from offers import NOON, candidate, catalogue, dated


def test_first_what_is_under_way_then_by_day_then_the_rest(tmp_path: Path) -> None:
    calls = (
        candidate("1", "2026-09-15"),
        candidate("2", dated("2026-07-01/2026-08-15", at="")),
        candidate("3", dated("2026-08-20", name="a"), dated("2026-08-25", name="b")),
        candidate("4", dated("2026-08-03", "opens")),
    )
    with catalogue(tmp_path / "c", *calls) as connection:
        where = where_of(Query(), NOON, (), new=False)
        assert [*streams.by_day(connection, Query(), where, NOON)] == [
            (2, "2026-08-02", False),
            (3, "2026-08-20", True),
            (3, "2026-08-25", True),
            (1, "2026-09-15", True),
            (4, "", False),
        ]


def test_a_window_has_no_rest_and_every_kind() -> None:
    assert streams.kinds_of(Query()) == streams.TO_DO
    assert streams.kinds_of(Query(window=Window(None, None))) == frozenset()
    assert streams.kinds_of(Query(stage_kinds=frozenset({StageKind.OPENS}))) == {StageKind.OPENS}


def test_looking_back_what_is_gone_comes_first(tmp_path: Path) -> None:
    calls = (candidate("1", "2026-07-15"), candidate("2", "2026-07-20"), candidate("3", "2026-09-20"))
    query = Query(past=True)
    with catalogue(tmp_path / "c", *calls) as connection:
        connection.execute("PRAGMA query_only = 0")
        connection.execute("UPDATE record SET gone = '2026-07-30' WHERE key = '3'")
        where = where_of(query, NOON, (), new=False)
        assert [record for record, *_ in streams.looking_back(connection, query, where)] == [3, 2, 1]


def test_by_words_the_best_comes_first(tmp_path: Path) -> None:
    calls = (candidate("1", text="drones and more"), candidate("2", title="drones"))
    with catalogue(tmp_path / "c", *calls) as connection:
        assert [record for record, *_ in streams.by_words(connection, '"drones"')] == [2, 1]
