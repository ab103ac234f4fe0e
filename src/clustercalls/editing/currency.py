"""The one currency of an entry, when an amount that is typed names another."""

from collections.abc import Mapping

from clustercalls.editing.document import Document, Table
from clustercalls.editing.fields import ENTRY
from clustercalls.editing.ops import value_at
from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.errors import UsageRefused, problem
from clustercalls.tables.findings import Bad

AMOUNTS = tuple(each.typed or each.key for each in FIELDS if each.takes is Takes.AMOUNT)


def default_currency(document: Document) -> str:
    """The currency of entries of a file that name none; empty when it has no such default."""
    return document.defaults.currency


def to_be(typed: Mapping[str, str], table: Table, default: str) -> str:
    """The currency to set, when amounts of `typed`, by field, name another than the entry has; else empty.

    Raises:
        UsageRefused: when two are named, or an amount that stays would change its currency.
    """
    named = {name: _named(typed[name], name) for name in AMOUNTS if typed.get(name)}
    named = {name: currency for name, currency in named.items() if currency}
    if not named:
        return ""
    from clustercalls.phrase import amounts

    (key, new), *others = named.items()
    stated = amounts.currency(typed.get("currency", ""))
    written = str(table.get("currency") or "") or default
    has = stated or amounts.currency(written) or written
    kept = [name for name in AMOUNTS if name not in typed and value_at(table, ENTRY[name].path) is not None]
    for name, currency in others:
        if currency != new:
            raise _two(key, new, name, currency)
    if stated and stated != new:
        raise _two(key, new, "currency", stated)
    if has and has != new and kept:
        raise _two(key, new, ", ".join(kept), has)
    return "" if has == new else new


def _named(text: str, field: str) -> str:
    from clustercalls.editing.typed_money import money

    try:
        return money(text, field).currency
    except Bad:  # told where the amount itself is read
        return ""


def _two(key: str, currency: str, known: str, before: str) -> UsageRefused:
    return UsageRefused(problem("other-currency", key=key, currency=currency, known=known, before=before))
