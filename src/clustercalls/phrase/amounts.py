"""Amounts as people write them, `18.500.000`, `1,5 Mio. EUR`, `M€ 3`, in seven languages, and currencies."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

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
# What people write for a currency, folded; a sign that several have stands for the one of most.
SIGNS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "sterling": "GBP", "$": "USD", "us$": "USD", "zł": "PLN", "sfr": "CHF", "r$": "BRL",
    "złoty": "PLN", "złote": "PLN", "złotych": "PLN",
}  # fmt: skip
SMALL = "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF"  # read in small letters too: "all" is a word
THOUSAND, MILLION, MILLIARD = 1_000, 1_000_000, 1_000_000_000
# Folded. What is 10^12 in one language and 10^9 in another (billón, Billionen) is in no row.
SIZES = {
    **dict.fromkeys(
        ("k", "thousand", "mila", "mille", "milliers", "tsd", "tausend", "tys", "tysiecy"),
        THOUSAND,
    ),
    **dict.fromkeys(
        (
            "m", "mn", "mln", "mio", "mill", "million", "millions", "millionen", "milione", "milioni",
            "millon", "millones", "milhao", "milhoes", "milion", "miliona", "miliony", "milionow",
        ),
        MILLION,
    ),
    **dict.fromkeys(
        (
            "bn", "billion", "mld", "mrd", "miliardo", "miliardi", "milliard", "milliards", "milliarde",
            "milliarden", "md", "mds", "miliard", "miliardy", "miliardow", "mil millones", "mil milhoes",
        ),
        MILLIARD,
    ),
}  # fmt: skip
# Thousands in Spanish and Portuguese, millions where it is short for them.
DOUBLE = {"mil": (THOUSAND, MILLION)}
# Numbers in words, which only a size makes an amount of.
NUMBERS = {
    1: "a one un uno una une ein eine um jeden",
    2: "two due deux zwei dos dois duas dwa",
    3: "three tre trois drei tres trzy",
    4: "four quattro quatre vier cuatro quatro cztery",
    5: "five cinque cinq fünf cinco pięć",
    6: "six sei sechs seis sześć",
    7: "seven sette sept sieben siete sete siedem",
    8: "eight otto huit acht ocho oito osiem",
    9: "nine nove neuf neun nueve dziewięć",
    10: "ten dieci dix zehn diez dez dziesięć",
    12: "twelve dodici douze zwölf doce doze dwanaście",
    15: "fifteen quindici quinze fünfzehn quince piętnaście",
    20: "twenty venti vingt zwanzig veinte vinte dwadzieścia",
}
# What is typed along: it says what the amount is of.
CUES = (
    "budget|total budget|indicative budget|dotazione|dotazione finanziaria|stanziamento|risorse|budget total"
    "|dotation|enveloppe|fordervolumen|fordersumme|mittel|presupuesto|dotacion|orcamento|dotacao|budzet"
    "|alokacja|kwota"
)
# How far an amount goes, and of what it is: no part of it.
_AROUND = (
    r"^(?:(?:up to|at most|at least|max(?:imum|imal)?\.?|min(?:imum)?\.?|about|around|circa|ca\.|approx\.?"
    r"|fino ad? (?:un massimo di )?|al massimo|almeno|jusqu['’]à|au plus|au moins|environ|bis zu|höchstens"
    r"|mindestens|rund|etwa|hasta|como máximo|alrededor de|unos|até|no máximo|cerca de|do"
    r"|maksymalnie(?: do)?|około|ok\.)\s*)+(?=\S)"
    r"|\s*(?:per|par|pro|por|na|a) (?:project|proposal|progetto|proposta|projet|projekt|proyecto"
    r"|projeto)\w*$"
)
# Thousands in groups of exactly three behind one mark, or plain digits; then a fraction behind another mark.
_WHOLE = r"[1-9]\d{0,2}(?:(?P<mark>[ _.,'’])\d{3})(?:(?P=mark)\d{3})*|\d{1,15}"
_CENTS = 2
_PARTS = {"½": ".5", "¼": ".25", "¾": ".75"}


class Money(NamedTuple):
    """An amount, and the code of the currency named beside it; empty when none is."""

    amount: float
    currency: str


class NotAnAmount(ValueError):
    """A text that is no amount, or could be two: those are its `readings`.

    `bare` is the amount of a text that says how far it goes, "up to 3M", or of what, "3M per project".
    """

    def __init__(self, text: str, readings: tuple[int, ...] = (), bare: str = "") -> None:
        super().__init__(text)
        self.readings = readings
        self.bare = bare


def read(text: str) -> Money:
    """The amount a text writes: 18500000, 18.500.000, € 350.000, 18.5M, 3 milioni di euro, CHF 17.2M.

    A group of three is thousands; before a unit one alone could be a fraction as well (1.500 mln).

    Raises:
        NotAnAmount: when it is none, or could be two.
    """
    match = re.fullmatch(_form(), _folded(text))
    if not match:
        raise NotAnAmount(text, bare=_bare(text))
    currencies = {currency(each) for each in (match["lead_of"], match["before"], match["after"]) if each}
    if any(
        each not in SMALL.split() and each not in text and each not in SIGNS.values() for each in currencies
    ):
        raise NotAnAmount(text)
    whole = match["whole"] or str(_in_words().get(match["word"], 1))
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
    amounts = [round(float(f"{digits}.{fraction}") * each, 2) for each in sizes]
    whole_ones = tuple(int(each) for each in amounts)
    if len(amounts) > 1:
        raise NotAnAmount(text, whole_ones)
    return Money(whole_ones[0] if amounts[0] == whole_ones[0] else amounts[0], next(iter(currencies), ""))


def _bare(text: str) -> str:
    """The amount in a text that says more of it; empty when there is none."""
    plain = re.sub(_AROUND, "", text.strip(), flags=re.IGNORECASE)
    return plain if plain != text.strip() and re.fullmatch(_form(), _folded(plain)) else ""


def currency(text: str) -> str:
    """The code of a currency by its code, sign or name in any letters; empty when there is no such one."""
    name = text.strip().casefold()
    return SIGNS.get(name) or (name.upper() if name.upper() in CODES.split() else "")


def _folded(text: str) -> str:
    """In small letters without accents, one space between words, and no stroke in place of cents."""
    typed = re.sub(r"(?<=\d)[½¼¾](?!\d)", lambda part: _PARTS[part[0]], " ".join(text.split()).casefold())
    letters = unicodedata.normalize("NFD", typed)  # a raised 1 is no 1
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    plain = re.sub(r"(?<![a-z])t(?=eur\b|€)", "k", plain)  # TEUR, of German accounts
    plain = re.sub(r"(?<=[a-z])\.(?= |€|[a-z]|$)", "", plain)
    return re.sub(r"(?<=\d)[.,][-–—]+(?=\D|$)", "", plain)


@cache
def _form() -> re.Pattern[str]:
    """A currency, a size and a number, in the orders in which people write them."""
    names = _any_of({*SIGNS, *(each.lower() for each in CODES.split())})
    units = _any_of({*SIZES, *DOUBLE}).replace(r"\ ", " ?")
    words = _any_of(set(_in_words()))
    money = r"(?:d[ie] |of |d['’])?"
    return re.compile(
        rf"(?:(?:{CUES})(?: ?: ?| ))?(?:(?P<lead>{units}) ?(?P<lead_of>{names}) ?|(?P<before>{names}) ?)?"
        rf"(?:(?P<whole>{_WHOLE})(?P<part>[.,]\d{{1,3}})?|(?P<word>{words})(?= )) ?"
        rf"(?:(?P<unit>{units}) ?)?(?:{money}(?P<after>{names}))?",
        re.ASCII,
    )


def _any_of(words: set[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))


@cache
def _in_words() -> dict[str, int]:
    return {_folded(word): number for number, row in NUMBERS.items() for word in row.split()}
