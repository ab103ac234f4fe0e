"""Where the memory of a registry is kept, and what tells that registry from others, in plain texts."""

import os
from zlib import adler32, crc32

from clustercalls.disk.folders import STATE, user_folder_text

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def memory_of(registry: "Iterable[str | Path]") -> str:
    """The file for these registry paths; empty when no home is known."""
    folder = user_folder_text(*STATE)
    return f"{folder}/seen-{identity(registry)}.json" if folder else ""


def identity(registry: "Iterable[str | Path]") -> str:
    """What tells these registry paths from others."""
    key = "\0".join(real(registry)).encode("utf-8", "surrogateescape")
    return f"{crc32(key):08x}{adler32(key):08x}"


def real(registry: "Iterable[str | Path]") -> tuple[str, ...]:
    """The paths with their links followed."""
    return tuple([os.path.realpath(each) for each in registry])
