"""`clustercalls upcoming`: what is ahead, soonest first."""

from typing import Annotated

import typer

from clustercalls import query
from clustercalls.cli.choices import query_of
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from clustercalls.cli.show_rows import prepare, show
from clustercalls.cli.surroundings import has_errors, load, look_around, moment_of
from clustercalls.cli.windows import window_of
from clustercalls.render.columns import MILESTONES


def upcoming(
    filters: Filters,
    as_of: AsOf,
    shape: Shape,
    common: Common,
    window: Annotated[
        str,
        typer.Argument(
            metavar="[WINDOW]", help="30d, 2w, eom, friday, 2017-04, A..B; by default everything."
        ),
    ] = "",
    past: Annotated[bool, typer.Option("--past", help="Look back instead, newest first.")] = False,
) -> int:
    """What is ahead, soonest first.

    Example: clustercalls upcoming 90d --due
    """
    around = look_around(common)
    view = prepare(shape, MILESTONES, around)
    registry = load(common, around, or_bundled=True)
    moment = moment_of(as_of.as_of, registry, around.config)
    wanted = window_of(query_of(filters, registry), window or around.config.window, moment, past=past)
    rows = query.upcoming(registry, wanted, moment)
    return show(rows, view, around) or (3 if has_errors(registry) else 0)
