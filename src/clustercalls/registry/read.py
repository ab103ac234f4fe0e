"""Reading registry files: bytes in, frozen entries and problems out.

One bad entry never hides the good ones; every problem has its file, line, entry and field.
"""

from pathlib import Path
from typing import Any, NamedTuple

import tomli
from msgspec import ValidationError, convert

from clustercalls import files
from clustercalls.errors import InputRefused, Place, Problem, problem
from clustercalls.model import Entry, EntryKind, Registry
from clustercalls.registry.build import Defaults, defaults_from, entry_from
from clustercalls.registry.findings import Findings
from clustercalls.registry.layout import Layout
from clustercalls.registry.shape import SCHEMA, TABLES, DefaultsTable, EntryTable

ENTRY_LIMIT = 50_000

Taken = dict[str, tuple[str, Layout, str, int]]


class Text(NamedTuple):
    """One file while it is read: its name, and where things stand in it."""

    file: str
    layout: Layout

    def place(self, kind: str, index: int, entry: str) -> Place:
        """Where the nth entry of a kind begins."""
        return Place(self.file, self.layout.line_of(kind, index, ()), entry)

    def top(self, key: str) -> Place:
        """Where a table or key of the file itself stands."""
        return Place(self.file, self.layout.line_of_top(key), "", key)


class Parsed(NamedTuple):
    """One file: its good entries, its problems, and its default zone."""

    entries: list[Entry]
    problems: list[Problem]
    zone: str = Defaults().zone


def load(paths: tuple[Path, ...], *, warnings: bool = False) -> Registry:
    """The registry of these files and folders, read in order; with `warnings`, those too.

    An id that is taken already is a problem of the later entry.
    """
    found, problems = expand(paths)
    entries: list[Entry] = []
    zones: list[str] = []
    taken: Taken = {}
    for path in found:
        try:
            parsed = parse(_decoded(path), str(path), taken, warnings=warnings)
        except InputRefused as refusal:
            problems.append(refusal.problem)
            continue
        entries += parsed.entries
        problems += parsed.problems
        zones.append(parsed.zone)
    zone = zones[0] if zones else Defaults().zone
    return Registry(tuple(entries), tuple(problems), tuple(map(str, found)), zone)


def expand(paths: tuple[Path, ...]) -> tuple[list[Path], list[Problem]]:
    """The files meant: a folder stands for its `*.toml`, sorted by name; each file once."""
    found: dict[str, Path] = {}
    problems = []
    for path in paths:
        try:
            inside = sorted(path.glob("*.toml")) if path.is_dir() else [path]
            if not inside:
                problems.append(problem("empty-folder", Place(str(path))))
            for each in inside:
                found.setdefault(str(each.resolve()), each)
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links
            problems.append(problem("unreadable", Place(str(path)), reason=getattr(error, "strerror", error)))
    return list(found.values()), problems


