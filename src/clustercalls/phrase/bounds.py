"""What is typed round an amount: how far it goes, of what it is, and whether its field says just that.

"up to" is what `grants.max` says itself, as "by" is of a deadline: there it is set aside. Elsewhere it is
more than an amount, and the field is named that has room for it.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from clustercalls.phrase.bound_words import BEFORE, BEHIND, POT, Kind, Of
from clustercalls.phrase.folding import fold


class Aside(NamedTuple):
    """An amount and what stood round it: `said` is all that it was said to be, None for "about" and "over".

    It is `foreign` when a word round it was not English.
    """

    text: str
    said: frozenset[Of | None]
    foreign: bool

    def fits(self, of: Of) -> bool:
        """Whether the field says all of that itself."""
        return self.said <= ({of, Of.EACH} if of in {Of.LEAST, Of.MOST} else {of})

    def belongs(self) -> Of | None:
        """The field that says it; None when it is none or could be two."""
        of_all = Of.TOTAL in self.said and len(self.said) > 1
        if None in self.said or of_all or {Of.LEAST, Of.MOST} <= self.said:
            return None
        kinds = (Of.LEAST, Of.MOST, Of.EACH, Of.TOTAL)
        return next((each for each in kinds if each in self.said), None)


_FAR = frozenset({Of.LEAST, Of.MOST, None})  # what says how far an amount or a rate goes
_ARTICLE = r"(?:(?:the|il|lo|la|le|der|die|das|el|o) |l')?"
_IS = "of|di|de|von|para a|pari a|is|e di|e|ist|betragt|est de|est|es de|es|wynosi|w wysokosci"
_LINK = rf"(?: ?[:=] ?|\.? (?:{_IS}) |\.? |\.?(?=[^a-z$]))"


def aside(text: str) -> Aside:
    """An amount without what is typed round it, in the letters it was typed in."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    kinds: set[Of | None] = set()
    foreign = is_pot = False
    while cut := _cut(_leading(), text) or _cut(_trailing(), text):
        text = cut.text
        is_pot = is_pot or cut.kind == POT
        kinds |= set() if isinstance(cut.kind, str) else {cut.kind}
        foreign = foreign or cut.foreign
    if is_pot and Of.EACH not in kinds:
        kinds.add(Of.TOTAL)
    return Aside(text, frozenset(kinds), foreign)


def without_lead(text: str) -> str:
    """A text without the words before it that say how far it goes; as it is where none do."""
    rows = tuple(row for row in _leading() if row.kind in _FAR)
    while cut := _cut(rows, text):
        text = cut.text
    return text


def without_tail(text: str) -> str:
    """A text without the words behind it that say how far it goes; as it is where none do."""
    rows = tuple(row for row in _trailing() if row.kind in _FAR)
    while cut := _cut(rows, text):
        text = cut.text
    return text


def behind_words(text: str) -> str | None:
    """What stands behind the words that a text begins with and that say how far it goes; None without any."""
    match = _far_behind().match(_flat(text))
    return text[match.end() :] if match else None


class _Row(NamedTuple):
    """Words of one kind at an end of a text, the English ones or the others."""

    kind: Kind
    foreign: bool
    words: re.Pattern[str]


class _Cut(NamedTuple):
    """The rest of a text, and what was said at its end."""

    text: str
    kind: Kind
    foreign: bool


def _cut(rows: tuple[_Row, ...], text: str) -> _Cut | None:
    """A text without the longest words of a row that stand at its end; None when none do."""
    flat = _flat(text)
    cuts = [
        _Cut((text[: match.start()] + text[match.end() :]).strip(), row.kind, row.foreign)
        for row in rows
        if (match := row.words.search(flat)) and match[0] != flat
    ]
    return min(cuts, key=lambda cut: (len(cut.text), cut.foreign), default=None)


def _flat(text: str) -> str:
    """The text folded letter by letter, so that places stay what they are."""
    return text.lower() if text.isascii() else "".join(fold(letter)[:1] or letter for letter in text)


@cache
def _leading() -> tuple[_Row, ...]:
    return tuple(
        _Row(kind, bool(language), re.compile(rf"^\(?{_ARTICLE}(?:{_longest_first(words)}){_LINK}"))
        for kind, both in BEFORE.items()
        for language, words in enumerate(both)
    )


@cache
def _trailing() -> tuple[_Row, ...]:
    return tuple(
        _Row(kind, bool(language), re.compile(rf"(?: ?[,(] ?| (?=[^ ])|(?=/))(?:{words})\.?\)?$"))
        for kind, both in BEHIND.items()
        for language, words in enumerate(both)
    )


@cache
def _far_behind() -> re.Pattern[str]:
    """Words as behind an amount, where they stand first."""
    words = "|".join(each for kind, both in BEHIND.items() if kind in _FAR for each in both)
    return re.compile(rf"\W*(?:{words})(?!\w)\W*")


def _longest_first(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split("|")), key=len, reverse=True)).replace(r"\ ", " ")
