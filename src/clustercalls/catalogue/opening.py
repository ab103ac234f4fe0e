"""The file of the catalogue opened: to be read as it is at one moment, or to be written at once.

Nobody else opens it. A reader makes nothing and waits for no writer; what is no catalogue of ours, or not
whole, the next writer puts aside.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from clustercalls.catalogue import schema
from clustercalls.catalogue.failing import CLOSED, code_of, is_damage, read_failed, write_failed
from clustercalls.catalogue.files import claim, is_being_written, put_aside
from clustercalls.disk.folders import make_folders
from clustercalls.disk.lock import locked
from clustercalls.disk.opening import sure_regular
from clustercalls.disk.refused import cannot_write
from clustercalls.errors import InputRefused, Place, WorldFailed, outside, problem
from clustercalls.limits import LOCK_SECONDS, LOOK_SECONDS

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

PAGES_KIB = 4_000  # that a writer holds: with fewer, it writes those of the indexes again and again
OTHER = "it is of another version"
# How a reader opens it: the first of these that the folder allows. With `rw` what is beside goes again.
_TO_READ = ("rw", "ro", "ro&immutable=1")


@contextmanager
def to_read(path: Path) -> Iterator["Connection"]:
    """The catalogue as it is now, whatever is written meanwhile.

    Raises:
        InputRefused: when there is none, or it is of another version or damaged.
        WorldFailed: when the disk refuses.
    """
    from sqlite3 import Error

    try:
        with closing(_to_read(path)) as connection:
            connection.execute("PRAGMA query_only = 1")
            connection.execute("BEGIN")
            if schema.is_new(connection):
                raise InputRefused(problem("no-catalogue", Place(str(path))))
            if not schema.is_ours(connection):
                raise InputRefused(problem("catalogue-unreadable", Place(str(path)), reason=OTHER))
            yield connection
    except Error as error:
        raise read_failed(error, path) from None


def _to_read(path: Path) -> "Connection":
    from sqlite3 import OperationalError, connect

    try:
        sure_regular(path, path.stat().st_mode)
    except FileNotFoundError:
        raise InputRefused(problem("no-catalogue", Place(str(path)))) from None
    except OSError as error:
        raise WorldFailed(problem("catalogue-closed", Place(str(path)), **outside(error))) from None
    for mode in _TO_READ:
        if "immutable" in mode and is_being_written(path):
            break
        connection = connect(
            f"{path.absolute().as_uri()}?mode={mode}", timeout=LOOK_SECONDS, uri=True, isolation_level=None
        )
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except BaseException as error:
            connection.close()
            if not isinstance(error, OperationalError) or code_of(error) not in CLOSED:
                raise
            refused = error
        else:
            return connection
    raise refused


def written(
    path: Path, work: Callable[["Connection"], T], *, dry: bool = False, seconds: float = LOCK_SECONDS
) -> tuple[T, str]:
    """Does something to the catalogue in one transaction, and says where an unusable file was put, if any.

    With `dry` nothing of it is kept, nor a file made. Another writer is waited for these seconds.

    Raises:
        WorldFailed: when the disk refuses, or another one writes all the time; the catalogue is as it was.
    """
    from sqlite3 import Error

    aside = ""
    try:
        with closing(_scratch(path, seconds) if dry else _own(path, seconds)) as opened:
            aside = opened.aside
            return _transacted(opened.connection, work, dry=dry), aside
    except Error as error:
        if not is_damage(error) or dry:
            raise write_failed(error, path, seconds) from None
    try:  # what is damaged showed itself only now
        with closing(_own(path, seconds, is_damaged=True)) as opened:
            return _transacted(opened.connection, work, dry=False), opened.aside
    except Error as error:
        raise write_failed(error, path, seconds) from None


class Opened:
    """An open catalogue, and where the file went that stood in its place."""

    def __init__(self, connection: "Connection", aside: str = "") -> None:
        self.connection, self.aside = connection, aside

    def close(self) -> None:
        """Closes it; what was written goes from beside it into the file."""
        self.connection.close()


def _transacted(connection: "Connection", work: Callable[["Connection"], T], *, dry: bool) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = work(connection)
        connection.execute("ROLLBACK" if dry else "COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    if not dry:
        _into_the_file(connection)
    return done


def _into_the_file(connection: "Connection") -> None:
    """Takes what was written from beside the file into it, while others read: closing it shuts them out."""
    from sqlite3 import Error

    with suppress(Error):  # it is written; what is left beside goes when the last one closes it
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _scratch(path: Path, seconds: float) -> Opened:
    """The catalogue to be tried on; an empty one in memory where there is none of ours."""
    from sqlite3 import Error, connect

    with suppress(Error, OSError):
        if path.is_file():
            connection = _connected(path, seconds)
            with _closed_on_failure(connection):
                if schema.is_ours(connection):
                    return Opened(connection)
            connection.close()
    connection = connect(":memory:", isolation_level=None)
    schema.create(connection)
    return Opened(connection)


def _own(path: Path, seconds: float, *, is_damaged: bool = False) -> Opened:
    """The catalogue to be written, made when there is none; under a lock, so that none is made twice."""
    try:
        make_folders(path.parent)
        with locked(path, seconds):
            claim(path)
            connection = None if is_damaged else _usable(path, seconds)
            if connection is not None:
                return Opened(connection)
            aside = put_aside(path)
            claim(path)
            connection = _connected(path, seconds)
            with _closed_on_failure(connection):
                _begin(connection)
            return Opened(connection, aside)
    except OSError as error:
        raise cannot_write(path, error) from None


def _connected(path: Path, seconds: float) -> "Connection":
    from sqlite3 import connect

    connection = connect(
        f"{path.absolute().as_uri()}?mode=rw", timeout=seconds, uri=True, isolation_level=None
    )
    with _closed_on_failure(connection):
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{PAGES_KIB}")
    return connection


@contextmanager
def _closed_on_failure(connection: "Connection") -> Iterator[None]:
    """Leaves no connection open that nobody will have."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _usable(path: Path, seconds: float) -> "Connection | None":
    """A catalogue of ours that is whole, or a new one; None where the file is to be put aside."""
    from sqlite3 import DatabaseError

    connection = _connected(path, seconds)
    try:
        if schema.is_new(connection):
            _begin(connection)
            return connection
        if schema.is_ours(connection) and connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
            return connection
    except DatabaseError as error:
        if not is_damage(error):
            connection.close()
            raise
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def _begin(connection: "Connection") -> None:
    connection.execute("PRAGMA journal_mode = WAL")  # where the disk allows it; else it stays as it is
    schema.create(connection)
