"""`clustercalls export`: a group of commands, each imported only when it is the one that runs."""

from importlib import import_module

import typer

from clustercalls.cli.options import spread

# In the order of --help: the module and the function of each.
COMMANDS: dict[str, tuple[str, str]] = {
    "ics": ("export_ics", "ics"),
    "todo": ("export_ics", "todo"),
    "vdir": ("export_vdir", "vdir"),
    "caldav": ("export_caldav", "caldav"),
}


def export(arguments: list[str], *, alone: bool) -> typer.Typer:
    """The group; when `alone`, with the one command that the arguments name, if they do."""
    first = next((each for each in arguments if not each.startswith("-")), "")
    group = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
    group.callback()(_about)
    for name in (first,) if alone and first in COMMANDS else COMMANDS:
        module, attribute = COMMANDS[name]
        function = getattr(import_module(f"clustercalls.cli.tell.{module}"), attribute)
        group.command(name)(spread(function))
    return group


def _about() -> None:
    """Calendars and tasks for other programs."""
