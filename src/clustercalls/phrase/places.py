"""The zone that is named beside an hour: `Brussels time`, `ora di Bruxelles`, `CET`, `UTC+2`, `Europe/Rome`.

A place is a row: its cities, and the adjectives of a country that has one time, in the order of `lexicon`.
"""

from collections.abc import Sequence

from clustercalls.phrase.folding import fold

_PLACES = {
    "Europe/Brussels": "brussels bruxelles brüssel brüsseler bruselas bruxelas brukseli"
    " brukselski brukselskiego belgian belga belge belgische belgijskiego",
    "Europe/Paris": "strasbourg strasburgo straßburg estrasburgo lyon paris parigi pariser parís paryża"
    " paryskiego french francese française französische francesa francuskiego",
    "Europe/Rome": "milan milano mailand milán turin torino rome roma rom römische rzymu rzymskiego italian"
    " italiana italienne italienische"
    " włoskiego",
    "Europe/Berlin": "bonn munich münchen monaco_di_baviera frankfurt hamburg cologne köln berlin berlino"
    " berliner berlín berlim berlina berlińskiego german tedesca allemande"
    " deutsche deutscher alemana alemã niemieckiego",
    "Europe/Madrid": "barcelona barcellona sevilla seville siviglia valencia bilbao madrid madryt madrytu"
    " peninsular peninsular_española",
    "Atlantic/Canary": "canarias",
    "Europe/Lisbon": "lisbon lisbona lisbonne lissabon lissabonner lisboa lizbony lizbońskiego",
    "Europe/Warsaw": "kraków krakow cracow cracovia warsaw varsavia varsovie warschau warschauer varsovia"
    " warszawy warszawskiego"
    " warszawski polish polacca polonaise polnische polaca polonesa polskiego",
    "Europe/Vienna": "graz vienna vienne wien wiener viena wiednia wiedeńskiego austrian austriaca"
    " autrichienne"
    " österreichische austriackiego",
    "Europe/Helsinki": "helsinki helsinek finnish finlandese finlandaise finnische finlandesa fińskiego",
    "Europe/London": "edinburgh cardiff belfast london londra londres londyńskiego uk british",
    "Europe/Dublin": "dublin dublino irish irlandese irlandaise irische",
    "Europe/Athens": "athens atene athènes athen atenas aten greek greca grecque griechische griega grega",
    "Europe/Luxembourg": "luxembourg lussemburgo luxemburg luxemburger luxemburgo luksemburga",
    "Europe/Amsterdam": "the_hague den_haag rotterdam amsterdam amsterdamer dutch olandese néerlandaise"
    " niederländische holandesa"
    " neerlandesa holenderskiego",
    "Europe/Stockholm": "stockholm stoccolma estocolmo swedish svedese suédoise schwedische sueca",
    "Europe/Copenhagen": "copenhagen copenaghen copenhague kopenhagen danish danese danoise dänische danesa",
    "Europe/Oslo": "oslo norwegian norvegese norvégienne norwegische noruega",
    "Europe/Zurich": "zurich zürich zurigo bern berne berna geneva ginevra genève genf ginebra genebra"
    " swiss svizzera suisse schweizer suiza suíça",
    "Europe/Prague": "brno prague praga prag pragi czech ceca tchèque tschechische checa",
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
    "Atlantic/Reykjavik": "reykjavik icelandic islandese islandaise isländische islandesa",
    "Europe/Belgrade": "belgrade belgrado belgrad serbian serba serbe serbische serbia",
    "Europe/Sarajevo": "sarajevo",
    "Europe/Skopje": "skopje",
    "Europe/Tirane": "tirana albanian albanese albanaise albanische albanesa",
    "Europe/Podgorica": "podgorica montenegrin",
    "Europe/Chisinau": "chisinau moldovan moldava",
    "Europe/Kyiv": "kyiv kiev kiew kijów kijowskiego ukrainian ucraina ukrainienne ukrainische ucraniana",
    "Europe/Istanbul": "istanbul ankara turkish turca turque türkische",
    "Asia/Tbilisi": "tbilisi georgian",
    "Asia/Yerevan": "yerevan armenian armena",
    "Asia/Jerusalem": "jerusalem gerusalemme tel_aviv israeli israeliana israélienne israelische israelí",
    "Asia/Dubai": "dubai abu_dhabi",
    "Asia/Kolkata": "new_delhi mumbai indian indiana indienne indische",
    "Asia/Singapore": "singapore singapur singapour",
    "Asia/Hong_Kong": "hong_kong",
    "Asia/Shanghai": "beijing shanghai pechino pékin peking pekín pequim chinese cinese chinoise chinesische",
    "Asia/Tokyo": "tokyo tokio tóquio japanese giapponese japonaise japanische japonesa",
    "Asia/Seoul": "seoul séoul korean coreana coréenne koreanische",
    "Africa/Tunis": "tunis tunisi túnez tunisian tunisina tunisienne",
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
_BEHIND = {"time", "local time", "zeit", "ortszeit"}
_BEFORE = {
    "time in", "time of", "local time in", "ora di", "ora locale di", "ora", "heure de", "heure locale de",
    "heure d", "heure",
    "hora de", "hora local de", "hora", "czasu", "czas",
}  # fmt: skip

# What `vocabulary` scans for: they are folded there.
SCAN = (
    r"(?P<zone>(?:africa|america|antarctica|arctic|asia|atlantic|australia|etc|europe|indian|pacific)"
    r"/[a-z][a-z0-9_+/-]*|(?:utc|gmt)(?: ?[+-][0-9]{1,2}(?::?[0-9]{2})?)?(?![a-z0-9]))"
)


def _named(rows: dict[str, str]) -> dict[str, str]:
    return {fold(name).replace("_", " "): zone for zone, row in rows.items() for name in row.split()}


_ZONES, _CLOCKS = _named(_PLACES), _named(_LETTERS)
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
        if name in _BEFORE:
            zone, more = _place(names[size:])
            if zone:
                return zone, size + more
    return "", 0


def zone_of_place(name: str) -> str:
    """The zone of a city or country as the languages call it; empty for one that is not known."""
    return _ZONES.get(fold(name), "")


def _place(names: Sequence[str]) -> tuple[str, int]:
    for size in range(min(_MOST, len(names)), 0, -1):
        name = " ".join(names[:size])
        if name in _ZONES:
            return _ZONES[name], size
    return "", 0
