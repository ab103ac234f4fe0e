"""Readers of what strangers send, fuzzed: `make fuzz` for ten minutes, the suite for seconds.

Each check takes what hypothesis made up, and asserts what is true of whatever came. A reader that is added
gets a row in `CHECKS`.
"""

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from html import escape
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from clustercalls import limits
from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.catalogue.reading import entry_of
from clustercalls.errors import InputRefused, Problem, Refusal
from clustercalls.errors.kinds import Severity
from clustercalls.passages import PassageKind, ReadDocument
from clustercalls.registry import notation, read
from clustercalls.render.safe import safe_text
from clustercalls.sources.calendars.read import candidates as calendars
from clustercalls.sources.common_grants.read import candidates as grants
from clustercalls.sources.documents.gathered import GatheredPassages
from clustercalls.sources.documents.pdf_answer import Chunk, LinkArea, PdfPage
from clustercalls.sources.documents.pdf_program import answer_of
from clustercalls.sources.documents.pdf_text import put_pdf
from clustercalls.sources.documents.reading import read_document
from clustercalls.sources.eu.answer import NotAnswered, PortalRecord, page_of
from clustercalls.sources.eu.asking import Ask, Type
from clustercalls.sources.eu.candidate import candidate, print_of
from clustercalls.sources.feeds.reports import candidates as feeds
from clustercalls.sources.html_text import one_line, plain
from clustercalls.sources.registries.read import candidates as registries
from clustercalls.sources.tables.read import candidates as tables
from documents import docx, drawn, pdf_by_hand, report_docx, report_mail
from portal import answer, record

TURNED = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")
SECONDS = 2.0  # of one answer: a loop that runs wild takes minutes
NAME = "HORIZON-CL1-2027-7"


class Check(NamedTuple):
    """What is made up, and what holds of all of it."""

    made: st.SearchStrategy[Any]
    holds: Callable[[Any], None]


def run(check: Check, examples: int, start: int | None = None) -> int:
    """Tries so many of them, from a seed where one is given; how many it really were.

    Raises:
        AssertionError: with the smallest of those of which it does not hold.
    """
    count = 0

    def counted(made: Any) -> None:  # noqa: ANN401 - what a strategy makes
        nonlocal count
        count += 1
        begin = time.process_time()
        check.holds(made)
        assert time.process_time() - begin < SECONDS

    tried = settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )(given(check.made)(counted))
    (seed(start)(tried) if start is not None else tried)()
    return count


# What the portal may answer: right, wrong in every field, or no answer at all.

_LETTERS = st.text(max_size=12) | st.text("<>&;\"'= \n\t\x00\x1b\u202e\ud800abPp/!-[]{}", max_size=40)
_DATES = st.builds(
    "{}-{}-{}{}{}".format,
    st.sampled_from(["2026", "2027", "0000", "0001", "1989", "2100", "9999", "99999", "-1", "２０２７", ""]),
    st.sampled_from(["01", "04", "10", "12", "13", "00", "4", "XX"]),
    st.sampled_from(["01", "28", "29", "31", "32", "00", "9"]),
    st.sampled_from(["", "T00:00:00.000", "T17:00:00.000", "T23:59:59.999", "T24:00:00", "T10:00:60", "Tx"]),
    st.sampled_from(["", "+0000", "Z", "+0200", "-2359", "+9999", "+00:00:30"]),
)
_AMOUNTS: st.SearchStrategy[Any] = st.sampled_from([
    "24000000", "0", "-5", "1.50", "1e9", "1e999", "NaN", "Infinity", "9" * 5_000, "٣", " 7 ", "1,000", "²",
    0, -1, 7, 10**13, 10**14, 10**400, 1.5, 1e300, True, None, [], {},
])  # fmt: skip
_WORDS = st.sampled_from([
    NAME, f"{NAME} - RIA", f"{NAME}7 - RIA", "single-stage", "two-stage", "multiple cut-off", "EUR", "USD",
    "€", "The call is cancelled.", "The topic was withdrawn. It was re-opened.", "43108390",
    "javascript:alert(1)", "https://example.org/a", "http://user@x/", "data:text/html,x", "[", "[[[", "{}",
    "null", "x" * 3_000,
    "<p class='a>", "<script>", "<!--", "&#99999999999;", "&#x110000;", "&amp;lt;", "\ud800", "a\u2028b",
])  # fmt: skip
_TEXTS = _WORDS | _DATES | _LETTERS
_KEYS = st.sampled_from([
    "action", "budgetYearMap", "budgetTopicActionMap", "expectedGrants", "minContribution", "maxContribution",
    "deadlineDates", "plannedOpeningDate", "submissionProcedure", "abbreviation", "content", "lastChangeDate",
    "2027", "../..", "", "__class__", "\ud800",
])  # fmt: skip
_JSON: st.SearchStrategy[Any] = st.recursive(
    _AMOUNTS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=12,
)
_ROW = st.fixed_dictionaries(
    {},
    optional={
        "action": st.sampled_from([f"{NAME} - RIA", f"{NAME}7 - RIA", "Other - IA", NAME]) | _JSON,
        "budgetYearMap": st.dictionaries(st.sampled_from(["2026", "2027", "0"]), _AMOUNTS, max_size=3)
        | _JSON,
        "expectedGrants": _AMOUNTS,
        "minContribution": _AMOUNTS,
        "maxContribution": _AMOUNTS,
    },
)
_BUDGET = st.builds(
    lambda rows: {"budgetTopicActionMap": rows},
    st.dictionaries(st.sampled_from(["1", "2", "3"]), st.lists(_ROW, max_size=4) | _JSON, max_size=3),
)
_ACTIONS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "plannedOpeningDate": _DATES | _JSON,
            "deadlineDates": st.lists(_DATES, max_size=4) | _JSON,
            "submissionProcedure": st.fixed_dictionaries({"abbreviation": _WORDS}) | _JSON,
        },
    ),
    max_size=3,
)
_NEWS = st.lists(
    st.fixed_dictionaries({}, optional={"content": _TEXTS | _JSON, "lastChangeDate": _DATES | _JSON}),
    max_size=3,
)


