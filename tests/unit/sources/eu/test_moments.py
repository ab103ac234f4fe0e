"""Days and hours as each type of record means them."""

from typing import Any

import pytest

from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.eu.asking import Type
from clustercalls.sources.eu.moments import Closing, closings, opening
from portal import answered

T, P, C = Type.TOPIC, Type.PROSPECT, Type.CASCADE


def told(*clocked: Closing | None) -> list[str]:
    return [f"{each.day} {each.at or ''}".strip() for each in clocked if each]


def closing(kind: Type, text: object) -> list[str]:
    return told(*closings(made(kind, deadlineDate=text), kind))


def made(kind: Type, **fields: Any) -> PortalRecord:  # noqa: ANN401 - any field
    return answered(7, kind.value, **fields)


@pytest.mark.parametrize(("kind", "text", "meant"), [
    # topics: midnight and 17:00 are how the end of a day is marked, whatever the season and the offset
    (T, "2026-09-15T00:00:00.000+0000", "2026-09-15 17:00:00"),
    (T, "2026-01-15T00:00:00.000+0000", "2026-01-15 17:00:00"),
    (T, "2024-02-07T17:00:00.000+0000", "2024-02-07 17:00:00"),
    (T, "2024-04-18T19:00:00.000+0200", "2024-04-18 17:00:00"),
    (T, "2024-02-18T01:00:00.000+0100", "2024-02-18 17:00:00"),
    (T, "2024-04-18T17:00:04.000+0000", "2024-04-18 17:00:00"),
    (T, "2026-09-15T00:00:00.000Z", "2026-09-15 17:00:00"), (T, "2026-09-15T00:00:00", "2026-09-15 17:00:00"),
    (T, "2026-09-15", "2026-09-15 17:00:00"),
    (T, "2024-04-18T09:30:00.000+0000", "2024-04-18"),  # no hour is invented
    (T, "2024-04-18T17:01:00.000+0000", "2024-04-18"),
    # prospects: the instant, in summer and in winter, across midnight, to the minute
    (P, "2026-07-15T10:00:16.000+0000", "2026-07-15 12:00:00"),
    (P, "2026-12-15T11:00:25.000+0000", "2026-12-15 12:00:00"),
    (P, "2026-07-15T21:59:59.000+0000", "2026-07-15 23:59:00"),
    (P, "2026-07-15T22:30:00.000+0000", "2026-07-16 00:30:00"),
    (P, "2026-12-15T22:30:00.000+0000", "2026-12-15 23:30:00"),
    (P, "2026-07-15", "2026-07-15"),  # a day is no instant: no hour is made of it
    # cascade calls: the date as it is written
    (C, "2026-10-22T23:59:00.000+0000", "2026-10-22"), (C, "2026-10-22T17:00:00.000+0000", "2026-10-22"),
    (C, "2026-10-22T02:00:00.000+0000", "2026-10-22"), (C, "2026-10-22T01:00:00.000+0200", "2026-10-22"),
])  # fmt: skip
def test_until_when(kind: Type, text: str, meant: str) -> None:
    assert closing(kind, text) == [meant]


@pytest.mark.parametrize("text", [
    "", "soon", "28 April 2022", "0001-01-01T00:00:00.000+0100", "9999-12-31T23:59:59.000-1200", "2026-02-30",
    "2026-13-01T00:00:00.000+0000", "2026-09-15T24:00:00.000+0000", "2026-09-15T00:00:00.000+9900",
    "2026-09", "2026~", "2026-09-01/2026-09-15", "9" * 5000, "2026-09-15T00:00:00.000+0000x", "\ud800",
])  # fmt: skip
def test_what_is_no_day_of_our_years(text: str) -> None:
    assert [closing(kind, text) for kind in Type] == [[], [], []]


def test_each_once_and_in_order() -> None:
    days = [f"2027-{day}.000+0000" for day in (
        "09-14T00:00:00", "04-08T00:00:00", "04-08T17:00:09", "04-08T00:00:31",
    )]  # fmt: skip
    assert closing(T, days) == ["2027-04-08 17:00:00", "2027-09-14 17:00:00"]
    assert closing(C, days) == ["2027-04-08", "2027-09-14"]
    assert closing(P, ["2026-07-15T10:00:16.000+0000", "2026-07-15T10:00:25.000+0000"]) == [
        "2026-07-15 12:00:00"
    ]


@pytest.mark.parametrize(("kind", "text", "meant"), [
    (T, "2026-05-05T00:00:00.000+0000", "2026-05-05"), (T, "2023-12-07T01:00:00.000+0100", "2023-12-07"),
    (C, "2026-06-30T00:00:00.000+0000", "2026-06-30"),
    (P, "2026-07-17T10:00:34.000+0000", "2026-07-17 12:00:00"),
])  # fmt: skip
def test_from_when(kind: Type, text: str, meant: str) -> None:
    assert told(opening(made(kind, startDate=text), kind)) == [meant]


def test_the_first_day_is_the_earliest() -> None:
    days = ["2027-02-04T00:00:00.000+0000", "2026-02-04T00:00:00.000+0000", "?"]
    assert told(opening(made(T, startDate=days), T)) == ["2026-02-04"]
    assert opening(made(T), T) is None


def test_where_a_record_has_no_dates_its_actions_may() -> None:
    actions = '[{"plannedOpeningDate": "2027-02-04", "deadlineDates": ["2027-04-08", 7, "?"]}, null, {}]'
    planned = made(T, actions=actions)
    assert told(opening(planned, T), *closings(planned, T)) == ["2027-02-04", "2027-04-08 17:00:00"]
    dated = made(T, actions=actions, deadlineDate="2027-05-01T00:00:00.000+0000")
    assert told(*closings(dated, T)) == ["2027-05-01 17:00:00"]
    assert told(*closings(made(P, closingDate="2026-07-15T10:00:16.000+0000"), P)) == ["2026-07-15 12:00:00"]
