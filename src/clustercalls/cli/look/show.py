"""`clustercalls show`: everything about one entry; its first line answers "can we still apply?"."""

from typing import Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_entry, one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of, zone_named
from clustercalls.cli.declare import option
from clustercalls.cli.options import SHOWN, AsOf, Common, Id
from clustercalls.cli.registry_in_use import load
from clustercalls.errors import Refusal, UsageRefused, problem
from clustercalls.model import Entry, Registry
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

    What no entry is called is looked for among the offers that sync fetched (eu:KEY names one of those).

    Example: clustercalls show innosup
    """
    from clustercalls.registry.own_keys import own_keys, texts
    from clustercalls.render import entry_page

    context = context_of(common)
    form = one_of("--format", form, PAGES)
    zone = zone_named(zone or context.config.zone)
    if ":" in name:
        return _offer(name, as_of, context, form, zone, browse=browse)
    registry = load(common, context, or_bundled=True)
    moment = moment_of(as_of.as_of, registry, context.config)
    try:
        entry = one_entry(registry, name)
    except UsageRefused as refused:
        if refused.problem.code != "unknown-id":  # it is of ours, if not clear of which
            raise
        try:
            return _offer(name, as_of, context, form, zone, browse=browse)
        except Refusal:
            raise refused from None
    if browse:
        _browse(entry)
        return exit_code_of(context, registry, 0)
    row, stages = select.entry_row(entry, moment), select.rows_of(entry, moment, called_off=True)
    own = texts(own_keys([entry]).get(entry.id, {}))
    shown = entry_page.Page(row, stages, own, moment.today())
    if form == "json":
        output.write([entry_page.json(shown, zone)], paged=context.pages)
    else:
        wide = min(context.columns, entry_page.WIDEST)
        page = entry_page.plain(shown, context.t, zone, wide, color=context.color)
        output.write([page], paged=context.pages)
    return exit_code_of(context, registry, 0)


def _offer(name: str, as_of: AsOf, context: Context, form: str, zone: str, *, browse: bool) -> int:
    """What the catalogue has of an offer, with its text and what changed when.

    Raises:
        Refusal: when it has none of this name, or there is no catalogue.
    """
    from clustercalls.catalogue.named import by_key
    from clustercalls.catalogue.opening import to_read
    from clustercalls.catalogue.place import ZONE, path
    from clustercalls.catalogue.reading import day_of
    from clustercalls.render import entry_page, offer_page
    from clustercalls.sources.eu.candidate import CREDIT, SOURCE

    with to_read(path()) as connection:
        held = by_key(connection, name)
    if browse:
        _browse(held.entry)
        return context.code()
    moment = moment_of(as_of.as_of, Registry((), (), (), ZONE), context.config)
    row, stages = select.entry_row(held.entry, moment), select.rows_of(held.entry, moment, called_off=True)
    shown = entry_page.Page(row, stages, {}, moment.today())
    changes = [
        offer_page.ToldChange(day_of(each.noticed), each.field, each.was, each.now) for each in held.changes
    ]
    gone = day_of(held.gone) if held.gone else None
    own = held.entry.source.title if held.entry.source else ""
    credit = CREDIT if held.candidate.source == SOURCE else own
    first_seen = day_of(held.first_seen)
    offer = offer_page.OfferText(held.candidate.text, first_seen, gone, tuple(changes), credit)
    if form == "json":
        output.write([offer_page.json(shown, offer, zone)], paged=context.pages)
    else:
        wide = min(context.columns, entry_page.WIDEST)
        page = entry_page.plain(shown, context.t, zone, wide, color=context.color)
        output.write([page, offer_page.plain(offer, context.t, wide)], paged=context.pages)
    return context.code()


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
