"""What is to change in one entry: values by their paths, and what the parsed entry is to be after it."""

from typing import Any, NamedTuple

from clustercalls.tables.findings import KeyPath


class Op(NamedTuple):
    """A value of an entry by its path, such as ("stage", 0, "when"): set, or dropped when None.

    With `more`, a table to add to the list of tables at the path.
    """

    path: KeyPath
    value: Any = None
    more: bool = False


class NotInPlace(ValueError):
    """The text is written in a way that this edit cannot keep."""


def applied(table: Any, op: Op) -> Any:  # noqa: ANN401 - a table, or a list of them
    """The parsed entry after an edit; the one given stays as it is."""
    if not op.path:
        return [*table, op.value] if op.more else op.value
    first, rest = op.path[0], op._replace(path=op.path[1:])
    if isinstance(table, list) and isinstance(first, int):
        return [applied(each, rest) if number == first else each for number, each in enumerate(table)]
    if not rest.path and op.value is None:
        return {name: each for name, each in table.items() if name != first}
    inner = table.get(first)
    empty: Any = [] if rest.more and len(op.path) == 1 else {}
    return table | {first: applied(empty if inner is None else inner, rest)}


def value_at(table: Any, path: KeyPath) -> Any:  # noqa: ANN401 - whatever stands there
    """What stands at a path, None when nothing does."""
    for part in path:
        if isinstance(table, list) and isinstance(part, int):
            table = table[part] if part < len(table) else None
        else:
            table = table.get(part) if isinstance(table, dict) else None
    return table
