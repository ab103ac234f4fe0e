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
TOGETHER = 50  # that are written at once
_INSERT = (
    "INSERT INTO candidate VALUES(?, ?, ?) ON CONFLICT(key) DO UPDATE"
    " SET print = excluded.print, facts = excluded.facts WHERE excluded.facts IS NOT NULL"
)


class Gathered:
    """The candidates of one source, each key once, the last one that came; gone when it is closed.

    No lock is held and no other file touched. Each method raises `WorldFailed` when the disk refuses.
    """

    def __init__(self) -> None:
        from sqlite3 import connect

        self._keys: set[str] = set()
        self._came: list[tuple[str, str, bytes | None]] = []
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
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Candidate]:
        return (candidate_of(facts) for _, _, facts in self.rows() if facts is not None)

    def add(self, candidate: Candidate) -> None:
        """Puts one by."""
        self._put_by(candidate.key, candidate.print, _ENCODED(candidate))

    def add_same(self, key: str, digest: str) -> None:
        """Puts by that one is there whose print the catalogue has."""
        self._put_by(key, digest, None)

    def _put_by(self, key: str, digest: str, facts: bytes | None) -> None:
        self._keys.add(key)
        self._came.append((key, digest, facts))
        if len(self._came) >= TOGETHER:
            self._write()

    def _write(self) -> None:
        with _told():
            self._connection.executemany(_INSERT, self._came)
        self._came.clear()

    def rows(self) -> Iterator[tuple[str, str, bytes | None]]:
        """Key, print and the candidate, as `candidate_of` takes it, by key; None of one that is the same."""
        self._write()
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
