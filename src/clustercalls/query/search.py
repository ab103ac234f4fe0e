"""How well entries match a text: every word, accents and case folded, by the place it occurs in."""

from collections.abc import Callable, Iterator
from operator import attrgetter

from clustercalls.model import Entry

INNER = 1  # what a word counts that is found in an inner table; in a field, what the table of fields says


def scoring(text: str) -> Callable[[Entry], int]:
    """How well entries match a text: every word must occur, and counts by the best place it occurs in.

    0 when a word is missing; without a text all match alike.
    """
    if not text.strip():
        return lambda _: 1
    from clustercalls.entry_fields import FIELDS
    from clustercalls.phrase.folding import fold

    words = fold(text).split()
    weights = {each.key: each.weight for each in FIELDS if each.weight}
    values = attrgetter(*weights)

    def score(entry: Entry) -> int:
        held = zip(weights.values(), values(entry), strict=True)
        places = [
            (weight, fold(each if isinstance(each, str) else " ".join(each))) for weight, each in held if each
        ]
        places.append((INNER, fold(" ".join(_inner(entry)))))
        best = [max((weight for weight, text in places if word in text), default=0) for word in words]
        return sum(best) if all(best) else 0

    return score


def _inner(entry: Entry) -> Iterator[str]:
    """The texts of its inner tables that somebody may look for."""
    yield entry.source.quote if entry.source else ""
    yield from (each.whom for each in entry.funding)
    yield from (text for each in entry.links for text in (each.title, each.url))
    yield from (text for each in entry.stages for text in (each.id, each.title, each.note))
    if entry.contact:
        yield from (entry.contact.name, entry.contact.address, entry.contact.email, *entry.contact.phones)
