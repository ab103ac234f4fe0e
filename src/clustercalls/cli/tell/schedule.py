"""`remind --schedule`: the crontab line or the unit files, for a person to put where they belong."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.options import Common, Filters, Options, typed_name
from clustercalls.cli.registry_in_use import InUse
from clustercalls.cli.tell.targets import Sending
from clustercalls.errors import UsageRefused, problem

_DAILY = r"([01]?\d|2[0-3]):([0-5]\d)"
# What a run needs to find its files and speak the language it speaks now; the scheduler sets none of them.
_ENVIRONMENT = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "LC_ALL", "LC_MESSAGES", "LANG", "TZ")

DAILY = "1d"  # how often the line runs, unless somebody says otherwise
SCHEDULERS = ("cron", "systemd")
UNIT = """# ~/.config/systemd/user/clustercalls-remind.service
[Unit]
Description=Reminders of calls that are due

[Service]
Type=oneshot
{environment}ExecStart={command}
"""
TIMER = """# ~/.config/systemd/user/clustercalls-remind.timer
[Unit]
Description=Reminders of calls, every day at {daily}

[Timer]
OnCalendar=*-*-* {daily}:00
Persistent=true

[Install]
WantedBy=timers.target
"""
ENABLE = """# Then: systemctl --user daemon-reload && systemctl --user enable --now clustercalls-remind.timer
# and, to be told while logged out: loginctl enable-linger
"""


def scheduled(
    scheduler: str,
    daily: str,
    used: InUse,
    common: Common,
    filters: Filters,
    sending: Sending,
    form: str,
    every: str = "",
) -> int:
    """Prints what the scheduler is to be given; nothing is installed. `form` is that of standard output.

    `every` stands in the line, so that a run tells of those that did not happen.

    Raises:
        UsageRefused: for a time that is none, and for a line break.
    """
    match = re.fullmatch(_DAILY, daily, re.ASCII)
    if match is None:
        raise UsageRefused(problem("bad-daily", value=daily))
    hour, minute = int(match[1]), int(match[2])
    words = [*_ourselves(), "remind", "--every", every or DAILY, *_command(used, common, filters, sending)]
    words += ["--format", form] if form != "plain" else []
    environment = _environment()
    if any("\n" in each for each in (*words, *environment.values())):
        raise UsageRefused(problem("bad-schedule"))
    if scheduler == "cron":
        output.write([_crontab(words, environment, hour, minute)])
    else:
        output.write([_units(words, environment, f"{hour:02}:{minute:02}"), ENABLE])
    return 0


def _command(used: InUse, common: Common, filters: Filters, sending: Sending) -> list[str]:
    """The options of the command as it is run now, every path whole."""
    words = []
    for path in used.paths:
        words += ["--registry", str(Path(path).absolute())]
    if common.config:
        words += ["--config", str(common.config.absolute())]
    if common.lang:
        words += ["--lang", common.lang]
    words += _typed(filters) + _typed(sending, {"exec": _whole, "outbox": _absolute})
    return words


def _typed(options: Options, whole: Mapping[str, Callable[[str], str]] = {}) -> list[str]:
    """The options as they were typed, whichever there are; `whole` has what makes the text of one whole."""
    words = []
    for name in options.__struct_fields__:
        value, option = getattr(options, name), typed_name(name)
        if value is True:
            words.append(option)
        elif value:
            for each in value if isinstance(value, list) else [value]:
                words += [option, whole.get(name, str)(str(each))]
    return words


def _absolute(path: str) -> str:
    return str(Path(path).absolute())


def _whole(line: str) -> str:
    """A command line whose program is found from anywhere.

    Raises:
        UsageRefused: when there is no such program.
    """
    program, *arguments = shlex.split(line)
    path = shutil.which(program)
    if path is None:
        raise UsageRefused(problem("no-program", value=program))
    return shlex.join([str(Path(path).absolute()), *arguments])


def _ourselves() -> list[str]:
    """How this very program is started from anywhere."""
    started = Path(sys.argv[0])
    if started.name == "clustercalls" and os.access(started, os.X_OK):
        return [str(started.absolute())]
    beside = Path(sys.executable).absolute().with_name("clustercalls")
    if os.access(beside, os.X_OK):
        return [str(beside)]
    return [str(Path(sys.executable).absolute()), "-m", "clustercalls"]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _ENVIRONMENT if os.environ.get(name)}


def _crontab(words: list[str], environment: dict[str, str], hour: int, minute: int) -> str:
    """One line, which a crontab of any kind takes: variables in front of the command, `%` escaped.

    https://man7.org/linux/man-pages/man5/crontab.5.html
    """
    settings = [f"{name}={shlex.quote(value)}" for name, value in environment.items()]
    line = " ".join([*settings, shlex.join(words)]).replace("%", "\\%")
    return f"{minute} {hour} * * * {line}\n"


def _units(words: list[str], environment: dict[str, str], daily: str) -> str:
    """Two files; https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines."""
    settings = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in environment.items())
    command = " ".join(_quoted(word).replace("$", "$$") for word in words)
    service = UNIT.format(environment=settings, command=command)
    return f"{service}\n{TIMER.format(daily=daily)}\n"


def _quoted(word: str) -> str:
    """As systemd reads it: quotes and backslashes escaped, `%` doubled."""
    word = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return word if re.fullmatch(r"[\w@:=+,./%-]+", word) else f'"{word}"'
