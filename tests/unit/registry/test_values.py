"""Single values of a registry file: taken as they are meant, or refused with what to write."""

from collections.abc import Callable
from typing import Any

import pytest

from clustercalls.registry import values
from clustercalls.tables.findings import Bad


def refused(read: Callable[..., object], *given: Any) -> Bad:  # noqa: ANN401 - whatever a file holds
    with pytest.raises(Bad) as bad:
        read(*given)
    return bad.value


@pytest.mark.parametrize("text", ["a", "0", "innosup-1-2017", "a_b", "a" * 64])
def test_an_id_has_small_letters_digits_and_strokes(text: str) -> None:
    assert values.identifier(text) == text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("A b", "a-b"),
        ("Abilità", "abilita"),
        ("-a-", "a"),
        ("a" * 65, "a" * 64),
        ("a/b", "a-b"),
        ("a\n", "a"),
        ("???", "innosup-1-2017"),
        ("", "innosup-1-2017"),
    ],
)
def test_what_is_no_id_is_told_the_nearest_that_is(text: str, near: str) -> None:
    bad = refused(values.identifier, text)
    assert (bad.code, bad.values["near"]) == ("bad-id", near)
    assert values.identifier(near) == near


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Rome", "Europe/Rome"),
        ("CET", "Europe/Brussels"),  # what is meant is the clock in Brussels, in summer too
        ("cest", "Europe/Brussels"),
        ("aoe", "AoE"),
        ("UTC+2", "UTC+2"),
    ],
)
def test_a_zone_is_read_as_what_is_meant(name: str, zone: str) -> None:
    assert values.zone(name) == zone


@pytest.mark.parametrize("name", ["Mars", "", "../etc/passwd", "Europe/Rome\0"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    assert refused(values.zone, name).code == "unknown-zone"


@pytest.mark.parametrize("value", [0, 100, 62.5])
def test_a_rate_is_a_percentage(value: float) -> None:
    assert values.rate(value) == value


@pytest.mark.parametrize("value", [-1, 100.1, 750, float("nan"), float("inf")])
def test_what_is_no_percentage_is_refused(value: float) -> None:
    assert refused(values.rate, value).code == "bad-rate"


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example",
        "HTTP://a.example/b?c=d#e",
        "https://a.example/è",
        "http://localhost:80/",
        "http://[::1]/",
    ],
)
def test_an_address_is_one_of_the_web_whole(text: str) -> None:
    assert values.address(text) == text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a.example", "Write it whole: https://{value}"),
        ("a.example:80/b", "Write it whole: https://{value}"),
        ("mailto:a@b.example", "Only http:// and https:// are taken; a mail address goes into `contact`."),
        ("ftp://a.example", "Only http:// and https:// are taken; a mail address goes into `contact`."),
        ("https://", "Write it whole, with http:// or https://, and without spaces."),
        ("https://a b.example", "Write it whole, with http:// or https://, and without spaces."),
        ("portal", "Write it whole, with http:// or https://, and without spaces."),
        ("", "Write it whole, with http:// or https://, and without spaces."),
        ('https://a.example/"b', "Write it whole, with http:// or https://, and without spaces."),
    ],
)
def test_what_is_no_address_is_told_how_to_write_it(text: str, advice: str) -> None:
    bad = refused(values.address, text)
    assert (bad.code, bad.values["advice"]) == ("bad-address", advice)


@pytest.mark.parametrize("text", ["30d", "2w", "3m", "1y"])
def test_a_period_is_a_number_and_a_unit(text: str) -> None:
    assert values.period(text) == text


@pytest.mark.parametrize("text", ["30", "d", "30 days", "-1d", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    assert refused(values.period, text).code == "bad-period"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Wniosek pełny", "wniosek-pelny"),
        ("Größe Æther", "grosse-aether"),
        ("¿?", ""),
        (" Cut-off 3 ", "cut-off-3"),
    ],
)
def test_an_id_is_made_of_the_letters_of_every_language(text: str, near: str) -> None:
    assert values.near_identifier(text) == near
