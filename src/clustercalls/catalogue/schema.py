"""The tables of the catalogue, and how one knows them again.

Days are ISO texts, moments too, in UTC. `until` is the last possible day of a stage, NULL when open; `at` is
the moment when it begins, NULL when not known. Who looks for what is ahead reads `stage` by day; those few
that are doubtful or last have an index of their own.
`before` is when the source was last synced well before `good`.
`ticked` are tasks of our own making that somebody ticked in a calendar; who has no such table has none.
`followed` are the keys that entries of a registry have, as its last sync found them: several registries may
share this catalogue. `missed` is how many whole syncs were without one that has no record.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 2
APPLICATION = 0x43_4C_43_41  # what tells a catalogue from other SQLite files: "CLCA"
SEARCHED = ("ident", "title", "parent", "tags", "text")
HELD = 4 << 20  # bytes of the index in memory before they are written: a third off a first sync
TOGETHER = 8  # parts of it that are written so, before they are made one
WEIGHTS = (10.0, 8.0, 4.0, 4.0, 1.0)  # what a word found in each of these counts

TICKED = "CREATE TABLE IF NOT EXISTS ticked(source TEXT NOT NULL, uid TEXT NOT NULL, day TEXT NOT NULL)"
_TABLES = f"""
CREATE TABLE source(
  name TEXT PRIMARY KEY, kind TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
  etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '', tried TEXT, good TEXT, before TEXT,
  outcome TEXT NOT NULL DEFAULT '', records INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE record(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, ident TEXT NOT NULL, title TEXT NOT NULL,
  programme TEXT NOT NULL, opens TEXT, next TEXT, last TEXT, print TEXT NOT NULL, first_seen TEXT NOT NULL,
  changed TEXT, missed INTEGER NOT NULL DEFAULT 0, gone TEXT, entry TEXT NOT NULL, UNIQUE(source, key)
);
CREATE INDEX record_last ON record(last, next, opens, gone);
CREATE INDEX record_gone ON record(gone, last) WHERE gone IS NOT NULL;
CREATE INDEX record_programme ON record(programme);
CREATE INDEX record_named ON record(key, ident, source, gone);
CREATE INDEX record_first_seen ON record(first_seen);
CREATE TABLE followed(
  registry TEXT NOT NULL, source TEXT NOT NULL, key TEXT NOT NULL, seen TEXT NOT NULL,
  missed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(registry, source, key)
);
{TICKED};
CREATE TABLE stage(day TEXT, until TEXT, record INTEGER NOT NULL, name TEXT, kind TEXT, at TEXT);
CREATE INDEX stage_day ON stage(day, kind, until, at, record);
CREATE INDEX stage_long ON stage(until, kind, day, at, record) WHERE until IS NOT day;
CREATE INDEX stage_record ON stage(record);
CREATE TABLE change(record INTEGER NOT NULL, noticed TEXT NOT NULL, field TEXT NOT NULL, was TEXT, now TEXT);
CREATE INDEX change_record ON change(record);
CREATE VIRTUAL TABLE word USING fts5(
  ident, title, parent, tags, text, tokenize = 'unicode61 remove_diacritics 2'
);
"""


def is_ours(connection: "Connection") -> bool:
    """Whether it is a catalogue of this version."""
    stands = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    return stands == [APPLICATION, VERSION]


def is_new(connection: "Connection") -> bool:
    """Whether nothing was ever put into it."""
    return not connection.execute("PRAGMA schema_version").fetchone()[0]


def create(connection: "Connection") -> None:
    """Puts the tables into an empty file, all or none."""
    from sqlite3 import Error

    ranked = f"bm25({', '.join(map(str, WEIGHTS))})"
    connection.executescript(
        f"BEGIN IMMEDIATE;{_TABLES}"
        f"INSERT INTO word(word, rank) VALUES('rank', '{ranked}');"
        f"INSERT INTO word(word, rank) VALUES('automerge', {TOGETHER});"
        f"PRAGMA application_id = {APPLICATION};PRAGMA user_version = {VERSION};COMMIT;"
    )
    with suppress(Error):  # an option that every version so far has, and no page of theirs names
        connection.execute("INSERT INTO word(word, rank) VALUES('hashsize', ?)", (HELD,))
