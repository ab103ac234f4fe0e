"""Why a table does not have its shape: every unknown, missing and mistyped key, not only the first."""

from copy import copy
from datetime import date, datetime, time
from typing import Annotated, Any, get_args, get_origin

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import fields

from clustercalls.entry_fields import FIELDS
from clustercalls.model import TEXT_LIMIT
from clustercalls.registry import suggest
from clustercalls.registry.findings import Finding, Path
from clustercalls.registry.shape import DAYS_LIMIT, MONTHS_LIMIT, DefaultsTable, EntryTable
from clustercalls.registry.values import shown

# What a person is told a key should be, and an example; of the fields of an entry their table says it.
EXPECTED = {
    **{each.key.rpartition(".")[2]: (each.expected, each.example) for each in FIELDS if each.expected},
    "after": ("a table", 'after = { stage = "first", months = 4 }'),
    "months": ("a whole number of months, {most} at most", "months = 4"),
    "days": ("a whole number of days, {most} at most", "days = -10"),
    "cancelled": ("true or false", "cancelled = true"),
    "schema": ("a whole number", "schema = 1"),
    "defaults": ("a table", "[defaults]"),
}
MOST = {"months": MONTHS_LIMIT, "days": DAYS_LIMIT}
# What to write where a key is missing; also what is read in its place, to find what else is wrong.
EXAMPLES: dict[str, Any] = {
    "id": "innosup-1-2017",
    "title": "What it is called",
    "kind": "deadline",
    "stage": "first",
    "url": "https://example.org",
    "rate": 75,
}
# A value of the wrong type, for people: what it is, or what it says.
FOUND: dict[type, str] = {
    str: 'the text "{said}"',
    list: "a list",
    dict: "a table",
    date: "the date {said}",
    datetime: "the date {said}",
    time: "the hour {said}",
}
# What people call one table of a list.
ONE_OF = {"links": "link", "after": "`after`", "funding": "row of `funding`"}


def diagnose(raw: Any, shape: type[Struct], table: str, entry: str, path: Path = ()) -> list[Finding]:  # noqa: ANN401 - TOML
    """Everything that keeps `raw` from being a `shape`.

    Args:
        raw: what the file holds.
        shape: what it should be.
        table: its name.
        entry: the name of the table of the entry it is in.
        path: where it is inside the entry.
    """
    if not isinstance(raw, dict):
        return [_mistyped(table, raw, path, entry, "a table", f"[[{table}]]")]
    known = {each.encode_name: each for each in fields(shape)}
    found = [_unknown(key, tuple(known), (shape, table, entry), path) for key in raw if key not in known]
    for key, field in known.items():
        if key in raw:
            found += _value(key, raw[key], field.type, entry, (*path, key))
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            found.append(missing(key, table, path))
    return found


def mended(raw: dict[str, Any], found: list[Finding]) -> dict[str, Any]:
    """A copy of `raw` without the values of these findings, the missing ones supplied."""
    raw = dict(raw)
    for each in found:
        path = each.path if each.code != "missing-key" else (*each.path, each.values["key"])
        last = max(number for number, part in enumerate(path) if isinstance(part, str))
        holder: Any = raw
        for part in path[:last]:
            if part not in (holder if isinstance(holder, dict) else range(len(holder))):
                break  # taken out already
            holder[part] = copy(holder[part])
            holder = holder[part]
        else:
            holder.pop(path[last], None)
            if each.code == "missing-key":
                holder[path[last]] = EXAMPLES[each.values["key"]]
    return raw


def mistyped_top(key: str, value: object) -> Finding:
    """The finding of a table of the file itself that is of the wrong type."""
    found = _mistyped(key, value, (key,), key, "tables of their own", f"[[{key}]]")
    if key not in EXPECTED:
        advice = "Write it as in: {example}, with two brackets on both sides"
        if isinstance(value, dict) and "id" not in value and "title" not in value:
            advice = "Write it as in: {example}, above all that belongs to it"
        found.values["advice"] = advice
    return found


