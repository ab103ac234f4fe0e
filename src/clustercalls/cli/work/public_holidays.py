"""The public holidays of countries and regions, of the library `holidays`, which is an extra."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clustercalls.errors import ADVICE, UsageRefused, WorldFailed, either, problem
from clustercalls.registry.days_off import HolidayPlace

ALPHA_2 = 2  # letters of a code of ISO 3166-1; the library has longer ones too
LOCALES = {"en": "en_US", "it": "it_IT"}  # of our languages, as that library calls them


class Holiday(NamedTuple):
    """A day that is one in some places, and what it is called there."""

    day: date
    name: str


class Holidays(NamedTuple):
    """Days, each once, and the places which have them."""

    days: tuple[Holiday, ...]
    places: tuple[HolidayPlace, ...]


def holidays_of(codes: Iterable[str], years: Iterable[int], language: str) -> Holidays:
    """Those of these places (`BE`, `IT-BA`, as ISO 3166 has them) in these years.

    Raises:
        UsageRefused: for a code that is none.
        WorldFailed: when the library is not installed.
    """
    try:
        import holidays
    except ImportError:
        raise WorldFailed(problem("no-holidays")) from None
    every = holidays.list_supported_countries()
    known = {name: set(parts) for name, parts in every.items() if len(name) == ALPHA_2}
    names: dict[date, str] = {}
    years, places = list(years), []
    for code in codes:
        country, _, part = code.upper().partition("-")
        if country not in known or (part and part not in known[country]):
            raise _unknown(code, country, known)
        spoken = holidays.country_holidays(country, subdiv=part or None)
        locale = LOCALES.get(language, "")
        wanted = locale if locale in (spoken.supported_languages or ()) else None
        holidays_there = holidays.country_holidays(country, subdiv=part or None, years=years, language=wanted)
        for day, name in sorted(holidays_there.items()):
            names.setdefault(day, name)
        places.append(HolidayPlace(code.upper().rstrip("-"), _name(holidays_there, part)))
    return Holidays(tuple(Holiday(day, name) for day, name in sorted(names.items())), tuple(places))


def _name(holidays_there: object, part: str) -> str:
    """What that library calls a place: a region by its own name, a country by that of its class."""
    aliases = getattr(holidays_there, "subdivisions_aliases", {})
    country = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(holidays_there).__mro__[1].__name__)
    return next((name for name, code in aliases.items() if code == part), f"{country} {part}".rstrip())


def _unknown(code: str, country: str, known: dict[str, set[str]]) -> UsageRefused:
    from clustercalls.query.alike import nearest

    every = [f"{country}-{part}" for part in sorted(known[country])] if country in known else sorted(known)
    near = nearest(code.upper(), tuple(every), 3)
    values = either(near) if near else {"known": ", ".join(every)}
    advice = ADVICE["near place" if near else "every place"]
    return UsageRefused(problem("unknown-place", None, value=code, advice=advice, **values))
