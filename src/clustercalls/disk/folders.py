"""The user's folders."""

import os
from contextlib import suppress
from pathlib import Path


def user_folder(variable: str, fallback: str) -> Path | None:
    """The XDG folder of this tool, such as `~/.config/clustercalls`; None when no home is known.

    https://specifications.freedesktop.org/basedir-spec/latest/: relative values are to be ignored.
    """
    base = os.environ.get(variable, "")
    if base.startswith("/"):
        return Path(base) / "clustercalls"
    home = os.environ.get("HOME", "")
    return Path(home) / fallback / "clustercalls" if home.startswith("/") else None


def state_folder() -> Path | None:
    """Where this tool keeps what it remembers; None without a home, unless XDG_STATE_HOME names it."""
    folder = user_folder("XDG_STATE_HOME", ".local/state")
    named = os.environ.get("XDG_STATE_HOME", "").startswith("/")
    return folder if named or (folder and Path(os.environ["HOME"]).is_dir()) else None


def make_folders(folder: Path) -> None:
    """Makes a folder of our own and those above it, for the user alone."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(0o700)
        folder.chmod(0o700)  # whatever the umask
