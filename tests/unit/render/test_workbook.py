"""Which columns a workbook has, and that a day and its hour agree with the clock they are shown on."""

import io
from datetime import datetime, time
from typing import Any

import openpyxl
import pytest

from builders import at, entry, registry_of, stage
from clustercalls.entry_tables import Grants
from clustercalls.i18n import LANGUAGES, language
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render.columns import ENTRIES, MILESTONES, Columns, View
from clustercalls.render.workbook import HEADINGS, SHEETS, workbook

NOW = at("2017-03-01")
AT_FIVE = {"at": "17:00", "zone": "Europe/Brussels"}
AT_END = {"at": "23:59", "zone": "AoE"}


def shown(columns: Columns, view: View, *entries: Entry) -> list[dict[str, Any]]:
    registry = registry_of(*entries)
    rows = (
        select.upcoming(registry, Query(), NOW)
        if columns is MILESTONES
        else select.entries(registry, Query(), NOW)
    )
    read = openpyxl.load_workbook(io.BytesIO(workbook(rows, columns, view))).active
    head, *lines = read.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("columns", [MILESTONES, ENTRIES])
@pytest.mark.parametrize(
    ("zone", "its", "first", "hour", "clock"),
    [
        ("", AT_FIVE, "2017-04-04", time(17), "Europe/Brussels"),
        ("Europe/Rome", AT_FIVE, "2017-04-04", time(17), "Europe/Rome"),
        ("Asia/Tokyo", AT_FIVE, "2017-04-05", time(0), "Asia/Tokyo"),
        ("", AT_END, "2017-04-04", time(23, 59), "AoE"),
        ("Europe/Rome", AT_END, "2017-04-05", time(13, 59), "Europe/Rome"),
        ("Europe/Rome", {}, "2017-04-04", None, None),
    ],
)
def test_day_hour_and_clock_are_of_one_moment(
    columns: Columns, zone: str, its: dict[str, Any], first: str, hour: time | None, clock: str | None
) -> None:
    (row,) = shown(columns, View(language("en"), zone), entry(stage("2017-04-04", **its)))
    assert (row["From"], row["To"]) == (day(first), day(first))
    assert (row["Hour"], row["Zone"]) == (hour, clock)
    assert str(day(first).day) in row["When"]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2017-04", "2017-04-01", "2017-04-30"),
        ("2017-04-04/2017-04-06", "2017-04-04", "2017-04-06"),
        ("../2017-04-04", None, "2017-04-04"),
        ("2017-04-04/..", "2017-04-04", None),
        ("2017-04-04~", "2017-04-04", "2017-04-04"),
    ],
)
def test_what_is_in_doubt_is_a_first_and_a_last_day_never_one(
    when: str, first: str | None, last: str | None
) -> None:
    (row,) = shown(MILESTONES, View(language("en")), entry(stage(when, at="17:00", zone="Europe/Rome")))
    assert (row["From"], row["To"]) == (first and day(first), last and day(last))
    assert row["Hour"] is None


def test_amounts_are_numbers_and_a_currency_stands_only_with_one() -> None:
    money = entry(
        stage("2017-04-04"), budget=18_500_000, grants=Grants(number=8, each=350_000.5), currency="EUR"
    )
    none = entry(stage("2017-04-05"), name="other", currency="EUR")
    rows = shown(MILESTONES, View(language("en")), money, none)
    assert [rows[0][each] for each in ("Budget", "Currency", "Grants", "Per grant")] == [
        18_500_000, "EUR", 8, 350_000.5
    ]  # fmt: skip
    assert [rows[1][each] for each in ("Budget", "Currency", "Grants", "Per grant")] == [None] * 4


def test_what_has_no_date_stands_there_without_one() -> None:
    view = View(language("en"))
    (row,) = shown(ENTRIES, view, entry(title="Dateless"))
    assert (row["Title"], row["When"], row["From"], row["Hour"], row["Days left"]) == (
        "Dateless",
        *[None] * 4,
    )


def test_fields_that_are_asked_for_keep_their_names_and_an_instant_is_a_day_and_an_hour() -> None:
    view = View(language("it"), "Asia/Tokyo", ("what", "instant", "earliest", "zone", "tags"))
    (row,) = shown(MILESTONES, view, entry(stage("2017-04-04", at="17:00"), title="A", tags=("x", "y")))
    assert list(row) == ["Che cosa", "instant", "hour", "earliest", "zone", "tags"]
    assert list(row.values())[1:] == [
        day("2017-04-05"), time(0), day("2017-04-04"), "Europe/Brussels", "x; y"
    ]  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("columns", [MILESTONES, ENTRIES])
def test_sheet_and_headings_are_in_the_readers_language(code: str, columns: Columns) -> None:
    t = language(code)
    read = openpyxl.load_workbook(io.BytesIO(workbook((), columns, View(t)))).active
    assert read.title == t(SHEETS[columns])
    assert len(read.title) <= 31
    assert not set("[]:*?/\\'") & set(read.title)
    assert [cell.value for cell in read[1]] == list(map(t, HEADINGS.values()))
    assert len({cell.value for cell in read[1]}) == len(HEADINGS)
