"""The dates of a record, each as its type of record means them.

A topic has a date: its hour is 17:00 in Brussels where the clock in UTC shows 00:00 or 17:00, as records of
any age do. A prospect has an instant. A cascade call has the organiser's own wall clock, marked as UTC: only
its date is sure. Seconds change from day to day, and say nothing.
"""

from datetime import UTC, date, datetime, time
from typing import NamedTuple

from clustercalls import edtf
from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.eu.asking import Type
from clustercalls.zones import zone_of

BRUSSELS = "Europe/Brussels"
CLOSING = time(17)
SEE_PAGE = "hour: see the page"
_MARKED = (time(0), CLOSING)  # how the end of a day is marked
_YEARS = range(1990, 2100)  # calls of no other century


class _Written(NamedTuple):
    """What a text names: a moment, and whether it has an hour; else it is midnight in UTC."""

    moment: datetime
    has_hour: bool


class Closing(NamedTuple):
    """A day, with its hour in Brussels where that is known."""

    day: date
    at: time | None = None


def opening(record: PortalRecord, kind: Type) -> Closing | None:
    """From when one can apply."""
    texts = record.every("startDate") or _planned(record, "plannedOpeningDate")
    moments = [_read(text) for text in texts]
    opened = (_opened(each, kind) for each in moments if each)
    return min(opened, key=_in_order, default=None)


def closings(record: PortalRecord, kind: Type) -> tuple[Closing, ...]:
    """Until when one can apply, in order, each once."""
    texts = record.every("deadlineDate") or record.every("closingDate") or _planned(record, "deadlineDates")
    moments = [_read(text) for text in texts]
    return tuple(sorted({_closing(each, kind) for each in moments if each}, key=_in_order))


def _in_order(of: Closing) -> tuple[date, time]:
    return of.day, of.at or time()


def _opened(written: _Written, kind: Type) -> Closing:
    return _there(written) if kind is Type.PROSPECT else Closing(_as_meant(written.moment, kind).date())


def _closing(written: _Written, kind: Type) -> Closing:
    if kind is Type.PROSPECT:
        return _there(written)
    meant = _as_meant(written.moment, kind)
    is_marked = kind is Type.TOPIC and _to_the_minute(meant) in _MARKED
    return Closing(meant.date(), CLOSING if is_marked else None)


def _there(written: _Written) -> Closing:
    """On the clock of Brussels; a day alone is that day anywhere."""
    if not written.has_hour:
        return Closing(written.moment.date())
    local = written.moment.astimezone(zone_of(BRUSSELS))
    return Closing(local.date(), _to_the_minute(local))


def _as_meant(moment: datetime, kind: Type) -> datetime:
    """The moment in UTC; of a cascade call as it is written, for its clock is that of somebody's wall."""
    return moment if kind is Type.CASCADE else moment.astimezone(UTC)


def _to_the_minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _planned(record: PortalRecord, key: str) -> tuple[str, ...]:
    """The dates that stand in the actions of a topic, where it has none of its own."""
    actions = record.inner("actions")
    values = [each.get(key) for each in _listed(actions) if isinstance(each, dict)]
    return tuple(text for value in values for text in _listed(value) if isinstance(text, str))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _read(text: str) -> _Written | None:
    """The moment a text names, in UTC where it has no offset; None for what is no day of our years."""
    try:
        when = edtf.parse(text)
        moment = edtf.date_time(text)
    except edtf.NotEdtf:
        return None
    if not when.is_sure or when.earliest is None or when.earliest.year not in _YEARS:
        return None
    if moment is None:
        return _Written(datetime.combine(when.earliest, time(), UTC), has_hour=False)
    return _Written(moment if moment.tzinfo else moment.replace(tzinfo=UTC), has_hour=True)
