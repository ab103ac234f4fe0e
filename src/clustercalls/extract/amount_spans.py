"""Amounts within a text: where they stand, and what `phrase` reads of each."""

import re
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace as altered

from clustercalls.extract.folded import Folded
from clustercalls.phrase import amounts
from clustercalls.phrase.folding import fold
from clustercalls.phrase.numbers import in_words
from clustercalls.phrase.sizes import DOUBLE, SIZES

_LETTER_SIZES = {"k", "m", "md"}
_MORE = ("euro", "euros", "eur")


_LEAST_ALONE = 1_000  # what is less beside an amount counts something else


class AmountSpan(Struct, frozen=True):
    """An amount at its place in a folded text.

    `least` is the other end of "2 to 5 million"; `readings` are those of one that is open.
    """

    start: int
    end: int
    amount: float
    currency: str
    least: float | None = None
    readings: tuple[int, ...] = ()


@cache
def _form() -> re.Pattern[str]:
    names = {fold(each) for each in (*amounts.SIGNS, *amounts.NAMES, *amounts.SMALL.split(), *_MORE)}
    currency = _any_of(names)
    sizes = _any_of({*SIZES, *DOUBLE})
    long = _any_of({*SIZES, *DOUBLE} - _LETTER_SIZES - {"mil", "mille", "mila", "mm"})
    words = _any_of(set(in_words()))
    number = r"(?:\d{1,3}(?:[ .,']\d{3})+(?:,\d{1,2}|\.\d{1,2})?|\d+(?:[.,]\d{1,3})?)"
    joint = r" ?(?:-|to|and|e|et|und|y|a|al|bis|i|do|ate|hasta|ed) ?"
    of = r"(?:d[ie] |d'|of |de )?"
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<lead>{currency}) ?(?:(?P<least_lead>{number}){joint}(?:{currency})? ?)?"
        rf"(?P<led>{number}(?: ?(?:{sizes})\b\.?)?)"
        rf"|(?:(?P<least_money>{number}){joint})?(?P<money>(?:{number}"
        rf"|(?:{words})(?= (?:{long})\b)) ?(?:(?:{sizes})\b\.? ?)?{of}(?:{currency}))(?!\w)"
        rf"|(?:(?P<least_sized>{number}){joint})?(?P<sized>{number} ?(?:{long})\b)(?!\w))",
        re.ASCII,
    )


def _any_of(words: set[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))


def amount_spans(text: Folded) -> list[AmountSpan]:
    """Every amount of a text, in order."""
    return [span for match in _form().finditer(text.folded) for span in _spans(match)]


def _spans(match: re.Match[str]) -> list[AmountSpan]:
    """The amount of a match, with the other end of its range; or two, where they are no range."""
    wording = f"{match['lead']} {match['led']}" if match["lead"] else match["money"] or match["sized"]
    read = _read(wording)
    if read is None:
        return []
    amount, currency, readings = read
    part = next(name for name in ("led", "money", "sized") if match[name])
    whole = AmountSpan(match.start(), match.end(), amount, currency, None, readings)
    least = next((name for name in ("least_lead", "least_money", "least_sized") if match[name]), "")
    if not least or re.fullmatch(r"(?:19|20)\d\d", match[least]):
        return [altered(whole, start=match.start(part))] if least else [whole]
    size = re.sub(r"^[\d.,' ]+", "", match[part])
    low = _read(f"{match[least]} {size} {match['lead'] or ''}")
    if low and low[0] >= amount:  # "500 000 to 2.5 million"
        low = _read(f"{match[least]} {currency}")
    if low and 0 < low[0] < amount and low[0] >= _LEAST_ALONE:
        return [altered(whole, least=low[0])]
    alone = _read(f"{match['lead']} {match[least]}") if match["lead"] else None
    first = [AmountSpan(match.start(), match.end(least), alone[0], alone[1])] if alone else []
    return [*first, altered(whole, start=match.start(part))]


@lru_cache(maxsize=2048)
def _read(wording: str) -> tuple[float, str, tuple[int, ...]] | None:
    try:
        money = amounts.read(wording.strip())
    except amounts.NotAnAmount as refused:
        return (float(refused.readings[0]), _named(wording), refused.readings) if refused.readings else None
    return money.amount, money.currency, ()


def _named(wording: str) -> str:
    """The currency that stands in an amount of two readings."""
    words = re.findall(r"[^\W\d]+|[€£$]", wording)
    return next((code for word in words if (code := amounts.currency(word))), "")
