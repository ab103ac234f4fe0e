"""Amounts as people write them, `18.500.000`, `1,5 Mio. EUR`, `M€ 3`, in seven languages, and currencies."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from clustercalls.limits import AMOUNT_LETTERS
from clustercalls.phrase.bound_words import PROJECTS, Of
from clustercalls.phrase.bounds import aside
from clustercalls.phrase.numbers import in_words, said_again, with_halves
from clustercalls.phrase.sizes import BILLION, DOUBLE, MILLIARD, SIZES

# https://www.iso.org/iso-4217-currency-codes.html, those in use
CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF"
    " CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ"
    " GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP"
    " LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR"
    " PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC"
    " SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER"
    " ZAR ZMW ZWG"
)
# What people write for a currency, folded; a sign that several have stands for the one of most. What
# several have by name is in no row (crowns, dollars).
SIGNS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "sterling": "GBP", "$": "USD", "us$": "USD", "zł": "PLN", "sfr": "CHF", "r$": "BRL",
    "złoty": "PLN", "złote": "PLN", "złotych": "PLN", "pound": "GBP", "pounds": "GBP",
    "pound sterling": "GBP", "pounds sterling": "GBP", "swiss franc": "CHF", "swiss francs": "CHF",
    "us dollar": "USD", "us dollars": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "kč": "CZK",
}  # fmt: skip
# The same in other languages than English.
NAMES = {
    **dict.fromkeys(("€uro", "eurow"), "EUR"),
    **dict.fromkeys(
        (
            "sterline", "sterlina", "livre sterling", "livres sterling", "pfund", "pfund sterling",
            "libra esterlina", "libras esterlinas", "funt szterling", "funty szterlingi",
            "funtow szterlingow",
        ),
        "GBP",
    ),
    **dict.fromkeys(
        (
            "franken", "schweizer franken", "franco svizzero", "franchi svizzeri", "franc suisse",
            "francs suisses", "franco suizo", "francos suizos", "franco suico", "francos suicos",
            "frank szwajcarski", "franki szwajcarskie", "frankow szwajcarskich",
        ),
        "CHF",
    ),
    **dict.fromkeys(
        (
            "dollari usa", "dollari statunitensi", "us-dollar", "dolares estadounidenses",
            "dolarow amerykanskich", "dollars americains", "dolares americanos",
        ),
        "USD",
    ),
    **dict.fromkeys(("zl", "zloty", "zlote", "zlotych", "zlotys", "złotowek"), "PLN"),
}  # fmt: skip
SMALL = "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BRL"  # read in small letters too: "all" is a word
# Thousands in groups of exactly three behind one mark, or plain digits; then a fraction behind another mark.
_WHOLE = r"[1-9]\d{0,2}(?:(?P<mark>[ _.,'’])\d{3})(?:(?P=mark)\d{3})*|\d{1,15}"
_CENTS, _MOST_DIGITS = 2, 9
_ARTICLES = {"a", "an"}  # no numbers where nothing is counted
_BRACKETED, _PARTS = r"\(([^()\d]+)\)", {"½": ".5", "¼": ".25", "¾": ".75"}  # "2 million (EUR)"


class Money(NamedTuple):
    """An amount, and the code of the currency named beside it; empty when none is."""

    amount: float
    currency: str


class NotAnAmount(ValueError):
    """A text that is no amount, or could be two: those are its `readings`.

    `bare` is the amount of a text that says more than its field, "up to 3M", "3M per project", and `belongs`
    the field that says that.
    """

    def __init__(
        self, text: str, readings: tuple[int, ...] = (), bare: str = "", belongs: Of | None = None
    ) -> None:
        super().__init__(text)
        self.readings = readings
        self.bare = bare
        self.belongs = belongs


def read(text: str, of: Of = Of.TOTAL) -> Money:
    """The amount a text writes: 18500000, 18.500.000, € 350.000, 18.5M, 3 milioni di euro, CHF 17.2M.

    A group of three is thousands; before a unit one alone could be a fraction as well (1.500 mln). What the
    field says itself may be typed along: "up to" the most, "per project" one of them.

    Raises:
        NotAnAmount: when it is none, could be two, or says more.
    """
    if len(text) > AMOUNT_LETTERS:
        raise NotAnAmount(text)
    plain = aside(text)
    if not plain.fits(of):
        bare = plain.text if re.fullmatch(_form(), _folded(plain.text)) else ""
        raise NotAnAmount(text, bare=bare, belongs=plain.belongs())
    typed, again = said_again(plain.text)
    money = _money(typed, foreign=plain.foreign)
    whole = _money(f"{money.currency} {again}", foreign=plain.foreign) if again else money
    if whole.amount != money.amount:
        raise NotAnAmount(text)
    return whole


def _money(text: str, *, foreign: bool) -> Money:
    """The amount alone; `foreign` when a word typed along was not English."""
    match = re.fullmatch(_form(), _folded(re.sub(_BRACKETED, r"\1 ", text).strip()))
    if not match:
        raise NotAnAmount(text)
    named = [each for each in (match["lead_of"], match["before"], match["after"]) if each]
    currencies = {currency(each) for each in named}
    if any(not _is_sure(each, text) for each in named):
        raise NotAnAmount(text)
    whole = match["whole"] or str(in_words().get(match["word"], 1))
    part, mark = match["part"] or "", match["mark"] or ""
    digits, fraction = re.sub(r"\D", "", whole), part[1:] or "0"
    units = [each for each in (match["lead"], match["unit"]) if each]
    small = units and whole == "0"  # 0.125M has more digits than cents, and no other reading
    if len(currencies) > 1 or len(units) > 1 or not (match["whole"] or units):
        raise NotAnAmount(text)
    if (len(fraction) > _CENTS and not small) or part[:1] == (mark or " "):
        raise NotAnAmount(text)
    sizes = DOUBLE.get(units[0]) or (SIZES[units[0]],) if units else (1,)
    if units and not part and mark in {".", ","} and whole.count(mark) == 1:
        raise NotAnAmount(text, (int(digits) * sizes[0] // 1000, int(digits) * sizes[0]))
    if units == [BILLION] and (foreign or _is_foreign(match, text)):
        sizes = (MILLIARD, 1_000 * MILLIARD)
    amounts = [round(float(f"{digits}.{fraction}") * each, 2) for each in sizes]
    whole_ones = tuple(int(each) for each in amounts)
    if len(amounts) > 1:
        raise NotAnAmount(text, whole_ones)
    return Money(whole_ones[0] if amounts[0] == whole_ones[0] else amounts[0], next(iter(currencies), ""))


def count(text: str) -> int | None:
    """How many projects a text says, "12", "12 projets", "dodici progetti"; None for any other text."""
    form = rf"(?:(?P<whole>{_WHOLE})|(?P<word>[a-z]+))(?P<noun> (?:{PROJECTS}))?"
    match = re.fullmatch(form, _folded(text), re.ASCII)
    if match is None or (match["word"] in _ARTICLES and not match["noun"]):
        return None
    digits = re.sub(r"\D", "", match["whole"] or "")
    if match["word"] or len(digits) > _MOST_DIGITS:
        return in_words().get(match["word"])
    return int(digits)


def _is_sure(name: str, text: str) -> bool:
    """Whether it names a currency in this text: most codes do in capitals alone."""
    code = name.upper()
    return code not in CODES.split() or code in SMALL.split() or code in text


def _is_foreign(match: re.Match[str], text: str) -> bool:
    """Whether "billion" may be German or French there: in capitals, or by the words and marks around it."""
    names = {match["lead_of"], match["before"], match["after"]}
    return bool(
        "Billion" in text
        or re.search(r"\d,\d{1,2}(?!\d)|\bd['’]|\bd[ie] ", text)
        or names & {_folded(name) for name in NAMES}
        or match["word"] in {"un", "une", "ein", "eine"}
    )


def currency(text: str) -> str:
    """The code of a currency by its code, sign or name in any letters; empty when there is no such one."""
    name = _folded(text)
    return _named().get(name) or (name.upper() if name.upper() in CODES.split() else "")


def is_unit(word: str) -> bool:
    """Whether a word makes an amount of the number before it: a size, or a currency as people write it."""
    name = _folded(word)
    return name in SIZES or name in DOUBLE or (currency(word) != "" and _is_sure(name, word))


def is_in(text: str) -> bool:
    """Whether an amount stands in a text: a number with a currency or a size."""
    return _anywhere().search(_folded(text)) is not None


@cache
def _named() -> dict[str, str]:
    return {_folded(name): code for name, code in (SIGNS | NAMES).items()}


def _folded(text: str) -> str:
    """In small letters without accents, one space between words, and no stroke in place of cents."""
    typed = re.sub(r"(?<=\d)[½¼¾](?!\d)", lambda part: _PARTS[part[0]], " ".join(text.split()).casefold())
    letters = unicodedata.normalize("NFD", typed)  # a raised 1 is no 1
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    plain = with_halves(plain)
    plain = re.sub(r"(?<![a-z])t(?=eur\b|€)", "k", plain)  # TEUR, of German accounts
    plain = re.sub(r"(?<=[a-z])\.(?= |€|[a-z]|$)", "", plain)
    return re.sub(r"(?<=\d)[.,][-–—]+(?=\D|$)", "", plain)


@cache
def _form() -> re.Pattern[str]:
    """A currency, a size and a number, in the orders in which people write them."""
    names = _any_of({*_named(), *(each.lower() for each in CODES.split())})
    units = _any_of({*SIZES, *DOUBLE}).replace(r"\ ", " ?")
    words = _any_of(set(in_words()))
    money = r"(?:d[ie] |of |d['’])?"
    return re.compile(
        rf"(?:(?P<lead>{units}) ?(?P<lead_of>{names}) ?|(?P<before>{names}) ?)?"
        rf"(?:(?P<whole>{_WHOLE})(?P<part>[.,]\d{{1,3}})?|(?P<word>{words})(?= )) ?"
        rf"(?:(?P<unit>{units}) ?)?(?:{money}(?P<after>{names}))?",
        re.ASCII,
    )


@cache
def _anywhere() -> re.Pattern[str]:
    """A number beside a currency; or before a size that is no letter which means more elsewhere."""
    names = _any_of({*_named(), *SMALL.lower().split()})
    units = _any_of({*SIZES, *DOUBLE}).replace(r"\ ", " ?")
    sizes = _any_of({*SIZES, *DOUBLE} - {"m"}).replace(r"\ ", " ?")
    number = r"\d[\d.,' ]{0,20}"
    return re.compile(
        rf"(?<!\w)(?:{names}) ?\d|{number}(?:{units})? ?(?:{names})(?!\w)|\d ?(?:{sizes})(?!\w)", re.ASCII
    )


def _any_of(words: set[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))