def _inside(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(lambda value: [json.dumps(value)], values) | _JSON


def _list(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=4) | _JSON


_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "deadlineDate": _list(_DATES), "startDate": _list(_DATES), "closingDate": _list(_DATES),
    "actions": _inside(_ACTIONS), "budgetOverview": _inside(_BUDGET), "latestInfos": _inside(_NEWS),
    "identifier": st.sampled_from([[NAME], [f"{NAME}-two-stage"], [""]]) | _list(_TEXTS),
    **dict.fromkeys(
        ("title", "callTitle", "deadlineModel", "typesOfAction", "frameworkProgramme", "currency", "url",
         "callccm2Id", "callIdentifier", "keywords", "tags", "descriptionByte", "description", "duration",
         "crossCuttingPriorities", "projectName", "topicConditions", "status", "language", "DATASOURCE",
         "type"),
        _list(_TEXTS),
    ),
    "budget": _list(_AMOUNTS),
}  # fmt: skip
_RECORD = st.tuples(
    st.sampled_from(["1", "2", "8"]),
    st.fixed_dictionaries({}, optional=_FIELDS),
    st.fixed_dictionaries({}, optional={"url": _TEXTS | _JSON, "reference": _TEXTS, "language": _TEXTS}),
)
_DAYS = st.sampled_from(
    ["2026-12-04", "2027-04-08", "2027-09-14T17:00:00.000+0000", "2027-09-14T10:30:09.000+0000"]
)
_SOUND: dict[str, st.SearchStrategy[Any]] = _FIELDS | {
    "deadlineDate": st.lists(_DAYS, max_size=3),
    "startDate": st.lists(_DAYS, max_size=1),
    "closingDate": st.lists(_DAYS, max_size=1),
    "deadlineModel": st.sampled_from(["single-stage", "two-stage", "multiple cut-off"]),
    "actions": st.sampled_from([{"deadlineDates": ["2027-05-05"]}, {"plannedOpeningDate": "2026-05-05"},
                                {"submissionProcedure": {"abbreviation": "two-stage"}}]).map(
                                    lambda each: json.dumps([each])),
    "latestInfos": st.sampled_from(["The call is cancelled.", "The topic is withdrawn.", "It is open."]).map(
        lambda each: json.dumps([{"content": each}])),
    "budgetOverview": _BUDGET.map(json.dumps),
    "url": st.sampled_from(["https://example.org/a", "http://example.org/b", "x"]),
    "callccm2Id": st.sampled_from(["7", "8"]),
    "budget": st.sampled_from(["5", "6"]),
    "currency": st.sampled_from(["EUR", "USD"]),
}  # fmt: skip
_FIELD = st.sampled_from(sorted({*_FIELDS} - {"type", "status", "language", "DATASOURCE"})).flatmap(
    lambda name: st.tuples(st.just(name), _SOUND[name])
)
_CHANGE = st.tuples(st.sampled_from(["1", "2", "8"]), st.lists(_FIELD, max_size=4).map(dict), _FIELD)
_CUTS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 40),
        st.binary(max_size=6) | st.sampled_from([b"[" * 3_000, b"9" * 5_000, b"\xff\xfe", b'"', b"\\ud800"]),
    ),
    min_size=1,
    max_size=4,
)


