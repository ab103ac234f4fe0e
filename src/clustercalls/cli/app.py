"""The application: which commands there are, and the one boundary where errors become exit codes."""

import os
from importlib import import_module
from itertools import pairwise
from typing import Annotated

import typer

from clustercalls import i18n
from clustercalls.cli import output
from clustercalls.cli.options import spread
from clustercalls.errors import Problem, Refusal, WorldFailed, problem

LOOK, TELL, KEEP, HOUSE = "Look", "Tell", "Keep", "House"

# In the order of --help. A module is imported only when its command runs.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "upcoming": ("upcoming", "upcoming", LOOK),
    "list": ("list", "list_entries", LOOK),
    "show": ("show", "show", LOOK),
    "changes": ("changes", "changes", LOOK),
    "remind": ("remind", "remind", TELL),
    "digest": ("digest", "digest", TELL),
    "export": ("export", "export", TELL),
    "add": ("add", "add", KEEP),
    "move": ("move", "move", KEEP),
    "set": ("set", "set_fields", KEEP),
    "confirm": ("confirm", "confirm", KEEP),
    "edit": ("edit", "edit", KEEP),
    "remove": ("remove", "remove", KEEP),
    "undo": ("undo", "undo", KEEP),
    "check": ("check", "check", HOUSE),
    "init": ("init", "init", HOUSE),
    "where": ("where", "where", HOUSE),
    "schema": ("schema", "schema", HOUSE),
}

GROUPS = frozenset({"export"})  # their function makes a Typer of its own

PAST_OUR_WRITER = frozenset({"--help", "-h", "--show-completion"})  # typer writes these itself

BUG, INTERRUPTED, READER_GONE, USAGE = 70, 130, 141, 2


def main(arguments: list[str]) -> int:
    """Runs the command line and returns its exit code; nothing is raised, nothing is printed twice."""
    try:
        arguments = arguments or ["--help"]
        if not PAST_OUR_WRITER.isdisjoint(arguments):
            output.sure_stream()
        result = build(arguments)(arguments, prog_name="clustercalls", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except Refusal as refusal:
        output.tell(refusal.problem, _language(arguments))
        return refusal.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except output.ReaderGone:
        return READER_GONE
    except typer.TyperException as error:
        output.tell(_misuse(error, arguments), _language(arguments))
        return USAGE
    except SystemExit as done:  # 1 is click's answer to a reader that goes away while the help is written
        return READER_GONE if done.code else 0
    except OSError as error:  # the help is written past our own writer; all else maps its errors itself
        output.tell(output.lost(error), _language(arguments))
        return WorldFailed.exit_code
    except Exception as error:  # noqa: BLE001 - the boundary: a bug is one line and exit 70
        if "--debug" in arguments:
            import traceback

            output.say(traceback.format_exc())
        from clustercalls.cli.bug import bug

        output.tell(bug(error, arguments), _language(arguments))
        return BUG


def _misuse(error: typer.TyperException, arguments: list[str]) -> Problem:
    command = next((each for each in arguments if each in COMMANDS), "")
    negative = next((each for each in arguments if each[:1] == "-" and each[1:2].isdigit()), "")
    if negative and command == "upcoming":
        return problem("bad-window", value=negative, reason="to look back, add --past to the plain number")
    from clustercalls.cli.usage import misused

    return misused(error.format_message(), f"clustercalls {command}".rstrip())


def build(arguments: list[str]) -> typer.Typer:
    """The application with the command that is asked for; with all of them for help and completion."""
    first = next((each for each in arguments if not each.startswith("-")), "")
    completing = "_CLUSTERCALLS_COMPLETE" in os.environ
    alone = first in COMMANDS and not completing and arguments[0] == first
    app = typer.Typer(
        name="clustercalls",
        add_completion=not alone,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    for name in (first,) if alone else COMMANDS:
        module, attribute, panel = COMMANDS[name]
        function = getattr(import_module(f"clustercalls.cli.{panel.lower()}.{module}"), attribute)
        if name in GROUPS:
            group = function(arguments[arguments.index(name) + 1 :] if alone else [], alone=alone)
            app.add_typer(group, name=name, rich_help_panel=panel)
        else:
            app.command(name, rich_help_panel=panel)(spread(function))
    return app


def _version(*, wanted: bool) -> None:
    if wanted:
        from clustercalls import __version__

        output.write([f"clustercalls {__version__}\n"])
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Deadlines of funding calls, as their sources told them."""


def _language(arguments: list[str]) -> i18n.Language:
    """The language of an error before any option was read."""
    for code in i18n.LANGUAGES:
        spaced = any(pair == ("--lang", code) for pair in pairwise(arguments))
        if spaced or f"--lang={code}" in arguments:
            return i18n.language(code)
    return i18n.language(i18n.preferred(os.environ))
