"""The user's folders."""

import os

TYPE_CHECKING = False  # as in `cli.output`; paths too are left to those who need more than texts
if TYPE_CHECKING:
    from pathlib import Path

# Variable, what stands for it under the home, and the name of the file.
OWN_CONFIG = ("XDG_CONFIG_HOME", ".config", "config.toml")
OWN_REGISTRY = ("XDG_DATA_HOME", ".local/share", "calls.toml")


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

    folder = user_folder("XDG_STATE_HOME", ".local/state")
    named = os.environ.get("XDG_STATE_HOME", "").startswith("/")
    return folder if named or (folder and Path(os.environ["HOME"]).is_dir()) else None


def make_folders(folder: "Path") -> None:
    """Makes a folder of our own and those above it, for the user alone."""
    from contextlib import suppress

    if folder.is_dir():
        return
    make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(0o700)
        folder.chmod(0o700)  # whatever the umask
