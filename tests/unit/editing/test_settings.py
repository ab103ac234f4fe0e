"""What `set` does to an entry: `field=value` as edits."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from builders import entry, stage
from clustercalls.editing.document import as_document
from clustercalls.editing.fields import ENTRY
from clustercalls.editing.ops import NotInPlace, Op
from clustercalls.editing.settings import edits
from clustercalls.editing.typed_values import setting
from clustercalls.errors import UsageRefused
from clustercalls.phrase.roles import Said

TABLE: dict[str, Any] = {
    "id": "one",
    "title": "T",
    "deadline": date(2017, 4, 4),
    "at": "17:00",
    "tags": ["a", "b"],
    "note": "n",
    "budget": 5,
    "source": {"title": "S"},
    "stage": [
        {"id": "second", "kind": "deadline", "when": date(2017, 10, 1), "at": "12:00"},
        {"kind": "interview"},
    ],
}


def made(*texts: str, of: str = "", table: dict[str, Any] | None = None) -> list[tuple[Any, Any]]:
    found = edits(
        None,
        TABLE if table is None else table,
        of,
        [setting(each) for each in texts],
        lambda text, *_: Said(text),
    )
    return [(op.path, op.value) for op in found]


SET: list[tuple[str, list[tuple[Any, Any]]]] = [
    ("title=U", [(("title",), "U")]),
    ("title=T", []),  # so already
    ("budget=5", []),
    ("budget=6", [(("budget",), 6)]),
    ("source.url=https://a.example", [(("source", "url"), "https://a.example")]),
    ("note=", [(("note",), None)]),
    ("owner=", []),
    # lists and texts may grow, lists may shrink
    ("tags+=b, c", [(("tags",), ["a", "b", "c"])]),
    ("tags+=a", []),
    ("tags-=a", [(("tags",), ["b"])]),
    ("tags-=a,b", [(("tags",), None)]),
    ("eligibility+=c", [(("eligibility",), ["c"])]),
    ("note+=more", [(("note",), "n more")]),
    ("about+=Ada", [(("about",), "Ada")]),
    ("note+=  ", []),
    # an hour goes with its date
    ("deadline=", [(("deadline",), None), (("at",), None)]),
    ("opens=2017-01-01", [(("opens",), date(2017, 1, 1))]),
]


@pytest.mark.parametrize(("text", "found"), SET)
def test_a_setting_is_the_edit_of_one_value(text: str, found: list[tuple[Any, Any]]) -> None:
    assert made(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("when=2017-10-02", [(("stage", 0, "when"), date(2017, 10, 2))]),
        ("when=", [(("stage", 0, "when"), None), (("stage", 0, "at"), None)]),
        ("cancelled=yes", [(("stage", 0, "cancelled"), True)]),
        ("title=U", [(("stage", 0, "title"), "U")]),
    ],
)
def test_a_stage_has_fields_of_its_own(text: str, found: list[tuple[Any, Any]]) -> None:
    assert made(text, of="second") == found


def test_a_stage_without_an_id_is_named_by_its_kind() -> None:
    assert made("note=n", of="interview") == [(("stage", 1, "note"), "n")]


def test_each_setting_is_made_on_what_the_one_before_left() -> None:
    assert made("tags+=c", "tags-=a", "tags+=c") == [(("tags",), ["a", "b", "c"]), (("tags",), ["b", "c"])]


def test_a_text_on_lines_of_its_own_gets_one_more_line() -> None:
    assert made("note+=b", table={"note": "a\n"}) == [(("note",), "a\nb\n")]


@pytest.mark.parametrize(
    ("text", "of", "code", "says"),
    [
        ("titel=U", "", "unknown-field", "Did you mean title?"),
        ("id=two", "", "unknown-field", "An id stays"),
        ("title=", "", "bad-value", "an entry needs it"),
        ("kind=", "second", "bad-value", "an entry needs it"),
        ("tags-=c", "", "bad-value", "It holds: a, b."),
        ("eligibility-=c", "", "bad-value", "It is empty."),
        ("budget+=5", "", "bad-value", "Write budget=VALUE."),
        ("budget=much", "", "not-an-amount", ""),
        ("status=forecast", "", "bad-status", ""),
        ("deadline=2017-04-04", "second", "unknown-field", ""),
        ("note=n", "third", "unknown-stage", "Its stages: second, interview."),
        ("note=n", "deadline", "unknown-stage", "deadline=DATE"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(text: str, of: str, code: str, says: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        made(text, of=of)
    assert refused.value.problem.code == code
    assert says in f"{refused.value.problem.message} {refused.value.problem.hint}"


def test_a_stage_of_an_entry_without_any_is_told_so() -> None:
    with pytest.raises(UsageRefused) as refused:
        made("note=n", of="first", table={"id": "one"})
    assert "It has none." in refused.value.problem.hint


WRONG = {"source": 5, "contact": [], "tags": "a", "note": 5, "stage": [5, {"id": "first"}]}


@pytest.mark.parametrize(
    "text", ["source.url=https://a.example", "contact.name=A", "tags+=b", "tags-=a", "note+=b"]
)
def test_what_is_no_table_list_or_text_is_not_added_to(text: str) -> None:
    with pytest.raises(NotInPlace):
        made(text, table=WRONG)


def test_what_is_wrong_may_be_set_anew_and_does_not_hide_a_stage() -> None:
    assert made("tags=b", "note=n", table=WRONG) == [(("tags",), ["b"]), (("note",), "n")]
    assert made("note=n", of="first", table=WRONG) == [(("stage", 1, "note"), "n")]
    with pytest.raises(UsageRefused):
        made("note=n", of="first", table={"id": "one", "stage": 5})


def test_a_short_key_beside_a_stage_of_its_kind_would_be_a_second_date() -> None:
    it = entry(stage("2017-04-04", name="first"))
    table = {"id": "a", "stage": [{"id": "first", "kind": "deadline"}]}
    wanted = [setting("deadline=2017-04-06")]
    with pytest.raises(UsageRefused) as refused:
        edits(it, table, "", wanted, lambda text, *_: Said(text))
    assert (refused.value.problem.code, "a/first" in refused.value.problem.hint) == ("stage-there", True)
    assert edits(it, table | {"deadline": date(2017, 1, 1)}, "", wanted, lambda text, *_: Said(text))


SHORT = """[[call]]
id = "one"
title = "T"
opens = 2027-01-01
deadline = 2027-04-04
stage = [
  { id = "any", kind = "deadline", rolling = true },
  { kind = "interview", when = 2027-08-01T10:00:00, zone = "Europe/London" },
]
"""


@pytest.mark.parametrize(("of", "texts", "last"), [
    # by its own zone, not by that of the stage in the place that it had
    ("deadline", ("cancelled=true", "when=x"), [Op(("stage", 2, "zone"), "Europe/London")]),
    ("any", ("when=x",), [Op(("stage", 0, "zone"), "Europe/London")]),
    ("interview", ("when=x",), []),
])  # fmt: skip
def test_the_zone_of_a_date_beside_stages_that_are_rolling_or_become_tables(
    of: str, texts: tuple[str, ...], last: list[Op]
) -> None:
    its = as_document(Path("calls.toml"), SHORT.encode())
    table = its.raw["call"][0]
    found = edits(
        its.read("call", table).entry,
        table,
        of,
        [setting(each) for each in texts],
        lambda *_: Said("2027-04-06T18:00", zone="Europe/London"),
    )
    assert [op for op in found if op.path[-1] == "zone"] == last
    assert (Op(("stage", 0, "rolling")) in found) is (of == "any")


@pytest.mark.parametrize("when", ["2017-05", "2017-05-11/2017-05-20", "2017-04-03/2017-04-09"])
def test_a_doubt_never_says_how_long_it_lasts(when: str) -> None:
    table = {"id": "one", "title": "T", "starts": date(2017, 4, 4), "ends": date(2017, 4, 5)}
    with pytest.raises(UsageRefused) as refused:
        made(f"starts={when}", table=table)
    assert refused.value.problem.hint.endswith(f"set one ends= starts={when}")
    for way in ((f"starts={when}", "ends="), ("ends=", f"starts={when}")):
        assert set(made(*way, table=table)) == {(("starts",), when), (("ends",), None)}
    assert made(f"starts={when}", "ends=2017-06-01", table=table)


def test_an_hour_that_has_no_room_is_not_lost() -> None:
    table = {"id": "one", "title": "T", "starts": date(2017, 4, 4), "ends": datetime(2017, 4, 5, 18)}  # noqa: DTZ001
    with pytest.raises(UsageRefused) as refused:
        made("ends=2017-05", table=table)
    assert "its hour, 18:00, has no room" in refused.value.problem.message


SENTENCES = {"note", "about", "summary", "source.quote"}


@pytest.mark.parametrize("sign", ["+", "-"])
@pytest.mark.parametrize("name", [
    name for name, each in ENTRY.items() if each.is_text and name not in SENTENCES
])  # fmt: skip
def test_what_holds_one_value_does_not_grow(name: str, sign: str) -> None:
    with pytest.raises(UsageRefused, match="holds one value"):
        made(f"{name}{sign}=x")


@pytest.mark.parametrize("name", ["title", "zone", "owner", "follows", "kind"])
def test_what_holds_one_value_of_a_stage_does_not_grow(name: str) -> None:
    with pytest.raises(UsageRefused, match="holds one value"):
        made(f"{name}+=x", of="second")
