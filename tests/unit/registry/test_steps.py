"""Deadlines named as steps of one procedure."""

import pytest

from clustercalls.registry.steps import followed, step


@pytest.mark.parametrize(("names", "follows"), [
    (["first", "second"], {"second": "first"}), (["second", "first"], {"second": "first"}),
    (["first", "second", "third"], {"second": "first", "third": "second"}),
    (["outline", "full"], {"full": "outline"}), (["loi", "proposal"], {"proposal": "loi"}),
    (["expression-of-interest", "full-application"], {"full-application": "expression-of-interest"}),
    (["step-1", "step-2"], {"step-2": "step-1"}), (["stage1", "stage2"], {"stage2": "stage1"}),
    (["phase_1", "phase_2", "phase_3"], {"phase_2": "phase_1", "phase_3": "phase_2"}),
    (["prima-fase", "seconda-fase"], {"seconda-fase": "prima-fase"}),
    (["1st-stage", "2nd-stage"], {"2nd-stage": "1st-stage"}),
    # what only comes later follows nothing
    (["cut-off-1", "cut-off-2"], {}), (["first-cut-off", "second-cut-off"], {}), (["spring", "autumn"], {}),
    (["second"], {}), (["first", "third"], {}), (["batch-1", "batch-2"], {}), ([], {}),
    # two of one step
    (["first", "outline", "full"], {}), (["outline", "full", "second"], {}),
])  # fmt: skip
def test_what_follows_by_its_name(names: list[str], follows: dict[str, str]) -> None:
    assert followed(names) == follows


def test_the_number_of_a_step() -> None:
    assert [step(each) for each in ("outline", "full", "terza", "step-12", "deadline", "")] == [
        1,
        2,
        3,
        12,
        0,
        0,
    ]
