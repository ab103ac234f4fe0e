"""What a calendar says of when: days, hours and zones, none of them guessed."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

from clustercalls.sources.calendars.components import ContentLine
from clustercalls.sources.offered import AFTER_YEARS, FIRST_YEAR
from clustercalls.zones import UTC, zone_of

_FORM = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_SPAN = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?", re.ASCII
)
UNKNOWN_ZONE = "its zone, {zone}, is not known: the day alone is sure"


class NoMoment(ValueError):
    """A text that is no date; `reason` and `values` say why."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


class CalendarMoment(NamedTuple):
    """A day, and where it is sure its hour on the clock of a zone; `note` says what is not."""

    day: date
    at: datetime | None = None  # aware
    zone: str = ""
    note: str = ""
    written: datetime | None = None  # the same on the clock on which it is written, which a series follows

    @property
    def value(self) -> date:
        """The hour as it is written, or the day without one."""
        return self.written or self.day


class CalendarZones:
    """The zones of one calendar: by their names in the world, else as it describes them itself."""

    def __init__(self, described: Mapping[str, list[str]], own: str) -> None:
        self._described, self._made, self.own = described, dict[str, tzinfo | None](), own

    def read(self, line: ContentLine) -> CalendarMoment:
        """The moment that a property says.

        Raises:
            NoMoment: for one that is none.
        """
        match = _FORM.fullmatch(line.value.strip())
        wall = _wall(match) if match else None
        if match is None or wall is None:
            raise NoMoment("`{value}` is no date", value=line.value[:40])
        sure_in_time(wall)
        if match[4] is None or line.params.get("VALUE") == "DATE":
            return CalendarMoment(wall.date())
        if match[7]:
            return self._at(wall.replace(tzinfo=_offset(match[7])), self.own)
        return self._on_a_clock(wall, line.params.get("TZID", ""))

    def _on_a_clock(self, wall: datetime, name: str) -> CalendarMoment:
        if not name:
            return self._at(wall.replace(tzinfo=zone_of(self.own)), self.own)
        known = iana(name)
        if known:
            return self._at(wall.replace(tzinfo=zone_of(known)), known)
        described = self._zone_described(name)
        if described:
            return self._at(wall.replace(tzinfo=described), self.own)
        zone = _windows().get(name, "")
        if zone:
            return self._at(wall.replace(tzinfo=zone_of(zone)), zone)
        return CalendarMoment(wall.date(), note=UNKNOWN_ZONE.format(zone=name[:60]))

    def _at(self, at: datetime, zone: str) -> CalendarMoment:
        """A moment on the clock of a zone."""
        try:
            there = at.astimezone(zone_of(zone))
        except (OverflowError, ValueError, TypeError):
            return CalendarMoment(at.date(), note="the hour is not sure")
        sure_in_time(there)
        return CalendarMoment(there.date(), there, zone, written=at)

    def _zone_described(self, name: str) -> tzinfo | None:
        if name not in self._made:
            lines = self._described.get(name)
            self._made[name] = _described("\r\n".join(lines)) if lines else None
        return self._made[name]


def sure_in_time(at: date) -> None:
    """Lets pass a day that a call or an event can have.

    Raises:
        NoMoment: for any other: it stands for "always", or for nothing.
    """
    if not FIRST_YEAR <= at.year < AFTER_YEARS:
        raise NoMoment("the year {year} is no date of a call", year=at.year)


def _wall(match: re.Match[str]) -> datetime | None:
    """The day and the hour of the clock; None for those that no calendar has."""
    year, month, day, hour, minute, second = (int(each or 0) for each in match.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - of a zone that comes
    except ValueError:
        return None


def _offset(text: str) -> tzinfo:
    """UTC, or what some write in its place: `+01:00`."""
    if text in {"Z", "z"}:
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    span = timedelta(hours=min(hours, 23), minutes=min(minutes, 59))
    return timezone(-span if text[0] == "-" else span)


def iana(name: str) -> str:
    """The name in the world of a zone; some programs put their own before it. Empty when there is none."""
    parts = name.strip("/").split("/")
    for start in range(max(0, len(parts) - 3), len(parts)):
        tried = "/".join(parts[start:])
        try:
            zone_of(tried)
        except ValueError:
            continue
        return tried
    return ""


def _described(text: str) -> tzinfo | None:
    """The zone that a VTIMEZONE describes; None for one that describes none."""
    from icalendar import Timezone

    try:
        made = Timezone.from_ical(text)
        zone: tzinfo | None = made.to_tz(lookup_tzid=False) if isinstance(made, Timezone) else None
        datetime(2027, 1, 1, tzinfo=zone).utcoffset()
    except Exception:  # noqa: BLE001 - a stranger's text in another's parser: whatever it makes of it
        return None
    return zone


@cache
def _windows() -> dict[str, str]:
    """Zones as Windows names them."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return dict(WINDOWS_TO_OLSON)


def length(text: str) -> timedelta:
    """A duration.

    Raises:
        NoMoment: for one that is none, or goes back.
    """
    match = _SPAN.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise NoMoment("`{value}` is no length of time", value=text[:40])
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups()[1:])
    try:
        span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        raise NoMoment("`{value}` is no length of time", value=text[:40]) from None
    if match[1] == "-" and span:
        raise NoMoment("it ends before it starts")
    return span
