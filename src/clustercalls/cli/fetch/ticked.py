"""What of ours is ticked in calendars, as proposals for the entries of a registry."""

from collections.abc import Iterable
from datetime import date

from clustercalls.calendar.naming import by_uid
from clustercalls.candidate import DoneElsewhere
from clustercalls.model import Registry
from clustercalls.reconcile.proposal import Proposal
from clustercalls.reconcile.ticks import done_elsewhere


def ticked_of_ours(registry: Registry, ticks: Iterable[DoneElsewhere]) -> list[Proposal]:
    """That stages of ours are done, in the order of the registry; nothing of UIDs that are none of it."""
    by_entry: dict[str, list[tuple[str, date]]] = {}
    for tick in ticks:
        name = by_uid(tick.uid)
        if name:
            entry, _, stage = name.key.partition("/")
            by_entry.setdefault(entry, []).append((stage, tick.day))
    return [
        proposal
        for entry in registry.entries
        for proposal in done_elsewhere(entry, by_entry.get(entry.id, ()))
    ]
