"""What `track` can be set to in the files in use, and what is said of a word that was set."""

from collections.abc import Iterable, Iterator

from clustercalls.editing.document import Document, Table
from clustercalls.errors import Place, Problem
from clustercalls.model import Track
from clustercalls.registry.track_words import KEY, TRACKS, meaning_of, no_meaning, plain

Known = dict[str, tuple[str, Track]]  # by small letters: as it is written, and what it means


def stated_in(documents: Iterable[Document]) -> Known:
    """The words of `[track]` of these files; of one that two files say, what the first says."""
    words: Known = {}
    for document in documents:
        table = document.raw.get(KEY)
        for word, value in table.items() if isinstance(table, dict) else ():
            meaning = meaning_of(value) if isinstance(value, str) else Track.WATCH
            if plain(word):
                words.setdefault(plain(word), (word, TRACKS.get(plain(word), meaning)))
    return words


def known_in(documents: Iterable[Document]) -> Known:
    """The six, the words of `[track]`, and those that entries of these files have."""
    documents = tuple(documents)
    words = stated_in(documents) | {word: (word, meaning) for word, meaning in TRACKS.items()}
    for document in documents:
        for address in document.addresses():
            word = document.table(address).get(KEY)
            if isinstance(word, str) and plain(word):
                words.setdefault(plain(word), (word, Track.WATCH))
    return words


def meaning_in(documents: Iterable[Document], word: str) -> Track:
    """What a word means for an entry of the first of these files."""
    return meaning_of(word, {each: meaning for each, (_, meaning) in stated_in(documents).items()})


def without_meaning(documents: Iterable[Document], before: Table | None, after: Table) -> Iterator[Problem]:
    """What `check` says of the word that an entry of these files was given, if it means nothing."""
    word = after.get(KEY)
    if not isinstance(word, str) or word == (before or {}).get(KEY) or plain(word) in {"", *TRACKS}:
        return
    if plain(word) not in stated_in(documents):
        yield no_meaning(word, Place("", 0, str(after.get("id", ""))))
