"""A source that is one document: asked for unless it is the same as it was, and read by its kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from clustercalls.calendar.naming import by_uid
from clustercalls.candidate import Candidate, DoneElsewhere
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.sources import SourceState, state_of
from clustercalls.cli.fetch.known_sources import NamedSource
from clustercalls.cli.fetch.source_kinds import KINDS, SourceDocument
from clustercalls.drafts import ReadColumns
from clustercalls.errors import Problem, Refusal
from clustercalls.fetch.reading import PublicQuestion, Reader
from clustercalls.limits import ETAG_LETTERS
from clustercalls.model import Registry
from clustercalls.sources.offered import VERSION, digest
from clustercalls.sources.seen import TAKEN_OUT
from clustercalls.zones import Moment

READ_ANEW = "ok"  # the outcome after which the marks of an answer are believed
# Of what a catalogue has, the mark behind one that tells how the answer was read: read otherwise, it is asked
# for as if for the first time.
_JOINT = " "


class DocumentReading(NamedTuple):
    """What a document is asked for and read with; `show` is given what a table's headings are read as."""

    path: Path
    registry: Registry | None
    moment: Moment
    force: bool
    show: Callable[[ReadColumns], None]


class ReadAnswer(NamedTuple):
    """Whether all of it was read, what is to be known of the source, whether it may have dropped some.

    `ticks` are tasks of ours that are ticked in it; None where it is the same as it was.
    """

    complete: bool
    about: SourceState
    drops: bool = False
    ticks: Sequence[DoneElsewhere] | None = None


def read_document(
    source: NamedSource,
    reading: DocumentReading,
    take: Callable[[Candidate], None],
    tell: Callable[[Problem], None],
) -> ReadAnswer:
    """Gives what a source offers to `take`, and what cannot be read to `tell`; nothing when it is the same.

    Raises:
        Unusable: when no answer comes.
        Refusal: when it is not what it should be, or a library is missing.
    """
    kind, name = KINDS[source.kind], source.name
    made = digest(VERSION, source.settings, reading.moment.zone)[:12]
    if kind.is_of_its_day:
        made = f"{made}-{reading.moment.today():%Y%m%d}"
    state = SourceState(name, source.kind, source.address)
    known = state if reading.force else _known(reading.path, source)
    reader = Reader(private=source.settings.private, pause=source.settings.pause)
    received = reader.read(PublicQuestion(source.address, "", dict(_marks(known, made))))
    if received.is_same:
        return ReadAnswer(complete=True, about=known, drops=True)
    document = SourceDocument(
        name,
        received.body,
        reading.moment.now,
        reading.moment.zone,
        source.settings,
        of_ours(reading.registry),
        reading.show,
    )
    is_whole, ticks = True, list[DoneElsewhere]()
    for candidate in kind.candidates(document):
        if isinstance(candidate, Candidate):
            take(candidate)
        elif isinstance(candidate, DoneElsewhere):
            ticks.append(candidate)
        elif candidate.code != TAKEN_OUT:  # of a text: the call itself came, as those of feeds and tables do
            is_whole = False
            tell(candidate)
    return ReadAnswer(is_whole, _marked(state, received.headers, made), kind.drops, ticks)


def _known(path: Path, source: NamedSource) -> SourceState:
    """What the catalogue knows of the source, if it was read whole from this address."""
    nothing = SourceState(source.name, source.kind, source.address)
    with suppress(Refusal), to_read(path) as connection:
        state = state_of(connection, source.name)
        same = (state.kind, state.url, state.outcome) == (source.kind, source.address, READ_ANEW)
        return state if same else nothing
    return nothing


def _marks(state: SourceState, made: str) -> Iterator[tuple[str, str]]:
    """The headers that ask for it only if it has changed."""
    for header, text in (("If-None-Match", state.etag), ("If-Modified-Since", state.modified)):
        how, joint, mark = text.partition(_JOINT)
        if joint and how == made:
            yield header, mark


def _marked(state: SourceState, headers: Mapping[str, str], made: str) -> SourceState:
    """The state with the marks of an answer; what is no mark is left out."""
    marks = {}
    for field, header in (("etag", "ETag"), ("modified", "Last-Modified")):
        mark = headers.get(header, "").strip()
        if mark and len(mark) <= ETAG_LETTERS and mark.isascii() and mark.isprintable():
            marks[field] = f"{made}{_JOINT}{mark}"
    return SourceState(state.name, state.kind, state.url, marks.get("etag", ""), marks.get("modified", ""))


def of_ours(registry: Registry | None) -> Callable[[str], bool]:
    """Whether a UID is that of an entry of ours: what we published ourselves is offered by nobody."""
    ids = {each.id for each in registry.entries} if registry else set[str]()

    def is_ours(uid: str) -> bool:
        name = by_uid(uid)
        return name is not None and name.key.partition("/")[0] in ids

    return is_ours
