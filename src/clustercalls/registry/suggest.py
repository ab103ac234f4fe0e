"""What to do next about a key, an id or a kind that is not known: the nearest one, or where it belongs."""

from functools import cache

from clustercalls.phrase.places import zone_of_place
from clustercalls.query.alike import SHORT, distance, nearest
from clustercalls.registry.shape import DefaultsTable, EntryTable, StageTable
from clustercalls.zones import NO_ZONES

ENTRY_KEYS = frozenset(EntryTable.__struct_fields__)
STAGE_KEYS = frozenset(StageTable.__struct_fields__)
MOST_LISTED = 9
# Letters of a clock that no zone is called by, where they mean one; others, such as IST or CST, mean several.
CLOCKS = {
    "UT": "UTC",
    "MEZ": "Europe/Berlin",
    "MESZ": "Europe/Berlin",
    "EDT": "America/New_York",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "JST": "Asia/Tokyo",
}
LONG_NAME = 8  # letters of a city from which two may be wrong, not one
Advice = dict[str, str]


def near_one(text: str, known: tuple[str, ...]) -> str:
    """The known word that may be meant; empty when none is."""
    return next(iter(nearest(text, known)), "")


def one_of(text: str, known: tuple[str, ...]) -> Advice:
    """Advice to write one of these names."""
    listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
    near = near_one(text, known)
    if near:
        return {"advice": "Did you mean {near}? There are: {known}.", "near": near, "known": listed}
    return {"advice": "Write one of these: {known}.", "known": listed}


def for_entry_key(key: str, entry: str) -> Advice:
    """Advice about an unknown key of an entry; `entry` is the name of its table."""
    if key == "cancelled" and entry == "call":
        return {"advice": 'Write status = "cancelled" for the whole call.'}
    if key in STAGE_KEYS:
        return {"advice": "It belongs to a stage: write it below a [[{entry}.stage]].", "entry": entry}
    return _near_or_own(key, tuple(EntryTable.__struct_fields__))


def for_inner_key(key: str, known: tuple[str, ...], entry: str, table: str) -> Advice:
    """Advice about an unknown key of a table of an entry, such as a stage."""
    near = near_one(key, known)
    meant = key if key in ENTRY_KEYS else near_one(key, _not_among(known)) if not near else ""
    if not meant:
        return _near_or_own(key, known)
    advice = "If `{meant}` was meant for the {entry}, put it above the first [[{entry}.{table}]]."
    if table not in {"stage", "history", "links", "funding"}:
        advice = "If `{meant}` was meant for the {entry}, put it outside `{table}`."
    return {"advice": advice, "meant": meant, "entry": entry, "table": table}


def for_default(key: str) -> Advice:
    """Advice about an unknown key of `[defaults]`."""
    if key in ENTRY_KEYS:
        return {"advice": "Only zone, currency, language and source have defaults: put it into each entry."}
    return _near_or_own(key, tuple(DefaultsTable.__struct_fields__))


def for_top_key(key: str, known: tuple[str, ...]) -> Advice:
    """Advice about an unknown key or table of the file itself."""
    if key in {"stage", "history"}:
        return {"advice": "Write [[call.{key}]], below the [[call]] it belongs to."}
    if key in DefaultsTable.__struct_fields__:
        return {"advice": "Put it below [defaults], or below the [[call]] it belongs to."}
    if key in ENTRY_KEYS:
        return {"advice": "Put it below the [[call]] it belongs to."}
    meant = "" if near_one(key, known) else near_one(key, tuple(DefaultsTable.__struct_fields__))
    if meant:
        return {"advice": "If `{meant}` was meant, put it below [defaults] or its [[call]].", "meant": meant}
    return _near_or_own(key, known)


@cache
def for_zone(name: str) -> Advice:
    """Advice about an unknown time zone: the one whose city is named, or mistyped by a letter or two."""
    called = CLOCKS.get(name.upper(), "") or zone_of_place(name.rsplit("/", 1)[-1])
    near = called or _zone_like(name.casefold())
    if not near:
        return {"advice": "Write a name such as Europe/Brussels, AoE or UTC+2."}
    return {"advice": "Did you mean {near}?", "near": near}


def _zone_like(name: str) -> str:
    """The zone of the city that is like this one; where a region is named, only there.

    What is nearly the name of another city is a city of its own: Kuba is not Juba, Asia/Delhi not Asia/Dili.
    """
    zones = _zones()
    region, _, city = name.rpartition("/")
    bound = 2 if len(city) >= LONG_NAME else 1 if region or len(city) > SHORT else 0
    likest = {distance(city, each, bound): each for each in reversed(nearest(city, tuple(zones), 8))}
    there = zones.get(likest.get(min(likest, default=0), ""), ())
    if min(likest, default=bound + 1) > bound:
        return ""
    return next((each for each in there if not region or distance(region, _region(each), 1) <= 1), "")


def _region(zone: str) -> str:
    return zone.rsplit("/", 1)[0].casefold()


@cache
def _zones() -> dict[str, list[str]]:
    """The zones of every city, by its name in small letters; listing them reads hundreds of files."""
    from zoneinfo import available_timezones

    zones: dict[str, list[str]] = {}
    for each in sorted(available_timezones()):
        if "/" in each and not each.startswith(("Etc/", *NO_ZONES)):
            zones.setdefault(each.rsplit("/", 1)[1].casefold(), []).append(each)
    return zones


@cache
def _not_among(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in EntryTable.__struct_fields__ if each not in known)


def _near_or_own(key: str, known: tuple[str, ...]) -> Advice:
    near = near_one(key, known)
    if near:
        return {"advice": "Did you mean `{near}`? Keys of your own start with x-.", "near": near}
    return {"advice": "Take it out, or start it with x- if it is your own."}
