"""Rows of what is ahead out of an index, without the types of the domain.

What stands here for a milestone, its entry, stage and dates has the same attributes, worked out when the
index was written (`facts`); what depends on today is decided by `standing`, as everywhere.
"""

from _bisect import bisect_right

from clustercalls import standing
from clustercalls.codes import OFF, Status
from clustercalls.once import known_to
from clustercalls.render import dates as said
from clustercalls.render.words import is_lately
from clustercalls.zones import zone_of

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime, time, timedelta, timezone, tzinfo
    from typing import Any as Like  # what has the attributes of a type of the domain, or was read

    from clustercalls.index.file import Index, Offsets
    from clustercalls.zones import Moment
else:
    from _datetime import date, datetime, time, timedelta, timezone, tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FIRST, LAST = 1_262_304_000, 2_208_988_800  # the years 2010 to 2039: moments that an index knows zones of
DAY = 86_400


class Unknown(Exception):
    """What an index cannot tell."""


class Hours(tzinfo):
    """A zone by the seconds it is off, from these moments on."""

    def __init__(self, hours: "Offsets") -> None:
        self._starts, self._off = hours

    def fromutc(self, when: "datetime") -> datetime:
        """That moment on the clocks of this zone.

        Raises:
            Unknown: outside the years of an index.
        """
        at = (when.toordinal() - EPOCH.toordinal()) * DAY + when.hour * 3600 + when.minute * 60 + when.second
        return when + self._at(at, self._starts)

    def utcoffset(self, when: datetime | None) -> timedelta:
        """How far off it is at this reading of its clocks; never or twice, as PEP 495 says."""
        if when is None:
            raise Unknown
        at = (when.toordinal() - EPOCH.toordinal()) * DAY + when.hour * 3600 + when.minute * 60 + when.second
        pick = min if when.fold else max
        ends = [
            start + pick(each)
            for start, *each in zip(self._starts[1:], self._off[:-1], self._off[1:], strict=True)
        ]
        return self._at(at, [FIRST, *ends])

    def dst(self, _: datetime | None) -> None:
        """Not known, nor wanted."""

    def tzname(self, _: datetime | None) -> None:
        """Nor this."""

    def _at(self, at: int, starts: "list[int] | tuple[int, ...]") -> timedelta:
        if not FIRST + DAY <= at < LAST - DAY:
            raise Unknown
        return timedelta(seconds=self._off[bisect_right(starts, at) - 1])


class Fuzzy:
    """What stands for a fuzzy date."""

    __slots__ = ("approximate", "earliest", "is_exact", "latest", "text", "uncertain")

    def __init__(self, facts: "tuple[Like, ...]") -> None:
        self.text, earliest, latest, self.uncertain, self.approximate, self.is_exact, ends = facts
        self.earliest, self.latest = _day(earliest), _day(latest)
        if ends:
            known_to(said.ends)[self.text,] = tuple([each and Span(*each) for each in ends])


class Span:
    """What stands for one end of an interval."""

    __slots__ = ("approximate", "first", "last", "uncertain")

    def __init__(self, first: int, last: int, uncertain: bool, approximate: bool) -> None:
        self.first, self.last = date.fromordinal(first), date.fromordinal(last)
        self.uncertain, self.approximate = uncertain, approximate


class Stage:
    """What stands for a stage."""

    __slots__ = ("abroad", "at", "follows", "id", "kind", "rolling", "title", "until_at", "zone")

    def __init__(self, facts: "tuple[Like, ...]") -> None:
        self.id, self.kind, self.zone, self.title, self.follows, self.abroad, self.rolling, *hours = facts
        at, until_at = hours
        self.at, self.until_at = at and time(*at), until_at and time(*until_at)


class Milestone:
    """What stands for a milestone."""

    __slots__ = (
        "earliest", "end", "entry", "instant", "latest", "noticed", "stage", "uid", "until", "when", "zone",
    )  # fmt: skip

    def __init__(self, entry: "Entry", facts: "tuple[Like, ...]", dates: "Dates") -> None:
        self.uid, when, until, earliest, latest, instant, end, noticed, stage = facts
        self.entry, self.stage = entry, Stage(stage)
        self.zone = self.stage.zone
        self.when, self.until = dates[when], dates[until]
        self.earliest = None if earliest is None else date.fromordinal(earliest)
        self.latest = None if latest is None else date.fromordinal(latest)
        self.noticed = None if noticed is None else date.fromordinal(noticed)
        self.instant = None if instant is None else EPOCH + timedelta(microseconds=instant)
        self.end = None if end is None else EPOCH + timedelta(microseconds=end)


