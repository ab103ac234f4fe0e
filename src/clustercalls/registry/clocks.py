"""Letters of clocks, such as CET: what they mean, and whether they are right in a season."""

from datetime import datetime, timedelta

from clustercalls.zones import zone_of

# Letters that are right in one half of the year: a city on that clock, whether it is its summer, the others.
SEASONS = {
    "CET": ("Europe/Brussels", False, "CEST"),
    "CEST": ("Europe/Brussels", True, "CET"),
    "EET": ("Europe/Athens", False, "EEST"),
    "EEST": ("Europe/Athens", True, "EET"),
    "WET": ("Europe/Lisbon", False, "WEST"),
    "WEST": ("Europe/Lisbon", True, "WET"),
    "EST": ("America/New_York", False, "EDT"),
    "MST": ("America/Denver", False, "MDT"),
    "HST": ("America/Adak", False, "HDT"),
}


def canonical(name: str) -> str:
    """The name of a zone in the letters it is written in, whatever case it was typed in; none stays none."""
    ours = {each.casefold(): each for each in ("", *SEASONS, "AoE")}
    if name.casefold() in ours:
        return ours[name.casefold()]
    try:
        zone_of(name)
    except ValueError:
        from zoneinfo import available_timezones

        known = {each.casefold(): each for each in available_timezones()}
        return known.get(name.casefold(), name)
    return name


def off_season(letters: str, when: datetime) -> str:
    """The letters that are right on a day when these are not, of the other half of the year; else empty."""
    city, summer, other = SEASONS.get(letters.upper(), ("", False, ""))
    is_summer = bool(city and zone_of(city).dst(when))
    return other if city and is_summer is not summer else ""


def in_an_hour_that_comes_twice(letters: str, when: datetime) -> str:
    """The fixed zone that these letters mean where the clocks go back over that hour; else empty.

    Of summer it is the zone of the city as well, whose hour is the first of both.
    """
    city, summer, _ = SEASONS.get(letters.upper(), ("", False, ""))
    if not city:
        return ""
    first, second = (zone_of(city).utcoffset(when.replace(fold=fold)) for fold in (0, 1))
    if first is None or second is None or first <= second:
        return ""
    ahead = first if summer else second
    return f"UTC{ahead // timedelta(hours=1):+}" if ahead else "UTC"
