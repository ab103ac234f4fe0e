"""How an entry stands: called off with its stages, or open without a deadline."""

from clustercalls import timeline
from clustercalls.model import OFF, Entry, EntryKind, Milestone, Stage, StageKind, Status
from clustercalls.zones import Moment


def status_of(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> Status | None:
    """As `timeline.status`, and cancelled when all its deadlines are, or every stage of what is no call."""
    stands = timeline.status(entry, its, moment)
    if stands in OFF or entry.kind is EntryKind.RESOURCE:
        return stands
    mattering = [
        each for each in entry.stages if each.kind is StageKind.DEADLINE or entry.kind is not EntryKind.CALL
    ]
    return Status.CANCELLED if mattering and all(each.cancelled for each in mattering) else stands


def is_without_deadline(stands: Status | None, its: tuple[Milestone, ...], moment: Moment) -> bool:
    """Whether one can apply and no date is to come: it is rolling, or stated open without a deadline."""
    if stands is not Status.OPEN:
        return False
    return not any(_is_to_apply(m) and not m.stage.rolling and not timeline.is_over(m, moment) for m in its)


def with_standing(entry: Entry, its: tuple[Milestone, ...], moment: Moment) -> tuple[Milestone, ...]:
    """The milestones of a call that is stated open, with a rolling deadline when it has none."""
    if any(_is_to_apply(m) or m.stage.id == StageKind.DEADLINE.value for m in its):
        return its
    stage = Stage(StageKind.DEADLINE.value, StageKind.DEADLINE, moment.zone, rolling=True)
    return (*its, Milestone(entry, stage, None, None))


def _is_to_apply(milestone: Milestone) -> bool:
    """Whether it is a deadline that does not follow another."""
    return milestone.stage.kind is StageKind.DEADLINE and not milestone.stage.follows
