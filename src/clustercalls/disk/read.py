"""Whole files read within a limit."""

import os
from pathlib import Path
from typing import BinaryIO

from clustercalls.disk.opening import open_regular
from clustercalls.errors import InputRefused, Place, Problem, outside, problem
from clustercalls.limits import FILE_BYTES, MIB

UNREADABLE = "unreadable"
_SAID = FILE_BYTES // MIB


def read(path: Path, *, piped: bool = False) -> bytes:
    """All bytes of a regular file, 32 MiB at most; with `piped`, of a pipe or device too.

    A pipe is waited for, so it is for what a person named in this very command, and for nothing else.

    Raises:
        InputRefused: when it is missing, unreadable, no regular file, or larger.
    """
    place = Place(str(path))
    try:
        with _file(path, piped=piped) as file:
            data = held_in(file)
    except FileNotFoundError:
        raise InputRefused(problem("no-registry", place, path=path)) from None
    except OSError as error:
        raise InputRefused(unreadable(path, error)) from None
    except ValueError:  # a NUL byte in the path
        raise InputRefused(problem(UNREADABLE, place, reason="there can be no such path")) from None
    too_large = over_bytes(len(data), place)
    if too_large:
        raise InputRefused(too_large)
    return data


def held_in(file: BinaryIO) -> bytes:
    """All bytes of a file that was just opened; of one over the limit, more than that.

    Raises:
        OSError: when the disk refuses.
    """
    size = min(os.fstat(file.fileno()).st_size, FILE_BYTES)
    data = file.read(size + 1)  # asked for 32 MiB, Python takes that room for every small file
    return data if len(data) <= size else data + file.read(FILE_BYTES)  # a pipe, or it has grown


def unreadable(path: Path | str, error: OSError) -> Problem:
    """That the system does not let it be read, and why."""
    return problem(UNREADABLE, Place(str(path)), **outside(error))


def _file(path: Path, *, piped: bool) -> BinaryIO:
    if piped and path.exists() and not path.is_file():
        return path.open("rb")
    return os.fdopen(open_regular(path, follow=True), "rb")


def over_bytes(size: int, place: Place, most: int = 0) -> Problem | None:
    """That a file of so many bytes is larger than one may be, or than `most`."""
    if size <= (most or FILE_BYTES):
        return None
    said = most // MIB if most else _SAID
    return problem("too-large", place, what="the file", limit="{most} MiB", most=said)
