"""`clustercalls show`: everything about one entry; its first line answers "can we still apply?"."""

from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_entry, one_of
from clustercalls.cli.context import exit_code_of, moment_of, zone_named
from clustercalls.cli.declare import option
from clustercalls.cli.options import SHOWN, AsOf, Common, Id
from clustercalls.cli.registry_in_use import load
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Entry
from clustercalls.query import select


def show(
    name: Id,
    as_of: AsOf,
    common: Common,
    form: Annotated[
        str,
        option("--format", "-f", metavar="|".join(PAGES), panel=SHOWN, help="plain or json."),
    ] = "plain",
    zone: Annotated[
        str,
        option("--zone", metavar="ZONE", panel=SHOWN, help="Exact times on this zone's clock."),
    ] = "",
    *,
    browse: Annotated[
        bool, option("--open", panel=SHOWN, help="Open its address in $BROWSER; without one, print it.")
    ] = False,
) -> int:
    """Everything about one entry: can we still apply, who may, how much, what next, how sure.

    Example: clustercalls show innosup
    """
    from clustercalls.editing.own_keys import own_keys
    from clustercalls.render import entry_page

    context = context_of(common)
    form = one_of("--format", form, PAGES)
    zone = zone_named(zone or context.config.zone)
    registry = load(common, context, or_bundled=True)
    moment = moment_of(as_of.as_of, registry, context.config)
    entry = one_entry(registry, name)
    if browse:
        _browse(entry)
        return exit_code_of(context, registry, 0)
    row, stages = select.entry_row(entry, moment), select.rows_of(entry, moment, called_off=True)
    shown = entry_page.Page(row, stages, own_keys(entry), moment.today())
    if form == "json":
        output.write([entry_page.json(shown, zone)], paged=context.pages)
    else:
        wide = min(context.columns, entry_page.WIDEST)
        page = entry_page.plain(shown, context.t, zone, wide, color=context.color)
        output.write([page], paged=context.pages)
    return exit_code_of(context, registry, 0)


def _browse(entry: Entry) -> None:
    """Opens the address of an entry, or prints it where there is no browser.

    Raises:
        UsageRefused: when it has none.
        WorldFailed: when the browser fails; the address is printed.
    """
    from clustercalls.cli.look.browser import opened
    from clustercalls.render.safe import safe_address
    from clustercalls.render.words import link

    address = safe_address(link(entry))
    if not address:
        raise UsageRefused(problem("no-address", id=entry.id))
    taken = False
    try:
        taken = opened(address)
    finally:
        if not taken:
            output.write([f"{address}\n"])
