"""Under which heading a row of a table stands, and in which order the headings do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import at, entry, registry_of, stage
from clustercalls.i18n import ENGLISH, language
from clustercalls.model import Status
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.query.wanted import Query
from clustercalls.render.groups import grouped

MONDAY = "2027-03-15"
VAGUE = [
    "", "2027-01/..", "2027-03", "2027-03-16/2028", "../2027-06", "2027-03-20~", "2029", "2027-03-29/2027-04",
    "2027-04-01/..", "2027-03-31/2027-04-02",
]  # fmt: skip


def rows(*dates: str, today: str = MONDAY) -> tuple[Row, ...]:
    calls = [entry(stage(when), name=f"c{number}") for number, when in enumerate(dates)]
    return select.upcoming(registry_of(*calls), Query(), at(today))


def headings(*dates: str, today: str = MONDAY, lang: str = "en") -> list[str]:
    return [heading for heading, _ in grouped(rows(*dates, today=today), language(lang))]


@pytest.mark.parametrize(
    ("when", "heading"),
    [
        ("2027-03-15", "Today"),
        ("2027-03-15~", "Today"),
        ("2027-03-21", "This week"),
        ("2027-03-22", "Next week"),
        ("2027-03-28", "Next week"),
        ("2027-03-29", "March 2027"),
        ("2027-03", "Any day now"),
        ("../2027-03-20", "Any day now"),
        ("2027-03-16/2027-03-20", "This week"),  # all of it
        ("2027-03-16/2027-03-26", "Next week"),
        ("2027-03-16/2027-09-20", "March 2027"),  # vague: it is none of this week's
        ("2027-03-16/..", "March 2027"),
        ("2028-02-29", "February 2028"),
        ("2028-03-01", "2028"),
        ("2030", "2030"),
        ("", "Not announced"),
    ],
)
def test_how_soon_it_is(when: str, heading: str) -> None:
    assert headings(when) == [heading]


def test_months_and_years_have_a_heading_each_and_a_year_is_named_once() -> None:
    found = headings("2027-04-30", "2027-05-02", "2027-05-30", "2028-01-02", "2028-09-02", "2029-01-02")
    assert found == ["April 2027", "May 2027", "January 2028", "Later in 2028", "2029"]


def test_in_italian() -> None:
    found = headings("2027-03-15", "2027-03-24", "2027-02/..", "2027-05-02", "2028-05-02", "", lang="it")
    assert found == [
        "Oggi", "La prossima settimana", "In qualsiasi momento", "Maggio 2027", "2028", "Date non annunciate",
    ]  # fmt: skip


def test_what_closes_within_two_weeks_stands_above_what_is_vague() -> None:
    assert headings("2027-03-29", "2027-01/..", "2027-04-20") == ["March 2027", "Any day now", "April 2027"]
    assert headings("2027-03-30", "2027-01/..") == ["Any day now", "March 2027"]
    assert headings("2027-03-29/2027-03-30", "2027-01/..") == ["Any day now", "March 2027"]
    assert headings("2027-03-28/2027-03-29", "2027-01/..") == ["March 2027", "Any day now"]


@pytest.mark.parametrize(
    ("dates", "today", "heading"),
    [
        (("2027-04", "2027-04-06"), "2027-03-26", "April 2027"),
        (("2027-04/..", "2027-04-07", "2027-04-05/2027-04-08"), "2027-03-26", "April 2027"),
        (("2027-03-30/2027-04-20", "2027-04-06"), "2027-03-26", "April 2027"),  # from the month before
        (("2027-12-30/2028-02", "2028-01-04"), "2027-12-24", "January 2028"),
    ],
)
def test_what_is_vague_stands_below_it_in_its_month_too(
    dates: tuple[str, ...], today: str, heading: str
) -> None:
    shown = rows(*dates, today=today)
    ((found, numbers),) = grouped(shown, ENGLISH)
    assert found == heading
    assert shown[numbers[-1]].milestone.entry.id == "c0"


@given(
    st.lists(
        st.one_of(
            st.dates(at(MONDAY).today()).map(str),
            st.sampled_from(VAGUE),
        ),
        max_size=9,
    ),
    st.sampled_from([f"2027-03-{day}" for day in range(15, 22)]),
)
def test_every_row_once_and_nothing_sure_of_two_weeks_below_a_vague_one(dates: list[str], today: str) -> None:
    shown = rows(*dates, today=today)
    found = grouped(shown, ENGLISH)
    assert sorted(number for _, numbers in found for number in numbers) == list(range(len(shown)))
    assert len({heading for heading, _ in found}) == len(found)
    order = [(heading, shown[number]) for heading, numbers in found for number in numbers]
    soon = [place for place, (_, row) in enumerate(order) if closes_within_two_weeks(row)]
    for place, (heading, row) in enumerate(order):
        when = row.milestone.when
        if heading == "Any day now" or (when and not when.is_exact and place not in soon):
            assert not soon or soon[-1] < place
    for _, numbers in found:
        above = [number for number in numbers if closes_within_two_weeks(shown[number])]
        assert numbers in (sorted(numbers), [*above, *(each for each in numbers if each not in above)])


def closes_within_two_weeks(row: Row) -> bool:
    when, left = row.milestone.when, row.days_left
    return bool(when and when.is_exact and left is not None and left <= 14)


@pytest.mark.parametrize(
    ("stated", "it", "heading"),
    [
        (Status.OPEN, stage(), "Open, no deadline"),
        (None, stage(), "Not announced"),
        (Status.SUSPENDED, stage(), "Not announced"),
        (Status.OPEN, stage(kind="decision"), "Not announced"),
        (Status.OPEN, stage(name="second", follows="first"), "Not announced"),
    ],
)
def test_a_call_that_is_stated_open_without_a_date(stated: Status | None, it: object, heading: str) -> None:
    call = entry(it, status=stated)  # type: ignore[arg-type]  # a stage
    (found,) = grouped(select.upcoming(registry_of(call), Query(), at(MONDAY)), ENGLISH)
    assert found == (heading, [0])


def test_entries_and_what_is_over_have_no_heading() -> None:
    registry = registry_of(entry(stage("2027-03-01")))
    assert grouped(select.upcoming(registry, Query(past=True), at(MONDAY)), ENGLISH) == [("", [0])]
    assert grouped(select.entries(registry, Query(), at(MONDAY), everything=True), ENGLISH) == [("", [0])]
