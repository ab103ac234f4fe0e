"""The numbers of the records that can be meant, in the order in which they are shown, one by one."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from clustercalls.catalogue.reading import stamp
from clustercalls.catalogue.where import DAY, Where, ends_of
from clustercalls.model import StageKind
from clustercalls.query.wanted import Query
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

TO_DO = frozenset(
    {StageKind.DEADLINE, StageKind.REGISTRATION, StageKind.DATES}
)  # by whose day calls are shown


class Ranked(NamedTuple):
    """A record, and the day by which it is where it is.

    Without `is_exact` it may belong behind others that come later, but for those of days after `near_of`.
    """

    record: int
    day: str = ""
    is_exact: bool = False


def by_words(connection: "Connection", expression: str) -> Iterator[Ranked]:
    """Those that have the words, best first; whether they can be meant is not looked at."""
    rows = connection.execute("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rank", (expression,))
    return (Ranked(record) for (record,) in rows)


def kinds_of(query: Query) -> frozenset[StageKind]:
    """The kinds of stages by whose day records are in order; none for all."""
    return query.stage_kinds or (frozenset() if query.window else TO_DO)


def near_of(where: Where, query: Query) -> str:
    """The day after which every record comes where it belongs."""
    return max(where.values["tomorrow"], ends_of(query.window)[0])


def by_day(connection: "Connection", query: Query, where: Where, moment: Moment) -> Iterator[Ranked]:
    """Those with something ahead, or in the window, by its day; then all others, but with a window.

    First all that is under way, or may be: today decides where that stands. A record comes once for each of
    its stages.
    """
    today = moment.today()
    first, last = ends_of(query.window)
    values = {
        **where.values,
        "from": max(first, (today - DAY).isoformat()),
        "to": last,
        "now": stamp(moment.now),
    }
    kinds = _in(kinds_of(query))
    joined = f"FROM stage s CROSS JOIN record r ON r.id = s.record WHERE {where.sql}{kinds}"
    order = "ORDER BY s.day, s.until NULLS LAST, s.at NULLS LAST, s.record"
    for (record,) in connection.execute(
        f"SELECT s.record {joined} AND s.until IS NOT s.day AND (s.day IS NULL OR s.day <= :tomorrow"
        " OR s.day < :from) AND (s.until IS NULL OR s.until >= :from)",
        values,
    ):
        yield Ranked(record, near_of(where, query))
    for record, day in connection.execute(
        f"SELECT s.record, s.day {joined} AND s.day >= :from AND s.day <= :to AND (s.day > :tomorrow"
        f" OR (s.until IS s.day AND (s.at IS NULL OR s.at >= :now))) {order}",
        values,
    ):
        yield Ranked(record, day, is_exact=True)
    if query.window is None:
        yield from _others(connection, where, kinds, values)


def _others(connection: "Connection", where: Where, kinds: str, values: dict[str, str]) -> Iterator[Ranked]:
    """Those with nothing ahead that has a date, by the day on which they open."""
    rows = connection.execute(
        f"SELECT r.id FROM record r WHERE {where.sql} AND NOT EXISTS(SELECT 1 FROM stage s WHERE"  # noqa: S608 - ours
        f" s.record = r.id{kinds} AND (s.until IS NULL OR s.until > :tomorrow"
        " OR (s.until >= :from AND (s.until IS NOT s.day OR s.at IS NULL OR s.at >= :now))))"
        " ORDER BY r.opens NULLS LAST, r.id",
        values,
    )
    return (Ranked(record) for (record,) in rows)


def looking_back(connection: "Connection", query: Query, where: Where) -> Iterator[Ranked]:
    """Those of which something is still to come, then those that are over, the newest first.

    Without a status the first are those that are gone before they are over.
    """
    gone = "" if query.statuses else "r.gone IS NOT NULL AND "
    for way in (
        f"{gone}(r.last IS NULL OR r.last > :tomorrow) ORDER BY r.last DESC, r.id",
        "r.last <= :tomorrow ORDER BY r.last DESC, r.id",
    ):
        rows = connection.execute(f"SELECT r.id FROM record r WHERE {where.sql} AND {way}", where.values)  # noqa: S608 - ours
        yield from (Ranked(record) for (record,) in rows)


def _in(kinds: Collection[StageKind]) -> str:
    quoted = ", ".join(sorted(f"'{kind.value}'" for kind in kinds))
    return f" AND s.kind IN ({quoted})" if kinds else ""
