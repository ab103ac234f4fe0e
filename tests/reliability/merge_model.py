"""What a merge of two registries of `made_merges` should give, said of their values alone: the oracle."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from made_merges import ITEMS, LISTS, Entry, File, Values

Contested = set[tuple[str, ...]]
Value = Any
Joins = Callable[[tuple[str, ...], list[Value]], Value]


class Model:
    """The entries and tables that should be, if what is contested goes to `side` (1 ours, 2 theirs)."""

    def __init__(self, base: File, ours: File, theirs: File, side: int) -> None:
        self.side = side
        self.contested: Contested = set()
        was = {name: [_row(row) for row in each.history] for name, each in base.entries.items()}
        sides = [
            {name: _plain(each, was.get(name, [])) for name, each in file.entries.items()}
            for file in (base, ours, theirs)
        ]
        entries = self._each((), [{**each} for each in sides], self._entry)
        self.entries = {
            name: each | {"history": {whole_row(row): row for row in each["history"].values()}}
            for name, each in entries.items()
        }
        tops = [file.tops for file in (base, ours, theirs)]
        self.tops = {
            name: table
            for name in {*tops[1], *tops[2]}
            if (table := self._table((name,), [each.get(name) for each in tops])) is not None
        }

    def _each(self, path: tuple[str, ...], sides: list[Values], joined: Joins) -> Values:
        found = {}
        for name in dict.fromkeys([*sides[1], *sides[2]]):
            value = joined((*path, name), [each.get(name) for each in sides])
            if value is not None:
                found[name] = value
        return found

    def _whole(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        base, ours, theirs = sides
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        self.contested.add(path)
        return sides[self.side]

    def _entry(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        if sides[1] is None or sides[2] is None:
            return self._whole(path, sides)
        there = [each or {} for each in sides]
        if self._is_of_other_kinds(there):  # nothing of it can be joined
            return self._whole(path, sides)
        return {
            "kind": self._whole((*path, "kind"), [each.get("kind") for each in there]),
            "fields": self._each(path, [each.get("fields", {}) for each in there], self._field),
            "stages": self._each((*path, "stage"), [each.get("stages", {}) for each in there], self._stage),
            "history": self._each((*path, "history"), [each.get("history", {}) for each in there], self._row),
        }

    @staticmethod
    def _is_of_other_kinds(sides: list[Value]) -> bool:
        kinds = [each.get("kind") for each in sides]
        return kinds[1] != kinds[2] and kinds[0] not in kinds[1:]

    def _table(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        """A table: whole where a side has none, else key by key."""
        if sides[1] is None or sides[2] is None:
            return self._whole(path, sides)
        return self._each(path, [each or {} for each in sides], self._key)

    def _key(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        if path == ("defaults", "source"):
            return self._table(path, sides)
        return self._whole(path, sides)

    _item = _table

    def _stage(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        if sides[1] is None or sides[2] is None:
            return self._whole(path, sides)
        return self._each(path, [each or {} for each in sides], self._field)

    _row = _stage

    def _field(self, path: tuple[str, ...], sides: list[Value]) -> Value:
        base, ours, theirs = sides
        if ours is None or theirs is None or ours == theirs or base in (ours, theirs):
            return self._whole(path, sides)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._each(
                path, [each or {} for each in sides], self._item if path[-1] in ITEMS else self._key
            )
        if path[1:] == ("checked",):
            return max(ours, theirs)
        if path[-1] in LISTS:
            gone = {each for each in base or () if each not in ours or each not in theirs}
            return sorted({*ours, *theirs} - gone)
        return self._whole(path, sides)


def plain(name: str, value: Value) -> Value:
    """What a field says: of a list the items, in whichever order."""
    if name in ITEMS:
        return {each[ITEMS[name][0]]: each for each in value}
    return sorted(set(value)) if name in LISTS else value


def whole_row(row: Values) -> str:
    """All that a row of history says."""
    return str(sorted((key, str(each)) for key, each in row.items()))


def _row(row: Values) -> str:
    return str(sorted((key, str(each)) for key, each in row.items() if key != "why"))


def _plain(entry: Entry, was: list[str]) -> Values:
    rows: Values = {}
    known, seen = Counter(was), Counter[str]()
    for row in entry.history:
        name = _row(row)
        if seen[name] >= known[name]:  # a new one: what it says
            name += f" why {row.get('why')}"
        rows[f"{name} {seen[name]}"] = row
        seen[name] += 1
    fields = {key: plain(key, each) for key, each in entry.fields.items()}
    return {"kind": entry.kind, "fields": fields, "stages": entry.stages, "history": rows}
