"""What is to be imported as drafts, whatever it is: a report, or what machines write and read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from msgspec.structs import replace

from clustercalls import edtf
from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.given_reading import GivenReading
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.drafts import Draft, DraftFact, LeftOver, ReadColumns
from clustercalls.errors import ADVICE, Problem, Refusal, problem
from clustercalls.limits import PASSAGE_LETTERS
from clustercalls.model import EntryKind
from clustercalls.passages import Passage, ReadDocument
from clustercalls.sources.offered import unlike
from clustercalls.zones import Moment

REPORT, ICS, FEED, TABLE = "report", "ics", "feed", "table"
REGISTRY, COMMON_GRANTS = "registry", "commongrants"
FORMS = (REPORT, ICS, FEED, TABLE, REGISTRY, COMMON_GRANTS)
WHOLE = frozenset({REGISTRY, COMMON_GRANTS})  # of which each entry says itself where it was read
JSON = "json"  # that is none of these
UNLIKE = "unlike-kind"
OBJECTS = "a registry, or opportunities of CommonGrants"
_JSON = re.compile(rb'\{\s*["}]|\[\s*\{|\[\s*\[\s*\[')  # how it begins; Markdown may begin with "[" as well
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


class Understood(NamedTuple):
    """The document, the entries it tells of, and what of it was not understood.

    `ticks` are tasks of ours that are ticked in it, `columns` what the headings of a table are read as.
    """

    document: ReadDocument
    entries: Sequence[DraftEntry]
    left: Sequence[LeftOver] = ()
    ticks: Sequence[DoneElsewhere] = ()
    columns: ReadColumns | None = None


def understood(given: GivenDocument, reading: GivenReading, moment: Moment) -> Understood:
    """What was received, read as this form, or as what it looks like.

    Raises:
        Refusal: when it cannot be read.
    """
    form = reading.form or form_of(given)
    named = reading._replace(form=form, name=reading.name or form)
    try:
        return _read_as(form, given, named, moment, is_source=bool(reading.name))
    except Refusal as refused:
        told = refused.problem
        if told.place.file in {named.name, given.name}:
            told = replace(told, place=replace(told.place, file=given.name or given.address))
            if told.code == UNLIKE and not given.address:
                told = problem(UNLIKE, told.place, **{**dict(told.values), "advice": ADVICE["as"]})
        raise type(refused)(told) from None


def _read_as(
    form: str, given: GivenDocument, reading: GivenReading, moment: Moment, *, is_source: bool
) -> Understood:
    if form == REPORT:
        return _report(given, reading.dated)
    if form == JSON:
        _refuse_json(given)

    def tell(unread: Problem) -> None:
        reading.tell(replace(unread, place=replace(unread.place, file=given.name or given.address)))

    named = reading._replace(tell=tell)
    if form == FEED:
        from clustercalls.cli.importing.feed_items import feed_items

        return _of_that_day(Understood(*feed_items(given, named.name, tell)), named.dated)
    from clustercalls.cli.importing.candidates import candidates

    columns: list[ReadColumns] = []
    made = candidates(given, named, moment, columns.append)
    if not is_source:
        made = map(_without_made_key, made)
    read = _of_candidates(given, made, is_whole=form in WHOLE)
    return _of_that_day(read._replace(columns=next(iter(columns), None)), named.dated)


def _of_that_day(read: Understood, dated: str) -> Understood:
    """The same, each entry with the day of the document that it was read in."""
    document = of_day(read.document, dated)
    return read._replace(
        document=document, entries=[entry._replace(document=document) for entry in read.entries]
    )


def _without_made_key(made: Candidate | DoneElsewhere) -> Candidate | DoneElsewhere:
    """Without a key that is its title again: of a file that says nothing more, and next year's is another."""
    if isinstance(made, DoneElsewhere) or not made.is_key_made:
        return made
    about = {name: value for name, value in made.entry.get("source", {}).items() if name != "key"}
    return replace(made, entry={**made.entry, "source": about})


