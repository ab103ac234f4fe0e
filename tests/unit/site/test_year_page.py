"""Twelve months: what is in which, said once a date, deadlines marked."""

from builders import entry, stage
from clustercalls.site.year_page import YearPage, year
from made_pages import publication

THEN = "2016-12-02T09:00:00+01:00"


def made(*dates: str, kind: str = "deadline") -> YearPage:
    """The year of a call for each of these dates."""
    calls = [entry(stage(when, kind), name=f"e{n}", source="2016-11") for n, when in enumerate(dates)]
    return year(publication(calls, THEN))


def test_the_months_begin_with_that_of_the_day() -> None:
    names = [month.name for month in made().months]
    assert (names[0], names[-1], len(names)) == ("December 2016", "November 2017", 12)
    assert (made().first, made().last) == ("December 2016", "November 2017")


def test_a_date_stands_in_the_month_of_its_first_day_ahead() -> None:
    page = made(
        "2017-04-04", "2017-02/2017-03", "2016-10/2017-01", "2017-11-30", "2017-12-01", "", "2016-11-01"
    )
    months = {month.name: [date.said for date in month.dates] for month in page.months if month.dates}
    assert months == {
        "December 2016": ["Oct 2016 – Jan 2017"],
        "February 2017": ["Feb–Mar 2017"],
        "April 2017": ["Tue 4 Apr 2017"],
        "November 2017": ["Thu 30 Nov 2017"],
    }
    assert [date.said for date in page.beyond] == ["Fri 1 Dec 2017", "date not announced"]


def test_one_date_is_said_once_and_deadlines_are_told_apart() -> None:
    calls = [
        entry(stage("2017-04-04"), name="b"),
        entry(stage("2017-04-04"), name="a"),
        entry(stage("2017-04-04", "info_day"), name="c"),
        entry(stage("2017-04"), name="d"),
    ]
    month = year(publication(calls, THEN)).months[4]
    dates = [(date.said, date.due, [item.entry_id for item in date.items]) for date in month.dates]
    assert ("Tue 4 Apr 2017", True, ["a", "b"]) in dates
    assert ("Tue 4 Apr 2017", False, ["c"]) in dates
    days = {day.number: day for week in month.weeks for day in week}
    assert (days[4].due, days[4].marked, days[1].marked) == (True, True, False)
    assert not any(day.today for day in days.values())


def test_the_more_there_is_the_smaller_it_prints() -> None:
    days = [f"2017-{n % 9 + 1:02}-{n % 28 + 1:02}" for n in range(71)]
    assert [made(*days[:count]).size for count in (30, 31, 70, 71)] == ["few", "many", "many", "crowd"]
