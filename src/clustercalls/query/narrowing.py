"""Two queries at once: what somebody types narrows what an audience has."""

from msgspec.structs import fields, replace

from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.wanted import Query, Values
from clustercalls.zones import Moment

_FIELDS = tuple(each.name for each in fields(Values))


def narrowed(registry: Registry, first: Query, then: Query, moment: Moment) -> tuple[Registry, Query]:
    """A registry and the query that selects of it what both select; all but the values is as `then` has it.

    Of a field for which both have values an entry must have one of each: those of `first` are looked for
    here. A stage is of one kind.
    """
    values = {name: getattr(then, name) or getattr(first, name) for name in _FIELDS}
    entries = registry.entries
    if any(getattr(first, name) and getattr(then, name) for name in _FIELDS):
        looked_for = replace(first, window=None, for_others=False, put_away=True)
        entries = select.selected(registry, looked_for, moment)
    if first.stage_kinds and then.stage_kinds:
        values["stage_kinds"] = first.stage_kinds & then.stage_kinds
        entries = entries if values["stage_kinds"] else ()
    but = {name: getattr(first.but, name) | getattr(then.but, name) for name in _FIELDS}
    return replace(registry, entries=entries), replace(then, but=Values(**but), **values)
