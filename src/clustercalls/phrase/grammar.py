"""How words make dates: which phrases there are, and the part each word plays in them.

A text is cut into words, each with a kind of one letter (`lexicon`); the letters of a phrase are looked up
in the tables below. Whatever a text can be, `phrases` yields; what is meant is for `dates` to say.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from clustercalls.phrase.vocabulary import POLISH, NotUnderstood, Word, words

_MOST_WORDS, _MOST_MEANINGS = 22, 64  # two dates with their weekdays and hours, and what joins them

# The parts of a date: d day, D day after its month (or a year?), m month or period, M month in digits,
# y year, Y the year after it, 2 a year of two digits, i ISO date or month, J one meant as two years,
# z decade, Z century, o u the how-manieth quarter or half, w weekday, r days from today, k v which week,
# n v how many of which days, l early, mid or late. Several readings are parted by spaces.
_DATES = {
    "y": "y", "m": "m", "my": "my", "m-y": "m-y", "s": "m", "sy": "my", "ys": "ym", "s/y": "m/y",
    "s-y": "m-y", "n": "d", "nm": "dm", "nmy": "dmy", "mn": "mD", "mny": "mdy", "n-m-y": "d-m-y",
    "dn": "dM", "n/n": "d/M M/d",
    "dd": "dM", "ddy": "dMy", "dy": "My", "n/y": "M/y", "y/n/n": "y/M/d", "y-n-n": "y-M-d",
    "n/n/y": "d/M/y M/d/y", "n-n-y": "d-M-y M-d-y",
    "nmn": "dm2", "ddn": "dM2", "n/n/n": "d/M/2", "n-n-n": "d-M-2", "m-n": "m-2",
    "sn": "m2", "nun": "ou2", "oun": "ou2",
    "ou": "ou", "du": "ou", "ouy": "ouy", "nuy": "ouy",
    "sy/y": "my/Y", "sy-y": "my-Y", "sy/n": "my/Y", "sj": "mJ", "yx": "z. Z.", "Xy": ".z .Z",
    "dny": "dMy", "Vm": "lm", "V-m": "l-m", "Vmy": "lmy", "V-my": "l-my",
    "Vy": "ly", "V-y": "l-y", "Vs": "lm", "Vsy": "lmy",
    "i": "i", "j": "i", "w": "w", "r": "r", "Inv": ".nv", "vny": "vky", "vn/y": "vk/y",
}  # fmt: skip
_TAILS = {"ny": "dy"}  # the end of "March 1-2, 2017"

# The parts of an hour: h hours, H hours that must be of the afternoon, m minutes, s seconds, p am or pm,
# N noon, M midnight.
_CLOCKS = {
    "n:n": "h:m", "n:n:n": "h:m:s", "nk": "h.", "nkn": "h.m", "n:nk": "h:m.", "n:n:nk": "h:m:s.",
    "dnk": "hm.", "np": "hp", "n:np": "h:mp", "n:n:np": "h:m:sp", "dnp": "hmp",
    "H": "N", "nH": "hN", "n:nH": "h:mN", "nkH": "h.N", "M": "M", "nM": "hM", "n:nM": "h:mM", "nkM": "h.M",
}  # fmt: skip
_CLOCKS |= {before + kinds: "." + parts for before in "cCK" for kinds, parts in _CLOCKS.items()}
_CLOCKS |= {"cn": ".H", "cdn": ".hm", "Kn": ".h", "Kdn": ".hm"}
_CLOCKS |= {"-" + kinds: "." + parts for kinds, parts in _CLOCKS.items()}  # "15 March 2027 - 17:00"
_CLOCKS[""] = ""

# What a first word makes of one date, and what may join two after it.
_LEADS = {
    "F": ("{}/..", "-TU"),
    "S": ("{}/..", "-TU"),
    "U": ("../{}", ""),
    "B": ("../{}", ""),
    "E": ("", "A"),
}
_NO_LEAD = ("{}", "-TUA")
_WEAK = Word("U", 1)  # `do`


class Impossible(NotUnderstood):
    """A reading that cannot be meant; another may be."""


class Match(NamedTuple):
    """The words of one date and of its hour, each with its part, and the zone they name."""

    parts: str
    words: Sequence[Word]
    clock: str
    hour: Sequence[Word]
    zone: str = ""


class Phrase(NamedTuple):
    """One way to see a text: one date, two or none, and the EDTF that comes of them.

    `lead` is the kind of the first word, `joint` that of the word between two dates. `cue` is 1 when it says
    itself that it is a deadline, 2 an opening, 4 a publication; `turn` 1 for "next" and -1 for "last"; `weak`
    whether another way to see it is the better one.
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
    telling = [meanings for meanings in words(text) if any(word.kind for word in meanings)]
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
            and not (word.kind == "@" and before[:1] and before[0].kind == "y")
        ]
        yield (Word("U", 0),) if polish and _WEAK in meanings else tuple(left) or meanings
        before = meanings


