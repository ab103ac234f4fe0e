"""Which records can be meant at all, as SQL: never fewer than the rules of `query` and `timeline` say.

Those have the last word on each that is read; here only most of the others are passed over. Days are one
wider at both ends, since each zone has its own.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from clustercalls.model import EntryKind, Status
from clustercalls.phrase.windows import Window
from clustercalls.query.wanted import Query
from clustercalls.standing import CLOSING_DAYS
from clustercalls.zones import Moment

DAY = timedelta(days=1)
ENDED = frozenset({Status.CLOSED, Status.EXHAUSTED})  # nothing of these is ahead: the newest come first

_AHEAD = "(r.last IS NULL OR r.last >= :yesterday)"
_OPENED = "(r.opens IS NULL OR r.opens <= :tomorrow)"
_BY_STATUS = {
    Status.CLOSED: "(r.next IS NULL OR r.next <= :tomorrow)",
    Status.FORECAST: f"({_AHEAD} AND (r.opens IS NULL OR r.opens >= :yesterday))",
    Status.OPEN: f"({_AHEAD} AND {_OPENED})",
    Status.CLOSING: f"({_AHEAD} AND {_OPENED} AND (r.next IS NULL OR r.next <= :soon))",
    Status.UNKNOWN: "1",
}  # any other is stated, by its word
_NEW = "r.first_seen > coalesce((SELECT before FROM source WHERE name = r.source), '')"
_IN_WINDOW = (
    "EXISTS(SELECT 1 FROM stage s WHERE s.record = r.id"
    " AND (s.until IS NULL OR s.until >= :first) AND (s.day IS NULL OR s.day <= :last))"
)


class Where(NamedTuple):
    """A condition on the record `r`, and its values by name."""

    sql: str
    values: dict[str, str]


def looks_back(query: Query) -> bool:
    """Whether the newest of what is over comes first."""
    return query.past or bool(query.statuses and query.statuses <= ENDED)


def where_of(query: Query, moment: Moment, sources: Collection[str], *, new: bool, after: str = "") -> Where:
    """The records that can be meant."""
    today = moment.today()
    first, last = ends_of(query.window)
    values = {
        "yesterday": (today - DAY).isoformat(),
        "tomorrow": (today + DAY).isoformat(),
        "soon": (today + DAY * (CLOSING_DAYS + 1)).isoformat(),
        "first": first,
        "last": last,
        "after": after,
    }
    parts = [
        _any(values, "r.source", "source", sources),
        _any(values, "r.programme", "programme", query.programmes),
        _NEW if new else "",
        "r.first_seen > :after" if after else "",
        _IN_WINDOW if query.window else "",
        _kinds(values, query.kinds),
        _standing(values, query),
    ]
    return Where(" AND ".join(filter(None, parts)) or "1", values)


def ends_of(window: Window | None) -> tuple[str, str]:
    """The first and last day of a window, a day wider; of an open end what is before, or after, all days."""
    first, last = (window.first, window.last) if window else (None, None)
    return _moved(first, -DAY) if first else "", _moved(last, DAY) if last else "~"


def _moved(day: date, by: timedelta) -> str:
    try:
        return (day + by).isoformat()
    except OverflowError:
        return day.isoformat()


def _standing(values: dict[str, str], query: Query) -> str:
    if query.past:
        return ""  # `streams.looking_back` and `find` have it
    if not query.statuses:
        return f"{_AHEAD} AND r.gone IS NULL"
    asked = sorted(query.statuses, key=lambda status: status.value)
    stated = [status.value for status in asked if status not in _BY_STATUS]
    values |= {f"stated{number}": word for number, word in enumerate(stated)}
    ways = [_BY_STATUS[status] for status in asked if status in _BY_STATUS]
    ways += [f"instr(r.entry, :stated{number})" for number in range(len(stated))]
    return f"({' OR '.join(ways)}) AND r.gone IS NULL"


def _kinds(values: dict[str, str], kinds: Collection[EntryKind]) -> str:
    column = "coalesce(json_extract(r.entry, '$.kind'), 'call')"
    return _any(values, column, "kind", [kind.value for kind in kinds])


def _any(values: dict[str, str], column: str, name: str, wanted: Collection[str]) -> str:
    """That a column has one of these; nothing when there are none."""
    if not wanted:
        return ""
    values |= {f"{name}{number}": text for number, text in enumerate(sorted(wanted))}
    return f"{column} IN ({', '.join(f':{name}{number}' for number in range(len(wanted)))})"
