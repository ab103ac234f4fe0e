"""Tables of entries in their shape, as far as they have it."""

from typing import Any

from msgspec import ValidationError, convert

from clustercalls.registry.shape import EntryTable


def tables_in(tables: list[Any]) -> list[EntryTable | None]:
    """All tables converted at once, if not yet; when one of them is bad, one by one, None for a bad one."""
    try:
        return list(convert(tables, list[EntryTable]))
    except (ValidationError, RecursionError, OverflowError):
        return [table_in(raw) for raw in tables]


def table_in(raw: Any) -> EntryTable | None:  # noqa: ANN401 - whatever the file holds
    """A table of an entry converted; None for a bad one."""
    try:
        return convert(raw, EntryTable)
    except (ValidationError, RecursionError, OverflowError):
        return None
