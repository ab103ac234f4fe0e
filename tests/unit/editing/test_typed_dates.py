"""What a typed date does to an entry: its day and hour, the ends it names, the zone of its hour."""

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from clustercalls import edtf
from clustercalls.editing.ops import Op
from clustercalls.editing.typed_dates import (
    date_and_hour,
    dated,
    no_date_yet,
    refuse_opening,
    toml_date,
    zone_to_write,
)
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Said
from clustercalls.registry import values
from clustercalls.zones import zone_of
from conftest import Run

BRUSSELS = "Europe/Brussels"
FIVE = time(17)
OLD = {"deadline": datetime(2017, 4, 4, 17), "at": "17:00"}  # noqa: DTZ001 - as in a file


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2017-04-04", date(2017, 4, 4)),
        ("2017-04-04T17:00", datetime(2017, 4, 4, 17, 0)),  # noqa: DTZ001 - a date-time of TOML without offset
        ("2017-04-04T17:00Z", datetime(2017, 4, 4, 17, 0, tzinfo=UTC)),
        ("2017-04-04?", "2017-04-04?"),
        ("2017-04", "2017-04"),
        ("2017-02/2017-03", "2017-02/2017-03"),
    ],
)
def test_a_date_is_one_of_toml_where_there_is_one(text: str, value: object) -> None:
    assert toml_date(text) == value
    assert type(toml_date(text)) is type(value)


@pytest.mark.parametrize(
    ("named", "day", "zone"),
    [
        ("", "2027-01-10", ""),
        ("Europe/Brussels", "2027-01-10", ""),  # it is so already
        ("CET", "2027-01-10", ""),
        ("CEST", "2027-07-10", ""),
        ("CET", "2027-07-10", "CET"),  # of the other season: kept, and warned of
        ("EET", "2027-01-10", "EET"),
        ("EEST", "2027-07-10", "EEST"),
        ("BST", "2027-07-10", "Europe/London"),
        ("aoe", "2027-07-10", "AoE"),
        ("europe/rome", "2027-07-10", "Europe/Rome"),
        ("UTC+2", "2027-07-10", "UTC+2"),
        ("GMT", "2027-01-10", "GMT"),
    ],
)
def test_the_zone_that_is_written(named: str, day: str, zone: str) -> None:
    assert zone_to_write(Said(day, zone=named), BRUSSELS) == zone


# an hour of the night of 31 October 2027, in letters, and in UTC
NIGHT = [
    ("2027-10-31T02:30", "CET", "2027-10-31T01:30"), ("2027-10-31T02:30", "CEST", "2027-10-31T00:30"),
    ("2027-10-31T01:30", "CEST", "2027-10-30T23:30"), ("2027-10-31T03:00", "CET", "2027-10-31T02:00"),
    ("2027-10-31T03:30", "EET", "2027-10-31T01:30"), ("2027-10-31T03:30", "EEST", "2027-10-31T00:30"),
    ("2027-10-31T01:30", "WET", "2027-10-31T01:30"), ("2027-10-31T01:30", "WEST", "2027-10-31T00:30"),
    ("2027-10-31T00:30", "BST", "2027-10-30T23:30"), ("2027-03-28T03:00", "CEST", "2027-03-28T01:00"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "letters", "moment"), NIGHT)
@pytest.mark.parametrize("zone", [BRUSSELS, "Europe/Helsinki"])
def test_an_hour_of_the_night_of_the_clocks_is_the_one_of_its_letters(
    zone: str, when: str, letters: str, moment: str
) -> None:
    written = values.zone(zone_to_write(Said(when, zone=letters), zone) or zone)
    there = datetime.fromisoformat(when).replace(tzinfo=zone_of(written))
    assert there.astimezone(UTC).replace(tzinfo=None) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("named", "code"),
    [("BST", "not-understood"), ("Europe/Atlantis", "unknown-zone"), ("Etc/Nowhere", "unknown-zone")],
)
def test_a_zone_that_cannot_be_meant(named: str, code: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        zone_to_write(Said("2027-01-10", zone=named), BRUSSELS)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("table", "text", "ends", "value"),
    [
        ({"when": OLD["deadline"]}, "2017-04-06", False, datetime(2017, 4, 6, 17)),  # noqa: DTZ001 - as in a file
        ({"when": OLD["deadline"]}, "2017-04-06", True, date(2017, 4, 6)),
        ({"when": OLD["deadline"]}, "2017-04", False, "2017-04"),
        ({"when": date(2017, 4, 4)}, "2017-04-06", False, date(2017, 4, 6)),
    ],
)
def test_an_hour_that_is_in_a_date_stays_in_it(
    table: dict[str, Any], text: str, ends: bool, value: object
) -> None:
    assert dated(table, ("when",), (edtf.parse(text), ends), FIVE) == [Op(("when",), value)]


@pytest.mark.parametrize(
    ("text", "ends", "ops"),
    [
        ("2017-04-06", False, [Op(("when",), date(2017, 4, 6))]),
        ("2017-04-06", True, [Op(("when",), date(2017, 4, 6)), Op(("at",))]),
        ("2017-04-06T12:00", False, [Op(("when",), date(2017, 4, 6)), Op(("at",), "12:00")]),
        ("2017-04-06T17:00", False, [Op(("when",), date(2017, 4, 6))]),
        ("2017-04-06T17:00Z", False, [Op(("when",), date(2017, 4, 6)), Op(("at",), "19:00")]),
        ("2017-04-04T17:00", False, []),
    ],
)
def test_an_hour_that_stands_beside_a_date_stays_there(text: str, ends: bool, ops: list[Op]) -> None:
    table = {"when": date(2017, 4, 4), "at": "17:00"}
    said = edtf.parse(text), ends
    assert date_and_hour(table, (("when",), ("at",)), said, FIVE, BRUSSELS) == ops


def test_an_opening_has_no_room_where_one_date_is_meant() -> None:
    ways = {"one": "opens={first}", "other": "deadline={last}"}
    refuse_opening(Said("2017-04-06"), ways)
    with pytest.raises(UsageRefused) as refused:
        refuse_opening(Said("2017-04-06", opens="2017-04-01"), ways)
    assert refused.value.problem.hint == "Write each for itself: opens=2017-04-01, then deadline=2017-04-06."


def test_a_date_that_is_not_announced() -> None:
    said = no_date_yet("ends", "Leave it out.").problem
    assert said.message == "`ends` does not fit this field: it says that there is no date yet"


@pytest.mark.parametrize("command", ["move", "set"])
@pytest.mark.parametrize("hour", ["deadline = 2027-04-15T17:00:00", 'deadline = 2027-04-15\nat = "17:00"'])
def test_a_day_anywhere_on_earth_has_no_hour(
    command: str, hour: str, run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry(f'[[call]]\nid = "soil"\ntitle = "S"\nopens = 2027-03-01\n{hour}\n')
    day = "30 April 2027 AoE"
    typed = [day] if command == "move" else [f"deadline={day}"]
    assert run(command, "soil", *typed, "-r", path, "--as-of", "2027-02-06").code == 0
    (call,) = tomllib.loads(path.read_text())["call"]
    assert call["stage"] == [{"kind": "deadline", "when": date(2027, 4, 30), "zone": "AoE"}]
    assert not {"deadline", "at", "zone"} & call.keys()
