"""Which record somebody means, and all that is kept of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, json

from clustercalls.candidate import Candidate
from clustercalls.catalogue.reading import entry_of, name_of
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Entry
from clustercalls.query.named import LISTED

if TYPE_CHECKING:
    from sqlite3 import Connection

_SELECT = (
    "SELECT r.source, r.key, r.ident, r.title, r.entry, w.parent, w.tags, w.text, r.print,"
    " r.first_seen, r.changed, r.missed, r.gone"
    " FROM record r CROSS JOIN word w ON w.rowid = r.id WHERE r.id = ?"
)
# Those that a text names, in one way each: its key, its identifier, a part of one; the surest way first.
_NAMED = (
    "SELECT id, gone, CASE :text WHEN lower(key) THEN 1 WHEN lower(ident) THEN 2 ELSE 3 END AS way"
    " FROM record INDEXED BY record_named WHERE (instr(lower(key), :text) OR instr(lower(ident), :text))"
    " AND :source IN ('', source) ORDER BY way, gone IS NOT NULL, source, key LIMIT :most"
)


class Noted(Struct, frozen=True):
    """A row of the history of a record: a field before and after, and when that was noticed, as ISO text."""

    noticed: str
    field: str
    was: str | None
    now: str | None


class OnOffer(Struct, frozen=True):
    """A record: what its source proposes, the entry of that, and what is known of it; moments are ISO texts.

    `changes` are its history, the oldest first; `missed` is how many complete syncs were without it.
    """

    candidate: Candidate
    entry: Entry
    first_seen: str
    changed: str | None
    missed: int
    gone: str | None
    changes: tuple[Noted, ...]

    @property
    def name(self) -> str:
        """How it is named: `eu:50130830TOPICS`."""
        return name_of(self.candidate.source, self.candidate.key)


def by_key(connection: "Connection", text: str) -> OnOffer:
    """The record that is meant: `source:key`, or any part of key or identifier that no other has.

    Raises:
        UsageRefused: when none is meant, or several.
    """
    meant = _meant(connection, text)
    held = _held(connection, meant[0]) if len(meant) == 1 else None
    if held is not None:
        return held
    if not meant:
        raise UsageRefused(problem("unknown-candidate", None, id=text))
    names = _names(connection, meant[:LISTED])
    more = ", …" if len(meant) > LISTED else ""
    raise UsageRefused(problem("ambiguous-candidate", None, id=text, matches=", ".join(names) + more))


def exact(connection: "Connection", source: str, key: str) -> OnOffer | None:
    """The record of this very key; None when there is none, or it cannot be read any more."""
    row = connection.execute("SELECT id FROM record WHERE source = ? AND key = ?", (source, key)).fetchone()
    return _held(connection, row[0]) if row else None


def beginning(connection: "Connection", text: str) -> list[tuple[str, str]]:
    """A few of those whose name begins so, or whose identifier does, each with its title."""
    _, colon, key = text.partition(":")
    start = (key if colon else text).encode("utf-8", "replace").decode()
    rows = connection.execute(
        "SELECT source, key, title FROM record WHERE gone IS NULL AND (:start IN ('', source)"
        " OR substr(key, 1, length(:start)) = :start"
        " OR substr(ident, 1, length(:start)) = upper(:start)) ORDER BY source, key LIMIT :most",
        {"start": start, "most": LISTED},
    )
    return [(name_of(source, key), title) for source, key, title in rows]


def programmes(connection: "Connection") -> tuple[str, ...]:
    """Every programme that a record has, sorted."""
    rows = connection.execute(
        "SELECT DISTINCT programme FROM record WHERE programme <> '' ORDER BY programme"
    )
    return tuple(programme for (programme,) in rows)


def newest(connection: "Connection") -> str:
    """When the newest record of any source came, as ISO text; empty for none."""
    return str(connection.execute("SELECT max(first_seen) FROM record").fetchone()[0] or "")


def _meant(connection: "Connection", text: str) -> list[int]:
    """The numbers of those that a text names in the surest way that names any; one more than is told."""
    text = text.encode("utf-8", "replace").decode().strip()
    source, colon, key = text.partition(":")
    known = (
        colon and connection.execute("SELECT 1 FROM record WHERE source = ? LIMIT 1", (source,)).fetchone()
    )
    wanted, of_source = (key, source) if known else (text, "")
    if not wanted:
        return []
    values = {"text": wanted.lower(), "source": of_source, "most": LISTED + 1}
    rows = connection.execute(_NAMED, values).fetchall()
    surest = [(record, gone) for record, gone, way in rows if way == rows[0][2]]
    current = [record for record, gone in surest if gone is None]
    return current if len(current) == 1 else [record for record, _ in surest]


def _names(connection: "Connection", records: Sequence[int]) -> list[str]:
    select = "SELECT source, key FROM record WHERE id = ?"
    return [name_of(*connection.execute(select, (record,)).fetchone()) for record in records]


def _held(connection: "Connection", record: int) -> OnOffer | None:
    row = connection.execute(_SELECT, (record,)).fetchone()
    source, key, ident, title, entry, parent, tags, text, digest, *about = row
    table = json.decode(entry)
    read, _ = entry_of(source, key, table)
    if read is None:
        return None
    candidate = Candidate(
        source=source,
        key=key,
        ident=ident,
        title=title,
        entry=table,
        parent=parent,
        words=tuple(tags.split("\n")) if tags else (),
        text=text,
        print=digest,
    )
    changes = connection.execute(
        "SELECT noticed, field, was, now FROM change WHERE record = ? ORDER BY noticed, rowid", (record,)
    )
    first_seen, changed, missed, gone = about
    noted = tuple(Noted(*change) for change in changes)
    return OnOffer(candidate, read, first_seen, changed, missed, gone, noted)
