"""What a browser is given to count down to: days on the calendar of a deadline, instants, offsets."""

import pytest

from builders import at, entry, stage
from clustercalls.i18n import ENGLISH
from clustercalls.model import Stage
from clustercalls.query import select
from clustercalls.site.when import When, when


def of(one: Stage, moment: str = "2017-03-01T12:00") -> When:
    """The date of one stage on a page that is made then."""
    rows = select.rows_of(entry(one, source="2017-02"), at(moment), called_off=True)
    return when(rows[0], ENGLISH)


@pytest.mark.parametrize(
    ("dated", "stamp", "first", "last", "over", "zone"),
    [
        (stage("2017-03-26", at="17:00"), "2017-03-26T17:00:00+02:00", "2017-03-26", "2017-03-26",
         "2017-03-26T17:00:00+02:00", "Europe/Brussels"),
        (stage("2017-03-25", at="17:00"), "2017-03-25T17:00:00+01:00", "2017-03-25", "2017-03-25",
         "2017-03-25T17:00:00+01:00", "Europe/Brussels"),
        (stage("2017-04-04"), "2017-04-04", "2017-04-04", "2017-04-04", "", "Europe/Brussels"),
        (stage("2017-04-04", zone="AoE"), "2017-04-04", "2017-04-04", "2017-04-04", "", "-12:00"),
        (stage("2017-04-04", at="09:00", zone="UTC+5:30"), "2017-04-04T09:00:00+05:30", "2017-04-04",
         "2017-04-04", "2017-04-04T09:00:00+05:30", "+05:30"),
        (stage("2017-04"), "", "2017-04-01", "2017-04-30", "", "Europe/Brussels"),
        (stage("2017-04-01", until="2017-04-03"), "", "2017-04-01", "2017-04-03", "", "Europe/Brussels"),
        (stage("2017-04/.."), "", "2017-04-01", "", "", "Europe/Brussels"),
        (stage(""), "", "", "", "", ""),
    ],
)  # fmt: skip
def test_a_date_for_browsers(dated: Stage, stamp: str, first: str, last: str, over: str, zone: str) -> None:
    made = of(dated)
    assert (made.stamp, made.first, made.last, made.over, made.zone) == (stamp, first, last, over, zone)


def test_days_are_counted_for_a_year() -> None:
    assert of(stage("2018-03-02")).left == "in 366 days"
    assert of(stage("2018-03-03")).left == "in 12 months"
    assert of(stage("2017-08")).left == "in 153+ days"
    assert of(stage("2017-08")).doubtful
    assert not of(stage("2017-08-01")).doubtful


def test_nothing_is_counted_of_what_is_called_off() -> None:
    assert of(stage("2017-04-04", cancelled=True)) == When("Tue 4 Apr 2017")
