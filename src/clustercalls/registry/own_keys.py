"""The keys of a registry that are the person's own (`x-`), read from its files again for who shows them.

No entry has them, so reading a registry does not pay for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused
from clustercalls.model import Entry
from clustercalls.registry import notation
from clustercalls.registry.layout import Layout
from clustercalls.registry.paths import decode_in_part
from clustercalls.registry.pieces import joined, pieces_of
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import Text, toml

Table = dict[str, Any]
OwnKeys = Mapping[str, Table]  # of each entry by its id, with the tables in it that have some
NONE: OwnKeys = {}


def own_keys(entries: Iterable[Entry]) -> OwnKeys:
    """What of these entries is their office's own, as `with_own` puts it into their tables.

    What can be read only once has none, and neither has a block that is no TOML.

    Raises:
        InputRefused: when a file has gone meanwhile.
    """
    by_file: dict[str, dict[tuple[str, str], str]] = {}
    for entry in entries:
        by_file.setdefault(entry.file, {})[entry.kind.value, entry.id] = entry.id
    own: dict[str, Table] = {}
    for file, wanted in by_file.items():
        for kind, table in _tables(Path(file)):
            name = table.get("id")
            if isinstance(name, str) and (kind, name) in wanted and name not in own and (told := _own(table)):
                own[name] = told
    return own


def texts(own: Table) -> dict[str, str]:
    """The keys of the entry itself, each value as text."""
    return {
        name: value if isinstance(value, str) else notation.value(value)
        for name, value in own.items()
        if name.startswith("x-")
    }


def with_own(table: Table, own: Table) -> Table:
    """A table with them; a table in it that is not there gets none."""
    made = dict(table)
    for key, told in own.items():
        there = table.get(key)
        if key.startswith("x-"):
            made[key] = told
        elif isinstance(there, dict):
            made[key] = with_own(there, told)
        elif isinstance(there, list):
            made[key] = [
                with_own(part, told.get(name, {})) if isinstance(part, dict) else part
                for name, part in zip(_names(key, there), there, strict=True)
            ]
    return made


def _tables(path: Path) -> Iterator[tuple[str, Table]]:
    """The tables of the entries of a file that may have such keys, each with its kind."""
    if not path.is_file() or b"x-" not in (data := read(path)):
        return
    for document in _documents(data, path):
        for kind in TABLES:
            tables = document.get(kind)
            for each in tables if isinstance(tables, list) else ():
                if isinstance(each, dict):
                    yield kind, each


def _documents(data: bytes, path: Path) -> Iterator[Table]:
    """The file as one document; where it is none, those of its blocks that are."""
    content, wrong = decode_in_part(data, path)
    if wrong is None:
        try:
            pieces = pieces_of(content)
            yield joined(pieces) if pieces else toml(content, Text(str(path), Layout(content)))
        except InputRefused as refused:
            wrong = refused.problem
    if wrong is not None:
        from clustercalls.registry.apart import apart

        with suppress(InputRefused):
            yield from (tables for _, tables, _ in apart(content, str(path), wrong).read)


def _own(table: Table) -> Table:
    """What of a table is one's own; of lists by the place of each table in it, of stages by their ids."""
    own: Table = {}
    for key, value in table.items():
        if key.startswith("x-"):
            own[key] = value
        elif isinstance(value, dict):
            own[key] = _own(value)
        elif isinstance(value, list):
            named = zip(_names(key, value), value, strict=True)
            inside = {name: _own(each) for name, each in named if isinstance(each, dict)}
            own[key] = {name: each for name, each in inside.items() if each}
    return {key: each for key, each in own.items() if each or key.startswith("x-")}


def _names(key: str, tables: list[Any]) -> list[Any]:
    """What tells the tables of a list apart."""
    if key != "stage":
        return [*range(len(tables))]
    return [each.get("id") or each.get("kind") if isinstance(each, dict) else None for each in tables]
