"""The user's folders, and what stands in them."""

import os
from errno import EBADF, EEXIST, ELOOP, ENOENT, ENOTDIR
from stat import S_ISLNK

TYPE_CHECKING = False  # as in `cli.output`; paths too are left to those who need more than texts
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Variable, what stands for it under the home, and the name of the file.
OWN_CONFIG = ("XDG_CONFIG_HOME", ".config", "config.toml")
OWN_REGISTRY = ("XDG_DATA_HOME", ".local/share", "calls.toml")
OWN_CATALOGUE = (*OWN_REGISTRY[:2], "catalogue.sqlite3")
STATE = ("XDG_STATE_HOME", ".local/state")
CACHE = ("XDG_CACHE_HOME", ".cache")
OWN = 0o700  # the mode of a folder for the user alone


def expanded(text: str) -> str:
    """A path that somebody gave, `~` made the home it means; where it is nobody's it stays.

    Shells do it for words alone: not in `--option=~/…`, and cron and systemd nowhere.
    """
    if text[:1] != "~" or (text[1:2] in {"", "/"} and not _home()):
        return text
    return os.path.expanduser(text)  # noqa: PTH111 - a text


def home() -> "Path | None":
    """The user's home: HOME, else that of the account; None when none is known."""
    from pathlib import Path

    found = _home()
    return Path(found) if found else None


def _home() -> str:
    """The path of the home, empty when none is known; an account may have none, nor a user an account."""
    named = os.environ.get("HOME")
    found = os.path.expanduser("~") if named is None else named  # noqa: PTH111 - a text
    return found if found.startswith("/") else ""


def own_file(variable: str, fallback: str, name: str) -> str:
    """A file in a folder of `user_folder_text`; empty when no home is known."""
    folder = user_folder_text(variable, fallback)
    return f"{folder}/{name}" if folder else ""


def user_folder(variable: str, fallback: str) -> "Path | None":
    """As `user_folder_text`, as a path; None when no home is known."""
    text = user_folder_text(variable, fallback)
    if not text:
        return None
    from pathlib import Path

    return Path(text)


def user_folder_text(variable: str, fallback: str) -> str:
    """The XDG folder of this tool, such as `~/.config/clustercalls`; empty when no home is known.

    https://specifications.freedesktop.org/basedir-spec/latest/: relative values are to be ignored.
    """
    base = os.environ.get(variable, "")
    if base.startswith("/"):
        return f"{base}/clustercalls"
    home = os.environ.get("HOME", "")
    return f"{home}/{fallback}/clustercalls" if home.startswith("/") else ""


def state_folder() -> "Path | None":
    """Where this tool keeps what it remembers; None without a home, unless XDG_STATE_HOME names it."""
    from pathlib import Path

    folder = user_folder(*STATE)
    named = os.environ.get(STATE[0], "").startswith("/")
    return folder if named or (folder and Path(os.environ["HOME"]).is_dir()) else None


def is_there(place: str, *, above: bool = True) -> bool:
    """Whether something stands at a place, be it a link that leads nowhere: there or, if asked, `above` it.

    Above it that is also what is no folder where one is meant, but for the device of nothing: who is given
    that as a home is to have none.

    Raises:
        OSError: when it cannot be told.
    """
    try:
        os.lstat(place)
    except ValueError:  # a NUL byte in it
        return False
    except OSError as error:
        if error.errno not in {ELOOP, ENOENT, ENOTDIR, EBADF}:
            raise
        return above and _is_hidden(place, error.errno)
    return True


def _is_hidden(place: str, why: int) -> bool:
    """Whether something above a place keeps what should be there from being found."""
    if why == ENOTDIR:
        return not place.startswith(f"{os.devnull}/")
    return why == ELOOP or (why == ENOENT and _is_lost(os.path.dirname(place)))  # noqa: PTH120 - a text


def _is_lost(folder: str) -> bool:
    """Whether a folder that cannot be entered is a link, or below one, that leads nowhere."""
    try:
        mode = os.lstat(folder).st_mode
    except OSError:
        above = os.path.dirname(folder)  # noqa: PTH120 - a text
        return above not in {folder, ""} and _is_lost(above)
    return S_ISLNK(mode) and not os.path.exists(folder)  # noqa: PTH110 - a text


def is_folder(path: "Path | str") -> bool:
    """Whether a folder stands there, as far as the system lets one look: a path that it closes is none."""
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises where it may not look


def is_file(path: "Path | str") -> bool:
    """Whether a regular file stands there, as far as the system lets one look."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def make_folders(folder: "Path", mode: int = OWN) -> None:
    """Makes a folder and those above it, by default of our own and for the user alone.

    Of another `mode` the umask takes what it is to take, but nothing of the user's own.
    """
    from contextlib import suppress

    if folder.is_dir():
        return
    make_folders(folder.parent, mode)
    with suppress(FileExistsError):
        folder.mkdir(mode)
        made = folder.stat().st_mode & 0o7777
        if made & OWN != OWN:
            folder.chmod(made | OWN)


def make_named_folder(folder: "Path") -> None:
    """As `make_folders`, of the usual mode, where a person wants one.

    Raises:
        FileExistsError: when something else stands there.
    """
    make_folders(folder, 0o777)
    if not folder.is_dir():
        raise FileExistsError(EEXIST, os.strerror(EEXIST))


def missing(folder: "Path") -> "tuple[Path, ...]":
    """The folder and those above it that are not there yet, the lowest first.

    Raises:
        OSError: when it cannot be told.
    """
    return tuple(each for each in (folder, *folder.parents) if not each.exists())


def drop_empty(folders: "Iterable[Path]") -> None:
    """Takes away those of these folders, the lowest first, that hold nothing."""
    from contextlib import suppress

    for each in folders:
        with suppress(OSError):
            each.rmdir()
