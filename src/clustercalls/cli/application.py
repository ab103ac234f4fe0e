"""The application as typer builds it of the declarations: `--help`, and whatever is typed unusual."""

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import typer

from clustercalls.cli import output
from clustercalls.cli.commands import COMMANDS, GROUPS, HIDDEN, VERSION
from clustercalls.cli.declare import Declared
from clustercalls.cli.options import Options
from clustercalls.cli.proposed import INSTALLS, SHELL, SHOWS
from clustercalls.cli.tell.export import ABOUT
from clustercalls.disk.folders import expanded
from clustercalls.errors import Problem, UsageRefused, WorldFailed, problem

PAST_OUR_WRITER = frozenset({"--help", "-h"})  # typer writes these itself


class _OfCommand(Exception):
    """Carries what the system refused to a command past typer, which takes some for a reader gone."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


def answer(arguments: list[str]) -> int:
    """Runs the command line and returns its exit code.

    Raises:
        UsageRefused: for arguments that cannot be read.
        Abandoned: when the person does not want to go on.
        ReaderGone: when the reader of the help went away.
        WorldFailed: when the help cannot be written.
        OSError: what the system refused to the command.
    """
    arguments = arguments or ["--help"]
    if not PAST_OUR_WRITER.isdisjoint(arguments):
        output.sure_stream()
    application = build(arguments)
    try:
        result = application(arguments, prog_name="clustercalls", standalone_mode=False)
    except _OfCommand as failed:
        raise failed.error from None
    except OSError as error:  # of what typer writes: the help
        raise WorldFailed(output.lost(error)) from None
    except typer.Abort:
        raise output.Abandoned from None
    except typer.TyperException as error:
        raise UsageRefused(_misuse(error, arguments)) from None
    except SystemExit as done:  # 1 is click's answer to a reader that goes away while the help is written
        if done.code:
            raise output.ReaderGone from None
        return 0
    return result if isinstance(result, int) else 0


def _misuse(error: typer.TyperException, arguments: list[str]) -> Problem:
    command = next((each for each in arguments if each in COMMANDS), "")
    negative = next((each for each in arguments if each[:1] == "-" and each[1:2].isdigit()), "")
    if negative and command == "upcoming":
        return problem("bad-window", value=negative, reason="to look back, add --past to the plain number")
    from clustercalls.cli.usage import misused

    return misused(error.format_message(), arguments)


def build(arguments: list[str]) -> typer.Typer:
    """The application with the command that is asked for; with all of them for help."""
    first = next((each for each in arguments if not each.startswith("-")), "")
    alone = first in COMMANDS and arguments[0] == first
    app = typer.Typer(
        name="clustercalls",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    for name in (first,) if alone else COMMANDS:
        module, attribute, panel = COMMANDS[name]
        command = getattr(import_module(f"clustercalls.cli.{module}"), attribute)
        if name in GROUPS:
            group = _group(command, arguments[arguments.index(name) + 1 :] if alone else [], alone=alone)
            app.add_typer(group, name=name, rich_help_panel=panel)
        else:
            app.command(name, rich_help_panel=panel, hidden=name in HIDDEN)(spread(command))
    return app


def _group(commands: dict[str, tuple[str, str]], arguments: list[str], *, alone: bool) -> typer.Typer:
    """The group; when `alone`, with the one command that the arguments name, if they do."""
    first = next((each for each in arguments if not each.startswith("-")), "")
    group = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
    group.callback(help=ABOUT)(lambda: None)
    for name in (first,) if alone and first in commands else commands:
        module, attribute = commands[name]
        group.command(name)(spread(getattr(import_module(f"clustercalls.cli.{module}"), attribute)))
    return group


def _version(*, wanted: bool) -> None:
    if wanted:
        output.write([f"{VERSION}\n"])
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    # Answered by `app`, which knows that the value can be left out; here for the help.
    install_completion: Annotated[
        str, typer.Option("--install-completion", metavar=SHELL, show_default=False, help=INSTALLS)
    ] = "",
    show_completion: Annotated[
        str, typer.Option("--show-completion", metavar=SHELL, show_default=False, help=SHOWS)
    ] = "",
) -> None:
    """Deadlines of funding calls, as their sources told them."""


def spread(function: Callable[..., int]) -> Callable[..., int]:
    """The function as typer is to see it: parameters that are `Options` replaced by their fields."""
    groups: dict[str, type[Options]] = {}
    parameters = []
    for parameter in inspect.signature(function).parameters.values():
        shape = parameter.annotation
        if isinstance(shape, type) and issubclass(shape, Options):
            groups[parameter.name] = shape
            defaults = zip(declared(shape).items(), shape.__struct_defaults__, strict=True)
            parameters += [_parameter(*field, value) for field, value in defaults]
        else:
            parameters.append(_parameter(parameter.name, shape, parameter.default))

    def spreading(**texts: Any) -> int:  # noqa: ANN401 - whatever the options are
        given = {name: _expanded(value) for name, value in texts.items()}
        whole = {
            name: shape(**{field: given.pop(field) for field in shape.__struct_fields__})
            for name, shape in groups.items()
        }
        try:
            return function(**whole, **given)
        except OSError as error:
            raise _OfCommand(error) from None

    spreading.__doc__ = _as_is(_in_paragraphs(function.__doc__ or ""))
    spreading.__name__ = function.__name__
    spreading.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect
    return spreading


def _expanded(value: object) -> object:
    """The paths of a value as they are meant."""
    if isinstance(value, list):
        return [_expanded(each) for each in value]
    return Path(expanded(str(value))) if isinstance(value, Path) else value


def declared(shape: type[Options]) -> dict[str, object]:
    """The fields of a Struct of options, in order, with what they are declared to be."""
    hints = get_type_hints(shape, include_extras=True)
    return {name: hints[name] for name in shape.__struct_fields__}


def _parameter(name: str, annotation: object, default: object) -> inspect.Parameter:
    """The parameter of typer for one that is declared in our words."""
    kind, declaration = get_args(annotation)
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, _for_typer(declaration, is_path=_is_path(kind))],
    )


def _in_paragraphs(text: str) -> str:
    """The text with each paragraph on one line, so that it is wrapped where it is shown."""
    return re.sub(r"(?<=\S)\n[ ]*(?=\S)", " ", text)


def _as_is(text: str) -> str:
    """The text as the help shows it, which takes words in brackets for marks of its own."""
    return re.sub(r"\[(?=[a-z#/@][^\[]*\])", r"\\[", text)


def _is_path(kind: object) -> bool:
    """Whether values of this kind are paths: one, several, or none."""
    return kind is Path or any(map(_is_path, get_args(kind)))


def path(text: str) -> Path:
    """The path, whatever stands there and whoever may read it: whoever opens it tells that better.

    Raises:
        ValueError: for an empty text, which would be the folder one is in.
    """
    if not text:
        raise ValueError
    return Path(text)


def _for_typer(declared: Declared, *, is_path: bool) -> object:
    common: dict[str, Any] = {
        "metavar": declared.metavar or None,
        "help": _as_is(declared.help),
        "rich_help_panel": declared.panel or None,
        "parser": path if is_path else None,
        "show_default": declared.show_default,
    }
    if not declared.names:
        return typer.Argument(**common)
    return typer.Option(*declared.names, min=declared.least, **common)
