"""Whether ours needs nothing from what a source says: the same, or finer."""

from datetime import date

from msgspec.structs import replace

from clustercalls.edtf import FuzzyDate
from clustercalls.model import Entry, Milestone, StageKind


def says_the_same(ours: Milestone, theirs: Milestone) -> bool:
    """Whether a date of ours needs nothing from one of a source: the same, or finer; seconds do not count.

    What lasts is the same when both its ends are. Where the source tells one day, that is the last of a
    deadline, the first of anything else.
    """
    if ours.until and theirs.until:
        return _is_same(_first(ours), _first(theirs)) and _is_same(_last(ours), _last(theirs))
    is_deadline = ours.stage.kind is StageKind.DEADLINE and ours.until and ours.until.is_exact
    return _is_same(_last(ours) if is_deadline else _first(ours), theirs)


def _first(milestone: Milestone) -> Milestone:
    return replace(milestone, stage=replace(milestone.stage, until_at=None), until=None)


def _last(milestone: Milestone) -> Milestone:
    """What lasts, as the day on which it ends."""
    stage = replace(milestone.stage, at=milestone.stage.until_at, until_at=None)
    return replace(milestone, stage=stage, when=milestone.until, until=None)


def _is_same(ours: Milestone, theirs: Milestone) -> bool:
    if ours.when is None or theirs.when is None:
        return theirs.when is None
    if not theirs.when.is_exact:
        return _overlaps(ours.when, theirs.when)
    if not ours.when.is_sure:
        return False
    if ours.instant and theirs.instant:
        return ours.instant.replace(second=0, microsecond=0) == theirs.instant.replace(
            second=0, microsecond=0
        )
    return ours.earliest == theirs.earliest and theirs.instant is None


def grants_to_set(ours: Entry, theirs: Entry) -> dict[str, float | int | None]:
    """What of the grants is to be set for them to be as the source says; nothing where it says none."""
    theirs_now, now = theirs.grants, ours.grants
    if theirs_now is None:
        return {}
    wanted: dict[str, float | int | None] = {}
    if theirs_now.number is not None:
        wanted["number"] = theirs_now.number
    if theirs_now.each is not None or theirs_now.min is not None or theirs_now.max is not None:
        wanted |= {"each": theirs_now.each, "min": theirs_now.min, "max": theirs_now.max}
    is_other_currency = wanted.keys() & {"each"} and theirs.currency != ours.currency
    other = {key: value for key, value in wanted.items() if getattr(now, key, None) != value}
    return wanted if is_other_currency and any(wanted.values()) else other


def holds(ours: Milestone, theirs: Milestone) -> bool:
    """Whether ours is a doubt in which the day of the source lies."""
    if ours.when is None:
        return True
    return not ours.when.is_sure and theirs.when is not None and _overlaps(ours.when, theirs.when)


def _overlaps(one: FuzzyDate, other: FuzzyDate) -> bool:
    first = max(each.earliest or date.min for each in (one, other))
    last = min(each.latest or date.max for each in (one, other))
    return first <= last
