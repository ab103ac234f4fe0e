"""What to do next about a key, an id or a kind that is not known: the nearest one, or where it belongs."""

from functools import cache, lru_cache

from clustercalls.query import named
from clustercalls.registry.shape import DefaultsTable, EntryTable, StageTable
from clustercalls.zones import NO_ZONES

ENTRY_KEYS = frozenset(EntryTable.__struct_fields__)
STAGE_KEYS = frozenset(StageTable.__struct_fields__)
MOST_LISTED = 9
# Words of other trackers for keys of ours: nothing that looks like them is meant.
MEANT = {
    "rate": "funding",
    "description": "summary",
    "location": "place",
    "venue": "place",
    "closing": "deadline",
    "closes": "deadline",
    "link": "url",
    "website": "url",
    "amount": "budget",
}

Advice = dict[str, str]


@lru_cache(4096)  # one slip is made all over a file
def nearest(text: str, known: tuple[str, ...]) -> str:
    """The known word that people mean by another, else the one most like it; empty when none is."""
    meant = MEANT.get(text.casefold(), "")
    return meant if meant in known else next(iter(named.nearest(text, known)), "")


def one_of(text: str, known: tuple[str, ...]) -> Advice:
    """Advice to write one of these names."""
    listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
    near = nearest(text, known)
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
    near = nearest(key, known)
    meant = key if key in ENTRY_KEYS else nearest(key, tuple(ENTRY_KEYS - set(known))) if not near else ""
    if not meant:
        return _near_or_own(key, known)
    advice = "If `{meant}` was meant for the {entry}, put it above the first [[{entry}.{table}]]."
    if table not in {"stage", "history", "links", "funding"}:
        advice = "If `{meant}` was meant for the {entry}, put it outside `{table}`."
    return {"advice": advice, "meant": meant, "entry": entry, "table": table}


def for_default(key: str) -> Advice:
    """Advice about an unknown key of `[defaults]`."""
    if key in ENTRY_KEYS:
        return {"advice": "Only zone, currency and source have defaults: put it into each entry."}
    return _near_or_own(key, tuple(DefaultsTable.__struct_fields__))


def for_top_key(key: str, known: tuple[str, ...]) -> Advice:
    """Advice about an unknown key or table of the file itself."""
    if key in {"stage", "history"}:
        return {"advice": "Write [[call.{key}]], below the [[call]] it belongs to."}
    if key in DefaultsTable.__struct_fields__:
        return {"advice": "Put it below [defaults], or below the [[call]] it belongs to."}
    if key in ENTRY_KEYS:
        return {"advice": "Put it below the [[call]] it belongs to."}
    return _near_or_own(key, known)


@cache
def for_zone(name: str) -> Advice:
    """Advice about an unknown time zone."""
    zones, cities = _zones()
    near = nearest(name, zones)
    if not near or "/" not in name:
        near = cities.get(nearest(name, tuple(cities)), near)
    if not near or name in NO_ZONES or name.upper().startswith(("UTC", "GMT")):
        return {"advice": "Write a name such as Europe/Brussels, AoE or UTC+2."}
    return {"advice": "Did you mean {near}?", "near": near}


@cache
def _zones() -> tuple[tuple[str, ...], dict[str, str]]:
    """Every zone, and those of a city by its name; listing them reads hundreds of files."""
    from zoneinfo import available_timezones

    zones = sorted(each for each in available_timezones() if not each.startswith(("Etc/", *NO_ZONES)))
    return tuple(zones), {each.rsplit("/", 1)[-1]: each for each in zones}


def _near_or_own(key: str, known: tuple[str, ...]) -> Advice:
    near = nearest(key, known)
    if near:
        return {"advice": "Did you mean `{near}`? Keys of your own start with x-.", "near": near}
    return {"advice": "Take it out, or start it with x- if it is your own."}
