"""What an office's own words for `track` mean: the table `[track]` of a registry, and the words without one.

A word counts in any case. What a file says holds for its own entries first, then for those of all other files
that are read with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from clustercalls.errors import Place, Problem
from clustercalls.model import Entry, Track
from clustercalls.registry.layout import Layout
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Finding, shown

Words = Mapping[str, Track]  # in small letters
Places = Mapping[str, tuple[str, Layout, str, int]]  # file, layout, kind and number, by id

KEY = "track"
TRACKS: dict[str, Track] = {each.value: each for each in Track}
NONE: Words = {}


def meaning_of(word: str, words: Words = NONE) -> Track:
    """What we do with an entry whose `track` is this."""
    word = plain(word)
    return TRACKS.get(word) or words.get(word, Track.WATCH) if word else Track.WATCH


def stated(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
) -> Words:
    """The words of the table `[track]` of a file; one that can mean nothing is told, and is `watch`."""
    words: dict[str, Track] = {}
    if not isinstance(raw, dict):
        return words
    for word, value in raw.items():
        meaning = TRACKS.get(plain(value)) if isinstance(value, str) else None
        own = TRACKS.get(plain(word))
        if not plain(word):
            problems.append(text.top(_bad(word, word)))
        elif meaning is None:
            problems.append(text.top(_bad(word, value)))
            words[plain(word)] = Track.WATCH
        elif words.get(plain(word), meaning) is not meaning:
            problems.append(text.top(_twice(word, value)))
        elif own is not None and own is not meaning:
            problems.append(text.top(Finding("track-is-ours", (KEY, word), {"value": shown(word)})))
        else:
            words[plain(word)] = meaning
    return words


def undecided(words: Iterable[str]) -> Words:
    """Words of which two sides say what they mean, each in its way: they are known, and `watch`."""
    return dict.fromkeys(map(plain, words), Track.WATCH)


def together(entries: Iterable[Entry], by_file: Mapping[str, Words]) -> Iterator[Entry]:
    """The entries of several files, each by the words of its own file, then of the others in its folder."""
    folders: dict[Path, dict[str, Words]] = {}
    for file, words in by_file.items():
        folders.setdefault(Path(file).parent, {})[file] = words
    by_folder = {folder: all_of(files) for folder, files in folders.items()}
    for entry in entries:
        its = by_file.get(entry.file, NONE)
        of_folder = by_folder.get(Path(entry.file).parent, NONE)
        meaning = meaning_of(entry.track, {**of_folder, **its}) if entry.track else entry.meaning
        yield entry if meaning is entry.meaning else replace(entry, meaning=meaning)


def all_of(by_file: Mapping[str, Words]) -> dict[str, Track]:
    """The words of all files; of one that two files say, what the first says."""
    every: dict[str, Track] = {}
    for words in by_file.values():
        every = {**words, **every}
    return every


def without_meaning(
    problems: list[Problem], entries: Iterable[Entry], words: Words, places: Places, files: Iterable[Path]
) -> list[Problem]:
    """The problems, and a warning for each word that means nothing, where it stands first, in their order."""
    told = list(_unknown(entries, words, places))
    if not told:
        return problems
    order = {str(file): number for number, file in enumerate(files)}
    return sorted([*problems, *told], key=lambda each: (order.get(each.place.file, -1), each.place.line))


def _unknown(entries: Iterable[Entry], words: Words, places: Places) -> Iterator[Problem]:
    known = {"", *TRACKS, *words}
    for entry in entries:
        word = plain(entry.track)
        if word not in known:
            known.add(word)
            file, layout, kind, index = places[entry.id]
            yield no_meaning(entry.track, Place(file, layout.line_of(kind, index, (KEY,)), entry.id))


def no_meaning(word: str, place: Place) -> Problem:
    """The warning of a word that means nothing, of the entry at this place."""
    return Finding("unknown-track", (KEY,), {"value": shown(word), **_advice(plain(word))}).at(place)


def _bad(word: str, value: object) -> Finding:
    from clustercalls.registry.suggest import one_of

    advice = one_of(plain(value) if isinstance(value, str) else "", tuple(TRACKS))
    return Finding("bad-track", (KEY, word), {"value": shown(value), **advice})


def _twice(word: str, value: str) -> Finding:
    return Finding("track-word-twice", (KEY, word), {"value": shown(value), "word": shown(word)})


def _advice(word: str) -> dict[str, str]:
    from clustercalls.registry.suggest import near_one

    near = near_one(word, tuple(TRACKS))
    if near:
        return {
            "advice": 'Did you mean {near}? Else say what it means, below `[track]`: "{value}" = "watch"',
            "near": near,
        }
    return {"advice": 'Say what it means, below `[track]`: "{value}" = "watch"'}


def plain(word: str) -> str:
    """The word as it is compared: in any case, however its accents are written, without blanks around it."""
    if not word.isascii():
        from unicodedata import normalize

        word = normalize("NFC", word)
    return word.strip().casefold()
