"""What things are called in calendars: safe in a path, told apart, and read back; also as it was before."""

import re

import pytest

from clustercalls.calendar.naming import EVENT, TODO, Name, begun_with, by_file, by_uid, file_of, uid

LONG = f"{'a' * 64}/{'b' * 64}"


@pytest.mark.parametrize("key", ["smes/deadline", "a-1_b/first", "a/todo", LONG])
@pytest.mark.parametrize("kind", [EVENT, TODO])
@pytest.mark.parametrize("part", ["office-puglia", "0badcafe", "c" * 64])
def test_there_and_back(key: str, kind: str, part: str) -> None:
    name = Name(kind, key, part)
    assert by_uid(uid(key, kind, part)) == by_file(file_of(name)) == name
    assert file_of(name) == f"{uid(key, kind, part)}.ics"
    assert re.fullmatch(r"[a-z0-9._@-]+", file_of(name))
    assert len(file_of(name)) < 230  # with the name of a file of the moment around it


def test_as_it_is_written() -> None:
    assert uid("smes/first", EVENT, "office-puglia") == "smes.first@office-puglia"
    assert uid("smes/first", TODO, "office-puglia") == "smes.first.todo@office-puglia"


def test_as_it_was_before() -> None:
    assert by_uid("smes/first") == Name(EVENT, "smes/first", "")
    assert by_uid("smes/first/todo") == Name(TODO, "smes/first", "")
    assert by_file("smes.first.ics") == Name(EVENT, "smes/first", "")
    assert file_of(Name(EVENT, "smes/first", "")) == "smes.first.ics"


@pytest.mark.parametrize(
    "name",
    [
        "smes.ics",
        "smes.deadline",
        "smes.deadline.todo.ics",
        "smes.deadline.todos@here.ics",
        "smes.deadline@.ics",
        "smes.deadline@a.b.ics",
        "smes@here.ics",
        "Smes.deadline@here.ics",
        "smès.deadline.ics",
        "-smes.deadline.ics",
        ".smes.deadline@here.ics",
        "smes.deadline@here.ics.tmp",
        "smes.deadline.ics\n",
        f"{'a' * 65}.b@here.ics",
        f"a.b@{'c' * 65}.ics",
        "../a.b.ics",
        "",
    ],
)
def test_what_cannot_be_ours(name: str) -> None:
    assert by_file(name) is None


@pytest.mark.parametrize("text", ["", "a", "a/b/c", "a.b", "a.b@", "a.b@c@d", "a.b@c d", "a/b@c", "A.B@c"])
def test_no_uid_of_ours(text: str) -> None:
    assert by_uid(text) is None


@pytest.mark.parametrize(
    ("parts", "own", "part"),
    [
        ([], ("name", "digest"), ""),
        (["other"], ("name", "digest"), ""),
        (["other", "other", "digest"], ("name", "digest"), "digest"),
        (["name", "digest", "digest"], ("name", "digest"), "digest"),
        (["name", "digest"], ("name", "digest"), "name"),
    ],
)
def test_what_it_was_begun_with(parts: list[str], own: tuple[str, ...], part: str) -> None:
    assert begun_with(parts, own) == part
