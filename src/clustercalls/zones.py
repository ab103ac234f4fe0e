"""Zones by name, the instant of a wall time in one, and the moment it is now with its day in each."""

from clustercalls.once import once

TYPE_CHECKING = False  # as in `standing`; `datetime` is half of what starting Python costs before Python 3.12
if TYPE_CHECKING:
    from datetime import date, datetime, time, timedelta, timezone, tzinfo
    from typing import TypeVar

    from clustercalls.edtf import FuzzyDate

    # Since when and until when nothing more is past, in microseconds; the horizon and the days of zones.
    Answers = tuple[int, int | None, int, tuple[tuple[str, int], ...]]
    Day = TypeVar("Day", date, int)  # an int is its ordinal
else:
    from _datetime import datetime, timedelta, timezone

# UTC+123 could be 1:23 or 12:3: hours are followed by no digit or by two of minutes.
_FIXED = r"(?:UTC|GMT)(?:([+-])(\d\d?(?!\d)|\d\d(?=\d\d))(?::?([0-5]\d))?)?"
UNKNOWN = "?"  # a zone that a file states and that cannot be read: no hour of it has an instant
_LARGEST_OFFSET = timedelta(hours=14)
UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Names in the folder of zones that are none: the machine's own clock, and the same ones once more.
NO_ZONES = ("localtime", "Factory", "posixrules", "posix/", "right/")


@once
def zone_of(name: str) -> "tzinfo":
    """The zone of an IANA name, `AoE` (anywhere on Earth, UTC-12) or `UTC+2`; of `UNKNOWN`, the latest.

    Raises:
        ValueError: when there is no such zone; the machine's own clock (`localtime`) is none.
    """
    if name == "AoE":
        return timezone(timedelta(hours=-12), "AoE")
    if name == UNKNOWN:  # nothing is over while it may not be, somewhere
        return timezone(timedelta(hours=-12), UNKNOWN)
    fixed = _fixed(name) if name[:3] in {"UTC", "GMT"} else None
    if fixed:
        return fixed
    if name.startswith(NO_ZONES):
        raise ValueError(name)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(name) from None


def _fixed(name: str) -> "tzinfo | None":
    import re

    match = re.fullmatch(_FIXED, name, re.ASCII)
    if match is None:
        return None
    sign, hours, minutes = match.groups(default="0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > _LARGEST_OFFSET:
        raise ValueError(name)
    return timezone(-offset if sign == "-" else offset, name)


def instant(when: "FuzzyDate | None", at: "time | None", zone: str) -> "datetime | None":
    """The aware moment of a wall time on one sure day; in a gap or a fold, the earlier reading.

    None where the day, the hour or the zone is not known.
    """
    if when is None or at is None or not when.is_exact or when.earliest is None or zone == UNKNOWN:
        return None
    if when.uncertain or when.approximate:
        return None
    if at.fold:
        return datetime.combine(when.earliest, at, zone_of(zone))
    return _earlier(when.earliest, at, zone)


@once
def _earlier(day: "date", at: "time", zone: str) -> "datetime":
    """The earlier of the two readings of a wall time; many stages have the same one."""
    moment = datetime.combine(day, at, zone_of(zone))
    return min(moment, moment.replace(fold=1), key=datetime.timestamp)


def is_long_past(last: "Day | None", horizon: "Day") -> bool:
    """Whether a last possible day, if there is one, lies before the horizon of a moment: past everywhere."""
    return last is not None and last < horizon


FORGET_MONTHS = 12  # how long what nobody confirmed counts as ahead, where no config says otherwise


class Moment:
    """Now, as handed in: an aware instant, the registry's zone, how long the unconfirmed is ahead."""

    __slots__ = ("_days", "_next", "forget_months", "now", "zone")

    def __init__(self, now: "datetime", zone: str, forget_months: int = FORGET_MONTHS) -> None:
        self.now, self.zone, self.forget_months = now, zone, forget_months
        self._days: dict[str, date] = {}
        self._next: datetime | None = None

    def is_past(self, instant: "datetime") -> bool:
        """Whether an instant lies before it."""
        if instant < self.now:
            return True
        if self._next is None or instant < self._next:
            self._next = instant
        return False

    @property
    def horizon(self) -> "date":
        """Days before this one are over on every calendar of the world (zones reach back to UTC-12)."""
        return self.now.astimezone(UTC).date() - timedelta(days=1)

    def today(self, zone: str = "") -> "date":
        """The day it is now on that zone's calendar, by default the registry's."""
        day = self._days.get(zone)
        if day is None:
            day = self._days[zone] = self.now.astimezone(zone_of(zone or self.zone)).date()
        return day

    def answers(self) -> "Answers":
        """What it was asked until now, by `today` and `is_past`, and what it answered; its horizon."""
        following = None if self._next is None else _microseconds(self._next)
        days = [(zone, day.toordinal()) for zone, day in self._days.items()]
        return _microseconds(self.now), following, self.horizon.toordinal(), tuple(sorted(days))

    def gives(self, answers: "Answers") -> bool:
        """Whether it answers the same: no day has ended since, and nothing that was ahead is past."""
        first, last, horizon, days = answers
        now = _microseconds(self.now)
        if now < first or (last is not None and now > last) or self.horizon.toordinal() != horizon:
            return False
        return all(self.today(zone).toordinal() == day for zone, day in days)


def _microseconds(at: "datetime") -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