def rows_of(made: Any) -> list[PortalRecord]:  # noqa: ANN401 - as a strategy makes it
    """The rows that an answer of one such record has."""
    kind, fields, about = made
    one = record(7, kind)
    one["metadata"] |= fields
    try:
        return list(page_of(answer([one | about]), Ask(Type(kind))).rows)
    except NotAnswered:
        return []


def record_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Every row is a candidate that a registry, a catalogue and a terminal can have."""
    kind = Type(made[0])
    for row in rows_of(made):
        one = candidate(row, kind)
        assert one == candidate(row, kind)
        assert one.print == print_of(row, kind)
        candidate_holds(one)


def candidate_holds(one: Candidate) -> None:
    """It is whole, bounded, readable, and of what somebody can see."""
    assert one.title
    texts = [one.title, one.parent, one.ident, *one.words, one.entry.get("summary", "")]
    assert all(is_seen(each) for each in texts)
    assert all(is_seen(line) for line in one.text.split("\n"))
    assert max(map(len, texts)) <= 1_000
    assert len(one.text) <= 20_000
    assert one.entry.get("url", "https://").startswith(("http://", "https://", "HTTP"))
    dated = [date.fromisoformat(each["when"]) for each in one.entry.get("stage", ()) if "when" in each]
    assert all(1990 <= each.year < 2100 for each in dated)
    assert json.loads(json.dumps(one.entry)) == one.entry
    assert entry_of("eu", one.key, one.entry)[0] is not None
    block = notation.block("call", {"id": "a", **one.entry})
    assert read.parse(block.encode().decode(), "a", {}).problems == []


def is_seen(text: str) -> bool:
    """Whether a line has nothing that steers a program, and no half of a letter."""
    return TURNED.isdisjoint(text) and all(unicodedata.category(each) not in {"Cc", "Cs"} for each in text)


def print_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Two records of one print are one candidate, but for the note: what changed is never taken as known."""
    kind, fields, (name, value) = made
    about = {"url": ""}
    two = [rows_of((kind, fields, about)), rows_of((kind, fields | {name: value}, about))]
    if all(two):
        one, other = (candidate(rows[0], Type(kind)) for rows in two)
        if one.print == other.print:
            assert without_note(one) == without_note(other)


def without_note(one: Candidate) -> Any:  # noqa: ANN401 - to be compared
    """All that a print is to tell apart."""
    entry = {name: value for name, value in one.entry.items() if name != "note"}
    return one.key, one.ident, one.title, entry, one.parent, one.words, one.text


def cut_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """An answer with pieces of it taken out, and others put in: rows, or a refusal that says why."""
    (kind, fields, about), cuts = made
    one = record(7, kind)
    one["metadata"] |= fields
    body = answer([record(6, kind), one | about, record(8, kind)])
    for place, length, put in cuts:
        at = int(place * len(body))
        body = body[:at] + put + body[at + length :]
    try:
        page = page_of(body, Ask(Type(kind)))
    except NotAnswered as refused:
        told = f"{refused.values}"
        assert is_seen(told)
        assert len(told) < 300
        return
    for row in page.rows:
        candidate_holds(candidate(row, Type(kind)))


# HTML of which is known what text it has, and any other.

_TAGS = (
    "<p>", "</p>", "<br/>", '<div class="x>', "<b>", "</b>", "<li>", "<a href='javascript:x'>", "<!-- no -->",
    "<script>no()</script>", "<style>p{}</style>", "&nbsp;", "\u202e", "\x00", '<h2 title="q">',
)  # fmt: skip
_PIECES = st.lists(st.sampled_from(_TAGS) | st.text("abcé&<> 7", max_size=8).map(lambda each: f"={each}="))


def html_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """All words are there and in order, whatever tags are round them, and nothing else."""
    html = "".join(each if each in _TAGS else escape(each) for each in made)
    text = "".join(each for each in made if each not in _TAGS)
    found = plain(html)
    assert "".join(found.split()) == "".join(text.split())
    assert all(map(is_seen, found.split("\n")))


def text_holds(made: str) -> None:
    """Whatever it is, a text comes of it that can be seen and written."""
    assert all(map(is_seen, plain(made).split("\n")))
    assert is_seen(one_line(made))
    assert one_line(made) == plain(made).replace("\n", " ")
    plain(made).encode()


# Documents: what people wrote, cut up and put together again, and what stands in no document.