def _phrases(said: list[Word]) -> Iterator[Phrase]:
    cue, said = _cue(said)
    turns = [word.value for word in said if word.kind == "D"]
    said = [word for word in said if word.kind != "D"]
    if _kinds(said) == "t":
        yield Phrase("")
    mark, said = _mark(said)
    if said and said[-1].kind == "B" and said[0].kind not in _LEADS:  # "15 March at the latest"
        said = [said[-1], *said[:-1]]
    if said and said[-1].kind == "O":  # "(from) 15 March onwards"
        said = said[:-1] if said[0].kind == "F" else [Word("F", 0), *said[:-1]]
    said = _hour_led(said)
    lead = said[0].kind if said and said[0].kind in _LEADS else ""
    form, joints = _LEADS.get(lead, _NO_LEAD)
    rest = said[1:] if lead else said
    whole = Phrase(form, (), mark, lead, "", cue, sum(turns), weak=said[:1] == [_WEAK])
    if len(turns) > 1 or (turns and mark):
        return
    if form:
        for match in _matches(rest, _DATES):
            yield whole._replace(dates=(match,))
    for left, joint, right in _cuts(rest, lead, joints):
        for pair in product(_matches(left, _DATES), _matches(right, _DATES | _TAILS)):
            yield whole._replace(form="{}/{}", dates=pair, joint=joint)


def _hour_led(said: list[Word]) -> list[Word]:
    """The words, the one before a last hour at their head: "15 March, no later than 17:00"."""
    if said and said[0].kind in _LEADS:
        return said
    for at, word in enumerate(said):
        hour = _kinds([each for each in said[at + 1 :] if each.kind != "N"])
        if word.kind in "UBF" and word != _WEAK and hour and hour in _CLOCKS:
            return [word, *said[:at], *said[at + 1 :]]
    return said


def _cue(said: list[Word]) -> tuple[int, list[Word]]:
    """Whether a "deadline" (1) or an "opens" (2) was typed along, and the other words."""
    cue, before = 0, ""
    rest: list[Word] = []
    for word in said:
        if word.kind == "q":
            cue |= word.value
        elif before != "q" or word.kind not in ":-":
            rest.append(word)
        before = word.kind
    return cue, rest


def _cuts(said: list[Word], lead: str, joints: str) -> Iterator[tuple[list[Word], str, list[Word]]]:
    """Both dates of every pair that the words can be, with what joins them."""
    for at, word in enumerate(said):
        left, right = said[:at], said[at + 1 :]
        if word.kind in joints:
            yield left, word.kind, right
        elif word.kind == "/" and not lead and at == 1 and "m" in _kinds(right):  # "1./2. Dezember"
            yield left, "A", right
        elif word.kind in "cK" and word.value and lead == "F":  # "dalle ore 9 del 4 alle ore 17 del 6 aprile"
            yield left, "T", said[at:]


def _mark(said: list[Word]) -> tuple[str, list[Word]]:
    """The qualifier of EDTF that "about" (first or last) and a last "?" come to, and the other words."""
    doubt = said[-1:] in ([Word("?", 0)], [Word("t", 0)])
    said = said[: len(said) - doubt]
    start = len([word for word in said[:1] if word.kind in _LEADS])
    for at in (start, len(said) - 1):
        if said[at : at + 1] == [Word("~", 0)]:
            return "%" if doubt else "~", said[:at] + said[at + 1 :]
    return "?" if doubt else "", said


def _matches(said: list[Word], table: dict[str, str]) -> Iterator[Match]:
    """Every way to see the words as one date, with an hour after or before it, and a zone."""
    zones = {word.text for word in said if word.kind == "N"}
    if len(zones) > 1:
        return
    zone = "".join(zones)
    said = [word for word in said if word.kind != "N"]
    for cut in range(1, len(said) + 1):
        for day, hour in ((said[:cut], said[cut:]), (said[cut:], said[:cut])):
            clock = _CLOCKS.get(_kinds(hour))
            if clock is not None:
                dated = day[1:] if _kinds(day[:1]) == "@" else day
                yield from (Match(parts, dated, clock, hour, zone) for parts in _rows(_kinds(dated), table))


def _kinds(said: list[Word]) -> str:
    return "".join(word.kind for word in said)


def _rows(kinds: str, table: dict[str, str]) -> list[str]:
    """The readings of a date of these words; a weekday may stand before or behind any other."""
    lead = "w" if kinds[:1] == "w" and kinds[1:] not in {"", "w"} else ""
    tail = "w" if not lead and kinds[-1:] == "w" and kinds[:-1] not in {"", "w"} else ""
    bare = kinds.removeprefix(lead).removesuffix(tail)
    rows = table.get(bare) or table.get(bare.replace("d", "n"), "")
    return [lead + parts + tail for parts in rows.split()]
