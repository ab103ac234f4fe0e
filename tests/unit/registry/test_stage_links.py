"""How stages hang together: names of their own, pointers that lead somewhere, no circles."""

import pytest

from builders import entry, stage
from clustercalls.errors import Place
from clustercalls.model import Stage
from clustercalls.registry.stage_links import are_worth_a_look, check
from clustercalls.tables.findings import Finding, Findings

ONE, TWO = stage("2017-04-04", name="one"), stage("2017-10", name="two")


def deadline(name: str, when: str = "", *, follows: str = "", after: str = "", months: int = 1) -> Stage:
    return stage(when, name=name, follows=follows, after=(after, months, 0) if after else None)


@pytest.mark.parametrize(
    ("stages", "worth"),
    [
        ((), False),
        ((ONE,), False),
        ((ONE, TWO), False),
        ((ONE, ONE), True),
        ((deadline("one", after="two"),), True),
        ((ONE, deadline("two", follows="one")), True),
    ],
)
def test_only_stages_that_could_be_wrong_are_looked_at(stages: tuple[Stage, ...], worth: bool) -> None:
    assert are_worth_a_look(stages) is worth


def told(*stages: Stage) -> list[tuple[str, str, str]]:
    """Code, place, and what the stages in question are, in brief."""
    found = Findings()
    check(entry(*stages), [("stage", number) for number in range(len(stages))], found)
    return [(each.code, ".".join(map(str, each.path)), _named(each)) for each in found]


def _named(found: Finding) -> str:
    return found.values.get("stages") or found.values.get("stage", "")


LINKS: list[tuple[str, tuple[Stage, ...], list[tuple[str, str, str]]]] = [
    ("sound", (ONE, deadline("two", follows="one"), deadline("three", after="two")), []),
    ("a name twice", (ONE, ONE, ONE),
     [("duplicate-stage", "stage.1", "one"), ("duplicate-stage", "stage.2", "one")]),
    ("pointers to nothing", (ONE, deadline("two", follows="on", after="nothing")),
     [("dangling-stage", "stage.1.after", "nothing"), ("dangling-stage", "stage.1.follows", "on")]),
    ("itself", (deadline("one", after="one"),), [("stage-circle", "stage.0.after", "one → one")]),
    ("a circle of dates, told once", (deadline("one", after="two"), deadline("two", after="one")),
     [("stage-circle", "stage.0.after", "one → two → one")]),
    ("a tail of a circle",
     (deadline("tail", after="one"), deadline("one", after="two"), deadline("two", after="one")),
     [("stage-circle", "stage.1.after", "one → two → one")]),
    ("a circle of who follows whom", (deadline("one", follows="two"), deadline("two", follows="one")),
     [("stage-circle", "stage.0.follows", "one → two → one")]),
    ("itself followed", (ONE, deadline("two", follows="two")),
     [("stage-circle", "stage.1.follows", "two → two")]),
    ("beyond the years", (deadline("one", "2199-12-31"), deadline("two", after="one")),
     [("date-out-of-range", "stage.1", "")]),
    ("beyond the calendar", (deadline("one", "2199-12-31"), deadline("two", after="one", months=120_000)),
     [("date-out-of-range", "stage.1", "")]),
    ("a pointer to nothing hides its circles", (deadline("one", after="one", follows="nothing"),),
     [("dangling-stage", "stage.0.follows", "nothing")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stages", "found"), [pytest.param(stages, found, id=name) for name, stages, found in LINKS]
)
def test_what_does_not_hold_together_is_told_where_it_stands(
    stages: tuple[Stage, ...], found: list[tuple[str, str, str]]
) -> None:
    assert told(*stages) == found


def test_circles_are_not_looked_for_where_something_else_is_wrong() -> None:
    found = Findings([Finding("bad-date", ("x",), {})])
    check(entry(deadline("one", after="one")), [("stage", 0)], found)
    assert [each.code for each in found] == ["bad-date"]


@pytest.mark.parametrize(
    ("stages", "hint"),
    [
        ((ONE, deadline("two", follows="on")), "Did you mean one? There are: one."),
        ((ONE, deadline("two", follows="x")), "Write one of these: one."),
        ((deadline("one", follows="x"),), "There is no other stage here."),
    ],
)
def test_a_pointer_to_nothing_is_told_what_there_is(stages: tuple[Stage, ...], hint: str) -> None:
    found = Findings()
    check(entry(*stages), [("stage", number) for number in range(len(stages))], found)
    assert hint in found[0].at(Place()).hint


def test_of_two_short_keys_one_is_to_go() -> None:
    both = (stage("2017-04-04", "dates"), stage("2017-04-05", "dates"))
    found = Findings()
    check(entry(*both), [("dates",), ("starts",)], found)
    assert [(each.path, each.values["advice"]) for each in found] == [
        (("starts",), "Keep one of `dates` and `starts`."),
    ]
