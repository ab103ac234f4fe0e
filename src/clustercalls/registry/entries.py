"""The entries of one kind of a text, with what is wrong with each; one bad entry never hides the others."""

from typing import Any

from clustercalls.errors import Problem
from clustercalls.model import Entry, EntryKind
from clustercalls.registry import days_off
from clustercalls.registry.build import Defaults, entry_from
from clustercalls.registry.converted import table_in, tables_in
from clustercalls.registry.layout import Layout
from clustercalls.registry.shape import EntryTable
from clustercalls.registry.text import Text
from clustercalls.registry.values import written_id
from clustercalls.tables.findings import Finding, Findings, shown

Taken = dict[str, tuple[str, Layout, str, int]]  # ids in use: file, layout, kind and number


def entries_of(
    kind: EntryKind,
    tables: list[Any],
    defaults: Defaults,
    text: Text,
    taken: Taken,
    problems: list[Problem],
    *,
    warnings: bool,
) -> list[Entry]:
    """The entries of these tables; `taken` and `problems` are added to."""
    entries, header = [], kind.value
    if warnings:
        from clustercalls.registry.usual import warn_of
    for index, converted in enumerate(tables_in(tables)):
        findings = Findings()
        table, name = converted, converted.id if converted else written_id(tables[index])
        if table is None:
            table = _mended(kind, tables[index], findings)
        entry = entry_from(kind, table, defaults, text.file, findings) if table else None
        _check_taken(name, taken, findings)
        if warnings and entry is not None and table is not None and not findings:
            warn_of(entry, table, findings)
            days_off.warn(entry, table, defaults.days_off, findings)
        if findings and any(each.is_error for each in findings):
            entry = _left(
                kind, tables[index], (defaults, text.file), (table, entry), findings, warnings=warnings
            )
        if findings:
            problems += [text.inside(header, index, shown(name), each) for each in findings]
        if entry is not None:
            taken[name] = (text.file, text.layout, header, index)
            entries.append(entry)
    return entries


def _check_taken(name: str, taken: Taken, findings: Findings) -> None:
    if name.casefold() in taken:
        file, layout, table_name, first = taken[name.casefold()]
        line = layout.line_of(table_name, first, ())  # in JSON none is known
        place = f"{file}:{line}" if line else file
        findings.append(Finding("duplicate-id", ("id",), {"id": shown(name), "first": place}))


def _left(
    kind: EntryKind,
    raw: Any,  # noqa: ANN401 - whatever the file holds
    home: tuple[Defaults, str],
    made: tuple[EntryTable | None, Entry | None],
    findings: Findings,
    *,
    warnings: bool,
) -> Entry | None:
    """The entry without what is wrong in it, if its dates do not hang on that; adds what else is to be told.

    `home` are the defaults and the file, `made` what of the table has its shape, and the entry of that.
    """
    from clustercalls.registry import losing, warned

    table, entry = made
    if warnings and table is not None and entry is not None:
        findings += warned.warnings(entry, table, findings)
    kept, left = losing.entry_without(kind, raw, *home, findings)
    if warnings and table is None and kept is not None and left is not None:
        findings += warned.warnings(kept, left.table, findings, left)
    return kept


def _mended(kind: EntryKind, raw: Any, findings: Findings) -> EntryTable | None:  # noqa: ANN401 - whatever the file holds
    """Adds why a table has not its shape; returns what can be read of it, to find what else is wrong."""
    from clustercalls.registry.wording import words_of
    from clustercalls.tables.diagnose import diagnose, mended

    words = words_of(kind.value)
    findings += diagnose(raw, EntryTable, words, kind.value)
    return table_in(mended(raw, findings, words)) if isinstance(raw, dict) else None
