"""What tells one proposal from another: the call and field that it is of, and what it says."""

from builders import entry, stage
from clustercalls.reconcile.proposal import DONE, Act, Proposal

SOIL = entry(stage("2027-04-04"), name="soil")


def test_a_move_is_of_its_stage_and_of_what_the_source_says() -> None:
    one = Proposal(SOIL, Act.MOVE, "stage deadline", "2027-04-04", "2027-04-06")
    assert (one.stage, one.mark) == ("deadline", "\tstage deadline\t2027-04-06")


def test_a_tick_is_of_our_entry_whatever_its_day() -> None:
    one, other = (
        Proposal(SOIL, Act.DONE, f"{DONE}deadline", now=day) for day in ("2027-03-20", "2027-03-21")
    )
    assert one.stage == "deadline"
    assert one.mark == other.mark == "soil\tdone deadline\tdone"
