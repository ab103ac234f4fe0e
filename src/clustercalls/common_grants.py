"""CommonGrants and us: the custom fields that hold what an opportunity has no place for, read and written.

An opportunity has a title, a description, amounts and plain days (https://commongrants.org/protocol). What a
registry says beyond that, of doubt, zone, rate and history, stands in four custom fields of ours, in the
tables that a registry has in JSON, so that an opportunity of ours comes back whole.
"""

from collections.abc import Mapping
from typing import Any

Table = dict[str, Any]

ENTRY = "clustercallsEntry"  # an object: its kind, its id and what else has no place
STAGES = "clustercallsStages"  # a list: every date with its doubt, hour and zone, and what hangs on what
RATES = "clustercallsRates"  # a list: what share of the costs is paid, and for whom
HISTORY = "clustercallsHistory"  # a list: what dates and status were before
LISTS = {STAGES: "stage", RATES: "funding", HISTORY: "history"}  # the key of an entry that each holds
KIND = "kind"
# Custom values of a status that a registry states; the others follow from its dates.
STATUSES = {
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "suspended": "suspended",
    "exhausted": "exhausted",
}
_ABOUT = {
    ENTRY: "What a registry of clustercalls says and no other field does.",
    STAGES: "Every date as its source said it, in EDTF, with its zone.",
    RATES: "The share of the costs that is paid, in percent.",
    HISTORY: "What dates and status were before.",
}


def custom_fields(kind: str, table: Mapping[str, Any]) -> Table:
    """The custom fields of an entry of this kind, from its table as others may have it."""
    rest = {key: each for key, each in table.items() if key not in LISTS.values()}
    made = {ENTRY: _field(ENTRY, "object", {KIND: kind, **rest})}
    return made | {name: _field(name, "array", table[key]) for name, key in LISTS.items() if table.get(key)}


def _field(name: str, kind: str, value: object) -> Table:
    return {"name": name, "fieldType": kind, "value": value, "description": _ABOUT[name]}


def told_in(fields: object) -> Table:
    """The table of an entry, with its kind, that custom fields of ours hold; empty without any."""
    if not isinstance(fields, dict):
        return {}
    values = {name: each.get("value") for name, each in fields.items() if isinstance(each, dict)}
    entry = values.get(ENTRY)
    if not isinstance(entry, dict):
        return {}
    return {
        **entry,
        **{key: values[name] for name, key in LISTS.items() if isinstance(values.get(name), list)},
    }
