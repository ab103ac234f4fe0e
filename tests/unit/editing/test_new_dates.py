"""The dates of a new entry from what was said for each, with the openings, ends and zone that texts name."""

from datetime import date, datetime
from typing import Any

import pytest

from clustercalls.editing.new_dates import put, put_dates, put_stage
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Said

BRUSSELS, ROME, HELSINKI = "Europe/Brussels", "Europe/Rome", "Europe/Helsinki"
NOON = datetime(2027, 3, 15, 12)  # noqa: DTZ001 - as in a file

SAID: list[tuple[dict[str, Said], dict[str, Any]]] = [
    ({"deadline": Said("2027-03-15")}, {"deadline": date(2027, 3, 15)}),
    (
        {"deadline": Said("2027-03-15", opens="2027-02-01")},
        {"opens": date(2027, 2, 1), "deadline": date(2027, 3, 15)},
    ),
    (
        {"opens": Said("2027-02-01"), "deadline": Said("2027-03-15", opens="2027-02-01")},
        {"opens": date(2027, 2, 1), "deadline": date(2027, 3, 15)},
    ),
    (
        {"starts": Said("2027-03-15", until="2027-03-16")},
        {"starts": date(2027, 3, 15), "ends": date(2027, 3, 16)},
    ),
    (
        {"starts": Said("2027-03-15", until="2027-03-16"), "ends": Said("2027-03-18")},
        {"starts": "2027-03-15/2027-03-16", "ends": date(2027, 3, 18)},
    ),
    ({"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, {"deadline": NOON, "zone": HELSINKI}),
    ({"deadline": Said("2027-03-15T12:00", zone=BRUSSELS)}, {"deadline": NOON}),
    (
        {"opens": Said("2027-02-01"), "deadline": Said("2027-03-15T12:00", zone=HELSINKI)},
        {"opens": date(2027, 2, 1), "deadline": NOON, "zone": HELSINKI},
    ),
    ({"source.date": Said("2027-03-15")}, {"source": {"date": date(2027, 3, 15)}}),
]


@pytest.mark.parametrize(("heard", "table"), SAID)
def test_what_was_said_for_each_field(heard: dict[str, Said], table: dict[str, Any]) -> None:
    found: dict[str, Any] = {}
    assert put_dates(found, heard, BRUSSELS) == []
    assert found == table


def test_what_is_not_announced_is_a_stage_without_a_date() -> None:
    found: dict[str, Any] = {}
    assert put_dates(found, {"deadline": Said(), "opens": Said()}, BRUSSELS) == [
        {"kind": "deadline"},
        {"kind": "opens"},
    ]
    assert found == {}


@pytest.mark.parametrize(
    ("heard", "code"),
    [
        ({"ends": Said()}, "not-this-field"),
        ({"source.date": Said()}, "not-this-field"),
        ({"registration": Said("2027-03-15", opens="2027-02-01")}, "not-this-field"),
        (
            {"opens": Said("2027-02-02"), "deadline": Said("2027-03-15", opens="2027-02-01")},
            "two-dates-typed",
        ),
        (
            {"opens": Said("2027-02-01T09:00"), "deadline": Said("2027-03-15T12:00", zone=HELSINKI)},
            "zone-shared",
        ),
        (
            {
                "opens": Said("2027-02-01T09:00", zone=ROME),
                "deadline": Said("2027-03-15T12:00", zone=HELSINKI),
            },
            "zone-shared",
        ),
    ],
)
def test_what_cannot_be_meant_together(heard: dict[str, Said], code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        put_dates({}, heard, BRUSSELS)
    assert refused.value.problem.code == code


def test_a_zone_that_is_typed_by_itself_has_to_be_the_same() -> None:
    table: dict[str, Any] = {"zone": HELSINKI}
    put_dates(table, {"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, BRUSSELS)
    assert table["zone"] == HELSINKI
    with pytest.raises(UsageRefused):
        put_dates({"zone": ROME}, {"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, BRUSSELS)


def test_a_stage_has_its_own_zone_and_the_entry_its_opening() -> None:
    stage: dict[str, Any] = {"kind": "deadline", "id": "first"}
    table: dict[str, Any] = {}
    put_stage(stage, table, Said("2027-03-15T12:00", opens="2027-02-01", zone=HELSINKI), (BRUSSELS, BRUSSELS))
    assert stage == {"kind": "deadline", "id": "first", "when": NOON, "zone": HELSINKI}
    assert table == {"opens": date(2027, 2, 1)}
    same: dict[str, Any] = {"kind": "deadline"}
    put_stage(same, {"zone": HELSINKI}, Said("2027-03-15T12:00", zone=HELSINKI), (HELSINKI, BRUSSELS))
    assert "zone" not in same


def test_a_value_is_put_below_the_tables_on_its_way() -> None:
    table: dict[str, Any] = {}
    put(table, ("source", "date"), 1)
    put(table, ("id",), "one")
    assert table == {"source": {"date": 1}, "id": "one"}
