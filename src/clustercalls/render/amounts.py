"""Amounts of money and rates as words of the reader."""

from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.once import once

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Collection

    from clustercalls.entry_tables import Grants
    from clustercalls.i18n import Language
    from clustercalls.model import Entry


def money(entry: "Entry", t: "Language") -> str:
    """The budget, or the grants, and the rate, as short as a column wants: `18.5 M€, 75 %`."""
    text = ""
    if entry.budget is not None:
        text = amount(entry.budget, entry.currency, t.code)
    elif entry.grants is not None:
        text = grants(entry.grants, entry.currency, t, short=True)
    if not entry.funding:
        return text
    rate = share(entry.funding[0].rate, t.code)
    return f"{text}, {rate}" if text else rate


@once
def share(rate: float, code: str) -> str:
    """`75 %`; below one percent with what a fraction would mean, as `check` asks: `0.85 % (85 %?)`."""
    meant = f" ({number(rate * 100, code, 6)} %?)" if 0 < rate < 1 else ""
    return f"{number(rate, code, 6)} %{meant}"


def grants(value: "Grants", currency: str, t: "Language", *, short: bool = False) -> str:
    """`8 × 350 k€`, and what one project can ask for; `short` leaves that out beside the rest."""
    each = amount(value.each, currency, t.code) if value.each is not None else ""
    if value.number is not None:
        each = f"{value.number} × {each}" if each else str(value.number)
    return each if short and each else ", ".join(filter(None, (each, _span(value, currency, t))))


def _span(value: "Grants", currency: str, t: "Language") -> str:
    least, most = (amount(end, currency, t.code) if end is not None else "" for end in (value.min, value.max))
    if least and most:
        return t("{least}–{most} a project", least=least, most=most)
    if most:
        return t("up to {amount} a project", amount=most)
    return t("from {amount} a project", amount=least) if least else ""


@once
def amount(value: float, currency: str, code: str) -> str:
    """`18.5 M€`, `350 k€`, `1,250 €`; never rounded: what does not fit a short form is written out."""
    unit = "€" if currency == "EUR" else currency
    for size, prefix in ((10**6, "M"), (10**3, "k")):
        scaled = round(value / size, 2) if value >= size else 0
        if scaled and scaled * size == value:
            return f"{number(scaled, code)} {prefix}{unit}"
    return f"{number(value, code)} {unit}".strip()


@once
def number(value: float, code: str, places: int = 2) -> str:
    """A number with the separators of the language, no digits that are not there, and `places` at most."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.{places}f}".rstrip("0").rstrip(".")
    return text if text.isdigit() else text.translate(_separators(code))


@once
def _separators(code: str) -> dict[int, str]:
    words = GRAMMARS[code]
    return {ord(","): words.thousands, ord("."): words.decimal}


def money_in_full(entry: "Entry", t: "Language") -> str:
    """Budget, grants and every rate with whom it is for."""
    return "; ".join(money_in_parts(entry, t))


def money_in_parts(entry: "Entry", t: "Language") -> tuple[str, ...]:
    """The same, each by itself."""
    budget = [amount(entry.budget, entry.currency, t.code)] if entry.budget is not None else []
    return (*budget, *_grants_said(entry, t), *rates(entry, t))


def money_set(entry: "Entry", t: "Language", names: "Collection[str]") -> list[str]:
    """The amounts, currency and rates that fields of these names set, as they were understood.

    With the currency every amount is said, for it is of all.
    """
    every, amounts_set = "currency" in names, []
    if entry.budget is not None and (every or "budget" in names):
        budget = amount(entry.budget, entry.currency, t.code)
        amounts_set.append(t("budget: {amount}", amount=budget))
    if every or any(name.startswith("grants.") for name in names):
        amounts_set += _grants_said(entry, t)
    if every and not amounts_set and entry.currency:
        amounts_set.append(t("currency: {code}", code=entry.currency))
    return amounts_set + (rates(entry, t) if "rate" in names else [])


def _grants_said(entry: "Entry", t: "Language") -> list[str]:
    if entry.grants is None:
        return []
    return [t("grants: {grants}", grants=grants(entry.grants, entry.currency, t))]


def rates(entry: "Entry", t: "Language") -> list[str]:
    """Every rate with whom it is for: `75 % for SMEs`."""
    shares = [(share(each.rate, t.code), each.whom) for each in entry.funding]
    return [t("{rate} for {whom}", rate=rate, whom=whom) if whom else rate for rate, whom in shares]
