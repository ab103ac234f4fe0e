"""What the names of key dates say they are."""

import pytest

from clustercalls.sources.common_grants.key_dates import NoDate, read_dates
from opportunities import on


@pytest.mark.parametrize(
    ("name", "title", "kind", "made"),
    [
        ("applicationOpens", "From", "opens", "application-opens"),
        ("questionDeadline", "Q", "deadline", "question-deadline"),
        ("webinar", "W", "info_day", "webinar"),
        ("x", "Award announcement", "decision", "x"),
        ("interviews", "I", "interview", "interviews"),
        ("registrationCloses", "R", "registration", "registration-closes"),
        ("fair", "F", "dates", "fair"),
        ("…", "F", "dates", "dates"),
    ],
)
def test_kinds_and_ids(name: str, title: str, kind: str, made: str) -> None:
    (stage,) = read_dates({"otherDates": {name: on("2027-04-04", title)}}, "UTC").stages
    assert (stage["kind"], stage["id"], stage["title"]) == (kind, made, title)


def test_ids_are_of_one_each() -> None:
    said = {
        "closeDate": on("2027-04-04"),
        "otherDates": {"deadline": on("2027-05-04"), "Deadline": on("2027-06-04")},
    }
    assert [each["id"] for each in read_dates(said, "UTC").stages] == ["deadline", "deadline-2", "deadline-3"]


def test_dates_under_names_of_their_own_are_read() -> None:
    said = {"appOpens": "2027-03-01", "appDeadline": on("2027-05-14"), "other": None}
    stages = read_dates(said, "UTC").stages
    assert [(each["kind"], each["when"]) for each in stages] == [
        ("opens", "2027-03-01"),
        ("deadline", "2027-05-14"),
    ]


def test_days_that_stand_for_always_are_noted() -> None:
    made = read_dates({"closeDate": on("9999-12-31"), "postDate": None}, "UTC")
    assert (made.stages, made.notes) == ([], ["closeDate: 9999-12-31"])
    with pytest.raises(NoDate):
        read_dates({"otherDates": {"a": 7}}, "UTC")
