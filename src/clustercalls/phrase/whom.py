"""What stands behind a rate: who gets it, by `recipients` and `attributes`, or something else."""

import re
from enum import Enum, auto
from functools import cache

from clustercalls.phrase import amounts, beside_rates
from clustercalls.phrase.attributes import ARTICLES, ATTRIBUTES, LED, LINKS, THE
from clustercalls.phrase.bounds import without_tail
from clustercalls.phrase.countries import COUNTRIES
from clustercalls.phrase.folding import by_expression, fold
from clustercalls.phrase.months import MONTHS, POLISH_MONTHS
from clustercalls.phrase.recipients import ALONE, BETWEEN, RECIPIENTS

_LEAST_NAME = 4  # "mar" and "out" are more than months
_LEAST_CODE = 3
_WHO, _COUNT = " @ ", " # "
_BETWEEN_WORDS = r"[\s,./&()\"'“”-]+"
_MAY = {"", "from", "since", "until", "till", "in", "by", "da", "dal", "ab", "seit", "bis", "od", "do"}


class More(Enum):
    """What a rate has no room for."""

    BOUND = auto()
    AMOUNT = auto()
    MONEY = auto()
    PAYER = auto()
    OF_WHAT = auto()
    TIME = auto()
    ASIDE = auto()
    UNKNOWN = auto()


def is_recipient(words: str) -> bool:
    """Whether it has a word of who gets a share."""
    said = fold(words)
    return bool(_recipients().search(said) or _alone().fullmatch(said))


def is_named(words: str, lead: str = "") -> bool:
    """Whether all its words say who gets a share: a recipient, and what may stand beside one.

    With `lead`, the "for" before it, also who could as well pay, "applicants", and names, "category B".
    """
    marked = re.sub(beside_rates.NOT_SUCH, "", _counted(fold(words)))
    if _alone().fullmatch(marked):
        return True
    marked = _recipients().sub(_WHO, marked)
    if lead:
        marked = re.sub(beside_rates.CATEGORY, _WHO, _led().sub(_WHO, marked))
    parts = [each for each in re.split(_BETWEEN_WORDS, marked) if each]
    if lead and re.fullmatch(r"[A-Z]\d?", words):
        return True
    return (
        _WHO.strip() in parts
        and all(_attributes().fullmatch(each) or _links().fullmatch(each) for each in parts)
        and not any(_links().fullmatch(each) for each in (parts[0], parts[-1]))
    )


def without_article(words: str) -> str:
    """Whom it is for without the article before it: "le PMI" are "PMI"; what is not known for that stays."""
    bare = re.sub(rf"^(?:(?:{THE})\s+|l['’]\s*)", "", words, flags=re.IGNORECASE)
    return bare if is_named(bare, "for") else words


def more(words: str, lead: str) -> More | None:
    """What it says that is not who gets the rate; None when it is. `lead` is the "for" that stood before it.

    UNKNOWN for what may be who gets it, and has words that are not known for that: "for:" before it tells.
    """
    folded = fold(words)
    if lead == "per" and re.match(beside_rates.EACH, folded):
        return More.ASIDE
    for why in (More.PAYER, More.OF_WHAT, More.ASIDE, More.TIME):
        if re.search(beside_rates.SAID[why.name], folded):
            return why
    if _is_money(words):
        return More.MONEY
    if _is_dated(folded):
        return More.TIME
    if without_tail(words) != words:
        return More.BOUND
    if (aim := re.search(beside_rates.AIM, folded)) and not is_recipient(folded[: aim.start()]):
        return More.ASIDE  # "loan for SMEs"
    whose = None if lead else re.search(beside_rates.GENITIVE, folded)
    if whose and not is_recipient(folded[: whose.start()]):  # "turnover of SMEs"
        return More.ASIDE if is_recipient(folded) else More.UNKNOWN
    return None if lead.endswith(":") or is_named(words, lead) else More.UNKNOWN


def second(words: str) -> str:
    """The first number that counts nobody, is no time and no part of a name; empty without any."""
    said = _ageless(fold(words))
    for match in re.finditer(beside_rates.NUMBER, said):
        before, after = said[: match.start()], said[match.end() :]
        if not (
            re.match(beside_rates.PEOPLE, after)
            or (re.match(beside_rates.MEMBERS, after) and re.search(beside_rates.LINK, before))
            or re.search(beside_rates.LABEL, before)
            or re.match(beside_rates.TIMED, after)
            or re.fullmatch(r"(?:19|20)\d\d", match[0])
        ):
            return match[0]
    return ""


def _counted(said: str) -> str:
    """The text with a mark for a number and whom it counts, an age, a sector, the name of an aim."""
    said = re.sub(beside_rates.AGE, _COUNT, said) if re.search(beside_rates.AGED, said) else said
    said = re.sub(beside_rates.SECTOR, _COUNT, said)
    said = re.sub(rf"(?<![a-z0-9])\d[\d.,]*(?:{beside_rates.PEOPLE}|{beside_rates.MEMBERS})", _COUNT, said)
    return re.sub(rf"{beside_rates.NAMED}\d+", _COUNT, said)


def _is_money(words: str) -> bool:
    """Whether it begins with what makes an amount of the number before it, or names money anywhere."""
    if re.search(beside_rates.CURRENCIES, fold(words)):
        return True
    names = re.findall(r"[^\W\d_]+\$?", words)
    return any(
        amounts.is_unit(name) and not is_recipient(name)
        for place, name in enumerate(names)
        if place == 0 or len(name) >= _LEAST_CODE
    )


def _is_dated(folded: str) -> bool:
    """Whether a time stands in it; an age is none."""
    folded = _ageless(folded)
    if re.search(beside_rates.DURATION, folded):
        return True
    words = re.findall(r"[a-z]+", folded)
    return any(
        word in _months() or (word in {"may", "mai", "maj"} and before in _MAY)
        for before, word in zip(["", *words], words, strict=False)
    )


def _ageless(said: str) -> str:
    """The text without an age of people who are told by theirs."""
    return re.sub(beside_rates.AGE, "", said) if re.search(beside_rates.AGED, said) else said


@cache
def _recipients() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(RECIPIENTS)})(?![a-z0-9])")


@cache
def _alone() -> re.Pattern[str]:
    word = rf"(?:{ALONE}|{BETWEEN})"
    return re.compile(rf"\(?(?:{word}[ ,/-]+)*(?:{ALONE})\)?")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join((*LED, *_countries()))})(?![a-z0-9])")


@cache
def _attributes() -> re.Pattern[str]:
    names = (name for country in _countries() for name in country.split())
    return re.compile(rf"[@#]|[a-z]+\d+|{'|'.join((*ATTRIBUTES, ARTICLES, BETWEEN, *names))}")


@cache
def _links() -> re.Pattern[str]:
    return re.compile("|".join(LINKS))


@cache
def _countries() -> tuple[str, ...]:
    """Names of countries and their people, folded."""
    return tuple(name.replace("-", " ") for name in by_expression(COUNTRIES))


@cache
def _months() -> frozenset[str]:
    rows = (*MONTHS.values(), *POLISH_MONTHS.values())
    return frozenset(name for row in rows for name in fold(row).split() if len(name) >= _LEAST_NAME)
