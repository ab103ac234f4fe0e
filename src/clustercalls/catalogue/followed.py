"""Which calls are followed, in whichever registry of this user: they are asked for, and never leave."""

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from clustercalls.catalogue.reading import stamp
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

FORGOTTEN = timedelta(days=400)  # after which a registry that nobody synced any more is none


class Followed(Struct, frozen=True):
    """The keys of one source that a registry follows; without a `registry`, none is in use."""

    registry: str = ""  # what tells it from others
    keys: Collection[str] = ()


def followed_elsewhere(connection: "Connection", source: str, registry: str) -> frozenset[str]:
    """The keys of a source that other registries follow, as their last syncs found them."""
    rows = connection.execute(
        "SELECT key FROM followed WHERE source = ? AND registry <> ?", (source, registry)
    )
    return frozenset(key for (key,) in rows)


def note_followed(connection: "Connection", source: str, followed: Followed, moment: Moment) -> None:
    """Puts what a registry follows in the place of what it did."""
    now, old = stamp(moment.now), stamp(moment.now - FORGOTTEN)
    connection.execute("DELETE FROM followed WHERE seen < ?", (old,))
    if not followed.registry:
        return
    rows = connection.execute(
        "SELECT key FROM followed WHERE registry = ? AND source = ?", (followed.registry, source)
    )
    gone = [(followed.registry, source, key) for (key,) in rows.fetchall() if key not in followed.keys]
    connection.executemany("DELETE FROM followed WHERE registry = ? AND source = ? AND key = ?", gone)
    connection.executemany(
        "INSERT INTO followed(registry, source, key, seen) VALUES(?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET seen = excluded.seen",
        [(followed.registry, source, key, now) for key in followed.keys],
    )


def miss(connection: "Connection", source: str, followed: Followed) -> None:
    """Counts, after a whole sync, what a registry follows and the source has never had."""
    there = "EXISTS(SELECT 1 FROM record r WHERE r.source = followed.source AND r.key = followed.key)"
    connection.execute(
        f"UPDATE followed SET missed = CASE WHEN {there} THEN 0 ELSE missed + 1 END"  # noqa: S608 - a constant
        " WHERE registry = ? AND source = ?",
        (followed.registry, source),
    )


def missed(connection: "Connection", source: str, key: str) -> int:
    """How many whole syncs were without a key that has no record."""
    row = connection.execute(
        "SELECT max(missed) FROM followed WHERE source = ? AND key = ?", (source, key)
    ).fetchone()
    return row[0] or 0
