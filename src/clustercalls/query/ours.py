"""What we must do ourselves: what is late, what is done, and what we go for without a next step."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from clustercalls import standing, timeline
from clustercalls.model import DUE, Entry, Milestone, Registry, Stage, StageKind, Track
from clustercalls.query.search import scoring
from clustercalls.query.wanted import Query, has_status, is_due, is_selected, matches
from clustercalls.query.within import is_within
from clustercalls.zones import Moment

DONE_LATELY = timedelta(days=30)
NO_STEP = "no-next-step"  # the id of what stands for the step that there is not


def begins_now(query: Query, moment: Moment) -> bool:
    """Whether what we must do is asked for from now on: then what is late stands first."""
    first = query.window.first if query.window else None
    return not (query.past or query.for_others) and (first is None or first <= moment.today())


def late_of(entry: Entry, milestones: tuple[Milestone, ...], query: Query, moment: Moment) -> list[Milestone]:
    """What of it is late and selected."""
    return [m for m in standing.late(entry, milestones, moment) if is_selected(m, query)]


def deadline_to_meet(entry: Entry, named: str, moment: Moment) -> Milestone | None:
    """The deadline of this name, if it is ahead; without a name the next that we must meet."""
    milestones = [m for m in timeline.milestones(entry) if m.stage.kind is StageKind.DEADLINE]
    ahead = [m for m in milestones if m.when and timeline.is_ahead(m, moment)]
    if named:
        return next((m for m in ahead if m.stage.id == named), None)
    ahead = [m for m in ahead if is_due(m)]
    return standing.comes_next(ahead, moment) if ahead else None


def late_before(entry: Entry, day: date, moment: Moment) -> list[Milestone]:
    """What of it is late since before a day."""
    late = standing.late(entry, timeline.milestones(entry), moment)
    return [m for m in late if m.latest and m.latest < day]


def due_first(entry: Entry, moment: Moment) -> Milestone | None:
    """What of it we must do first: what is late, for longest first, else what is due next."""
    milestones = timeline.milestones(entry)
    if late := standing.late(entry, milestones, moment):
        return min(late, key=standing.order_late)
    ahead = (m for m in milestones if is_due(m) and timeline.is_ahead(m, moment))
    return min(ahead, key=lambda m: timeline.order(m, moment), default=None)


def done_lately(registry: Registry, query: Query, moment: Moment) -> Iterator[Milestone]:
    """What a query selects of what we had to do and have done: still ahead, or done within a month."""
    since, asked = moment.today() - DONE_LATELY, replace(query, due=False)
    score = scoring(query.text)
    for entry in registry.entries:
        if not (matches(entry, query) and score(entry) and standing.may_be_late(entry)):
            continue
        milestones = timeline.milestones(entry)
        if not has_status(timeline.status_of(entry, milestones, moment), query):
            continue
        for m in milestones:
            on = m.stage.done if m.stage.kind in DUE and is_selected(m, asked) else None
            if not on or (query.window and not is_within(m, query.window, moment)):
                continue
            if on >= since or timeline.is_ahead(m, moment):
                yield m


def lacks_step(entry: Entry, milestones: tuple[Milestone, ...], query: Query, moment: Moment) -> bool:
    """Whether we go for it and nothing of it is ahead of us, nor late, whatever of it is asked for."""
    if entry.meaning is not Track.GO or query.stage_kinds:
        return False
    late = standing.late(entry, milestones, moment)
    if not standing.is_idle(entry, milestones, late, moment):
        return False
    return is_selected(next_step(entry, moment), query)


def next_step(entry: Entry, moment: Moment) -> Milestone:
    """What stands for the step that an entry has none of: one of ours without a date."""
    stage = Stage(NO_STEP, StageKind.INTERNAL, moment.zone)
    return Milestone(entry, stage, None, None)
