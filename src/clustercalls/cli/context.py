"""Everything a command finds around it: time, language, config and the terminal."""

import os
import sys
from pathlib import Path

from msgspec import Struct

from clustercalls import config, i18n
from clustercalls.cli.choices import one_of
from clustercalls.cli.moment import moment_of as moment_of  # noqa: PLC0414 - of whoever has a context
from clustercalls.cli.options import Common
from clustercalls.cli.terminal import columns, is_terminal, wants_color
from clustercalls.config import Config
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Registry
from clustercalls.zones import zone_of

COLORS = ("auto", "always", "never")


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
        return columns()


def context_of(common: Common) -> Context:
    """The context of this process under these options.

    Raises:
        UsageRefused: for a language or colour that is none.
        InputRefused: for a config file that cannot be read.
    """
    lang = one_of("--lang", common.lang, i18n.LANGUAGES) if common.lang else ""
    settings = config.load(common.config)
    lang = lang or settings.lang or i18n.preferred(os.environ)
    terminal = is_terminal(sys.stdout)
    return Context(
        i18n.language(lang),
        settings,
        wants_color(one_of("--color", common.color, COLORS), os.environ, terminal=terminal),
        terminal,
        is_terminal(sys.stderr),
        tuple(common.registry or ()),
    )


def exit_code_of(registry: Registry, code: int) -> int:
    """3 when something of the registry could not be read, else the code given."""
    return code if registry.sound else 3


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
