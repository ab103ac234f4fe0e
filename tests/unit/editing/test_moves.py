"""What `move` does to an entry, and the rows of history that an edit leaves."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from builders import at, entry, stage
from clustercalls.editing.document import Document, Table, as_document
from clustercalls.editing.moves import as_table, history, leaves_a_row, move, noted, stage_to_move
from clustercalls.editing.ops import Op, applied
from clustercalls.errors import UsageRefused
from clustercalls.model import Stage
from clustercalls.phrase.roles import Said

NOW = at("2017-03-01T12:00")
HEAD = '[[call]]\nid = "one"\ntitle = "T"\n'


def document(text: str) -> Document:
    return as_document(Path("calls.toml"), f"{HEAD}{text}".encode())


# ---- which stage

PAST, NEXT = stage("2017-01-10", name="first"), stage("2017-04-04", name="second")
LATER, UNDATED = stage("2017-10-01", name="third"), stage("", name="open")
TALK = stage("2017-05-01", "interview", name="second-talk")
WHICH: list[tuple[str, tuple[Stage, ...], str]] = [
    ("", (PAST, NEXT, TALK), "second"),  # the one dated deadline ahead
    ("", (PAST, UNDATED), "first"),  # else the one that is dated
    ("", (UNDATED, TALK), "open"),  # else the one deadline
    ("", (TALK,), "second-talk"),  # else the one stage
    ("second", (PAST, NEXT, TALK), "second"),  # a whole name is no part of another
    ("talk", (PAST, NEXT, TALK), "second-talk"),
    ("first", (PAST, NEXT), "first"),
]


@pytest.mark.parametrize(("named", "stages", "meant"), WHICH)
def test_the_stage_meant_is_the_one_that_can_be(named: str, stages: tuple[Stage, ...], meant: str) -> None:
    assert stage_to_move(entry(*stages), named, NOW).stage.id == meant


@pytest.mark.parametrize(
    ("named", "stages", "code", "says"),
    [
        ("", (NEXT, LATER), "which-stage", "a/second, a/third"),
        ("", (PAST, stage("2017-02-01", name="early")), "which-stage", "a/first, a/early"),
        ("", (), "no-stage", ""),
        ("secon", (NEXT, TALK), "unknown-stage", "Its stages: second, second-talk."),
        ("x", (NEXT,), "unknown-stage", "Its stages: second."),
        ("x", (), "unknown-stage", "It has none."),
    ],
)
def test_what_could_be_several_or_none_is_asked_about(
    named: str, stages: tuple[Stage, ...], code: str, says: str
) -> None:
    with pytest.raises(UsageRefused) as refused:
        stage_to_move(entry(*stages), named, NOW)
    found = refused.value.problem
    assert found.code == code
    assert says in f"{found.message} {found.hint}"


# ---- the edits


def ops(text: str, when: str | Said, named: str = "") -> list[Op]:
    """What moving a stage of an entry of this text to a day does."""
    its = document(text)
    table = its.raw["call"][0]
    read = its.read("call", table).entry
    assert read
    return move(read, table, stage_to_move(read, named, NOW), Said(when) if isinstance(when, str) else when)


STAGE = '[[call.stage]]\nid = "first"\nkind = "deadline"\n'
DAY = date(2017, 4, 6)
ENTRIES: list[tuple[str, str, str | Said, list[tuple[Any, Any]]]] = [
    ("a short key", "deadline = 2017-04-04\n", "2017-04-06", [(("deadline",), DAY)]),
    ("where it is already", "deadline = 2017-04-06\n", "2017-04-06", []),
    ("where it is, as a text", 'deadline = "2017-04-06"\n', "2017-04-06", []),
    ("a table", f"opens = 2017-01-01\n{STAGE}when = 2017-04-04\n", "2017-04-06",
     [(("stage", 0, "when"), DAY)]),
    ("no longer one day", "deadline = 2017-04-04\n", "2017-04", [(("deadline",), "2017-04")]),
    ("its hour is in it and stays", "deadline = 2017-04-04T17:00:00\n", "2017-04-06",
     [(("deadline",), datetime(2017, 4, 6, 17))]),  # noqa: DTZ001
    ("its hour is beside it and stays", 'deadline = 2017-04-04\nat = "17:00"\n', "2017-04-06",
     [(("deadline",), DAY)]),
    ("its hour moves along", 'deadline = 2017-04-04\nat = "17:00"\n', "2017-04-06T12:00",
     [(("deadline",), DAY), (("at",), "12:00")]),
    ("the same hour", 'deadline = 2017-04-04\nat = "17:00"\n', "2017-04-06T17:00", [(("deadline",), DAY)]),
    ("an hour elsewhere, on its own clock", 'deadline = 2017-04-04\nat = "17:00"\n', "2017-04-06T12:00Z",
     [(("deadline",), DAY), (("at",), "14:00")]),
    ("a first hour", "deadline = 2017-04-04\n", "2017-04-06T12:00",
     [(("deadline",), datetime(2017, 4, 6, 12))]),  # noqa: DTZ001
    ("a stretch by one day", "starts = 2017-04-04\nends = 2017-04-05\n", "2017-04-06",
     [(("starts",), DAY), (("ends",), date(2017, 4, 7))]),
    ("both ends", "starts = 2017-04-04\nends = 2017-04-05\n", Said("2017-04-06", until="2017-04-09"),
     [(("starts",), DAY), (("ends",), date(2017, 4, 9))]),
    ("one end of two", "starts = 2017-04-06\nends = 2017-04-07\n", Said("2017-04-06", until="2017-04-09"),
     [(("ends",), date(2017, 4, 9))]),
    ("what lasts has two keys", 'dates = "2017-04-04/2017-04-05"\n', Said("2017-04-06", until="2017-04-09"),
     [(("dates",), None), (("starts",), "2017-04-04/2017-04-05"), (("starts",), DAY),
      (("ends",), date(2017, 4, 9))]),
    ("an hour where the day is not sure", "deadline = 2017-04-04T17:00:00\n", "2017-04-06?",
     [(("deadline",), "2017-04-06?"), (("at",), "17:00")]),
    ("an hour where there is a month", "deadline = 2017-04-04T17:00:00\n", "2017-05",
     [(("deadline",), "2017-05"), (("at",), "17:00")]),
    ("an hour of a stage", f"{STAGE}when = 2017-04-04T17:00:00\n", "2017-05-11/2017-05-20",
     [(("stage", 0, "when"), "2017-05-11/2017-05-20"), (("stage", 0, "at"), "17:00")]),
    ("a stretch that is not sure keeps its end", 'starts = "2017-04"\nends = 2017-05-05\n', "2017-04-06",
     [(("starts",), DAY)]),
    ("what followed has its own date now",
     f'deadline = 2017-01-04\n{STAGE}after = {{ stage = "deadline", months = 3 }}\n', "2017-04-06",
     [(("stage", 0, "after"), None), (("stage", 0, "when"), DAY)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "when", "found"),
    [pytest.param(text, when, found, id=name) for name, text, when, found in ENTRIES],
)
def test_a_stage_is_moved_by_the_values_that_say_its_date(
    text: str, when: str | Said, found: list[tuple[Any, Any]]
) -> None:
    assert [(op.path, op.value) for op in ops(text, when)] == found


LASTS = "starts = 2017-04-04\nends = 2017-04-05\n"


@pytest.mark.parametrize(
    "when",
    [
        "2017-05",
        "2017-05-11/2017-05-20",
        "2017-05-06/2017-05-07",
        "2017-04-03/2017-04-09",
        "2017-22",
        "2017-05~",
        "2017-04-06?",
        "2017-04-06~",
    ],
)
@pytest.mark.parametrize(
    ("text", "way"),
    [
        (LASTS, "set one ends= starts="),
        (
            '[[call.stage]]\nid = "fair"\nkind = "dates"\nwhen = 2017-04-04\nuntil = 2017-04-05T18:00:00\n',
            "set one/fair until= when=",
        ),
    ],
)
def test_a_doubt_never_says_how_long_it_lasts(text: str, way: str, when: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        ops(text, when)
    found = refused.value.problem
    assert "it lasts until 2017-04-05, and" in found.message
    assert found.hint.endswith(f"{way}{when}")


def test_another_key_that_moves_is_no_length() -> None:
    (op,) = ops(f"{LASTS}registration = 2017-04-01\n", "2017-03", "registration")
    assert (op.path, op.value) == (("registration",), "2017-03")


@pytest.mark.parametrize("when", ["2017-04-06?", "2017-05", "2017-05-11/2017-05-20"])
def test_an_hour_that_has_no_room_is_not_lost(when: str) -> None:
    text = "opens = 2017-04-01T09:00:00\ndeadline = 2017-05-04\n"
    with pytest.raises(UsageRefused) as refused:
        ops(text, when, "opens")
    assert "its hour, 09:00, has no room" in refused.value.problem.message
    assert refused.value.problem.hint.endswith("set one opens=")


def test_the_hour_of_the_deadline_is_no_event_s() -> None:
    text = 'deadline = 2017-03-04\nstarts = 2017-04-01\nat = "17:00"\n'
    (op,) = ops(text, "2017-04-06T09:00", "dates")
    assert (op.path, op.value) == (("starts",), datetime(2017, 4, 6, 9))  # noqa: DTZ001


def test_the_hour_of_the_deadline_is_not_that_of_another_key() -> None:
    text = 'opens = 2017-04-01\ndeadline = 2017-05-04\nat = "17:00"\n'
    (op,) = ops(text, "2017-04-06T09:00", "opens")
    assert (op.path, op.value) == (("opens",), datetime(2017, 4, 6, 9))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "named", "advice"),
    [
        ("deadline = 2017-04-04\n", "deadline", "clustercalls set one deadline=tbc"),
        ("opens = 2017-04-04\n", "opens", "clustercalls set one opens=tbc"),
        (f"{STAGE}when = 2017-04-04\n", "first", "clustercalls set one/first when=tbc"),
        ("starts = 2017-04-04\n", "dates", "Write the month or the season"),
    ],
)
def test_what_has_no_date_yet_says_what_leaves_it_without(text: str, named: str, advice: str) -> None:
    found = document(text)
    table = found.raw["call"][0]
    its = found.read("call", table).entry
    assert its
    with pytest.raises(UsageRefused) as refused:
        move(its, table, stage_to_move(its, named, NOW), Said(), "da definire")
    assert refused.value.problem.message.startswith("`da definire` does not fit this field")
    assert advice in refused.value.problem.hint


# ---- the rows


def test_a_move_leaves_a_row_with_the_old_date_and_why() -> None:
    its = document("deadline = 2017-04-04\n")
    edit = noted(its, its.addresses()[0], [Op(("deadline",), DAY)], NOW, ("Strike", "Portal"))
    assert edit.meant["call"][0]["history"] == [
        {
            "stage": "deadline",
            "was": date(2017, 4, 4),
            "noticed": date(2017, 3, 1),
            "why": "Strike",
            "source": "Portal",
        }
    ]
    assert leaves_a_row(edit)


def test_what_is_no_move_leaves_none() -> None:
    its = document("deadline = 2017-04-04\n")
    edit = noted(its, its.addresses()[0], [Op(("note",), "n")], NOW, ("Strike", ""))
    assert "history" not in edit.meant["call"][0]
    assert not leaves_a_row(edit)


ROWS: list[tuple[str, Op, dict[str, object]]] = [
    ("starts = 2016-12-01\nends = 2016-12-02\n", Op(("ends",), date(2016, 12, 3)),
     {"stage": "dates", "was": "2016-12-01/2016-12-02"}),
    ('deadline = "2017-02/2017-03"\n', Op(("deadline",), DAY),
     {"stage": "deadline", "was": "2017-02/2017-03"}),
    ('status = "open"\n', Op(("status",), "suspended"), {"was_status": "open"}),
    # what is broken elsewhere still has its dates
    ('deadline = 2017-04-04\nurl = "nowhere"\n', Op(("deadline",), DAY),
     {"stage": "deadline", "was": date(2017, 4, 4)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "op", "row"), ROWS)
def test_a_row_holds_what_it_has_and_no_more(text: str, op: Op, row: dict[str, object]) -> None:
    its = document(text)
    table = its.raw["call"][0]
    (made,) = history(its, "call", (table, applied(table, op)), NOW)
    assert (made.path, made.more) == (("history",), True)
    assert made.value == row | {"noticed": date(2017, 3, 1)}


def test_an_entry_whose_dates_are_broken_leaves_no_row() -> None:
    its = document('deadline = "never"\n')
    table = its.raw["call"][0]
    assert history(its, "call", (table, table | {"deadline": DAY}), NOW) == []


@pytest.mark.parametrize(("table", "named", "found"), [
    ({"deadline": date(2027, 6, 1), "at": "17:00"}, "deadline",
     [Op(("deadline",)), Op(("at",)),
      Op(("stage",), {"kind": "deadline", "when": date(2027, 6, 1), "at": "17:00"}, more=True)]),
    ({"deadline": date(2027, 6, 1), "opens": "2027-02", "at": "17:00"}, "opens",
     [Op(("opens",)), Op(("stage",), {"kind": "opens", "when": "2027-02"}, more=True)]),
    ({"starts": date(2027, 6, 1), "ends": date(2027, 6, 2)}, "dates",
     [Op(("starts",)), Op(("ends",)),
      Op(("stage",), {"kind": "dates", "when": date(2027, 6, 1), "until": date(2027, 6, 2)}, more=True)]),
    ({"stage": [{"kind": "deadline"}]}, "deadline", []), ({"deadline": date(2027, 6, 1)}, "first", []),
])  # fmt: skip
def test_a_short_key_becomes_a_table_of_its_own(table: Table, named: str, found: list[Op]) -> None:
    whole = {"id": "one", "title": "T"} | table
    assert as_table(document("").read("call", whole).entry, whole, named) == found
