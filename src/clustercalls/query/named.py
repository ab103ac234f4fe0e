"""What somebody meant by what was typed: an id, a value that entries have, a word that is known."""

from collections.abc import Iterable, Mapping, Sequence

from clustercalls.errors import ADVICE, Problem, either, problem
from clustercalls.model import Registry

LISTED = 12  # of those that could be meant

Titles = Mapping[str, str]  # by id
NO_TITLES: Titles = {}


def exactly(text: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids that this is, as it is written, else in any case; each once."""
    ids = tuple(dict.fromkeys(ids))
    wanted = text.casefold()
    return (text,) if text in ids else tuple(each for each in ids if each.casefold() == wanted)


def meant(text: str, ids: Iterable[str], titles: Titles = NO_TITLES) -> tuple[str, ...]:
    """The ids that this is, else those of which it is a part, else those with all its words in their title.

    In any case, and in titles without accents; each once, none for no text.
    """
    ids = tuple(dict.fromkeys(ids))
    wanted = text.casefold()
    parts = tuple(each for each in ids if wanted and wanted in each.casefold())
    return exactly(text, ids) or parts or titled(text, titles)


def titled(text: str, titles: Titles) -> tuple[str, ...]:
    """The ids of those whose title has all these words, a part of one being enough; none for no word."""
    if not titles or not text.strip():
        return ()
    from clustercalls.phrase.folding import fold

    words = fold(text).split()
    folded = ((id_, fold(title)) for id_, title in titles.items())
    return tuple(id_ for id_, title in folded if words and all(word in title for word in words))


def unclear(text: str, matches: Sequence[str], ids: Iterable[str], titles: Titles = NO_TITLES) -> Problem:
    """What is wrong with a text by which none of the ids is meant, or several, its `matches`."""
    more = ", …" if len(matches) > LISTED else ""
    if matches and text.casefold() not in matches[0].casefold():
        told = [f"{each} ({titles.get(each, '')})" for each in matches[:LISTED]]
        return problem("ambiguous-words", words=text, matches=", ".join(told) + more)
    if matches:
        return problem("ambiguous-id", id=text, matches=", ".join(matches[:LISTED]) + more)
    from clustercalls.query.alike import nearest

    near = nearest(text, ids, 3, parts=True)
    if not near:
        return problem("unknown-id", id=text, advice=ADVICE["every id"])
    return problem("unknown-id", None, id=text, advice="Did you mean {nearest}?", **either(near))


def known_values(registry: Registry, field: str) -> tuple[str, ...]:
    """Every value of `programme`, `tag`, `track` or `owner` in the registry, sorted."""
    if field == "tag":
        found = {tag for entry in registry.entries for tag in entry.tags}
    else:
        found = {getattr(entry, field) for entry in registry.entries}
    return tuple(sorted(found - {""}))
