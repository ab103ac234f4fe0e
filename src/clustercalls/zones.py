"""Zones by name, the instant of a wall time in one, and the moment it is now with its day in each."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

from msgspec import Struct, field

from clustercalls.edtf import FuzzyDate

# UTC+123 could be 1:23 or 12:3: hours are followed by no digit or by two of minutes.
_FIXED = r"(?:UTC|GMT)(?:([+-])(\d\d?(?!\d)|\d\d(?=\d\d))(?::?([0-5]\d))?)?"
UNKNOWN = "?"  # a zone that a file states and that cannot be read: no hour of it has an instant
_LARGEST_OFFSET = timedelta(hours=14)


@cache
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name, `AoE` (anywhere on Earth, UTC-12) or `UTC+2`; of `UNKNOWN`, the latest.

    Raises:
        ValueError: when there is no such zone.
    """
    if name == "AoE":
        return timezone(timedelta(hours=-12), "AoE")
    if name == UNKNOWN:  # nothing is over while it may not be, somewhere
        return timezone(timedelta(hours=-12), UNKNOWN)
    match = re.fullmatch(_FIXED, name, re.ASCII) if name[:3] in {"UTC", "GMT"} else None
    if match:
        sign, hours, minutes = match.groups(default="0")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        if offset > _LARGEST_OFFSET:
            raise ValueError(name)
        return timezone(-offset if sign == "-" else offset, name)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(name) from None


def instant(when: FuzzyDate | None, at: time | None, zone: str) -> datetime | None:
    """The aware moment of a wall time on one day; in a gap or a fold, the earlier of the two readings.

    None where the day, the hour or the zone is not known.
    """
    if when is None or at is None or not when.is_exact or when.earliest is None or zone == UNKNOWN:
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
