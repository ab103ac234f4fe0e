"""Dates for machines that know no doubt."""

import pytest

from builders import milestone
from clustercalls.site.exact import begins, ends, sure_day
from clustercalls.zones import UNKNOWN


@pytest.mark.parametrize(
    ("when", "options", "said"),
    [
        ("2017-04-04", {}, "2017-04-04"),
        ("2017-04-04", {"at": "17:00"}, "2017-04-04T17:00:00+02:00"),
        ("2017-01-04", {"at": "17:00:30"}, "2017-01-04T17:00:30+01:00"),
        ("2017-04-04", {"at": "23:59", "zone": "AoE"}, "2017-04-04T23:59:00-12:00"),
        ("2017-04-04", {"at": "17:00", "zone": "Asia/Kathmandu"}, "2017-04-04T17:00:00+05:45"),
        # a clock whose distance from UTC has seconds
        ("1900-04-04", {"at": "12:00", "zone": "Africa/Monrovia"}, "1900-04-04T12:43:08+00:00"),
        # an hour of no known zone is left out, the day stays
        ("2017-04-04", {"at": "17:00", "zone": UNKNOWN}, "2017-04-04"),
        # doubt
        ("2017-04-04?", {}, ""),
        ("2017-04-04~", {"at": "17:00"}, ""),
        ("2017-04", {}, ""),
        ("2017-04", {"at": "17:00"}, ""),
        ("2017-02/2017-03", {}, ""),
        ("2017-04-04/..", {}, ""),
        ("", {}, ""),
    ],
)
def test_begins(when: str, options: dict[str, str], said: str) -> None:
    assert begins(milestone(when, **options)) == said


@pytest.mark.parametrize(
    ("until", "options", "said"),
    [
        ("", {"at": "17:00"}, ""),
        ("2017-04-06", {}, "2017-04-06"),
        ("2017-04-06", {"at": "09:00", "until_at": "18:00"}, "2017-04-06T18:00:00+02:00"),
        ("2017-04-06~", {}, ""),
        ("2017-05", {}, ""),
    ],
)
def test_ends(until: str, options: dict[str, str], said: str) -> None:
    assert ends(milestone("2017-04-04", until=until, **options)) == said


def test_no_date_is_no_day() -> None:
    assert sure_day(None) is None
