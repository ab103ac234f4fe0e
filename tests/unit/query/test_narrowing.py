"""What an audience has, narrowed by what somebody types."""

from typing import Any

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.model import EntryKind, StageKind, Status
from clustercalls.query import select
from clustercalls.query.narrowing import narrowed
from clustercalls.query.wanted import Query, Values

NOW = at("2027-03-15")
REGISTRY = registry_of(
    entry(stage("2027-04-01"), name="a", tags=("x",), programme="P", owner="anna"),
    entry(stage("2027-04-02"), stage("2027-04-03", "info_day"), name="b", tags=("x", "y"), programme="Q"),
    entry(stage("2027-04-04", "dates"), name="c", kind="event", tags=("y",), programme="P"),
)


def query(**values: Any) -> Query:  # noqa: ANN401 - any field of a query
    made: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, set) else value for name, value in values.items()
    }
    return Query(**made)


@pytest.mark.parametrize(
    ("first", "then", "rows"),
    [
        (query(), query(), "abbc"),
        (query(tags={"x"}), query(), "abb"),
        (query(), query(tags={"x"}), "abb"),
        (query(tags={"x"}), query(tags={"y"}), "bb"),
        (query(tags={"x"}), query(programmes={"P"}), "a"),
        (query(programmes={"P"}), query(programmes={"Q"}), ""),
        (query(kinds={EntryKind.CALL}), query(tags={"y"}), "bb"),
        (query(stage_kinds={StageKind.DEADLINE}), query(), "ab"),
        (query(stage_kinds={StageKind.DEADLINE, StageKind.DATES}),
         query(stage_kinds={StageKind.DATES, StageKind.INFO_DAY}), "c"),
        (query(stage_kinds={StageKind.DEADLINE}), query(stage_kinds={StageKind.DATES}), ""),
        (query(but=Values(tags=frozenset({"y"}))), query(but=Values(programmes=frozenset({"P"}))), ""),
        (query(owners={"anna"}), query(owners={"bruno"}), ""),
        (query(statuses={Status.OPEN}), query(statuses={Status.CLOSED}), ""),
    ],
)  # fmt: skip
def test_what_both_select_is_selected(first: Query, then: Query, rows: str) -> None:
    chosen, wanted = narrowed(REGISTRY, first, then, NOW)
    assert "".join(row.milestone.entry.id for row in select.upcoming(chosen, wanted, NOW)) == rows


def test_all_but_the_values_is_as_the_second_has_it() -> None:
    then = query(text="a", due=True, for_others=True, put_away=True)
    _, wanted = narrowed(REGISTRY, query(text="b"), then, NOW)
    assert (wanted.text, wanted.due, wanted.for_others, wanted.put_away) == ("a", True, True, True)
