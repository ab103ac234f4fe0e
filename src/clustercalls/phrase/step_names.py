"""Where in a procedure of several steps a deadline stands by its name, and of which of several it is.

`round 1 outline` is an outline, of round 1; the words are those of `step_words`.
"""

import re
from functools import cache

from msgspec import Struct

from clustercalls.phrase import step_words as known
from clustercalls.phrase.folding import expressions, fold
from clustercalls.phrase.months import MONTHS, PERIODS, POLISH_MONTHS

_STEP, _DOCUMENT, _PROJECT, _LEVEL, _BESIDE, _BY_THE_WAY, _WHEN, _ABOUT, _REST = range(9)
# "antragsphase", "skizzenphase": the step behind what it is of; "stage1".
_COMPOUND = re.compile(r"([a-z]{4,}?)s?(phase|stufe|schritt|frist|verfahren)")
_GLUED = re.compile(rf"({known.STEPS.replace(' ', '|')})(\d.*)")
_NUMBER = re.compile(r"(\d{1,2})([a-z]{0,3})")
SHORT = 3  # letters: what is no longer has no plural in "s"
_YEAR = re.compile(r"(?:19|20)\d\d")

Word = tuple[str, int, int]  # the words of an expression, what sort it is, of which level


class StepName(Struct, frozen=True):
    """What a name says: the number of a step and the level of a document, 0 where it does not say.

    `plain`: the document is what any deadline is for, "proposal". `group` are the words that part procedures,
    which they do for sure where `apart`; `when` those that only date it.
    """

    number: int = 0
    level: int = 0
    plain: bool = False
    group: frozenset[str] = frozenset()
    apart: bool = False
    when: frozenset[str] = frozenset()


@cache
def read(name: str) -> StepName:
    """What the name of a deadline, or its id, says of its place."""
    words = _meant(_words(name))
    if any(sort == _ABOUT for _text, sort, _level in words):
        return StepName()
    number, letter, words = _numbered(words)
    held = [_holds(words, at) for at in range(len(words))]
    levels = [word[2] for word, holds in zip(words, held, strict=True) if holds]
    plain = not levels and any(sort in {_DOCUMENT, _PROJECT} for _text, sort, _level in words)
    rest = [
        _normal(text)
        for (text, sort, _level), holds in zip(words, held, strict=True)
        if sort == _REST or (sort == _BESIDE and not holds)
    ]
    group = _joined([*rest, *letter]) - {str(number)}  # "first deadline, step 1"
    apart = any(word in known.APART or word.isdecimal() for each in group for word in each.split())
    when = frozenset(text for text, sort, _level in words if sort == _WHEN)
    return StepName(number, known.FULL if plain else _level_of(levels), plain, group, apart, when)


def place_in_turn(name: str) -> tuple[frozenset[str], int] | None:
    """The words of a name and its number among those that differ by it alone: `cut-off 2`, `third round`.

    None where it has not one number, or is of what has no order in time: topics, lots.
    """
    words = [word for word in _words(name) if word not in known.SUFFIXES]
    numbers = [number for word in words if (number := number_of(word))]
    rest = [word for word in words if not number_of(word)]
    text = f" {' '.join(rest)} "
    if len(numbers) != 1 or not any(f" {each} " in text for each in known.IN_TURN):
        return None
    return frozenset(rest), numbers[0]


def _words(name: str) -> list[str]:
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", fold(name)):
        parts = _COMPOUND.fullmatch(word) or _GLUED.fullmatch(word)
        words += parts.groups() if parts else (word,)
    ends = [at for at, word in enumerate(words) if at and word in known.AFTER]
    return words[: ends[0]] if ends else words


def _meant(words: list[str]) -> list[Word]:
    """The expressions of a name, longest first."""
    table, longest = _table()
    meant: list[Word] = []
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((each for each in sizes if " ".join(words[at : at + each]) in table), 1)
        text = " ".join(words[at : at + size])
        meant.append((text, *(table.get(text) or _unlisted(text, words[at + 1 : at + 2]))))
        at += size
    return meant


@cache
def _table() -> tuple[dict[str, tuple[int, int]], int]:
    """What each expression is, and how many words the longest has."""
    rows = [(row, (_WHEN, 0)) for row in (*MONTHS.values(), *POLISH_MONTHS.values(), *PERIODS.values())]
    rows += [(known.BY_THE_WAY, (_BY_THE_WAY, 0)), (known.DOCUMENTS, (_DOCUMENT, 0))]
    rows += [(known.PROJECTS, (_PROJECT, 0))]
    rows += [(row, (_BESIDE, level)) for level, row in known.BESIDE.items()]
    rows += [(row, (_LEVEL, level)) for level, row in known.LEVELS.items()]
    rows += [(" ".join(f"pre{each} pre_{each}" for each in known.GLUED), (_LEVEL, known.OUTLINE))]
    rows += [(known.STEPS, (_STEP, 0)), (known.ABOUT, (_ABOUT, 0))]
    table = {name: meant for row, meant in rows for name in expressions(row)}
    return table, max(name.count(" ") for name in table) + 1


