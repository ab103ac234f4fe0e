"""A bug of ours: a log with all that a report needs and nothing secret, in the user's state folder."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from clustercalls.errors import Problem, outside, problem
from clustercalls.limits import BUG_LOGS

HIDDEN = "…"
_SENSITIVE = (
    "--notify",
    "--exec",
    "--password-command",
    "--user",
    "--mail-to",
)  # the value is not ours to show
_PASSWORDS = ("CLUSTERCALLS_CALDAV_PASSWORD",)


def bug(error: Exception, arguments: list[str]) -> Problem:
    """What is said of a bug: its name, and the log of it where one could be kept."""
    advice, log = "This is a bug of clustercalls: run again with --debug and report it.", None
    with suppress(Exception):  # a second bug must not hide the first
        log = _kept(error, arguments)
    if log is not None:
        advice = "This is a bug of clustercalls: report it, with what {log} says."
    return problem("bug", None, advice=advice, log=log, **outside(f"{type(error).__name__}: {error}"))


def _kept(error: Exception, arguments: list[str]) -> Path | None:
    """Writes the log, named by the bug so that a repeat writes it again, and drops the oldest of many."""
    from hashlib import sha256

    from clustercalls.disk.folders import make_folders, state_folder
    from clustercalls.disk.private import write_own

    folder = state_folder()
    if folder is None:
        return None
    data = report(error, arguments).encode(errors="backslashreplace")
    log = folder / "bugs" / f"{type(error).__name__}-{sha256(data).hexdigest()[:8]}.txt"
    make_folders(log.parent)
    write_own(log, data, lambda name: name.endswith(log.suffix))
    others = sorted((each for each in log.parent.glob("*.txt") if each != log), key=_age)
    for each in others[BUG_LOGS - 1 :]:
        each.unlink()
    return log


def _age(log: Path) -> int:
    return -log.lstat().st_mtime_ns


def report(error: Exception, arguments: list[str]) -> str:
    """Versions, arguments and traceback, ready to paste; values that may be secret and the home left out."""
    import platform
    import traceback

    shown, secrets = _without_secrets(arguments)
    lines = [
        f"$ clustercalls {' '.join(shown)}",
        f"Python {platform.python_version()} on {platform.platform()}",
        *_versions(),
        "",
        "".join(traceback.format_exception(error)),
    ]
    text = "\n".join(lines)
    for secret in (*secrets, *(os.environ.get(name, "") for name in _PASSWORDS)):
        text = text.replace(secret, HIDDEN) if secret else text
    text = re.sub(r"(\w+://)[^\s'\"]+", rf"\1{HIDDEN}", text)  # an address may hold a password or a token
    home = os.environ.get("HOME", "").rstrip("/")
    return text.replace(home, "~") if home else text


def _without_secrets(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The arguments to show, and the values that were hidden."""
    shown, secrets, follows = [], [], False
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if follows or (equals and name in _SENSITIVE):
            secrets.append(argument if follows else value)
            shown.append(HIDDEN if follows else f"{name}={HIDDEN}")
        else:
            shown.append(argument)
        follows = not follows and argument in _SENSITIVE
    return shown, secrets


def _versions() -> Iterator[str]:
    """This program's version and those of what it uses, as far as they are installed."""
    from importlib.metadata import PackageNotFoundError, requires, version

    from clustercalls import __version__

    yield f"clustercalls {__version__}"
    with suppress(PackageNotFoundError):  # run from a folder that was never installed
        needed = [
            each for each in requires("clustercalls") or () if 'extra == "dev"' not in each.replace("'", '"')
        ]
        for name in (re.split(r"[^\w.-]", each)[0] for each in needed):
            with suppress(PackageNotFoundError):
                yield f"{name} {version(name)}"
