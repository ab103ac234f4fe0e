"""Letters of clocks: whether they are right in a season, and names of zones in any case."""

from datetime import datetime

import pytest

from clustercalls.registry.clocks import SEASONS, canonical, in_an_hour_that_comes_twice, off_season

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


@pytest.mark.parametrize("name", ["", "Europe/Brussels", "UTC+2", "CEST", "AoE"])
def test_a_name_in_its_own_letters_lists_no_zones(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing reads hundreds of files, which another user's command may be refused."""
    monkeypatch.setattr("zoneinfo.available_timezones", lambda: pytest.fail("it lists every zone"))
    assert canonical(name) == name


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


@pytest.mark.parametrize(
    ("letters", "hour", "zone"),
    [
        ("CET", 2, "UTC+1"),
        ("cest", 2, "UTC+2"),
        ("EET", 3, "UTC+2"),
        ("EEST", 3, "UTC+3"),
        ("WET", 1, "UTC"),
        ("WEST", 1, "UTC+1"),
        ("CET", 1, ""),
        ("CET", 3, ""),
        ("UTC+1", 2, ""),
        ("Europe/Brussels", 2, ""),
    ],
)
def test_letters_tell_which_hour_is_meant_where_the_clocks_go_back(
    letters: str, hour: int, zone: str
) -> None:
    night = datetime(2027, 10, 31, hour, 30)  # noqa: DTZ001 - on the clock of the letters
    assert in_an_hour_that_comes_twice(letters, night) == zone
    assert in_an_hour_that_comes_twice(letters, datetime(2027, 3, 28, hour, 30)) == ""  # noqa: DTZ001
