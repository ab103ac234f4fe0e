"""What a source offers now, put into the catalogue: in one transaction, after the network was read."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import json
from msgspec.structs import replace

from clustercalls.candidate import DoneElsewhere
from clustercalls.catalogue import writing
from clustercalls.catalogue.followed import Followed, followed_elsewhere, miss, note_followed
from clustercalls.catalogue.gather import Gathered, candidate_of
from clustercalls.catalogue.opening import written
from clustercalls.catalogue.outcome import Altered, FieldChange, Outcome
from clustercalls.catalogue.reading import columns_of, entry_of, moment_of, stamp, told
from clustercalls.catalogue.sources import SourceState, note_about
from clustercalls.catalogue.ticked import note_ticked
from clustercalls.catalogue.writing import NewRecord
from clustercalls.errors import Problem, WorldFailed, problem
from clustercalls.limits import LOCK_SECONDS
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

OVER_FOR = timedelta(days=365)  # then a record leaves, unless it is followed
GONE_AFTER = 2  # complete syncs without it
PART = 4  # more than one in so many missing of what is ahead: the list is too short to be believed

NOBODY = Followed()
TOGETHER = 50  # new records that are read before they are written: both want the caches of the processor


def apply(
    path: Path,
    gathered: Gathered,
    source: str,
    moment: Moment,
    *,
    complete: bool,
    drops: bool = False,
    force: bool = False,
    followed: Followed = NOBODY,
    about: SourceState | None = None,
    ticks: Iterable[DoneElsewhere] | None = None,
    dry: bool = False,
    look: Callable[["Connection", Outcome], None] | None = None,
    seconds: float = LOCK_SECONDS,
) -> Outcome:
    """Has the catalogue hold what was gathered, and says what that changed.

    Of a list that is not `complete` nothing is missed, nor of one that `drops` what is old. What is
    `followed`, here or in another registry, never leaves. `about` is what is to be known of the source,
    `ticks` what of ours is ticked in it, None where nothing new is known. With
    `dry` nothing is written; only then `look` sees it as it would be. Another sync is waited for these
    seconds.

    Raises:
        WorldFailed: when the list is too short to be believed, unless with `force`; when the disk refuses or
            another one writes all the time. The catalogue is as it was then.
    """

    def work(connection: "Connection") -> Outcome:
        run = _Sync(connection, gathered, source, moment, followed)
        if complete and not (force or drops):
            run.sure_long_enough()
        done = run.outcome(complete=complete, drops=drops)
        if about:
            note_about(connection, about)
        if ticks is not None:
            note_ticked(connection, source, ticks)
        if dry and look:
            look(connection, done)
        return done

    outcome, aside = written(path, work, dry=dry, seconds=seconds)
    return replace(outcome, aside=aside)


def later_than_all(connection: "Connection", moment: Moment) -> str:
    """The moment of a sync as its new records have it: later than that of any sync written before it.

    One that began earlier may be written later; who looks for what came since then is not to pass it over.
    """
    newest = connection.execute("SELECT max(first_seen) FROM record").fetchone()[0]
    now = stamp(moment.now)
    return now if not newest or newest < now else stamp(moment_of(newest) + timedelta(microseconds=1))


class _Sync:
    """One sync of one source, in its transaction."""

    def __init__(
        self,
        connection: "Connection",
        gathered: Gathered,
        source: str,
        moment: Moment,
        followed: Followed,
    ) -> None:
        self._connection, self._gathered, self._source = connection, gathered, source
        self._moment, self._followed, self._now = moment, followed, stamp(moment.now)
        self._keep = followed_elsewhere(connection, source, followed.registry) | {*followed.keys}
        self._seen = later_than_all(connection, moment)
        self._today = moment.today().isoformat()
        self._last_year = (moment.today() - OVER_FOR).isoformat()
        self._to_come: list[NewRecord] = []
        self._new: list[str] = []
        self._changed: list[Altered] = []
        self._unread: list[tuple[str, tuple[Problem, ...]]] = []

    def sure_long_enough(self) -> None:
        """Lets pass a list that has most of what was ahead when it was last seen.

        Raises:
            WorldFailed: for any other.
        """
        ahead = [key for _, key, missed in self._ahead() if not missed]
        missing = sum(key not in self._gathered for key in ahead)
        if missing * PART > len(ahead):
            values = {"source": self._source, "ahead": len(ahead), "missing": missing}
            raise WorldFailed(problem("too-short", None, **values))

    def outcome(self, *, complete: bool, drops: bool) -> Outcome:
        """Does all of it."""
        for key, digest, facts in self._gathered.rows():
            self._take(key, digest, facts)
        self._put_in()
        note_followed(self._connection, self._source, self._followed, self._moment)
        gone = self._miss() if complete and not drops else ()
        self._leave()
        records = self._note(complete=complete)
        return Outcome(tuple(self._new), tuple(self._changed), gone, records, tuple(self._unread))

    def _ahead(self) -> list[tuple[int, str, int]]:
        """Number, key and how often it was missed of what is not over, nor gone."""
        return self._connection.execute(
            "SELECT id, key, missed FROM record WHERE source = ? AND gone IS NULL"
            " AND (last IS NULL OR last >= ?) ORDER BY key",
            (self._source, self._today),
        ).fetchall()

    def _take(self, key: str, digest: str, facts: bytes | None) -> None:
        row = self._connection.execute(
            "SELECT id, print, missed, gone FROM record WHERE source = ? AND key = ?", (self._source, key)
        ).fetchone()
        record, known, missed, gone = row or (None, None, 0, None)
        if record and gone is None and (known == digest or facts is None):
            if missed:
                self._connection.execute("UPDATE record SET missed = 0 WHERE id = ?", (record,))
            return
        if facts is None:
            return  # it went meanwhile, and comes back with the next sync
        candidate = replace(candidate_of(facts), source=self._source)
        entry, problems = entry_of(self._source, key, candidate.entry)
        if entry is None:
            self._unread.append((key, tuple(problems)))
            return
        if record:
            changes = self._changes(record, told(candidate.entry, entry), gone)
            writing.update(self._connection, record, candidate, entry, columns_of(entry, self._moment))
            if changes:
                writing.note(self._connection, record, changes, self._now)
                self._changed.append(Altered(key, candidate.ident, candidate.title, changes))
            return
        columns = columns_of(entry, self._moment)
        if key in self._keep or not self._is_long_over(columns.last):
            self._to_come.append(NewRecord(candidate, entry, columns))
            self._new.append(key)
            if len(self._to_come) >= TOGETHER:
                self._put_in()

    def _put_in(self) -> None:
        writing.insert(self._connection, self._to_come, self._seen)
        self._to_come.clear()

    def _is_long_over(self, last: str | None) -> bool:
        return last is not None and last < self._last_year

    def _changes(self, record: int, now: dict[str, str], gone: str | None) -> tuple[FieldChange, ...]:
        """What differs from what the record says; that it had gone is the first of it."""
        key, encoded = self._connection.execute(
            "SELECT key, entry FROM record WHERE id = ?", (record,)
        ).fetchone()
        table = json.decode(encoded)
        before, _ = entry_of(self._source, key, table)
        was = told(table, before) if before else {}
        back = (FieldChange(writing.GONE, gone, None),) if gone else ()
        fields = [field for field in (was | now) if was.get(field) != now.get(field)]
        return (*back, *(FieldChange(field, was.get(field), now.get(field)) for field in fields))

    def _miss(self) -> tuple[Altered, ...]:
        """Counts what is missing of what is ahead; what is gone by now."""
        went = []
        for record, key, missed in self._ahead():
            if key in self._gathered:
                continue
            self._connection.execute("UPDATE record SET missed = missed + 1 WHERE id = ?", (record,))
            if missed + 1 < GONE_AFTER:
                continue
            self._connection.execute("UPDATE record SET gone = ? WHERE id = ?", (self._now, record))
            writing.note(self._connection, record, [FieldChange(writing.GONE, None, self._now)], self._now)
            named = self._connection.execute("SELECT ident, title FROM record WHERE id = ?", (record,))
            went.append(Altered(key, *named.fetchone()))
        miss(self._connection, self._source, self._followed)
        return tuple(went)

    def _leave(self) -> None:
        rows = self._connection.execute(
            "SELECT id, key FROM record WHERE source = ? AND (last < ? OR gone < ?)",
            (self._source, self._last_year, self._last_year),
        ).fetchall()
        for record, key in rows:
            if key not in self._keep:
                writing.delete(self._connection, record)

    def _note(self, *, complete: bool) -> int:
        """Writes down how it went; how many the source has."""
        records = self._connection.execute(
            "SELECT count(*) FROM record WHERE source = ? AND gone IS NULL", (self._source,)
        ).fetchone()[0]
        self._connection.execute("INSERT INTO source(name) VALUES(?) ON CONFLICT DO NOTHING", (self._source,))
        self._connection.execute(
            "UPDATE source SET tried = ?, records = ?, outcome = ? WHERE name = ?",
            (self._now, records, "ok" if complete else "incomplete", self._source),
        )
        if complete:
            self._connection.execute(
                "UPDATE source SET before = good, good = ? WHERE name = ?", (self._now, self._source)
            )
        return int(records)
