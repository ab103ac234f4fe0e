"""Letters of clocks: whether they are right in a season, and names of zones in any case."""

from datetime import datetime

import pytest

from clustercalls.registry.clocks import SEASONS, canonical, off_season

WINTER, SUMMER = datetime(2027, 1, 10, 17), datetime(2027, 7, 10, 17)  # noqa: DTZ001 - on the clock that is asked about


@pytest.mark.parametrize("letters", list(SEASONS))
def test_letters_are_right_in_one_half_of_the_year(letters: str) -> None:
    _, summer, other = SEASONS[letters]
    right, wrong = (SUMMER, WINTER) if summer else (WINTER, SUMMER)
    assert off_season(letters, right) == ""
    assert off_season(letters.lower(), wrong) == other


@pytest.mark.parametrize("name", ["Europe/Brussels", "AoE", "UTC+2", ""])
def test_what_is_no_letters_is_never_out_of_season(name: str) -> None:
    assert off_season(name, WINTER) == off_season(name, SUMMER) == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("europe/rome", "Europe/Rome"),
        ("AMERICA/ARGENTINA/BUENOS_AIRES", "America/Argentina/Buenos_Aires"),
        ("aoe", "AoE"),
        ("cest", "CEST"),
        ("UTC+2", "UTC+2"),
        ("Europe/Atlantis", "Europe/Atlantis"),
    ],
)
def test_a_zone_is_written_in_its_own_letters(typed: str, name: str) -> None:
    assert canonical(typed) == name
