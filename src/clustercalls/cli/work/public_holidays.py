"""The public holidays of countries and regions, of the library `holidays`, which is an extra."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clustercalls.errors import ADVICE, UsageRefused, WorldFailed, either, problem

ALPHA_2 = 2  # letters of a code of ISO 3166-1; the library has longer ones too
LOCALES = {"en": "en_US", "it": "it_IT"}  # of our languages, as that library calls them


class Holiday(NamedTuple):
    """A day that is one in some places, and what it is called there."""

    day: date
    name: str


def holidays_of(codes: Iterable[str], years: Iterable[int], language: str) -> list[Holiday]:
    """Those of these places (`BE`, `IT-BA`, as ISO 3166 has them) in these years, each day once.

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
    years = list(years)
    for code in codes:
        country, _, part = code.upper().partition("-")
        if country not in known or (part and part not in known[country]):
            raise _unknown(code, country, known)
        spoken = holidays.country_holidays(country, subdiv=part or None)
        locale = LOCALES.get(language, "")
        wanted = locale if locale in (spoken.supported_languages or ()) else None
        its = holidays.country_holidays(country, subdiv=part or None, years=years, language=wanted)
        for day, name in sorted(its.items()):
            names.setdefault(day, name)
    return [Holiday(day, name) for day, name in sorted(names.items())]


def _unknown(code: str, country: str, known: dict[str, set[str]]) -> UsageRefused:
    from clustercalls.query.alike import nearest

    every = [f"{country}-{part}" for part in sorted(known[country])] if country in known else sorted(known)
    near = nearest(code.upper(), tuple(every), 3)
    values = either(near) if near else {"known": ", ".join(every)}
    advice = ADVICE["near place" if near else "every place"]
    return UsageRefused(problem("unknown-place", None, value=code, advice=advice, **values))
