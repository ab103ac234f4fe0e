"""What a registry file says outside its entries: its tables, and what every entry has by default."""

from typing import Any

from msgspec import ValidationError, convert

from clustercalls.errors import InputRefused, Problem
from clustercalls.registry import days_off, templates, track_words
from clustercalls.registry.build import Defaults, defaults_from
from clustercalls.registry.shape import SCHEMA, TABLES, DefaultsTable
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Finding, Findings, shown
from clustercalls.zones import UNKNOWN

_KEYS: dict[str, type] = {
    "schema": int,
    "name": str,
    "defaults": dict,
    "track": dict,
    "days_off": dict,
    "template": dict,
    "audience": dict,
} | dict.fromkeys(TABLES, list)


def top_level(document: dict[str, Any], text: Text) -> list[Problem]:
    """What is wrong with the keys and tables of the file itself.

    Raises:
        InputRefused: when its schema is another one.
    """
    schema = document.get("schema", SCHEMA)
    if type(schema) is int and schema != SCHEMA:
        finding = Finding("unknown-schema", ("schema",), {"schema": shown(schema)})
        raise InputRefused(text.top(finding))
    if all(type(value) is _KEYS.get(key) for key, value in document.items()):
        return []
    from clustercalls.registry import suggest, wording

    problems = []
    for key, value in document.items():
        if key not in _KEYS or (key == "track" and not isinstance(value, dict)):
            values = {"key": shown(key), **suggest.for_top_key(key, tuple(_KEYS))}
            problems.append(text.top(Finding("unknown-key", (key,), values)))
        elif type(value) is not _KEYS[key] and not (key in TABLES and _misnamed(document)):
            problems.append(text.top(wording.mistyped_top(key, value)))
    return problems


def check_headers(document: dict[str, Any], text: Text) -> None:
    """Makes sure that no header is like `[[cal]]`: a `[[call.stage]]` below it would be of the call above.

    Raises:
        InputRefused: when one is, or when its schema is another one.
    """
    if _misnamed(document):
        not_own = {key: value for key, value in document.items() if not key.startswith("x-")}
        raise InputRefused(next(each for each in top_level(not_own, text) if each.code == "unknown-key"))


def _misnamed(document: dict[str, Any]) -> bool:
    """Whether it has tables like those of entries under a name that is none of ours."""
    unknown = (value for key, value in document.items() if key not in _KEYS and not key.startswith("x-"))
    return any(isinstance(value, list) and isinstance(next(iter(value), None), dict) for value in unknown)


def stated_in(document: dict[str, Any], text: Text, problems: list[Problem], *, warnings: bool) -> Defaults:
    """What a file says of all its entries: its `[defaults]`, its days off, what words for `track` mean."""
    defaults = defaults_of(document.get("defaults", {}), text, problems, warnings=warnings)
    if "days_off" in document:
        defaults = defaults._replace(days_off=days_off.stated(document["days_off"], text, problems))
    if "template" in document:
        templates.stated(document["template"], text, problems)
    if "audience" in document:
        from clustercalls.registry import audiences

        defaults = defaults._replace(audiences=audiences.stated(document["audience"], text, problems))
    if "track" not in document:
        return defaults
    return defaults._replace(words=track_words.stated(document["track"], text, problems))


def defaults_of(
    raw: Any,  # noqa: ANN401 - whatever the file holds
    text: Text,
    problems: list[Problem],
    *,
    warnings: bool,
) -> Defaults:
    """What every entry has unless it says otherwise; a zone that is stated and cannot be read is unknown."""
    findings = Findings()
    is_table = isinstance(raw, dict)
    raw = raw if is_table else {}
    try:
        table = convert(raw, DefaultsTable)
    except (ValidationError, RecursionError, OverflowError):
        from clustercalls.registry.wording import words_of
        from clustercalls.tables.diagnose import diagnose, mended

        words = words_of("defaults")
        findings += diagnose(raw, DefaultsTable, words, "defaults")
        table = convert(mended(raw, findings, words), DefaultsTable)
    defaults = defaults_from(table, findings)
    if not is_table or any(each.path[:1] == ("zone",) for each in findings):
        defaults = defaults._replace(zone=UNKNOWN)
    if warnings:
        from clustercalls.registry import checks

        checks.warn_written(table, findings)
    problems += [text.top(Finding(each.code, ("defaults", *each.path), each.values)) for each in findings]
    return defaults
