"""A calendar in a file is its own memory: what stays is the same bytes, what left is remembered."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from builders import entry, stage
from calendars import calendar_of, events, lint, selection_of
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.calendar.publish import fresh, remembered, replaced
from clustercalls.calendar.published import Published, read
from clustercalls.disk.ours import Ours
from clustercalls.errors import InputRefused
from clustercalls.model import Entry
from commands import ITALIAN

A = entry(stage("2027-04-04", at="17:00"), name="a", source="2026-12")
B = entry(stage("2027-05-05"), name="b")
C = entry(stage("2027-06-06"), name="c")
MOVED = entry(stage("2027-04-06", at="17:00"), name="a", source="2026-12")


def put(target: Path, *entries: Entry, day: str = "2027-03-01") -> bool:
    return replaced(selection_of(*entries, day=day), "Calls", target, Ours(), force=False)


def test_anew_it_is_what_a_first_file_is(tmp_path: Path) -> None:
    target = tmp_path / "calls.ics"
    assert put(target, A, B)
    assert target.read_bytes() == calendar_of(A, B) == calendar_of(B, A)
    assert lint(target.read_bytes()) == []


def test_the_same_again_is_the_same_file(tmp_path: Path) -> None:
    target = tmp_path / "calls.ics"
    put(target, A, B)
    before = target.stat()
    assert not put(target, A, B, day="2027-03-02")
    assert target.stat().st_mtime_ns == before.st_mtime_ns


def test_what_could_not_be_read_back_is_in_neither_kind_of_calendar(tmp_path: Path) -> None:
    heavy = replace(B, about="x" * 2_000)
    selection = selection_of(A, heavy).within(2_000)
    assert set(events(b"".join(fresh(selection, "Calls")))) == {"a/deadline"}
    target = tmp_path / "calls.ics"
    selection = selection_of(A, heavy).within(2_000)
    assert replaced(selection, "Calls", target, Ours(), force=False)
    assert (set(events(target.read_bytes())), selection.unfit) == ({"a/deadline"}, {"b/deadline"})
    put(target, A, B)
    assert replaced(selection_of(MOVED, heavy).within(2_000), "Calls", target, Ours(), force=False)
    found = events(target.read_bytes())
    assert ("DESCRIPTION" in found["b/deadline"], found["a/deadline"]["SEQUENCE"]) == (True, 1)
    assert lint(target.read_bytes()) == []


def test_what_moved_and_what_left(tmp_path: Path) -> None:
    target = tmp_path / "calls.ics"
    put(target, A, B)
    put(target, MOVED)
    found = read(BytesIO(target.read_bytes()), EVENT)
    assert {uid: each.sequence for uid, each in found.components.items()} == {
        "a/deadline": 1,
        "b/deadline": 1,
    }
    assert events(target.read_bytes())["b/deadline"]["STATUS"] == "CANCELLED"
    put(target, MOVED, day="2027-05-06")  # by now it is over
    left = read(BytesIO(target.read_bytes()), EVENT)
    assert (list(left.components), left.left) == (["a/deadline"], 1)
    put(target, MOVED, B)
    assert read(BytesIO(target.read_bytes()), EVENT).components["b/deadline"].sequence == 2
    assert lint(target.read_bytes()) == []


@pytest.mark.parametrize("after", [(MOVED, B), (A,), (A, B, C), (C,)], ids=("moved", "gone", "new", "both"))
@pytest.mark.parametrize(
    ("line", "last"),
    [
        (rb"SEQUENCE:\d+", b"SEQUENCE:999999999"),
        (rb"(DTSTAMP|LAST-MODIFIED):\d+T\d+Z", rb"\1:29991231T235959Z"),
        (rb"(COLOR:)", rb"X-CLUSTERCALLS-LEFT:999999999\r\n\1"),
    ],
)
def test_a_number_or_stamp_that_another_program_left_at_its_end_is_not_passed(
    line: bytes, last: bytes, after: tuple[Entry, ...], tmp_path: Path
) -> None:
    target = tmp_path / "calls.ics"
    put(target, A, B)
    target.write_bytes(re.sub(line, last, target.read_bytes()))
    assert put(target, *after)
    read(BytesIO(target.read_bytes()), EVENT)
    assert not put(target, *after)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"my diary\n", "foreign-calendar"),
        (calendar_of(A)[:-20], "broken-calendar"),
        (b"", "broken-calendar"),
        (calendar_of(A), ""),
    ],
)
def test_what_is_not_ours_or_broken_is_replaced_by_force_alone(data: bytes, code: str) -> None:
    path = Path("calls.ics")
    if code:
        with pytest.raises(InputRefused) as refused:
            remembered(BytesIO(data), path, selection_of(), force=False)
        assert (refused.value.problem.code, refused.value.problem.place.file) == (code, "calls.ics")
        assert remembered(BytesIO(data), path, selection_of(), force=True) == Published()
    else:
        assert "a/deadline" in remembered(BytesIO(data), path, selection_of(), force=True).components


@pytest.mark.parametrize(
    ("entries", "name", "style", "said"),
    [
        ((A,), "", {}, ""),  # of one entry there is none, or Outlook would make a calendar of it
        ((A,), "Mine", {}, "Mine"),
        ((A, B), "", {}, "Funding calls"),
        ((A, B), " \n ", {"t": ITALIAN}, "Bandi"),
        ((A, B), "a\r\nb", {"kind": TODO}, "a b"),
    ],
)
def test_what_it_is_called(entries: tuple[Entry, ...], name: str, style: dict[str, Any], said: str) -> None:
    lines = b"".join(fresh(selection_of(*entries, **style), name)).decode().split("\r\n")
    assert [each.removeprefix("NAME:") for each in lines if each.startswith("NAME:")] == (
        [said] if said else []
    )
