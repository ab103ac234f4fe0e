"""Which objects of a store are ours: by their part, by what they tell, and those of before."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from msgspec.structs import replace

from builders import entry, stage
from calendars import selection_of
from clustercalls.calendar.component import encoded, single
from clustercalls.calendar.naming import EVENT, TODO, Name
from clustercalls.calendar.there import Object, objects, part_of, sorted_out
from clustercalls.errors import Place, Problem, problem
from clustercalls.limits import COMPONENT_BYTES
from clustercalls.model import Entry

A, B = (entry(stage("2027-04-04"), name=name, title=f"The call {name.upper()}") for name in "ab")


class Shelf:
    place, most = "the shelf", COMPONENT_BYTES

    def __init__(self, its: dict[str, bytes | Problem]) -> None:
        self.its = its

    def items(self) -> Iterator[tuple[str, bytes | Problem]]:
        yield from self.its.items()

    def no_room(self, name: str, data: bytes) -> Problem | None:
        raise AssertionError(name, data)

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:
        raise AssertionError(name, data, is_foreign)

    def remove(self, name: str) -> None:
        raise AssertionError(name)

    def settle(self) -> None:
        """It is done already."""


def written(each: Entry, part: str, kind: str = EVENT) -> bytes:
    selection = selection_of(each, kind=kind, part=part)
    (made,) = map(selection.make, selection.milestones.values())
    assert made is not None
    return single(kind, encoded(made), ())


def found(its: dict[str, bytes | Problem], kind: str = EVENT) -> list[Object]:
    return list(objects(Shelf(its), kind, BytesIO()))


def test_objects_of_the_other_kind_are_none_of_this_one() -> None:
    its: dict[str, bytes | Problem] = {
        "a.deadline@here.ics": written(A, "here"),
        "a.deadline.todo@here.ics": written(A, "here", TODO),
        "color": b"#ff0000",
    }
    assert [each.name for each in found(its)] == [Name(EVENT, "a/deadline", "here")]
    assert [each.name for each in found(its, TODO)] == [Name(TODO, "a/deadline", "here")]
    assert all(each.known for kind in (EVENT, TODO) for each in found(its, kind))


@pytest.mark.parametrize(
    ("parts", "known", "part"),
    [
        ((), ("here",), "here"),
        (("here", "there"), ("here",), "here"),
        (("digest", "digest"), ("here", "digest"), "digest"),
        (("old", "old"), ("here", "digest"), "old"),  # it tells of both: the registry was moved
    ],
)
def test_the_part(parts: tuple[str, ...], known: tuple[str, ...], part: str) -> None:
    its: dict[str, bytes | Problem] = {
        f"{each.id}.deadline@{its}.ics": written(each, its) for each, its in zip((A, B), parts, strict=False)
    }
    selection = replace(selection_of(A, B, part=known[0]), parts=known)
    assert part_of(selection, found(its)) == part


def test_equal_ids_with_other_titles_are_those_of_others() -> None:
    others = entry(stage("2027-04-04"), name="a", title="What others call so")
    its: dict[str, bytes | Problem] = {"a.deadline@there.ics": written(others, "there")}
    assert part_of(selection_of(A, B), found(its)) == "here"


def test_what_of_it_is_whose() -> None:
    unread = problem("unreadable", Place("the shelf", 0, "b.deadline@here.ics"), reason="no")
    its: dict[str, bytes | Problem] = {
        "a.deadline@here.ics": written(A, "here"),
        "a.deadline@there.ics": written(A, "there"),
        "a.deadline.ics": written(A, "here").replace(b"a.deadline@here", b"a/deadline"),
        "b.deadline@here.ics": unread,
        "b.deadline.ics": written(B, "here").replace(b"b.deadline@here", b"b/deadline"),
        "c.deadline@here.ics": b"not a calendar",
        "d.deadline.ics": b"not a calendar",
    }
    there = sorted_out(found(its), "here")
    assert {key: known.part for key, known in there.old.items()} == {"a/deadline": "here"}
    assert there.before == {"a/deadline": Name(EVENT, "a/deadline", "")}
    assert there.unreadable == [("b/deadline", unread)]
    assert {key: told.code for key, told in there.refused.items()} == {"c/deadline": "foreign-calendar"}
    assert there.named == {"a/deadline", "c/deadline"}
