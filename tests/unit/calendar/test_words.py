"""What a calendar says of a milestone: a title that says what it is, one fact a line, nothing left empty."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from builders import entry, fuzzy, moved, stage
from clustercalls.calendar.words import categories, description, title
from clustercalls.entry_tables import Contact, Funding, Grants, Link
from clustercalls.i18n import ENGLISH
from clustercalls.model import Milestone, Source, Stage, Status
from clustercalls.timeline import milestones
from commands import ITALIAN


def first(*stages: Stage, **rest: Any) -> Milestone:  # noqa: ANN401 - the fields of an entry
    return milestones(entry(*stages, **rest))[0]


@pytest.mark.parametrize(
    ("each", "doubtful", "said"),
    [
        (first(stage("2027-04-04")), False, "A · deadline"),
        (first(stage("2027-04-04", name="first")), False, "A · first stage"),
        (first(stage("2027-04-04", "dates"), kind="event"), False, "A"),
        (first(stage("2027-04-04", title="Final")), False, "A · Final"),
        (first(stage("2027-04-04"), status=Status.CANCELLED), False, "Cancelled: A · deadline"),
        (first(stage("2027-04-04"), status=Status.SUSPENDED), False, "Suspended: A · deadline"),
        (first(stage("2027-04-04"), status=Status.OPEN), False, "A · deadline"),
        (first(stage("2027-02")), True, "A · deadline (expected Feb 2027 [2027-02])"),
        (first(stage("2027")), True, "A · deadline (expected 2027)"),  # as it is written
        (first(stage("2027-04-04"), title="A\r\nSUMMARY:B"), False, "A SUMMARY:B · deadline"),
    ],
)
def test_the_title(each: Milestone, doubtful: bool, said: str) -> None:
    assert title(each, ENGLISH, doubtful=doubtful) == said


FULL = entry(
    stage("2027-04-06", name="first", note="Bring papers"),
    stage("2027-09-01", name="second", follows="first"),
    title="Chains", summary="For chains", about="Long", budget=18_500_000, currency="EUR",
    grants=Grants(10, 50_000), funding=(Funding(75, "SMEs"), Funding(100)), eligibility=("SMEs", "Clusters"),
    contact=Contact("Ada", email="ada@example.org", phones=("1",)), url="https://a.example",
    links=(Link("https://b.example", "Guide"), Link("https://c.example")), checked=date(2027, 1, 2),
    history=(moved("first", "2027-04-04", "2027-01-01", why="late"),), status=Status.OPEN,
)  # fmt: skip


def test_the_description_is_one_fact_a_line() -> None:
    each = milestones(replace(FULL, source=Source("Notes", "https://s.example", fuzzy("2016-12"))))[0]
    assert description(each, ENGLISH, doubtful=False).splitlines() == [
        "Call: first stage (1 of 2)",
        "When: Tue 6 Apr 2027",
        "Moved; before: Sun 4 Apr 2027 (noticed Fri 1 Jan 2027, late)",
        "Bring papers",
        "For chains",
        "Budget: 18.5 M€",
        "Grants: 10 × 50 k€",
        "Funding: 75 % for SMEs",
        "Funding: 100 %",
        "Condition: SMEs",
        "Condition: Clusters",
        "Contact: Ada, ada@example.org, 1",
        "Source: Notes, Dec 2016, https://s.example",
        "Confirmed: Sat 2 Jan 2027",
        "Link: https://a.example",
        "Guide: https://b.example",
        "https://c.example",
    ]


def test_what_is_not_known_has_no_line() -> None:
    assert description(first(stage("2027-04-04")), ENGLISH, doubtful=False).splitlines() == [
        "Call: deadline",
        "When: Sun 4 Apr 2027",
    ]


def test_a_doubtful_date_is_said_as_it_is_written() -> None:
    said = description(first(stage("2027-02", "dates", until="2027-03")), ENGLISH, doubtful=True)
    assert said.splitlines()[1].endswith("(written 2027-02 – 2027-03)")


def test_a_stage_counts_among_those_that_take_place_and_says_whom_it_is_for() -> None:
    last = milestones(
        entry(
            stage("2027-04-04", name="first"),
            stage("2027-05-04", name="off", cancelled=True),
            stage("2027-09-01", name="second", follows="first"),
        )
    )[-1]
    said = description(last, ENGLISH, doubtful=False).splitlines()[0]
    assert said == "Call: second stage (2 of 2), only for those who passed: first stage"


def test_in_italian() -> None:
    said = description(first(stage("2027-04-04"), kind="event"), ITALIAN, doubtful=False)
    assert said.startswith("Evento: ")


def test_categories_once_each() -> None:
    each = first(stage("2027-04-04"), programme="COSME", tags=("smes", "COSME", " \n ", "a,b"))
    assert categories(each, ENGLISH) == ["deadline", "COSME", "smes", "a,b"]
