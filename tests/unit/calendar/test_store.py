"""The name of an object tells its UID, and no name of others is taken for one of ours."""

import pytest

from clustercalls.calendar.store import name_of, uid_of


@pytest.mark.parametrize("uid", ["smes/deadline", "a-1_b/first", f"{'a' * 64}/{'b' * 64}"])
def test_there_and_back(uid: str) -> None:
    assert uid_of(name_of(uid)) == uid


@pytest.mark.parametrize(
    "name",
    [
        "smes.ics",
        "smes.deadline",
        "smes.deadline.todo.ics",
        "Smes.deadline.ics",
        "smès.deadline.ics",
        "-smes.deadline.ics",
        ".smes.deadline.ics",
        "smes.deadline.ics.tmp",
        "smes.deadline.ics\n",
        f"{'a' * 65}.b.ics",
        "../a.b.ics",
        "",
    ],
)
def test_what_cannot_be_ours(name: str) -> None:
    assert uid_of(name) == ""
