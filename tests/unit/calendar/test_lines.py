"""Text on content lines: clean, escaped, folded; and nothing anybody writes becomes a line of its own."""

import re
from datetime import date
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from calendars import lint
from clustercalls.calendar import component
from clustercalls.calendar.alarms import Ring
from clustercalls.calendar.lines import address, clean, escaped, folded, is_clean, one_line, unescaped
from clustercalls.edtf import on
from clustercalls.entry_tables import Contact, Funding, Link
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, EntryKind, Milestone, Moved, Source, Stage, StageKind

patient = settings(deadline=None, max_examples=60)  # a busy machine is not a bug
WILD = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.text(
    st.sampled_from('a ;,:\\"\n\r\t\x00\x0b\x85\u2028\u2029\ufeffé日🎯='), max_size=300
)
DAY = on(date(2027, 4, 4))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x00\x07\x1b\x7f\x80\x9fb", "ab"),
        ("a\tb\x0bc\x0cd\x85e\u2028f\u2029g", "a b c d e f g"),
        ("\ufeffa\ufffe\uffff", "a"),
        ("a\udc80b", "ab"),
        ("è 日 🎯 \u200d", "è 日 🎯 \u200d"),
        ("a\u202eb\u2066c\u2069\u200b\U000e0041d\u061c\u200f", "abcd"),
        (
            "\u0645\u06cc\u200c\u062e \U0001f469\u200d\U0001f4bb",
            "\u0645\u06cc\u200c\u062e \U0001f469\u200d\U0001f4bb",
        ),
    ],
)
def test_clean(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_an_address_loses_no_letter_that_is_not_seen() -> None:
    assert address("https://a.example/x\u200by\u202e") == "https://a.example/x%E2%80%8By%E2%80%AE"


def test_one_line() -> None:
    assert one_line(" a\nb\r\n ") == "a b"


@given(st.lists(st.sampled_from([b"a", b" ", b"\r\n", b"\xc3\xa8", b"\r", b"\n", b"\t", b"\x7f", b"\x80"])))
def test_only_whole_line_ends_are_clean(parts: list[bytes]) -> None:
    data = b"".join(parts)
    odd = re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n", data)
    assert is_clean(data) is (odd is None)


@pytest.mark.parametrize("code", [*range(0x20), 0x7F])
def test_no_control_is_clean(code: int) -> None:
    assert not is_clean(b"a" + bytes([code]) + b"b\r\n")


def test_escaped() -> None:
    assert escaped("a;b,c\\d\ne:f") == "a\\;b\\,c\\\\d\\ne:f"


@patient
@given(WILD)
def test_escaping_is_undone(text: str) -> None:
    assert unescaped(escaped(clean(text))) == clean(text)


@patient
@given(WILD)
def test_folding(text: str) -> None:
    line = f"SUMMARY:{escaped(clean(text))}"
    data = folded(line)
    assert data.endswith(b"\r\n")
    pieces = data[:-2].split(b"\r\n ")
    assert b"".join(pieces).decode() == line
    assert len(pieces[0]) <= 75
    assert all(len(each) <= 74 and each.decode() for each in pieces[1:])
    # as full as they can be
    assert all(len(each) > 74 - 5 for each in pieces[:-1])
    assert not any(splits_an_escape(each) for each in pieces)


def splits_an_escape(piece: bytes) -> bool:
    found = re.search(rb"\\+\Z", piece)
    return found is not None and len(found[0]) % 2 == 1


@pytest.mark.parametrize("special", [",", ";", "\n", "\\", "\\,", "\\\\;"])
@pytest.mark.parametrize("again", [1, 80])
def test_a_fold_never_stands_between_a_backslash_and_what_it_escapes(special: str, again: int) -> None:
    for before in range(55, 76):
        text = ("x" * before + special) * again
        pieces = folded(f"SUMMARY:{escaped(text)}").removesuffix(b"\r\n").split(b"\r\n ")
        assert not any(map(splits_an_escape, pieces)), before
        assert unescaped(b"".join(pieces).decode()) == f"SUMMARY:{text}", before


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://example.org/a?b=c,d;e=f%20g#h", "https://example.org/a?b=c,d;e=f%20g#h"),
        ("https://example.org/è", "https://example.org/%C3%A8"),
        ("https://example.org/a\\b\x01{c}", "https://example.org/a%5Cb%7Bc%7D"),
    ],
)
def test_address(written: str, uri: str) -> None:
    assert address(written) == uri


