"""What sources tell in texts, as a file of ours has it."""

from datetime import date, datetime
from typing import Any

import pytest

from clustercalls.editing.told_tables import told_date, told_stage, told_table

HOUR = datetime.fromisoformat("2027-04-04T17:00")


@pytest.mark.parametrize(
    ("told", "made"),
    [
        ({"when": "2027-04-04"}, {"when": date(2027, 4, 4)}),
        ({"when": "2027-04-04", "at": "17:00:00"}, {"when": HOUR}),
        ({"when": "2027-04-04T17:00"}, {"when": HOUR}),
        ({"when": "2027-04~", "at": "17:00"}, {"when": "2027-04~", "at": "17:00"}),
        (
            {"when": "2027-04-04", "at": "17:00", "until": "2027-04-05T12:00"},
            {"when": date(2027, 4, 4), "at": "17:00", "until": datetime.fromisoformat("2027-04-05T12:00")},
        ),
        ({"at": "17:00", "follows": ""}, {"at": "17:00"}),
        ({"when": "2027-04-04", "zone": "Europe/Rome"}, {"when": date(2027, 4, 4)}),
        ({"when": "2027-04-04", "zone": "UTC"}, {"when": date(2027, 4, 4), "zone": "UTC"}),
    ],
)
def test_stages(told: dict[str, Any], made: dict[str, Any]) -> None:
    """A day, too, lasts to the end of it in its own zone: that is kept without an hour."""
    assert told_stage(told, "Europe/Rome") == made


def test_other_tables() -> None:
    row = {"stage": "first", "was": "2027-04-04", "noticed": "2027-01-01", "why": "2027-01-01"}
    assert told_table(row) == {**row, "was": date(2027, 4, 4), "noticed": date(2027, 1, 1)}
    stretch = "2027-04-04T09:00/2027-04-05T18:00"
    assert told_date(stretch) == stretch