_WRITTEN = st.sampled_from(
    [
        b"Deadline: 31 May 2027",
        b"\n",
        b"\n\n",
        b" ",
        b"- ",
        b"1. ",
        b"# ",
        b"| ",
        b"|---|\n",
        b"**",
        b"](https://a.org)",
        b"[",
        b"<",
        b">",
        b"`",
        b"\f",
        b"\t",
        b"===\n",
        b"---\n",
        b"\xe9",
        b"\xc3\xa9",
        b"\x00",
        b"\x1b[31m",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\xff\xfe",
        b"&#99999999999;",
        b"finan-\nziamento",
        b"x" * 3_000,
        b"www.a.org\n",
        b"<https://a.org>",
    ]
) | st.binary(max_size=8)
_MARKUP = st.sampled_from(
    [
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td>",
        b"</td>",
        b"<h1>",
        b"</h1>",
        b"<li>",
        b"<br>",
        b"<p class='",
        b"<a href='https://a.org/x'>",
        b"</a>",
        b"<script>",
        b"</script>",
        b"<!--",
        b"-->",
        b"<pre>",
        b"<dl>",
        b"<dt>",
        b"<dd>",
        b"<base href='//[x'>",
        b"<nav>",
        b"<title>",
        b"<meta charset=zip>",
        b"<meta name=date content=2026-99-99>",
    ]
)
_HEADS = st.sampled_from(
    [
        b"Subject: =?utf-8?b?x?=\n",
        b"Subject: =?zip?q?a?=\n",
        b"Date: Thu, 99 Oct 99999\n",
        b"From: a\n",
        b"To: b\n",
        b"\n",
        b"--x\n",
        b"--x--\n",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: text/html; charset=utf-7\n",
        b"Content-Type: message/rfc822\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Disposition: attachment; filename*=zip''a.md\n",
        b"YQ==\n",
        b"a\n",
    ]
)
_ELEMENTS = st.sampled_from(
    [
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:r><w:t>a</w:t></w:r>",
        "<w:t>",
        "</w:t>",
        "&amp;",
        "<w:br/>",
        '<w:pStyle w:val="A"/>',
        '<w:numId w:val="1"/>',
        '<w:fldChar w:fldCharType="end"/>',
        "<w:del>",
        "</w:del>",
        "&b;",
    ]
)


def _joined(pieces: st.SearchStrategy[bytes], size: int = 30) -> st.SearchStrategy[bytes]:
    return st.lists(pieces, max_size=size).map(b"".join)


def _cut(whole: bytes) -> st.SearchStrategy[bytes]:
    """A document with pieces of it taken out, and others put in."""

    def done(cuts: Any) -> bytes:  # noqa: ANN401 - as a strategy makes it
        data = whole
        for place, length, put in cuts:
            at = int(place * len(data))
            data = data[:at] + put + data[at + length :]
        return data

    return _CUTS.map(done)


def _document(*kinds: tuple[str, st.SearchStrategy[bytes]]) -> st.SearchStrategy[tuple[str, bytes]]:
    return st.one_of(*(st.tuples(st.just(name), made) for name, made in kinds))


def document_holds(made: tuple[str, bytes]) -> None:
    """Passages that can be seen and written, each link behind letters of its own; or one refusal."""
    name, data = made
    try:
        read = read_document(data, name)
    except Refusal as refusal:
        problem = refusal.problem
    else:
        read_holds(read)
        assert read_document(data, name) == read
        return
    assert is_seen(problem.message)
    assert problem.code.startswith("document-")


def read_holds(read: ReadDocument) -> None:
    """It has passages of lines that can be seen, and of links that stand one behind another."""
    assert read.passages
    assert is_seen(read.title)
    for passage in read.passages:
        assert passage.text == passage.text.rstrip()
        assert passage.kind is PassageKind.ROW or passage.text == " ".join(passage.text.split())
        assert is_seen(passage.text)
        assert 0 < len(passage.text) <= limits.PASSAGE_LETTERS
        ends = [0, *(place for link in passage.links for place in (link.start, link.end)), len(passage.text)]
        assert ends == sorted(ends)
        assert all(link.start < link.end and is_seen(link.url) for link in passage.links)


_WORDS_OF_PDF = st.sampled_from(
    ["a", "Deadline:", "- ", "31", "finan-", "\n", "\x7f", "Title", "1. ", " ", "\ud800", "\u202e"]
)
_PLACES = st.floats(-1e4, 1e4) | st.integers(0, 800)
_PDFS = st.lists(
    st.builds(
        PdfPage,
        st.lists(
            st.builds(
                Chunk,
                st.lists(_WORDS_OF_PDF).map("".join),
                _PLACES,
                _PLACES,
                st.sampled_from([0, 10, 11, 18, -5, 1e9]),
                st.booleans(),
            )
        ).map(tuple),
        st.lists(st.builds(LinkArea, *[_PLACES] * 4, st.just("https://a.org") | st.text())).map(tuple),
    ),
    max_size=4,
)


