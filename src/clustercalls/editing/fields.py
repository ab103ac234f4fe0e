"""The fields that a command line can set: what each takes, and how its text is read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.errors import ADVICE, UsageRefused, either, problem
from clustercalls.model import EntryKind, StageKind
from clustercalls.phrase import amounts, rates
from clustercalls.phrase.amounts import Money
from clustercalls.registry import dates, values
from clustercalls.registry.build import STATUS_ADVICE, STATUSES, A
from clustercalls.tables.findings import Bad

TRUE, FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})
DATED = tuple(kind.value for kind in StageKind)


class Field(NamedTuple):
    """One field: its path in the table, how a text becomes its value (not of dates), and what that is."""

    path: tuple[str, ...]
    read: Callable[[str], Any]
    is_list: bool = False
    is_text: bool = False
    is_date: bool = False


def _amount(text: str) -> float:
    return money(text).amount


def money(text: str) -> Money:
    """The amount that was typed, and the currency named beside it.

    Raises:
        Bad: when it is none, or could be two.
    """
    try:
        return amounts.read(text)
    except amounts.NotAnAmount as none:
        if none.bare:
            raise _more(text, "it says more than an amount", none.bare) from None
        if not none.readings:
            raise Bad("not-an-amount", value=text) from None
        several = either([str(each) for each in none.readings])
        raise Bad("ambiguous-amount", value=text, example=none.readings[0], **several) from None


def funding(text: str) -> list[dict[str, object]]:
    """The rates of a text, each with for whom, as rows of the file.

    Raises:
        Bad: when it does not begin with a percentage, has several, or one below 1 that may be a fraction.
    """
    try:
        return [{"rate": rate} | ({"for": whom} if whom else {}) for rate, whom in rates.read(text)]
    except rates.AFraction as fraction:
        readings = fraction.readings
        raise Bad("ambiguous-rate", value=fraction.text, example=readings[0], **either(readings)) from None
    except rates.NotARate as none:
        if not none.shares:
            raise Bad("bad-rate", value=none.text) from None
        if len(none.shares) == 1:
            raise _more(none.text, "it says how far a rate goes", none.shares[0]) from None
        alone = " ".join(f'--rate "{each}"' for each in none.shares)
        example = {"example": alone, "also": "; ".join(none.shares)}
        raise Bad("several-rates", value=none.text, **example) from None


def _more(text: str, reason: str, bare: str) -> Bad:
    """The refusal of a text that says more than a field has room for; `bare` is what would be taken."""
    advice = "Write {example} if that is meant."
    return Bad("not-this-field", value=text, reason=reason, advice=advice, example=bare)


def _item(text: str) -> list[str]:
    return [text.strip()] if text.strip() and text != "[]" else []


def _parted(text: str) -> list[str]:
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
    if text.casefold() not in TRUE | FALSE:
        advice = "Write it as in: {key}=true"
        raise Bad("bad-type", expected="true or false", found=text, advice=advice)
    return text.casefold() in TRUE


def _hour(text: str) -> str:
    text = text.strip()
    text = "0" + text if text[1:2] == ":" else text
    dates.hour(text)
    return text


def _links(text: str) -> list[dict[str, str]]:
    return [{"url": values.address(text.strip())}]


_READERS: dict[Takes, Callable[[str], Any]] = {
    Takes.TEXT: str,
    Takes.ITEM: _item,
    Takes.TEXTS: _parted,
    Takes.DATE: str,  # `typed_dates` knows what becomes of it
    Takes.HOUR: _hour,
    Takes.STATUS: _status,
    Takes.AMOUNT: _amount,
    Takes.NUMBER: _whole,
    Takes.RATES: funding,
    Takes.ADDRESSES: _links,
}
_LISTS = frozenset({Takes.ITEM, Takes.TEXTS, Takes.RATES, Takes.ADDRESSES})


def _field(key: str, takes: Takes) -> Field:
    return Field(
        tuple(key.split(".")), _READERS[takes], takes in _LISTS, takes is Takes.TEXT, takes is Takes.DATE
    )


ENTRY = {each.typed or each.key: _field(each.key, each.takes) for each in FIELDS if each.takes}
STAGE = {
    **{name: _field(name, Takes.TEXT) for name in ("kind", "title", "zone", "follows", "note")},
    **{name: _field(name, Takes.DATE) for name in ("when", "until")},
    "at": _field("at", Takes.HOUR),
    **{name: Field((name,), _truth) for name in ("cancelled", "rolling")},
}


def field_named(name: str, known: dict[str, Field]) -> Field:
    """The field of this name.

    Raises:
        UsageRefused: when there is none.
    """
    if name in known:
        return known[name]
    from clustercalls.registry.suggest import near_one

    near = near_one(name, tuple(known))
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
