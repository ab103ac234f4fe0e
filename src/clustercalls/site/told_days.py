"""Since when an entry is known and when it last changed, for feeds and lists that want both; never "now"."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from clustercalls.model import Entry, StageKind
from clustercalls.site.publication import Publication


class ToldDays(Struct, frozen=True):
    """The first and the last day on which something of an entry was told, as far as anybody noted it."""

    first: date
    last: date


def told_days(entry: Entry, today: date) -> ToldDays | None:
    """The days of its source and of its history; of an entry without any, when it came out or was confirmed.

    A confirmation is no change: it counts where nothing else is known. Days after today are passed over.
    """
    days = (
        [*_changes(entry, today)]
        or [day for day in _published(entry) if day <= today]
        or [day for day in (entry.checked,) if day and day <= today]
    )
    return ToldDays(min(days), max(days)) if days else None


def days_of(publication: Publication) -> dict[str, ToldDays]:
    """These days of every entry that has any, by id."""
    today = publication.moment.today()
    known = ((each.id, told_days(each, today)) for each in publication.entries)
    return {name: days for name, days in known if days}


def oldest(publication: Publication, known: dict[str, ToldDays]) -> date:
    """What stands for a day that nobody noted where a format has to have one: no newer than any known.

    Where none is known at all it is the first day of the year, so that it does not change by the day.
    """
    first_of_year = publication.moment.today().replace(month=1, day=1)
    return min((each.first for each in known.values()), default=first_of_year)


def stamp(day: date) -> str:
    """The beginning of a day in UTC, as RFC 3339 has it: such formats know no mere day."""
    return f"{day.isoformat()}T00:00:00Z"


def _changes(entry: Entry, today: date) -> Iterator[date]:
    source = entry.source.date if entry.source else None
    told = source.earliest if source else None  # a month is told from its first day on
    yield from (each for each in (told, *(row.noticed for row in entry.history)) if each and each <= today)


def _published(entry: Entry) -> Iterator[date]:
    for stage in entry.stages:
        if stage.kind is StageKind.PUBLISHED and stage.when and stage.when.is_sure and stage.when.earliest:
            yield stage.when.earliest
