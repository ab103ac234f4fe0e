"""Which words make an hour, and two hours of one day: `17:00`, `ore 12`, `10:00–16:00`, `10 bis 16 Uhr`."""

from collections.abc import Iterator

from clustercalls.phrase.vocabulary import Word

# The parts of an hour: h hours, H hours that must be of the afternoon, m minutes, s seconds, p am or pm,
# N noon, M midnight, P a part of the day.
CLOCKS = {
    "n:n": "h:m", "n:n:n": "h:m:s", "nk": "h.", "nkn": "h.m", "n:nk": "h:m.", "n:n:nk": "h:m:s.",
    "dnk": "hm.", "np": "hp", "n:np": "h:mp", "n:n:np": "h:m:sp", "dnp": "hmp",
    "H": "N", "nH": "hN", "n:nH": "h:mN", "nkH": "h.N", "M": "M", "nM": "hM", "n:nM": "h:mM", "nkM": "h.M",
}  # fmt: skip
CLOCKS |= {
    kinds + "P": CLOCKS.get(kinds, "hm"[: len(kinds)]) + "P"
    for kinds in ("n", "n:n", "n:n:n", "nk", "nkn", "n:nk", "dn", "dnk")
}
CLOCKS |= {before + kinds: "." + parts for before in "cCK" for kinds, parts in CLOCKS.items()}
CLOCKS |= {"cn": ".H", "Cn": ".H", "cdn": ".hm", "Kn": ".h", "Kdn": ".hm"}
CLOCKS |= {"c" + kinds: "." + parts for kinds, parts in CLOCKS.items() if kinds[0] == "K"}  # "alle h 18.00"
CLOCKS |= {"P" + kinds[:-1]: "P" + parts[:-1] for kinds, parts in CLOCKS.items() if kinds[-1] == "P"}
CLOCKS |= {"-" + kinds: "." + parts for kinds, parts in CLOCKS.items()}  # "15 March 2027 - 17:00"
CLOCKS[""] = ""

# With a zone beside it two numbers are an hour as well: "1 June 2027 - 17.00 CEST".
ZONED = {"dn": "hm", "-dn": ".hm"}

_BETWEEN = "-TU"  # what stands between two hours of one day


def spans(words: list[Word]) -> Iterator[tuple[list[Word], list[Word], list[Word]]]:
    """Every way to see the words as one date with two hours behind or before it: the date, and both hours."""
    for cut in range(1, len(words)):
        yield from ((words[:cut], *pair) for pair in _pairs(words[cut:]))
        yield from ((words[cut:], *pair) for pair in _pairs(words[:cut]))


def _pairs(hours: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Both hours of "from 10:00 to 16:00", each whole: one word for the hour can serve for both."""
    led = hours[:1] and hours[0].kind == "F"
    hours = hours[1:] if led else hours
    for at, word in enumerate(hours):
        left = hours[:at]
        if word.kind in _BETWEEN:
            right = hours[at + 1 :]
        elif word.kind in "cK" and word.value:  # "dalle 10:00 alle 16:00"
            right = hours[at:]
        else:
            continue
        first, last = kinds_of(left), kinds_of(right)
        if first in {"n", "dn"} and last in {"nk", "nkn", "n:nk", "dnk"}:  # "10–16 Uhr"
            left = [*left, next(each for each in right if each.kind == "k")]
        elif first in {"Kn", "Kdn"} and last in {"n", "dn"}:  # "ore 10–13"
            right = [left[0], *right]
        if left and right and {kinds_of(left), kinds_of(right)} <= CLOCKS.keys():
            yield left, right


def kinds_of(words: list[Word]) -> str:
    """The letters of the words."""
    return "".join(word.kind for word in words)
