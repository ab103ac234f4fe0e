"""`clustercalls find`: what of the offers in the catalogue somebody looks for."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from msgspec.structs import astuple, replace

from clustercalls.catalogue.find import Hit
from clustercalls.catalogue.find import find as found_in
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import ZONE
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.reading import day_of, stamp
from clustercalls.catalogue.sources import SourceState, states
from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import one_of
from clustercalls.cli.context import moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.looked_for import query_of_words
from clustercalls.cli.options import WHICH, AsOf, Common, Shape, Texts
from clustercalls.cli.rows_out import prepare, show
from clustercalls.cli.time_options import window_of
from clustercalls.model import Registry
from clustercalls.render.dates import say_day
from clustercalls.render.offers import OFFERS, OfferRow
from clustercalls.zones import Moment

USUAL = 20  # rows
FRESH = timedelta(days=1)  # for so long nobody is told when it was read


def find(
    as_of: AsOf,
    shape: Shape,
    common: Common,
    text: Annotated[
        str,
        argument(
            metavar="[TEXT]",
            show_default=False,
            help='Words, "phrases", OR, -without; best match first. Without: by the next deadline.',
        ),
    ] = "",
    window: Annotated[
        str, argument(metavar="[WINDOW]", help="30d, eom, march, 2017-04, A..B; by default everything.")
    ] = "",
    programme: Annotated[
        Texts, option("--programme", "-p", metavar="NAME", panel=WHICH, help="Programme, such as SMP.")
    ] = None,
    status: Annotated[
        Texts,
        option("--status", metavar="STATUS", panel=WHICH, help="Such as open.", completes="status"),
    ] = None,
    kind: Annotated[
        Texts,
        option(
            "--kind", metavar="KIND", panel=WHICH, help="call, event, policy or resource.", completes="kind"
        ),
    ] = None,
    source: Annotated[
        Texts,
        option(
            "--source",
            metavar="NAME",
            panel=WHICH,
            help="Only of this source, such as eu.",
            completes="source",
        ),
    ] = None,
    new: Annotated[
        bool, option("--new", panel=WHICH, help="Only what came since the sync before the last.")
    ] = False,
    past: Annotated[bool, option("--past", panel=WHICH, help="Only what is over, newest first.")] = False,
) -> int:
    """What is on offer, of all that sync fetched: words as they come, accents folded.

    Example: clustercalls find 'cluster -"cluster 1"' 6m
    """
    context = context_of(common)
    how = prepare(shape, OFFERS, context)
    moment = moment_of(as_of.as_of, Registry((), (), (), ZONE), context.config)
    with to_read(catalogue_path()) as connection:
        query = query_of_words(connection, text, programme or (), status or (), kind or ())
        query = (
            window_of(query, window, context.config, moment, past=past)
            if window
            else replace(query, past=past)
        )
        known = {each.name: each for each in states(connection)}
        sources = [one_of("--source", each, known) for each in source or ()]
        hits = found_in(connection, query, moment, sources=sources, new=new, limit=how.limit or USUAL)
    if not hits and context.talks:
        output.say(context.t("Nothing on offer matches."))
    code = show(list(map(_row, hits)), how, context)
    if context.talks and (old := _oldest([known[each] for each in sources or known], moment)):
        day = say_day(day_of(old), context.t.code)
        output.say(context.t("Last read whole on {date}: clustercalls sync", date=day))
    return context.code(code)


def _oldest(read: Sequence[SourceState], moment: Moment) -> str:
    """When the source was last read whole that was so the longest ago; empty where all were within a day."""
    good = [each.good for each in read if each.good]
    old = min(good, default="")
    return old if old and old < stamp(moment.now - FRESH) else ""


def _row(hit: Hit) -> OfferRow:
    """What is shown of one."""
    return OfferRow(
        *astuple(hit.row),
        source=hit.source,
        ident=hit.ident,
        first_seen=hit.first_seen,
        changed=hit.changed,
        gone=hit.gone,
        found=hit.words,
    )
