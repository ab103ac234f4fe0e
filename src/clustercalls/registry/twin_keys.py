"""Entries of one registry that their sources call by the same key: the same thing twice, it seems."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from clustercalls.errors import Place, Problem
from clustercalls.model import Entry
from clustercalls.registry.layout import Layout
from clustercalls.registry.values import source_key
from clustercalls.tables.findings import Finding, shown

Places = Mapping[str, tuple[str, Layout, str, int]]  # file, layout, kind and number, by id

PATH = ("source", "key")


def with_twins(
    problems: list[Problem], entries: Iterable[Entry], places: Places, files: Iterable[Path]
) -> list[Problem]:
    """The problems and a warning for every entry that has the key of an earlier one, in their order."""
    twins = list(_twins(entries, places))
    if not twins:
        return problems
    order = {str(file): number for number, file in enumerate(files)}
    return sorted([*problems, *twins], key=lambda each: (order.get(each.place.file, -1), each.place.line))


def _twins(entries: Iterable[Entry], places: Places) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry in entries:
        key = source_key(entry.source.key) if entry.source else ""
        if key and (other := first.setdefault(key, entry.id)) != entry.id:
            (file, line), (home, above) = _place(places[entry.id]), _place(places[other])
            filling = {"key": shown(key), "other": other, "first": f"{home}:{above}"}
            yield Finding("twin-key", PATH, filling).at(Place(file, line, entry.id))


def _place(its: tuple[str, Layout, str, int]) -> tuple[str, int]:
    file, layout, kind, index = its
    return file, layout.line_of(kind, index, PATH)
