"""How words make dates: which phrases there are, and the part each word plays in them.

A text is cut into words, each with a kind of one letter (`lexicon`); the letters of a phrase are looked up
in the tables below. Whatever a text can be, `phrases` yields; what is meant is for `dates` to say.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from clustercalls.phrase import places, vocabulary
from clustercalls.phrase.clocks import CLOCKS, ZONED, beside_day, clocks, halved, kinds_of, spans
from clustercalls.phrase.cues import CLOSES
from clustercalls.phrase.date_forms import ITS_TAIL, ONE_DATE, in_one_order
from clustercalls.phrase.joints import LISTED, cuts, each_with_its_weekday
from clustercalls.phrase.leads import LEADS, NO_LEAD, WEAK, hour_led, once_before_hours, squeezed
from clustercalls.phrase.vocabulary import POLISH, NotUnderstood, Word

_MOST_WORDS, _MOST_MEANINGS = 22, 64  # two dates with their weekdays and hours, and what joins them

HOURS = "H"  # a joint that no word is: two hours of one day
_POLISH_AT = Word("C", 1)  # `o`
_PUT_OFF, _DOUBTS = Word("R", 1), (Word("?", 0), Word("t", 0))


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
    `cue` is what it says itself that it is of, as in `cues`; `turn` 1 for "next", -1 for "last"; `weak`
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
    parts = any(word.kind in "uxw" for word in every)
    before: tuple[Word, ...] = ()
    for meanings in telling:
        left = [
            word
            for word in meanings
            if not (word.kind == "o" and not parts)
            and not (word == _POLISH_AT and not polish)
            and not (word.kind == "Q" and not (before[:1] and before[0].kind in "nd-/"))
            and not (word.kind == "@" and before[:1] and before[0].kind == "y")
        ]
        yield (Word("U", 0),) if polish and WEAK in meanings else tuple(left) or meanings
        before = meanings


def _phrases(words: list[Word]) -> Iterator[Phrase]:
    cue, words = _cue(words)
    turns = [word.value for word in words if word.kind == "D"]
    words = [word for word in words if word.kind != "D"]
    if kinds_of(words) == "t":
        yield Phrase("")
    mark, words = _mark(squeezed(words))
    if len(turns) > 1 or (turns and mark):
        return
    whole = Phrase("{}", (), mark, cue=cue, turn=sum(turns))
    for pair in () if mark else _two_hours(words):
        yield whole._replace(form="{}/{}", dates=pair, joint=HOURS)
    yield from _dated(words, whole)


def _dated(words: list[Word], whole: Phrase) -> Iterator[Phrase]:
    """Every way to see the words as one date or two, with a word that leads them."""
    words = each_with_its_weekday(words)
    if words and words[-1].kind == "B" and words[0].kind not in LEADS:  # "15 March at the latest"
        words = [words[-1], *words[:-1]]
    if words and words[-1].kind == "O":  # "(from) 15 March onwards"
        words = words[:-1] if words[0].kind == "F" else [Word("F", 0), *words[:-1]]
    words = once_before_hours(words)
    led = hour_led(words)
    lead = led[0].kind if led and led[0].kind in LEADS else ""
    form, joints = LEADS.get(lead, NO_LEAD)
    joints = joints if led is words else ""  # "4–6 May from 10:00" does not end at 10:00
    rest = led[1:] if lead else led
    cue = whole.cue | CLOSES if led[:1] == [_PUT_OFF] else whole.cue
    whole = whole._replace(form=form, lead=lead, weak=led[:1] == [WEAK], cue=cue)
    if form:
        for match in _matches(rest, ONE_DATE):
            yield whole._replace(dates=(match,))
    for left, joint, right in cuts(rest, lead, joints):
        for pair in product(_matches(left, ONE_DATE), _matches(right, ONE_DATE | ITS_TAIL)):
            if _are_dates(left, right, joint, pair) and not halved(*(each.hour for each in pair)):
                yield whole._replace(form="{}/{}", dates=pair, joint=joint)


def _are_dates(left: list[Word], right: list[Word], joint: str, pair: tuple[Match, Match]) -> bool:
    """Whether neither is a month ("4, 5 and 6/13/2027") or an hour ("3 to 5 pm on 4 April")."""
    last = pair[1]
    if not in_one_order(pair[0].parts, last.parts):
        return False
    if joint == LISTED:
        return last.parts[0] == "d"
    hour_first = bool(last.hour) and right[: len(last.hour)] == last.hour
    if hour_first and kinds_of(left).replace("K", "k") in CLOCKS:  # "das 9h00 às 17h00 do 4 de abril"
        return False
    return not (hour_first and last.clock[:1] != "." and kinds_of(left) == "n")


def _two_hours(words: list[Word]) -> Iterator[tuple[Match, Match]]:
    """One date seen twice, or two, with the first hour and the last: "9 April 2027, 10:00–16:00"."""
    zone = places.one({word.text for word in words if word.kind == "N"})
    if zone is None:
        return
    for day, first, last in spans([word for word in words if word.kind != "N"]):
        dated = day[1:] if kinds_of(day[:1]) == "@" else day
        days = [(dated, dated, parts, parts) for parts in _rows(kinds_of(dated), ONE_DATE)]
        for left, joint, right in cuts(dated, "", "-T"):  # "4-6 May 2027, 9:00-18:00"
            several = product(_rows(kinds_of(left), ONE_DATE), _rows(kinds_of(right), ONE_DATE | ITS_TAIL))
            days += [(left, right, *parts) for parts in several if joint in "-T"]
        begins, ends = clocks(first, last)
        for left, right, one, other in days:
            yield Match(one, left, begins, first, zone), Match(other, right, ends, last, zone)


def _cue(words: list[Word]) -> tuple[int, list[Word]]:
    """What was typed along of what the date is, as in `cues`, and the other words."""
    cue, before = 0, ""
    rest: list[Word] = []
    for word in words:
        if word.kind == "q":
            cue |= word.value
        elif before != "q" or word.kind not in ":-":
            rest.append(word)
        before = word.kind
    return cue, rest


def _mark(words: list[Word]) -> tuple[str, list[Word]]:
    """The qualifier of EDTF that "about" (first or last) and a last "?" come to, and the other words."""
    doubt = words[-1:] != [] and words[-1] in _DOUBTS
    words = words[: len(words) - doubt]
    if len(words) > 1 and words[0] in _DOUBTS:  # "expected in May 2027", "tbc: May 2027"
        doubt, words = True, words[1 + (words[1].kind == ":") :]
    start = len([word for word in words[:1] if word.kind in LEADS])
    for at in (start, len(words) - 1):
        if words[at : at + 1] == [Word("~", 0)]:
            return "%" if doubt else "~", words[:at] + words[at + 1 :]
    return "?" if doubt else "", words


def _matches(words: list[Word], table: dict[str, str]) -> Iterator[Match]:
    """Every way to see the words as one date, with an hour after or before it, and a zone."""
    zone = places.one({word.text for word in words if word.kind == "N"})
    if zone is None:
        return
    words = [word for word in words if word.kind != "N"]
    for cut in range(1, len(words) + 1):
        for day, hour in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            dated = day[1:] if kinds_of(day[:1]) == "@" else day
            for parts in _rows(kinds_of(dated), table):
                clock = CLOCKS.get(kinds_of(hour), ZONED.get(kinds_of(hour)) if zone else None)
                if clock is None:
                    clock = beside_day(parts, hour, day == words[:cut])
                if clock is not None:
                    yield Match(parts, dated, clock, hour, zone)


def _rows(kinds: str, table: dict[str, str]) -> list[str]:
    """The readings of a date of these words; a weekday may stand before or behind any other.

    "Week commencing" stands before a day and its month.
    """
    if kinds[:1] == "W":
        return [f"W{parts}" for parts in _rows(kinds[1:], table) if _is_whole_day(parts)]
    lead = "w" if kinds[:1] == "w" and kinds[1:] not in {"", "w"} else ""
    tail = "w" if not lead and kinds[-1:] == "w" and kinds[:-1] not in {"", "w"} else ""
    bare = kinds.removeprefix(lead).removesuffix(tail)
    rows = table.get(bare) or table.get(bare.replace("d", "n"), "")
    return [lead + parts + tail for parts in rows.split()]


def _is_whole_day(parts: str) -> bool:
    """Whether these are the parts of a day with its month."""
    return parts == "i" or bool({"d", "D"} & set(parts) and {"m", "M"} & set(parts))
