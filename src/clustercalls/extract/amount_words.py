"""Amounts that are written in words, "un milione e trecentomila euro", in seven languages."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from clustercalls.phrase import amounts
from clustercalls.phrase.folding import by_expression, fold
from clustercalls.phrase.sizes import SIZES

# Folded; what is a number in one language and a common word in another ("sei", "six", "a") is one here
# only beside a size, a thousand or a million.
_SMALL = {
    1: "un uno una une um uma one ein eine einer einem einen eins jeden jedna jedno",
    2: "due deux zwei dos dois duas two dwa dwie",
    3: "tre trois drei tres three trzy",
    4: "quattro quatre vier cuatro quatro four cztery",
    5: "cinque cinq funf fuenf cinco five piec",
    6: "sei six sechs seis szesc",
    7: "sette sept sieben siete sete seven siedem",
    8: "otto huit acht ocho oito eight osiem",
    9: "nove neuf neun nueve nine dziewiec",
    10: "dieci dix zehn diez dez ten dziesiec",
    11: "undici onze elf once eleven jedenascie",
    12: "dodici douze zwolf doce doze twelve dwanascie",
    13: "tredici treize dreizehn trece treze thirteen trzynascie",
    14: "quattordici quatorze vierzehn catorce catorze fourteen czternascie",
    15: "quindici quinze funfzehn quince fifteen pietnascie",
    16: "sedici seize sechzehn dieciseis dezasseis sixteen szesnascie",
    18: "diciotto dix-huit achtzehn dieciocho dezoito eighteen osiemnascie",
    20: "venti vingt zwanzig veinte vinte twenty dwadziescia",
    25: "venticinque veinticinco",
    30: "trenta trente dreissig dreiszig treinta trinta thirty trzydziesci",
    40: "quaranta quarante vierzig cuarenta quarenta forty czterdziesci",
    50: "cinquanta cinquante funfzig fuenfzig cincuenta cinquenta fifty piecdziesiat",
    60: "sessanta soixante sechzig sesenta sessenta sixty szescdziesiat",
    70: "settanta soixante-dix siebzig setenta seventy siedemdziesiat",
    80: "ottanta quatre-vingt quatre-vingts achtzig ochenta oitenta eighty osiemdziesiat",
    90: "novanta quatre-vingt-dix neunzig noventa ninety dziewiecdziesiat",
    100: "cento cent hundert cien ciento cem hundred sto",
    200: "doscientos duzentos dwiescie",
    300: "trescientos trezentos trzysta",
    400: "cuatrocientos quatrocentos czterysta",
    500: "quinientos quinhentos piecset",
    600: "seiscientos seiscentos szescset",
    700: "setecientos setecentos siedemset",
    800: "ochocientos oitocentos osiemset",
    900: "novecientos novecentos dziewiecset",
}
_HUNDRED = frozenset(["cento", "cent", "cents", "hundert", "hundred"])
_HALF = r"(?:and a half|e mezz[oa]|et demie?|y medi[oa]|e mei[oa]|und ein halb\w*|i pol)"
_JOINTS = frozenset(["e", "y", "et", "i", "und", "and"])
_THOUSAND = frozenset(["mila", "mille", "mil", "tausend", "thousand", "tys", "tysiac", "tysiace", "tysiecy"])
_HALVES = (
    r"(?:half an? |a half |mezzo |(?:ei\w* )?halbe |demi[- ]|medio |meio |pol "
    r"|(?:[a-z]{2,12}|\d{1,3}) (?:and a half|e mezz[oa]|et demie?|y medi[oa]|e mei[oa]) "
    r"|anderthalb |poltor(?:a|ej) |[a-z]{3,8}einhalb )(?:mil|mio|mrd|mld)[a-z]*|\d{1,3} mil[a-z]+ "
) + _HALF
_GLUED = 60  # letters of a number in one word
_RUN = 24  # words of one amount at most
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.ASCII)


class AmountInWords(Struct, frozen=True):
    """An amount in words at its place in a folded text; no currency where none follows."""

    start: int
    end: int
    amount: float
    currency: str


def amounts_in_words(folded: str) -> list[AmountInWords]:
    """Every amount of a thousand and more that a folded text has in words, in order."""
    if not _sized().search(folded):
        return []
    gathered = _halves(folded)
    run: list[tuple[int, int, list[str]]] = []
    for match in [*_WORD.finditer(folded), None]:
        tokens = _tokens(match[0]) if match else []
        glued = not run or match is None or re.fullmatch(r"[ -]", folded[run[-1][1] : match.start()])
        if match and tokens and glued and len(run) < _RUN:
            run.append((match.start(), match.end(), tokens))
            continue
        gathered += _amount(folded, run)
        run = [(match.start(), match.end(), tokens)] if match and tokens else []
    return gathered


def _halves(folded: str) -> list[AmountInWords]:
    """The amounts with a half in them, "half a million euros", which `phrase` reads."""
    gathered = []
    for match in re.finditer(rf"(?<![\w.,]){_HALVES}(?!\w)", folded):
        money = _currency().match(folded, match.end())
        end = money.end() if money else match.end()
        try:
            read = amounts.read(folded[match.start() : end])
        except amounts.NotAnAmount:
            continue
        gathered.append(AmountInWords(match.start(), end, read.amount, read.currency))
    return gathered


def _amount(folded: str, run: list[tuple[int, int, list[str]]]) -> list[AmountInWords]:
    """The amount of a run of words of numbers, if it is one."""
    while run and set(run[-1][2]) <= _JOINTS:
        run = run[:-1]
    while run and set(run[0][2]) <= _JOINTS:
        run = run[1:]
    if not run or re.search(r"[\d.,]\s?$", folded[max(0, run[0][0] - 2) : run[0][0]]):
        return []
    value, counted, size = _value([token for _, _, tokens in run for token in tokens])
    if not counted or size < _LEAST:
        return []
    end = run[-1][1]
    half = re.compile(rf" {_HALF}\b").match(folded, end)
    if half:
        value, end = value + size / 2, half.end()
    money = _currency().match(folded, end)
    if money is None and size < _MILLION:
        return []
    code = amounts.currency(money["name"]) if money else ""
    return [AmountInWords(run[0][0], money.end() if money else end, value, code)]


_LEAST, _MILLION = 1_000, 1_000_000


def _value(tokens: list[str]) -> tuple[float, bool, int]:
    """What these words say, whether a number stands before a size, and the last size of them."""
    whole, part, counted, last = 0.0, 0.0, False, 0
    for token in tokens:
        size = 1_000 if token in _THOUSAND else SIZES.get(token, 0) if len(token) > _LEAST_LETTERS else 0
        if token in _HUNDRED and part:
            part *= 100
        elif size:
            counted = counted or part > 0
            if last and size > last:  # "cinquecento mila milioni" is none
                return 0, False, 0
            whole, part, last = whole + part * size, 0, size
        elif token not in _JOINTS:
            part += _numbers().get(token, 100 if token in _HUNDRED else 0)
    return whole + part, counted, last


_LEAST_LETTERS = 3


@lru_cache(maxsize=4096)
def _tokens(word: str) -> list[str]:
    """The words of numbers that a word is made of, "duecentomila"; none where it is another word."""
    if word in _JOINTS or _is_number(word):
        return [word]
    tokens = list(_parts(word)) if len(word) < _GLUED else []
    return tokens if len(tokens) > 1 else []


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """The words of numbers that make up this one, long ones before short; none where others are in it."""
    for name in _by_length():
        if not word.startswith(name):
            continue
        rest = word[len(name) :].lstrip("-")
        if not rest:
            return (name,)
        if following := _parts(rest):
            return (name, *following)
    return ()


def _is_size(word: str) -> bool:
    return word in _THOUSAND or (len(word) > _LEAST_LETTERS and word in SIZES)


def _is_number(word: str) -> bool:
    return word in _numbers() or word in _HUNDRED or _is_size(word)


@cache
def _numbers() -> dict[str, int]:
    return by_expression(_SMALL)


@cache
def _by_length() -> list[str]:
    """What glued words are made of, the longest first: those of Italian and German among them."""
    sizes = [each for each in SIZES if len(each) > _LEAST_LETTERS and " " not in each]
    words = {*_numbers(), *_HUNDRED, *_THOUSAND, *sizes, "und"}
    return sorted(words, key=lambda each: (-len(each), each))


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(r"mil|thousand|tausend|tys")


@cache
def _currency() -> re.Pattern[str]:
    names = {fold(each) for each in (*amounts.SIGNS, *amounts.NAMES, "euro", "euros", "eur")}
    wording = "|".join(re.escape(each) for each in sorted(names, key=lambda each: (-len(each), each)))
    return re.compile(rf" ?(?:d[ie] |d'|of )?(?P<name>{wording})(?!\w)")
