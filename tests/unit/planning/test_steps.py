"""Steps counted back from a deadline, in working days."""

from datetime import date

import pytest

from builders import entry, stage
from clustercalls.model import After, Milestone, Stage
from clustercalls.planning.steps import left_out, planned
from clustercalls.planning.templates import BUNDLED, Step
from clustercalls.timeline import milestones

EASTER = (date(2027, 3, 29).toordinal(),)
STEPS = (Step("submit", -1), Step("go", -45), Step("draft", -5, owner="carla"), Step("letter", -15))
TODAY = date(2027, 1, 11)


def deadline(when: str = "2027-04-06", *more: Stage) -> Milestone:
    return milestones(entry(stage(when, at="17:00" if len(when) == 10 else ""), *more))[0]


def test_as_the_calendar_of_the_office_has_it() -> None:
    made = planned(STEPS, deadline(), EASTER, TODAY)
    assert [(each.step.id, each.when.text) for each in made] == [
        ("go", "2027-02-01"), ("letter", "2027-03-15"), ("draft", "2027-03-30"), ("submit", "2027-04-05"),
    ]  # fmt: skip
    assert not any(each.is_past or each.is_there for each in made)
    assert left_out(made, deadline(), EASTER) == (True, [date(2027, 3, 29)])
    assert left_out(made[-1:], deadline(), EASTER) == (False, [])


def test_what_would_lie_before_today_is_marked() -> None:
    made = planned(STEPS, deadline(), EASTER, date(2027, 3, 16))
    assert [each.is_past for each in made] == [True, True, False, False]


def test_a_step_that_is_there_and_a_name_that_another_deadline_took() -> None:
    there = stage("", "internal", name="go", after=("deadline", 0, 0))
    other = stage("", "internal", name="draft", after=("second", 0, 0))
    taken = stage("2027-02-01", "internal", name="submit")
    second = stage(name="second", follows="deadline")
    made = planned(STEPS, deadline("2027-04-06", there, other, taken, second), (), TODAY)
    assert [(each.id, each.is_there) for each in made] == [
        ("go", True), ("letter", False), ("draft-deadline", False), ("submit-deadline", False),
    ]  # fmt: skip


def test_back_from_a_doubtful_deadline_both_ends_move() -> None:
    made = planned((Step("draft", -1),), deadline("2027-04-06/2027-04-09"), (), TODAY)
    assert made[0].when.text == "2027-04-05/2027-04-08"


def test_a_deadline_without_a_date_has_no_steps() -> None:
    with pytest.raises(ValueError, match="a/deadline"):
        planned(STEPS, deadline(""), (), TODAY)


def test_as_the_registry_counts_them() -> None:
    """What `plan` shows and what the written stage resolves to are one rule."""
    made = planned(BUNDLED["lead"], deadline(), EASTER, TODAY)
    kind = stage("", "internal").kind
    afters = {each.id: After("deadline", working_days=each.step.working_days, off=EASTER) for each in made}
    stages = [Stage(name, kind, "Europe/Brussels", after=after) for name, after in afters.items()]
    dates = {m.stage.id: m.when for m in milestones(entry(stage("2027-04-06"), *stages))}
    assert {each.id: each.when for each in made} == {
        name: dates[name] for name in dates if name != "deadline"
    }
