"""Zones by name, the instant of a wall time in one, and the moment it is now with its day in each."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

from msgspec import Struct, field

from clustercalls.edtf import FuzzyDate

# UTC+123 could be 1:23 or 12:3: hours are followed by no digit or by two of minutes.
_FIXED = r"(?:UTC|GMT)(?:([+-])(\d\d?(?!\d)|\d\d(?=\d\d))(?::?([0-5]\d))?)?"
_LARGEST_OFFSET = timedelta(hours=14)


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
# Names in the folder of zones that are none: the machine's own clock, and the same ones once more.
NO_ZONES = ("localtime", "Factory", "posixrules", "posix/", "right/")


@cache
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name, `AoE` (anywhere on Earth, UTC-12) or `UTC+2`.

    Raises:
        ValueError: when there is no such zone; the machine's own clock (`localtime`) is none.
    """
    if name == "AoE":
        return timezone(timedelta(hours=-12), "AoE")
    match = re.fullmatch(_FIXED, name, re.ASCII) if name[:3] in {"UTC", "GMT"} else None
    if match:
        sign, hours, minutes = match.groups(default="0")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        if offset > _LARGEST_OFFSET:
            raise ValueError(name)
        return timezone(-offset if sign == "-" else offset, name)
    if name.startswith(NO_ZONES):
        raise ValueError(name)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(name) from None


def canonical(name: str) -> str:
    """The name of a zone in the letters it is written in, whatever the case it was typed in."""
    try:
        zone_of(name)
    except ValueError:
        from zoneinfo import available_timezones

        known = {each.casefold(): each for each in (*available_timezones(), *SEASONS, "AoE")}
        return known.get(name.casefold(), name)
    return name


def off_season(letters: str, when: datetime) -> str:
    """The letters that are right on a day when these are not, of the other half of the year; else empty."""
    city, summer, other = SEASONS.get(letters.upper(), ("", False, ""))
    is_summer = bool(city and zone_of(city).dst(when))
    return other if city and is_summer is not summer else ""


def instant(when: FuzzyDate | None, at: time | None, zone: str) -> datetime | None:
    """The aware moment of a wall time on one day; in a gap or a fold, the earlier of the two readings."""
    if when is None or at is None or not when.is_exact or when.earliest is None:
        return None
    moment = datetime.combine(when.earliest, at, zone_of(zone))
    if at.fold:
        return moment
    return min(moment, moment.replace(fold=1), key=datetime.timestamp)


class Moment(Struct, frozen=True):
    """Now, as handed in: an aware instant, the registry's zone, how long the unconfirmed is ahead."""

    now: datetime
    zone: str
    forget_months: int = 12
    _days: dict[str, date] = field(default_factory=dict)

    @property
    def horizon(self) -> date:
        """Days before this one are over on every calendar of the world (zones reach back to UTC-12)."""
        return self.now.astimezone(UTC).date() - timedelta(days=1)

    def today(self, zone: str = "") -> date:
        """The day it is now on that zone's calendar, by default the registry's."""
        day = self._days.get(zone)
        if day is None:
            day = self._days[zone] = self.now.astimezone(zone_of(zone or self.zone)).date()
        return day
