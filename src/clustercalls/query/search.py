"""How well entries match a text: every word, accents and case folded, by the place it occurs in."""

from collections.abc import Callable

from clustercalls.model import Entry


def scoring(text: str) -> Callable[[Entry], int]:
    """How well entries match a text: every word must occur, and counts by the best place it occurs in.

    0 when a word is missing; without a text all match alike.
    """
    if not text.strip():
        return lambda _: 1
    from clustercalls.phrase.vocabulary import fold

    words = fold(text).split()

    def score(entry: Entry) -> int:
        places = [(weight, fold(" ".join(texts))) for weight, texts in _places(entry)]
        best = [max((weight for weight, text in places if word in text), default=0) for word in words]
        return sum(best) if all(best) else 0

    return score


def _places(entry: Entry) -> tuple[tuple[int, tuple[str, ...]], ...]:
    source = entry.source
    return (
        (8, (entry.id, entry.title)),
        (4, (entry.programme, *entry.tags)),
        (2, (entry.summary, entry.about, entry.place, *entry.eligibility)),
        (
            1,
            (
                entry.note,
                entry.url,
                source.quote if source else "",
                *(funding.whom for funding in entry.funding),
                *(text for link in entry.links for text in (link.title, link.url)),
                *(text for stage in entry.stages for text in (stage.id, stage.title, stage.note)),
                *(entry.contact.phones if entry.contact else ()),
                *((entry.contact.name, entry.contact.address, entry.contact.email) if entry.contact else ()),
            ),
        ),
    )