def pdf_holds(made: list[PdfPage]) -> None:
    """Whatever a PDF draws: passages that can be seen, each on a page that is."""
    gathered = GatheredPassages()
    put_pdf(made, gathered)
    for passage in gathered.passages:
        assert is_seen(passage.text)
        assert passage.text.rstrip() == passage.text != ""
        assert 1 <= passage.page <= len(made)
        assert all(0 <= link.start < link.end <= len(passage.text) for link in passage.links)


def pdf_file_holds(data: bytes) -> None:
    """A damaged PDF is read as far as it goes, or fails as the program that reads it expects."""
    try:
        pages = answer_of(data).pages
    except Exception:  # noqa: BLE001 - that program ends so, with its exit code
        return
    put_pdf(pages, GatheredPassages())


_TEXT_FILES = ((name, _joined(_WRITTEN)) for name in ("a.txt", "a.md", ""))
_PAGES = _joined(_MARKUP | _WRITTEN)
_MAILS = _joined(_HEADS | _WRITTEN)
_BODIES = st.lists(_ELEMENTS, max_size=20).map("".join).map(docx)
# Calendars, feeds and tables: pieces that are right, wrong and hostile, in any order and cut anywhere.

_NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
_MOMENTS = st.sampled_from([
    ":20270310T090000", ";VALUE=DATE:20270310", ":20270310T090000Z", ";TZID=Europe/Rome:20270310T090000",
    ';TZID="A; B: C":20270310T090000', ";TZID=Own:20270310T090000", ":Next Year", ":99991231", ":00010101",
    ";VALUE=DATE:20270229", ":20270310T256099", ";TZID=Own:20271031T023000", ":20270328T023000",
    ":", ":20271231T235960Z", ";TZID=W. Europe Standard Time:20270310T090000", ":20991231T235959Z",
])  # fmt: skip
_RULES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "X"]).map("FREQ={}".format),
    st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=0", ";INTERVAL=9999", ";COUNT=3", ";UNTIL=20280101",
                     ";COUNT=-1", ";UNTIL=20280101T000000Z", ";UNTIL=x", ";COUNT=1;UNTIL=20280101"]),
    st.sampled_from(["", ";BYDAY=MO,TU", ";BYDAY=-1FR", ";BYDAY=9XX", ";BYMONTHDAY=30", ";BYMONTHDAY=0",
                     ";BYYEARDAY=366", ";BYWEEKNO=53", ";BYHOUR=1,2", ";BYSECOND=60", ";BYEASTER=1"]),
    st.sampled_from(["", ";BYMONTH=2", ";BYMONTH=13", ";BYSETPOS=-1", ";BYSETPOS=366", ";WKST=SU", ";;;",
                     ";A=B"]),
)  # fmt: skip
_PROPERTIES = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["DTSTART", "DTSTART", "DTEND", "DUE"]), _MOMENTS),
    st.builds("{}{}".format, st.sampled_from(["EXDATE", "RDATE", "RECURRENCE-ID"]), _MOMENTS),
    _RULES.map("RRULE:{}".format),
    st.sampled_from(["UID:1", "UID:2", "UID:a b", "STATUS:CANCELLED", "DURATION:PT1H", "DURATION:-P1D",
                     "URL:x:y", "DURATION:P99999D", "BEGIN:VALARM", "END:VALARM", "BEGIN:VEVENT", "END:VTODO",
                     "no line", ""]),
    st.builds("{}:{}".format, st.sampled_from(["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"]), _TEXTS),
    st.just("SUMMARY:Deadline"),
)  # fmt: skip
_COMPONENT = st.builds(
    lambda kind, lines: [f"BEGIN:{kind}", *lines, f"END:{kind}"],
    st.sampled_from(["VEVENT", "VEVENT", "VTODO", "VTIMEZONE", "VJOURNAL"]),
    st.lists(_PROPERTIES, max_size=7),
)
_OWN_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
_CALENDAR = st.builds(
    lambda head, parts, end: "\r\n".join(
        [*head, *_OWN_ZONE, *(line for part in parts for line in part), *end]
    ).encode("utf-8", "replace"),
    st.sampled_from([["BEGIN:VCALENDAR"], ["BEGIN:VCALENDAR", "X-WR-TIMEZONE:Asia/Tokyo"], []]),
    st.lists(_COMPONENT, max_size=5),
    st.sampled_from([["END:VCALENDAR"], []]),
)
_ELEMENTS = st.builds(
    "<{0}>{1}</{0}>".format,
    st.sampled_from(
        ["title", "link", "description", "guid", "pubDate", "category", "content:encoded", "id", "x"]
    ),
    _TEXTS.map(escape) | _TEXTS | st.sampled_from(["1", "2", "Mon, 05 Apr 2027 10:00:00 GMT"]),
)
_FEED = st.builds(
    lambda head, items, end: "".join(
        [head, *(f"<item>{''.join(each)}</item>" for each in items), end]
    ).encode("utf-8", "replace"),
    st.sampled_from(["<rss version='2.0'><channel>", "<!-- x --><?xml version='1.0'?><rss><channel>",
                     "<rdf:RDF>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<!DOCTYPE x>", "<a ", ""]),
    st.lists(st.lists(_ELEMENTS, max_size=5), max_size=4),
    st.sampled_from(["</channel></rss>", "", "</feed>", "<![CDATA[", "<!--"]),
)  # fmt: skip
_FIGURES = st.sampled_from(
    ["01/02/2027", "2027-03-10T00:00:00", "13/02/2027", "9999-12-31", "1.500.000 €", "-1", "0"]
)
_TABLE = st.builds(
    lambda mark, heads, rows, letters: "\n".join(
        mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (heads, *rows)
    ).encode(letters, "replace"),
    st.sampled_from([",", ";", "\t", "|"]),
    st.lists(st.sampled_from(["Titolo", "Title", "Scadenza", "Opens", "ID", "Budget", "Link", ""]),
             min_size=1, max_size=6),
    st.lists(st.lists(_FIGURES | _TEXTS, max_size=6), max_size=5),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)  # fmt: skip


