"""Another office's registry: what others may have of it comes, what is bad in it is lost alone."""

import json
from typing import Any

import pytest
from hypothesis import given

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem
from clustercalls.limits import SLIPS
from clustercalls.model import EntryKind
from clustercalls.query.outward import OFFICES
from clustercalls.registry.public_tables import public_table
from clustercalls.sources.registries.read import candidates
from random_entries import read, tables

GOOD = '\n[[call]]\nid = "good"\ntitle = "Good"\ndeadline = 2027-04-04\n'
THEIRS = """\
schema = 1
name = "office-bari"

[track]
hot = "go"

[defaults]
zone = "Europe/Athens"
currency = "BGN"
source = { title = "Their report", date = "2016-12~" }

[[call]]
id = "soil"
title = "Soil"
track = "hot"
owner = "taint"
note = "taint"
x-mine = "taint"
warn = ["7d"]
budget = 100_000

[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-04T17:00:00
owner = "taint"
note = "taint"
done = 2026-11-11

[[call.stage]]
id = "draft"
kind = "internal"
title = "taint"
days = -10

[[call.stage]]
id = "second"
kind = "deadline"
after = { stage = "first", months = 4 }

[[call.history]]
stage = "first"
was = 2027-03-04
why = "taint"

[[call.history]]
was_track = "taint"
"""


def both(data: bytes) -> tuple[list[Candidate], list[Problem]]:
    made = list(candidates(data, "s"))
    return [each for each in made if isinstance(each, Candidate)], [
        each for each in made if isinstance(each, Problem)
    ]


def test_nothing_of_theirs_comes_and_what_holds_for_all_is_said_of_each() -> None:
    (made,), problems = both(THEIRS.encode())
    assert problems == []
    assert (made.key, made.ident, made.title) == ("soil", "soil", "Soil")
    assert made.entry == {
        "kind": "call",
        "title": "Soil",
        "budget": 100_000,
        "currency": "BGN",
        "source": {"title": "Their report", "date": "2016-12~", "key": "s:soil"},
        "stage": [
            {"id": "first", "kind": "deadline", "when": "2027-04-04T17:00:00", "zone": "Europe/Athens"},
            {
                "id": "second", "kind": "deadline", "zone": "Europe/Athens",
                "after": {"stage": "first", "months": 4},
            },
        ],
        "history": [{"stage": "first", "was": "2027-03-04"}],
    }  # fmt: skip
    assert "taint" not in json.dumps(made.entry)


def test_the_same_in_json() -> None:
    said = {"schema": 1, "title": "Bari", "zone": "Europe/Athens", "currency": "BGN", "call": [{
        "id": "soil", "title": "Soil", "deadline": "2027-04", "note": "taint", "x-a": {"taint": 1},
    }]}  # fmt: skip
    (made,), problems = both(b"\xef\xbb\xbf \n" + json.dumps(said).encode())
    assert problems == []
    assert made.entry == {
        "kind": "call", "title": "Soil", "currency": "BGN", "source": {"title": "Bari", "key": "s:soil"},
        "stage": [{"id": "deadline", "kind": "deadline", "when": "2027-04", "zone": "Europe/Athens"}],
    }  # fmt: skip


@given(tables())
def test_every_fact_comes_through_json_and_the_catalogue(made: tuple[EntryKind, dict[str, Any]]) -> None:
    kind, table = made
    entry = read(kind, table)
    told = {"schema": 1, kind.value: [public_table(entry, OFFICES)]}
    (one,), problems = both(json.dumps(told).encode())
    assert problems == []
    back, wrong = entry_of("s", one.key, json.loads(json.dumps(one.entry)))
    assert back is not None, wrong
    theirs, ours = public_table(entry, OFFICES), public_table(back, OFFICES)
    sources = theirs.pop("source", {}), ours.pop("source")
    assert {**ours, "id": entry.id} == theirs
    assert sources[0] | {"key": sources[1]["key"]} == sources[1]


def test_what_is_followed_at_the_portal_is_followed_there_by_both() -> None:
    text = 'source = {{ title = "T", key = "{}" }}\n'
    for key, kept in (("eu:1TOPICS", "eu:1TOPICS"), ("theirs:2", "s:good"), ("eu", "s:good")):
        (made,), _ = both((GOOD + text.format(key)).encode())
        assert made.entry["source"] == {"title": "T", "key": kept}


def test_its_print_tells_what_differs() -> None:
    prints = [both((GOOD + more).encode())[0][0].print for more in ("", "place = 'A'\n", "track = 'go'\n")]
    assert prints[0] == prints[2] != prints[1]


