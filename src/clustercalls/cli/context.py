"""Everything a command finds around it: time, language, config and the terminal."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from clustercalls import config, i18n
from clustercalls.cli.choices import one_of
from clustercalls.cli.options import Common
from clustercalls.config import Config
from clustercalls.errors import Place, UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Registry
from clustercalls.zones import Moment, zone_of

COLORS = ("auto", "always", "never")
YEARS = range(1900, 2200)  # those of registries: from within them no window leaves the calendar


class Context(Struct, frozen=True):
    """What one run of a command works with."""

    t: Language
    config: Config
    color: bool
    terminal: bool
    errors_to_terminal: bool
    registries: tuple[Path, ...] = ()  # those that --registry names

    @property
    def talks(self) -> bool:
        """Whether somebody is there to read a remark: both streams go to a terminal."""
        return self.terminal and self.errors_to_terminal

    @property
    def columns(self) -> int:
        """Columns of the terminal (COLUMNS counts first)."""
        import shutil

        return shutil.get_terminal_size().columns


def context_of(common: Common) -> Context:
    """The context of this process under these options.

    Raises:
        UsageRefused: for a language or colour that is none.
        InputRefused: for a config file that cannot be read.
    """
    lang = one_of("--lang", common.lang, i18n.LANGUAGES) if common.lang else ""
    settings = config.load(common.config)
    lang = lang or settings.lang or i18n.preferred(os.environ)
    terminal = _is_terminal(sys.stdout)
    return Context(
        i18n.language(lang),
        settings,
        wants_color(one_of("--color", common.color, COLORS), os.environ, terminal=terminal),
        terminal,
        _is_terminal(sys.stderr),
        tuple(common.registry or ()),
    )


def wants_color(option: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal.

    https://no-color.org, https://force-color.org
    """
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def exit_code_of(registry: Registry, code: int) -> int:
    """3 when something of the registry could not be read, else the code given."""
    return code if registry.sound else 3


def moment_of(as_of: str, registry: Registry, settings: Config, now: datetime | None = None) -> Moment:
    """Now, or the moment asked for on the clock of the registry's zone; a day alone means its first instant.

    The clock is read unless `now` is given, by who has read it already.

    Raises:
        UsageRefused: for a text that is no moment.
    """
    text = as_of or os.environ.get("CLUSTERCALLS_AS_OF", "")
    place = Place("" if as_of else "CLUSTERCALLS_AS_OF")
    now = now or datetime.now(UTC)
    if text:
        try:
            asked = datetime.fromisoformat(text.strip())
        except ValueError:
            raise UsageRefused(problem("bad-moment", place, value=text)) from None
        if asked.year not in YEARS:
            raise UsageRefused(problem("bad-moment", place, value=text))
        now = asked.replace(tzinfo=asked.tzinfo or zone_of(registry.zone)).astimezone(UTC)
    return Moment(now, registry.zone, settings.forget_months)


def zone_named(name: str) -> str:
    """A zone given on the command line.

    Raises:
        UsageRefused: when there is none of that name.
    """
    if not name:
        return ""
    try:
        zone_of(name)
    except ValueError:
        from clustercalls.registry.suggest import for_zone

        raise UsageRefused(problem("unknown-zone", None, value=name, **for_zone(name))) from None
    return name


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream and stream.isatty())  # type: ignore[attr-defined]  # a text stream or None
    except ValueError:
        return False
