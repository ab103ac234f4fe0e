"""What of an entry is used when a value in it is wrong: all but that value, unless its dates hang on it."""

from datetime import date, datetime, time
from typing import Any, NamedTuple

from msgspec import Struct, ValidationError, convert, to_builtins

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.registry.shape import EntryTable
from clustercalls.tables.findings import Path

# Whatever is no date and none hangs on it. The status does not: a call that is cancelled has no deadline.
DATING = frozenset({Takes.DATE, Takes.HOUR, Takes.STATUS})
NEEDED = frozenset({"id", "title", "kind", "zone", "source", "stage", "history"})
LOSABLE = frozenset(each.key.partition(".")[0] for each in FIELDS if each.takes not in DATING) - NEEDED
SOURCE = frozenset({"title", "url", "quote", "key"})  # of a source, all but its date


class Left(NamedTuple):
    """The table that is left, and of each list that lost something which items of the file it has."""

    table: EntryTable
    items: dict[str | int, list[int]]

    def path_in_file(self, path: Path) -> Path:
        """The path in the file of a value that has this one in the table."""
        if len(path) > 1 and isinstance(path[1], int) and path[0] in self.items:
            return (path[0], self.items[path[0]][path[1]], *path[2:])
        return path


def without(raw: Any, wrong: list[Path]) -> Left | None:  # noqa: ANN401 - whatever the file holds
    """What is left of an entry without these values, of a list without the item; None where it needs one."""
    if not wrong or not all(map(_is_losable, wrong)):
        return None
    raw = to_builtins(raw, builtin_types=(date, datetime, time)) if isinstance(raw, Struct) else dict(raw)
    items: dict[str | int, list[int]] = {}
    for key in {path[0] for path in wrong}:
        lost = {path[1] if len(path) > 1 else None for path in wrong if path[0] == key}
        value = raw.pop(key)
        if None not in lost and isinstance(value, dict):
            raw[key] = {name: each for name, each in value.items() if name not in lost}
        elif None not in lost:
            items[key] = [number for number in range(len(value)) if number not in lost]
            raw[key] = [value[number] for number in items[key]]
    try:
        return Left(convert(raw, EntryTable), items)
    except (ValidationError, RecursionError, OverflowError):
        return None


def _is_losable(path: Path) -> bool:
    """Whether the dates of an entry are what they are without the value there."""
    if path[:1] == ("source",):
        return len(path) > 1 and path[1] in SOURCE
    return bool(path) and path[0] in LOSABLE
