"""A date of an entry as an event of schema.org."""

from typing import Any

import pytest

from builders import entry, moved, stage
from clustercalls.i18n import ENGLISH
from clustercalls.model import Entry, Status
from clustercalls.site.event_ld import about, dated, dates_of

OLD = moved("dates", "2017-06-01", "2017-03-01")
OLDER = moved("dates", "2017-05-01", "2017-02-01")


def of(told: Entry) -> dict[str, Any]:
    own, _ = dates_of(told)
    assert own is not None
    said = {key: each for key, each in dated(own, ENGLISH).items() if each}
    return said | {"eventStatus": said.get("eventStatus", "").removeprefix("https://schema.org/Event")}


def conference(when: str, *, until: str = "", at: str = "", cancelled: bool = False, **rest: Any) -> Entry:  # noqa: ANN401
    return entry(stage(when, "dates", until=until, at=at, cancelled=cancelled), kind="event", **rest)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (conference("2017-06-01", until="2017-06-02"),
         {"startDate": "2017-06-01", "endDate": "2017-06-02", "eventStatus": "Scheduled"}),
        (conference("2017-06-03", at="09:00", history=(OLD,)),
         {"startDate": "2017-06-03T09:00:00+02:00", "eventStatus": "Rescheduled",
          "previousStartDate": "2017-06-01"}),
        (conference("2017-06-03", history=(OLD, OLDER, OLD)),
         {"startDate": "2017-06-03", "eventStatus": "Rescheduled",
          "previousStartDate": ["2017-05-01", "2017-06-01"]}),
        # it was there and came back
        (conference("2017-06-01", history=(OLD, OLDER)),
         {"startDate": "2017-06-01", "eventStatus": "Rescheduled", "previousStartDate": "2017-05-01"}),
        (conference("2017-06-01", history=(OLD,)), {"startDate": "2017-06-01", "eventStatus": "Scheduled"}),
        # from a doubtful date to a sure one nothing was put off
        (conference("2017-06-01", history=(moved("dates", "2017-05/2017-06", "2017-03-01"),)),
         {"startDate": "2017-06-01", "eventStatus": "Scheduled"}),
        # no new date yet
        (conference("", history=(OLD,)),
         {"eventStatus": "Postponed", "previousStartDate": "2017-06-01",
          "description": "date not announced"}),
        (conference("2017-09", history=(OLD,)),
         {"eventStatus": "Postponed", "previousStartDate": "2017-06-01", "description": "Sept 2017"}),
        # called off
        (conference("2017-06-03", cancelled=True, history=(OLD,)),
         {"startDate": "2017-06-03", "eventStatus": "Cancelled", "previousStartDate": "2017-06-01"}),
        (conference("2017-06-03", status=Status.CANCELLED),
         {"startDate": "2017-06-03", "eventStatus": "Cancelled"}),
        # never made exact
        (conference("2017-06-03~"), {"eventStatus": "", "description": "about Sat 3 June 2017"}),
        (conference("2017-06", until="2017-06-30"),
         {"eventStatus": "", "description": "June 2017 – 30 June 2017"}),
    ],
)  # fmt: skip
def test_a_date(told: Entry, said: dict[str, Any]) -> None:
    assert of(told) == said


def test_an_event_is_its_own_dates_and_the_rest_is_about_it() -> None:
    stages = (stage("2017-05-01", "registration"), stage("2017-06-01", "dates"))
    own, others = dates_of(entry(*stages, kind="event"))
    assert own is not None
    assert (own.stage.id, [each.stage.id for each in others]) == ("dates", ["registration"])
    first, rest = dates_of(entry(stage("2017-05-01", "decision"), kind="policy"))
    assert first is not None
    assert (first.stage.id, [*rest]) == ("decision", [])


def test_a_call_is_none_of_its_dates() -> None:
    stages = (stage("2017-05-01"), stage("2017-04-01", "info_day", cancelled=True))
    own, others = dates_of(entry(*stages))
    assert (own, [each.stage.id for each in others]) == (None, ["deadline", "info_day"])
    assert dates_of(entry(kind="event")) == (None, ())


def test_by_itself_it_is_called_as_in_calendars() -> None:
    _, (deadline,) = dates_of(entry(stage("2017-05-01", name="first"), title="Soil"))
    assert about(deadline, ENGLISH)["name"] == "Soil · first stage"
    _, (dates,) = dates_of(entry(stage("2017-05-01", "dates"), title="Soil"))
    assert about(dates, ENGLISH)["name"] == "Soil · dates"
