"""Which of our own tasks somebody ticked in the calendars that are sources, as they were last read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clustercalls import edtf
from clustercalls.candidate import DoneElsewhere
from clustercalls.catalogue.schema import TICKED

if TYPE_CHECKING:
    from sqlite3 import Connection


def note_ticked(connection: "Connection", source: str, ticks: Iterable[DoneElsewhere]) -> None:
    """Puts the ticks of a source in the place of those that it had."""
    connection.execute(TICKED)  # catalogues of before have none
    connection.execute("DELETE FROM ticked WHERE source = ?", (source,))
    rows = [(source, each.uid, each.day.isoformat()) for each in ticks]
    connection.executemany("INSERT INTO ticked(source, uid, day) VALUES(?, ?, ?)", rows)


def ticked_in(connection: "Connection", sources: Iterable[str]) -> list[DoneElsewhere]:
    """The ticks of these sources, in the order in which they were read."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'ticked'").fetchone():
        return []
    wanted = set(sources)
    rows = connection.execute("SELECT source, uid, day FROM ticked ORDER BY rowid")
    read = ((uid, edtf.parse(day).earliest) for source, uid, day in rows if source in wanted)
    return [DoneElsewhere(uid, day) for uid, day in read if day]
