"""The query of a `remind` line, which cron goes on asking when the last entry with a value is gone."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from clustercalls.cli.choices import query_of
from clustercalls.cli.options import Filters
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed
from clustercalls.model import Entry, Registry
from clustercalls.query.wanted import Query
from clustercalls.reminders import arrivals
from clustercalls.reminders import memory as memories
from clustercalls.reminders.remembered import milestone_of


def query_for(filters: Filters, registry: Registry, paths: tuple[Path, ...]) -> Query:
    """The query of these options.

    Raises:
        UsageRefused: for a value that no entry has and none had that was told of, unless an entry that is
            broken may have it: then that is what is to be told.
    """
    try:
        return query_of(filters, registry)
    except UsageRefused:
        known = replace(registry, entries=(*registry.entries, *_remembered(paths)))
        return query_of(filters, known, lenient=not registry.sound)


def _remembered(paths: tuple[Path, ...]) -> Iterator[Entry]:
    """The entries that were told of, as far as they are remembered."""
    with suppress(InputRefused, WorldFailed):  # no home, no memory: that is said where it is needed
        memory, _ = arrivals.load(memories.path_of(paths), paths, dry=True)
        for target in memory.told():
            yield from (each.entry for uid, kept in target.items() if (each := milestone_of(uid, kept)))
