"""Reading registry files: bytes in, frozen entries and problems out.

One bad entry never hides the good ones; every problem has its file, line, entry and field.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import ValidationError, convert

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.limits import ENTRIES
from clustercalls.model import Entry, EntryKind, Registry
from clustercalls.registry import names, paths
from clustercalls.registry.build import Defaults, entries_seen_from, entry_from
from clustercalls.registry.layout import Layout
from clustercalls.registry.pieces import in_pieces, without_own_keys
from clustercalls.registry.shape import TABLES, EntryTable
from clustercalls.registry.text import Text, toml
from clustercalls.registry.top import defaults_of, top_level
from clustercalls.registry.values import written_id
from clustercalls.tables.findings import Finding, Findings, shown
from clustercalls.zones import UNKNOWN

Source = Callable[..., bytes]  # as `disk.read.read`
Taken = dict[str, tuple[str, Layout, str, int]]


class Parsed(NamedTuple):
    """One file: good entries, problems, the default zone (`UNKNOWN` if unread), and the name it states."""

    entries: list[Entry]
    problems: list[Problem]
    zone: str = Defaults().zone
    name: str = ""


def load(
    named: tuple[Path, ...], *, warnings: bool = False, piped: bool = False, source: Source = read
) -> Registry:
    """The registry of these files and folders, read in order; with `warnings`, those too.

    With `piped` what is named may be a pipe, never what is in a folder. `source` reads a file, or refuses.
    An id that is taken already is a problem of the later entry.
    """
    files, problems = paths.expand(named)
    entries: list[Entry] = []
    zones: list[str] = []
    home = ""
    stated: names.Stated = {}
    taken: Taken = {}
    for path in files:
        try:
            content, wrong = paths.decode_in_part(source(path, piped=piped and path in named), path)
            if wrong:
                parsed = _parse_apart(content, wrong, taken, warnings=warnings)
            else:
                parsed = parse(content, str(path), taken, warnings=warnings)
        except InputRefused as refusal:
            problems.append(refusal.problem)
            continue
        zones.append(parsed.zone)
        home = home or (parsed.zone if parsed.zone != UNKNOWN else "")
        entries += parsed.entries if parsed.zone == home else entries_seen_from(parsed.entries, home)
        problems += parsed.problems
        names.add(stated, path if path in named else path.parent, path, parsed.name)
    problems += names.told_twice(stated)
    if warnings:
        from clustercalls.registry import twin_keys

        problems = twin_keys.with_twins(problems, entries, taken, files)
    file_names, zone = tuple(map(str, files)), home or Defaults().zone
    return Registry(tuple(entries), tuple(problems), file_names, zone, names.first(stated), UNKNOWN in zones)


def parse(content: str, file: str, taken: Taken, *, warnings: bool = False) -> Parsed:
    """The entries of one text; `taken` holds the ids in use, and is added to.

    Raises:
        InputRefused: when nothing of it can be read.
    """
    text = Text(file, Layout(content))
    document = in_pieces(content)
    if document is None:
        try:
            document = toml(content, text)
        except InputRefused as refused:
            return _parse_apart(content, refused.problem, taken, warnings=warnings)
        document = without_own_keys(document) if "x-" in content else document
    parsed = from_document(document, text, taken, warnings=warnings)
    if warnings:
        _warn_of_text(content, text, parsed.problems)
        parsed.problems.sort(key=lambda each: each.place.line)
    return parsed


def _warn_of_text(content: str, text: Text, problems: list[Problem]) -> None:
    """Adds the warnings about how a text that is TOML is written."""
    from clustercalls.registry import hidden, newer_toml

    wrong = {each.place for each in problems}
    problems += (each for each in hidden.problems(content, text.file, text.layout) if each.place not in wrong)
    problems += newer_toml.problems(content, text.file, text.layout)


def _parse_apart(content: str, whole: Problem, taken: Taken, *, warnings: bool) -> Parsed:
    """As `parse`, of a text that is not TOML or UTF-8, as `whole` says: what its blocks say that are.

    Raises:
        InputRefused: when it has no blocks, or its schema is another one.
    """
    from clustercalls.registry.apart import apart

    parts = apart(content, whole.place.file, whole)
    entries: list[Entry] = []
    problems = list(parts.problems)
    called = ""
    defaults = Defaults() if parts.has_defaults else Defaults(UNKNOWN)
    for text, tables, _ in parts.read:
        if "defaults" in tables and parts.has_defaults:
            defaults = defaults_of(tables["defaults"], text, problems, warnings=warnings)
    for text, tables, block in parts.read:
        parsed = from_document(without_own_keys(tables), text, taken, warnings=warnings, defaults=defaults)
        entries += parsed.entries
        problems += parsed.problems
        called = called or parsed.name
        if warnings:
            _warn_of_text(block, text, problems)
    problems.sort(key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone, called)


def from_document(
    document: dict[str, Any],
    text: Text,
    taken: Taken,
    *,
    warnings: bool = False,
    defaults: Defaults | None = None,
) -> Parsed:
    """As `parse`, of a document that was read already, or `in_pieces`; its entries are taken out of it.

    `defaults` are those of the whole, of which this is a part.

    Raises:
        InputRefused: when its schema is another one.
    """
    problems = top_level(document, text)
    called = names.stated_in(document, lambda each: problems.append(text.top(each)))
    if defaults is None:
        defaults = defaults_of(document.get("defaults", {}), text, problems, warnings=warnings)
    entries: list[Entry] = []
    if too_many := over_entries(document, text.file):
        raise InputRefused(too_many)
    for name, kind in TABLES.items():
        tables = document.pop(name, [])
        if isinstance(tables, list):
            entries += _entries(kind, tables, defaults, text, taken, problems, warnings=warnings)
    problems.sort(key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone, called)


def over_entries(document: Mapping[str, Any], file: str) -> Problem | None:
    """That a file holds more entries than one may."""
    tables = (document.get(name, []) for name in TABLES)
    if sum(len(each) for each in tables if isinstance(each, list)) <= ENTRIES:
        return None
    return problem("too-large", Place(file), what="the file", limit="{most} entries", most=f"{ENTRIES:,}")


def _entries(
    kind: EntryKind,
    tables: list[Any],
    defaults: Defaults,
    text: Text,
    taken: Taken,
    problems: list[Problem],
    *,
    warnings: bool,
) -> list[Entry]:
    entries = []
    if warnings:
        from clustercalls.registry.usual import warn_of
    for index, converted in enumerate(_tables(tables)):
        findings = Findings()
        table, name = converted, converted.id if converted else written_id(tables[index])
        if table is None:
            table = _mended(kind, tables[index], findings)
        entry = entry_from(kind, table, defaults, text.file, findings) if table else None
        _check_taken(name, taken, findings)
        if warnings and entry is not None and table is not None and not findings:
            warn_of(entry, table, findings)
        if findings and any(each.is_error for each in findings):
            entry = _left(
                kind, tables[index], (defaults, text.file), (table, entry), findings, warnings=warnings
            )
        if findings:
            problems += [text.inside(kind.value, index, shown(name), each) for each in findings]
        if entry is not None:
            taken[name] = (text.file, text.layout, kind.value, index)
            entries.append(entry)
    return entries


def _check_taken(name: str, taken: Taken, findings: Findings) -> None:
    if name.casefold() in taken:
        file, layout, table_name, first = taken[name.casefold()]
        place = f"{file}:{layout.line_of(table_name, first, ())}"
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
    return _table(mended(raw, findings, words)) if isinstance(raw, dict) else None


def _tables(tables: list[Any]) -> list[EntryTable | None]:
    """All tables converted at once, if not yet; when one of them is bad, one by one, None for a bad one."""
    try:
        return list(convert(tables, list[EntryTable]))
    except (ValidationError, RecursionError, OverflowError):
        return [_table(raw) for raw in tables]


def _table(raw: Any) -> EntryTable | None:  # noqa: ANN401 - whatever the file holds
    try:
        return convert(raw, EntryTable)
    except (ValidationError, RecursionError, OverflowError):
        return None
