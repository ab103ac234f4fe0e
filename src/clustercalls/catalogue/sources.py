"""What is known of each source: where it is, when it was asked, how that went."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from clustercalls.catalogue.opening import written
from clustercalls.catalogue.reading import stamp
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection


class SourceState(Struct, frozen=True):
    """One source, as it was last asked; moments are ISO texts in UTC, None for never.

    `outcome` is a word of who asks it: `ok` and `incomplete` are of here, any other is the code of a problem.
    """

    name: str
    kind: str = ""
    url: str = ""
    etag: str = ""
    modified: str = ""
    tried: str | None = None
    good: str | None = None
    before: str | None = None
    outcome: str = ""
    records: int = 0


_FIELDS = ", ".join(SourceState.__struct_fields__)


def states(connection: "Connection") -> tuple[SourceState, ...]:
    """Every source that was ever asked, by name."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM source ORDER BY name")  # noqa: S608 - our own names
    return tuple(SourceState(*row) for row in rows)


def prints(connection: "Connection", source: str) -> dict[str, str]:
    """The print of everything that a source has, by key."""
    rows = connection.execute("SELECT key, print FROM record WHERE source = ? AND gone IS NULL", (source,))
    return dict(rows.fetchall())


def ahead(connection: "Connection", source: str, moment: Moment) -> frozenset[str]:
    """The keys of what a source had when it was last read, and of which something is to come."""
    rows = connection.execute(
        "SELECT key FROM record WHERE source = ? AND gone IS NULL AND missed = 0 AND last >= ?",
        (source, moment.today().isoformat()),
    )
    return frozenset(key for (key,) in rows)


def state_of(connection: "Connection", name: str) -> SourceState:
    """One source; as never asked when it is not known."""
    return next((each for each in states(connection) if each.name == name), SourceState(name))


def note_about(connection: "Connection", state: SourceState) -> None:
    """Writes down what a source is, where it is and its marks."""
    connection.execute(
        "INSERT INTO source(name, kind, url, etag, modified) VALUES(?, ?, ?, ?, ?)"
        " ON CONFLICT(name) DO UPDATE SET kind = excluded.kind, url = excluded.url, etag = excluded.etag,"
        " modified = excluded.modified",
        astuple(state)[:5],
    )


def note_asked(path: Path, state: SourceState, moment: Moment, outcome: str = "") -> str:
    """Writes down that a source was asked, where it is and its marks; without an outcome, how it went stays.

    Where an unusable catalogue was put is returned, as `written` does.

    Raises:
        WorldFailed: when the disk refuses, or another one writes all the time.
    """

    def work(connection: "Connection") -> None:
        note_about(connection, state)
        connection.execute("UPDATE source SET tried = ? WHERE name = ?", (stamp(moment.now), state.name))
        if outcome:
            connection.execute("UPDATE source SET outcome = ? WHERE name = ?", (outcome, state.name))

    return written(path, work)[1]
