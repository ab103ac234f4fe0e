"""Why a table does not have its shape: every unknown, missing and mistyped key, not only the first."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import date, datetime, time
from functools import cache
from itertools import islice
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from msgspec import NODEFAULT, Struct, ValidationError, convert
from msgspec.structs import FieldInfo, fields

from clustercalls.limits import TEXT_LETTERS
from clustercalls.tables.findings import Finding, KeyPath, shown

# A value of the wrong type, for people: what it is, or what it says.
FOUND: dict[type, str] = {
    str: 'the text "{said}"',
    list: "a list",
    dict: "a table",
    date: "the date {said}",
    datetime: "the date {said}",
    time: "the hour {said}",
}


class ExpectedKey(NamedTuple):
    """What a key should be, in words, and an example as the file has it."""

    expected: str
    example: str


class Words(Struct, frozen=True):
    """What a person is told about the keys of one sort of file.

    `needed` is what to write for a key that every such table needs; `unknown` advises on an unknown key, of
    which it is given the name, the known ones, the Struct and the name of the table. A key that is another
    thing in a table than elsewhere has its words under both, as `history.stage`. `what` people call a
    table, by its key. `{entry}` in an example is filled with `entry`, `{most}` in what is expected from
    `most`; what is `secret` is not quoted.
    """

    keys: Mapping[str, ExpectedKey]
    needed: Mapping[str, Any]
    unknown: Callable[[str, tuple[str, ...], type[Struct], str], Mapping[str, str]]
    what: Mapping[str, str]
    entry: str = ""
    most: Mapping[str, int] = {}
    secret: frozenset[str] = frozenset()


def diagnose(raw: Any, shape: type[Struct], words: Words, table: str, path: KeyPath = ()) -> list[Finding]:  # noqa: ANN401 - TOML
    """Everything that keeps `raw` from being a `shape`.

    Args:
        raw: what the file holds.
        shape: what it should be.
        words: what to say of its keys.
        table: its name.
        path: where it is inside the outermost table.
    """
    if not isinstance(raw, dict):
        return [mistyped(table, raw, words, path, "a table", f"[[{table}]]")]
    known = _keys(shape)
    findings = []
    for key in raw:
        if key not in known:
            advice = words.unknown(key, tuple(known), shape, table)
            findings.append(Finding("unknown-key", (*path, key), {"key": shown(key), **advice}))
    for key, field in known.items():
        if key in raw:
            findings += _value(key, raw[key], field.type, words, (*path, key))
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            findings.append(missing(key, words, table, path))
    return findings


@cache
def _keys(shape: type[Struct]) -> dict[str, FieldInfo]:
    return {each.encode_name: each for each in fields(shape)}


def mended(raw: dict[str, Any], findings: list[Finding], words: Words) -> dict[str, Any]:
    """A copy of `raw` without the values of these findings, the missing ones supplied."""
    raw = dict(raw)
    for finding in findings:
        path = finding.value_path
        last = max(number for number, part in enumerate(path) if isinstance(part, str))
        holder: Any = raw
        for part in path[:last]:
            if part not in (holder if isinstance(holder, dict) else range(len(holder))):
                break  # taken out already
            holder[part] = copy(holder[part])
            holder = holder[part]
        else:
            holder.pop(path[last], None)
            if finding.code == "missing-key":
                holder[path[last]] = words.needed[finding.values["key"]]
    return raw


def _value(key: str, value: object, wanted: Any, words: Words, path: KeyPath) -> list[Finding]:  # noqa: ANN401 - a type
    if _fits(value, wanted):
        return []
    inner = _inner(wanted)
    if inner is not None and isinstance(value, dict):
        found = (finding for each in value.values() for finding in _value(key, each, inner, words, path))
        return _first(found, "a table with {item} in it")
    items, most = _items(wanted)
    if not most:
        return _single(key, value, wanted, words, path)
    if not isinstance(value, list):
        return [mistyped(key, value, words, path)]
    if len(value) > most:
        return [_too_large(key, "{most} items", most, path)]
    if _struct_in(items):
        each_path = ((*path, number) for number in range(len(value)))
        return [
            f for row, here in zip(value, each_path, strict=True) for f in _row(key, row, items, words, here)
        ]
    found = (finding for each in value for finding in _single(key, each, items, words, path))
    return _first(found, "a list with {item} in it")


def _first(findings: Iterable[Finding], what: str) -> list[Finding]:
    """The first finding about what a list or table holds, said of the whole: `what` it is."""
    first = list(islice(findings, 1))
    for each in first:
        if each.code == "bad-type" and "item" not in each.values:
            each.values.update(found=what, item=each.values["found"])
    return first


def _row(key: str, value: object, wanted: Any, words: Words, path: KeyPath) -> list[Finding]:  # noqa: ANN401 - a type
    if isinstance(value, dict):
        return _single(key, value, wanted, words, path)
    return [mistyped(key, value, words, path)]


def _single(key: str, value: object, wanted: Any, words: Words, path: KeyPath) -> list[Finding]:  # noqa: ANN401 - a type
    struct = _struct_in(wanted)
    if struct is not None and isinstance(value, dict):
        return diagnose(value, struct, words, key, path)
    if _fits(value, wanted):
        return []
    if isinstance(value, str) and len(value) > TEXT_LETTERS:
        return [_too_large(key, "{most} characters", TEXT_LETTERS, path)]
    return [mistyped(key, value, words, path)]


def _fits(value: object, wanted: Any) -> bool:  # noqa: ANN401 - a type
    try:
        convert(value, wanted)
    except (ValidationError, RecursionError, OverflowError):
        return False
    return True


def _struct_in(wanted: Any) -> type[Struct] | None:  # noqa: ANN401 - a type expression
    if isinstance(wanted, type) and issubclass(wanted, Struct):
        return wanted
    return next((found for each in get_args(wanted) if (found := _struct_in(each))), None)


def _inner(wanted: Any) -> Any:  # noqa: ANN401 - a type expression
    """What the values should be of a table that takes any key; None when no such table is wanted."""
    if get_origin(wanted) is dict:
        return get_args(wanted)[1]
    return next((found for each in get_args(wanted) if (found := _inner(each)) is not None), None)


def _items(wanted: Any) -> tuple[Any, int]:  # noqa: ANN401 - a type expression
    """What the items of a list should be, and how many there may be; 0 when no list is wanted."""
    if get_origin(wanted) is Annotated:
        inner, meta = get_args(wanted)
        if get_origin(inner) is tuple:
            return get_args(inner)[0], meta.max_length
    if get_origin(wanted) is dict:
        return wanted, 0
    return next((found for each in get_args(wanted) if (found := _items(each))[1]), (wanted, 0))


def missing(key: str, words: Words, table: str, path: KeyPath = ()) -> Finding:
    """The finding of a key that every such table needs."""
    example = words.needed[key]
    quoted = f'"{example}"' if isinstance(example, str) else str(example)
    what = words.what.get(table, table)
    return Finding("missing-key", path, {"key": key, "what": what, "example": quoted})


def mistyped(
    key: str, value: object, words: Words, path: KeyPath, expected: str = "a text", example: str = ""
) -> Finding:
    """The finding of a value of the wrong type; `expected` and `example` serve where the words have none."""
    quoted = f'{key} = "{shown(value)}"' if isinstance(value, int | float | date) else f'{key} = "…"'
    holder = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    elsewhere = words.keys.get(key, ExpectedKey(expected, example or quoted))
    expected, example = words.keys.get(f"{holder}.{key}", elsewhere)
    values = {
        "key": shown(key),
        "expected": expected,
        "most": str(words.most.get(key, "")),
        "found": FOUND.get(type(value), "{said}"),
        "said": "…" if key in words.secret else shown(value),
        "advice": "Write it as in: {example}",
        "example": example.replace("{entry}", words.entry),
    }
    return Finding("bad-type", path, values)


def _too_large(key: str, limit: str, most: int, path: KeyPath) -> Finding:
    return Finding("too-large", path, {"what": "`{key}`", "key": key, "limit": limit, "most": f"{most:,}"})
