"""Which records can be meant: never fewer than are."""

from datetime import date

import pytest

from clustercalls.catalogue.where import ends_of, looks_back, where_of
from clustercalls.model import EntryKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.wanted import Query
from offers import NOON


def test_nothing_asked_is_what_is_not_over() -> None:
    where = where_of(Query(), NOON, (), new=False)
    assert where.sql == "(r.last IS NULL OR r.last >= :yesterday) AND r.gone IS NULL"
    assert where.values["yesterday"] == "2026-07-31"


def test_values_never_stand_in_the_sql() -> None:
    hostile = "x' OR 1 --"
    query = Query(
        programmes=frozenset({hostile}), kinds=frozenset({EntryKind.EVENT}), statuses=frozenset(Status)
    )
    where = where_of(query, NOON, [hostile], new=True)
    assert hostile not in where.sql
    assert [name for name, value in where.values.items() if value == hostile] == ["source0", "programme0"]


@pytest.mark.parametrize(
    ("window", "ends"),
    [
        (None, ("", "~")),
        (Window(date(2026, 8, 1), date(2026, 8, 31)), ("2026-07-31", "2026-09-01")),
        (Window(None, date(2026, 8, 31)), ("", "2026-09-01")),
        (Window(date.min, date.max), ("0001-01-01", "9999-12-31")),
    ],
)
def test_a_window_is_a_day_wider(window: Window | None, ends: tuple[str, str]) -> None:
    assert ends_of(window) == ends


def test_what_ended_is_looked_for_from_the_newest() -> None:
    assert looks_back(Query(past=True))
    assert looks_back(Query(statuses=frozenset({Status.CLOSED})))
    assert not looks_back(Query())
    assert not looks_back(Query(statuses=frozenset({Status.CLOSED, Status.OPEN})))
