"""What somebody meant by what was typed: an id, a value that entries have, a word that is known."""

from collections.abc import Iterable, Mapping, Sequence

from clustercalls.errors import ADVICE, Problem, either, problem
from clustercalls.model import Registry, Track
from clustercalls.query.wanted import owners_of

LISTED = 12  # of those that could be meant

Titles = Mapping[str, str]  # by id
NO_TITLES: Titles = {}


def exactly(text: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids that this is, as it is written, else in any case; each once."""
    ids = _each_once(ids)
    wanted = text.casefold()
    return (text,) if text in ids else tuple(each for each in ids if each.casefold() == wanted)


def _each_once(ids: Iterable[str]) -> Mapping[str, object]:
    """As the keys of a mapping; one that is handed in is not gone through again for each text."""
    return ids if isinstance(ids, dict) else dict.fromkeys(ids)


def meant(text: str, ids: Iterable[str], titles: Titles = NO_TITLES) -> tuple[str, ...]:
    """The ids that this is, else those of which it is a part, else those with all its words in their title.

    In any case, and in titles without accents; each once, none for no text.
    """
    ids = _each_once(ids)
    if exact := exactly(text, ids):
        return exact
    wanted = text.casefold()
    parts = tuple(each for each in ids if wanted and wanted in each.casefold())
    return parts or titled(text, titles)


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
    entry, stroke, _ = text.partition("/")
    its = meant(entry, ids) if stroke else ()
    if len(its) == 1:
        return problem("unknown-id", id=text, advice=ADVICE["no stage here"], near=its[0])
    from clustercalls.query.alike import nearest

    near = nearest(text, ids, 3, parts=True)
    if not near:
        return problem("unknown-id", id=text, advice=ADVICE["every id"])
    return problem("unknown-id", None, id=text, advice="Did you mean {nearest}?", **either(near))


def known_values(registry: Registry, field: str) -> tuple[str, ...]:
    """Every value of `programme`, `tag`, `track` or `owner` in the registry, sorted.

    Of `track` also what it can mean, and the words for that.
    """
    if field == "tag":
        found = {tag for entry in registry.entries for tag in entry.tags}
    elif field == "owner":
        found = {owner for entry in registry.entries for owner in owners_of(entry)}
    else:
        found = {getattr(entry, field) for entry in registry.entries}
    if field == "track":
        found |= {*registry.words, *(each.value for each in Track)}
    return tuple(sorted(found - {""}))
