"""The steps of a template, counted back from a deadline: when each is, and what was left out on the way."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from msgspec import Struct

from clustercalls import timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import After, Milestone
from clustercalls.planning.templates import Step
from clustercalls.working_days import SATURDAY


class PlannedStep(Struct, frozen=True):
    """A step with its date and the name it has in its entry.

    `is_there` says that the entry has it already, `is_past` that it would lie before today.
    """

    step: Step
    id: str
    when: FuzzyDate
    is_there: bool
    is_past: bool


def planned(
    steps: Iterable[Step], deadline: Milestone, off: tuple[int, ...], today: date
) -> tuple[PlannedStep, ...]:
    """The steps in the order of time.

    A name that another stage of the entry has, such as a step towards another deadline, gets that of the
    deadline behind it.

    Args:
        steps: of the template.
        deadline: what they are counted back from; it has a date.
        off: the days off, as ordinals.
        today: on the deadline's calendar.

    Raises:
        ValueError: when the deadline has no date.
        OverflowError: when a step leaves the calendar.
    """
    if deadline.when is None:
        raise ValueError(deadline.uid)
    towards = {each.id: each.after.stage if each.after else "" for each in deadline.entry.stages}
    stated = {m.stage.id: m.when for m in timeline.milestones(deadline.entry)}
    made = []
    for step in sorted(steps, key=lambda each: each.working_days):
        after = After(deadline.stage.id, working_days=step.working_days, off=off)
        when = timeline.shifted(deadline.when, after)
        is_past = when.latest is not None and when.latest < today
        is_free = towards.get(step.id, deadline.stage.id) == deadline.stage.id
        name = step.id if is_free else f"{step.id}-{deadline.stage.id}"
        there = stated.get(name)
        made.append(PlannedStep(step, name, there or when, name in towards, is_past))
    return tuple(made)


def left_out(
    steps: Collection[PlannedStep], deadline: Milestone, off: Collection[int]
) -> tuple[bool, list[date]]:
    """Whether a weekend, and which days off, lie between the first of the steps and the deadline."""
    firsts = [each.when.earliest for each in steps if each.when.earliest]
    last = deadline.latest
    if not firsts or last is None:
        return False, []
    every = [min(firsts) + timedelta(days=each) for each in range((last - min(firsts)).days + 1)]
    weekend = any(each.weekday() >= SATURDAY for each in every)
    return weekend, [each for each in every if each.weekday() < SATURDAY and each.toordinal() in off]
