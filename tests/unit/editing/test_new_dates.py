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
        {"starts": Said("2027-03-15", until="2027-03-16"), "ends": Said("2027-03-16T18:00")},
        {"starts": date(2027, 3, 15), "ends": datetime(2027, 3, 16, 18)},  # noqa: DTZ001
    ),
    *(
        (
            {"starts": Said("2027-03-15T12:00", zone=one), "ends": Said("2027-03-15T12:00", zone=other)},
            {"starts": NOON, "ends": NOON},
        )
        for one, other in (("CET", ""), ("", "CET"), (BRUSSELS, ""), ("CET", BRUSSELS))
    ),
    ({"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, {"deadline": NOON, "zone": HELSINKI}),
    ({"deadline": Said("2027-03-15T12:00", zone=BRUSSELS)}, {"deadline": NOON}),
    (
        {
            "opens": Said("2027-02-01T12:00", zone=HELSINKI),
            "deadline": Said("2027-03-15T12:00", zone=HELSINKI),
        },
        {"opens": datetime(2027, 2, 1, 12), "deadline": NOON, "zone": HELSINKI},  # noqa: DTZ001
    ),
    ({"source.date": Said("2027-03-15")}, {"source": {"date": date(2027, 3, 15)}}),
]


@pytest.mark.parametrize(("heard", "table"), SAID)
def test_what_was_said_for_each_field(heard: dict[str, Said], table: dict[str, Any]) -> None:
    found: dict[str, Any] = {}
    assert put_dates(found, heard, BRUSSELS, {}) == []
    assert found == table


def test_a_zone_that_is_not_of_the_deadline_makes_a_stage() -> None:
    found: dict[str, Any] = {}
    said = {
        "opens": Said("2027-03-15T12:00", zone=ROME),
        "deadline": Said("2027-03-15T12:00", zone=HELSINKI),
        "decision": Said("2027-03-15T12:00", zone=HELSINKI),
    }
    assert put_dates(found, said, BRUSSELS, {}) == [{"kind": "opens", "when": NOON, "zone": ROME}]
    assert found == {"deadline": NOON, "decision": NOON, "zone": HELSINKI}


@pytest.mark.parametrize(
    ("other", "beside"),
    [
        ({"opens": Said("2027-02-01")}, []),
        ({"opens": Said("2027-02-01T09:00")}, []),
        ({"decision": Said()}, []),
        ({}, [Said("2027-09-15")]),
    ],
)
def test_the_zone_of_a_deadline_beside_other_dates_is_its_own(
    other: dict[str, Said], beside: list[Said]
) -> None:
    found: dict[str, Any] = {}
    said = {**other, "deadline": Said("2027-03-15T12:00", zone=HELSINKI)}
    stages = put_dates(found, said, BRUSSELS, {}, beside)
    assert stages[-1] == {"kind": "deadline", "when": NOON, "zone": HELSINKI}
    assert not {"deadline", "zone"} & found.keys()


def test_what_is_not_announced_is_a_stage_without_a_date() -> None:
    found: dict[str, Any] = {}
    assert put_dates(found, {"deadline": Said(), "opens": Said()}, BRUSSELS, {}) == [
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
        ({"starts": Said("2027-03-15", until="2027-03-16"), "ends": Said("2027-03-18")}, "two-dates-typed"),
        (
            {"starts": Said("2027-03-15T12:00", zone=HELSINKI), "ends": Said("2027-03-16T09:00")},
            "zone-shared",
        ),
    ],
)
def test_what_cannot_be_meant_together(heard: dict[str, Said], code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        put_dates({}, heard, BRUSSELS, dict.fromkeys(heard, "tbc"))
    assert refused.value.problem.code == code


def test_a_zone_that_is_typed_by_itself_has_to_be_the_same() -> None:
    table: dict[str, Any] = {"zone": HELSINKI}
    put_dates(table, {"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, BRUSSELS, {})
    assert table["zone"] == HELSINKI
    with pytest.raises(UsageRefused):
        put_dates({"zone": ROME}, {"deadline": Said("2027-03-15T12:00", zone=HELSINKI)}, BRUSSELS, {})


def test_a_stage_has_its_own_zone_and_the_entry_its_opening() -> None:
    stage: dict[str, Any] = {"kind": "deadline", "id": "first"}
    table: dict[str, Any] = {}
    put_stage(stage, table, Said("2027-03-15T12:00", opens="2027-02-01", zone=HELSINKI), BRUSSELS)
    assert stage == {"kind": "deadline", "id": "first", "when": NOON, "zone": HELSINKI}
    assert table == {"opens": date(2027, 2, 1)}
    same: dict[str, Any] = {"kind": "deadline"}
    put_stage(same, {"zone": HELSINKI}, Said("2027-03-15T12:00", zone=HELSINKI), HELSINKI)
    assert "zone" not in same


def test_a_value_is_put_below_the_tables_on_its_way() -> None:
    table: dict[str, Any] = {}
    put(table, ("source", "date"), 1)
    put(table, ("id",), "one")
    assert table == {"source": {"date": 1}, "id": "one"}
