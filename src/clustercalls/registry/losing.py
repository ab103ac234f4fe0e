"""What of an entry is used when a value in it is wrong: all but that value, unless its dates hang on it."""

from datetime import date, datetime, time
from typing import Any, NamedTuple

from msgspec import Struct, ValidationError, convert, to_builtins

from clustercalls.entry_fields import FIELDS, Takes
from clustercalls.model import Entry, EntryKind
from clustercalls.registry.build import NOWHERE, Defaults, entry_from
from clustercalls.registry.shape import EntryTable
from clustercalls.tables.findings import Findings, KeyPath

# Whatever is no date and none hangs on it. The status does not: a call that is cancelled has no deadline.
DATING = frozenset({Takes.DATE, Takes.HOUR, Takes.STATUS})
NEEDED = frozenset({"id", "kind", "zone", "source", "stage", "history"})
LOSABLE = frozenset(each.key.partition(".")[0] for each in FIELDS if each.takes not in DATING) - NEEDED
SOURCE = frozenset({"title", "url", "quote", "key"})  # of a source, all but its date
DOCUMENT = frozenset({("source",), ("source", "title"), ("source", "url")})  # which one is meant
ASIDE = frozenset(
    {
        ("stage", "title"),
        ("stage", "note"),
        ("stage", "owner"),
        ("stage", "done"),
        ("history", "why"),
        ("history", "source"),
    }
)


class Left(NamedTuple):
    """The table that is left, and of each list that lost something which items of the file it has."""

    table: EntryTable
    items: dict[str | int, list[int]]

    def path_in_file(self, path: KeyPath) -> KeyPath:
        """The path in the file of a value that has this one in the table."""
        if len(path) > 1 and isinstance(path[1], int) and path[0] in self.items:
            return (path[0], self.items[path[0]][path[1]], *path[2:])
        return path


def without(raw: Any, wrong: list[KeyPath]) -> Left | None:  # noqa: ANN401 - whatever the file holds
    """What is left of an entry without these values, of a list without the item; None where it needs one.

    Of a stage or a row of history only what is said aside is taken out; for a title its id stands.
    """
    if not wrong or not all(map(_is_losable, wrong)):
        return None
    raw = to_builtins(raw, builtin_types=(date, datetime, time)) if isinstance(raw, Struct) else dict(raw)
    items: dict[str | int, list[int]] = {}
    for key in {path[0] for path in wrong}:
        lost = {path[1] if len(path) > 1 else None for path in wrong if path[0] == key}
        value = raw.pop(key, None)
        if key == "title":
            raw[key] = raw.get("id")
        elif key in {"stage", "history"}:
            aside = [(path[1], path[2]) for path in wrong if path[0] == key]
            raw[key] = [_without_keys(each, number, aside) for number, each in enumerate(value)]
        elif None not in lost and isinstance(value, dict):
            raw[key] = {name: each for name, each in value.items() if name not in lost}
        elif None not in lost:
            items[key] = [number for number in range(len(value)) if number not in lost]
            raw[key] = [value[number] for number in items[key]]
    try:
        return Left(convert(raw, EntryTable), items)
    except (ValidationError, RecursionError, OverflowError):
        return None


def entry_without(
    kind: EntryKind,
    raw: Any,  # noqa: ANN401 - whatever the file holds
    defaults: Defaults,
    file: str,
    findings: Findings,
) -> tuple[Entry | None, Left | None]:
    """The entry without what is wrong in it, and what is left of its table; None where dates hang on that.

    What is found wrong with the rest is added.
    """
    wrong = [each.value_path for each in findings if each.is_error]
    for _ in range(2):  # what has not its shape hides what is wrong with the rest
        left = without(raw, wrong)
        if left is None:
            return None, None
        if _names_no_document(left, wrong):
            defaults = defaults._replace(source=NOWHERE)
        more = Findings()
        entry = entry_from(kind, left.table, defaults, file, more)
        if not more:
            return entry, left
        more = Findings(each._replace(path=left.path_in_file(each.path)) for each in more)
        findings += [each for each in more if each not in findings]
        wrong += [each.value_path for each in more]
    return None, None


def _names_no_document(left: Left, wrong: list[KeyPath]) -> bool:
    """Whether what said which document tells of an entry is lost: the default of the file is not meant."""
    titled = left.table.source is not None and left.table.source.title
    return not titled and not DOCUMENT.isdisjoint(wrong)


def _without_keys(
    table: dict[str, Any], number: int, lost: list[tuple[str | int, str | int]]
) -> dict[str, Any]:
    return {key: each for key, each in table.items() if (number, key) not in lost}


def _is_losable(path: KeyPath) -> bool:
    """Whether the dates of an entry are what they are without the value there."""
    if path[:1] == ("source",):
        return len(path) == 1 or path[1] in SOURCE
    return (path[:1] + path[2:3]) in ASIDE or (bool(path) and path[0] in LOSABLE)
