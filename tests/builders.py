"""Entries, stages and moments in a few words, for tests."""

from datetime import date, datetime, time
from typing import Any

from clustercalls.edtf import FuzzyDate, parse
from clustercalls.model import (
    After,
    Entry,
    EntryKind,
    Milestone,
    Moved,
    Registry,
    Source,
    Stage,
    StageKind,
)
from clustercalls.timeline import milestones
from clustercalls.zones import Moment, zone_of

BRUSSELS = "Europe/Brussels"


def fuzzy(text: str) -> FuzzyDate | None:
    """An EDTF text, nothing for none."""
    return parse(text) if text else None


def stage(
    when: str = "",
    kind: str = "deadline",
    *,
    name: str = "",
    until: str = "",
    at: str = "",
    until_at: str = "",
    zone: str = BRUSSELS,
    after: tuple[str, int, int] | None = None,
    fold: int = 0,
    **rest: Any,  # noqa: ANN401 - any other field of a stage
) -> Stage:
    """A stage; by default a deadline in Brussels."""
    return Stage(
        id=name or kind,
        kind=StageKind(kind),
        zone=zone,
        when=fuzzy(when),
        until=fuzzy(until),
        at=time.fromisoformat(at).replace(fold=fold) if at else None,
        until_at=time.fromisoformat(until_at) if until_at else None,
        after=After(*after) if after else None,
        **rest,
    )


def entry(*stages: Stage, name: str = "a", kind: str = "call", source: str = "", **rest: Any) -> Entry:  # noqa: ANN401
    """An entry; by default a call that nobody confirmed; `source` is the date of its source."""
    return Entry(
        id=name,
        kind=EntryKind(kind),
        title=rest.pop("title", name.title()),
        stages=stages,
        source=Source("Notes", date=parse(source)) if source else None,
        **rest,
    )


def milestone(*arguments: Any, **options: Any) -> Milestone:  # noqa: ANN401 - those of `stage`
    """The milestone of the one stage of an entry of its own."""
    return milestones(entry(stage(*arguments, **options)))[0]


def moved(name: str, was: str = "", noticed: str = "", **rest: Any) -> Moved:  # noqa: ANN401
    """A row of history."""
    return Moved(name, fuzzy(was), date.fromisoformat(noticed) if noticed else None, **rest)


def at(text: str, zone: str = BRUSSELS, months: int = 12) -> Moment:
    """A moment on the clock of that zone, or of the offset in the text."""
    now = datetime.fromisoformat(text)
    return Moment(now if now.tzinfo else now.replace(tzinfo=zone_of(zone)), zone, months)


def registry_of(*entries: Entry) -> Registry:
    """A registry without problems."""
    return Registry(entries, (), (), BRUSSELS)
