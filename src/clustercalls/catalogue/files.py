"""The files of a catalogue: its own, what SQLite keeps beside it, and one that was put aside."""

from contextlib import suppress
from pathlib import Path

from clustercalls.disk.beside import OWNER, Folder
from clustercalls.disk.opening import NotRegular, sure_regular
from clustercalls.disk.refused import cannot_write

BESIDE = ("-wal", "-shm", "-journal")  # behind the name: what SQLite keeps beside a file that it writes


def aside_of(path: Path) -> Path:
    """Where a file goes that is no catalogue of ours; the one that was put there before it is dropped."""
    return path.with_name(f"{path.stem}.aside{path.suffix}")


def is_being_written(path: Path) -> bool:
    """Whether something of it may stand beside it."""
    beside = (path.with_name(f"{path.name}{end}") for end in BESIDE)
    return any(each.exists() for each in beside)


def claim(path: Path) -> None:
    """Has a regular file stand there, for the user alone if it was not there.

    Raises:
        WorldFailed: when something else does, which is never waited for.
    """
    try:
        sure_regular(path, path.stat().st_mode)
    except FileNotFoundError:
        with suppress(FileExistsError), Folder(path.parent) as folder:
            folder.make(path.name, b"", None, OWNER)
    except NotRegular as error:
        raise cannot_write(path, error) from None


def put_aside(path: Path) -> str:
    """Puts it where `aside_of` says, with what is beside it, and says where."""
    aside = aside_of(path)
    path.replace(aside)
    for end in BESIDE:  # SQLite takes what it finds beside a new file for that file's own
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{end}").replace(aside.with_name(f"{aside.name}{end}"))
    return str(aside)
