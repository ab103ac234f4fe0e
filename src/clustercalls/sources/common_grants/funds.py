"""The funding of an opportunity: amounts are texts of digits there, each with its currency."""

import re
from typing import Any, NamedTuple

from clustercalls.limits import OFFERED_AMOUNT

_AMOUNT = re.compile(r"\d{1,40}(?:\.\d{0,40})?", re.ASCII)
_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
_OF_GRANTS = {"min": "minAwardAmount", "max": "maxAwardAmount"}


class ReadFunds(NamedTuple):
    """The keys of an entry, and in a note what is no amount, or in another currency."""

    facts: dict[str, Any]
    notes: list[str]


def read_funds(received: object) -> ReadFunds:
    """What there is to be had: the budget, and of grants their number and how much at least and at most."""
    made, told = ReadFunds({}, []), received if isinstance(received, dict) else {}
    grants: dict[str, Any] = {}
    currency = ""
    for key, name in {"budget": "totalAmountAvailable", **_OF_GRANTS}.items():
        money = told.get(name)
        if money is None:
            continue
        amount, code = _money(money)
        if amount is None or (currency and code != currency):
            made.notes.append(f"{name}: {_as_told(money)}")
            continue
        currency = code
        (made.facts if key == "budget" else grants)[key] = amount
    if currency:
        made.facts["currency"] = currency
    if grants.keys() >= {"min", "max"} and grants["min"] > grants["max"]:
        made.notes.append(f"{_OF_GRANTS['min']} > {_OF_GRANTS['max']}")
        del grants["min"], grants["max"]
    number = _number(told, made.notes)
    grants = ({"number": number} if number is not None else {}) | grants
    if grants:
        made.facts["grants"] = grants
    return made


def _money(received: object) -> tuple[int | float | None, str]:
    """An amount and its currency; None for what is none."""
    told = received if isinstance(received, dict) else {}
    text, code = told.get("amount"), told.get("currency")
    if not (isinstance(text, str) and _AMOUNT.fullmatch(text)):
        return None, ""
    if not (isinstance(code, str) and _CODE.fullmatch(code.upper())):
        return None, ""
    amount = float(text)
    if amount > OFFERED_AMOUNT:
        return None, ""
    return int(amount) if amount.is_integer() else amount, code.upper()


def _as_told(received: object) -> str:
    told = received if isinstance(received, dict) else {}
    return f"{told.get('amount', '')} {told.get('currency', '')}".strip()[:80]


def _number(told: dict[str, Any], notes: list[str]) -> int | None:
    """How many grants are expected; where only bounds are received, these where they are one."""
    estimated, least, most = (_count(told.get(f"{name}AwardCount")) for name in ("estimated", "min", "max"))
    if estimated is not None:
        return estimated
    if least is not None and least == most:
        return least
    if least is not None or most is not None:
        notes.append(f"awardCount: {'…' if least is None else least} – {'…' if most is None else most}")
    return None


def _count(received: object) -> int | None:
    return received if type(received) is int and 0 <= received <= OFFERED_AMOUNT else None
