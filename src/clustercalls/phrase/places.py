"""The zone that is named beside an hour: `Brussels time`, `ora di Bruxelles`, `CET`, `UTC+2`, `Europe/Rome`.

A place is a row: its cities, and the adjectives of a country that has one time, in the order of `lexicon`.
"""

from collections.abc import Sequence

from clustercalls.phrase.folding import fold

_PLACES = {
    "Europe/Brussels": "brussels bruxelles brüssel brüsseler bruselas bruxelas brukseli"
    " brukselski brukselskiego belgian belga belge belgische belgijskiego",
    "Europe/Paris": "paris parigi pariser parís paryża paryskiego",
    "Europe/Rome": "rome roma rom römische rzymu rzymskiego italian italiana italienne italienische"
    " włoskiego",
    "Europe/Berlin": "berlin berlino berliner berlín berlim berlina berlińskiego german tedesca allemande"
    " deutsche deutscher alemana alemã niemieckiego",
    "Europe/Madrid": "madrid madryt madrytu peninsular peninsular_española",
    "Atlantic/Canary": "canarias",
    "Europe/Lisbon": "lisbon lisbona lisbonne lissabon lissabonner lisboa lizbony lizbońskiego",
    "Europe/Warsaw": "warsaw varsavia varsovie warschau warschauer varsovia warszawy warszawskiego"
    " warszawski polish polacca polonaise polnische polaca polonesa polskiego",
    "Europe/Vienna": "vienna vienne wien wiener viena wiednia wiedeńskiego austrian austriaca autrichienne"
    " österreichische austriackiego",
    "Europe/Helsinki": "helsinki helsinek finnish finlandese finlandaise finnische finlandesa fińskiego",
    "Europe/London": "london londra londres londyńskiego uk british",
    "Europe/Dublin": "dublin dublino irish irlandese irlandaise irische",
    "Europe/Athens": "athens atene athènes athen atenas aten greek greca grecque griechische griega grega",
    "Europe/Luxembourg": "luxembourg lussemburgo luxemburg luxemburger luxemburgo luksemburga",
    "Europe/Amsterdam": "amsterdam amsterdamer dutch olandese néerlandaise niederländische holandesa"
    " neerlandesa holenderskiego",
    "Europe/Stockholm": "stockholm stoccolma estocolmo swedish svedese suédoise schwedische sueca",
    "Europe/Copenhagen": "copenhagen copenaghen copenhague kopenhagen danish danese danoise dänische danesa",
    "Europe/Oslo": "oslo norwegian norvegese norvégienne norwegische noruega",
    "Europe/Zurich": "zurich zürich swiss svizzera suisse schweizer suiza suíça",
    "Europe/Prague": "prague praga prag pragi czech ceca tchèque tschechische checa",
    "Europe/Budapest": "budapest hungarian ungherese hongroise ungarische húngara",
    "Europe/Bucharest": "bucharest bucarest bukarest romanian rumena roumaine rumänische rumana",
    "Europe/Sofia": "sofia bulgarian bulgara bulgare bulgarische búlgara",
    "Europe/Zagreb": "zagreb croatian croata croate kroatische",
    "Europe/Ljubljana": "ljubljana lubiana slovenian slovena slovène slowenische eslovena",
    "Europe/Bratislava": "bratislava slovak slovacca slovaque slowakische eslovaca",
    "Europe/Tallinn": "tallinn estonian estone estonienne estnische",
    "Europe/Riga": "riga latvian lettone lettische",
    "Europe/Vilnius": "vilnius lithuanian lituana lituanienne litauische",
    "Europe/Malta": "malta valletta maltese",
    "Asia/Nicosia": "nicosia cypriot cipriota",
    "UTC": "z zulu",  # right after an hour only, as every place: a letter means more elsewhere
}

# Letters that mean one clock; the season is judged where the day is known.
_LETTERS = {
    "CET": "cet mez central_european_time mitteleuropäische_zeit heure_d_europe_centrale",
    "CEST": "cest mesz central_european_summer_time mitteleuropäische_sommerzeit",
    "EET": "eet oez eastern_european_time osteuropäische_zeit",
    "EEST": "eest oesz",
    "WET": "wet wez western_european_time westeuropäische_zeit",
    "WEST": "west wesz",
    "BST": "bst",
    "AoE": "aoe anywhere_on_earth",
}
_BEHIND = {"time", "local time", "zeit", "ortszeit"}
_BEFORE = {
    "time in", "time of", "ora di", "ora locale di", "ora", "heure de", "heure locale de", "heure d",
    "heure",
    "hora de", "hora local de", "hora", "czasu", "czas",
}  # fmt: skip

# What `vocabulary` scans for: they are folded there.
SCAN = (
    r"(?P<zone>(?:africa|america|antarctica|arctic|asia|atlantic|australia|etc|europe|indian|pacific)"
    r"/[a-z][a-z0-9_+/-]*|(?:utc|gmt)(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?(?![a-z0-9]))"
)


def _named(rows: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", " "): zone for zone, row in rows.items() for name in fold(row).split()}


_ZONES, _CLOCKS = _named(_PLACES), _named(_LETTERS)
_MOST = 1 + max(name.count(" ") for name in (*_ZONES, *_CLOCKS, *_BEFORE))
LONGEST = 2 * _MOST  # words that can name a zone


def zone_at(names: Sequence[str], *, after_hour: bool = False) -> tuple[str, int]:
    """The zone that these words begin with, and how many of them name it; nothing and 0 for none.

    Right after an hour a place alone will do, as it is shown: `17:00 Brussels`.
    """
    for size in range(min(_MOST, len(names)), 0, -1):
        said = " ".join(names[:size])
        after = " ".join(names[size : size + 2])
        behind = next(
            (word for word in sorted(_BEHIND, key=len)[::-1] if f"{after} ".startswith(f"{word} ")), ""
        )
        if said in _CLOCKS:
            return _CLOCKS[said], size + (names[size : size + 1] == ["time"])
        if said in _ZONES and (behind or after_hour):
            return _ZONES[said], size + len(behind.split())
        if said in _BEFORE:
            zone, more = _place(names[size:])
            if zone:
                return zone, size + more
    return "", 0


def zone_of_place(name: str) -> str:
    """The zone of a city or country as the languages call it; empty for one that is not known."""
    return _ZONES.get(fold(name), "")


def _place(names: Sequence[str]) -> tuple[str, int]:
    for size in range(min(_MOST, len(names)), 0, -1):
        said = " ".join(names[:size])
        if said in _ZONES:
            return _ZONES[said], size
    return "", 0
