"""A tick of a calendar beside the entry that it is of."""

from datetime import date

import pytest
from msgspec.structs import replace

from builders import entry, stage
from clustercalls.model import Entry, Status, Track
from clustercalls.reconcile.proposal import Act
from clustercalls.reconcile.ticks import done_elsewhere

DAY = date(2027, 3, 20)
STAGE = stage("2027-04-04")
SOIL = entry(STAGE, name="soil")
NAME = STAGE.id


def test_the_first_tick_of_a_stage_is_proposed_and_asked_about_once() -> None:
    (made,) = done_elsewhere(SOIL, [(NAME, date(2027, 3, 22)), (NAME, DAY), ("other", DAY)])
    assert (made.act, made.stage, made.now) == (Act.DONE, NAME, "2027-03-20")
    (later,) = done_elsewhere(SOIL, [(NAME, date(2027, 3, 23))])
    assert later.mark == made.mark


@pytest.mark.parametrize(
    "known",
    [
        replace(SOIL, track="no", meaning=Track.NO),
        replace(SOIL, status=Status.CANCELLED),
        replace(SOIL, stages=(replace(STAGE, done=DAY),)),
        replace(SOIL, stages=(replace(STAGE, cancelled=True),)),
    ],
)
def test_nothing_of_what_is_done_off_or_put_away(known: Entry) -> None:
    assert done_elsewhere(known, [(NAME, DAY)]) == []
