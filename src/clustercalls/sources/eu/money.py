"""How much a record says there is: the pot, how many grants, and how much each."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from clustercalls.limits import OFFERED_AMOUNT
from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.eu.asking import Type

EURO = "EUR"
_DIGITS = len(str(OFFERED_AMOUNT))


class PortalMoney(NamedTuple):
    """Amounts in a currency; `same` is how many other topics of the call name the same pot.

    That is perhaps theirs together; it changes when one of them comes or goes, and is no fact of this one.
    """

    budget: int | None = None
    currency: str = ""
    number: int | None = None
    least: int | None = None
    most: int | None = None
    same: int = 0


def money(record: PortalRecord, kind: Type, *, sisters: bool = True) -> PortalMoney:
    """What a record says of money; without `sisters`, `same` is not counted."""
    if kind is not Type.TOPIC:
        budget, currency = _amount(record.first("budget")), _currency(record.first("currency"))
        return PortalMoney(budget, currency) if budget and currency else PortalMoney()
    overview = record.inner("budgetOverview")
    table = overview.get("budgetTopicActionMap") if isinstance(overview, dict) else None
    every = [each for rows in table.values() for each in _rows(rows)] if isinstance(table, dict) else []
    name = f"{record.first('identifier')} - "
    own = _once(each for each in every if _text(each.get("action")).startswith(name))
    pots = {_pot(each) for each in own} - {0} if sisters else set()
    sharing = (each for each in every if pots and _pot(each) in pots)
    topics = {_text(each.get("action")).partition(" - ")[0] for each in sharing}
    return _summed(own)._replace(same=max(len(topics) - 1, 0))


def _summed(own: list[Mapping[str, Any]]) -> PortalMoney:
    """What the rows of one topic say together."""
    budget, number = (_bounded(sum(amounts)) for amounts in (map(_pot, own), map(_number, own)))
    least = min(filter(None, (_amount(each.get("minContribution")) for each in own)), default=None)
    most = max(filter(None, (_amount(each.get("maxContribution")) for each in own)), default=None)
    if least and most and least > most:  # whichever of the two is wrong
        least = most = None
    return PortalMoney(budget, EURO if budget or least or most else "", number, least, most)


def _rows(rows: object) -> Iterable[Mapping[str, Any]]:
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def _once(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows without those that say the same once more."""
    rows = list(rows)
    if len(rows) <= 1:
        return rows
    return list({json.dumps(each, sort_keys=True): each for each in rows}.values())


def _pot(row: Mapping[str, Any]) -> int:
    """The amounts of all years of a row."""
    years = row.get("budgetYearMap")
    return sum(_amount(each) or 0 for each in years.values()) if isinstance(years, dict) else 0


def _number(row: Mapping[str, Any]) -> int:
    return _amount(row.get("expectedGrants")) or 0


def _amount(value: object) -> int | None:
    """A whole amount, written as a number or a text; None for none, and for zero."""
    if type(value) is str and value.isascii() and value.isdigit() and len(value) <= _DIGITS:  # most
        return _bounded(int(value))
    text = f"{value}".strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    whole, _, rest = text.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (rest and not (rest.isascii() and rest.isdigit())):
        return None
    return _bounded(int(whole)) if len(whole) <= _DIGITS else None


def _bounded(amount: int) -> int | None:
    return amount if 0 < amount <= OFFERED_AMOUNT else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _currency(text: str) -> str:
    """The currency that a record names, euro where it names none; empty for one that nobody knows."""
    if text.strip() in {"", EURO}:
        return EURO
    from clustercalls.phrase.amounts import currency

    return currency(text.strip()) or ""
