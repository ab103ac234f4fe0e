"""Since when an entry is known and when it last changed."""

from datetime import date
from typing import Any

import pytest

from builders import entry, moved, stage
from clustercalls.model import Entry
from clustercalls.site.told_days import ToldDays, days_of, oldest, stamp, told_days
from publications import As, published

TODAY = date(2017, 3, 28)
PUBLISHED = stage("2017-02-03", "published")
CHECKED = date(2017, 3, 20)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (entry(source="2016-12-05"), "2016-12-05", "2016-12-05"),
        (entry(source="2016-12~"), "2016-12-01", "2016-12-01"),
        (entry(source="2016-12", history=(moved("x", "2017", "2017-03-01"),)), "2016-12-01", "2017-03-01"),
        (entry(history=(moved("x", "2017", "2017-03-01"), moved("x", "2018", "2017-02-01"))),
         "2017-02-01", "2017-03-01"),
        # a confirmation is no change
        (entry(source="2016-12", checked=CHECKED), "2016-12-01", "2016-12-01"),
        (entry(PUBLISHED, source="2016-12"), "2016-12-01", "2016-12-01"),
        # nothing else is known
        (entry(PUBLISHED, checked=CHECKED), "2017-02-03", "2017-02-03"),
        (entry(checked=CHECKED), "2017-03-20", "2017-03-20"),
        (entry(stage("2017-02", "published"), checked=CHECKED), "2017-03-20", "2017-03-20"),
        # today is known already
        (entry(source="2017-03-28"), "2017-03-28", "2017-03-28"),
        (entry(history=(moved("x", "2017", "2017-03-28"),)), "2017-03-28", "2017-03-28"),
        (entry(stage("2017-03-28", "published")), "2017-03-28", "2017-03-28"),
        (entry(checked=TODAY), "2017-03-28", "2017-03-28"),
        # still to come
        (entry(source="2016-12", history=(moved("x", "2017", "2017-03-29"),)), "2016-12-01", "2016-12-01"),
        (entry(stage("2017-03-29", "published"), source="2018", checked=CHECKED), "2017-03-20", "2017-03-20"),
    ],
)  # fmt: skip
def test_days(told: Entry, first: str, last: str) -> None:
    assert told_days(told, TODAY) == ToldDays(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "fields", [{}, {"source": "../2017-01-01"}, {"source": "2018"}, {"checked": date(2018, 1, 1)}]
)
def test_where_nobody_noted_a_day(fields: dict[str, Any]) -> None:
    assert told_days(entry(stage("2017-04-04"), **fields), TODAY) is None


def test_what_nobody_dated_is_no_newer_than_the_rest_and_does_not_change_by_the_day() -> None:
    some = published(entry(source="2016-12", name="a"), entry(source="2016-11", name="b"), entry(name="c"))
    known = days_of(some)
    assert [*known] == ["a", "b"]
    assert oldest(some, known) == date(2016, 11, 1)
    for day in ("2017-03-28T09:00", "2017-11-02T09:00"):
        assert oldest(published(entry(), how=As(on=day)), {}) == date(2017, 1, 1)


def test_a_stamp() -> None:
    assert stamp(date(2017, 3, 1)) == "2017-03-01T00:00:00Z"
