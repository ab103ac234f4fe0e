"""Days, hours and zones as calendars say them."""

from datetime import date, timedelta

import pytest

from clustercalls.sources.calendars.components import ContentLine
from clustercalls.sources.calendars.moments import CalendarZones, NoMoment, iana, length

ROME = [
    "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD", "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE",
]  # fmt: skip
BROKEN = ["BEGIN:VTIMEZONE", "TZID:Broken", "BEGIN:STANDARD", "TZOFFSETTO:x", "END:STANDARD", "END:VTIMEZONE"]
ZONES = CalendarZones({"Office": ROME, "Broken": BROKEN}, "Europe/Brussels")


def said(value: str, **params: str) -> tuple[str, str, str]:
    moment = ZONES.read(ContentLine(params, value))
    return moment.day.isoformat(), f"{moment.at:%H:%M}" if moment.at else "", moment.zone


@pytest.mark.parametrize(
    ("value", "params", "expected"),
    [
        ("20270310", {}, ("2027-03-10", "", "")),
        ("20270310T000000", {"VALUE": "DATE"}, ("2027-03-10", "", "")),
        ("20270310T090000", {}, ("2027-03-10", "09:00", "Europe/Brussels")),
        ("20270310T233000Z", {}, ("2027-03-11", "00:30", "Europe/Brussels")),
        ("20270310T090000", {"TZID": "Europe/Lisbon"}, ("2027-03-10", "09:00", "Europe/Lisbon")),
        ("20270310T090000", {"TZID": "/example.org/Europe/Lisbon"}, ("2027-03-10", "09:00", "Europe/Lisbon")),
        ("20270710T090000", {"TZID": "Office"}, ("2027-07-10", "09:00", "Europe/Brussels")),
        ("20270710T090000", {"TZID": "GMT Standard Time"}, ("2027-07-10", "09:00", "Europe/London")),
        ("20270710T090000", {"TZID": "Broken"}, ("2027-07-10", "", "")),
        ("20270710T090000", {"TZID": "Nowhere"}, ("2027-07-10", "", "")),
        ("20270630T235960", {}, ("2027-06-30", "23:59", "Europe/Brussels")),
        ("2027-03-10T09:00:00", {}, ("2027-03-10", "09:00", "Europe/Brussels")),
    ],
)
def test_when(value: str, params: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert said(value, **params) == expected


def test_a_described_zone_is_an_instant_shown_on_our_clock() -> None:
    zones = CalendarZones({"Office": ROME}, "Europe/Lisbon")
    moment = zones.read(ContentLine({"TZID": "Office"}, "20270710T090000"))
    assert (f"{moment.at:%H:%M}", moment.zone) == ("08:00", "Europe/Lisbon")


def test_an_unknown_zone_is_said() -> None:
    note = ZONES.read(ContentLine({"TZID": "Nowhere"}, "20270710T090000")).note
    assert note == "its zone, Nowhere, is not known: the day alone is sure"
    assert ZONES.read(ContentLine({}, "20270710T090000")).note == ""


@pytest.mark.parametrize(
    "value", ["Next Year", "", "20270230", "20270310T250000", "2027", "２０２７０３１０"]
)
def test_no_date(value: str) -> None:
    with pytest.raises(NoMoment, match="is no date"):
        ZONES.read(ContentLine({}, value))


@pytest.mark.parametrize("value", ["99991231", "21000101", "00010101", "19691231", "20991231T235959Z"])
def test_no_date_of_a_call(value: str) -> None:
    with pytest.raises(NoMoment, match="is no date of a call"):
        ZONES.read(ContentLine({}, value))


def test_names_of_zones() -> None:
    assert iana("Europe/Rome") == iana("/mozilla.org/20070129_1/Europe/Rome") == "Europe/Rome"
    assert iana("Rome") == iana("") == iana("localtime") == ""


def test_lengths() -> None:
    assert length("PT1H30M") == timedelta(hours=1.5)
    assert length("P1W") == timedelta(weeks=1)
    assert length("-PT0S") == timedelta()
    for wrong in ("PT-2H", "P", "1H", "P999999999D"):
        with pytest.raises(NoMoment, match="no length"):
            length(wrong)
    with pytest.raises(NoMoment, match="ends before"):
        length("-PT1H")


def test_a_value_is_the_surest_that_is_known() -> None:
    assert ZONES.read(ContentLine({}, "20270310")).value == date(2027, 3, 10)