def form_of(given: GivenDocument) -> str:
    """What it looks like, by its first letters and its name."""
    head, name = given.data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n"), given.name.lower()
    if head[:15].upper() == b"BEGIN:VCALENDAR":
        return ICS
    if name.endswith(TABLES):
        return TABLE
    if head[:1] in {b"{", b"["} or name.endswith((".toml", ".json")) or (head and "." not in name):
        form = _of_objects(given.data)
        if form != REPORT:
            return form
        if name.endswith(".json") or _JSON.match(head):
            return JSON
    is_feed = any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:RDF"))
    return FEED if is_feed or head[:2] == b"\x1f\x8b" else REPORT


def _refuse_json(given: GivenDocument) -> NoReturn:
    """Says why an object or a list is nothing that is read: nobody wrote it as prose.

    Raises:
        InputRefused: always.
    """
    from clustercalls.sources.json_document import decoded

    decoded(given.data, given.name, OBJECTS)
    raise unlike(given.name, OBJECTS, "it is JSON of another kind")


def _of_objects(data: bytes) -> str:
    """What TOML or JSON looks like."""
    from clustercalls.sources.common_grants.recognised import is_common_grants
    from clustercalls.sources.registries.recognised import is_json_registry, is_toml_registry

    if is_json_registry(data):
        return REGISTRY
    if is_common_grants(data):
        return COMMON_GRANTS
    return REGISTRY if is_toml_registry(data) else REPORT


def _report(given: GivenDocument, dated: str) -> Understood:
    from clustercalls.extract.entry import extracted
    from clustercalls.sources.documents.reading import read_document

    document = read_document(given.data, given.name, given.content_type)
    document = replace(document, address=document.address or given.address)
    document = replace(
        document, passages=tuple(piece for each in document.passages for piece in _pieces(each))
    )
    document = of_day(document, dated)
    made = extracted(document, document.dated)
    entries = [DraftEntry(number, each, document, given.name) for number, each in enumerate(made.drafts, 1)]
    return Understood(document, entries, made.left)


def of_day(document: ReadDocument, dated: str) -> ReadDocument:
    """A document with the day that was given for it, as ISO text or vague; as it is without one."""
    if not dated:
        return document
    when = edtf.parse(dated)
    day = when.earliest if when.is_exact else None
    return replace(document, dated=day, dated_as="" if day else dated)


def _pieces(passage: Passage) -> Iterator[Passage]:
    """A passage, or of a very long one several: nobody wrote it as one, and all of it is read."""
    text = passage.text
    if len(text) <= PASSAGE_LETTERS:
        yield passage
        return
    for start in range(0, len(text), PASSAGE_LETTERS):
        yield replace(passage, text=text[start : start + PASSAGE_LETTERS], links=())


def _of_candidates(
    given: GivenDocument, made: Iterable[Candidate | DoneElsewhere], *, is_whole: bool
) -> Understood:
    """Candidates as drafts, all of it sure, for it was written down as such; what is unread is left over."""
    every, ticks = list[Candidate](), list[DoneElsewhere]()
    for candidate in made:
        if isinstance(candidate, DoneElsewhere):
            ticks.append(candidate)
        else:
            every.append(candidate)
    document = ReadDocument(tuple(Passage(one.title) for one in every), address=given.address)
    entries = [
        DraftEntry(number, _draft(one, number - 1), document, given.name, ident=one.ident, is_whole=is_whole)
        for number, one in enumerate(every, 1)
    ]
    left = [LeftOver(text, number) for number, one in enumerate(every) for text in one.unread]
    return Understood(document, entries, left, ticks)


def _draft(candidate: Candidate, passage: int) -> Draft:
    table = dict(candidate.entry)
    kind = EntryKind(table.pop("kind", EntryKind.CALL.value))
    rows = [(key, each) for key in ("stage", "history") for each in table.pop(key, ())]
    facts = (_fact(key, value, candidate, passage) for key, value in (*table.items(), *rows))
    return Draft(kind, tuple(facts))


def _fact(key: str, value: Any, candidate: Candidate, passage: int) -> DraftFact:  # noqa: ANN401 - as files have it
    title = candidate.title
    return DraftFact(key=key, value=value, quote=title, passage=passage, start=0, end=len(title))
