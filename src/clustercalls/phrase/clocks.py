"""Which words make an hour, and two hours of one day: `17:00`, `ore 12`, `10:00–16:00`, `10 bis 16 Uhr`."""

from collections.abc import Iterator, Sequence

from clustercalls.phrase.vocabulary import Word

# The parts of an hour: h hours, H hours that must be of the afternoon, m minutes, s seconds, p am or pm,
# N noon, M midnight, P a part of the day.
CLOCKS = {
    "n:n": "h:m", "n:n:n": "h:m:s", "nk": "h.", "nkn": "h.m", "n:nk": "h:m.", "n:n:nk": "h:m:s.",
    "dnk": "hm.", "np": "hp", "n:np": "h:mp", "n:n:np": "h:m:sp", "dnp": "hmp",
    "H": "N", "nH": "hN", "n:nH": "h:mN", "nkH": "h.N", "M": "M", "nM": "hM", "n:nM": "h:mM", "nkM": "h.M",
    "nknH": "h.mN", "nknM": "h.mM", "n:nkH": "h:m.N", "n:nkM": "h:m.M", "dnkH": "hm.N", "dnkM": "hm.M",
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


def beside_day(day: str, hour: Sequence[Word], behind: bool) -> str | None:
    """The parts of an hour with a dot, beside the parts of a day that nothing can be added to; None for none.

    What could be a day and its month is an hour only behind the day, with two digits: "4.3.2027 12.10".
    """
    kinds = kinds_of(hour)
    if kinds not in ZONED or not ({"d", "D", "i", "f"} & set(day) and {"y", "i"} & set(day)):
        return None
    hours, minutes = hour[-2], hour[-1]
    if not (minutes.text.isdigit() and len(minutes.text) == len("00") and hours.value < _HOURS):
        return None
    is_date = 1 <= minutes.value <= _MONTHS and hours.value > 0
    plain = behind and len(hours.text) == len("00") and kinds == "dn"
    return ZONED[kinds] if plain or not is_date else None


_BETWEEN = "-TU"  # what stands between two hours of one day
_MORNING, _NOON, _HOURS, _MONTHS = 6, 12, 24, 12  # before the first of these hours nothing begins
_AM, _PM, _AT = Word("p", 0), Word("p", 12), Word("c", 0)


def spans(words: list[Word]) -> Iterator[tuple[list[Word], list[Word], list[Word]]]:
    """Every way to see the words as one date with two hours behind or before it: the date, and both hours."""
    for cut in range(1, len(words)):
        yield from ((words[:cut], *pair) for pair in _pairs(words[cut:]))
        yield from ((words[cut:], *pair) for pair in _pairs(words[:cut]))


def _pairs(hours: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Both hours of "from 10:00 to 16:00", each whole: one word for the hour can serve for both."""
    led = bool(hours) and hours[0].kind == "F"
    hours = hours[1:] if led else hours
    for at, word in enumerate(hours):
        left = hours[:at]
        if word.kind in _BETWEEN:
            right = hours[at + 1 :]
        elif word.kind in "cK" and word.value:  # "dalle 10:00 alle 16:00"
            right = hours[at:]
        else:
            continue
        left, right = _completed(left, right, led=led)
        if left and right and {kinds_of(left), kinds_of(right)} <= CLOCKS.keys():
            yield left, right


def _completed(left: list[Word], right: list[Word], *, led: bool) -> tuple[list[Word], list[Word]]:
    """Both hours, each with the word for the hour or the half of the day that only the other one has."""
    first, last = kinds_of(left), kinds_of(right)
    begins, ends = _number_of(left), _number_of(right)
    halves = [word for word in right if word.kind in "pP"]
    if halves and 0 < begins < _NOON and not set("pPHM") & set(first):
        if begins % _NOON < ends % _NOON:  # "2–4 pm"
            return [*left, halves[0]], right
        return ([*left, _AM] if first == "n" and halves[0] == _PM else left), right  # "10–2 pm"
    if first in {"n", "dn"} and last in {"nk", "nkn", "n:nk", "dnk"}:  # "10–16 Uhr"
        return [*left, next(each for each in right if each.kind == "k")], right
    if first in {"Kn", "Kdn"} and last in {"n", "dn"}:  # "ore 10–13"
        return left, [left[0], *right]
    if first == last == "dn":  # "9.00–17.00": two such are no date, as one alone could be
        return [_AT, *left], [_AT, *right]
    if first == "n" and last == "cn":  # "9 alle 13"
        return [right[0], *left], right
    if led and first == last == "n" and _MORNING <= begins < ends and ends >= _NOON:  # "od 9 do 13"
        return [_AT, *left], [_AT, *right]
    return left, right


def clocks(left: list[Word], right: list[Word]) -> tuple[str, str]:
    """The parts of both hours: what ends at noon or later by a clock of 24 hours begins by that clock."""
    first, last = CLOCKS[kinds_of(left)], CLOCKS[kinds_of(right)]
    if _number_of(right) >= _NOON and _number_of(left) >= _MORNING:
        return first.replace("H", "h"), last.replace("H", "h")
    return first, last


def halved(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether only one of two hours says the half of its day, and the other could be of either."""
    said = [bool(set("pP") & set(kinds_of(each))) for each in (left, right)]
    other = left if said[1] else right
    return said[0] is not said[1] and 0 < _number_of(other) < _NOON


def _number_of(hour: Sequence[Word]) -> int:
    """The first number of an hour; 0 of one that has none."""
    return next((word.value for word in hour if word.kind in "nd"), 0)


def kinds_of(words: Sequence[Word]) -> str:
    """The letters of the words."""
    return "".join(word.kind for word in words)
