"""The options that commands share, as Structs; `command` spreads their fields over a command's signature."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from clustercalls.cli.complete import complete_entries, complete_values
from clustercalls.i18n import LANGUAGES

WHICH, SHOWN, HOUSE = "Which", "How shown", "House"

Texts = list[str] | None


class Options(Struct, frozen=True):
    """Fields are options; every one has a default."""


class Common(Options, frozen=True):
    """What every command takes."""

    registry: Annotated[
        list[Path] | None,
        typer.Option(
            "--registry", "-r", metavar="PATH", readable=False, rich_help_panel=HOUSE, show_default=False,
            help="Registry file or folder; may be repeated.",
        ),
    ] = None  # fmt: skip
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", "-c", metavar="FILE", readable=False, rich_help_panel=HOUSE, help="Config file."
        ),
    ] = None
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="|".join(LANGUAGES), rich_help_panel=HOUSE, help="Language of the output."
        ),
    ] = ""
    color: Annotated[
        str,
        typer.Option(
            "--color", metavar="auto|always|never", rich_help_panel=HOUSE, help="When to use colour."
        ),
    ] = "auto"
    debug: Annotated[
        bool, typer.Option("--debug", rich_help_panel=HOUSE, help="Show the traceback of a bug.")
    ] = False


class AsOf(Options, frozen=True):
    """Another day than today."""

    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE[TIME]", rich_help_panel=WHICH, help="Look from this day, not from now."
        ),
    ] = ""


class Filters(Options, frozen=True):
    """Which entries and stages."""

    kind: Annotated[
        Texts,
        typer.Option(
            "--kind", metavar="KIND", rich_help_panel=WHICH, help="call, event, policy or resource.",
            autocompletion=complete_values("kind"),
        ),
    ] = None  # fmt: skip
    stage: Annotated[
        Texts,
        typer.Option(
            "--stage", metavar="KIND", rich_help_panel=WHICH, help="Kind of stage, such as deadline.",
            autocompletion=complete_values("stage"),
        ),
    ] = None  # fmt: skip
    programme: Annotated[
        Texts,
        typer.Option(
            "--programme", "-p", metavar="NAME", rich_help_panel=WHICH, help="Programme, such as H2020.",
            autocompletion=complete_values("programme"),
        ),
    ] = None  # fmt: skip
    tag: Annotated[
        Texts,
        typer.Option(
            "--tag", "-t", metavar="TAG", rich_help_panel=WHICH, help="Tag.",
            autocompletion=complete_values("tag"),
        ),
    ] = None  # fmt: skip
    status: Annotated[
        Texts,
        typer.Option(
            "--status", metavar="STATUS", rich_help_panel=WHICH, help="Status of the call, such as open.",
            autocompletion=complete_values("status"),
        ),
    ] = None  # fmt: skip
    track: Annotated[
        Texts,
        typer.Option(
            "--track", metavar="TRACK", rich_help_panel=WHICH, help="What we do with it, as entries say.",
            autocompletion=complete_values("track"),
        ),
    ] = None  # fmt: skip
    owner: Annotated[
        Texts,
        typer.Option(
            "--owner", metavar="NAME", rich_help_panel=WHICH, help="Who looks after it.",
            autocompletion=complete_values("owner"),
        ),
    ] = None  # fmt: skip
    search: Annotated[
        str,
        typer.Option(
            "--search", "-s", metavar="TEXT", rich_help_panel=WHICH, help="All these words, accents folded."
        ),
    ] = ""
    due: Annotated[
        bool,
        typer.Option("--due", rich_help_panel=WHICH, help="Only what we must do, such as deadlines."),
    ] = False


class Shape(Options, frozen=True):
    """How rows are shown."""

    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=1, metavar="N", rich_help_panel=WHICH, help="At most N rows."),
    ] = None
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", rich_help_panel=SHOWN, show_default=False,
            help="table, plain, json, csv, tsv or md; table on a terminal, plain on a pipe.",
            autocompletion=complete_values("format"),
        ),
    ] = ""  # fmt: skip
    columns: Annotated[
        str,
        typer.Option(
            "--columns", metavar="A,B,…", rich_help_panel=SHOWN, help="These columns, in this order."
        ),
    ] = ""
    template: Annotated[
        str,
        typer.Option(
            "--template", metavar="TEXT", rich_help_panel=SHOWN,
            help="A line a row, {name} replaced, such as '{when}\\t{title}'.",
        ),
    ] = ""  # fmt: skip
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            rich_help_panel=SHOWN,
            help="Into this file, at once.",
        ),
    ] = None
    no_header: Annotated[
        bool, typer.Option("--no-header", rich_help_panel=SHOWN, help="Without the line of headings.")
    ] = False
    zone: Annotated[
        str,
        typer.Option(
            "--zone", metavar="ZONE", rich_help_panel=SHOWN, help="Exact times on this zone's clock."
        ),
    ] = ""
    exit_code: Annotated[
        bool, typer.Option("--exit-code", rich_help_panel=SHOWN, help="Exit 1 when nothing is shown.")
    ] = False


Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", show_default=False, help="Any unique part of an id.", autocompletion=complete_entries
    ),
]


def spread(function: Callable[..., int]) -> Callable[..., int]:
    """The function as typer is to see it: parameters that are `Options` replaced by their fields."""
    groups: dict[str, type[Options]] = {}
    parameters = []
    for parameter in inspect.signature(function).parameters.values():
        shape = parameter.annotation
        if not (isinstance(shape, type) and issubclass(shape, Options)):
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        groups[parameter.name] = shape
        for name, default in zip(shape.__struct_fields__, shape.__struct_defaults__, strict=True):
            parameters.append(
                inspect.Parameter(
                    name,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=default,
                    annotation=shape.__annotations__[name],
                )
            )

    def spreading(**given: Any) -> int:  # noqa: ANN401 - whatever the options are
        whole = {
            name: shape(**{field: given.pop(field) for field in shape.__struct_fields__})
            for name, shape in groups.items()
        }
        return function(**whole, **given)

    spreading.__doc__ = function.__doc__
    spreading.__name__ = function.__name__
    spreading.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect
    return spreading
