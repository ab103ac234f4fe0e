"""A feed to be imported: each item an entry, what its text says of it asked where it is not sure."""

from collections.abc import Callable

from msgspec.structs import replace

from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.reading import GivenDocument
from clustercalls.drafts import Draft, DraftFact, LeftOver
from clustercalls.errors import Problem
from clustercalls.passages import Passage, ReadDocument
from clustercalls.sources.feeds.read import items
from clustercalls.sources.feeds.reports import ItemReport, moved, reports


def feed_items(
    given: GivenDocument, source: str, tell: Callable[[Problem], None]
) -> tuple[ReadDocument, list[DraftEntry], list[LeftOver]]:
    """Its items as one document, as entries, and what of their texts was not understood.

    Raises:
        Refusal: for what is no feed, and where a library is missing.
    """
    passages: list[Passage] = []
    read: list[ItemReport] = []
    for report in reports(items(given.data, source)):
        if isinstance(report, Problem):
            tell(report)
            continue
        read.append(moved(report, len(passages)))
        passages += report.passages
    document = ReadDocument(tuple(passages), address=given.address)
    drafts = (_with_source(each, source) for each in read)
    entries = [DraftEntry(number, draft, document, given.name) for number, draft in enumerate(drafts, 1)]
    return document, entries, [left for report in read for left in report.left]


def _with_source(read: ItemReport, source: str) -> Draft:
    """The draft of an item, with where it was read."""
    title = read.draft.facts[0]
    about = {name: value for name, value in read.item.about.items() if value}
    fact = DraftFact(
        key="source",
        value={**about, "key": f"{source}:{read.item.key}"},
        quote=title.quote,
        passage=title.passage,
        start=title.start,
        end=title.end,
    )
    return replace(read.draft, facts=(*read.draft.facts, fact))
