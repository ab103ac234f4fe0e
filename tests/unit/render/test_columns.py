"""The columns of rows: in words for people, as values for machines."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from builders import at, entry, registry_of, stage
from clustercalls.i18n import ENGLISH, Language
from clustercalls.model import Entry, StageKind
from clustercalls.query import select
from clustercalls.query.select import EntryRow, Row
from clustercalls.query.wanted import Query
from clustercalls.render.columns import ENTRIES, HEADINGS, MILESTONES, View, plain_value
from clustercalls.render.offers import OFFERS

NOW = at("2017-03-01T12:00")
VIEW = View(ENGLISH)
CALL = entry(
    stage("2017-04-04", at="17:00", name="first"),
    name="one", title="Chains\x1b[31m", programme="H2020", budget=18_500_000, currency="EUR", tags=("b", "a"),
    owner="Ada", source="2017-01",
)  # fmt: skip
BARE = entry(name="bare", title="Bare", kind="policy")


def milestones(it: Entry) -> tuple[Row, ...]:
    return select.upcoming(registry_of(it), Query(), NOW)


def entries(it: Entry) -> tuple[EntryRow, ...]:
    return (select.entry_row(it, NOW),)


def test_a_milestone_in_words() -> None:
    (row,) = milestones(CALL)
    assert dict(
        zip(MILESTONES.cells, MILESTONES.rows((row,), VIEW, tuple(MILESTONES.cells))[0], strict=True)
    ) == {
        "date": "Tue 4 Apr 2017 17:00 Brussels",
        "left": "in 34 days",
        "what": "Chains\\x1b[31m · first stage",
        "programme": "H2020",
        "money": "18.5 M€",
        "state": "open",
        "owner": "Ada",
        "part": "one",
    }


def test_an_entry_in_words_with_and_without_what_comes_next() -> None:
    names = tuple(ENTRIES.cells)
    assert dict(zip(names, ENTRIES.rows(entries(CALL), VIEW, names)[0], strict=True)) == {
        "what": "Chains\\x1b[31m", "id": "one", "kind": "call", "next": "first stage",
        "date": "Tue 4 Apr 2017 17:00 Brussels", "left": "in 34 days", "programme": "H2020",
        "money": "18.5 M€", "state": "open", "owner": "Ada",
    }  # fmt: skip
    assert ENTRIES.rows(entries(BARE), VIEW, names)[0] == ["Bare", "bare", "policy", *[""] * 7]


@pytest.mark.parametrize("it", [entry(stage(), source="2015"), entry(source="2015")])
def test_what_nobody_confirmed_is_to_be_confirmed_with_a_date_or_without(it: Entry) -> None:
    assert ENTRIES.rows(entries(it), VIEW, ("left",))[0] == ["to be confirmed"]


def test_a_cell_may_be_a_value_of_machines_and_both_are_made_safe() -> None:
    (row,) = milestones(CALL)
    assert MILESTONES.rows((row,), VIEW, ("uid", "owner", "tags", "title"))[0] == [
        "one/first",
        "Ada",
        "b; a",
        "Chains\\x1b[31m",
    ]
    assert MILESTONES.values(row, VIEW)["title"] == "Chains\x1b[31m"  # whoever encodes it sees to that
    assert list(MILESTONES.values(row, VIEW)) == list(MILESTONES.fields)


def test_an_hour_is_told_on_the_clock_asked_for() -> None:
    (row,) = milestones(CALL)
    assert MILESTONES.rows((row,), View(ENGLISH, "UTC"), ("date",))[0] == ["Tue 4 Apr 2017 15:00 UTC"]


@pytest.mark.parametrize("columns", [MILESTONES, ENTRIES])
def test_owners_are_shown_where_there_are_any_and_what_is_asked_for_is_all(columns: Any) -> None:  # noqa: ANN401
    rows = milestones if columns is MILESTONES else entries
    assert columns.names(VIEW, rows(CALL)) == (*columns.usual, "owner")
    assert columns.names(VIEW, rows(BARE)) == columns.usual
    assert columns.names(VIEW, ()) == columns.usual
    assert columns.names(View(ENGLISH, "", ("uid",)), rows(CALL)) == ("uid",)


def test_headings_are_words_and_fields_keep_their_names() -> None:
    shouting = View(Language("xx", str.upper))
    assert MILESTONES.headings(shouting, ("date", "state", "uid")) == ["WHEN", "STATUS", "uid"]
    assert ENTRIES.headings(shouting, ("next",)) == ["WHAT NEXT"]
    assert HEADINGS.keys() == MILESTONES.cells.keys() | OFFERS.cells.keys()


@pytest.mark.parametrize("columns", [MILESTONES, ENTRIES])
def test_what_is_usual_can_be_shown(columns: Any) -> None:  # noqa: ANN401 - two sorts of rows
    assert set(columns.usual) <= set(columns.cells)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (75.5, "75.5"),
        ("a", "a"),
        (StageKind.INFO_DAY, "info_day"),
        (date(2017, 4, 4), "2017-04-04"),
        (datetime(2017, 4, 4, 15, 0, tzinfo=UTC), "2017-04-04T15:00:00+00:00"),
        (("a", 1), "a; 1"),
        ((), ""),
    ],
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert plain_value(value) == text