def _cut_up(data: bytes, cuts: Any) -> bytes:  # noqa: ANN401 - as a strategy makes it
    for place, length, put in cuts:
        at = int(place * len(data))
        data = data[:at] + put + data[at + length :]
    return data


def _offers_hold(reading: Callable[[], Iterator[Candidate | Problem | DoneElsewhere]], data: bytes) -> None:
    """Candidates that can be had, each key once, and problems that can be shown; or a refusal."""
    try:
        made = list(reading())
    except InputRefused as refused:
        message = safe_text(refused.problem.message)
        assert is_seen(message)
        return
    keys = [each.key for each in made if isinstance(each, Candidate)]
    assert len(keys) == len(set(keys)), data
    for each in made:
        if isinstance(each, Candidate):
            assert each.key
            offered_holds(each)
        elif isinstance(each, Problem):
            assert len(each.message) < 2_000


def offered_holds(one: Candidate) -> None:
    """It is whole, bounded, of what somebody can see, and a registry can have it."""
    texts = [one.title, *one.words, one.entry.get("summary", ""), one.entry.get("note", "")]
    assert all(map(is_seen, [*texts, *one.text.split("\n"), one.key]))
    assert max(map(len, texts)) <= 1_000
    assert len(one.text) <= 20_000
    for stage in one.entry.get("stage", ()):
        years = re.findall(r"\d{4}", stage["when"])
        assert all(1970 <= int(year) < 2100 for year in years), stage
    assert json.loads(json.dumps(one.entry)) == one.entry
    entry, problems = entry_of("s", one.key, one.entry)
    assert entry is not None, problems
    assert [each for each in problems if each.severity is Severity.ERROR] == []


def calendar_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Whatever a calendar holds, what is good in it comes."""
    data = _cut_up(*made)
    event = b"BEGIN:VEVENT\nUID:good\nSUMMARY:Good\nDTSTART:20270310\nEND:VEVENT\n"
    good = b"BEGIN:VCALENDAR\n" + event + b"END:VCALENDAR\n"
    _offers_hold(lambda: calendars(data, "s", _NOW, "Europe/Rome"), data)
    both = [each for each in calendars(good + data, "s", _NOW, "Europe/Rome") if isinstance(each, Candidate)]
    assert "Good" in {each.title for each in both}


def feed_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Whatever a feed holds."""
    data = _cut_up(*made)
    _offers_hold(lambda: feeds(data, "s"), data)


