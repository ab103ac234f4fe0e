import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_role import DateRole
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.put_off import put_off, was_before


@pytest.mark.parametrize(
    ("before", "moved", "was"),
    [
        ("originally planned for ", False, True),
        ("anziche il ", False, True),
        ("que expiraba el ", False, True),
        ("e nao ate ", False, True),
        ("(before ", True, True),
        ("(before ", False, False),
        ("the previous call closed on ", False, False),
        ("until ", True, False),
    ],
)
def test_what_says_that_a_day_held_before(before: str, moved: bool, was: bool) -> None:
    assert was_before(before, moved=moved) is was


def test_from_one_day_to_another_is_the_old_and_the_new() -> None:
    folded = Folded("prorogato dal 30 giugno al 31 luglio 2027")
    (span,) = spans(folded)
    old, new = put_off(folded.folded, [DateRole(span, StageKind.DEADLINE)])
    assert (old.was, old.span.last, new.was, new.span.last) == (True, "2027-06-30", False, "2027-07-31")


def test_a_day_behind_the_word_for_moving_is_the_new_one_of_what_was() -> None:
    folded = Folded("30 giugno 2027, differito al 31 luglio 2027")
    first, second = spans(folded)
    told = put_off(folded.folded, [DateRole(first, StageKind.OPENS, was=True), DateRole(second, None)])
    assert [role.kind for role in told] == [StageKind.OPENS, StageKind.OPENS]
