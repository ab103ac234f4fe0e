"""From the paths a person names to the texts of registry files."""

import os

TYPE_CHECKING = False  # as in `standing`
if TYPE_CHECKING:
    from pathlib import Path

    from clustercalls.errors import Problem


SHARED = "registry.toml"  # of a folder: what it says of the file itself holds for all files there


def own_name(id_: str) -> str:
    """What the file of an entry is called in a folder in which each is a file of its own."""
    return f"{id_}.toml" if f"{id_}.toml" != SHARED else f"{id_}-entry.toml"


def expand(paths: "tuple[Path, ...]") -> "tuple[list[Path], list[Problem]]":
    """The files meant: a folder stands for its `*.toml`, in any case, as `files_of`; each file once.

    Hidden files are left out: editors keep locks and copies in them.
    """
    from pathlib import Path

    from clustercalls.errors import Place, outside, problem

    files: dict[str, Path] = {}
    problems = []
    for path in paths:
        try:
            inside, _ = files_of(str(path))
            if not inside:
                problems.append(problem("empty-folder", Place(str(path))))
            for each in inside:  # what cannot be followed is taken as it is
                files.setdefault(os.path.realpath(each), Path(each))
        except (OSError, ValueError) as error:
            problems.append(problem("unreadable", Place(str(path)), **outside(error)))
    return list(files.values()), problems


def files_of(named: str) -> tuple[list[str], bool]:
    """The files that a path stands for, itself or those of a folder; whether any of those is a link.

    They are sorted by name, but that `SHARED` comes first.

    Where none is a link, each is there once.

    Raises:
        OSError: when a folder cannot be read.
    """
    if not os.path.isdir(named):  # noqa: PTH112 - a text
        return [named], False
    with os.scandir(named) as found:
        inside = [each for each in found if is_registry(each.name)]
    start = "" if named == "." else named.removesuffix("/") + "/"
    names = sorted([each.name for each in inside], key=lambda name: (name != SHARED, name))
    return [start + name for name in names], any(each.is_symlink() for each in inside)


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
