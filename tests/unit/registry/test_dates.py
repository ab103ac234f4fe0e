"""Dates and hours of a registry file: TOML's own, or EDTF; refused with what was probably meant."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from clustercalls.registry import dates
from clustercalls.tables.findings import Bad

BRUSSELS = "Europe/Brussels"


@pytest.mark.parametrize(
    ("value", "text", "hour"),
    [
        (date(2017, 4, 4), "2017-04-04", None),
        ("2017-04-04", "2017-04-04", None),
        (" 2017-02/2017-03 ", "2017-02/2017-03", None),
        ("2017-04-04T17:00", "2017-04-04T17:00", time(17)),
        ("2017-04-04 17:00", "2017-04-04 17:00", time(17)),
        (datetime(2017, 4, 4, 17, 0), "2017-04-04T17:00:00", time(17)),  # noqa: DTZ001 - as TOML has it
        (datetime(2017, 4, 4, 23, 30, tzinfo=UTC), "2017-04-04T23:30:00+00:00", time(1, 30)),
    ],
)
def test_a_moment_is_a_date_and_the_hour_on_the_clock_of_its_zone(
    value: object, text: str, hour: time | None
) -> None:
    when, at = dates.moment(value, BRUSSELS)
    assert (when.text, at) == (text, hour)


def test_an_offset_may_put_it_on_the_next_day_and_the_second_of_two_hours() -> None:
    when, at = dates.moment("2017-04-04T23:30Z", BRUSSELS)
    assert (when.earliest, at) == (date(2017, 4, 5), time(1, 30))
    _, at = dates.moment("2017-10-29T02:30+01:00", BRUSSELS)
    assert at
    assert at.fold == 1


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_years_that_are_taken(year: int) -> None:
    assert dates.moment(date(year, 1, 1), BRUSSELS)[0].earliest == date(year, 1, 1)
    assert dates.is_plain(date(year, 1, 1))


BAD: list[tuple[Any, str, str]] = [  # a value, why it is refused, and what to write
    ("", "it is empty", "Take the key out"),
    ("4.4.2017", "not written year first", '"2017-04-04"'),
    ("4/5/2017", "several readings", '"2017-05-04" / "2017-04-05"'),
    ("soon", "in no form known here", "Write it as 2017-04-04"),
    ("2017-02-30", "there is no such day", "Check the day and the month."),
    ("2017-13", "there is no such month", "Check the month."),
    ("2017-04/2017-03", "ends before it starts", "Write the earlier end first."),
    ("../..", "says nothing", "Take the key out"),
    ("2017-04-04T25:00", "no such day or hour", "Check the day and the hour."),
    (2017, "a date is meant here", 'A year alone goes in quotes: "{value}".'),
    (20170404, "a date is meant here", "Write it as 2017-04-04"),
    (True, "a date is meant here", "Write it as 2017-04-04"),
    ([], "a date is meant here", "Write it as 2017-04-04"),
    (date(1899, 12, 31), "only the years 1900 to 2199 are taken", "Check the year."),
    ("2199/2200", "only the years 1900 to 2199 are taken", "Check the year."),
    (datetime(2200, 1, 1, tzinfo=UTC), "only the years 1900 to 2199 are taken", "Check the year."),
]


@pytest.mark.parametrize(("value", "reason", "advice"), BAD)
def test_what_is_no_date_is_told_what_was_probably_meant(value: object, reason: str, advice: str) -> None:
    with pytest.raises(Bad) as bad:
        dates.moment(value, BRUSSELS)
    said = bad.value.values
    assert bad.value.code == "bad-date"
    assert reason in str(said["reason"])
    assert advice in str(said["advice"]).replace("{known}", str(said.get("known")))


def test_a_day_is_one_day_without_an_hour() -> None:
    assert dates.day("2017-04-04") == dates.day(date(2017, 4, 4)) == date(2017, 4, 4)
    for value in ("2017-04", "2017-04-04/2017-04-05", "2017-04-04T17:00", "2017-04/.."):
        with pytest.raises(Bad):
            dates.day(value)


def test_a_date_may_be_in_doubt_but_has_no_hour() -> None:
    assert dates.fuzzy("2017-04~").text == "2017-04~"
    with pytest.raises(Bad) as bad:
        dates.fuzzy(datetime(2017, 4, 4, tzinfo=UTC))
    assert bad.value.values["advice"] == "Write the day alone."


@pytest.mark.parametrize(
    ("value", "text", "ends"),
    [
        (date(2017, 4, 4), "2017-04-04", (date(2017, 4, 4), date(2017, 4, 4))),
        ("2016-12-01/2016-12-02", "2016-12-01/2016-12-02", (date(2016, 12, 1), date(2016, 12, 2))),
        ("2016-12-01T09:00/2016-12-02T18:00", "2016-12-01T09:00/2016-12-02T18:00",
         (date(2016, 12, 1), date(2016, 12, 2))),
        ("2016-12-01/2016-12-02T18:00", "2016-12-01/2016-12-02T18:00",
         (date(2016, 12, 1), date(2016, 12, 2))),
    ],
)  # fmt: skip
def test_a_row_of_history_may_tell_both_ends_with_their_hours(
    value: object, text: str, ends: tuple[date, date]
) -> None:
    was = dates.was(value)
    assert (was.text, (was.earliest, was.latest)) == (text, ends)


@pytest.mark.parametrize(
    ("value", "hour"),
    [
        ("17:00", time(17)),
        (" 17:00:30 ", time(17, 0, 30)),
        (time(17), time(17)),
        (time(17, tzinfo=UTC), time(17)),
    ],
)
def test_an_hour_is_one_of_toml_or_a_text(value: object, hour: time) -> None:
    assert dates.hour(value) == hour


@pytest.mark.parametrize("value", ["5 pm", "17", "24:00", "17:0", "7:00", "", 17, None, date(2017, 4, 4)])
def test_what_is_no_hour_is_refused(value: object) -> None:
    with pytest.raises(Bad) as bad:
        dates.hour(value)
    assert bad.value.code == "bad-time"
