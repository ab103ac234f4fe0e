"""The fields that a command line can set: what each takes, and how its text is read.

The words of amounts and rates are imported by the first that is typed: most edits have none.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.errors import ADVICE, UsageRefused, problem
from clustercalls.model import EntryKind, StageKind
from clustercalls.registry import values
from clustercalls.registry.build import STATUS_ADVICE, STATUSES, A
from clustercalls.tables.findings import Bad

T = TypeVar("T")
TRUE, FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})
DATED = tuple(kind.value for kind in StageKind)


class Field(NamedTuple):
    """One field: its path in the table, how a text becomes its value (not of dates), and what that is.

    More can be written behind a list and behind prose; every other text is one value.
    """

    path: tuple[str, ...]
    read: Callable[[str], Any]
    is_list: bool = False
    is_text: bool = False
    is_date: bool = False
    is_prose: bool = False


def _item(text: str) -> list[str]:
    return [text.strip()] if text.strip() and text != "[]" else []


def _parted(text: str) -> list[str]:
    parts = re.split(r"[,;\n]", text) if text != "[]" else []
    return [each.strip() for each in parts if each.strip()]


def _periods(text: str) -> list[str]:
    """The periods of a text, "2 weeks, 3d", each as files have it; another is told where the file is read."""
    from clustercalls.phrase import from_today

    spoken = [(each, from_today.period(each)) for each in _parted(text)]
    return [f"{period.count}{period.unit}" if period and " " in each else each for each, period in spoken]


def _status(text: str) -> str:
    word = text.strip().casefold()
    if word not in STATUSES:
        raise Bad("bad-status", value=text, what=A[EntryKind.CALL], advice=STATUS_ADVICE)
    return word


def _kind(text: str) -> str:
    """A kind of stage in any letters, or by a word for it; another word is told where the file is read."""
    from clustercalls.phrase.stage_names import kind_named

    return kind_named(text) or text


def _truth(text: str) -> bool:
    if text.casefold() not in TRUE | FALSE:
        advice = "Write it as in: {key}=true"
        raise Bad("bad-type", expected="true or false", found=text, advice=advice)
    return text.casefold() in TRUE


def _links(text: str) -> list[dict[str, str]]:
    return [{"url": values.address(text.strip())}]


def _currency(text: str) -> str:
    from clustercalls.editing import typed_money

    return typed_money.currency(text)


def _zone(text: str) -> str:
    """The zone that is named as beside an hour, "Finnish time"; another text as it is."""
    from clustercalls.phrase.folding import fold
    from clustercalls.phrase.places import zone_at

    names = fold(text).replace("-time", " time").split()
    zone, size = zone_at(names)
    return zone if zone and size == len(names) else text


def _whole(text: str) -> int:
    from clustercalls.editing import typed_money

    return typed_money.whole(text)


def _rates(text: str) -> list[dict[str, object]]:
    from clustercalls.editing import typed_money

    return typed_money.funding(text)


_READERS: dict[Takes, Callable[[str], Any]] = {
    Takes.TEXT: str,
    Takes.ITEM: _item,
    Takes.TEXTS: _parted,
    Takes.DATE: str,  # `typed_dates` knows what becomes of it
    Takes.HOUR: str,  # `typed_hours` does
    Takes.STATUS: _status,
    Takes.CURRENCY: _currency,
    Takes.NUMBER: _whole,
    Takes.RATES: _rates,
    Takes.ADDRESSES: _links,
}
_BY_KEY: dict[str, Callable[[str], Any]] = {"track": str.strip, "warn": _periods, "zone": _zone}
PROSE = frozenset(
    {"summary", "about", "note", "source.quote"}
)  # texts of sentences; every other is one value
_LISTS = frozenset({Takes.ITEM, Takes.TEXTS, Takes.RATES, Takes.ADDRESSES})


def _field(key: str, takes: Takes) -> Field:
    read = _amount(key) if takes is Takes.AMOUNT else _BY_KEY.get(key, _READERS[takes])
    is_list, is_text, is_date = takes in _LISTS, takes is Takes.TEXT, takes is Takes.DATE
    return Field(tuple(key.split(".")), read, is_list, is_text, is_date, key in PROSE)


def _amount(key: str) -> Callable[[str], float]:
    """What reads the amount of this field."""

    def read(text: str) -> float:
        from clustercalls.editing import typed_money

        return typed_money.money(text, key).amount

    return read


ENTRY = {each.typed or each.key: _field(each.key, each.takes) for each in FIELDS if each.takes}
STAGE = {
    **{name: _field(name, Takes.TEXT) for name in ("title", "zone", "follows", "owner", "note")},
    "kind": Field(("kind",), _kind, is_text=True),
    **{name: _field(name, Takes.DATE) for name in ("when", "until", "done")},
    "at": _field("at", Takes.HOUR),
    **{name: Field((name,), _truth) for name in ("cancelled", "rolling")},
}


# What a stage says of itself beside its dates: only a table of its own has room for it.
LONG = frozenset(STAGE) - {"kind", "when", "until", "at", "rolling"}


def field_named(name: str, known: dict[str, Field]) -> Field:
    """The field of this name.

    Raises:
        UsageRefused: when there is none.
    """
    if name in known:
        return known[name]
    from clustercalls.registry.suggest import near_one

    inner = [each for each in known if each.startswith(f"{name}.")]
    if inner:
        raise UsageRefused(
            problem("unknown-field", key=name, advice=ADVICE["fields"], known=", ".join(inner))
        )
    near = near_one(name, tuple(known))
    advice = ADVICE["near" if near else "an id stays" if name == "id" else "fields"]
    raise UsageRefused(problem("unknown-field", key=name, advice=advice, near=near, known=", ".join(known)))


def read_value(name: str, field: Field, text: str) -> Any:  # noqa: ANN401 - a TOML value
    """The value a text means.

    Raises:
        UsageRefused: when it does not fit, with what it was read as.
    """
    return sure(field.read, text, key=name)


def sure(read: Callable[[str], T], text: str, **named: str) -> T:
    """What `read` makes of a text; `named` is what a message may say of it.

    Raises:
        UsageRefused: when it cannot be read.
    """
    try:
        return read(text)
    except Bad as bad:
        raise UsageRefused(problem(bad.code, None, **(named | bad.values))) from None
