"""Which registry is in use and where one's own files are, in plain texts: all that `where` has to know.

Whoever reads a registry makes paths of them; the import of those costs more than all that `where` does.
"""

import os
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from stat import S_ISREG

from clustercalls.disk.folders import OWN_CATALOGUE, OWN_REGISTRY, expanded, is_there, own_file

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Found = tuple[Sequence[str | Path], str]  # where it is, and why that

HERE = ("calls.toml", "data/calls.toml")
NAMED = "--registry"
VARIABLE = "CLUSTERCALLS_REGISTRY"
CONFIGURED = "config"
OWN = "your own"
TYPED = frozenset({NAMED, VARIABLE})  # for this run
NOTHING_THERE = frozenset({ENOENT, ENOTDIR, EBADF, ELOOP})  # as `pathlib` has it


def found_for(named: "Sequence[str | Path]", configured: "Sequence[str | Path]" = ()) -> "Found | None":
    """Which registry is there: option, variable, config, folder, the user's own; None when there is none.

    What stands under the name of one is meant, also a link that leads nowhere: that is to be told, for an
    example in its place would be silence.

    Raises:
        OSError: when it cannot be told.
    """
    if named:
        return [expanded(each) if isinstance(each, str) else each for each in named], NAMED
    variable = os.environ.get(VARIABLE)
    if variable:
        return [expanded(each) for each in variable.split(os.pathsep) if each], VARIABLE
    if configured:
        return configured, CONFIGURED
    for path in HERE:
        if is_there(path, above=False):  # a folder `data` is not ours
            why = "this folder"
            return [path], why
    own = own_file(*OWN_REGISTRY)
    return ([own], OWN) if own and is_there(own) else None


def is_typed(named: "Sequence[str | Path]") -> bool:
    """Whether the registry is named for this run, so that no config has a say in it."""
    return bool(named or os.environ.get(VARIABLE))


def bundled() -> str:
    """The example that comes with the tool."""
    package = __file__.rsplit("/", 2)[0]
    inside = f"{package}/data/calls.toml"
    # In a checkout the example stands at the top, where people look for it; the wheel carries it inside.
    return inside if S_ISREG(mode_of(inside)) else f"{package.rsplit('/', 2)[0]}/data/calls.toml"


def is_example(place: "str | Path") -> bool:
    """Whether it is the file of the bundled example."""
    try:
        return os.path.samefile(place, bundled())  # noqa: PTH121 - texts
    except (OSError, ValueError):  # a NUL byte in it
        return False


def lines(
    used: "Found | None", config: str, version: str, t: "Callable[[str], str]", safe: "Callable[[str], str]"
) -> list[str]:
    """What `where` says of these files: where each is, why it is in use, and whether it is there."""
    own = own_file(*OWN_REGISTRY)
    if used is None:
        rows = [(t("registry"), bundled(), t("bundled example: clustercalls init makes your own"))]
    else:
        rows = [(t("registry"), str(each) or ".", t(used[1])) for each in used[0]]
    if used is None or not own or _parts(own) not in [_parts(str(each)) for each in used[0]]:
        rows.append((t("your own"), own, ""))
    rows.append((t("config"), config, ""))
    offers = own_file(*OWN_CATALOGUE)
    if offers and os.path.lexists(offers):
        rows.append((t("catalogue"), offers, ""))
    wide = max(len(name) for name, _, _ in rows)
    listing = []
    for name, place, why in rows:
        shown = safe(absolute(place)) if place else t("no home folder is known")
        remarks = ", ".join(each for each in (why, _missing(place, t) if place else "") if each)
        listing.append(f"{name:{wide}}  {shown}{f'  ({remarks})' if remarks else ''}\n")
    return [*listing, f"{t('version'):{wide}}  {version}\n"]


def _missing(place: str, t: "Callable[[str], str]") -> str:
    """Why nothing can be read at a place; empty where something stands that can be looked at."""
    try:
        if mode_of(place):
            return ""
        if not is_there(place):
            return t("not there")
        os.lstat(place)
    except NotADirectoryError:
        return t("part of its path is not a folder")
    except OSError as error:
        if error.errno not in NOTHING_THERE:
            return t(str(error.strerror))
    return t("a link that leads nowhere")


def absolute(place: str) -> str:
    """From the root on, as `Path.absolute` writes it; as it is where the current folder is gone."""
    try:
        here = "" if place[:1] == "/" else f"{os.getcwd()}/"  # noqa: PTH109 - a text
    except OSError:
        return place
    root, *parts = _parts(here + place)
    return root + "/".join(parts)


def written(place: str) -> str:
    """As `Path` writes it."""
    root, *parts = _parts(place)
    return root + "/".join(parts) or "."


def _parts(place: str) -> list[str]:
    """The root (two slashes are one of their own) and the names; `.` is none of them."""
    slashes = len(place) - len(place.lstrip("/"))
    root = "//" if slashes == 2 else "/" if slashes else ""  # noqa: PLR2004 - POSIX
    return [root, *(each for each in place.split("/") if each not in {"", "."})]


def mode_of(place: str) -> int:
    """Kind and rights of what is there; 0 where nothing is.

    Raises:
        OSError: when it cannot be told.
    """
    try:
        return os.stat(place).st_mode  # noqa: PTH116 - a text
    except ValueError:  # a NUL byte in it
        return 0
    except OSError as error:
        if error.errno in NOTHING_THERE:
            return 0
        raise
