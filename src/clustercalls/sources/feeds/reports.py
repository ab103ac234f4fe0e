"""What the items of a feed tell: each is one entry, its text read as that of a report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace

from clustercalls.candidate import Candidate
from clustercalls.drafts import Draft, DraftFact, Extracted, LeftOver, merged
from clustercalls.enumerations import EntryKind
from clustercalls.errors import InputRefused, Problem
from clustercalls.extract import extracted
from clustercalls.limits import FEED_LETTERS, ITEM_LETTERS
from clustercalls.passages import Passage, PassageKind, ReadDocument
from clustercalls.sources.documents.html_page import read_html
from clustercalls.sources.documents.plain_text import read_text
from clustercalls.sources.feeds.read import FeedItem, items
from clustercalls.sources.html_text import LOOKED_AT
from clustercalls.sources.offered import AFTER_YEARS, FIRST_YEAR, offered

_PUBLISHED = "published"
_YEAR = re.compile(r"\d{4}", re.ASCII)
_OWN = frozenset({"title", "url", "source"})  # of which the item itself is the better witness
_LAST = (EntryKind.CALL, EntryKind.EVENT, EntryKind.POLICY)  # what an item may be, the likeliest first


class ItemReport(NamedTuple):
    """An item as an entry: its facts, each at its place in the passages, and what was not understood."""

    item: FeedItem
    draft: Draft
    passages: tuple[Passage, ...]
    left: tuple[LeftOver, ...] = ()


def candidates(data: bytes, source: str) -> Iterator[Candidate | Problem]:
    """Every item as a candidate, with what is sure of its text.

    Raises:
        InputRefused: for what is no feed, or is refused before it is parsed.
        WorldFailed: when the library is missing.
    """
    for each in reports(items(data, source)):
        yield each if isinstance(each, Problem) else _offered(each, source)


def reports(every: Iterable[FeedItem | Problem]) -> Iterator[ItemReport | Problem]:
    """The items read, in their order: the texts of the later ones of a very long feed are not."""
    letters = FEED_LETTERS
    for item in every:
        if isinstance(item, Problem):
            yield item
            continue
        read = _read(item, min(letters, ITEM_LETTERS))
        letters -= sum(len(each.text) for each in read.passages)
        yield read


def _read(item: FeedItem, letters: int) -> ItemReport:
    heading = Passage(item.title, PassageKind.HEADING, level=1)
    passages = (heading, *_shortened(_passages(item.html), letters))
    document = ReadDocument(passages, item.title, item.day, item.url)
    made = extracted(document, item.day) if letters > 0 else Extracted(())
    drafts = sorted((each for each in made.drafts if each.kind in _LAST), key=_likeliness)
    kind = drafts[0].kind if drafts else EntryKind.CALL
    told = [each for each in drafts[0].facts if not _is_of_the_item(each, item)] if drafts else []
    others = (fact for draft in made.drafts for fact in draft.facts if fact.key == "stage")
    quotes = {each.quote for each in told}
    beside = {fact.quote: fact for fact in others if fact.quote not in quotes}
    left = (LeftOver(quote, fact.passage) for quote, fact in beside.items())
    return ItemReport(item, Draft(kind, (*_own(item), *told)), passages, (*left, *made.left))


def _passages(html: str) -> tuple[Passage, ...]:
    """The pieces of a text as it was written; none where they are too many."""
    text = html[:LOOKED_AT].encode("utf-8", "replace")
    try:
        return (read_html if "<" in html else read_text)(text, "utf-8").passages
    except InputRefused:
        return ()


def _shortened(passages: Iterable[Passage], letters: int) -> Iterator[Passage]:
    """As many whole pieces as have no more letters than these."""
    for passage in passages:
        letters -= len(passage.text)
        if letters < 0:
            return
        yield passage


def _likeliness(draft: Draft) -> tuple[int, int]:
    """Sorts a call first, and of several that with the most dates."""
    return _LAST.index(draft.kind), -sum(each.key == "stage" for each in draft.facts)


def _is_of_the_item(fact: DraftFact, item: FeedItem) -> bool:
    """Whether the item says itself what this fact does."""
    if fact.key == "stage":
        return fact.value["kind"] == _PUBLISHED and item.day is not None
    return fact.key in _OWN and (fact.key != "url" or bool(item.url))


def _own(item: FeedItem) -> Iterator[DraftFact]:
    """What the item says beside its text: all of it is sure."""

    def fact(key: str, value: object) -> DraftFact:
        return DraftFact(key=key, value=value, quote=item.title, passage=0, start=0, end=len(item.title))

    yield fact("title", item.title)
    if item.url:
        yield fact("url", item.url)
    if item.day:
        yield fact("stage", {"id": _PUBLISHED, "kind": _PUBLISHED, "when": item.day.isoformat()})


def _offered(read: ItemReport, source: str) -> Candidate:
    item = read.item
    sure = [each for each in read.draft.facts if each.sure]
    stages = [_stage(each.value) for each in sure if each.key == "stage" and _is_in_time(each.value)]
    facts = {"kind": read.draft.kind.value, "summary": item.text, **merged(sure), "stage": stages}
    return offered(source, item.key, item.title, facts, item.text, item.words, item.about)


def _is_in_time(told: Mapping[str, Any]) -> bool:
    """Whether a stage falls into years in which calls are."""
    years = _YEAR.findall(" ".join(str(told.get(name) or "") for name in ("when", "until")))
    return all(FIRST_YEAR <= int(year) < AFTER_YEARS for year in years)


def _stage(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "")}


def moved(read: ItemReport, by: int) -> ItemReport:
    """The same, in a document in which so many passages stand before it."""
    facts = tuple(replace(each, passage=each.passage + by) for each in read.draft.facts)
    left = tuple(replace(each, passage=each.passage + by) for each in read.left)
    return read._replace(draft=replace(read.draft, facts=facts), left=left)
