"""Rows of what is ahead out of an index, without the types of the domain.

They are made of `stand_ins`; what depends on today is decided by `standing`, as everywhere.
"""

from _bisect import bisect_right
from _operator import attrgetter  # as in `stand_ins`

from clustercalls import standing
from clustercalls.index.stand_ins import Entry, Fuzzy, Places, Row, SharedDates, Stage, Stands
from clustercalls.once import known_to
from clustercalls.render import dates
from clustercalls.render.words import is_lately
from clustercalls.zones import is_long_past, zone_of

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime, timedelta, tzinfo
    from typing import Any as Like  # what has the attributes of a type of the domain, or was read

    from clustercalls.index.file import Index, Offsets
    from clustercalls.zones import Moment

    # Of an entry's milestones ahead the place, the point, the rows of its time; its status; what is stated.
    Kept = tuple[list[tuple[int, SharedDates, list[Row]]], Like, Like]
else:
    from _datetime import date, datetime, timedelta, tzinfo

FIRST, LAST = 1_262_304_000, 2_208_988_800  # the years 2010 to 2039: moments that an index knows zones of
START, DAY, SECOND = datetime(1970, 1, 1), 86_400, timedelta(seconds=1)
UID = attrgetter("uid")
NOT_LATE = b"null}"  # how the JSON of a row ends: with how many days late it is


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
        return when + self._at(when, self._starts)

    def utcoffset(self, when: datetime | None) -> timedelta:
        """How far off it is at this reading of its clocks; never or twice, as PEP 495 says."""
        if when is None:
            raise Unknown
        pick = min if when.fold else max
        changed = zip(self._starts[1:], map(pick, self._off, self._off[1:]), strict=True)
        return self._at(when, [FIRST, *map(sum, changed)])

    def dst(self, _: datetime | None) -> None:
        """Not known, nor wanted."""

    def tzname(self, _: datetime | None) -> None:
        """Nor this."""

    def _at(self, when: datetime, starts: "Sequence[int]") -> timedelta:
        at = (when.replace(tzinfo=None) - START) // SECOND
        if not FIRST + DAY <= at < LAST - DAY:
            raise Unknown
        return timedelta(seconds=self._off[bisect_right(starts, at) - 1])


class Looked:
    """An index looked at from a moment: what is the same for many entries is decided once.

    `rows` has those of every point in the order of time.
    """

    def __init__(self, index: "Index", moment: "Moment") -> None:
        self.moment = moment
        self.rows: dict[Like, list[Row]] = {}
        facts, stages, points, stands = index.decoded(index.shared)
        its_dates, its_stages = Places(facts, Fuzzy), Places(stages, Stage)
        self._points = Places(points, lambda each: SharedDates(each, its_dates, its_stages, moment))
        self._kept = Places(stands, self._kept_of)

    def add(self, group: int, block: "list[tuple[Like, ...]]") -> None:
        """The rows of the entries of a block.

        Raises:
            Unknown: when a move is to be told, which wants words of its own.
        """
        for number, (stands, uids, noticed, facts) in enumerate(block):
            kept, status, stated = self._kept[stands]
            if not kept:
                continue
            if noticed and any(self._is_lately(noticed[at], point) for at, point, _ in kept):
                raise Unknown
            entry = Entry(facts, stated)
            for at, point, rows in kept:
                rows.append(Row(entry, uids[at], point, status, (group, number, at)))

    def _is_lately(self, noticed: int | None, point: SharedDates) -> bool:
        return bool(noticed and is_lately(date.fromordinal(noticed), self.moment.today(point.zone)))

    def _kept_of(self, facts: "tuple[Like, ...]") -> "Kept":
        """Which milestones of an entry are late or ahead, and its status, by what both are told by.

        Raises:
            Unknown: of one we go for that has no next step, which has no row of its own.
        """
        entry: Like = Stands(facts)
        points = tuple([self._points[each] for each in facts[-1]])
        late = standing.late(entry, points, self.moment)
        if standing.is_idle(entry, points, late, self.moment):
            raise Unknown
        shown = [
            (at, point)
            for at, point in enumerate(points)
            if (point.is_ahead and not standing.is_done_step(point)) or point in late
        ]
        if not shown or standing.is_off(entry):
            return [], None, None
        kept = [(at, point, self.rows.setdefault(point.place, [])) for at, point in shown]
        return kept, standing.status_of(entry, points, self.moment), entry.status


def ahead(index: "Index", moment: "Moment") -> list[Row]:
    """What is ahead, in its order, as `query.select.upcoming` has it where nothing else is asked for.

    Raises:
        Unknown: when something is to be told that an index does not know.
        Broken: when it is not whole.
    """
    horizon = moment.horizon.toordinal()
    if horizon < index.since:
        raise Unknown
    looked = Looked(index, moment)
    for group, (last, _, facts, _) in enumerate(index.groups):
        if not is_long_past(last, horizon):
            looked.add(group, index.decoded(facts))
    return [row for place in sorted(looked.rows) for row in sorted(looked.rows[place], key=UID)]


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
        ends = after[: -len(NOT_LATE)] + b"%d}" % -row.days_left if row.late else after
        yield before + standing_json(row.days_left, row.status, unconfirmed=row.unconfirmed) + ends


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
    for each in (zone_of, dates.ends, dates.say):
        known_to(each).clear()
