"""`clustercalls export svg`: the coming year as a picture."""

from pathlib import Path
from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, query_of, unmatched
from clustercalls.cli.context import exit_code_of, moment_of
from clustercalls.cli.declare import option
from clustercalls.cli.options import SHOWN, AsOf, Common, Filters
from clustercalls.cli.registry_in_use import load
from clustercalls.cli.tell.export_select import NoInternal, WindowArgument
from clustercalls.cli.time_options import window_of
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.render import words
from clustercalls.render.bars import chart
from clustercalls.render.safe import safe_address
from clustercalls.site.picture import standalone


def svg(
    filters: Filters,
    as_of: AsOf,
    common: Common,
    window: WindowArgument = "",
    no_internal: NoInternal = False,
    title: Annotated[str, option("--title", metavar="TEXT", panel=SHOWN, help="Its title.")] = "",
    target: Annotated[
        Path | None, option("--output", "-o", metavar="FILE", panel=SHOWN, help="Into this file, at once.")
    ] = None,
) -> int:
    """A picture of twelve months: bars from opening to deadline to decision.

    Example: clustercalls export svg --kind call -o year.svg
    """
    context = context_of(common)
    registry = load(common, context, or_bundled=target is None or output.is_standard(target))
    moment = moment_of(as_of.as_of, registry, context.config)
    query = query_of(filters, registry, for_others=no_internal)
    wanted = window_of(query, window, context.config, moment, past=False, ahead_only=True)
    rows = select.upcoming(registry, wanted, moment, standing_too=True)
    if not rows and context.talks:
        output.say(
            unmatched(registry, wanted, named(filters), moment, context.t) or context.t("Nothing ahead.")
        )
    picture = standalone(chart(rows, moment), context.t, title or context.t("The coming year"), _address)
    output.write_to(target, [picture.encode()], context)
    return exit_code_of(context, registry, 0)


def _address(entry: Entry) -> str:
    """Where one reads on about an entry; a registry has web addresses alone."""
    return safe_address(words.link(entry))
