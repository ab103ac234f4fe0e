"""Everything a command finds around it: time, language, config and the terminal."""

from pathlib import Path

from msgspec import Struct

from clustercalls.cli import places
from clustercalls.cli.moment import moment_of as moment_of  # noqa: PLC0414 - of whoever has a context
from clustercalls.cli.options import Common
from clustercalls.cli.terminal import columns
from clustercalls.config import Config
from clustercalls.disk.read import unreadable
from clustercalls.errors import InputRefused, UsageRefused, problem
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
    def pages(self) -> bool:
        """Whether what is long is shown in a pager."""
        return self.terminal and self.config.pager

    @property
    def columns(self) -> int:
        """Columns of the terminal (COLUMNS counts first)."""
        return columns()

    def code(self, code: int = 0) -> int:
        """The exit code of a command that would end with this one: 3 when the config could not be read."""
        return InputRefused.exit_code if self.config.trouble else code


def refuse_unread(common: Common, settings: Config) -> None:
    """Lets no config that cannot be read pass where it may be what names the registry.

    Raises:
        InputRefused: when it may.
    """
    if settings.trouble and not places.is_typed(common.registry or ()):
        raise InputRefused(settings.trouble)


def registry_found(common: Common, settings: Config) -> "places.Found | None":
    """Which registry is there, by the rules of `places`; None when there is none.

    Raises:
        InputRefused: when a folder where it may be lets nobody look.
    """
    try:
        return places.found_for(common.registry or (), settings.registry)
    except OSError as error:
        from clustercalls.cli.named_by import EVERY, with_variable

        raise InputRefused(with_variable(unreadable(str(error.filename), error), EVERY)) from None


def exit_code_of(context: Context, registry: Registry, code: int) -> int:
    """3 when something of the registry, or the config, could not be read, else the code given."""
    return context.code(code if registry.sound else InputRefused.exit_code)


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