def calendar(entry: Entry, name: str) -> bytes:
    [stage] = entry.stages
    made = component.component(
        Milestone(entry, stage, stage.when, None), component.Style(ENGLISH, "here", ring=Ring(("7d",)))
    )
    assert made is not None
    return (
        component.head("VEVENT", one_line(name), "Europe/Brussels", component.NEVER)
        + component.encoded(made)
        + component.TAIL
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    def text() -> str:
        return draw(WILD)

    return Entry(
        "an-event", EntryKind.EVENT, "T" + text(), text(), text(), text(),
        (Stage("dates", StageKind.DATES, "Europe/Brussels", title=text(), when=DAY, note=text()),),
        currency=text(), budget=1.5, funding=(Funding(75, text()),), eligibility=(text(), text()),
        place=text(), contact=Contact(text(), text(), (text(),), text()), tags=(text(), text()),
        links=(Link("https://example.org/", text()),), source=Source(text(), quote=text()), note=text(),
        history=(Moved("dates", on(date(2027, 4, 1)), date(2026, 1, 1), text(), text()),),
    )  # fmt: skip


class Nameless:
    """A calendar whose name is empty."""

    value = ""


NAMES = [
    "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS",
    "DESCRIPTION", "CATEGORIES", "CLASS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "LOCATION", "URL",
    "BEGIN", "X-CLUSTERCALLS-ALARM", "ACTION", "DESCRIPTION", "TRIGGER", "END", "END",
]  # fmt: skip


@patient
@given(entries(), WILD)
def test_any_text_survives_and_injects_no_line(entry: Entry, name: str) -> None:
    data = calendar(entry, name)
    assert lint(data) == []
    event = data[data.index(b"BEGIN:VEVENT") : data.index(b"END:VCALENDAR")]
    lines = re.sub(rb"\r\n ", b"", event).decode().removesuffix("\r\n").split("\r\n")
    names = [re.split("[:;]", line)[0] for line in lines]
    place = one_line(entry.place)
    assert names == [each for each in NAMES if place or each != "LOCATION"]

    label = entry.stages[0].title
    title = one_line(f"{entry.title} · {label}" if label else entry.title)
    one: Any
    [one] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    [two] = IcsCalendarStream.calendar_from_ics(data.decode()).events
    three = vobject.readOne(data.decode()).vevent
    assert {str(one["SUMMARY"]), two.summary, three.summary.value} == {title}
    said = str(one["DESCRIPTION"])
    assert said == two.description == three.description.value
    for text in (entry.summary or entry.about, *entry.eligibility, entry.stages[0].note):
        assert clean(text).strip() in said
    if place:
        assert {str(one["LOCATION"]), two.location, three.location.value} == {place}
    tags = {tag for each in entry.tags if (tag := one_line(each))}
    assert tags <= set(one["CATEGORIES"].cats)
    # this one reader splits at escaped commas
    assert {tag for tag in tags if "," not in tag} <= set(two.categories)


@patient
@given(WILD)
def test_the_name_of_a_calendar_survives(name: str) -> None:
    data = component.head("VEVENT", one_line(name), "Europe/Brussels", component.NEVER) + component.TAIL
    assert lint(data) == []
    calendar = icalendar.Calendar.from_ical(data)
    assert unescaped(str(calendar.get("X-WR-CALNAME", ""))) == one_line(name)  # read as it is written
    assert getattr(vobject.readOne(data.decode()), "x_wr_calname", Nameless).value == one_line(name)