BAD_TOML = {
    "no date": ('[[call]]\nid = "a"\ntitle = "A"\ndeadline = "soon"\n', 4, "deadline"),
    "no such day": ('[[call]]\nid = "a"\ntitle = "A"\ndeadline = "2027-02-30"\n', 4, "deadline"),
    "no id": ('[[event]]\ntitle = "A"\n', 1, ""),
    "wrong type": ('[[call]]\nid = "a"\ntitle = "A"\nstage = 7\n', 4, "stage"),
    "unknown key": ('[[call]]\nid = "a"\ntitle = "A"\ndeadlin = 2027-04-04\n', 4, "deadlin"),
    "circle": (
        '[[call]]\nid = "a"\ntitle = "A"\n[[call.stage]]\nkind = "opens"\nafter.stage = "opens"\n', 6,
        "stage.1.after",
    ),
    "stages of nothing": (
        '[[call]]\nid = "a"\ntitle = "A"\n[[call.stage]]\nkind = "opens"\nfollows = "x"\n', 6,
        "stage.1.follows",
    ),
    "twice": ('[[call]]\nid = "good"\ntitle = "A"\n', 2, "id"),
    "zone": ('[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2027-04-04\nzone = "Mars/Phobos"\n', 5, "zone"),
    "no TOML": ('[[call]]\nid = "a"\ntitle = A"\n', 3, ""),
    "letters": ('[[call]]\nid = "a"\ntitle = "\udcff"\n', 3, ""),
    "hour": ('[[call]]\nid = "a"\ntitle = "A"\ndeadline = 2027-04-04\nat = "25:00"\n', 5, "at"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_TOML)
def test_what_is_bad_is_told_by_its_line_and_lost_alone(name: str) -> None:
    text, line, field = BAD_TOML[name]
    lines = GOOD.count("\n")
    made, problems = both((GOOD + text).encode("utf-8", "surrogateescape"))
    assert [each.key for each in made] == ["good"]
    (problem,) = problems
    assert (problem.place.file, problem.place.line, problem.place.field) == ("s", lines + line, field)


BAD_JSON: dict[str, tuple[Any, str, str]] = {
    "no date": ({"id": "a", "title": "A", "deadline": "soon"}, "a", "deadline"),
    "a number as date": ({"id": "a", "title": "A", "deadline": 20270404}, "a", "deadline"),
    "no id": ({"title": "A"}, "call 2", ""),
    "null": ({"id": "a", "title": None}, "a", "title"),
    "a text": ("a", "call 2", ""),
    "a list": ([[]], "call 2", ""),
    "stage": ({"id": "a", "title": "A", "stage": {"id": "x"}}, "a", "stage"),
    "kind": ({"id": "a", "title": "A", "stage": [{"kind": "dedline"}]}, "a", "stage.1.kind"),
    "after": (
        {"id": "a", "title": "A", "stage": [{"kind": "opens", "after": {"stage": "x"}}]}, "a",
        "stage.1.after",
    ),
    "year": ({"id": "a", "title": "A", "deadline": "9999-12-31"}, "a", "deadline"),
    "twice": ({"id": "good", "title": "A"}, "good", "id"),
    "too many stages": ({"id": "a", "title": "A", "stage": [{"kind": "opens"}] * 101}, "a", "stage"),
    "too long": ({"id": "a", "title": "x" * 30_000}, "a", "title"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_JSON)
def test_in_json_by_its_place(name: str) -> None:
    bad, entry, field = BAD_JSON[name]
    data = json.dumps({"call": [{"id": "good", "title": "Good"}, bad]}).encode()
    made, problems = both(data)
    assert "good" in [each.key for each in made]
    assert len(problems) == 1
    assert (problems[0].place.entry, problems[0].place.field) == (entry, field)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it has no entries"),
        (b"A report in prose.", "it has no entries"),
        (b"<!doctype html><html>", "it has no entries"),
        (b'[project]\nname = "x"\n[tool]\n', "it has no entries"),
        (b"{}", "it has no entries"),
        (b'{"call": {}}', "it has no entries"),
        (b'{"items": []}', "it has no entries"),
        (b'{"call": [', "it is no JSON"),
        (b'{"call": [NaN]}', "it is no JSON"),
        (b'{"call": [{"budget": 1e999}]}', "it is no JSON"),
        (b'{"call": ["\\ud800"]}', "it is no JSON"),
        (b'{"call": ["\xff"]}', "it is no JSON"),
        (b'{"call":' + b"[" * 100_000, "it is nested too deep"),
        (b'{"a":' * 100_000, "it is nested too deep"),
        (b'{"call": []} {}', "it is no JSON"),
        (b"{" + b" " * (32 * 1024 * 1024), "larger than"),
    ],
)
def test_what_is_none_is_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputRefused) as refused:
        candidates(data, "s")
    assert reason in refused.value.problem.message
    assert len(refused.value.problem.message) < 400


@pytest.mark.parametrize(
    "data",
    [
        b"schema = 2\n" + GOOD.encode(),
        json.dumps({"schema": 2, "call": []}).encode(),
        b"[[call]]\na = " + b"[" * 100_000,
        b"[[call]]\nid = 1" + b"0" * 10_000,
        json.dumps({"call": [], "cal": [{"id": "a"}]}).encode(),
        json.dumps({"call": [{}] * 50_001}).encode(),
    ],
)
def test_what_our_own_registry_would_be_refused_for(data: bytes) -> None:
    with pytest.raises(InputRefused):
        list(candidates(data, "s"))


def test_an_empty_one_is_one() -> None:
    assert both(b"schema = 1\n") == both(b'{"schema": 1, "call": []}') == ([], [])


def test_many_slips_are_bounded() -> None:
    many = [{"title": "A"}] * (SLIPS + 10)
    made, problems = both(json.dumps({"call": many}).encode())
    assert made == []
    assert len(problems) == SLIPS + 1
    assert "1000" in problems[-1].message


def test_of_a_file_whose_zone_cannot_be_read_only_what_has_its_own_comes() -> None:
    own = '\n[[call]]\nid = "own"\ntitle = "O"\ndeadline = 2027-04-04\nzone = "UTC"\n'
    made, problems = both(f'[defaults]\nzone = "Mars"\n{GOOD}{own}'.encode())
    assert [each.key for each in made] == ["own"]
    assert [(each.place.line, each.place.entry) for each in problems] == [(2, ""), (0, "good")]


def test_a_million_keys_are_one_problem() -> None:
    data = json.dumps({"call": [{f"k{each}": 1 for each in range(100_000)}]}).encode()
    _, problems = both(data)
    assert 0 < len(problems) <= SLIPS + 1
