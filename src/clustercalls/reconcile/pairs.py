"""Which date of a source is which stage of ours: by what both are called, else by the day, else in order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from clustercalls import timeline
from clustercalls.model import Entry, Milestone, StageKind
from clustercalls.zones import Moment

CUT_OFF = "cut-off-"  # how the id of one of many begins: its number says only where it stands


class Pair(NamedTuple):
    """A stage of ours and the one of the source that it is; None where the other has none."""

    ours: Milestone | None
    theirs: Milestone | None


def paired(ours: Entry, theirs: Entry, moment: Moment) -> list[Pair]:
    """The opening and the deadlines of both, those of the source in its order, then what only we have.

    So are the days of an event, where the source has any. Stages that are called off, and all that a source
    does not tell of, are passed over.
    """
    days = (StageKind.DATES,) if _stages(theirs, StageKind.DATES) else ()
    return [
        pair
        for kind in (StageKind.OPENS, StageKind.DEADLINE, *days)
        for pair in _of_kind(_stages(ours, kind), _stages(theirs, kind), moment)
    ]


def _stages(entry: Entry, kind: StageKind) -> list[Milestone]:
    return [m for m in timeline.milestones(entry) if m.stage.kind is kind]


def _of_kind(ours: list[Milestone], theirs: list[Milestone], moment: Moment) -> list[Pair]:
    pairs = [
        Pair(mine, other)
        for other in theirs
        for mine in ours
        if mine.stage.id == other.stage.id and not other.stage.id.startswith(CUT_OFF)
    ]
    mine, others = _left(pairs, ours, theirs)
    if len(mine) == len(others) == 1 and not any(m.stage.id.startswith(CUT_OFF) for m in (*mine, *others)):
        pairs.append(Pair(mine[0], others[0]))  # the only one that each calls otherwise
    else:
        pairs += _by_day(mine, others, moment)
    by_theirs = {pair.theirs.uid: pair for pair in pairs if pair.theirs}
    mine, _ = _left(pairs, ours, theirs)
    known = [by_theirs.get(other.uid, Pair(None, other)) for other in theirs]
    return [*known, *(Pair(each, None) for each in mine)]


def _left(
    pairs: Iterable[Pair], ours: Iterable[Milestone], theirs: Iterable[Milestone]
) -> tuple[list[Milestone], list[Milestone]]:
    """What is in no pair."""
    there = [{each.uid for each in side if each} for side in zip(*pairs, strict=True)] or [set(), set()]
    return [m for m in ours if m.uid not in there[0]], [m for m in theirs if m.uid not in there[1]]


def _by_day(ours: Sequence[Milestone], theirs: Sequence[Milestone], moment: Moment) -> Iterator[Pair]:
    """Equal days first; between two of these the rest in order, as far as both are still ahead.

    So one that a source drops or adds moves no other.
    """
    ours, theirs = sorted(ours, key=_first), sorted(theirs, key=_first)
    there: list[tuple[int, int]] = []
    for place, mine in enumerate(ours):
        after = there[-1][1] + 1 if there else 0
        same = (n for n in range(after, len(theirs)) if _is_same_day(mine, theirs[n]))
        if (found := next(same, None)) is not None:
            there.append((place, found))
    yield from (Pair(ours[place], theirs[found]) for place, found in there)
    start = (0, 0)
    for end in (*there, (len(ours), len(theirs))):
        between = ours[start[0] : end[0]], theirs[start[1] : end[1]]
        yield from _in_order(*([m for m in side if timeline.is_ahead(m, moment)] for side in between))
        start = end[0] + 1, end[1] + 1


def _first(milestone: Milestone) -> tuple[date, date, float]:
    instant = milestone.instant
    return (
        milestone.earliest or milestone.latest or date.max,
        milestone.latest or date.max,
        instant.timestamp() if instant else 0,
    )


def _is_same_day(ours: Milestone, theirs: Milestone) -> bool:
    return bool(ours.when and theirs.when and ours.when.is_exact and ours.earliest == theirs.earliest)


def _in_order(ours: Sequence[Milestone], theirs: Sequence[Milestone]) -> list[Pair]:
    """As many pairs as there can be, in order, the days of which lie as near as can be."""

    @cache
    def nearest(mine: int, other: int) -> tuple[int, int, tuple[Pair, ...]]:
        """Of those from here on: how many are left alone, how many days lie between the others."""
        if mine == len(ours) or other == len(theirs):
            return len(ours) - mine + len(theirs) - other, 0, ()
        alone, days, pairs = nearest(mine + 1, other + 1)
        pair = Pair(ours[mine], theirs[other])
        together = (alone, days + _days_between(*pair), (pair, *pairs))
        without = (nearest(mine + 1, other), nearest(mine, other + 1))
        apart = ((alone + 1, days, pairs) for alone, days, pairs in without)
        return min(together, *apart, key=lambda way: way[:2])

    return list(nearest(0, 0)[2])


def _days_between(ours: Milestone | None, theirs: Milestone | None) -> int:
    days = [each.earliest or each.latest if each else None for each in (ours, theirs)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 0
