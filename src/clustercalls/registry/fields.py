"""The fields that a command line can set: what each takes, and how its text is read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.model import EntryKind, StageKind
from clustercalls.registry import values
from clustercalls.registry.build import STATUS_ADVICE, STATUSES, A
from clustercalls.registry.moves import toml_date
from clustercalls.registry.values import Bad

ReadDate = Callable[[str], str]

_SIZES = {"": 1, "k": 1_000, "m": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
_AMOUNT = r"(\d+|\d{1,3}(?:[ _]\d{3})+)([.,]\d{1,3})?\s*(k|m|mln|bn)?\s*(?:€|eur)?"
DATED = tuple(kind.value for kind in StageKind)


class Field(NamedTuple):
    """One field: its path in the table, how a text becomes its value, and whether it is a list."""

    path: tuple[str, ...]
    read: Callable[[str, ReadDate], Any]
    is_list: bool = False
    is_text: bool = False


def _text(path: str) -> Field:
    return Field(tuple(path.split(".")), lambda text, _: text, is_text=True)


def _date(path: str) -> Field:
    return Field(tuple(path.split(".")), lambda text, read: toml_date(read(text)))


def _texts(path: str) -> Field:
    return Field(
        tuple(path.split(".")),
        lambda text, _: [each.strip() for each in text.split(",") if each.strip()] if text != "[]" else [],
        is_list=True,
    )


def amount(text: str) -> int | float:
    """An amount as people write it: 18500000, 18_500_000, 18.5M, 350k.

    Raises:
        Bad: when it is none, or could be two.
    """
    match = re.fullmatch(_AMOUNT, text.strip(), re.ASCII | re.IGNORECASE)
    whole, part, unit = match.groups("") if match else ("", "", "")
    if not match or (part and (not unit or len(part) > 3) and part[0] == ","):  # noqa: PLR2004
        raise Bad("bad-money", key="budget", value=text, example="budget=18500000")
    if part and not unit and len(part) == 4:  # noqa: PLR2004 - 18.500: thousands, or a fraction?
        raise Bad("bad-money", key="budget", value=text, example="budget=18500000")
    number = float(re.sub("[ _]", "", whole) + part.replace(",", ".")) * _SIZES[unit.lower()]
    return int(number) if number == int(number) else round(number, 2)


def funding(text: str) -> list[dict[str, object]]:
    """`75`, or `75 SMEs`: a rate, and for whom.

    Raises:
        Bad: when it does not begin with a percentage.
    """
    found: list[dict[str, object]] = []
    for each in text.split(","):
        match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%?\s*(.*)", each.strip(), re.ASCII)
        if match is None:
            raise Bad("bad-rate", value=each.strip())
        rate = float(match[1])
        whom = {"for": match[2].removeprefix("for ").strip()} if match[2] else {}
        found.append({"rate": int(rate) if rate == int(rate) else rate} | whom)
    return found


def _whole(text: str, _: ReadDate) -> int:
    if not re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII):
        raise Bad("bad-money", key="number", value=text, example="8")
    return int(text)


def _status(text: str, _: ReadDate) -> str:
    if text not in STATUSES:
        raise Bad("bad-status", value=text, what=A[EntryKind.CALL], advice=STATUS_ADVICE)
    return text


def _truth(text: str, _: ReadDate) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if text.casefold() not in words:
        advice = "Write it as in: {example}"
        raise Bad("bad-type", expected="true or false", found=text, advice=advice, example="cancelled=true")
    return words[text.casefold()]


def _hour(text: str, _: ReadDate) -> str:
    values.hour(text)
    return text.strip()


def _links(text: str, _: ReadDate) -> list[dict[str, str]]:
    return [{"url": values.address(each)} for each in text.split()]


ENTRY: dict[str, Field] = {
    **{
        name: _text(name)
        for name in (
            "title", "programme", "summary", "about", "zone", "currency", "place", "url", "track", "owner",
            "note", "source.title", "source.url", "source.quote", "contact.name", "contact.address",
            "contact.email", "contact.pec",
        )
    },
    **{name: _date(name) for name in (*DATED, "starts", "ends", "checked", "source.date")},
    **{name: _texts(name) for name in ("tags", "eligibility", "warn", "contact.phones")},
    "at": Field(("at",), _hour),
    "status": Field(("status",), _status),
    "budget": Field(("budget",), lambda text, _: amount(text)),
    "rate": Field(("funding",), lambda text, _: funding(text), is_list=True),
    "grants.number": Field(("grants", "number"), _whole),
    "grants.each": Field(("grants", "each"), lambda text, _: amount(text)),
    "links": Field(("links",), _links, is_list=True),
}  # fmt: skip
STAGE: dict[str, Field] = {
    **{name: _text(name) for name in ("kind", "title", "zone", "follows", "note")},
    **{name: _date(name) for name in ("when", "until")},
    "at": Field(("at",), _hour),
    "cancelled": Field(("cancelled",), _truth),
}


def field_named(name: str, known: dict[str, Field]) -> Field:
    """The field of this name.

    Raises:
        UsageRefused: when there is none.
    """
    if name in known:
        return known[name]
    from clustercalls.registry.advice import nearest

    near = nearest(name, tuple(known))
    advice = ADVICE["near" if near else "an id stays" if name == "id" else "fields"]
    raise UsageRefused(problem("unknown-field", key=name, advice=advice, near=near, known=", ".join(known)))


def read_value(name: str, field: Field, text: str, read_date: ReadDate) -> Any:  # noqa: ANN401 - a TOML value
    """The value a text means.

    Raises:
        UsageRefused: when it does not fit, with what it was read as.
    """
    try:
        return field.read(text, read_date)
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **({"key": name} | bad.values))) from None
