"""What becomes of a value of which two sides made something."""

from datetime import date, datetime, time

import pytest

from clustercalls.merging.rule import both_add, decided, named, noticed, same

OLD, NEW, NEWER = date(2017, 1, 1), date(2017, 2, 2), date(2017, 3, 3)


@pytest.mark.parametrize(("name", "base", "ours", "theirs", "wanted"), [
    ("title", "a", "b", "a", "b"), ("title", "a", "a", "b", "b"), ("title", "a", "b", "b", "b"),
    ("title", None, "b", None, "b"), ("title", "a", None, "a", None), ("title", "a", None, None, None),
    ("checked", OLD, NEW, NEWER, NEWER), ("checked", OLD, NEWER, NEW, NEWER),
    ("checked", None, NEW, OLD, NEW),
    ("checked", OLD, "2017-02", NEWER, NEWER),
    ("tags", ["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"]), ("tags", None, ["b"], ["c"], ["b", "c"]),
    ("tags", ["a", "b"], ["a"], ["a", "b", "c"], ["a", "c"]), ("tags", ["a", "b"], ["a"], ["b"], []),
    ("source", {"title": "a"}, {"title": "b"}, {"title": "a", "url": "u"}, {"title": "b", "url": "u"}),
    ("source", {"title": "a", "url": "u"}, {"title": "a"}, {"title": "b", "url": "u"}, {"title": "b"}),
    ("funding", [{"for": "x", "rate": 1}], [{"for": "x", "rate": 2}],
     [{"for": "x", "rate": 1}, {"for": "y", "rate": 3}], [{"for": "x", "rate": 2}, {"for": "y", "rate": 3}]),
    ("stage", [{"id": "a", "at": "1"}], None, [{"id": "a", "at": "1"}, {"id": "b"}], [{"id": "b"}]),
    ("stage", [{"id": "a"}], None, [{"id": "a"}], None),
    ("history", [], [{"noticed": NEW, "why": "a"}], [{"noticed": NEW, "why": "b"}],
     [{"noticed": NEW, "why": "a"}, {"noticed": NEW, "why": "b"}]),
    ("history", [{"noticed": NEW}], [{"noticed": NEW}, {"noticed": NEW, "source": "a"}],
     [{"noticed": NEW}, {"noticed": NEW, "why": "b"}],
     [{"noticed": NEW}, {"noticed": NEW, "source": "a"}, {"noticed": NEW, "why": "b"}]),
    ("history", [], [{"noticed": NEW, "why": "a"}], [{"noticed": NEW, "why": "a"}],
     [{"noticed": NEW, "why": "a"}]),
    ("history", [{"noticed": NEW, "why": "a"}], [{"noticed": NEW, "why": "b"}],
     [{"noticed": NEW, "why": "a"}], [{"noticed": NEW, "why": "b"}]),
    ("history", [], [{"noticed": NEWER}], [{"noticed": NEW}], [{"noticed": NEW}, {"noticed": NEWER}]),
])  # fmt: skip
def test_what_is_not_contested(name: str, base: object, ours: object, theirs: object, wanted: object) -> None:
    found = decided(name, base, ours, theirs)
    assert (found.ours, found.theirs) == (wanted, wanted)
    assert found.is_agreed


@pytest.mark.parametrize(("name", "base", "ours", "theirs", "wanted"), [
    ("title", "a", "b", "c", ("b", "c")), ("title", "a", None, "c", (None, "c")),
    ("title", None, "b", "c", ("b", "c")),
    ("checked", OLD, None, NEW, (None, NEW)), ("tags", ["a"], None, ["b"], (None, ["b"])),
    ("source", {"title": "a"}, {"title": "b", "url": "u"}, {"title": "c"},
     ({"title": "b", "url": "u"}, {"title": "c", "url": "u"})),
    ("funding", [], [{"for": "x", "rate": 1}], [{"for": "x", "rate": 2}],
     ([{"for": "x", "rate": 1}], [{"for": "x", "rate": 2}])),
    ("stage", [{"id": "a"}], None, [{"id": "a", "at": "1"}], (None, [{"id": "a", "at": "1"}])),
    ("history", [{"noticed": OLD, "why": "a"}], [{"noticed": OLD, "why": "b"}],
     [{"noticed": OLD, "why": "c"}], ([{"noticed": OLD, "why": "b"}], [{"noticed": OLD, "why": "c"}])),
    ("deadline", OLD, [OLD], "text", ([OLD], "text")),
])  # fmt: skip
def test_what_is_contested_is_as_either_side_has_it(
    name: str, base: object, ours: object, theirs: object, wanted: object
) -> None:
    found = decided(name, base, ours, theirs)
    assert (found.ours, found.theirs) == wanted
    assert not found.is_agreed


@pytest.mark.parametrize(("one", "other"), [
    (OLD, "2017-01-01"), (time(17), "17:00"), (datetime(2017, 1, 1, 17), "2017-01-01T17:00"), (1.0, 1),  # noqa: DTZ001 - as TOML has it
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (None, None), ([OLD], ["2017-01-01"]),
])  # fmt: skip
def test_how_it_is_written_says_nothing(one: object, other: object) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [
    (True, 1), (False, 0), (None, ""), (None, "None"), ("1", 1), ("true", True), (["a", "b"], ["b", "a"]),
    ({}, []),
    ("a,b", ["a", "b"]), ("[]", []), ("{}", {}), ({"a": "b"}, {"a": ["b"]}), (1.5, 1), (OLD, NEW),
])  # fmt: skip
def test_what_says_something_else_is_not_the_same(one: object, other: object) -> None:
    assert not same(one, other)


def test_items_are_known_by_what_names_them() -> None:
    assert named("stage", [{"id": "a"}, {"kind": "deadline"}, {"id": "a"}]) == [
        ("'a'", 0), ("'deadline'", 0), ("'a'", 1),
    ]  # fmt: skip
    rows = [{"was": OLD, "why": "x"}, {"was": OLD, "why": "y"}, {"was": NEW}]
    keys = named("history", rows, rows)
    assert len({*named("history", rows)}) == len({*named("history", rows, rows[:1])}) == len(rows)
    assert (keys[0][0] == keys[1][0], keys[0][0] == keys[2][0], keys[1][1]) == (True, False, 1)
    assert noticed({}) < noticed({"noticed": OLD}) < noticed({"noticed": "2017-01-02"})
    assert (both_add("a", "ab", "ac"), both_add("a", "ab", "ab"), both_add("a", "ab", "a")) == (
        True,
        False,
        False,
    )
