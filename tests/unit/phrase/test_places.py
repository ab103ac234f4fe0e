"""Zones as people name them beside an hour."""

from datetime import date, datetime, timedelta

import pytest

from clustercalls.phrase.places import _FAMILIES, _PLACES, as_of, one, zone_at
from clustercalls.phrase.vocabulary import words
from clustercalls.zones import zone_of

NAMED = [
    ("brussels time", "Europe/Brussels", 2),
    ("brussels local time", "Europe/Brussels", 3),
    ("time in athens", "Europe/Athens", 3),
    ("ora di roma", "Europe/Rome", 3),
    ("heure locale de paris", "Europe/Paris", 4),
    ("hora peninsular", "Europe/Madrid", 2),
    ("wiener zeit", "Europe/Vienna", 2),
    ("czasu polskiego", "Europe/Warsaw", 2),
    ("aoe", "AoE", 1),
    ("anywhere on earth", "AoE", 3),
    ("mesz", "CEST", 1),
    ("cet time", "CET", 2),
    # no zone: a place alone, an hour of nowhere
    ("brussels", "", 0),
    ("time", "", 0),
    ("hora", "", 0),
    ("", "", 0),
]


@pytest.mark.parametrize(("text", "zone", "size"), NAMED)
def test_a_zone_is_named_by_a_place_and_a_word_for_time(text: str, zone: str, size: int) -> None:
    assert zone_at(text.split()) == (zone, size)


def test_right_after_an_hour_a_place_alone_will_do() -> None:
    assert zone_at(["brussels"], after_hour=True) == ("Europe/Brussels", 1)
    assert [each[0].text for each in words("17:00 Brussels")][-1] == "Europe/Brussels"
    assert [each[0].text for each in words("17:00Z")][-1] == "UTC"
    assert zone_at(["z"]) == ("", 0)


@pytest.mark.parametrize("name", list(_PLACES))
def test_every_place_lies_in_a_zone_that_there_is(name: str) -> None:
    assert zone_of(name) is not None


SCANNED = [
    ("17:00 Europe/Rome", "Europe/Rome"),
    ("17:00 America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("17:00 utc+2", "UTC+2"),
    ("17:00 GMT", "GMT"),
    ("17:00 UTC-03:30", "UTC-03:30"),
]


@pytest.mark.parametrize(("text", "zone"), SCANNED)
def test_a_zone_is_named_by_its_path_or_its_distance(text: str, zone: str) -> None:
    assert words(text)[-1][0].text == zone


@pytest.mark.parametrize(("zones", "zone"), [
    ([], ""), (["Europe/Rome"], "Europe/Rome"), (["CET", "Europe/Oslo"], "CET"),
    (["Europe/Riga", "EET"], "EET"),
    (["CET", "Europe/Oslo", "Europe/Prague"], "CET"), (["CET", "Europe/Riga"], None), (["CET", "EET"], None),
    (["Europe/Rome", "Europe/Riga"], None), (["CET", "CEST"], None),
])  # fmt: skip
def test_letters_and_a_place_that_keeps_them_are_one_zone(zones: list[str], zone: str | None) -> None:
    assert one(zones) == zone


@pytest.mark.parametrize("letters", sorted(_FAMILIES))
def test_every_place_of_these_letters_keeps_their_clock(letters: str) -> None:
    hours = {"WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3}[letters]
    month = 7 if letters.endswith("ST") else 1
    for place in _FAMILIES[letters]:
        noon = datetime(2027, month, 1, 12, tzinfo=zone_of(place))
        assert noon.utcoffset() == timedelta(hours=hours), place


@pytest.mark.parametrize(
    ("zone", "month", "name"),
    [
        ("CET=UTC+1", 3, "CET"),
        ("CET=UTC+1", 7, None),
        ("CEST=GMT+02:00", 7, "CEST"),
        ("BST=UTC+1", 7, "BST"),
        ("AoE=UTC-12", 7, "AoE"),
        ("Europe/London=GMT", 1, "Europe/London"),
        ("Europe/London=GMT", 7, None),
        ("Asia/Kolkata=UTC+5:30", 7, "Asia/Kolkata"),
        ("Europe/Nowhere=UTC+1", 1, None),
        ("CET", 7, "CET"),
    ],
)
def test_a_zone_said_twice_is_judged_on_its_day(zone: str, month: int, name: str | None) -> None:
    assert as_of(zone, date(2027, month, 15)) == name


def test_two_distances_are_never_one_zone() -> None:
    assert one(["CET", "UTC+1"]) == "CET=UTC+1"
    assert one(["UTC+1", "UTC+2"]) is None
    assert one(["CET", "EET", "UTC+1"]) is None
