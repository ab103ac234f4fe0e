"""An hour typed without its day takes every form that a date takes beside it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from clustercalls.cli.keep.typed_date import reading
from clustercalls.editing.new_entry import table_of
from clustercalls.editing.ops import Op
from clustercalls.editing.settings import edits
from clustercalls.editing.typed_hours import day_in, hour_in, typed_hour
from clustercalls.editing.typed_values import setting
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Role
from clustercalls.zones import Moment

READ = reading(Moment(datetime(2027, 1, 4, 9, tzinfo=UTC), "Europe/Brussels"), {})
DAY = "2027-06-09"
HOURS = [
    ("16:30", "16:30", ""), ("9:05", "09:05", ""), ("16:30:15", "16:30:15", ""),
    ("4:30 pm", "16:30", ""), ("4 p.m.", "16:00", ""), ("16h30", "16:30", ""), ("16 h 30", "16:30", ""),
    ("ore 16.30", "16:30", ""), ("alle 16", "16:00", ""), ("16.30 Uhr", "16:30", ""), ("um 16 Uhr", "16:00",
    ""),
    ("à 16 heures", "16:00", ""), ("a las 16:30", "16:30", ""), ("às 16h", "16:00", ""),
    ("godz. 16:30", "16:30", ""), ("noon", "12:00", ""), ("mediodía", "12:00", ""), ("(16:30)", "16:30", ""),
    ("by 16:30", "16:30", ""), ("entro le 16", "16:00", ""),
    ("16:30 Brussels time", "16:30", "Europe/Brussels"), ("4 pm UK time", "16:00", "Europe/London"),
    ("16", "16:00", ""), ("12", "12:00", ""), (" 23 ", "23:00", ""),
    ("16:30 Europe/Warsaw", "16:30", "Europe/Warsaw"), ("ore 16 (ora di Roma)", "16:00", "Europe/Rome"),
    ("midnight", "", ""), ("24:00", "", ""), ("Mitternacht", "", ""), ("mezzanotte", "", ""),
]  # fmt: skip
NONE = [
    "25:00", "16:61", "4", "11", "24", "016", "soon", "tbc",
    "9:00-16:00", "15 March", "15 March 2027 16:30", "10 June",
    "-12", "to 14 June", "16:30 and 17:30", "16:30 tbc", "4 o'clock", "16:30 Atlantis time",
    "16:30 Mars/Here",
    "", "2027", "0.00 Uhr", "16:30+02:00",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "hour", "zone"), HOURS)
def test_every_form_of_an_hour(typed: str, hour: str, zone: str) -> None:
    said = typed_hour(typed, DAY, Role.DUE, READ)
    assert (hour_in(said), said.zone, said.to_the_end) == (hour, zone, not hour)
    assert said.when.startswith(DAY)


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_hour_or_more(typed: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        typed_hour(typed, DAY, Role.DUE, READ)
    assert (refused.value.problem.code, dict(refused.value.problem.values)["value"]) == ("bad-time", typed)


@pytest.mark.parametrize("typed", ["00:00", "0:00", "00:00:00"])
def test_the_first_instant_of_a_day_is_no_hour_until_which_something_is_done(typed: str) -> None:
    with pytest.raises(UsageRefused):
        typed_hour(typed, DAY, Role.DUE, READ)
    assert hour_in(typed_hour(typed, DAY, Role.STARTS, READ))[:5] == "00:00"


def test_two_hours_are_no_hour_of_an_event_either() -> None:
    with pytest.raises(UsageRefused):
        typed_hour("9:00-16:00", DAY, Role.STARTS, READ)
    assert hour_in(typed_hour("alle 16", DAY, Role.STARTS, READ)) == "16:00"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2027, 6, 9), "2027-06-09"),
        (datetime(2027, 6, 9, 12, tzinfo=UTC), "2027-06-09"),
        ("2027-06-09T12:00", "2027-06-09"),
        ("2027-06", "2001-06-12"),
        ("2027-06-09~", "2001-06-12"),
        (None, "2001-06-12"),
    ],
)
def test_the_day_beside_an_hour(value: object, day: str) -> None:
    assert day_in(value) == day


def added(at: str, **typed: str) -> dict[str, Any]:
    return table_of("one", {**typed, "at": at}, (), date(2027, 1, 4), READ, "Europe/Brussels")


@pytest.mark.parametrize(
    ("at", "written"),
    [
        ("ore 16.30", {"at": "16:30"}),
        ("4 pm UK time", {"at": "16:00", "zone": "Europe/London"}),
        ("4 pm Brussels time", {"at": "16:00"}),
        ("midnight", {}),
    ],
)
def test_the_hour_of_a_new_deadline(at: str, written: dict[str, str]) -> None:
    table = added(at, deadline="9 June 2027")
    assert {key: table[key] for key in ("at", "zone") if key in table} == written
    assert table["deadline"] == date(2027, 6, 9)


@pytest.mark.parametrize(
    ("at", "typed", "code"),
    [
        ("4 pm UK time", {"zone": "Europe/Rome", "deadline": "9 June 2027"}, "zone-shared"),
        ("4 pm UK time", {"deadline": "9 June 2027 10:00 Europe/Rome"}, "two-dates-typed"),
        ("16 CET", {"deadline": "9 June 2027"}, "bad-time"),
    ],
)
def test_a_zone_moves_no_other_hour(at: str, typed: dict[str, str], code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        added(at, **typed)
    assert refused.value.problem.code == code


def set_to(at: str, **more: object) -> list[tuple[Any, Any]]:
    table = {"id": "one", "title": "T", "deadline": date(2027, 6, 9), "at": "12:00", **more}
    return [(op.path, op.value) for op in edits(None, table, "", [setting(f"at={at}")], READ)]


def test_the_hour_that_is_set() -> None:
    assert set_to("alle 16") == [(("at",), "16:00")]
    assert set_to("noon") == []
    assert set_to("midnight") == [(("at",), None)]
    assert set_to("4 pm UK time") == [(("at",), "16:00"), (("zone",), "Europe/London")]
    moment = datetime(2027, 6, 9, 12)  # noqa: DTZ001 - as files have it
    for when in (moment, "2027-06-09T12:00"):
        gone = [(("at",), None), (("deadline",), date(2027, 6, 9))]
        assert set_to("midnight", deadline=when) == gone
    assert set_to("") == [(("at",), None)]


@pytest.mark.parametrize("when", [datetime(2027, 6, 9, 12), "2027-06-09T12:00"])  # noqa: DTZ001 - as files have it
def test_an_hour_takes_the_place_of_the_one_in_the_date(when: object) -> None:
    table = {"id": "one", "title": "T", "deadline": when}
    for at, ops in (("16:30", [Op(("deadline",), datetime(2027, 6, 9, 16, 30))]), ("noon", [])):  # noqa: DTZ001
        assert edits(None, table, "", [setting(f"at={at}")], READ) == ops
    both = [setting("deadline=2027-06-10"), setting("at=16:30")]
    for wanted in (both, both[::-1]):
        found = {op.path: op.value for op in edits(None, table, "", wanted, READ)}
        assert found == {("deadline",): date(2027, 6, 10), ("at",): "16:30"}


def test_the_zone_of_an_hour_that_is_set_moves_no_other() -> None:
    found = set_to("4 pm UK time", opens=datetime(2027, 5, 1, 10))  # noqa: DTZ001 - as files have it
    stage = {"kind": "deadline", "when": date(2027, 6, 9), "at": "16:00", "zone": "Europe/London"}
    assert found == [(("at",), "16:00"), (("deadline",), None), (("at",), None), (("stage",), stage)]