def table_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Whatever a table holds."""
    data = _cut_up(*made)
    for dayfirst in (None, True):
        _offers_hold(partial(tables, data, "s", _NOW, "Europe/Rome", dayfirst=dayfirst), data)


# Registries and opportunities: what is right beside what is wrong in every place, in any order, cut anywhere.

_DAY_TEXTS: st.SearchStrategy[Any] = st.sampled_from([
    "2027-04-04", "2027-02/2027-03", "2027-04-04T17:00", "2027~", "../..", "9999-12-31", "soon", "", 7,
    None, [],
])  # fmt: skip
_NAMES = st.sampled_from(["good", "a", "A", "b c", "", "deadline", "\u202e", "x" * 300, 7, None])
_STAGE_KEYS = st.fixed_dictionaries({}, optional={
    "id": _NAMES, "kind": st.sampled_from(["deadline", "opens", "dates", "internal", "none", 7]),
    "when": _DAY_TEXTS, "until": _DAY_TEXTS, "at": st.sampled_from(["17:00", "25:00", 7]),
    "zone": st.sampled_from(["UTC", "Mars", "CET", ""]), "follows": _NAMES, "rolling": st.booleans(),
    "after": _JSON | st.fixed_dictionaries({"stage": _NAMES, "months": st.integers(-2_000, 2_000)}),
    "note": _TEXTS, "x-a": _JSON,
})  # fmt: skip
_ENTRY_KEYS = st.fixed_dictionaries({}, optional={
    "id": _NAMES, "title": _TEXTS, "deadline": _DAY_TEXTS, "opens": _DAY_TEXTS, "budget": _AMOUNTS,
    "currency": _TEXTS, "summary": _TEXTS, "status": st.sampled_from(["open", "closed", 7]), "url": _TEXTS,
    "source": _JSON | st.fixed_dictionaries({"key": _TEXTS}), "tags": st.lists(_TEXTS, max_size=3) | _JSON,
    "stage": st.lists(_STAGE_KEYS | _JSON, max_size=4) | _JSON, "grants": _JSON, "contact": _JSON,
    "history": st.lists(st.fixed_dictionaries({"stage": _NAMES, "was": _DAY_TEXTS}), max_size=2) | _JSON,
    "zone": _TEXTS, "checked": _DAY_TEXTS, "note": _TEXTS, "deadlin": _TEXTS,
})  # fmt: skip
_OFFICE = st.fixed_dictionaries({"call": st.lists(_ENTRY_KEYS | _JSON, max_size=4)}, optional={
    "schema": st.sampled_from([1, 1, 2, "1"]), "zone": st.sampled_from(["Europe/Athens", "Mars", 7]),
    "currency": _TEXTS, "title": _TEXTS | _JSON, "defaults": _JSON, "track": _JSON, "event": _JSON,
    "cal": _JSON, "days_off": _JSON, "name": _TEXTS, "source": _JSON,
})  # fmt: skip


def _as_json(said: Any) -> bytes:  # noqa: ANN401 - as a strategy makes it
    return json.dumps(said).encode()


def _as_toml(office: Any) -> bytes:  # noqa: ANN401 - as a strategy makes it
    """The same in TOML, as far as it can be written there; each value for itself, right or wrong."""
    lines = _assigned({key: each for key, each in office.items() if key in {"schema", "name"}})
    for entry in office["call"]:
        lines.append("[[call]]")
        if isinstance(entry, dict):
            lines += _assigned({key: each for key, each in entry.items() if key != "stage"})
            stages = entry.get("stage")
            for stage in stages if isinstance(stages, list) else ():
                lines += ["[[call.stage]]", *_assigned(stage)] if isinstance(stage, dict) else []
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _assigned(table: dict[str, Any]) -> list[str]:
    return [f"{json.dumps(key)} = {json.dumps(each, ensure_ascii=False)}" for key, each in table.items()]


_EVENTS = _JSON | st.fixed_dictionaries({"name": _TEXTS}, optional={
    "date": _DAY_TEXTS, "time": st.sampled_from(["17:00:00", "17:00:00Z", "25", 7]), "startDate": _DAY_TEXTS,
    "endDate": _DAY_TEXTS, "endTime": st.just("18:00"), "details": _TEXTS | _JSON,
})  # fmt: skip
_MONEY = _JSON | st.fixed_dictionaries(
    {"amount": _AMOUNTS, "currency": st.sampled_from(["EUR", "eur", "€", 7])}
)
_GRANT = st.fixed_dictionaries(
    {"id": _NAMES, "title": _TEXTS, "status": _JSON | st.just({"value": "open"})},
    optional={
        "description": _TEXTS, "source": _TEXTS,
        "keyDates": _JSON | st.fixed_dictionaries({}, optional={
            "postDate": _EVENTS, "closeDate": _EVENTS,
            "otherDates": _JSON | st.dictionaries(_WORDS, _EVENTS, max_size=3),
        }),
        "funding": _JSON | st.fixed_dictionaries({}, optional={
            "totalAmountAvailable": _MONEY, "minAwardAmount": _MONEY, "maxAwardAmount": _MONEY,
            "estimatedAwardCount": _AMOUNTS, "minAwardCount": _AMOUNTS, "details": _TEXTS,
        }),
        "customFields": _JSON | st.fixed_dictionaries(
            {"clustercallsEntry": st.fixed_dictionaries({"value": _ENTRY_KEYS | _JSON})},
            optional={"clustercallsStages": _STAGE_KEYS.map(lambda each: {"value": [each]})},
        ),
        "acceptedApplicantTypes": _JSON, "identifiers": _JSON,
    },
)  # fmt: skip
_GRANTS = st.lists(_GRANT | _JSON, max_size=4)


def _entries_hold(reading: Callable[[], Iterator[Candidate | Problem]], data: bytes) -> None:
    """Entries that a registry can have, each key once, and problems that can be shown; or a refusal."""
    try:
        made = list(reading())
    except InputRefused as refused:
        message = safe_text(refused.problem.message)
        assert is_seen(message)
        return
    offers = [each for each in made if isinstance(each, Candidate)]
    assert len({each.key for each in offers}) == len(offers), data
    for each in offers:
        assert json.loads(json.dumps(each.entry)) == each.entry
        assert not {"note", "owner", "track", "warn"} & each.entry.keys()
        entry, problems = entry_of("s", each.key, each.entry)
        assert entry is not None, problems
        assert problems == []
    assert all(len(each.message) < 2_000 for each in made if isinstance(each, Problem))


def registry_holds(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Whatever another office's registry holds, what is good in it comes, in JSON and in TOML."""
    office, cuts = made
    good = {"id": "sound", "title": "Sound"}
    for data in (_cut_up(_as_json(office), cuts), _cut_up(_as_toml(office), cuts)):
        _entries_hold(partial(registries, data, "s"), data)
    if office.get("schema", 1) == 1 and "cal" not in office:
        both = {**office, "call": [good, *office["call"]]}
        try:
            kept = [each.key for each in registries(_as_json(both), "s") if isinstance(each, Candidate)]
        except InputRefused:  # half a character somewhere is no JSON
            return
        assert "sound" in kept


