"""A text folded for comparing, beside the one it came from, and expressions found in it."""

import re
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from clustercalls.phrase.folding import expressions, fold

K = TypeVar("K", bound=Hashable)

_WORD = re.compile(r"[a-z0-9]+")
# Portuguese days of the week, in which the second word is no fair.
_WEEKDAY = re.compile(r"\b(?:segunda|terca|quarta|quinta|sexta)[- ]feiras?\b")
_GAP = re.compile(r"[\s'\"“”«»*.,&-]{1,3}")
_STEM = 3  # letters by which words with an open end are looked up


class Folded:
    """A text without case and accents; `at` and `span` give the places of its letters in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        letters = [_folded(each) for each in text]
        self.folded = "".join(letters)
        self._starts: list[int] | None = None
        if len(self.folded) != len(text) or any(len(each) != 1 for each in letters):
            starts = []
            for place, each in enumerate(letters):
                starts += [place] * len(each)
            self._starts = starts

    def at(self, place: int) -> int:
        """The place in the text of a place in the folded one."""
        if self._starts is None:
            return place
        return self._starts[place] if place < len(self._starts) else len(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The places in the text of two in the folded one."""
        return self.at(start), (self.at(end - 1) + 1 if end > start else self.at(end))


class Cue(NamedTuple, Generic[K]):
    """An expression where it stands in a folded text, and what it means."""

    start: int
    end: int
    meaning: K


class Cues(Generic[K]):
    """Expressions of several words and what each means; `*` ends a word of which more letters may follow."""

    def __init__(self, rows: Mapping[K, str]) -> None:
        self._whole: dict[str, list[tuple[tuple[str, ...], K]]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], K]]] = {}
        for meaning, row in rows.items():
            for wording in expressions(row):
                words = tuple(re.findall(r"[a-z0-9]+\*?", wording))
                if words:
                    table = self._open if words[0].endswith("*") else self._whole
                    key = words[0][:_STEM] if words[0].endswith("*") else words[0]
                    table.setdefault(key, []).append((words, meaning))
        for table in (self._whole, self._open):
            for rows_of in table.values():
                rows_of.sort(key=lambda each: -sum(map(len, each[0])))

    def found(self, folded: str) -> list[Cue[K]]:
        """Every expression in a folded text, in order; of those that begin alike, the longest."""
        if "feira" in folded:
            folded = _WEEKDAY.sub(lambda day: " " * len(day[0]), folded)
        words = list(_WORD.finditer(folded))
        cues: list[Cue[K]] = []
        past = 0
        for place, word in enumerate(words):
            if word.start() < past:
                continue
            whole, stems = self._whole.get(word[0], ()), self._open.get(word[0][:_STEM], ())
            if not (whole or stems):
                continue
            best = max(
                (
                    (end, meaning)
                    for wording, meaning in (*whole, *stems)
                    if (end := _end(wording, words, place, folded))
                ),
                key=lambda each: each[0],
                default=None,
            )
            if best:
                cues.append(Cue(word.start(), best[0], best[1]))
                past = best[0]
        return cues

    def first(self, folded: str) -> K | None:
        """What the first expression in a folded text means."""
        return next((cue.meaning for cue in self.found(folded)), None)


def _end(wording: tuple[str, ...], words: list[re.Match[str]], place: int, folded: str) -> int:
    """Where an expression ends that begins at a word; 0 when it does not stand there."""
    if place + len(wording) > len(words):
        return 0
    before = None
    for pattern, word in zip(wording, words[place : place + len(wording)], strict=True):
        fits = word[0].startswith(pattern[:-1]) if pattern.endswith("*") else word[0] == pattern
        if not fits or (before and not _GAP.fullmatch(folded, before.end(), word.start())):
            return 0
        before = word
    return before.end() if before else 0


@cache
def _folded(letter: str) -> str:
    """One letter folded; a space for one that folds to nothing or to a blank."""
    gathered = fold(letter)
    return " " if gathered.isspace() else gathered
