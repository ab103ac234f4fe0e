"""What an option or an argument is called and says of itself: the one declaration of each.

The application of `--help`, the table that `arguments` reads by, completion and the docs are all made of it.
"""

from msgspec import Struct


class Declared(Struct, frozen=True):
    """One option, or an argument: that has no names.

    `completes` is the field of the registry whose values are proposed, or a name of `choices.CODES` or of
    `complete.WAYS`; the words of a metavar such as `plain|json` are proposed anyway.
    """

    names: tuple[str, ...]
    metavar: str
    help: str
    panel: str = ""
    completes: str = ""
    least: int | None = None
    show_default: bool = True


def option(
    *names: str,
    help: str,  # noqa: A002 - as everywhere on a command line
    metavar: str = "",
    panel: str = "",
    completes: str = "",
    least: int | None = None,
    show_default: bool = True,
) -> Declared:
    """An option of these names; without a metavar it takes no value."""
    return Declared(names, metavar, help, panel, completes, least, show_default)


def argument(
    *,
    help: str,  # noqa: A002 - as everywhere on a command line
    metavar: str,
    completes: str = "",
    show_default: bool = True,
) -> Declared:
    """What stands without a name."""
    return Declared((), metavar, help, "", completes, None, show_default)
