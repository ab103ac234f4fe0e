"""What a registry file says outside its entries: its tables, and what every entry has by default."""

from typing import Any

from msgspec import ValidationError, convert

from clustercalls.errors import InputRefused, Problem
from clustercalls.registry.build import Defaults, defaults_from
from clustercalls.registry.shape import SCHEMA, TABLES, DefaultsTable
from clustercalls.registry.text import Text
from clustercalls.tables.findings import Finding, Findings, shown
from clustercalls.zones import UNKNOWN


def top_level(document: dict[str, Any], text: Text) -> list[Problem]:
    """What is wrong with the keys and tables of the file itself.

    Raises:
        InputRefused: when its schema is another one.
    """
    schema = document.get("schema", SCHEMA)
    if type(schema) is int and schema != SCHEMA:
        finding = Finding("unknown-schema", ("schema",), {"schema": shown(schema)})
        raise InputRefused(text.top(finding))
    wanted: dict[str, type] = {"schema": int, "name": str, "defaults": dict} | dict.fromkeys(TABLES, list)
    if all(type(value) is wanted.get(key) for key, value in document.items()):
        return []
    from clustercalls.registry import suggest, wording

    problems = []
    for key, value in document.items():
        if key not in wanted:
            values = {"key": shown(key), **suggest.for_top_key(key, tuple(wanted))}
            problems.append(text.top(Finding("unknown-key", (key,), values)))
        elif type(value) is not wanted[key]:
            problems.append(text.top(wording.mistyped_top(key, value)))
    return problems


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
