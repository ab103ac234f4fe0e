"""What a source offers, put by while the network is read: on the disk, not in memory, for one run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from msgspec import json

from clustercalls.candidate import Candidate
from clustercalls.errors import Place, WorldFailed, outside, problem

if TYPE_CHECKING:
    from sqlite3 import Connection

_ENCODED = json.Encoder().encode
_DECODER = json.Decoder(Candidate)


class Gathered:
    """The candidates of one source, each key once, the last one that came; gone when it is closed.

    No lock is held and no other file touched. Each method raises `WorldFailed` when the disk refuses.
    """

    def __init__(self) -> None:
        from sqlite3 import connect

        with _told():
            self._connection: Connection = connect("", isolation_level=None)  # a file that has no name
            self._connection.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;"
                "CREATE TABLE candidate(key TEXT PRIMARY KEY, print TEXT, facts BLOB); BEGIN;"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        with _told():
            return int(self._connection.execute("SELECT count(*) FROM candidate").fetchone()[0])

    def __contains__(self, key: object) -> bool:
        with _told():
            return bool(self._connection.execute("SELECT 1 FROM candidate WHERE key = ?", (key,)).fetchone())

    def __iter__(self) -> Iterator[Candidate]:
        return (candidate_of(facts) for _, _, facts in self.rows() if facts is not None)

    def add(self, candidate: Candidate) -> None:
        """Puts one by."""
        row = (candidate.key, candidate.print, _ENCODED(candidate))
        with _told():
            self._connection.execute("INSERT OR REPLACE INTO candidate VALUES(?, ?, ?)", row)

    def add_same(self, key: str, digest: str) -> None:
        """Puts by that one is there whose print the catalogue has."""
        with _told():
            self._connection.execute("INSERT OR IGNORE INTO candidate VALUES(?, ?, NULL)", (key, digest))

    def rows(self) -> Iterator[tuple[str, str, bytes | None]]:
        """Key, print and the candidate, as `candidate_of` takes it, by key; None of one that is the same."""
        with _told():
            yield from self._connection.execute("SELECT key, print, facts FROM candidate ORDER BY key")

    def close(self) -> None:
        """Forgets them."""
        self._connection.close()


def candidate_of(facts: bytes) -> Candidate:
    """A candidate as `Gathered.rows` has it."""
    return _DECODER.decode(facts)


@contextmanager
def _told() -> Iterator[None]:
    from sqlite3 import DatabaseError

    try:
        yield
    except DatabaseError as error:
        place = Place("a temporary file")
        raise WorldFailed(problem("cannot-write", place, **outside(error))) from None
