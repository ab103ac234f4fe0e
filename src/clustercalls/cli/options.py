"""The options that commands share, as Structs: every field is one."""

from __future__ import annotations  # what an option says of itself is made when somebody asks

from pathlib import Path
from typing import Annotated

from msgspec import Struct

from clustercalls.cli.declare import argument, option
from clustercalls.i18n import LANGUAGES

WHICH, SHOWN, HOUSE = "Which", "How shown", "House"

Texts = list[str] | None


def typed_name(field: str) -> str:
    """The option that a field is: `--as-of` of `as_of`, `--not` of `not_`, which is a word of Python."""
    return f"--{field.rstrip('_').replace('_', '-')}"


class Options(Struct, frozen=True):
    """Fields are options; every one has a default."""


class Common(Options, frozen=True):
    """What every command takes."""

    registry: Annotated[
        list[Path] | None,
        option(
            "--registry", "-r", metavar="PATH", panel=HOUSE, show_default=False,
            help="Registry file or folder; may be repeated.",
        ),
    ] = None  # fmt: skip
    config: Annotated[
        Path | None,
        option("--config", "-c", metavar="FILE", panel=HOUSE, help="Config file."),
    ] = None
    lang: Annotated[
        str,
        option("--lang", metavar="|".join(LANGUAGES), panel=HOUSE, help="Language of the output."),
    ] = ""
    color: Annotated[
        str,
        option("--color", metavar="auto|always|never", panel=HOUSE, help="When to use colour."),
    ] = "auto"
    debug: Annotated[bool, option("--debug", panel=HOUSE, help="Show the traceback of a bug.")] = False


class AsOf(Options, frozen=True):
    """Another day than today."""

    as_of: Annotated[
        str,
        option("--as-of", metavar="DATE[TIME]", panel=WHICH, help="Look from this day, not from now."),
    ] = ""


class Filters(Options, frozen=True):
    """Which entries and stages."""

    kind: Annotated[
        Texts,
        option(
            "--kind", metavar="KIND", panel=WHICH, help="call, event, policy or resource.",
            completes="kind",
        ),
    ] = None  # fmt: skip
    stage: Annotated[
        Texts,
        option(
            "--stage", metavar="KIND", panel=WHICH, help="Kind of stage, such as deadline.",
            completes="stage",
        ),
    ] = None  # fmt: skip
    programme: Annotated[
        Texts,
        option(
            "--programme", "-p", metavar="NAME", panel=WHICH, help="Programme, such as H2020.",
            completes="programme",
        ),
    ] = None  # fmt: skip
    tag: Annotated[
        Texts,
        option(
            "--tag", "-t", metavar="TAG", panel=WHICH, help="Tag.",
            completes="tag",
        ),
    ] = None  # fmt: skip
    status: Annotated[
        Texts,
        option(
            "--status", metavar="STATUS", panel=WHICH, help="Status of the call, such as open.",
            completes="status",
        ),
    ] = None  # fmt: skip
    track: Annotated[
        Texts,
        option(
            "--track", metavar="TRACK", panel=WHICH,
            help="What we do with it: watch, go, submitted, won, lost, no; or our own word.",
            completes="track",
        ),
    ] = None  # fmt: skip
    owner: Annotated[
        Texts,
        option(
            "--owner", metavar="NAME", panel=WHICH, help="Who looks after it.",
            completes="owner",
        ),
    ] = None  # fmt: skip
    not_: Annotated[
        Texts,
        option(
            "--not", metavar="FIELD=VALUE", panel=WHICH,
            help="Without these: a value of kind, stage, programme, tag, status, track or owner.",
            completes="not",
        ),
    ] = None  # fmt: skip
    search: Annotated[
        str,
        option("--search", "-s", metavar="TEXT", panel=WHICH, help="All these words, accents folded."),
    ] = ""
    due: Annotated[
        bool,
        option("--due", panel=WHICH, help="Only what we must do, such as deadlines."),
    ] = False


Internal = Annotated[
    bool,
    option("--internal", panel=WHICH, help="Our own facts too, in what is made for others."),
]


class Shape(Options, frozen=True):
    """How rows are shown."""

    limit: Annotated[
        int | None,
        option("--limit", "-n", least=1, metavar="N", panel=WHICH, help="At most N rows."),
    ] = None
    format: Annotated[
        str,
        option(
            "--format", "-f", metavar="FORMAT", panel=SHOWN, show_default=False,
            help="table, plain, json, csv, tsv, md or xlsx; table on a terminal, plain on a pipe, "
            "with -o as its ending says.",
            completes="format",
        ),
    ] = ""  # fmt: skip
    columns: Annotated[
        str,
        option(
            "--columns", metavar="A,B,…", panel=SHOWN, help="These columns, in this order.",
            completes="columns",
        ),
    ] = ""  # fmt: skip
    template: Annotated[
        str,
        option(
            "--template", metavar="TEXT", panel=SHOWN,
            help="A line a row, {name} replaced, such as '{when}\\t{title}'.",
        ),
    ] = ""  # fmt: skip
    output: Annotated[
        Path | None,
        option(
            "--output",
            "-o",
            metavar="FILE",
            panel=SHOWN,
            help="Into this file, at once.",
        ),
    ] = None
    no_header: Annotated[bool, option("--no-header", panel=SHOWN, help="Without the line of headings.")] = (
        False
    )
    zone: Annotated[
        str,
        option("--zone", metavar="ZONE", panel=SHOWN, help="Exact times on this zone's clock."),
    ] = ""
    exit_code: Annotated[bool, option("--exit-code", panel=SHOWN, help="Exit 1 when nothing is shown.")] = (
        False
    )
    internal: Internal = False


Id = Annotated[
    str,
    argument(
        metavar="ID",
        show_default=False,
        help="Any unique part of an id, or words of its title.",
        completes="id",
    ),
]
Ids = Annotated[
    Texts,
    argument(
        metavar="[ID]…",
        show_default=False,
        help="Any unique part of an id, or words of its title.",
        completes="id",
    ),
]
IdsOrStages = Annotated[
    Texts,
    argument(
        metavar="[ID]…",
        show_default=False,
        help="Any unique part of an id, or words of its title; ID/STAGE for one of its stages.",
        completes="id/stage",
    ),
]