def grants_hold(made: Any) -> None:  # noqa: ANN401 - as a strategy makes it
    """Whatever opportunities hold."""
    items, cuts = made
    data = _cut_up(_as_json(items), cuts)
    _entries_hold(partial(grants, data, "s", "Europe/Rome"), data)


CHECKS = {
    "text of a document": Check(_document(*_TEXT_FILES), document_holds),
    "page": Check(_document(("a.html", _PAGES)), document_holds),
    "mail": Check(_document(("a.eml", _MAILS), ("a.eml", _cut(report_mail()))), document_holds),
    "docx": Check(_document(("a.docx", _BODIES), ("a.docx", _cut(report_docx()))), document_holds),
    "pdf": Check(_PDFS, pdf_holds),
    "file of pdf": Check(_cut(pdf_by_hand(drawn("one", "two"), drawn("three"))), pdf_file_holds),
    "record": Check(_RECORD, record_holds),
    "print": Check(_CHANGE, print_holds),
    "answer": Check(st.tuples(_RECORD, _CUTS), cut_holds),
    "html": Check(_PIECES, html_holds),
    "calendar": Check(st.tuples(_CALENDAR, st.just([]) | _CUTS), calendar_holds),
    "feed": Check(st.tuples(_FEED, st.just([]) | _CUTS), feed_holds),
    "table": Check(st.tuples(_TABLE, st.just([]) | _CUTS), table_holds),
    "registry": Check(st.tuples(_OFFICE, st.just([]) | _CUTS), registry_holds),
    "opportunities": Check(st.tuples(_GRANTS, st.just([]) | _CUTS), grants_hold),
    "text": Check(_LETTERS | _WORDS | st.lists(_TEXTS).map("".join), text_holds),
}


def main(seconds: float, names: list[str]) -> int:
    """Tries all of them in turn until the time is over; prints how many of each."""
    counts = dict.fromkeys(names or CHECKS, 0)
    until, begin = time.monotonic() + seconds, time.time_ns()
    rounds = 0
    while time.monotonic() < until:
        for name in counts:
            try:
                counts[name] += run(CHECKS[name], 400, begin + rounds)
            except AssertionError:
                print(f"{name}: broken, with the seed {begin + rounds}")  # noqa: T201 - a script
                raise
        rounds += 1
    print(", ".join(f"{name} {count:,}" for name, count in counts.items()), f"= {sum(counts.values()):,}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 600, sys.argv[2:]))
