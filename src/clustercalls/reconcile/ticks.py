"""What somebody ticked in a calendar, beside our entries."""

from collections.abc import Iterable
from datetime import date

from clustercalls.history.rows import stage_of
from clustercalls.model import OFF, Entry
from clustercalls.reconcile.proposal import DONE, Act, Proposal


def done_elsewhere(entry: Entry, ticked: Iterable[tuple[str, date]]) -> list[Proposal]:
    """That stages of an entry are done, each by the day of its first tick.

    Nothing of a stage that it has not, or that is done by now, or off, nor of an entry that is put away.
    """
    if entry.is_put_away or entry.status in OFF:
        return []
    first: dict[str, date] = {}
    for name, day in ticked:
        stage = stage_of(entry, name)
        if stage and not stage.done and not stage.cancelled:
            first[name] = min(day, first.get(name, day))
    return [Proposal(entry, Act.DONE, DONE + name, now=day.isoformat()) for name, day in first.items()]