def _unlisted(word: str, following: list[str]) -> tuple[int, int]:
    """A year, a compound of what is handed in, an article before a vowel, or any other word."""
    if _YEAR.fullmatch(word):
        return _WHEN, 0
    if word in {"d", "l"} and following and following[0][0] in "aeiouh":
        return _BY_THE_WAY, 0
    if word.endswith(known.SKETCHES):
        return _LEVEL, known.OUTLINE
    if not word.endswith(known.REQUESTS + known.CONCEPTS):
        return _REST, 0
    begun = next((level for start, level in known.BEGINNINGS.items() if word.startswith(start)), 0)
    level = begun or (known.CONCEPT if word.endswith(known.CONCEPTS) else 0)
    return (_LEVEL, level) if level else (_DOCUMENT, 0)


def _numbered(words: list[Word]) -> tuple[int, str, list[Word]]:
    """The number of a step, the letter behind it, and the words but for these; a lone ordinal is a number."""
    for at, (_text, sort, _level) in enumerate(words):
        number, letter, used = _beside(words, at) if sort == _STEP else (0, "", set[int]())
        if number:
            return number, letter, [each for place, each in enumerate(words) if place not in used]
    alone = words[0][0] if len(words) == 1 else ""
    if alone in known.ORDINALS and alone not in known.COUNTING:
        return known.ORDINALS[alone], "", []
    return 0, "", words


def _beside(words: list[Word], at: int) -> tuple[int, str, set[int]]:
    """The number of the step at this place, with its letter, and the places of all that is its name.

    Behind it as in "step 2", "stage no. 2", "phase two", "step 2a", or before it as `_before`.
    """
    behind = at + 2 if [word[0] for word in words[at + 1 : at + 2]] in (["no"], ["nr"], ["n"]) else at + 1
    if behind < len(words):
        digits = _NUMBER.fullmatch(words[behind][0])
        if digits and len(digits[2]) == 1:
            return int(digits[1]), digits[2], {at, behind}
        if number := number_of(words[behind][0]):
            return number, "", {at, *range(at, behind + 1)}
    number, used = _before(words, at)
    return number, "", {at, *used}


def _before(words: list[Word], at: int) -> tuple[int, set[int]]:
    """The number before a step: "first", "1st", "1.", "1.ª"; also of a "first submission stage"."""
    place = at - 2 if at > 1 and words[at - 1][1] in {_DOCUMENT, _BY_THE_WAY} else at - 1
    text = words[place][0] if place >= 0 else ""
    if text in known.SUFFIXES and place and words[place - 1][0].isdecimal():
        return number_of(words[place - 1][0]), {place, place - 1}
    return (0, set()) if text in known.COUNTED else (number_of(text), {place})


def number_of(text: str) -> int:
    """The number that a word is, by digits, orders or counts; 0 for any other word."""
    digits = _NUMBER.fullmatch(text)
    if digits and (not digits[2] or digits[2] in known.SUFFIXES):
        return int(digits[1])
    return known.ORDINALS.get(text, 0)


def _holds(words: list[Word], at: int) -> bool:
    """Whether a word tells a level: by itself, or "final" beside what it can be said of, or alone."""
    text, sort, level = words[at]
    if sort != _BESIDE or len(words) == 1:
        return sort == _LEVEL or (sort == _BESIDE and level != known.FULL)
    of = {_DOCUMENT, _STEP, _LEVEL} if text in known.LENGTHS else {_DOCUMENT, _PROJECT, _STEP, _LEVEL}
    for way in (-1, 1):
        place = at + way
        while 0 <= place < len(words) and words[place][1] in {_BY_THE_WAY, _BESIDE}:
            place += way
        if 0 <= place < len(words) and words[place][1] in of:
            return True
    return False


def _level_of(levels: list[int]) -> int:
    """That of the noun: a "full outline" is an outline, a "final full proposal" the final one."""
    early = [level for level in levels if level <= known.OUTLINE]
    return min(early) if early else max(levels, default=0)


def _normal(text: str) -> str:
    """A word that parts procedures: that of the "first round" is "1", and "SMEs" are of "SME"."""
    if text.isalpha() and text not in known.ORDINALS:
        return text.removesuffix("s") if len(text) > SHORT else text
    return str(known.ORDINALS.get(text) or re.sub(r"^(\d+)(?:st|nd|rd|th|ere|eme)$", r"\1", text))


def _joined(rest: list[str]) -> frozenset[str]:
    """The words that part procedures, each number with what it counts: "round 1" is "first round"."""
    groups: list[str] = []
    for at, word in enumerate(rest):
        counts = len(word) == 1 or word.isdecimal()
        if counts and at and rest[at - 1].isalpha() and len(rest[at - 1]) > 1:
            groups[-1] += f" {word}"
        elif at and not counts and groups[-1].isdecimal():
            groups[-1] = f"{word} {groups[-1]}"
        else:
            groups.append(word)
    return frozenset(groups)
