"""Reading registry files: bytes in, frozen entries and problems out.

One bad entry never hides the good ones; every problem has its file, line, entry and field.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import tomli
from msgspec import ValidationError, convert
from msgspec.structs import replace

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.limits import ENTRIES
from clustercalls.model import Entry, EntryKind, Registry
from clustercalls.registry import paths
from clustercalls.registry.build import Defaults, defaults_from, entry_from
from clustercalls.registry.layout import Layout
from clustercalls.registry.pieces import in_pieces, loads, without_own_keys
from clustercalls.registry.shape import SCHEMA, TABLES, DefaultsTable, EntryTable
from clustercalls.registry.stages import places, seen_from
from clustercalls.tables.findings import Finding, Findings, shown

Source = Callable[..., bytes]  # as `disk.read.read`
Taken = dict[str, tuple[str, Layout, str, int]]


class Text(NamedTuple):
    """One file while it is read: its name, and where things stand in it."""

    file: str
    layout: Layout

    def inside(self, kind: str, index: int, name: str, finding: Finding) -> Problem:
        """The problem of a finding inside the nth entry of a kind."""
        return finding.at(Place(self.file, self.layout.line_of(kind, index, finding.path), name))

    def top(self, finding: Finding) -> Problem:
        """The problem of a finding outside all entries."""
        return finding.at(Place(self.file, self.layout.line_of_top(*map(str, finding.path))))


class Parsed(NamedTuple):
    """One file: its good entries, its problems, and its default zone."""

    entries: list[Entry]
    problems: list[Problem]
    zone: str = Defaults().zone


def load(
    named: tuple[Path, ...], *, warnings: bool = False, piped: bool = False, source: Source = read
) -> Registry:
    """The registry of these files and folders, read in order; with `warnings`, those too.

    With `piped` what is named may be a pipe, never what is in a folder. `source` reads a file, or refuses.
    An id that is taken already is a problem of the later entry.
    """
    found, problems = paths.expand(named)
    entries: list[Entry] = []
    zones: list[str] = []
    taken: Taken = {}
    for path in found:
        try:
            content = paths.decode(source(path, piped=piped and path in named), path)
            parsed = parse(content, str(path), taken, warnings=warnings)
        except InputRefused as refusal:
            problems.append(refusal.problem)
            continue
        zones.append(parsed.zone)
        entries += parsed.entries if parsed.zone == zones[0] else _seen_from(parsed.entries, zones[0])
        problems += parsed.problems
    zone = zones[0] if zones else Defaults().zone
    return Registry(tuple(entries), tuple(problems), tuple(map(str, found)), zone)


def _seen_from(entries: Iterable[Entry], zone: str) -> Iterator[Entry]:
    """The entries of a file whose zone is not that of the registry."""
    return (replace(each, stages=seen_from(each.stages, zone)) for each in entries)


def parse(content: str, file: str, taken: Taken, *, warnings: bool = False) -> Parsed:
    """The entries of one text; `taken` holds the ids in use, and is added to.

    Raises:
        InputRefused: when nothing of it can be read.
    """
    text = Text(file, Layout(content))
    document = in_pieces(content)
    if document is None:
        document = toml(content, text)
        if "x-" in content:
            document = without_own_keys(document)
    parsed = from_document(document, text, taken, warnings=warnings)
    if warnings:
        from clustercalls.registry import hidden, newer_toml

        seen = hidden.problems(content, file, text.layout)
        wrong = {each.place for each in parsed.problems}
        parsed.problems.extend(each for each in seen if each.place not in wrong)
        parsed.problems.extend(newer_toml.problems(content, file, text.layout))
        parsed.problems.sort(key=lambda each: each.place.line)
    return parsed


def from_document(document: dict[str, Any], text: Text, taken: Taken, *, warnings: bool = False) -> Parsed:
    """As `parse`, of a document that was read already, or `in_pieces`; its entries are taken out of it.

    Raises:
        InputRefused: when its schema is another one.
    """
    problems = _top_level(document, text)
    schema = document.get("schema", SCHEMA)
    if type(schema) is int and schema != SCHEMA:
        raise InputRefused(text.top(Finding("unknown-schema", ("schema",), {"schema": shown(schema)})))
    defaults = _defaults(document.get("defaults", {}), text, problems, warnings=warnings)
    entries: list[Entry] = []
    if too_many := over_entries(document, text.file):
        raise InputRefused(too_many)
    for name, kind in TABLES.items():
        tables = document.pop(name, [])
        if isinstance(tables, list):
            entries += _entries(kind, tables, defaults, text, taken, problems, warnings=warnings)
    problems.sort(key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone)


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
        from clustercalls.registry import checks
    for index, converted in enumerate(_tables(tables)):
        found = Findings()
        table, name = converted, converted.id if converted else _name(tables[index])
        if table is None:
            table = _mended(kind, tables[index], found)
        entry = entry_from(kind, table, defaults, text.file, found) if table else None
        if name.casefold() in taken:
            file, layout, table_name, first = taken[name.casefold()]
            place = f"{file}:{layout.line_of(table_name, first, ())}"
            found.append(Finding("duplicate-id", ("id",), {"id": shown(name), "first": place}))
        if entry is not None and table is not None and not found:
            taken[name] = (text.file, text.layout, kind.value, index)
            if warnings:
                checks.warn(entry, places(table), found)
                checks.warn_written(table, found)
        if found:
            problems += [text.inside(kind.value, index, shown(name), each) for each in found]
        if entry is not None and not (found and any(each.is_error for each in found)):
            entries.append(entry)
    return entries


def _mended(kind: EntryKind, raw: Any, found: Findings) -> EntryTable | None:  # noqa: ANN401 - whatever the file holds
    """Adds why a table has not its shape; returns what can be read of it, to find what else is wrong."""
    from clustercalls.registry.wording import words_of
    from clustercalls.tables.diagnose import diagnose, mended

    words = words_of(kind.value)
    found += diagnose(raw, EntryTable, words, kind.value)
    return _table(mended(raw, found, words)) if isinstance(raw, dict) else None


def _name(raw: Any) -> str:  # noqa: ANN401 - whatever the file holds
    name = raw.get("id") if isinstance(raw, dict) else None
    return name if isinstance(name, str) else ""


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


def toml(content: str, text: Text) -> dict[str, Any]:
    """The tables of a text, as `loads`.

    Raises:
        InputRefused: when it is not TOML.
    """
    try:
        return loads(content)
    except tomli.TOMLDecodeError as error:
        from clustercalls.registry.syntax_errors import explained

        found = explained(error, text.file)
    except RecursionError:
        from clustercalls.registry.syntax_errors import line_of_brackets

        found = problem("too-deep", Place(text.file, line_of_brackets(content)))
    except ValueError:  # the interpreter's own limit on digits
        from clustercalls.registry.syntax_errors import line_of_digits

        found = problem("bad-number", Place(text.file, line_of_digits(content)))
    raise InputRefused(found)


def _top_level(document: dict[str, Any], text: Text) -> list[Problem]:
    wanted: dict[str, type] = {"schema": int, "defaults": dict} | dict.fromkeys(TABLES, list)
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


def _defaults(raw: Any, text: Text, problems: list[Problem], *, warnings: bool) -> Defaults:  # noqa: ANN401 - whatever the file holds
    found = Findings()
    raw = raw if isinstance(raw, dict) else {}
    try:
        table = convert(raw, DefaultsTable)
    except (ValidationError, RecursionError, OverflowError):
        from clustercalls.registry.wording import words_of
        from clustercalls.tables.diagnose import diagnose, mended

        words = words_of("defaults")
        found += diagnose(raw, DefaultsTable, words, "defaults")
        table = convert(mended(raw, found, words), DefaultsTable)
    defaults = defaults_from(table, found)
    if warnings:
        from clustercalls.registry import checks

        checks.warn_written(table, found)
    problems += [text.top(Finding(each.code, ("defaults", *each.path), each.values)) for each in found]
    return defaults
