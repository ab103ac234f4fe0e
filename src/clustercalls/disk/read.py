"""Whole files read within a limit."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from clustercalls.errors import InputRefused, Place, Problem, outside, problem
from clustercalls.limits import FILE_BYTES, MIB

_SAID = FILE_BYTES // MIB


def read(path: Path) -> bytes:
    """All bytes of a regular file, pipe or device, 32 MiB at most.

    Raises:
        InputRefused: when it is missing, unreadable or larger.
    """
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            size = min(os.fstat(file.fileno()).st_size, FILE_BYTES)
            data = file.read(size + 1)  # asked for 32 MiB, Python takes that room for every small file
            if len(data) > size:  # a pipe, or it has grown
                data += file.read(FILE_BYTES)
    except FileNotFoundError:
        raise InputRefused(problem("no-registry", place, path=path)) from None
    except OSError as error:
        raise InputRefused(problem("unreadable", place, **outside(error.strerror or error))) from None
    except ValueError:  # a NUL byte in the path
        raise InputRefused(problem("unreadable", place, reason="there can be no such path")) from None
    too_large = over_bytes(len(data), place)
    if too_large:
        raise InputRefused(too_large)
    return data


def over_bytes(size: int, place: Place) -> Problem | None:
    """That a file of so many bytes is larger than one may be."""
    if size <= FILE_BYTES:
        return None
    return problem("too-large", place, what="the file", limit="{most} MiB", most=_SAID)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file to be read in pieces, 32 MiB at most; an empty one when there is none.

    Raises:
        InputRefused: when it is unreadable or larger.
    """
    place = Place(str(path))
    try:
        file = path.open("rb") if path.is_file() else BytesIO()
    except OSError as error:
        raise InputRefused(problem("unreadable", place, **outside(error.strerror or error))) from None
    with file:
        too_large = over_bytes(file.seek(0, os.SEEK_END), place)
        if too_large:
            raise InputRefused(too_large)
        file.seek(0)
        yield file
