"""Amounts in a row, of which the last alone has the size or the currency, and both ends of a range."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace as altered

from clustercalls.phrase import amounts


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


_NUMBER = r"(?:\d{1,3}(?:[ .,']\d{3})+|\d+(?:[.,]\d{1,2})?)"
_OR = r"(?:or|o|oder|ou|lub|albo|od|bzw\.|resp\.)"
_AND = r"(?:and|e|ed|et|und|y|i|oraz)"
# "90.000, 180.000 oder" before "270.000 Euro".
_ROW = re.compile(
    rf"(?<![\w.,/-])(?P<row>{_NUMBER}(?:, ?{_NUMBER}){{0,5}})(?P<joint>,? {_OR} |, ?{_AND} | {_AND} )$"
)
_REACH = 70  # letters before an amount in which such a row stands
_LEAST = 1_000  # what is less and without a size counts something else
_TO = r"(?:-|–|to|a|al|bis(?: zu)?|do|ate|hasta|jusqu'a|fino a)"
_FROM = (
    r"\b(?:from|da|dai|dal|de|von|ab|od|desde|between|tra|fra"
    r"|entre|zwischen|pomiedzy|miedzy|range|min\.?)(?: i| ai| los| les| the| os)? ?$"
)
_LINK = re.compile(
    rf"^\.? ?(?:{_TO}|{_AND}|{_OR}|, (?:but|ma|mais|aber|pero|mas|ale|max\w*\.?))"
    r"(?: (?:no|not|more|than|non|piu|di|al|massimo|au|plus|maximum|hochstens|maximal|max\.?|como|no"
    r"|maximo|mais"
    r"|nao|nie|wiecej|niz|up|to|fino|a|bis|zu|jusqu'a|hasta|ate|pas|de|superare|i|gli|los|les|the"
    r"|os)){0,5} ?$"
)


@lru_cache(maxsize=2048)
def read_amount(wording: str) -> tuple[float, str, tuple[int, ...]] | None:
    """The amount that `phrase` reads, its currency, and its readings where it could be two."""
    try:
        money = amounts.read(wording.strip())
    except amounts.NotAnAmount as refused:
        return (float(refused.readings[0]), _named(wording), refused.readings) if refused.readings else None
    return money.amount, money.currency, ()


def _named(wording: str) -> str:
    """The currency that stands in an amount of two readings."""
    words = re.findall(r"[^\W\d]+|[€£$]", wording)
    return next((code for word in words if (code := amounts.currency(word))), "")


def in_series(folded: str, spans: list[AmountSpan]) -> list[AmountSpan]:
    """These amounts with the rows before them, each with its currency, and ranges as one."""
    gathered: list[AmountSpan] = []
    for span in spans:
        past = gathered[-1].end if gathered else 0
        gathered += [*_row(folded, span, past), span]
    return _ranges(folded, _with_currencies(folded, gathered))


def _row(folded: str, span: AmountSpan, past: int) -> list[AmountSpan]:
    """The amounts of a row whose last one is this: their size and currency are its own."""
    if span.least is not None or not span.currency:
        return []
    low = max(past, span.start - _REACH)
    match = _ROW.search(folded[low : span.start])
    if not match:
        return []
    wording = folded[span.start : span.end]
    size = next(iter(re.findall(r"(?<=\d) ?([a-z]+)", wording)), "") if re.match(r"\d", wording) else ""
    row = []
    for number in re.finditer(_NUMBER, match["row"]):
        if re.fullmatch(r"(?:19|20)\d\d", number[0]):
            return []
        read = read_amount(f"{number[0]} {span.currency}")
        if read and read[0] < _LEAST:
            unit = "" if amounts.currency(size) else size
            read = read_amount(f"{number[0]} {unit} {span.currency}") if unit else None
        if not read or read[0] < _LEAST:
            return []
        start = low + match.start("row") + number.start()
        row.append(AmountSpan(start, start + len(number[0]), read[0], span.currency, None, read[2]))
    return row


def _with_currencies(folded: str, spans: list[AmountSpan]) -> list[AmountSpan]:
    """An amount without a currency has that of the next behind "to" or "and no more than"."""
    gathered: list[AmountSpan] = []
    for span in reversed(spans):
        after = gathered[-1] if gathered else None
        linked = after and not span.currency and _LINK.match(folded[span.end : after.start])
        gathered.append(altered(span, currency=after.currency) if after and linked else span)
    return gathered[::-1]


_LED_BY = 24  # letters before a range
_LED = re.compile(_FROM)
_BETWEEN = re.compile(rf" ?(?P<plain>-|–|to) ?| ?{_TO} ?| {_AND} ")


def _ranges(folded: str, spans: list[AmountSpan]) -> list[AmountSpan]:
    """Both ends of a range as one amount, "from EUR 1m to EUR 2m"."""
    gathered: list[AmountSpan] = []
    for span in spans:
        before = gathered[-1] if gathered else None
        if before and span.least is None and before.least is None and _is_range(folded, before, span):
            gathered[-1] = altered(span, start=before.start, least=before.amount)
        else:
            gathered.append(span)
    return gathered


def _is_range(folded: str, low: AmountSpan, high: AmountSpan) -> bool:
    link = _BETWEEN.fullmatch(folded, low.end, high.start)
    if link is None or low.currency != high.currency or low.readings or high.readings:
        return False
    led = _LED.search(folded, max(0, low.start - _LED_BY), low.start) is not None
    return (led or link["plain"] is not None) and low.amount < high.amount
