from datetime import date, timedelta

import pytest

from clustercalls.extract.date_wordings import read
from counted import calls_of

YEARS = (1987, 2000, 2023, 2024, 2026, 2028, 2099)
# A day without zeros, its month in words and in digits.
FORMS = ("{day} {month} {year}", "{month} {day}, {year}", "{day}.{number}.{year}", "{iso}", "{month} {year}")
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def every(year: int) -> list[date]:
    """Every ninth day of a year, and the first and last of each month."""
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]
    return [day for n, day in enumerate(days) if n % 9 == 0 or 1 in {day.day, (day + timedelta(1)).day}]


def worded(form: str, day: date) -> str:
    month = MONTHS[day.month - 1]
    return form.format(day=day.day, month=month, number=day.month, year=day.year, iso=day)


def texts(wording: str) -> list[str]:
    return [each.first if each.first == each.last else f"{each.first}/{each.last}" for each in read(wording)]


@pytest.mark.parametrize("form", FORMS)
def test_a_day_is_that_day_in_every_year(form: str) -> None:
    size = len("2026-05-05" if "day" in form or "iso" in form else "2026-05")
    for year in YEARS:
        for day in every(year):
            assert texts(worded(form, day)) == [f"{day}"[:size]]


@pytest.mark.parametrize(
    ("wording", "named"),
    [
        ("29 february 2026", []),
        ("29 february 2028", ["2028-02-29"]),
        ("february 29, 2023", []),
        ("29.2.2100", []),
        ("29.2.2000", ["2000-02-29"]),
        ("2027-02-29", []),
        ("31 april 2026", []),
        ("late february 2026", ["2026-02-21/2026-02-28"]),
        ("late february 2028", ["2028-02-21/2028-02-29"]),
        ("first monday of march 2026", ["2026-03-02"]),
        ("first monday of march 2027", ["2027-03-01"]),
        ("tuesday 5 may 2026", ["2026-05-05"]),
        ("monday 5 may 2026", []),
        ("week 53 of 2026", ["2026-12-28/2027-01-03"]),
        ("week 53 of 2027", []),
        ("winter 2026", ["2026-24"]),
        ("1-2 december 2026", ["2026-12-01", "2026-12-02"]),
        ("28 december - 3 january 2027", ["2026-12-28", "2027-01-03"]),
        ("28 december 2026 - 3 january 2027", ["2026-12-28", "2027-01-03"]),
        ("5 may 2023", ["2023-05-05"]),
        ("5 may 2024", ["2024-05-05"]),
        ("5 may", ["2023-05-05"]),
        ("odd 2026", []),
    ],
)
def test_what_depends_on_its_year_is_of_that_year(wording: str, named: list[str]) -> None:
    assert texts(wording) == named
    assert texts(wording) == named  # as it was remembered


def test_the_same_day_of_another_year_is_read_with_next_to_no_work() -> None:
    of_one, of_another = ([worded(FORMS[0], day) for day in every(year)] for year in (1999, 2031))

    def read_all(wordings: list[str]) -> list[object]:
        return [read(wording) for wording in wordings]

    read_all(of_one)
    assert calls_of(read_all, of_another) < 20 * len(of_another)
