"""Why a table does not have its shape: every unknown, missing and mistyped key, not only the first."""

from datetime import date, datetime, time
from typing import Any, get_args

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import fields

from clustercalls.errors import Place, Problem
from clustercalls.registry.findings import Finding, Path
from clustercalls.registry.shape import EXPECTED, EntryTable, StageTable


def diagnose(raw: Any, shape: type[Struct], table: str, path: Path = ()) -> list[Finding]:  # noqa: ANN401
    """Everything that keeps `raw` from being a `shape`; `table` is its name for people."""
    if not isinstance(raw, dict):
        return [_mistyped(str(path[-1]) if path else table, raw, path, ("a table", f"[[{table}]]"))]
    known = {each.encode_name: each for each in fields(shape)}
    found = [_unknown(key, tuple(known), shape, (*path, key)) for key in raw if key not in known]
    for key, field in known.items():
        if key not in raw:
            if field.default is NODEFAULT and field.default_factory is NODEFAULT:
                values = {"key": key, "table": table, "example": _example(key)}
                found.append(Finding("missing-key", path, values))
            continue
        found += _value(key, raw[key], field.type, (*path, key))
    return found


def unknown_key(place: Place, key: str, known: tuple[str, ...]) -> Problem:
    """The problem of a key that is not one of `known`, with the nearest."""
    return _unknown(key, known, Struct, (key,)).at(place)


def expected(place: Place, key: str, value: object, *, default: tuple[str, str]) -> Problem:
    """The problem of a value of the wrong type."""
    return _mistyped(key, value, (key,), default).at(place)


def nearest(text: str, known: tuple[str, ...]) -> str:
    """The known word most like a mistyped one; empty when none is."""
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in known}
    return next((folded[each] for each in get_close_matches(text.casefold(), list(folded), 1, 0.6)), "")


def type_name(value: object) -> str:
    """What a TOML value is, for people."""
    names = {bool: "true or false", str: "a text", int: "a number", float: "a number"}
    more = {list: "a list", dict: "a table", date: "a date", datetime: "a date-time", time: "a time"}
    return (names | more).get(type(value), "something else")


def _value(key: str, value: object, wanted: Any, path: Path) -> list[Finding]:  # noqa: ANN401 - a type expression
    inner = _struct_in(wanted)
    if inner is not None and isinstance(value, dict):
        return diagnose(value, inner, key, path)
    if inner is not None and isinstance(value, list) and key not in {"contact", "grants", "after", "source"}:
        return [found for n, each in enumerate(value) for found in diagnose(each, inner, key, (*path, n))]
    try:
        convert(value, wanted)
    except (ValidationError, RecursionError, OverflowError) as error:
        if "length" in str(error):
            what = f"`{key}`"
            limit = str(error).split("length ", 1)[-1].removeprefix("<= ")
            return [Finding("too-large", path, {"what": what, "limit": limit})]
        return [_mistyped(key, value, path, ("a text", f'{key} = "…"'))]
    return []


def _struct_in(wanted: Any) -> type[Struct] | None:  # noqa: ANN401 - a type expression
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return wanted
    return next((found for each in get_args(wanted) if (found := _struct_in(each))), None)


def _unknown(key: str, known: tuple[str, ...], shape: type[Struct], path: Path) -> Finding:
    if shape is StageTable and key in EntryTable.__struct_fields__:
        advice = f"If it was meant for the entry, put `{key}` above its first stage."
    elif near := nearest(key, known):
        advice = f"Did you mean `{near}`? Keys of your own start with x-."
    else:
        advice = "Take it out, or start it with x- if it is your own."
    return Finding("unknown-key", path, {"key": key, "advice": advice})


def _mistyped(key: str, value: object, path: Path, default: tuple[str, str]) -> Finding:
    wanted, example = EXPECTED.get(key, default)
    found = type_name(value)
    if wanted.startswith(found) and isinstance(value, int | float):
        found = f"{value:g}" if isinstance(value, float) else str(value)[:30]
    return Finding("bad-type", path, {"key": key, "expected": wanted, "found": found, "example": example})


def _example(key: str) -> str:
    examples = {
        "id": '"innosup-1-2017"',
        "title": '"What the call is called"',
        "kind": '"deadline"',
        "stage": '"first"',
        "url": '"https://example.org"',
        "rate": "75",
    }
    return examples.get(key, '"…"')
