"""How long before a date it is told: the leads of an entry, of a config, or the usual ones."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from msgspec import Struct

from clustercalls.model import EntryKind, Milestone, StageKind
from clustercalls.phrase import periods

Periods = tuple[str, ...]


class Leads(Struct, frozen=True):
    """The leads of a config: per tag, then per kind of stage or entry, else the usual ones."""

    kinds: Mapping[str, Periods] = {}
    tags: Mapping[str, Periods] = {}
    skip: frozenset[str] = frozenset()

    def of(self, milestone: Milestone) -> Periods:
        """The leads of one milestone; none when it is muted."""
        entry, stage = milestone.entry, milestone.stage
        if self.skip and not self.skip.isdisjoint((entry.id, milestone.uid, *entry.tags)):
            return ()
        if entry.warn is not None:
            return entry.warn
        for tag in entry.tags if self.tags else ():
            if tag.casefold() in self.tags:
                return self.tags[tag.casefold()]
        if self.kinds:
            for kind in (stage.kind.value, entry.kind.value):
                if kind in self.kinds:
                    return self.kinds[kind]
        return _usual(entry.kind, stage.kind)


@cache
def lead_day(base: date, period: str) -> date:
    """The day a lead such as `30d`, `2w`, `3m` or `1y` falls on; the first of the calendar at worst."""
    try:
        return periods.read(period).before(base)
    except OverflowError:
        return date.min


@cache
def _usual(entry: EntryKind, stage: StageKind) -> Periods:
    if stage in {StageKind.DEADLINE, StageKind.REGISTRATION}:
        return ("30d", "7d", "1d")
    if stage is StageKind.INTERNAL:
        return ("7d", "1d")
    if stage in {StageKind.INFO_DAY, StageKind.INTERVIEW} or (
        entry is EntryKind.EVENT and stage is StageKind.DATES
    ):
        return ("14d", "1d")
    return ("0d",)
