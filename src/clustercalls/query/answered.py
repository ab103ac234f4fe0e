"""What we have answered: of an entry that we applied to, the deadline of that and what led to it."""

from clustercalls import standing, timeline
from clustercalls.model import APPLIED, DUE, Entry, Milestone, Stage


def is_answered(milestone: Milestone) -> bool:
    """Whether we have applied, and nothing is to be done by this milestone any more.

    What is for those who passed another stage, what hangs on that, and our own steps behind the last deadline
    that is for all are still to be met.
    """
    entry, stage = milestone.entry, milestone.stage
    if entry.meaning not in APPLIED or stage.kind not in DUE or _is_later(entry, stage):
        return False
    if standing.is_for_all(milestone):
        return True
    deadlines = (each for each in timeline.milestones(entry) if standing.is_for_all(each))
    last = max((each.latest for each in deadlines if each.latest), default=None)
    return last is None or milestone.earliest is None or milestone.earliest <= last


def is_met(milestone: Milestone) -> bool:
    """Whether nothing is to be done by it any more: it is done, or we have applied."""
    return milestone.stage.done is not None or is_answered(milestone)


def _is_later(entry: Entry, stage: Stage) -> bool:
    """Whether it, or what its date is counted from, is for those who passed another stage."""
    stages = {each.id: each for each in entry.stages}
    while not stage.follows and stage.after is not None:
        stage = stages[stage.after.stage]
    return bool(stage.follows)