def parse(content: str, file: str, taken: Taken, *, warnings: bool = False) -> Parsed:
    """The entries of one text; `taken` holds the ids in use, and is added to.

    Raises:
        InputRefused: when nothing of it can be read.
    """
    text = Text(file, Layout(content))
    document = _toml(content, text)
    if "x-" in content:
        document = _without_own_keys(document)
    problems = _top_level(document, text)
    schema = document.get("schema", SCHEMA)
    if type(schema) is int and schema > SCHEMA:
        raise InputRefused(problem("newer-schema", text.top("schema"), schema=schema))
    defaults = _defaults(document.get("defaults", {}), text, problems)
    entries: list[Entry] = []
    for name, kind in TABLES.items():
        tables = document.pop(name, [])
        if isinstance(tables, list):
            if len(entries) + len(tables) > ENTRY_LIMIT:
                raise InputRefused(
                    problem("too-large", Place(file), what="the file", limit=f"{ENTRY_LIMIT} entries")
                )
            entries += _entries(kind, tables, defaults, text, taken, problems, warnings=warnings)
    problems.sort(key=lambda each: each.place.line)
    return Parsed(entries, problems, defaults.zone)


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
    for index, table in enumerate(_tables(tables)):
        found = Findings()
        entry = None
        if table is None:
            from clustercalls.registry.diagnose import diagnose

            found += diagnose(tables[index], EntryTable, kind.value)
            name = str(tables[index].get("id", "")) if isinstance(tables[index], dict) else ""
        else:
            entry = entry_from(kind, table, defaults, text.file, found)
            name = table.id
            if name.casefold() in taken:
                file, layout, table_name, first = taken[name.casefold()]
                found.add(
                    "duplicate-id", ("id",), id=name, first=f"{file}:{layout.line_of(table_name, first, ())}"
                )
            if not found:
                taken[name] = (text.file, text.layout, kind.value, index)
                if warnings:
                    from clustercalls.registry.checks import warn

                    warn(entry, len(entry.stages) - len(table.stage), found)
        if found:
            problems += [
                each.at(Place(text.file, text.layout.line_of(kind.value, index, each.path), name))
                for each in found
            ]
        if entry is not None and not any(each.is_error for each in found):
            entries.append(entry)
    return entries


def _tables(tables: list[Any]) -> list[EntryTable | None]:
    """All tables converted at once; when one of them is bad, one by one, None for a bad one."""
    try:
        return list(convert(tables, list[EntryTable]))
    except (ValidationError, RecursionError, OverflowError):
        return [_table(raw) for raw in tables]


def _table(raw: Any) -> EntryTable | None:  # noqa: ANN401 - whatever the file holds
    try:
        return convert(raw, EntryTable)
    except (ValidationError, RecursionError, OverflowError):
        return None


def _decoded(path: Path) -> str:
    data = files.read(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind a byte order mark.
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        place = Place(str(path), data.count(b"\n", 0, offset) + 1)
        raise InputRefused(problem("not-utf8", place, offset=offset)) from None


def _toml(content: str, text: Text) -> dict[str, Any]:
    try:
        return tomli.loads(content)
    except tomli.TOMLDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        found = problem("broken-toml", Place(text.file, error.lineno), reason=reason)
    except RecursionError:
        found = problem("too-deep", Place(text.file))
    except ValueError:  # the interpreter's own limit on digits
        found = problem("bad-number", Place(text.file))
    raise InputRefused(found)


def _without_own_keys(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    """The document without the keys that are the user's own."""
    if isinstance(value, dict):
        return {key: _without_own_keys(inner) for key, inner in value.items() if not key.startswith("x-")}
    if isinstance(value, list):
        return [_without_own_keys(inner) for inner in value]
    return value


def _top_level(document: dict[str, Any], text: Text) -> list[Problem]:
    wanted: dict[str, type] = {"schema": int, "defaults": dict} | dict.fromkeys(TABLES, list)
    if all(type(value) is wanted.get(key) for key, value in document.items()):
        return []
    from clustercalls.registry.diagnose import expected, unknown_key

    problems = []
    for key, value in document.items():
        if key not in wanted:
            problems.append(unknown_key(text.top(key), key, tuple(wanted)))
        elif type(value) is not wanted[key]:
            default = ("tables of their own", f"[[{key}]]")
            problems.append(expected(text.top(key), key, value, default=default))
    return problems


def _defaults(raw: Any, text: Text, problems: list[Problem]) -> Defaults:  # noqa: ANN401 - whatever the file holds
    found = Findings()
    raw = raw if isinstance(raw, dict) else {}
    try:
        table = convert(raw, DefaultsTable)
    except (ValidationError, RecursionError, OverflowError):
        from clustercalls.registry.diagnose import diagnose

        found += diagnose(raw, DefaultsTable, "defaults")
        table = DefaultsTable()
    defaults = defaults_from(table, found)
    problems += [each.at(Place(text.file, text.layout.line_of_top("defaults"))) for each in found]
    return defaults
