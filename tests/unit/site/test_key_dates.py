"""The dates of a call as key dates of an opportunity."""

from typing import Any

import pytest

from builders import BRUSSELS, at, entry, stage
from clustercalls.i18n import ENGLISH
from clustercalls.model import Stage
from clustercalls.site.key_dates import key_dates

NOW = at("2017-03-28T09:00", BRUSSELS)


def of(*stages: Stage) -> dict[str, Any]:
    return key_dates(entry(*stages), NOW, ENGLISH)


@pytest.mark.parametrize(
    ("told", "event"),
    [
        (stage("2017-06-01", "dates", name="x"),
         {"eventType": "singleDate", "date": "2017-06-01", "description": "Thu 1 June 2017"}),
        (stage("2017-06-01", "dates", name="x", at="17:00"),
         {"eventType": "singleDate", "date": "2017-06-01", "time": "17:00:00",
          "description": "Thu 1 June 2017 17:00 Brussels"}),
        (stage("2017-06-01", "dates", name="x", until="2017-06-02", at="09:00", until_at="18:00"),
         {"eventType": "dateRange", "startDate": "2017-06-01", "startTime": "09:00:00",
          "endDate": "2017-06-02", "endTime": "18:00:00",
          "description": "1–2 June 2017, 09:00–18:00 Brussels"}),
        # doubt is no stretch
        (stage("2017-06/2017-07", "dates", name="x"), {"eventType": "other", "details": "June–July 2017"}),
        (stage("2017-06-01~", "dates", name="x"), {"eventType": "other", "details": "about Thu 1 June 2017"}),
        (stage("2017-06-01", "dates", name="x", until="2017-07"),
         {"eventType": "other", "details": "1 June 2017 – July 2017"}),
        (stage("", "dates", name="x"), {"eventType": "other", "details": "date not announced"}),
        (stage("", "dates", name="x", rolling=True), {"eventType": "other", "details": "no deadline"}),
    ],
)  # fmt: skip
def test_one_date(told: Stage, event: dict[str, str]) -> None:
    assert of(told) == {"otherDates": {"x": {"name": "dates (x)", **event}}}


def test_when_it_comes_out_and_closes() -> None:
    said = of(
        stage("2017-01-10", "published"),
        stage("2017-02-01", "deadline", name="first"),
        stage("2017-05-02", "deadline", name="third"),
        stage("2017-04-04", "deadline", name="second"),
        stage("2017-03-30", "deadline", name="full", follows="first"),
        stage("2017-04-01", "deadline", name="off", cancelled=True),
    )
    assert (said["postDate"]["date"], said["closeDate"]["date"]) == ("2017-01-10", "2017-04-04")
    assert [*said["otherDates"]] == ["first", "third", "full"]


def test_one_that_is_closed_closed_on_its_last_deadline() -> None:
    said = of(stage("2017-02-01", name="a"), stage("2017-03-01", name="b"), stage("2017-01-01", name="c"))
    assert said["closeDate"]["date"] == "2017-03-01"


def test_an_open_end_is_words() -> None:
    assert of(stage("", rolling=True))["closeDate"] == {
        "name": "deadline", "eventType": "other", "details": "no deadline",
    }  # fmt: skip
    assert of() == {}
