"""From a document to the entries that it tells of, and to what of it was not understood."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace as altered

from clustercalls import edtf
from clustercalls.drafts import Draft, DraftFact, Extracted, LeftOver
from clustercalls.enumerations import EntryKind
from clustercalls.extract import reasons
from clustercalls.extract.datelines import in_address, is_dateline
from clustercalls.extract.dates_above import DatesAbove
from clustercalls.extract.doubts import doubted
from clustercalls.extract.facts import (
    condition_facts,
    money_facts,
    programme_fact,
    ref_facts,
    share_facts,
    url_facts,
)
from clustercalls.extract.kinds import is_diary
from clustercalls.extract.no_dates import blocked
from clustercalls.extract.sections import EntrySection, sections
from clustercalls.extract.sentences import sentences
from clustercalls.extract.stages import stage_facts
from clustercalls.extract.titles import title
from clustercalls.extract.told import ToldSentence, told
from clustercalls.extract.years import KnownYears, plain_years
from clustercalls.passages import ReadDocument

_HEADS = 3  # sentences in which the year of a document stands


def extracted(document: ReadDocument, dated: date | None = None) -> Extracted:
    """The entries that a document tells of; `dated` is its own day, where it does not say it."""
    every = list(_told(document))
    lines = _datelines(every)
    known = _known(document, every, lines, dated)
    drafts, used = [], set()
    every = [_marked(piece, lines) for piece in every]
    parts = sections(every)
    calls = {piece.number for part in parts if part.kind is EntryKind.CALL for piece in part.told}
    of_programmes = [piece for piece in every if piece.programmes]
    for section in parts:
        draft = _draft(section, known, of_programmes, calls)
        if draft:
            drafts.append(draft)
            used |= {(piece.passage, piece.quote) for piece in draft.facts}
    days, sums = _said(drafts)
    own = {number for number, _ in lines}
    left = [
        LeftOver(piece.sentence.text.strip(), piece.sentence.passage, piece.sentence.page)
        for piece in every
        if piece.has_something and piece.number not in own
        if _is_left(piece, days, sums, used=(piece.sentence.passage, piece.sentence.text.strip()) in used)
    ]
    return Extracted(tuple(drafts), tuple(left))


def _said(drafts: list[Draft]) -> tuple[set[str], set[float]]:
    """The dates and the amounts that are facts; of a date also without its year, as a sentence may say it."""
    facts = [fact for draft in drafts for fact in draft.facts]
    every = [value for fact in facts for value in _values(fact)]
    days = {end for value in every if isinstance(value, str) for end in value.split("/")}
    days |= {f"XXXX{day[4:]}" for day in days}
    return days, {float(value) for value in every if isinstance(value, int | float)}


def _is_left(piece: ToldSentence, days: set[str], sums: set[float], *, used: bool) -> bool:
    """Whether a sentence has a date that is no fact; or an amount or a deadline word, all unused."""
    own = {end for role in piece.dates for end in (role.span.first, role.span.last)}
    if not {part for end in own for part in end.split("/")} <= days:
        return True
    amounts = {float(role.span.amount) for role in piece.money}
    return not used and not (own or (amounts and amounts <= sums))


def _values(fact: DraftFact) -> list[object]:
    return list(fact.value.values()) if isinstance(fact.value, dict) else [fact.value]


def _told(document: ReadDocument) -> Iterator[ToldSentence]:
    """What each sentence says, with what the label or column above it says of its dates."""
    above = DatesAbove()
    for number, sentence in enumerate(sentences(document)):
        column = above.column_of(sentence)
        one = told(
            number,
            sentence,
            above.role_of(sentence),
            above=column.folded.folded if column else "",
            stage=above.stage_of(sentence),
        )
        above.read(one)
        yield one


def _datelines(every: list[ToldSentence]) -> dict[tuple[int, int], date | None]:
    """The dates that are of the document itself, by sentence and place in it."""
    last = every[-1].sentence.passage if every else 0
    gathered: dict[tuple[int, int], date | None] = {}
    before: ToldSentence | None = None
    for piece in every:
        is_below = before is not None and before.is_heading
        labelled = bool(is_below and before and (before.is_label or is_diary(before.sentence.folded.folded)))
        for number, role in enumerate(piece.dates):
            if is_dateline(piece.sentence, role, last, labelled=labelled):
                text = role.span.last
                gathered[piece.number, number] = None if role.span.is_yearless else edtf.parse(text).earliest
        before = piece
    return gathered


def _marked(piece: ToldSentence, lines: dict[tuple[int, int], date | None]) -> ToldSentence:
    """A sentence whose dates tell which of them are of the document itself."""
    return altered(
        piece,
        dates=tuple(
            altered(role, of_document=True) if (piece.number, number) in lines else role
            for number, role in enumerate(piece.dates)
        ),
    )


def _known(
    document: ReadDocument,
    every: list[ToldSentence],
    lines: dict[tuple[int, int], date | None],
    dated: date | None,
) -> KnownYears:
    own = (
        dated
        or document.dated
        or in_address(document.address)
        or next((day for day in lines.values() if day), None)
    )
    beside = [
        (role.span.is_day, (piece.number, role.kind, day))
        for piece in every
        for number, role in enumerate(piece.dates)
        if (piece.number, number) not in lines and not role.span.is_yearless and "-" in role.span.last
        if (day := edtf.parse(role.span.last).earliest)
    ]
    neighbours = tuple(other for is_day, other in beside if is_day)
    vague = tuple(other for is_day, other in beside if not is_day)
    texts = [piece.sentence.folded for piece in every]
    dates = [
        [*blocked(piece.sentence.folded.folded), *((role.span.start, role.span.end) for role in piece.dates)]
        for piece in every
    ]
    years = plain_years(texts, dates)
    spans_of_all = [role.span for piece in every for role in piece.dates if not role.span.is_yearless]
    years.update(int(span.last[:4]) for span in spans_of_all if not span.is_day)
    heads = [at for at, piece in enumerate(every[:_HEADS]) if piece.is_heading or not piece.sentence.passage]
    headed = plain_years([texts[at] for at in heads], [dates[at] for at in heads])
    return KnownYears(own, neighbours, years, next(iter(headed), 0), vague)


def _draft(
    section: EntrySection,
    known: KnownYears,
    of_programmes: list[ToldSentence],
    of_calls: set[int],
) -> Draft | None:
    if section.kind is None or _is_of_paper(section):
        return None
    facts: list[DraftFact | None] = [
        title(section),
        *ref_facts(section),
        programme_fact(section, of_programmes, of_calls),
    ]
    facts += stage_facts(section, known)
    if section.kind is not EntryKind.RESOURCE:
        facts += [*money_facts(section), *share_facts(section)]
    facts += [*condition_facts(section), *url_facts(section)]
    sentences_of_it = (piece.sentence.text for piece in section.told)
    gathered = doubted([piece for piece in facts if piece], sentences_of_it, mixed=section.mixed)
    if section.kind is EntryKind.EVENT and not any(piece.key == "stage" for piece in gathered):
        gathered = [_undated(piece) for piece in gathered]
    return Draft(section.kind, tuple(gathered)) if any(piece.key == "title" for piece in gathered) else None


def _is_of_paper(section: EntrySection) -> bool:
    """Whether a section is on an event of the document's own day: the meeting whose minutes these are."""
    roles = [role for piece in section.told for role in piece.dates]
    return section.kind is EntryKind.EVENT and bool(roles) and all(role.of_document for role in roles)


def _undated(piece: DraftFact) -> DraftFact:
    """Of an event without a date, the title as one that a person has to look at."""
    return (
        altered(piece, sure=False, reason=reasons.NO_DATE) if piece.key == "title" and piece.sure else piece
    )
