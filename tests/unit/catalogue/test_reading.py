"""From the table that a source proposes to an entry."""

from typing import Any

import pytest

from builders import at
from clustercalls.catalogue.reading import columns_of, compared, day_of, entry_of, stages_of, stamp
from clustercalls.model import Entry, EntryKind, Status
from offers import NOON, candidate, dated


def read(*stages: dict[str, Any] | str, **entry: Any) -> Entry:  # noqa: ANN401 - any field of an entry
    made, problems = entry_of("eu", "1TOPICS", candidate("1TOPICS", *stages, **entry).entry)
    assert problems == []
    assert made is not None
    return made


def test_the_day_of_a_moment_is_that_of_brussels() -> None:
    assert str(day_of(stamp(at("2026-11-27T00:30").now))) == "2026-11-27"
    assert str(day_of(stamp(at("2026-07-27T23:30").now))) == "2026-07-27"


def test_it_is_read_as_a_registry_reads_it() -> None:
    made = read("2026-09-15", status="cancelled", budget=5, currency="EUR")
    assert (made.id, made.kind, made.status, made.budget) == (
        "eu:1TOPICS",
        EntryKind.CALL,
        Status.CANCELLED,
        5,
    )
    assert made.stages[0].when is not None
    assert (made.stages[0].when.text, str(made.stages[0].at)) == ("2026-09-15", "17:00:00")
    assert made.stages[0].zone == "Europe/Brussels"


def test_a_kind_may_say_that_it_is_no_call() -> None:
    assert read(kind="event", dates="2026-09-01").kind is EntryKind.EVENT
    assert entry_of("eu", "1", {"title": "x", "kind": "feast"}) == (None, [])


def test_the_table_is_left_as_it_is() -> None:
    table = candidate("1", "2026-09-15", kind="event").entry
    before = dict(table)
    entry_of("eu", "1", table)
    assert table == before


def test_what_is_wrong_is_told_and_what_has_no_dates_then_is_none() -> None:
    made, problems = entry_of("eu", "1", candidate("1", "2026-13-45").entry)
    assert made is None
    assert [each.code for each in problems] == ["bad-date"]
    made, problems = entry_of("eu", "1", candidate("1", "2026-09-15", url="javascript:alert(1)").entry)
    assert made is not None
    assert made.url == ""
    assert problems


@pytest.mark.parametrize(
    ("stages", "columns"),
    [
        (["2026-09-15"], (None, "2026-09-15", "2026-09-15")),
        ([dated("2026-07-01", "opens"), "2026-09-15"], ("2026-07-01", "2026-09-15", "2026-09-15")),
        ([dated("2026-07-01", "opens")], ("2026-07-01", None, None)),  # awaited: not over
        ([dated("2026-07-01/2026-08-05", "opens")], ("2026-08-05", None, None)),  # open for sure by then
        ([dated("2026-07-01", name="a"), dated("2026-09-01", name="b")], (None, "2026-09-01", "2026-09-01")),
        ([dated("2026-07-01")], (None, None, "2026-07-01")),
        ([dated("2026-09-01/2026-10-01", at="")], (None, "2026-09-01", "2026-10-01")),
        ([dated("2026-09-01/..", at="")], (None, "2026-09-01", None)),
        ([], (None, None, None)),
    ],
)
def test_what_it_is_found_by(stages: list[dict[str, Any] | str], columns: tuple[str | None, ...]) -> None:
    assert columns_of(read(*stages), NOON) == ("HORIZON", *columns)


def test_an_event_is_over_after_its_days() -> None:
    assert columns_of(read(kind="event", dates="2026-07-01"), NOON).last == "2026-07-01"
    assert columns_of(read(kind="event"), NOON).last is None


def test_stages_have_both_ends_and_the_moment_that_is_known() -> None:
    made = read(dated("2026-07-01", "opens"), dated("2026-09-01/2026-10", name="first", at=""), "2026-12-01")
    assert [*stages_of(made)] == [
        ("2026-07-01", "2026-07-01", "opens", "opens", None),
        ("2026-09-01", "2026-10-31", "first", "deadline", None),
        ("2026-12-01", "2026-12-01", "deadline", "deadline", "2026-12-01T16:00:00.000000+00:00"),
    ]


def test_what_is_compared_are_facts_and_no_texts() -> None:
    made = read("2026-09-15", title="T", summary="s", about="a", url="https://a.eu", budget=5, currency="EUR",
                grants={"number": 2}, status="cancelled", note="n", tags=["t"])  # fmt: skip
    assert set(compared(made)) == {"title", "budget", "currency", "grants", "status", "stage deadline"}
