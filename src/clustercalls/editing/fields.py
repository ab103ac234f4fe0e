"""The fields that a command line can set: what each takes, and how its text is read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.model import EntryKind, StageKind
from clustercalls.registry import dates, values
from clustercalls.registry.build import STATUS_ADVICE, STATUSES, A
from clustercalls.tables.findings import Bad

_SIZES = {"": 1, "k": 1_000, "m": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
# Thousands in groups of exactly three behind one mark, or plain digits; then a fraction behind another mark.
_WHOLE = r"[1-9]\d{0,2}(?:(?P<mark>[ _.,'’])\d{3})(?:(?P=mark)\d{3})*|\d{1,15}"
_EURO = "(?:€|euros?|eur)?"
_AMOUNT = rf"{_EURO} ?(?P<whole>{_WHOLE})(?P<part>[.,]\d{{1,3}})? ?(?P<unit>k|m|mln|bn)? ?{_EURO}"
_CENTS = 2
_SIGNS = {"$": "USD", "£": "GBP"}
DATED = tuple(kind.value for kind in StageKind)


class Field(NamedTuple):
    """One field: its path in the table, how a text becomes its value (not of dates), and what that is."""

    path: tuple[str, ...]
    read: Callable[[str], Any]
    is_list: bool = False
    is_text: bool = False
    is_date: bool = False


def amount(text: str) -> int | float:
    """An amount as people write it: 18500000, 18.500.000, 18,500,000, € 350.000, 1.500,50, 18.5M, 350k.

    A group of three is thousands; before a unit one alone could be a fraction as well (1.500 mln).

    Raises:
        Bad: when it is none, or could be two.
    """
    match = re.fullmatch(_AMOUNT, " ".join(text.split()), re.ASCII | re.IGNORECASE)
    if not match:
        _check_currency(text)
        raise Bad("bad-money", key="budget", value=text, example="budget=18500000")
    whole, part, mark = match["whole"], match["part"] or "", match["mark"] or ""
    digits, fraction = re.sub(r"\D", "", whole), part[1:] or "0"
    size = _SIZES[(match["unit"] or "").lower()]
    if (len(fraction) > _CENTS and not (match["unit"] and whole == "0")) or part[:1] == (mark or " "):
        raise Bad("bad-money", key="budget", value=text, example="budget=18500000")
    if size > 1 and not part and mark in {".", ","} and whole.count(mark) == 1:
        readings = f"budget={int(digits) * size // 1000} / budget={int(digits) * size}"
        raise Bad("bad-money", key="budget", value=text, example=readings)
    number = round(float(f"{digits}.{fraction}") * size, 2)
    return int(number) if number == int(number) else number


def _check_currency(text: str) -> None:
    named = re.search(r"(?<![A-Za-z])(?!EUR|MLN)[A-Z]{3}\b|[$£]", text)
    if named and re.search(r"\d", text):
        currency = _SIGNS.get(named[0], named[0])
        raise Bad("other-currency", value=text, currency=currency)


def funding(text: str) -> list[dict[str, object]]:
    """`75`, `62,5 SMEs`: a rate, and for whom; several behind `;`, or a comma that is not within a number.

    Raises:
        Bad: when it does not begin with a percentage, or a comma could part two of them.
    """
    found: list[dict[str, object]] = []
    for each in re.split(r";|(?<!\d),|,(?!\d)", text):
        match = re.fullmatch(r"(\d{1,3}(?:\.\d+|,\d\d?)?)(?![\d.,])\s*%?\s*(.*)", each.strip(), re.ASCII)
        if match is None or re.search(r"\d,\d", match[2]):
            raise Bad("bad-rate", value=each.strip())
        rate = float(match[1].replace(",", "."))
        whom = {"for": match[2].removeprefix("for ").strip()} if match[2] else {}
        found.append({"rate": int(rate) if rate == int(rate) else rate} | whom)
    return found


def _texts(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()] if text != "[]" else []


def _whole(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII):
        raise Bad("bad-money", key="number", value=text, example="8")
    return int(text)


def _status(text: str) -> str:
    if text not in STATUSES:
        raise Bad("bad-status", value=text, what=A[EntryKind.CALL], advice=STATUS_ADVICE)
    return text


def _truth(text: str) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if text.casefold() not in words:
        advice = "Write it as in: {example}"
        raise Bad("bad-type", expected="true or false", found=text, advice=advice, example="cancelled=true")
    return words[text.casefold()]


def _hour(text: str) -> str:
    text = text.strip()
    text = "0" + text if text[1:2] == ":" else text
    dates.hour(text)
    return text


def _links(text: str) -> list[dict[str, str]]:
    return [{"url": values.address(each)} for each in text.split()]


_READERS: dict[Takes, Callable[[str], Any]] = {
    Takes.TEXT: str,
    Takes.TEXTS: _texts,
    Takes.DATE: str,  # `typed_dates` knows what becomes of it
    Takes.HOUR: _hour,
    Takes.STATUS: _status,
    Takes.AMOUNT: amount,
    Takes.NUMBER: _whole,
    Takes.RATES: funding,
    Takes.ADDRESSES: _links,
}
_LISTS = frozenset({Takes.TEXTS, Takes.RATES, Takes.ADDRESSES})


def _field(key: str, takes: Takes) -> Field:
    return Field(
        tuple(key.split(".")), _READERS[takes], takes in _LISTS, takes is Takes.TEXT, takes is Takes.DATE
    )


ENTRY = {each.typed or each.key: _field(each.key, each.takes) for each in FIELDS if each.takes}
STAGE = {
    **{name: _field(name, Takes.TEXT) for name in ("kind", "title", "zone", "follows", "note")},
    **{name: _field(name, Takes.DATE) for name in ("when", "until")},
    "at": _field("at", Takes.HOUR),
    "cancelled": Field(("cancelled",), _truth),
}


def field_named(name: str, known: dict[str, Field]) -> Field:
    """The field of this name.

    Raises:
        UsageRefused: when there is none.
    """
    if name in known:
        return known[name]
    from clustercalls.registry.suggest import nearest

    near = nearest(name, tuple(known))
    advice = ADVICE["near" if near else "an id stays" if name == "id" else "fields"]
    raise UsageRefused(problem("unknown-field", key=name, advice=advice, near=near, known=", ".join(known)))


def read_value(name: str, field: Field, text: str) -> Any:  # noqa: ANN401 - a TOML value
    """The value a text means.

    Raises:
        UsageRefused: when it does not fit, with what it was read as.
    """
    try:
        return field.read(text)
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **({"key": name} | bad.values))) from None
