"""What a person adds to a component of ours stays; what is ours is told from it, and replaced."""

import pytest

from builders import entry, stage
from calendars import lint, selection_of
from clustercalls.calendar.component import encoded, single
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.calendar.theirs import MARK, apart, is_ticked, kept, marked

OWN = b"BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT5M\r\nX-OWN:yes\r\nEND:VALARM\r\n"
DONE = b"STATUS:COMPLETED\r\nCOMPLETED:20270301T120000Z\r\nPERCENT-COMPLETE:100\r\n"


def made(kind: str = EVENT, *leads: str, when: str = "2027-04-04", title: str = "A call") -> bytes:
    selection = selection_of(entry(stage(when), title=title), kind=kind, alarms=leads)
    (each,) = map(selection.make, selection.milestones.values())
    assert each is not None
    return encoded(each)


def added(data: bytes, lines: bytes) -> bytes:
    start = data.rindex(b"END:V")
    return data[:start] + lines + data[start:]


def test_without_anything_of_theirs_it_is_as_it_was_made() -> None:
    for leads in ((), ("7d",), ("7d", "1d")):
        assert kept(made(EVENT, *leads), made(EVENT, "30d")) == made(EVENT, *leads)


@pytest.mark.parametrize("kind", [EVENT, TODO])
@pytest.mark.parametrize("leads", [(), ("7d",), ("7d", "1d")])
def test_their_alarms_stay_and_ours_are_replaced(kind: str, leads: tuple[str, ...]) -> None:
    new = kept(made(kind, *leads), added(made(kind, "30d"), OWN))
    assert new == added(made(kind, *leads), OWN)
    assert kept(made(kind, *leads), new) == new
    assert lint(single(kind, made(kind, *leads), ())) == []


def test_one_of_ours_that_lost_its_mark_is_not_doubled() -> None:
    unmarked = made(EVENT, "7d").replace(f"{MARK}\r\n".encode(), b"")
    assert kept(made(EVENT, "7d"), unmarked) == made(EVENT, "7d")


@pytest.mark.parametrize("status", [DONE, b"STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:40\r\n"])
def test_a_task_that_was_ticked_stays_ticked_wherever_it_moves(status: bytes) -> None:
    ticked = made(TODO, "7d").replace(b"STATUS:NEEDS-ACTION\r\n", status)
    assert is_ticked(ticked)
    new = kept(made(TODO, "7d", when="2027-04-11"), ticked)
    assert b"20270411" in new
    assert all(line in new for line in status.splitlines())
    assert b"NEEDS-ACTION" not in new
    assert kept(made(TODO, "7d", when="2027-04-11"), new) == new


@pytest.mark.parametrize("data", [made(EVENT), made(TODO), made(TODO, title="STATUS:COMPLETED")])
def test_what_nobody_ticked(data: bytes) -> None:
    assert not is_ticked(data)


def test_ours_of_before_are_marked_and_theirs_are_not() -> None:
    lines = added(made(EVENT, "7d"), OWN).decode().split("\r\n")[:-1]
    before = [line for line in lines if line != MARK]
    assert list(marked(before)) == lines
    own, alarms = apart(lines)
    assert [MARK in each for each in alarms] == [True, False]
    assert not any("ALARM" in line for line in own)
