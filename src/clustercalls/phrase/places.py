"""The zone that is named beside an hour: `Brussels time`, `ora di Bruxelles`, `CET`, `UTC+2`, `Europe/Rome`.

A place is a row: its cities, in the order of `lexicon`; the countries are in `countries`.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from clustercalls.phrase.countries import COUNTRIES
from clustercalls.phrase.folding import by_expression, expressions, fold

_PLACES = {
    "Europe/Brussels": "brussels bruxelles brüssel brüsseler bruselas bruxelas brukseli brukselski"
    " brukselskiego",
    "Europe/Paris": "strasbourg strasburgo straßburg estrasburgo lyon paris parigi pariser parís paryża"
    " paryskiego",
    "Europe/Rome": "milan milano mailand milán turin torino rome roma rom römische rzymu rzymskiego",
    "Europe/Berlin": "bonn munich münchen monaco_di_baviera frankfurt hamburg cologne köln berlin berlino"
    " berliner berlín berlim berlina berlińskiego",
    "Europe/Madrid": "barcelona barcellona sevilla seville siviglia valencia bilbao madrid madryt madrytu",
    "Atlantic/Canary": "canarias",
    "Europe/Lisbon": "lisbon lisbona lisbonne lissabon lissabonner lisboa lizbony lizbońskiego",
    "Europe/Warsaw": "kraków krakow cracow cracovia warsaw varsavia varsovie warschau warschauer varsovia"
    " warszawy warszawskiego warszawski",
    "Europe/Vienna": "graz vienna vienne wien wiener viena wiednia wiedeńskiego",
    "Europe/Helsinki": "helsinki helsinek",
    "Europe/London": "edinburgh cardiff belfast london londra londres londyńskiego",
    "Europe/Dublin": "dublin dublino",
    "Europe/Athens": "athens atene athènes athen atenas aten",
    "Europe/Luxembourg": "luxemburger",
    "Europe/Amsterdam": "the_hague den_haag rotterdam amsterdam amsterdamer",
    "Europe/Stockholm": "stockholm stoccolma estocolmo",
    "Europe/Copenhagen": "copenhagen copenaghen copenhague kopenhagen",
    "Europe/Oslo": "oslo",
    "Europe/Zurich": "zurich zürich zurigo bern berne berna geneva ginevra genève genf ginebra genebra",
    "Europe/Prague": "brno prague praga prag pragi",
    "Europe/Budapest": "budapest",
    "Europe/Bucharest": "bucharest bucarest bukarest",
    "Europe/Sofia": "sofia",
    "Europe/Zagreb": "zagreb",
    "Europe/Ljubljana": "ljubljana lubiana",
    "Europe/Bratislava": "bratislava",
    "Europe/Tallinn": "tallinn",
    "Europe/Riga": "riga",
    "Europe/Vilnius": "vilnius",
    "Europe/Malta": "valletta",
    "Asia/Nicosia": "nicosia",
    "Atlantic/Reykjavik": "reykjavik",
    "Europe/Belgrade": "belgrade belgrado belgrad",
    "Europe/Sarajevo": "sarajevo",
    "Europe/Skopje": "skopje",
    "Europe/Tirane": "tirana",
    "Europe/Podgorica": "podgorica",
    "Europe/Chisinau": "chisinau",
    "Europe/Kyiv": "kyiv kiev kiew kijów kijowskiego",
    "Europe/Istanbul": "istanbul ankara",
    "Asia/Tbilisi": "tbilisi",
    "Asia/Yerevan": "yerevan",
    "Asia/Jerusalem": "jerusalem gerusalemme tel_aviv",
    "Asia/Dubai": "dubai abu_dhabi",
    "Asia/Kolkata": "new_delhi mumbai",
    "Asia/Singapore": "singapore singapur singapour",
    "Asia/Hong_Kong": "hong_kong",
    "Asia/Shanghai": "beijing shanghai pechino pékin peking pekín pequim",
    "Asia/Tokyo": "tokyo tokio tóquio",
    "Asia/Seoul": "seoul séoul",
    "Africa/Tunis": "tunis tunisi túnez",
    "Africa/Cairo": "cairo il_cairo kairo",
    "Africa/Nairobi": "nairobi",
    "Africa/Lagos": "lagos",
    "Africa/Johannesburg": "johannesburg pretoria cape_town",
    "America/New_York": "new_york nuova_york nueva_york nova_york washington washington_dc boston",
    "America/Toronto": "toronto ottawa montreal montréal",
    "America/Chicago": "chicago",
    "America/Los_Angeles": "los_angeles san_francisco seattle",
    "America/Mexico_City": "mexico_city ciudad_de_méxico",
    "America/Bogota": "bogotá",
    "America/Lima": "lima",
    "America/Sao_Paulo": "são_paulo sao_paolo brasilia san_paolo",
    "America/Argentina/Buenos_Aires": "buenos_aires",
    "Australia/Sydney": "sydney canberra melbourne",
    "Pacific/Auckland": "auckland wellington",
    "UTC": "z zulu",  # right after an hour only, as every place: a letter means more elsewhere
}

# Letters that mean one clock; the season is judged where the day is known.
_LETTERS = {
    "CET": "cet mez central_european_time central_european_standard_time mitteleuropäische_zeit"
    " mitteleuropäischer_zeit heure_d_europe_centrale heure_de_l_europe_centrale"
    " heure_normale_d_europe_centrale"
    " ora_dell_europa_centrale ora_solare_dell_europa_centrale"
    " hora_central_europea hora_de_europa_central hora_da_europa_central"
    " czas_środkowoeuropejski czasu_środkowoeuropejskiego",
    "CEST": "cest mesz central_european_summer_time mitteleuropäische_sommerzeit"
    " mitteleuropäischer_sommerzeit"
    " heure_d_été_d_europe_centrale heure_d_été_de_l_europe_centrale ora_legale_dell_europa_centrale"
    " ora_estiva_dell_europa_centrale hora_de_verano_de_europa_central hora_central_europea_de_verano"
    " hora_de_verão_da_europa_central czas_środkowoeuropejski_letni czasu_środkowoeuropejskiego_letniego",
    "Europe/Brussels": "cet_/_cest mez_/_mesz",
    "EET": "eet oez eastern_european_time osteuropäische_zeit",
    "EEST": "eest oesz",
    "WET": "wet wez western_european_time westeuropäische_zeit",
    "WEST": "west wesz",
    "BST": "bst",
    "AoE": "aoe anywhere_on_earth",
}
_BEHIND = frozenset(expressions("time local_time zeit ortszeit"))
_BEFORE = frozenset(
    expressions(
        "time_in time_of local_time_in ora ora_di ora_locale_di ora_del ora_della ora_dell ora_dei ora_in"
        " heure heure_d heure_de heure_locale_de heure_du heure_de_la heure_de_l heure_des heure_en heure_au"
        " heure_aux zeit_in hora hora_de hora_local_de hora_del hora_de_la hora_da hora_do hora_dos hora_en"
        " hora_em czasu czas czasu_w czas_w czasu_we"
    )
)
_WITHIN = {"in", "a", "en", "em", "w", "we"}  # right after an hour: "17:00 in Brussels", "17h à Paris"

# What `vocabulary` scans for: they are folded there.
SCAN = (
    r"(?P<zone>(?:africa|america|antarctica|arctic|asia|atlantic|australia|etc|europe|indian|pacific)"
    r"/[a-z][a-z0-9_+/-]*|(?:utc|gmt)(?:(?: ?[+-]| \+ )[0-9]{1,2}(?::?[0-9]{2})?)?(?![a-z0-9]))"
)


# The places that keep the clock of these letters.
_CENTRAL = frozenset(
    {"Europe/Brussels", "Europe/Paris", "Europe/Rome", "Europe/Berlin", "Europe/Madrid", "Europe/Luxembourg"}
    | {"Europe/Vienna", "Europe/Warsaw", "Europe/Amsterdam", "Europe/Stockholm", "Europe/Copenhagen"}
    | {"Europe/Oslo", "Europe/Zurich", "Europe/Prague", "Europe/Budapest", "Europe/Zagreb", "Europe/Malta"}
    | {"Europe/Ljubljana", "Europe/Bratislava", "Europe/Belgrade", "Europe/Sarajevo", "Europe/Skopje"}
    | {"Europe/Tirane", "Europe/Podgorica", "Europe/Vaduz"}
)
_EASTERN = frozenset(
    {"Europe/Helsinki", "Europe/Athens", "Europe/Sofia", "Europe/Bucharest", "Europe/Tallinn", "Europe/Riga"}
    | {"Europe/Vilnius", "Europe/Kyiv", "Asia/Nicosia"}
)
_WESTERN = frozenset({"Europe/Lisbon", "Atlantic/Canary", "Atlantic/Faroe"})
_FAMILIES = {
    **dict.fromkeys(("CET", "CEST"), _CENTRAL),
    **dict.fromkeys(("EET", "EEST"), _EASTERN),
    **dict.fromkeys(("WET", "WEST"), _WESTERN),
    "BST": frozenset({"Europe/London"}),
}


def _countries() -> dict[str, str]:
    """Every name and adjective of a country, also as German and Polish have it behind other words."""
    names = by_expression(COUNTRIES)
    german = {f"{name}r": zone for name, zone in names.items() if name.endswith("ische")}
    polish = {name.removesuffix("ego"): zone for name, zone in names.items() if name.endswith("iego")}
    return german | polish | names


_ZONES, _CLOCKS = by_expression(_PLACES) | _countries(), by_expression(_LETTERS)
_MOST = 1 + max(name.count(" ") for name in (*_ZONES, *_CLOCKS, *_BEFORE))
LONGEST = 2 * _MOST  # words that can name a zone


def zone_at(names: Sequence[str], *, after_hour: bool = False) -> tuple[str, int]:
    """The zone that these words begin with, and how many of them name it; nothing and 0 for none.

    Right after an hour a place alone will do, as it is shown: `17:00 Brussels`.
    """
    for size in range(min(_MOST, len(names)), 0, -1):
        name = " ".join(names[:size])
        after = " ".join(names[size : size + 2])
        behind = next(
            (word for word in sorted(_BEHIND, key=len)[::-1] if f"{after} ".startswith(f"{word} ")), ""
        )
        if name in _CLOCKS:
            return _CLOCKS[name], size + (names[size : size + 1] == ["time"])
        if name in _ZONES and (behind or after_hour):
            return _ZONES[name], size + len(behind.split())
        if name in _BEFORE or (after_hour and name in _WITHIN):
            zone, more = _place(names[size:])
            if zone:
                return zone, size + more
    return "", 0


# The clocks of letters, by a place that keeps them.
_CITIES = {"CET": "Europe/Brussels", "EET": "Europe/Athens", "WET": "Europe/Lisbon", "AoE": "Etc/GMT+12"}
_CITIES |= {
    "CEST": "Europe/Brussels",
    "EEST": "Europe/Athens",
    "WEST": "Europe/Lisbon",
    "BST": "Europe/London",
}
_FIXED = re.compile(r"(?:UTC|GMT)(?:([+-])([0-9]{1,2})(?::?([0-9]{2}))?)?", re.ASCII)


def one(zones: Collection[str]) -> str | None:
    """The zone of these, as they are said together: "CET (Brussels)" is the first; None where they differ.

    Of "CET (UTC+1)" it is `CET=UTC+1`: whether both are the same, the day tells (`as_of`).
    """
    fixed = [zone for zone in zones if _FIXED.fullmatch(zone)]
    if len(fixed) == 1 and len(zones) > 1:
        named = one([zone for zone in zones if zone not in fixed])
        return f"{named}={fixed[0]}" if named else None
    letters = [zone for zone in zones if zone in _FAMILIES]
    rest = [zone for zone in zones if zone not in _FAMILIES]
    if len(letters) == 1 and rest and all(zone in _FAMILIES[letters[0]] for zone in rest):
        return letters[0]
    return "".join(zones) if len(zones) < 2 else None  # noqa: PLR2004 - two zones


def as_of(zone: str, day: date) -> str | None:
    """The zone that was said; of `CET=UTC+1` the name, and None where they differ on that day."""
    name, _, fixed = zone.partition("=")
    match = _FIXED.fullmatch(fixed)
    if match is None:
        return zone
    from zoneinfo import ZoneInfo

    sign, hours, minutes = match.groups(default="0")
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        there = ZoneInfo(_CITIES.get(name, name)).utcoffset(datetime.combine(day, time(12)))
    except (KeyError, OSError, ValueError):
        return None
    return name if there == (-ahead if sign == "-" else ahead) else None


def zone_of_place(name: str) -> str:
    """The zone of a city or country as the languages call it; empty for one that is not known."""
    return _ZONES.get(fold(name), "")


def _place(names: Sequence[str]) -> tuple[str, int]:
    for size in range(min(_MOST, len(names)), 0, -1):
        name = " ".join(names[:size])
        if name in _ZONES:
            return _ZONES[name], size
    return "", 0
