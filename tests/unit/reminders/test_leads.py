"""How long before a date it is told."""

from datetime import date

import pytest

from clustercalls.reminders.leads import lead_day


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("0d", date(2027, 3, 31)),
        ("2w", date(2027, 3, 17)),
        ("1m", date(2027, 2, 28)),
        ("1y", date(2026, 3, 31)),
        ("9999y", date.min),
        ("9999w", date(1835, 8, 12)),
    ],
)
def test_the_day_of_a_lead(period: str, day: date) -> None:
    assert lead_day(date(2027, 3, 31), period) == day
