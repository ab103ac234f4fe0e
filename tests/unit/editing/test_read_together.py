"""A date whose year was left out is never on the wrong side of another of the same command."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clustercalls.cli.keep.typed_date import reading
from clustercalls.editing.read_together import TypedDate, in_steps, read_together
from clustercalls.phrase.roles import Role
from clustercalls.zones import Moment
from conftest import Run

Write = Callable[..., Path]

READ = reading(Moment(datetime(2027, 11, 20, 9, tzinfo=UTC), "Europe/Brussels"), {})
# today is 20 November 2027: what is typed for each role, and what each comes to
TOGETHER: list[tuple[dict[Role, str], dict[Role, str]]] = [
    *(
        ({role: text, Role.DUE: "10 January"}, {role: "2027-11-01", Role.DUE: "2028-01-10"})
        for role in (Role.OPENS, Role.INFORMS, Role.REGISTERS, Role.OURS)
        for text in ("1 November", "1 novembre", "1er novembre", "1. November", "1 de noviembre",
                     "1 listopada")
    ),
    ({Role.OPENS: "from 1 November 9:00", Role.DUE: "by 10 Jan 17:00"},
     {Role.OPENS: "2027-11-01T09:00", Role.DUE: "2028-01-10T17:00"}),
    ({Role.OPENS: "November", Role.DUE: "January"}, {Role.OPENS: "2027-11", Role.DUE: "2028-01"}),
    ({Role.OPENS: "October", Role.DUE: "10 January"}, {Role.OPENS: "2027-10", Role.DUE: "2028-01-10"}),
    ({Role.OPENS: "1 December", Role.DUE: "10 January"}, {Role.OPENS: "2027-12-01", Role.DUE: "2028-01-10"}),
    ({Role.OPENS: "10 January", Role.DUE: "10 January"}, {Role.OPENS: "2028-01-10", Role.DUE: "2028-01-10"}),
    # a year that was typed stays, and what has none goes by it
    ({Role.OPENS: "1 November 2028", Role.DUE: "10 January"},
     {Role.OPENS: "2028-11-01", Role.DUE: "2029-01-10"}),
    ({Role.OPENS: "1 November", Role.DUE: "10 January 2027"},
     {Role.OPENS: "2026-11-01", Role.DUE: "2027-01-10"}),
    ({Role.PUBLISHED: "1 November", Role.DUE: "10 January 2027"},
     {Role.PUBLISHED: "2026-11-01", Role.DUE: "2027-01-10"}),
    ({Role.OPENS: "1 November 2028", Role.DUE: "10 January 2028"},
     {Role.OPENS: "2028-11-01", Role.DUE: "2028-01-10"}),
    ({Role.OPENS: "friday", Role.DUE: "tomorrow"}, {Role.OPENS: "2027-11-26", Role.DUE: "2027-11-21"}),
    # what comes after
    ({Role.DUE: "1 November", Role.DECIDES: "10 January", Role.INTERVIEWS: "December"},
     {Role.DUE: "2028-11-01", Role.DECIDES: "2029-01-10", Role.INTERVIEWS: "2028-12"}),
    ({Role.DUE: "10 January", Role.DECIDES: "1 March"}, {Role.DUE: "2028-01-10", Role.DECIDES: "2028-03-01"}),
    # events
    ({Role.STARTS: "18 November", Role.ENDS: "22 November"},
     {Role.STARTS: "2027-11-18", Role.ENDS: "2027-11-22"}),
    ({Role.STARTS: "2 December 2028", Role.ENDS: "4 December"},
     {Role.STARTS: "2028-12-02", Role.ENDS: "2028-12-04"}),
    ({Role.STARTS: "30 December", Role.ENDS: "2 January"},
     {Role.STARTS: "2027-12-30", Role.ENDS: "2028-01-02"}),
    ({Role.STARTS: "25 November", Role.REGISTERS: "15 November"},
     {Role.STARTS: "2027-11-25", Role.REGISTERS: "2027-11-15"}),
    # where nothing tells
    ({Role.OPENS: "1 November", Role.DUE: "tbc"}, {Role.OPENS: "2028-11-01", Role.DUE: ""}),
    ({Role.OPENS: "1 November"}, {Role.OPENS: "2028-11-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "days"), TOGETHER)
def test_none_is_on_the_wrong_side(typed: dict[Role, str], days: dict[Role, str]) -> None:
    read = read_together([TypedDate(text, role) for role, text in typed.items()], READ)
    said = {role: read(text, role) for role, text in typed.items()}
    assert {role: each.when for role, each in said.items()} == days
    alone = {role: READ(text, role) for role, text in typed.items()}
    assert {role for role, each in said.items() if each.turned} == {
        role for role in days if alone[role].when != days[role]
    }


def test_an_opening_is_before_the_first_of_several_deadlines() -> None:
    every = [
        TypedDate("1 November", Role.OPENS),
        TypedDate("10 December", Role.DUE),
        TypedDate("10 January", Role.DUE),
    ]
    read = read_together(every, READ)
    assert read("1 November", Role.OPENS).when == "2027-11-01"


BESIDE = [
    (("--opens", "1 November", "--deadline", "10 January"), "opens = 2027-11-01"),
    (("--opens", "1 November", "--stage", "first=10 January"), "opens = 2027-11-01"),
    (("--stage", "info day=1 novembre", "--deadline", "10 gennaio"), "when = 2027-11-01"),
    (("--stage", "Apertura=1 novembre", "--stage", "Lotto 1=10 gennaio"), "when = 2027-11-01"),
]


@pytest.mark.parametrize(("typed", "written"), BESIDE)
def test_add_reads_them_together(typed: tuple[str, ...], written: str, run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    assert run("add", "--title", "T", *typed, "-r", path, "--as-of", "2027-11-20").code == 0
    assert written in path.read_text()
    assert "2028-01-10" in path.read_text()


def test_set_reads_them_together_too_but_not_with_what_the_file_says(run: Run, registry: Write) -> None:
    text = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2027-04-04\n'
    path = registry(text)
    at = ("-r", path, "--as-of", "2027-11-20")
    assert run("set", "one", "deadline=10 January", "opens=1 November", *at).code == 0
    assert "opens = 2027-11-01" in path.read_text()
    path.write_text(text)
    assert run("set", "one", "opens=1 November", *at).code == 0
    assert "opens = 2028-11-01" in path.read_text()


STEPS: list[tuple[dict[str, str], dict[str, str]]] = [
    ({"first": "15 October", "second": "15 March"}, {"first": "2028-10-15", "second": "2029-03-15"}),
    ({"second": "15 marzo", "first": "15 ottobre"}, {"first": "2028-10-15", "second": "2029-03-15"}),
    ({"deadline": "15 October", "second": "15 March"}, {"deadline": "2028-10-15", "second": "2029-03-15"}),
    (
        {"step-3": "1 Feb", "step-1": "15. Oktober", "step-2": "15 mars"},
        {"step-1": "2028-10-15", "step-2": "2029-03-15", "step-3": "2030-02-01"},
    ),
    ({"first": "15 October", "second": "15 March 2028"}, {"first": "2027-10-15", "second": "2028-03-15"}),
    ({"first": "15 March", "second": "15 October"}, {"first": "2028-03-15", "second": "2028-10-15"}),
    ({"first": "15 October 2028", "second": "March 2028"}, {"first": "2028-10-15", "second": "2028-03"}),
    # and of those that are numbered the next one never is
    *(
        ({first: "15 October", second: "15 March"}, {first: "2028-10-15", second: "2029-03-15"})
        for first, second in (
            ("cut-off-1", "cut-off-2"), ("first-cut-off", "second-cut-off"), ("round-i", "round-ii"),
            ("1a-scadenza", "2a-scadenza"), ("sportello-1", "sportello-2"),
            ("date-limite-1", "date-limite-2"),
            ("stichtag-1", "stichtag-2"), ("primera-convocatoria", "segunda-convocatoria"),
            ("prazo-1", "prazo-2"), ("nabor-1", "nabor-2"),
        )
    ),
    ({"cut-off-3": "May", "cut-off-1": "15 October", "cut-off-2": "15 March"},
     {"cut-off-3": "2029-05", "cut-off-1": "2028-10-15", "cut-off-2": "2029-03-15"}),
    ({"cut-off-1": "15 October", "cut-off-2": "15 March 2028"},
     {"cut-off-1": "2027-10-15", "cut-off-2": "2028-03-15"}),
    *(
        ({first: "15 October", second: "15 March"}, {first: "2028-10-15", second: "2028-03-15"})
        for first, second in (("lot-1", "lot-2"), ("topic-1", "topic-2"), ("cut-off-a", "cut-off-b"),
                              ("round-1-lot-1", "round-1-lot-2"))
    ),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "when"), STEPS)
def test_a_step_is_not_before_the_one_that_it_follows(typed: dict[str, str], when: dict[str, str]) -> None:
    named = {name: (text, READ(text, Role.DUE)) for name, text in typed.items()}
    assert {name: said.when for name, said in in_steps(named, READ).items()} == when


@pytest.mark.parametrize(
    "typed",
    [
        ("--stage", "first=15 October", "--stage", "second=15 March"),
        ("--deadline", "15 October", "--stage", "second=15 March"),
        ("--stage", "outline=15 ottobre", "--stage", "full proposal=15 marzo"),
    ],
)
def test_add_writes_them_so(typed: tuple[str, ...], run: Run, registry: Write) -> None:
    path = registry("schema = 1\n")
    assert run("add", "--title", "T", *typed, "-r", path, "--as-of", "2027-11-20").code == 0
    assert "2028-10-15" in path.read_text()
    assert "2029-03-15" in path.read_text()
