"""Zones as people name them beside an hour."""

import pytest

from clustercalls.phrase.places import _PLACES, zone_at
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