def _value(key: str, value: object, wanted: Any, entry: str, path: Path) -> list[Finding]:  # noqa: ANN401 - a type
    items, most = _items(wanted)
    if not most:
        return _single(key, value, wanted, entry, path)
    if not isinstance(value, list):
        return [_mistyped(key, value, path, entry)]
    if len(value) > most:
        return [_too_large(key, "{most} items", most, path)]
    if _struct_in(items):
        each_path = ((*path, number) for number in range(len(value)))
        return [
            f
            for each, here in zip(value, each_path, strict=True)
            for f in _row(key, each, items, entry, here)
        ]
    found = [finding for each in value for finding in _single(key, each, items, entry, path)]
    for each in found[:1]:
        if each.code == "bad-type":
            each.values.update(found="a list with {item} in it", item=each.values["found"])
    return found[:1]


def _row(key: str, value: object, wanted: Any, entry: str, path: Path) -> list[Finding]:  # noqa: ANN401 - a type
    if isinstance(value, dict):
        return _single(key, value, wanted, entry, path)
    return [_mistyped(key, value, path, entry)]


def _single(key: str, value: object, wanted: Any, entry: str, path: Path) -> list[Finding]:  # noqa: ANN401 - a type
    struct = _struct_in(wanted)
    if struct is not None and isinstance(value, dict):
        return diagnose(value, struct, key, entry, path)
    try:
        convert(value, wanted)
    except (ValidationError, RecursionError, OverflowError):
        if isinstance(value, str) and len(value) > TEXT_LIMIT:
            return [_too_large(key, "{most} characters", TEXT_LIMIT, path)]
        return [_mistyped(key, value, path, entry)]
    return []


def _struct_in(wanted: Any) -> type[Struct] | None:  # noqa: ANN401 - a type expression
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return wanted
    return next((found for each in get_args(wanted) if (found := _struct_in(each))), None)


def _items(wanted: Any) -> tuple[Any, int]:  # noqa: ANN401 - a type expression
    """What the items of a list should be, and how many there may be; 0 when no list is wanted."""
    if get_origin(wanted) is Annotated:
        inner, meta = get_args(wanted)
        return (get_args(inner)[0], meta.max_length) if get_origin(inner) is tuple else (wanted, 0)
    return next((found for each in get_args(wanted) if (found := _items(each))[1]), (wanted, 0))


def _unknown(key: str, known: tuple[str, ...], where: tuple[type[Struct], str, str], path: Path) -> Finding:
    shape, table, entry = where
    if shape is EntryTable:
        words = suggest.for_entry_key(key, entry)
    elif shape is DefaultsTable:
        words = suggest.for_default(key)
    else:
        words = suggest.for_inner_key(key, known, entry, table)
    return Finding("unknown-key", (*path, key), {"key": shown(key), **words})


def missing(key: str, table: str, path: Path = ()) -> Finding:
    """The finding of a key that every such table needs."""
    example = EXAMPLES[key]
    quoted = f'"{example}"' if isinstance(example, str) else str(example)
    return Finding("missing-key", path, {"key": key, "what": ONE_OF.get(table, table), "example": quoted})


def _too_large(key: str, limit: str, most: int, path: Path) -> Finding:
    return Finding("too-large", path, {"what": "`{key}`", "key": key, "limit": limit, "most": f"{most:,}"})


def _mistyped(
    key: str, value: object, path: Path, entry: str, expected: str = "a text", example: str = ""
) -> Finding:
    quoted = f'{key} = "{shown(value)}"' if isinstance(value, int | float | date) else f'{key} = "…"'
    expected, example = EXPECTED.get(key, (expected, example or quoted))
    values = {
        "key": shown(key),
        "expected": expected,
        "most": str(MOST.get(key, "")),
        "found": FOUND.get(type(value), "{said}"),
        "said": shown(value),
        "advice": "Write it as in: {example}",
        "example": example.replace("{entry}", entry),
    }
    return Finding("bad-type", path, values)
