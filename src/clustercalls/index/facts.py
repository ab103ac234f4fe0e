"""What an index keeps of a registry to be looked at without its types: plain values, no words, no clock.

`glance` reads them. Whatever can be worked out of an entry alone is worked out here, by the functions of the
types: its last day, its instants, the ends of its dates, and the JSON of a milestone but for what today says.
"""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from typing import Any

from msgspec import json

from clustercalls import edtf
from clustercalls.edtf import FuzzyDate, Span
from clustercalls.history.rows import last_noticed
from clustercalls.index.glance import FIRST, LAST, standing_json
from clustercalls.index.stand_ins import EPOCH
from clustercalls.model import Entry, Milestone, Stage
from clustercalls.query.select import Row
from clustercalls.render.rows import milestone_row
from clustercalls.zones import zone_of

HOUR = 3600
STEP = 7 * 24 * HOUR  # seconds: no zone has changed its clocks twice within it since the first of these days
SECOND, MICROSECOND = timedelta(seconds=1), timedelta(microseconds=1)
ENCODED = json.Encoder().encode
SPLIT = standing_json(None, None, unconfirmed=False)


class Shared:
    """What many entries have in common, each once, and known by its place: fuzzy dates, stages, points.

    And what their status is told by.
    """

    def __init__(self) -> None:
        self._dates: dict[FuzzyDate, int] = {}
        self._stages: dict[tuple[Any, ...], int] = {}
        self._points: dict[tuple[Any, ...], int] = {}
        self._stands: dict[tuple[Any, ...], int] = {}

    def point(self, milestone: Milestone) -> int:
        """Where stands what is decided and said of a milestone, but for what it is of."""
        point = (
            _place(_stage(milestone.stage), self._stages),
            self._date(milestone.when), self._date(milestone.until),
            _day(milestone.earliest), _day(milestone.latest),
            _moment(milestone.instant), _moment(milestone.end),
            _day(milestone.entry.confirmed) if milestone.latest is None else None,
        )  # fmt: skip
        return _place(point, self._points)

    def stands(self, entry: Entry, milestones: tuple[Milestone, ...]) -> int:
        """Where stands what the status of an entry is told by."""
        stands = (
            entry.kind.value, entry.status and entry.status.value, entry.is_called_off, entry.meaning.value,
            _day(entry.confirmed), tuple(map(self.point, milestones)),
        )  # fmt: skip
        return _place(stands, self._stands)

    def facts(self) -> tuple[list[tuple[Any, ...]], ...]:
        """Of when date the text, what it covers, and the ends it has, one by one; then the others."""
        dates = [
            (
                when.text, _day(when.earliest), _day(when.latest), when.uncertain, when.approximate,
                when.is_exact, None if when.is_exact else tuple(map(_span, edtf.ends(when.text))),
            )
            for when in self._dates
        ]  # fmt: skip
        return dates, list(self._stages), list(self._points), list(self._stands)

    def _date(self, when: FuzzyDate | None) -> int:
        return -1 if when is None else _place(when, self._dates)


def facts_of(entry: Entry, milestones: tuple[Milestone, ...], shared: Shared) -> tuple[Any, ...]:
    """By what its status is told; of its milestones the uids, and when moves were noticed, if any; itself."""
    noticed = (
        tuple([_day(last_noticed(entry, each.stage.id)) for each in milestones]) if entry.history else ()
    )
    return shared.stands(entry, milestones), tuple([each.uid for each in milestones]), noticed, (
        entry.id, entry.title, entry.programme, entry.owner, entry.budget, entry.currency,
        entry.grants and (entry.grants.number, entry.grants.each, entry.grants.min, entry.grants.max),
        entry.funding[0].rate if entry.funding else None,
    )  # fmt: skip


def json_of(milestones: tuple[Milestone, ...]) -> list[tuple[bytes, bytes]]:
    """Of each milestone what machines read, in two pieces: between them stands what today says."""
    day = date.min
    rows = (Row(each, None, False, None, day, False) for each in milestones)
    pieces = [ENCODED(milestone_row(each)).partition(SPLIT) for each in rows]
    same: dict[bytes, bytes] = {}  # what ends them, which `marshal` then writes once
    return [(before, same.setdefault(after, after)) for before, _, after in pieces]


def hours_of(zone: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """From which second (UTC) on a zone is how many seconds off, from `FIRST` to `LAST`.

    Raises:
        ValueError: when there is no such zone.
    """
    clocks = zone_of(zone)

    def off(at: int) -> timedelta:
        return datetime.fromtimestamp(at, clocks).utcoffset() or timedelta()

    def is_changed(at: int) -> bool:
        return off(at) != offs[-1]

    starts, offs = [FIRST], [off(FIRST)]
    for at in range(FIRST, LAST, STEP):
        if is_changed(at + STEP):
            start = at + HOUR * bisect_left(range(at, at + STEP, HOUR), True, key=is_changed)
            if is_changed(start - 1):  # most change at a full hour
                start += bisect_left(range(-HOUR, 0), True, key=lambda each: is_changed(start + each)) - HOUR
            starts.append(start)
            offs.append(off(start))
    return tuple(starts), tuple([each // SECOND for each in offs])


def _place(known: Any, places: dict[Any, int]) -> int:
    return places.setdefault(known, len(places))


def _stage(stage: Stage) -> tuple[Any, ...]:
    return (
        stage.id, stage.kind.value, stage.zone, stage.title, stage.follows, stage.abroad, stage.rolling,
        stage.owner, stage.done is not None,
        _hour(stage.at), _hour(stage.until_at),
    )  # fmt: skip


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _hour(at: time | None) -> tuple[int, int, int, int] | None:
    return None if at is None else (at.hour, at.minute, at.second, at.microsecond)


def _moment(at: datetime | None) -> int | None:
    """Microseconds."""
    return None if at is None else (at - EPOCH) // MICROSECOND


def _span(span: Span | None) -> tuple[int, int, bool, bool] | None:
    if span is None:
        return None
    return (span.first.toordinal(), span.last.toordinal(), span.uncertain, span.approximate)
