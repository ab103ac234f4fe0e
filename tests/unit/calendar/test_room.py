"""The room of a calendar on a server: never more of it is used than can be read back."""

from xml.sax.saxutils import escape

import pytest

from clustercalls import limits
from clustercalls.calendar.room import Room, as_xml


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(limits, "OBJECTS", 2)
    monkeypatch.setattr(limits, "OBJECTS_BYTES", 5 * limits.MIB)
    monkeypatch.setattr(limits, "OBJECT_FRAME_BYTES", 0)
    return Room()


def test_one_too_many(room: Room) -> None:
    room.count("a", None)
    room.count("b", b"B")
    assert room.lacks("c", b"") == {"limit": "{most} events", "most": "2"}
    assert room.lacks("a", b"A") == {}  # it takes the place of its own
    room.drop("b")
    assert room.lacks("c", b"") == {}
    room.drop("nothing")


def test_one_too_large_with_the_others(room: Room) -> None:
    room.count("a", b"x" * 3 * limits.MIB)
    assert room.lacks("b", b"y" * 2 * limits.MIB) == {}
    assert room.lacks("b", b"y" * (2 * limits.MIB + 1)) == {"limit": "{most} MiB", "most": "5"}
    assert room.lacks("a", b"x" * 5 * limits.MIB) == {}
    assert room.lacks("b", b"<" * limits.MIB)  # as XML has it, it is four times that
    room.count("a", b"x")
    assert room.lacks("b", b"<" * limits.MIB) == {}


@pytest.mark.parametrize("text", ["plain", "a & b < c > d", "line\r\nline\r\n", "&amp;", ""])
def test_as_xml(text: str) -> None:
    escaped = escape(text, {"\r": "&#13;"})
    assert as_xml(text.encode()) == len(escaped) + limits.OBJECT_FRAME_BYTES
    assert as_xml(text.replace("\r\n", "\n").encode()) == as_xml(text.encode())
