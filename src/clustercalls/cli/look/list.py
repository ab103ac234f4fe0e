"""`clustercalls list`: entries, or those that match a text."""

from typing import Annotated

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, query_of, unmatched
from clustercalls.cli.context import exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import AsOf, Common, Filters, Shape
from clustercalls.cli.registry_in_use import load
from clustercalls.cli.rows_out import prepare, show
from clustercalls.query import select
from clustercalls.render.columns import ENTRIES


def list_entries(
    filters: Filters,
    as_of: AsOf,
    shape: Shape,
    common: Common,
    text: Annotated[
        str, argument(metavar="[TEXT]", help="Words to look for, best match first.", show_default=False)
    ] = "",
    everything: Annotated[bool, option("--all", help="The past, cancelled and put away too.")] = False,
    unconfirmed: Annotated[
        bool, option("--unconfirmed", help="Only what nobody has confirmed for a year.")
    ] = False,
) -> int:
    """Entries, soonest first, or those that match.

    Example: clustercalls list "smart specialisation" --all

    Example: clustercalls list --all -f xlsx -o calls.xlsx
    """
    context = context_of(common)
    how = prepare(shape, ENTRIES, context)
    registry = load(common, context, or_bundled=True)
    moment = moment_of(as_of.as_of, registry, context.config)
    wanted = query_of(filters, registry, for_others=how.for_others)
    wanted = replace(wanted, text=" ".join(each for each in (text, filters.search) if each))
    rows = select.entries(registry, wanted, moment, everything=everything, unconfirmed=unconfirmed)
    if not rows and context.talks:
        notice = unmatched(registry, wanted, named(filters, text), moment, context.t)
        hidden = len(select.entries(registry, wanted, moment, everything=True))
        if hidden and not everything and not unconfirmed:
            notice = context.t(
                "Nothing current; {count} past, cancelled, put away or unconfirmed: add --all.", count=hidden
            )
        elif unconfirmed:
            notice = notice or context.t("Nothing is unconfirmed.")
        if notice:
            output.say(notice)
    return exit_code_of(context, registry, show(rows, how, context))