class Amounts:
    """What stands for grants, and for the first of the shares that are paid."""

    __slots__ = ("each", "max", "min", "number", "rate")

    def __init__(self, *amounts: "Like", rate: "Like" = None) -> None:
        self.number, self.each, self.min, self.max = amounts or (None,) * 4
        self.rate = rate


class Entry:
    """What stands for an entry."""

    __slots__ = (
        "budget", "called_off", "confirmed", "currency", "funding", "grants", "history", "id", "its", "kind",
        "owner", "programme", "status", "title",
    )  # fmt: skip

    def __init__(self, facts: "tuple[Like, ...]", dates: "Dates") -> None:
        (
            self.id, self.title, self.kind, self.programme, self.owner, self.budget, self.currency, grants,
            rate, self.status, self.called_off, confirmed, its,
        ) = facts  # fmt: skip
        self.grants = grants and Amounts(*grants)
        self.funding = () if rate is None else (Amounts(rate=rate),)
        self.confirmed, self.history = _day(confirmed), ()  # one that is to be told makes `ahead` give up
        self.its = [Milestone(self, each, dates) for each in its]


class Row:
    """What stands for a row; `place` is that of its entry and milestone among the facts."""

    __slots__ = ("days_left", "milestone", "over", "place", "status", "today", "unconfirmed")

    def __init__(
        self, milestone: "Like", status: "Like", moment: "Moment", place: tuple[int, int, int]
    ) -> None:
        self.milestone, self.status, self.place, self.over = milestone, status, place, False
        self.unconfirmed, self.days_left, self.today = standing.seen(milestone, moment)


class Dates(dict[int, "Fuzzy | None"]):
    """The fuzzy dates of an index by their places, each made when it is asked for; None for -1."""

    def __init__(self, facts: "list[Like]") -> None:
        self._facts = facts
        self[-1] = None

    def __missing__(self, place: int) -> Fuzzy:
        found = self[place] = Fuzzy(self._facts[place])
        return found


def ahead(index: "Index", moment: "Moment") -> list[Row]:
    """What is ahead, in its order, as `query.select.upcoming` has it where nothing else is asked for.

    Raises:
        Unknown: when something is to be told that an index does not know.
        Broken: when it is not whole.
    """
    horizon = moment.horizon.toordinal()
    if horizon < index.since:
        raise Unknown
    dates = Dates(index.decoded(index.dates))
    rows: list[Row] = []
    for group, (last, _, facts, _) in enumerate(index.groups):
        if last is None or last >= horizon:
            for number, each in enumerate(index.decoded(facts)):
                rows += _rows(Entry(each, dates), moment, group, number)
    rows.sort(key=lambda row: standing.order(row.milestone, moment))
    return rows


def _rows(entry: "Like", moment: "Moment", group: int, number: int) -> "Iterator[Row]":
    kept = [(at, each) for at, each in enumerate(entry.its) if standing.is_ahead(each, moment)]
    if not kept or entry.status in OFF:
        return
    status = Status.CANCELLED if entry.called_off else standing.status(entry, entry.its, moment)
    for at, each in kept:
        if each.noticed and is_lately(each.noticed, moment.today(each.zone)):
            raise Unknown  # what it was before is told in words of its own
        yield Row(each, status, moment, (group, number, at))


def json_of(index: "Index", rows: "Iterable[Row]") -> "Iterator[bytes]":
    """What machines read of these rows.

    Raises:
        Broken: when the index is not whole.
    """
    known: dict[int, Like] = {}
    for row in rows:
        group, number, at = row.place
        if group not in known:
            known[group] = index.decoded(index.groups[group][3])
        before, after = known[group][number][at]
        yield before + standing_json(row.days_left, row.status, unconfirmed=row.unconfirmed) + after


def standing_json(days_left: int | None, status: str | None, *, unconfirmed: bool) -> bytes:
    """The fields of a milestone's row that depend on today, as they stand in JSON."""
    days = "null" if days_left is None else days_left
    stands = f'"{status}"' if status else "null"
    return f'"days_left":{days},"status":{stands},"unconfirmed":{"true" if unconfirmed else "false"}'.encode()


def know_zones(index: "Index") -> None:
    """Lets `zones` take the zones of an index for its own, until `forget_zones`."""
    for name, hours in index.zones.items():
        known_to(zone_of)[name,] = Hours(hours)


def forget_zones() -> None:
    """Lets everything be asked anew that was known from an index."""
    for each in (zone_of, said.ends, said.say):
        known_to(each).clear()


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
