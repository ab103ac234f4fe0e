"""The day a `--since` means, which is none of those to come."""

from datetime import date

import pytest

from builders import at
from clustercalls.cli.since import since_of
from clustercalls.errors import UsageRefused

WEDNESDAY = at("2017-03-01T12:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7d", date(2017, 2, 22)),
        ("2w", date(2017, 2, 15)),
        ("yesterday", date(2017, 2, 28)),
        ("today", date(2017, 3, 1)),
        ("monday", date(2017, 2, 27)),
        ("2017-02-03", date(2017, 2, 3)),
        ("2017-02", date(2017, 2, 1)),
    ],
)
def test_seen_from_today(text: str, day: date) -> None:
    assert since_of(text, WEDNESDAY) == day


@pytest.mark.parametrize("text", ["", "..2017-02-01", "lately", "tomorrow", "2017-03-02"])
def test_what_names_no_day_before_tomorrow(text: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        since_of(text, WEDNESDAY)
    assert refused.value.problem.code == "bad-since"
