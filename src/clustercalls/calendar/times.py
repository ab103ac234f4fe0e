"""When a milestone stands in a calendar: its start and end, on days or on a clock, and if that is doubt."""

from datetime import UTC, date, datetime, timedelta, timezone

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.calendar import zones
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Milestone
from clustercalls.zones import zone_of

LONGEST_WINDOW = 92  # days: a quarter; longer doubt would cover a calendar and say nothing
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WINDOWS = ("span", "start", "end", "skip")  # what becomes of a doubtful date


class Times(Struct, frozen=True, gc=False):
    """`start` and the exclusive `end`, both days or both moments of `zone` (a TZID; empty: UTC).

    `lead` is how many days the start lies behind the earliest possible day.
    """

    start: date
    end: date
    doubtful: bool
    zone: str = ""
    lead: int = 0

    @property
    def is_timed(self) -> bool:
        """Whether the start is a moment, not a day."""
        return isinstance(self.start, datetime)

    @property
    def zones(self) -> tuple[tuple[str, int], ...]:
        """The TZID with each year in which it is used; none for days and for UTC."""
        if not self.zone:
            return ()
        return tuple((self.zone, year) for year in sorted({self.start.year, self.end.year}))

    @property
    def as_event(self) -> "Times":
        """The same with some length, which an event must have: the last second of a day begins sooner."""
        if not isinstance(self.start, datetime) or self.start < self.end:
            return self
        return replace(self, start=self.start.replace(second=0))


def times(milestone: Milestone, windows: str) -> Times | None:
    """Where to put it; None when it has no date, or a doubtful one and those are to be skipped."""
    when, until = milestone.when, milestone.until
    if when is None:
        return None
    doubtful = _is_doubtful(when) or (until is not None and _is_doubtful(until))
    if doubtful and windows == "skip":
        return None
    start, end = milestone.instant, milestone.end
    if start is not None and end is not None:
        return _timed(start.astimezone(UTC), end.astimezone(UTC), milestone.zone, doubtful=doubtful)
    first, last = _days(milestone, windows, doubtful=doubtful)
    lead = (first - milestone.earliest).days if milestone.earliest else 0
    return Times(first, last + DAY, doubtful, "", lead)


def day_text(day: date) -> str:
    """A day as DATE."""
    return day.isoformat().replace("-", "")


def stamp_text(moment: datetime) -> str:
    """A moment of UTC as DATE-TIME."""
    return f"{moment:%Y%m%dT%H%M%SZ}"


def dated(name: str, moment: date, zone: str) -> str:
    """The content line of a start, end or due date."""
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{day_text(moment)}"
    if not zone:
        return f"{name}:{stamp_text(moment)}"
    return f"{name};TZID={zone}:{moment:%Y%m%dT%H%M%S}"


def _is_doubtful(when: FuzzyDate) -> bool:
    return not when.is_exact or when.uncertain or when.approximate


def _days(milestone: Milestone, windows: str, *, doubtful: bool) -> tuple[date, date]:
    first, last = milestone.earliest, milestone.latest
    if first is None or last is None:
        # Open at one end: the end that is known. A fuzzy date is never open at both.
        known = first or last or (milestone.when.latest if milestone.when else None) or date.min
        return known, known
    if doubtful and windows == "end":
        return last, last
    if doubtful and (windows == "start" or (last - first).days >= LONGEST_WINDOW):
        return first, first
    return first, last


def _timed(start: datetime, end: datetime, zone: str, *, doubtful: bool) -> Times:
    """On the zone's clock where every reader reads the same moment, else in UTC."""
    name = zones.identifier(zone)
    # Compared in UTC: on one clock Python compares the hands.
    end = max(end, min(start + MINUTE, _last_second(start, zone)))
    if name:
        clock = timezone(timedelta(hours=-12)) if zone == "AoE" else zone_of(name)
        local = [each.astimezone(clock) for each in (start, end)]
        if all(_reads_alike(each) and zones.tells(name, each.year) for each in local):
            return Times(local[0], local[1], doubtful, name)
    return Times(start, end, doubtful)


def _last_second(moment: datetime, zone: str) -> datetime:
    """The last one of its day on the clock of a zone: what ends at midnight is shown on the next day too."""
    local = moment.astimezone(zone_of(zone))
    return local.replace(hour=23, minute=59, second=59, microsecond=0, fold=1).astimezone(UTC)


def _reads_alike(moment: datetime) -> bool:
    """Whether this wall time comes once on its day, and not before the clock turns on that day.

    A reader that takes a rule to turn at midnight (ts-ics) reads the hours before it as those after.
    """
    last = moment.replace(hour=23, minute=59, second=59, fold=0)
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset() == last.utcoffset()
