"""Single values of a registry file but dates and hours: zones, amounts, addresses, periods.

Each function returns the value or raises `Bad`, a problem without a place.
"""

import re
from functools import cache
from typing import Any

from clustercalls.harmful import HIGH_CONTROLS, LOW_CONTROLS
from clustercalls.phrase import periods
from clustercalls.tables.findings import LONGEST_QUOTE, Bad
from clustercalls.zones import zone_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
MOST_MONEY = 10**13  # more than seven years of the budget of the Union, in any currency in use
MOST_PERCENT = 100

# Written as if they were zones; what is meant is the clock there, in winter and summer.
LETTERS = {"CET": "Europe/Brussels", "CEST": "Europe/Brussels", "EEST": "EET", "WEST": "WET"}

is_identifier = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.ASCII).fullmatch
_CONTROLS = LOW_CONTROLS + HIGH_CONTROLS
# A \ in front of the path is a / to browsers, and part of the host's or a user's name to others.
is_address = re.compile(
    rf"https?://[^\s/?#<>\"\\{_CONTROLS}]+([/?#][^\s<>\"{_CONTROLS}]*)?", re.IGNORECASE
).fullmatch
_SCHEME = r"(?i)[a-z][a-z0-9+.-]*:(?!\d+(/|$))"


def identifier(text: str) -> str:
    """An id as it stands in the file."""
    if is_identifier(text) is None:
        raise Bad("bad-id", value=text, near=near_identifier(text) or "innosup-1-2017")
    return text


def written_id(raw: Any) -> str:  # noqa: ANN401 - whatever the file holds
    """What a table gives as its id, be it one or not; empty when that is no text."""
    name = raw.get("id") if isinstance(raw, dict) else None
    return name if isinstance(name, str) else ""


def source_key(text: str) -> str:
    """What a source calls an entry, as far as two such names can be told apart."""
    return text.strip()


def registry_name(text: str) -> str:
    """The name of a registry as it stands in the file."""
    if is_identifier(text) is None:
        raise Bad("bad-name", value=text, near=near_identifier(text) or "office-puglia")
    return text


@cache
def zone(name: str) -> str:
    """The zone a name is read as: itself, or the clock that letters mean, as Europe/Brussels for CET."""
    name = LETTERS.get(name.upper(), name)
    name = {"AOE": "AoE"}.get(name.upper(), name)
    try:
        zone_of(name)
    except ValueError:
        from clustercalls.registry.suggest import for_zone

        raise Bad("unknown-zone", value=name, **for_zone(name)) from None
    return name


def amount(value: float, key: str) -> float:
    """An amount of money: not negative, finite, and less than anybody has to give."""
    if not 0 <= value <= MOST_MONEY:  # which NaN is not either
        from clustercalls.registry.wording import EXPECTED

        raise Bad("bad-money", key=key, value=value, example=EXPECTED[key].example)
    return value


def rate(value: float) -> float:
    """A percentage from 0 to 100."""
    if not 0 <= value <= MOST_PERCENT:
        raise Bad("bad-rate", value=value)
    return value


def address(text: str) -> str:
    """A web address, whole."""
    if is_address(text) is None:
        advice = "Write it whole, with http:// or https://, and without spaces."
        scheme = re.match(_SCHEME, text)
        if re.search(f"[{_CONTROLS}]", text):
            advice = "A control character is in it, which no address has: write it anew."
        elif "." in text and is_address(f"https://{text}") and not scheme:
            advice = "Write it whole: https://{value}"
        elif scheme and not text.lower().startswith("http"):
            advice = "Only http:// and https:// are taken; a mail address goes into `contact`."
        elif scheme and "\\" in text:
            advice = "Write / in it, not \\."
        raise Bad("bad-address", value=text, advice=advice)
    return text


def period(text: str) -> str:
    """A span such as 30d, 2w, 3m, 1y."""
    try:
        periods.read(text)
    except periods.NotAPeriod:
        raise Bad("bad-period", value=text) from None
    return text


def near_identifier(text: str) -> str:
    """The id a text could have been meant as; empty when it has no letter or digit."""
    from clustercalls.phrase.folding import fold

    return re.sub(r"[^a-z0-9_]+", "-", fold(text[:LONGEST_QUOTE])).strip("-_")[:64]


def is_language(text: str) -> bool:
    """Whether a text has the form of a language's tag: `it`, `de-AT`; https://www.rfc-editor.org/rfc/rfc5646."""
    return _LANGUAGE.fullmatch(text) is not None
