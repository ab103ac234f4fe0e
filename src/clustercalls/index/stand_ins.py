"""What stands for the types of the domain where an index is looked at: the same attributes, next to no work.

Their values were worked out when the index was written (`facts`); nothing heavy is imported for them.
"""

from _operator import attrgetter  # of operator, which is in Python

from clustercalls import standing
from clustercalls.once import known_to, once
from clustercalls.render import dates as said

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, time, timedelta, timezone
    from typing import Any as Like  # what has the attributes of a type of the domain, or was read

    from clustercalls.zones import Moment
else:
    from _datetime import date, datetime, time, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DATED = ("zone", "when", "until", "earliest", "latest", "instant", "end")  # what a row has of its point


class Places(dict[int, "Like"]):
    """What is made of facts, by their places, each when it is asked for; None for -1."""

    def __init__(self, facts: "list[Like]", make: "Callable[[Like], Like]") -> None:
        self._facts, self._make = facts, make
        self[-1] = None

    def __missing__(self, place: int) -> "Like":
        found = self[place] = self._make(self._facts[place])
        return found


class Stand:
    """What stands for a value of the domain: an attribute that it has not, an index does not hold."""

    __slots__ = ()


class Fuzzy(Stand):
    """What stands for a fuzzy date."""

    __slots__ = ("approximate", "earliest", "is_exact", "latest", "text", "uncertain")

    def __init__(self, facts: "tuple[Like, ...]") -> None:
        self.text, earliest, latest, self.uncertain, self.approximate, self.is_exact, ends = facts
        self.earliest, self.latest = _day(earliest), _day(latest)
        if ends:
            known_to(said.ends)[self.text,] = tuple([each and Span(*each) for each in ends])


class Span(Stand):
    """What stands for one end of an interval."""

    __slots__ = ("approximate", "first", "last", "uncertain")

    def __init__(self, first: int, last: int, uncertain: bool, approximate: bool) -> None:
        self.first, self.last = date.fromordinal(first), date.fromordinal(last)
        self.uncertain, self.approximate = uncertain, approximate


class Stage(Stand):
    """What stands for a stage."""

    __slots__ = (
        "abroad", "at", "done", "follows", "id", "kind", "owner", "rolling", "title", "until_at", "zone",
    )  # fmt: skip

    def __init__(self, facts: "tuple[Like, ...]") -> None:
        self.id, self.kind, self.zone, self.title, self.follows, self.abroad, *rest = facts
        self.rolling, self.owner, self.done, at, until_at = rest
        self.at, self.until_at = at and time(*at), until_at and time(*until_at)


class SharedDates(Stand):
    """What stands for all milestones that fall on the same days and hours, whatever they are of.

    What today says of them is decided once. `uid` tells it from others of an entry; `place` is in the order.
    """

    __slots__ = (
        "confirmed", "days_left", "earliest", "end", "entry", "instant", "is_ahead", "latest", "place",
        "stage", "today", "uid", "unconfirmed", "until", "when", "zone",
    )  # fmt: skip

    def __init__(self, facts: "Like", dates: "Places", stages: "Places", moment: "Moment") -> None:
        stage, when, until, earliest, latest, instant, end, confirmed = facts
        self.entry, self.stage = self, stages[stage]
        self.uid, self.zone = self.stage.id, self.stage.zone
        self.when, self.until = dates[when], dates[until]
        self.earliest, self.latest, self.confirmed = _day(earliest), _day(latest), _day(confirmed)
        self.instant, self.end = _instant(instant), _instant(end)
        self.is_ahead = standing.is_ahead(self, moment)  # type: ignore[arg-type]  # all it asks for
        if self.is_ahead:
            self.place = standing.order(self, moment)[:-1]  # type: ignore[arg-type]  # as above
        elif self.latest is not None:  # it may be late
            self.place = standing.order_late(self)[:-1]  # type: ignore[arg-type]  # as above
        seen = standing.seen(self, moment, past=not self.is_ahead)  # type: ignore[arg-type]  # as above
        self.unconfirmed, self.days_left, self.today = seen


class Row(Stand):
    """What stands for a row, and for the milestone it is of: whatever is not its own is of its point.

    `place` is that of its entry and milestone among the facts.
    """

    __slots__ = ("entry", "milestone", "place", "point", "stage", "status", "uid")
    over = lacks_step = False
    zone, when, until, earliest, latest, instant, end, unconfirmed, days_left, today = (
        property(attrgetter(f"point.{name}")) for name in (*DATED, "unconfirmed", "days_left", "today")
    )

    def __init__(self, entry: "Entry", uid: str, point: SharedDates, status: "Like", place: "Like") -> None:
        self.milestone = self
        self.entry, self.uid, self.point, self.status, self.place = entry, uid, point, status, place
        self.stage = point.stage

    @property
    def late(self) -> bool:
        """Whether it is late: what is over is shown for nothing else."""
        return not self.point.is_ahead

    @property
    def owner(self) -> str:
        """As of a milestone."""
        owner: str = self.stage.owner or self.entry.owner
        return owner


class Amounts(Stand):
    """What stands for grants, and for the first of the shares that are paid."""

    __slots__ = ("each", "max", "min", "number", "rate")

    def __init__(self, *amounts: "Like", rate: "Like" = None) -> None:
        self.number, self.each, self.min, self.max = amounts or (None,) * 4
        self.rate = rate


class Stands(Stand):
    """What stands for an entry where its status is asked for."""

    __slots__ = ("confirmed", "is_called_off", "kind", "meaning", "status")

    def __init__(self, facts: "tuple[Like, ...]") -> None:
        self.kind, self.status, self.is_called_off, self.meaning, confirmed, _ = facts
        self.confirmed = _day(confirmed)


class Entry(Stand):
    """What stands for an entry where it is shown."""

    __slots__ = (
        "budget", "currency", "funding", "grants", "history", "id", "owner", "programme", "status", "title",
    )  # fmt: skip

    def __init__(self, facts: "tuple[Like, ...]", status: str | None) -> None:
        self.id, self.title, self.programme, self.owner, self.budget, self.currency, grants, rate = facts
        self.status = status
        self.grants = grants and Amounts(*grants)
        self.funding = () if rate is None else _shares(rate)
        self.history = ()  # where a move is to be told, `glance` gives up


@once
def _shares(rate: "Like") -> tuple[Amounts]:
    return (Amounts(rate=rate),)


def _instant(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else EPOCH + timedelta(microseconds=microseconds)


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
