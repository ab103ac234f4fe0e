"""Small numbers in words, as people write them in seven languages."""

import re
from functools import cache

from clustercalls.phrase.folding import by_expression, fold

# English, Italian, French, German, Spanish, Portuguese, Polish; every number with its genders and cases.
NUMBERS = {
    1: "a an one un uno una une ein eine einem einen einer um uma jeden jedna jedno",
    2: "two due deux zwei dos dois duas dwa dwie",
    3: "three tre trois drei tres três trzy",
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
    30: "thirty trenta trente dreißig treinta trinta trzydzieści",
}

# Before a million or a milliard, folded: "half a million", "un demi-million".
HALF = (
    r"(?<![a-z0-9])(?:half an? |a half |mezzo |(?:ei\w* )?halbe |(?:un )?demi[- ]|medio |meio |po[lł] )"
    r"(?=bill|mil[hil])"
)

_SIZES = r"(?:mili|mill?[ij]?on|milh|millia?r)[a-z]*|mln|mio|mrd|mld"
_AND_HALF = r"(?:and a half|e mezz[oa]|et demie?|y medi[oa]|e mei[oa]|i po[lł])"

# Behind a number, the same in words; contracts end them with a stroke and the cents, "(duemilioni/00)".
_AGAIN = re.compile(r"(.*\d.*?) ?\(([^()\d]+?)(?: ?[/,.] ?0{1,2})?\)")
_SIZE = re.compile(r"(?<=[a-z])(?=mil(?:a|le|ion|lion|hao|hoes)|milli|thousand|tausend)|(?<=[a-z])-(?=[a-z])")
_SIZED = re.compile(r"\b(?:mil|thousand|tausend|tys)")


def said_again(text: str) -> tuple[str, str]:
    """The amount of a text, and what stands in words behind it, in brackets; empty where nothing does."""
    match = _AGAIN.fullmatch(text)
    again = _SIZE.sub(" ", fold(match[2])) if match else ""
    return (match[1], again) if match and _SIZED.search(again) else (text, "")


def with_halves(plain: str) -> str:
    """A folded text with the halves of its millions in figures: "half a million", "un milione e mezzo"."""
    plain = _and_half().sub(_in_figures, _one_and_half().sub("1.5 ", plain))
    return re.sub(HALF, "0.5 ", plain)


def _in_figures(said: re.Match[str]) -> str:
    count = said["count"] or said["glued"]
    return f"{in_words().get(count, count)}.5 {said['size'] or ''}"


@cache
def _one_and_half() -> re.Pattern[str]:
    """One and a half in one word."""
    return re.compile(rf"\b(?:anderthalb|po[lł]tor(?:a|ej)) (?={_SIZES})")


@cache
def _and_half() -> re.Pattern[str]:
    """A number with its half, on either side of what is counted, or in one German word."""
    words = "|".join(map(re.escape, in_words()))
    count = (
        rf"(?<![\w.,])(?:(?P<count>\d+|{words}) (?:{_AND_HALF} (?={_SIZES})|(?P<size>{_SIZES}) {_AND_HALF}\b)"
    )
    return re.compile(rf"{count}|(?P<glued>{words})einhalb (?={_SIZES}))")


@cache
def in_words() -> dict[str, int]:
    """Every word of a number, folded, with what it is."""
    return by_expression(NUMBERS)
