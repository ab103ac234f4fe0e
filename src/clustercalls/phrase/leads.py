"""What leads a date or its hour: "from", "until", "by", "between", in the kinds of `lexicon`."""

from clustercalls.phrase.clocks import CLOCKS, kinds_of
from clustercalls.phrase.vocabulary import Word

# What a first word makes of one date, and what may join two after it.
LEADS = {
    "F": ("{}/..", "-TU"),
    "S": ("{}/..", "-TU"),
    "U": ("../{}", ""),
    "B": ("../{}", ""),
    "E": ("", "A"),
    "R": ("{}", "TUG"),
}
NO_LEAD = ("{}", "-TUA|")
WEAK = Word("U", 1)  # `do`
_AGAIN = {"U": "UB", "B": "UB", "F": "F"}  # what may stand before an hour too, by what leads its day
_JOINTS = "UT-"


def squeezed(words: list[Word]) -> list[Word]:
    """The words, several before a date that say one thing in place of it once: "al più tardi entro il 4"."""
    for same in ("UB", "F"):
        while len(words) > 1 and all(word.kind in same for word in words[:2]):
            words = words[1:]
    return words


def once_before_hours(words: list[Word]) -> list[Word]:
    """The words, what leads a date and its hour alike said once: "until 15 March, until 17:00".

    Of two dates that is "from" for the first, which nothing need lead, and "until" for the last.
    """
    lead = words[0].kind if words else ""
    again, left, joined = _AGAIN.get(lead, "F"), list(words[:1]), lead in _AGAIN
    for at, word in enumerate(words[1:], 1):
        end = next((to for to in range(at + 1, len(words)) if words[to].kind in _JOINTS), len(words))
        goes_on = end < len(words) and not _is_hour(words[end + 1 :])
        if word.kind in again and word != WEAK and _is_hour(words[at + 1 : end]) and (joined or goes_on):
            joined = True
            continue
        if word.kind in _JOINTS:
            again = "UB" if joined else ""
        left.append(word)
    return left


def hour_led(words: list[Word]) -> list[Word]:
    """The words, the one before a last hour at their head: "15 March, no later than 17:00"."""
    if words and words[0].kind in LEADS:
        return words
    for at, word in enumerate(words):
        if word.kind in "UBF" and word != WEAK and _is_hour(words[at + 1 :]):
            return [word, *words[:at], *words[at + 1 :]]
    return words


def _is_hour(words: list[Word]) -> bool:
    """Whether the words are an hour, perhaps with its zone."""
    kinds = kinds_of([word for word in words if word.kind != "N"])
    return kinds != "" and kinds in CLOCKS
