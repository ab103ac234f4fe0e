"""Amounts within a text: where they stand, and what `phrase` reads of each."""

import re
from functools import cache

from msgspec.structs import replace as altered

from clustercalls.extract.amount_series import AmountSpan, in_series, read_amount
from clustercalls.extract.amount_words import amounts_in_words
from clustercalls.extract.folded import Folded
from clustercalls.phrase import amounts
from clustercalls.phrase.folding import fold
from clustercalls.phrase.numbers import in_words
from clustercalls.phrase.sizes import DOUBLE, SIZES

_LETTER_SIZES = {"k", "m", "md"}
_MORE = ("euro", "euros", "eur")


_LEAST_ALONE = 1_000  # what is less beside an amount counts something else


@cache
def _form() -> re.Pattern[str]:
    names = {fold(each) for each in (*amounts.SIGNS, *amounts.NAMES, *amounts.SMALL.split(), *_MORE)}
    currency = _any_of(names)
    sizes = _any_of({*SIZES, *DOUBLE})
    long = _any_of({*SIZES, *DOUBLE} - _LETTER_SIZES - {"mil", "mille", "mila", "mm"})
    words = _any_of(set(in_words()))
    number = r"(?:\d{1,3}(?:[ .,']\d{3})+(?:,\d{1,2}|\.\d{1,2})?|\d+(?:[.,]\d{1,3})?)"
    joint = r" ?(?:-|to|and|e|et|und|y|a|al|bis|i|do|ate|hasta|ed|jusqu'a)(?: (?:i|ai|los|las|les|os|the))? ?"
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
    folded = text.folded
    plain = [span for match in _form().finditer(folded) for span in _spans(match)]
    worded = [
        AmountSpan(each.start, each.end, each.amount, each.currency) for each in amounts_in_words(folded)
    ]
    return in_series(folded, _apart([*worded, *plain]))


def _apart(spans: list[AmountSpan]) -> list[AmountSpan]:
    """These in their order, of those that begin in one another the first."""
    gathered: list[AmountSpan] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if not gathered or span.start >= gathered[-1].end:
            gathered.append(span)
    return gathered


def _spans(match: re.Match[str]) -> list[AmountSpan]:
    """The amount of a match, with the other end of its range; or two, where they are no range."""
    wording = f"{match['lead']} {match['led']}" if match["lead"] else match["money"] or match["sized"]
    read = read_amount(wording)
    if read is None:
        return []
    amount, currency, readings = read
    whole = AmountSpan(match.start(), match.end(), amount, currency, None, readings)
    if not (match["least_lead"] or match["least_money"] or match["least_sized"]):
        return [whole]
    part, least = next(
        (part, least)
        for part, least in (("led", "least_lead"), ("money", "least_money"), ("sized", "least_sized"))
        if match[least]
    )
    if re.fullmatch(r"(?:19|20)\d\d", match[least]):
        return [altered(whole, start=match.start(part))]
    size = re.sub(r"^[\d.,' ]+", "", match[part])
    low = read_amount(f"{match[least]} {size} {match['lead'] or ''}")
    if low and low[0] >= amount:  # "500 000 to 2.5 million"
        low = read_amount(f"{match[least]} {currency}")
    if low and 0 < low[0] < amount and low[0] >= _LEAST_ALONE:
        return [altered(whole, least=low[0])]
    alone = read_amount(f"{match['lead']} {match[least]}") if match["lead"] else None
    first = [AmountSpan(match.start(), match.end(least), alone[0], alone[1])] if alone else []
    return [*first, altered(whole, start=match.start(part))]
