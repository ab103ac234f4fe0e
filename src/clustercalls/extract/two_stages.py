"""The deadlines of a sentence that are those of a first and a second stage, where it names one or none."""

from collections.abc import Sequence

from msgspec.structs import replace

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.stage_numbers import is_in_stages, second_stage

_TWO = 2


def in_two_stages(folded: str, told: Sequence[DateRole]) -> list[DateRole]:
    """The dates, two deadlines with the numbers of their stages where the sentence tells of these."""
    due = [role for role in told if _may_be_due(role)]
    staged = {role.stage for role in told} - {0}
    if len(due) != _TWO or staged - {_TWO}:
        return list(told)
    first, second = due
    place = second_stage(folded)
    named = place is not None and first.span.end <= place and first.kind is second.kind is StageKind.DEADLINE
    is_second = second.stage == _TWO and first.kind is StageKind.DEADLINE
    both = second.stage != _TWO and is_in_stages(folded)  # "the second call, in two stages: A, then B"
    if not (named or is_second or both):
        return list(told)
    numbers = {id(first): 1, id(second): _TWO}
    return [_of_stage(role, numbers[id(role)]) if id(role) in numbers else role for role in told]


def _may_be_due(role: DateRole) -> bool:
    return role.kind in {StageKind.DEADLINE, None} and not (role.was or role.span.is_range or role.opens)


def _of_stage(role: DateRole, number: int) -> DateRole:
    return replace(role, kind=StageKind.DEADLINE, stage=number, is_labelled=True)
