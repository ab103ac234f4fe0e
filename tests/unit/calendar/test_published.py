"""A calendar read back: ours and whole, or refused for the reason it is not."""

from io import BytesIO

import pytest

from builders import entry, stage
from calendars import calendar_of, component_of
from clustercalls.calendar.lines import BrokenCalendar, unfolded
from clustercalls.calendar.naming import EVENT, TODO
from clustercalls.calendar.published import NotOurs, meaning, read, zones_in

GOOD = calendar_of(
    entry(stage("2027-04-04", at="17:00"), name="a", source="2026-12"), entry(stage("2027-05-05"), name="b")
)
FIRST = component_of(GOOD)


def test_each_component_is_a_place_in_the_calendar() -> None:
    found = read(BytesIO(GOOD), EVENT)
    assert list(found.components) == ["a/deadline", "b/deadline"]
    first = found.components["a/deadline"]
    assert (first.raw, first.sequence, first.stamp, first.cancelled_on) == (FIRST, 0, "20261201T000000Z", "")
    assert (found.left, found.revised) == (-1, "20261201T000000Z")


def test_other_line_ends_are_the_same_calendar() -> None:
    found = read(BytesIO(GOOD.replace(b"\r\n", b"\n")), EVENT)
    assert found.components["a/deadline"].raw == FIRST


def test_what_left_is_remembered() -> None:
    data = GOOD.replace(b"COLOR:", b"X-CLUSTERCALLS-LEFT:7\r\nCOLOR:")
    assert read(BytesIO(data), EVENT).left == 7


@pytest.mark.parametrize("data", [b"", b" \r\n\n"])
def test_of_a_file_with_nothing_in_it_what_it_knew_is_lost(data: bytes) -> None:
    with pytest.raises(BrokenCalendar, match="there is nothing in it"):
        read(BytesIO(data), EVENT)


@pytest.mark.parametrize(
    "data",
    [
        b"my diary\n",
        b"\xff\xfe\x00",
        GOOD.replace(b"PRODID:-//clustercalls", b"PRODID:-//other"),
        calendar_of(entry(stage("2027-04-04")), kind=TODO),
    ],
    ids=["no calendar", "no text", "of another program", "our tasks"],
)
def test_what_is_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs):
        read(BytesIO(data), EVENT)


CUT, STAMPS = "it is cut off, or something was added", "a component lacks its UID or its stamps"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"END:VCALENDAR\r\n", b"", CUT),
        (b"END:VEVENT\r\n", b"", CUT),
        (b"END:VEVENT\r\nEND:VCALENDAR\r\n", b"END:VCALENDAR\r\n", CUT),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nmore\r\n", CUT),
        (b"BEGIN:VTIMEZONE", b"BEGIN:VJOURNAL\r\nEND:VJOURNAL\r\nBEGIN:VTIMEZONE", CUT),
        (b"COLOR:", b"X-CLUSTERCALLS-LEFT:many\r\nCOLOR:", CUT),
        (b"LAST-MODIFIED:2026", b"LAST-MODIFIED:soon", CUT),
        (b"UID:a.deadline@here\r\n", b"", STAMPS),
        (b"DTSTAMP:20261201", b"DTSTAMP:20269901", STAMPS),
        (b"DTSTAMP:20261201", b"DTSTAMP:99991201", STAMPS),
        (b"SEQUENCE:0", b"SEQUENCE:-1", STAMPS),
        (b"SEQUENCE:0", b"X-CLUSTERCALLS-CANCELLED;VALUE=DATE:20261399\r\nSEQUENCE:0", STAMPS),
        (b"UID:b.", b"UID:a.", "a UID comes twice"),
        (b"SUMMARY:A", b"SUMMARY:\xff", "it is not UTF-8"),
    ],
)
def test_what_is_ours_and_broken(old: bytes, new: bytes, reason: str) -> None:
    assert old in GOOD
    with pytest.raises(BrokenCalendar) as broken:
        read(BytesIO(GOOD.replace(old, new, 1)), EVENT)
    assert str(broken.value) == reason


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (b"SUMMARY:A", b"SUMM\r\n ARY:A", True),  # folded elsewhere
        (b"SUMMARY:A", b"X-SERVER:1\r\nSUMMARY;X-ID=1:A", True),
        (b"SEQUENCE:0", b"SEQUENCE:1", True),
        (b"CLASS:PUBLIC\r\nTRANSP:TRANSPARENT\r\n", b"TRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n", True),
        (b"SUMMARY:A", b"SUMMARY:\\A", True),  # escaped without need
        (b"SUMMARY:A", b"SUMMARY:B", False),
        (b"DTSTART;TZID=Europe/Brussels:", b"DTSTART;TZID=Europe/Rome:", False),
    ],
)
def test_what_a_component_says_however_a_server_wrote_it(old: bytes, new: bytes, same: bool) -> None:
    assert old in FIRST
    assert (meaning(FIRST.replace(old, new, 1)) == meaning(FIRST)) is same


def test_the_zones_it_refers_to_once_each() -> None:
    assert zones_in(FIRST) == (("Europe/Brussels", 2027),)
    assert zones_in(b"DTSTART;VALUE=DATE:20270404\r\n") == ()


def test_content_lines_of_what_was_folded() -> None:
    assert unfolded(b"A:1\r\n 2\r\n\t3\r\n\r\nB:4\r\n") == ["A:123", "B:4"]


@pytest.mark.parametrize("line", [b"X-LONG:" + b"x" * 2_000, b"X-A:b\r\n" * 300])
@pytest.mark.parametrize("place", [b"END:VEVENT", b"END:VCALENDAR"])
def test_what_would_be_held_whole_has_a_bound(
    line: bytes, place: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustercalls.calendar.published.FILE_BYTES", 2_000)
    data = calendar_of(entry(stage("2027-04-04")))
    assert read(BytesIO(data), EVENT).components
    with pytest.raises(BrokenCalendar):
        read(BytesIO(data.replace(place, line.rstrip() + b"\r\n" + place, 1)), EVENT)
