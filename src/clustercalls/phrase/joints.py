"""Where two dates of a text are parted: "4 to 6 May", "July/August", "10, 11 and 12 November"."""

from collections.abc import Iterator
from itertools import pairwise

from clustercalls.phrase.clocks import kinds_of
from clustercalls.phrase.vocabulary import Word

_BOTH = "-/AT"  # between two weekdays, and their days
LISTED = "L"  # a joint that no word is: days in a row, each named


def cuts(words: list[Word], lead: str, joints: str) -> Iterator[tuple[list[Word], str, list[Word]]]:
    """Both dates of every pair that the words can be, with what joins them."""
    for at, word in enumerate(words):
        left, right = words[:at], words[at + 1 :]
        if word.kind == "A" and word.kind in joints and _in_a_row(left, right):  # "10, 11 and 12 November"
            yield left[:1], LISTED, right
        elif word.kind in joints:
            yield left, word.kind, right
        elif word.kind == "/" and not lead:
            yield from ((left, joint, right) for joint in _stroke(left, right))
        elif word.kind == "T" and word.value and lead == "E":  # "między 3 a 7 maja"
            yield left, "A", right
        elif word.kind in "cK" and word.value and lead == "F":  # "dalle ore 9 del 4 alle ore 17 del 6 aprile"
            yield left, "T", words[at:]


def _stroke(left: list[Word], right: list[Word]) -> str:
    """What a stroke says between two dates: one of two periods, or two days; "" for neither."""
    if _are_periods(left, right):  # "July/August", "Q1/Q2"
        return "|"
    return "A" if len(left) == 1 and "m" in kinds_of(right) else ""  # "1./2. Dezember"


def _are_periods(left: list[Word], right: list[Word]) -> bool:
    """Whether these are months, seasons or quarters, or parts of months, none of them with a day."""
    kinds = kinds_of(left), kinds_of(right)
    return all(set("ms") & set(each) and not set("ndi") & set(each) for each in kinds)


def _in_a_row(left: list[Word], right: list[Word]) -> bool:
    """Whether these are days, each right after the one before, and the next one."""
    days = [*left, *right[:1]]
    return len(left) > 1 and all(
        one.kind in "nd" and other.kind in "nd" and other.value == one.value + 1
        for one, other in pairwise(days)
    )


def each_with_its_weekday(words: list[Word]) -> list[Word]:
    """The words, each of two weekdays before its day: "Mon-Tue 10-11 May" is "Mon 10 - Tue 11 May"."""
    rest = words[3:]
    joint = next((at for at, word in enumerate(rest) if word.kind in _BOTH), 0)
    if kinds_of([*words[:1], *words[2:3]]) != "ww" or words[1].kind not in _BOTH or not joint:
        return words
    if rest[0].kind not in "nd" or kinds_of(rest[joint + 1 : joint + 2]) not in {"n", "d"}:
        return words
    both = Word("A", 0) if rest[joint].kind == "/" else rest[joint]
    return [words[0], *rest[:joint], both, words[2], *rest[joint + 1 :]]
