"""How words make dates: which phrases there are, and the part each word plays in them.

A text is cut into words, each with a kind of one letter (`lexicon`); the letters of a phrase are looked up
in the tables below. Whatever a text can be, `phrases` yields; what is meant is for `dates` to say.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

from clustercalls.phrase import vocabulary
from clustercalls.phrase.clocks import CLOCKS, ZONED, kinds_of, spans
from clustercalls.phrase.vocabulary import POLISH, NotUnderstood, Word

_MOST_WORDS, _MOST_MEANINGS = 22, 64  # two dates with their weekdays and hours, and what joins them

# The parts of a date: d day, D day after its month (or a year?), m month or period, M month in digits,
# y year, Y the year after it, 2 a year of two digits, i ISO date or month, J one meant as two years,
# z decade, Z century, f a day of the year by its name, o u the how-manieth quarter or half, w weekday, r days
# from today, k v which week, n v how many of which days, l early, mid or late. Spaces part several readings.
_DATES = {
    "y": "y", "m": "m", "my": "my", "m-y": "m-y", "s": "m", "sy": "my", "ys": "ym", "s/y": "m/y",
    "s-y": "m-y", "n": "d", "nm": "dm", "nmy": "dmy", "mn": "mD", "mny": "mdy", "n-m-y": "d-m-y",
    "dn": "dM", "n/n": "d/M M/d", "dd": "dM", "ddy": "dMy", "dy": "My", "n/y": "M/y", "y/n/n": "y/M/d",
    "y-n-n": "y-M-d", "n/n/y": "d/M/y M/d/y", "n-n-y": "d-M-y M-d-y",
    "nmn": "dm2", "ddn": "dM2", "n/n/n": "d/M/2", "n-n-n": "d-M-2", "m-n": "m-2",
    "sn": "m2", "nun": "ou2", "oun": "ou2", "oum": "oum", "num": "oum", "oumy": "oumy", "numy": "oumy",
    "ou": "ou", "du": "ou", "ouy": "ouy", "nuy": "ouy",
    "sy/y": "my/Y", "sy-y": "my-Y", "sy/n": "my/Y", "sj": "mJ", "yx": "z. Z.", "Xy": ".z .Z",
    "dny": "dMy", "Vm": "lm", "V-m": "l-m", "Vmy": "lmy", "V-my": "l-my",
    "Vy": "ly", "V-y": "l-y", "Vs": "lm", "Vsy": "lmy",
    "f": "f", "fy": "fy", "i": "i", "j": "i", "w": "w", "r": "r", "Inv": ".nv", "vny": "vky", "vn/y": "vk/y",
}  # fmt: skip
_TAILS = {"ny": "dy"}  # the end of "March 1-2, 2017"

# What a first word makes of one date, and what may join two after it.
_LEADS = {
    "F": ("{}/..", "-TU"),
    "S": ("{}/..", "-TU"),
    "U": ("../{}", ""),
    "B": ("../{}", ""),
    "E": ("", "A"),
}
_NO_LEAD = ("{}", "-TUA|")
HOURS, LISTED = "H", "L"  # joints that no word is: two hours of one day; days in a row, each named
_WEAK, _POLISH_AT = Word("U", 1), Word("C", 1)  # `do`, `o`


class Match(NamedTuple):
    """The words of one date and of its hour, each with its part, and the zone they name."""

    parts: str
    words: Sequence[Word]
    clock: str
    hour: Sequence[Word]
    zone: str = ""


class Phrase(NamedTuple):
    """One way to see a text: one date, two or none, and the EDTF that comes of them.

    `lead` is the kind of the first word, `joint` that of the word between two dates, or `HOURS` or `LISTED`.
    `cue` is 1 when it says itself that it is a deadline, 2 an opening, 4 a publication; `turn` 1 for "next",
    -1 for "last"; `weak` whether another way to see it is the better one.
    """

    form: str
    dates: Sequence[Match] = ()
    mark: str = ""  # of doubt: "~", "?" or "%"
    lead: str = ""
    joint: str = ""
    cue: int = 0
    turn: int = 0
    weak: bool = False


def phrases(text: str) -> Iterator[Phrase]:
    """Every way to see the words of a text as one date, a stretch with one open end, two dates, or none yet.

    Raises:
        NotUnderstood: at a word or number that is none of a date's.
    """
    telling = [meanings for meanings in vocabulary.words(text) if any(word.kind for word in meanings)]
    telling = list(_pruned(telling))
    if len(telling) > _MOST_WORDS or prod(map(len, telling)) > _MOST_MEANINGS:
        raise NotUnderstood("it has too many words for a date")
    for meanings in product(*telling):
        yield from _phrases([word for word in meanings if word.kind])


def _pruned(telling: list[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
    """The same words without the meanings that those around them rule out."""
    every = {word for meanings in telling for word in meanings}
    polish = any(word.text == POLISH for word in every)
    parts = any(word.kind in "ux" for word in every)
    before: tuple[Word, ...] = ()
    for meanings in telling:
        left = [
            word
            for word in meanings
            if not (word.kind == "o" and not parts)
            and not (word == _POLISH_AT and not polish)
            and not (word.kind == "@" and before[:1] and before[0].kind == "y")
        ]
        yield (Word("U", 0),) if polish and _WEAK in meanings else tuple(left) or meanings
        before = meanings


def _phrases(words: list[Word]) -> Iterator[Phrase]:
    cue, words = _cue(words)
    turns = [word.value for word in words if word.kind == "D"]
    words = [word for word in words if word.kind != "D"]
    if kinds_of(words) == "t":
        yield Phrase("")
    mark, words = _mark(_squeezed(words))
    if len(turns) > 1 or (turns and mark):
        return
    whole = Phrase("{}", (), mark, cue=cue, turn=sum(turns))
    for pair in () if mark else _two_hours(words):
        yield whole._replace(form="{}/{}", dates=pair, joint=HOURS)
    yield from _dated(words, whole)


def _dated(words: list[Word], whole: Phrase) -> Iterator[Phrase]:
    """Every way to see the words as one date or two, with a word that leads them."""
    if words and words[-1].kind == "B" and words[0].kind not in _LEADS:  # "15 March at the latest"
        words = [words[-1], *words[:-1]]
    if words and words[-1].kind == "O":  # "(from) 15 March onwards"
        words = words[:-1] if words[0].kind == "F" else [Word("F", 0), *words[:-1]]
    led = _hour_led(words)
    lead = led[0].kind if led and led[0].kind in _LEADS else ""
    form, joints = _LEADS.get(lead, _NO_LEAD)
    joints = joints if led is words else ""  # "4–6 May from 10:00" does not end at 10:00
    rest = led[1:] if lead else led
    whole = whole._replace(form=form, lead=lead, weak=led[:1] == [_WEAK])
    if form:
        for match in _matches(rest, _DATES):
            yield whole._replace(dates=(match,))
    for left, joint, right in _cuts(rest, lead, joints):
        for pair in product(_matches(left, _DATES), _matches(right, _DATES | _TAILS)):
            if _are_dates(left, right, joint, pair[1]):
                yield whole._replace(form="{}/{}", dates=pair, joint=joint)


def _are_dates(left: list[Word], right: list[Word], joint: str, last: Match) -> bool:
    """Whether neither is a month ("4, 5 and 6/13/2027") or an hour ("3 to 5 pm on 4 April")."""
    if joint == LISTED:
        return last.parts[0] == "d"
    hours = last.clock[:1] not in {"", "."} and right[: len(last.hour)] == last.hour
    return not (hours and kinds_of(left) == "n")


def _squeezed(words: list[Word]) -> list[Word]:
    """The words, several before a date that say one thing in place of it once: "al più tardi entro il 4"."""
    for same in ("UB", "F"):
        while len(words) > 1 and all(word.kind in same for word in words[:2]):
            words = words[1:]
    return words


def _two_hours(words: list[Word]) -> Iterator[tuple[Match, Match]]:
    """One date seen twice, with its first hour and its last: "9 April 2027, 10:00–16:00"."""
    zone = {word.text for word in words if word.kind == "N"}
    if len(zone) > 1:
        return
    for day, first, last in spans([word for word in words if word.kind != "N"]):
        dated = day[1:] if kinds_of(day[:1]) == "@" else day
        for parts in _rows(kinds_of(dated), _DATES):
            left, right = (
                Match(parts, dated, CLOCKS[kinds_of(hour)], hour, "".join(zone)) for hour in (first, last)
            )
            yield left, right


def _hour_led(words: list[Word]) -> list[Word]:
    """The words, the one before a last hour at their head: "15 March, no later than 17:00"."""
    if words and words[0].kind in _LEADS:
        return words
    for at, word in enumerate(words):
        hour = kinds_of([each for each in words[at + 1 :] if each.kind != "N"])
        if word.kind in "UBF" and word != _WEAK and hour and hour in CLOCKS:
            return [word, *words[:at], *words[at + 1 :]]
    return words


def _cue(words: list[Word]) -> tuple[int, list[Word]]:
    """Whether a "deadline" (1) or an "opens" (2) was typed along, and the other words."""
    cue, before = 0, ""
    rest: list[Word] = []
    for word in words:
        if word.kind == "q":
            cue |= word.value
        elif before != "q" or word.kind not in ":-":
            rest.append(word)
        before = word.kind
    return cue, rest


def _cuts(words: list[Word], lead: str, joints: str) -> Iterator[tuple[list[Word], str, list[Word]]]:
    """Both dates of every pair that the words can be, with what joins them."""
    for at, word in enumerate(words):
        left, right = words[:at], words[at + 1 :]
        if word.kind == "A" and word.kind in joints and _in_a_row(left, right):  # "10, 11 and 12 November"
            yield left[:1], LISTED, right
        elif word.kind in joints:
            yield left, word.kind, right
        elif word.kind == "/" and not lead and at == 1 and "m" in kinds_of(right):  # "1./2. Dezember"
            yield left, "A", right
        elif word.kind in "cK" and word.value and lead == "F":  # "dalle ore 9 del 4 alle ore 17 del 6 aprile"
            yield left, "T", words[at:]


def _in_a_row(left: list[Word], right: list[Word]) -> bool:
    """Whether these are days, each right after the one before, and the next one."""
    days = [*left, *right[:1]]
    return len(left) > 1 and all(
        one.kind in "nd" and other.kind in "nd" and other.value == one.value + 1
        for one, other in pairwise(days)
    )


def _mark(words: list[Word]) -> tuple[str, list[Word]]:
    """The qualifier of EDTF that "about" (first or last) and a last "?" come to, and the other words."""
    doubt = words[-1:] in ([Word("?", 0)], [Word("t", 0)])
    words = words[: len(words) - doubt]
    if len(words) > 1 and words[0] == Word("?", 0):  # "expected in May 2027"
        doubt, words = True, words[1:]
    start = len([word for word in words[:1] if word.kind in _LEADS])
    for at in (start, len(words) - 1):
        if words[at : at + 1] == [Word("~", 0)]:
            return "%" if doubt else "~", words[:at] + words[at + 1 :]
    return "?" if doubt else "", words


def _matches(words: list[Word], table: dict[str, str]) -> Iterator[Match]:
    """Every way to see the words as one date, with an hour after or before it, and a zone."""
    zones = {word.text for word in words if word.kind == "N"}
    if len(zones) > 1:
        return
    zone = "".join(zones)
    words = [word for word in words if word.kind != "N"]
    for cut in range(1, len(words) + 1):
        for day, hour in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            clock = CLOCKS.get(kinds_of(hour), ZONED.get(kinds_of(hour)) if zone else None)
            if clock is not None:
                dated = day[1:] if kinds_of(day[:1]) == "@" else day
                yield from (Match(parts, dated, clock, hour, zone) for parts in _rows(kinds_of(dated), table))


def _rows(kinds: str, table: dict[str, str]) -> list[str]:
    """The readings of a date of these words; a weekday may stand before or behind any other."""
    lead = "w" if kinds[:1] == "w" and kinds[1:] not in {"", "w"} else ""
    tail = "w" if not lead and kinds[-1:] == "w" and kinds[:-1] not in {"", "w"} else ""
    bare = kinds.removeprefix(lead).removesuffix(tail)
    rows = table.get(bare) or table.get(bare.replace("d", "n"), "")
    return [lead + parts + tail for parts in rows.split()]
