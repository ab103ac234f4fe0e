"""From the paths a person names to the texts of registry files."""

import os

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from pathlib import Path

    from clustercalls.errors import Problem


def expand(paths: "tuple[Path, ...]") -> "tuple[list[Path], list[Problem]]":
    """The files meant: a folder stands for its `*.toml`, in any case, sorted by name; each file once.

    Hidden files are left out: editors keep locks and copies in them.
    """
    from clustercalls.errors import Place, outside, problem

    files: dict[str, Path] = {}
    problems = []
    for path in paths:
        try:
            inside = [path / each for each in inside_of(path)] if path.is_dir() else [path]
            if not inside:
                problems.append(problem("empty-folder", Place(str(path))))
            for each in inside:
                files.setdefault(os.path.realpath(each), each)  # which takes what cannot be followed as it is
        except (OSError, ValueError) as error:
            problems.append(problem("unreadable", Place(str(path)), **outside(error)))
    return list(files.values()), problems


def inside_of(folder: "str | Path") -> list[str]:
    """The names of the files in a folder that are part of the registry, sorted.

    Raises:
        OSError: when it cannot be read; NotADirectoryError when it is none.
    """
    return sorted(filter(is_registry, os.listdir(folder)))  # noqa: PTH208 - a text


def is_registry(name: str) -> bool:
    """Whether a file of this name in a folder is part of the registry."""
    return name.lower().endswith(".toml") and name[0] != "."


def decoded(path: "Path") -> str:
    """The text of a file, without a byte order mark.

    Raises:
        InputRefused: when it cannot be read, or is not UTF-8.
    """
    from clustercalls.disk.read import read

    return decode(read(path), path)


def decode(data: bytes, path: "Path") -> str:
    """The text of these bytes of a file, without a byte order mark.

    Raises:
        InputRefused: when they are not UTF-8.
    """
    from clustercalls.errors import InputRefused, Place, problem

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind a byte order mark.
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        place = Place(str(path), data.count(b"\n", 0, offset) + 1)
        raise InputRefused(problem("not-utf8", place, offset=offset)) from None


def decode_in_part(data: bytes, path: "Path") -> "tuple[str, Problem | None]":
    """The text of these bytes of a file, and that some are not UTF-8: each of those is half a character."""
    from clustercalls.errors import InputRefused

    try:
        return decode(data, path), None
    except InputRefused as refused:
        return data.decode("utf-8-sig", "surrogateescape"), refused.problem
