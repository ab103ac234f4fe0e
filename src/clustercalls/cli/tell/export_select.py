"""What `export` has in common: which milestones, in which form, and what is said of those left out."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from clustercalls.calendar import component
from clustercalls.calendar.alarms import USUAL, Ring
from clustercalls.calendar.naming import TODO
from clustercalls.calendar.selection import Selection
from clustercalls.calendar.store import Store
from clustercalls.calendar.synchronise import synchronise
from clustercalls.calendar.times import WINDOWS
from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, one_of, query_of, unmatched
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import HOUSE, SHOWN, WHICH, AsOf, Common, Filters, Options
from clustercalls.cli.registry_in_use import load, parts_of
from clustercalls.cli.time_options import window_of
from clustercalls.config import Config
from clustercalls.errors import InputRefused, UsageRefused, problem
from clustercalls.model import Milestone, Registry
from clustercalls.query.ours import begins_now, done_lately
from clustercalls.query.select import upcoming
from clustercalls.query.wanted import Query
from clustercalls.registry import values
from clustercalls.tables.findings import Bad
from clustercalls.zones import Moment

WindowArgument = Annotated[
    str,
    argument(metavar="[WINDOW]", help="30d, eom, friday, march, 2017-04, A..B; by default everything."),
]
Within = Annotated[
    str,
    option("--window", metavar="WINDOW", panel=WHICH, help="30d, eom, friday, march, 2017-04, A..B."),
]
Todo = Annotated[bool, option("--todo", panel=SHOWN, help="Tasks with a due date instead of events.")]
DryRun = Annotated[bool, option("--dry-run", panel=HOUSE, help="Show what would change, and change nothing.")]
Past = Annotated[bool, option("--past", panel=WHICH, help="With those that are over.")]
Force = Annotated[bool, option("--force", panel=SHOWN, help="Replace a file that is not ours or is broken.")]

NoInternal = Annotated[
    bool, option("--no-internal", panel=WHICH, help="Without what is internal: deadlines, notes, why.")
]


class CalendarShape(Options, frozen=True):
    """What a calendar is made like."""

    alarms: Annotated[
        str,
        option(
            "--alarms", metavar="30d,7d,…", panel=SHOWN,
            help="Ring so long before; an entry's own `warn` wins.",
        ),
    ] = ""  # fmt: skip
    windows: Annotated[
        str,
        option(
            "--windows", metavar="|".join(WINDOWS), panel=SHOWN,
            help="Doubtful dates: all their days, the first, the last, or not at all.",
        ),
    ] = "span"  # fmt: skip
    no_internal: NoInternal = False


class Chosen(Struct, frozen=True):
    """A selection, the context it was made in, and why it is empty, if no entry is what was asked for."""

    selection: Selection
    context: Context
    unmatched: str = ""

    def finish(self) -> int:
        """Says on a terminal what is not in it; 3 when something could not be read or written out."""
        chosen = self.selection
        if self.unmatched:
            output.say(self.unmatched)
        if chosen.undated and self.context.errors_to_terminal:
            output.say(self.context.t("Left out because they have no date: {count}", count=chosen.undated))
        return exit_code_of(self.context, chosen.registry, 3 if chosen.unfit else 0)


def select(
    filters: Filters,
    as_of: AsOf,
    shape: CalendarShape,
    common: Common,
    window: str,
    kind: str,
    *,
    past: bool,
    or_bundled: bool = False,
) -> Chosen:
    """What these options select.

    Raises:
        UsageRefused: for a value that cannot be meant.
        InputRefused: when there is no registry (and the example will not do), or its zone cannot be read.
    """
    context = context_of(common)
    windows, alarms = one_of("--windows", shape.windows, WINDOWS), _alarms(shape.alarms)
    registry = load(common, context, or_bundled=or_bundled)
    if registry.lacks_defaults:
        raise InputRefused(problem("no-defaults"))
    parts = parts_of(common, context, registry, or_bundled=or_bundled)
    settings = context.config
    ring = Ring(alarms, settings.alarm_at or USUAL, settings.zone or registry.zone)
    style = component.Style(context.t, parts[0], windows, ring, kind)
    moment = moment_of(as_of.as_of, registry, context.config)
    query = query_of(filters, registry, for_others=shape.no_internal)
    wanted = _windowed(query, window, moment, past=past)
    chosen = [m for each in wanted for m in _milestones(registry, each, moment, kind)]
    milestones = {each.uid: each for each in chosen if each.when}
    undated = sum(not each.when for each in chosen)
    selection = Selection(
        milestones,
        undated,
        registry,
        moment,
        style,
        lambda told: output.tell(told, context.t),
        set(),
        parts,
        shape.no_internal,
    )
    why = "" if chosen or not context.talks else unmatched(registry, query, named(filters), moment, context.t)
    return Chosen(selection, context, why)


def _milestones(registry: Registry, query: Query, moment: Moment, kind: str) -> Iterator[Milestone]:
    """What a query selects; tasks stay until they are done, and are ticked then."""
    yield from (row.milestone for row in upcoming(registry, query, moment) if kind == TODO or not row.late)
    if kind == TODO and begins_now(query, moment):
        yield from done_lately(registry, query, moment)


def synchronised(chosen: Chosen, store: Store, *, force: bool, dry_run: bool) -> int:
    """Makes a store hold the selection, or shows what would change; returns the exit code.

    Raises:
        WorldFailed: when the store fails; what was done stays done, and a repeat does the rest.
    """
    for change in synchronise(chosen.selection, store, force=force, dry_run=dry_run):
        if dry_run:
            output.write([change])
    return chosen.finish()


def _windowed(wanted: Query, window: str, moment: Moment, *, past: bool) -> list[Query]:
    """What is ahead in the window and, looking back too, what is over; one of the two may be empty."""
    if not past:
        return [window_of(wanted, window, Config(), moment, past=False)]
    queries: list[Query] = []
    refused: UsageRefused | None = None
    for side in (False, True):
        try:
            queries.append(window_of(wanted, window, Config(), moment, past=side))
        except UsageRefused as each:
            refused = each
    if refused and not queries:
        raise refused
    return queries


def _alarms(text: str) -> tuple[str, ...]:
    leads = tuple(each.strip() for each in text.split(",") if each.strip())
    for lead in leads:
        try:
            values.period(lead)
        except Bad:
            raise UsageRefused(problem("bad-period", value=lead)) from None
    return leads
