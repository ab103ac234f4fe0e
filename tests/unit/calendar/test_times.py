"""Where a milestone stands in a calendar: on days or on a clock, and what becomes of its doubt."""

from datetime import UTC, date, datetime, timedelta

import pytest

from builders import milestone
from clustercalls.calendar.times import Times, dated, day_text, stamp_text, times
from clustercalls.model import Milestone


def spans(each: Milestone, windows: str) -> tuple[str, str, int] | None:
    """First day, exclusive last, and the days that the first lies behind the earliest possible."""
    found = times(each, windows)
    return (str(found.start)[5:], str(found.end)[5:], found.lead) if found else None


@pytest.mark.parametrize(
    ("when", "span", "start", "end"),
    [
        ("2027-02", ("02-01", "03-01", 0), ("02-01", "02-02", 0), ("02-28", "03-01", 27)),
        ("2027-04-04?", ("04-04", "04-05", 0), ("04-04", "04-05", 0), ("04-04", "04-05", 0)),
        ("2027-07/2027-09", ("07-01", "10-01", 0), ("07-01", "07-02", 0), ("09-30", "10-01", 91)),  # 92 days
        ("2027-07-01/2027-10-01", ("07-01", "07-02", 0), ("07-01", "07-02", 0), ("10-01", "10-02", 92)),
        ("2027-02/..", ("02-01", "02-02", 0), ("02-01", "02-02", 0), ("02-01", "02-02", 0)),
        ("../2027-02", ("02-28", "03-01", 0), ("02-28", "03-01", 0), ("02-28", "03-01", 0)),
    ],
)
def test_doubt(
    when: str, span: tuple[str, str, int], start: tuple[str, str, int], end: tuple[str, str, int]
) -> None:
    found = {each: spans(milestone(when), each) for each in ("span", "start", "end", "skip")}
    assert found == {"span": span, "start": start, "end": end, "skip": None}
    known = times(milestone(when), "span")
    assert known is not None
    assert known.doubtful


@pytest.mark.parametrize("windows", ["span", "start", "end", "skip"])
def test_what_is_sure_stands_where_it_is(windows: str) -> None:
    assert times(milestone(), windows) is None
    assert spans(milestone("2027-04-04"), windows) == ("04-04", "04-05", 0)
    assert spans(milestone("2027-04-04", "dates", until="2027-04-06"), windows) == ("04-04", "04-07", 0)
    found = times(milestone("2027-04-04"), windows)
    assert found is not None
    assert (found.doubtful, found.is_timed) == (False, False)


def test_a_doubtful_end_makes_it_all_doubtful() -> None:
    assert times(milestone("2027-04-04", "dates", until="2027-04"), "skip") is None


@pytest.mark.parametrize(
    ("when", "at", "zone", "tzid", "start"),
    [
        ("2027-04-04", "17:00", "Europe/Brussels", "Europe/Brussels", "2027-04-04 17:00:00+02:00"),
        ("2027-04-04", "17:00", "AoE", "Etc/GMT+12", "2027-04-04 17:00:00-12:00"),
        ("2027-04-04", "17:00", "UTC+2", "", "2027-04-04 15:00:00+00:00"),
        ("2027-10-31", "02:30", "Europe/Brussels", "", "2027-10-31 00:30:00+00:00"),  # comes twice
        ("2027-03-28", "00:30", "Europe/Brussels", "", "2027-03-27 23:30:00+00:00"),  # before its day's turn
        ("2027-03-28", "03:00", "Europe/Brussels", "Europe/Brussels", "2027-03-28 03:00:00+02:00"),
        ("2027-10-31", "01:30", "Europe/Brussels", "", "2027-10-30 23:30:00+00:00"),
        ("2027-10-30", "22:00", "Europe/Brussels", "Europe/Brussels", "2027-10-30 22:00:00+02:00"),
        ("2027-04-04", "17:00", "Africa/Casablanca", "Africa/Casablanca", "2027-04-04 17:00:00+01:00"),
        ("1950-04-04", "17:00", "Europe/Brussels", "", "1950-04-04 16:00:00+00:00"),  # by another rule
    ],
)
def test_an_hour_stands_on_its_clock_where_every_reader_reads_it(
    when: str, at: str, zone: str, tzid: str, start: str
) -> None:
    found = times(milestone(when, at=at, zone=zone), "span")
    assert found is not None
    assert (str(found.start), found.zone, found.is_timed) == (start, tzid, True)
    assert found.end - found.start == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("at", "zone", "start", "end"),
    [
        ("23:58", "Europe/Rome", "06T23:58:00", "06T23:59:00"),
        ("23:58:30", "Europe/Rome", "06T23:58:30", "06T23:59:30"),
        ("23:59", "Europe/Rome", "06T23:59:00", "06T23:59:59"),
        ("23:59:30", "Europe/Rome", "06T23:59:30", "06T23:59:59"),
        ("23:59:59", "Europe/Rome", "06T23:59:00", "06T23:59:59"),  # an event has some length
        ("23:59", "AoE", "06T23:59:00", "06T23:59:59"),
        ("23:59:59", "AoE", "06T23:59:00", "06T23:59:59"),
        ("23:59:59", "UTC-5", "07T04:59:00", "07T04:59:59"),  # in UTC, as offsets are
        ("23:59", "Asia/Kathmandu", "06T23:59:00", "06T23:59:59"),
    ],
)
def test_no_event_reaches_into_the_day_after(at: str, zone: str, start: str, end: str) -> None:
    found = times(milestone("2027-04-06", at=at, zone=zone), "span")
    assert found is not None
    event = found.as_event
    assert (f"{event.start:%dT%H:%M:%S}", f"{event.end:%dT%H:%M:%S}") == (start, end)


def test_a_task_is_due_on_the_second() -> None:
    found = times(milestone("2027-04-06", at="23:59:59", zone="Europe/Rome"), "span")
    assert found is not None
    assert f"{found.start:%H:%M:%S}" == "23:59:59"


def test_before_a_midnight_that_is_skipped_it_ends_in_time() -> None:
    found = times(milestone("2027-03-27", at="22:59", zone="America/Nuuk"), "span")  # then it is Sunday
    assert found is not None
    assert isinstance(found.end, datetime)
    assert f"{found.end.astimezone(UTC):%H:%M:%S}" == "00:59:59"


def test_an_end_without_an_hour_is_a_span_of_days() -> None:
    assert spans(milestone("2027-04-04", "dates", until="2027-04-06", at="09:00"), "span") == (
        "04-04",
        "04-07",
        0,
    )


def test_it_never_ends_before_it_starts() -> None:
    found = times(milestone("2027-04-04", "dates", until="2027-04-04", at="09:00", until_at="08:00"), "span")
    assert found is not None
    assert found.end - found.start == timedelta(minutes=1)


def test_as_content_lines() -> None:
    moment = datetime(2027, 4, 4, 17, tzinfo=UTC)
    assert day_text(date(207, 4, 4)) == "02070404"
    assert stamp_text(moment) == "20270404T170000Z"
    assert dated("DUE", date(2027, 4, 4), "") == "DUE;VALUE=DATE:20270404"
    assert dated("DUE", moment, "") == "DUE:20270404T170000Z"
    assert dated("DUE", moment, "Europe/Rome") == "DUE;TZID=Europe/Rome:20270404T170000"
    assert not Times(date(2027, 4, 4), date(2027, 4, 5), doubtful=False).is_timed
