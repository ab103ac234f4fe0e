"""What something looks like, and so how it is read."""

from collections.abc import Callable
from typing import Any

import pytest

from builders import at
from clustercalls.cli.importing.given_reading import GivenReading
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.cli.importing.understood import form_of, understood
from clustercalls.errors import Problem
from documents import (
    pdf_by_fpdf,
    pdf_by_reportlab,
    report_docx,
    report_html,
    report_mail,
    report_markdown,
    report_text,
)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"BEGIN:VCALENDAR\r\n", "x", "ics"),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR", "x", "ics"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "x", "feed"),
        (b"<!-- a --><?xml?>\n<feed xmlns=", "x", "feed"),
        (b"a,b", "a.CSV", "table"),
        (b"PK\x03\x04", "a.xlsx", "table"),
        (b"PK\x03\x04", "a.docx", "report"),
        (b"<html>", "a.html", "report"),
        (b"# Theirs\nschema = 1\n[[call]]\n", "a.toml", "registry"),
        (b'[[call]]\nid = "a"\n', "-", "registry"),
        (b'#:schema calls.schema.json\nschema = 1\n\n[[call]]\nid = "a"\n', "-", "registry"),
        (b'<rss version="2.0">', "-", "feed"),
        (b'In TOML:\n[[call]]\nid = "a"\n', "a.md", "report"),
        (b'call = [{ id = "a" }]\n', "calls.toml", "registry"),
        (b'[project]\nname = "x"\n', "pyproject.toml", "report"),
        (b'\xef\xbb\xbf{"schema": 1, "zone": "UTC", "event": []}', "-", "registry"),
        (b'{"call": {}}', "a.json", "json"),
        (b'[{"id": 1, "title": "A", "status": {}}, 7]', "-", "commongrants"),
        (b'{"id": 1, "title": "A", "status": {}, "call": 7}', "-", "commongrants"),
        (b'{"items": [], "paginationInfo": {}}', "a.json", "commongrants"),
        (b'{"status": 200, "message": "", "data": {}}', "a.json", "commongrants"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "a.json", "json"),
        (b"[1]", "a.json", "json"),
        (b"[", "a.json", "json"),
        (b"{" * 9_999, "a.json", "json"),
        (b"[link](https://example.org) to a call", "a.md", "report"),
        (b"", "-", "report"),
    ],
)
def test_what_it_looks_like(data: bytes, name: str, form: str) -> None:
    assert form_of(GivenDocument(data, name)) == form


def test_a_calendar_whose_event_is_bad_gives_the_others() -> None:
    told: list[Problem] = []
    data = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Bad\nDTSTART:soon\nEND:VEVENT\n"
        b"BEGIN:VEVENT\nUID:2\nSUMMARY:Good\nDTSTART;VALUE=DATE:20270404\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    read = understood(GivenDocument(data, "a.ics"), GivenReading("", "", told.append), at("2027-01-10T09:00"))
    assert [each.title for each in read.entries] == ["Good"]
    assert len(told) == 1


def test_the_day_of_a_document_tells_its_years() -> None:
    text = b"Call for soil projects\n\nThe deadline of the call is 31 March.\n"
    for day, year in (("2027-01-10", "2027"), ("2030-01-10", "2030")):
        read = understood(
            GivenDocument(text, "a.txt"),
            GivenReading("report", day, list[Problem]().append),
            at("2027-01-10T09:00"),
        )
        whens = [
            each.value["when"] for entry in read.entries for each in entry.draft.facts if each.key == "stage"
        ]
        assert whens == [f"{year}-03-31"]


def test_a_very_long_line_is_read_in_pieces() -> None:
    text = ("word " * 9_000 + "The deadline of the call is 31 March 2027.").encode()
    now = at("2027-01-10T09:00")
    read = understood(GivenDocument(text, "a.txt"), GivenReading("report", "", list[Problem]().append), now)
    assert len(read.document.passages) == 3


def _two_columns() -> bytes:
    return pdf_by_reportlab(columns=2)


FORMS_OF_ONE: dict[str, Callable[[], bytes]] = {
    "a.txt": report_text,
    "a.md": report_markdown,
    "a.html": report_html,
    "a.docx": report_docx,
    "a.eml": report_mail,
    "fpdf2.pdf": pdf_by_fpdf,
    "reportlab.pdf": pdf_by_reportlab,
    "columns.pdf": _two_columns,
}


def _told(name: str) -> list[Any]:
    """The drafts of a form of the one report, each fact with its value and whether it is sure.

    But for addresses behind words: plain text has none.
    """
    given = GivenDocument(FORMS_OF_ONE[name](), name)
    read = understood(given, GivenReading("", "", lambda _: None), at("2027-01-10T09:00"))
    return [
        (
            each.kind,
            each.title,
            [(one.key, one.value, one.sure) for one in each.draft.facts if one.key != "url"],
        )
        for each in read.entries
    ]


@pytest.mark.parametrize("name", [*FORMS_OF_ONE][1:])
def test_one_report_tells_of_the_same_entries_in_every_form(name: str) -> None:
    told = _told("a.txt")
    assert len(told) > 1
    assert _told(name) == told
