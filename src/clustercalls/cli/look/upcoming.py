"""`clustercalls upcoming`: what is ahead, soonest first."""

from typing import Annotated

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, query_of, unmatched
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import SHOWN, AsOf, Common, Filters, Shape
from clustercalls.cli.registry_in_use import found_for, load
from clustercalls.cli.rows_out import prepare, show
from clustercalls.cli.time_options import window_of
from clustercalls.i18n import Language
from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.select import Row
from clustercalls.query.wanted import Query
from clustercalls.render import words
from clustercalls.render.columns import MILESTONES
from clustercalls.render.dates import say_milestone
from clustercalls.zones import Moment


def upcoming(
    filters: Filters,
    as_of: AsOf,
    shape: Shape,
    common: Common,
    window: Annotated[
        str,
        argument(metavar="[WINDOW]", help="30d, eom, friday, march, 2017-04, A..B; by default everything."),
    ] = "",
    past: Annotated[bool, option("--past", help="Look back instead, newest first.")] = False,
    as_timeline: Annotated[
        bool, option("--timeline", panel=SHOWN, help="As bars over twelve months, a line an entry.")
    ] = False,
) -> int:
    """What is ahead, soonest first.

    Example: clustercalls upcoming 90d --due
    """
    context = context_of(common)
    if as_timeline:
        from clustercalls.cli.look import timeline_out

        timeline_out.refuse(shape, past=past)
    how = prepare(shape, MILESTONES, context)
    registry = load(common, context, or_bundled=True)
    moment = moment_of(as_of.as_of, registry, context.config)
    query = query_of(filters, registry, for_others=how.for_others)
    wanted = window_of(query, window, context.config, moment, past=past)
    rows = select.upcoming(registry, wanted, moment, standing_too=True)
    if not rows and context.talks:
        everything = select.upcoming(registry, replace(wanted, window=None), moment) if wanted.window else ()
        if everything:
            output.say(nothing_in_window(everything[0], context.t, past=past))
        else:
            notice = unmatched(registry, wanted, named(filters), moment, context.t)
            if not notice and past:
                notice = context.t("Nothing is past.")
            output.say(notice or nothing_ahead(registry, wanted, moment, context.t))
    if as_timeline:
        code = timeline_out.show(rows, how, context, moment)
    else:
        code = show(rows, how, context, registry.entries)
    if context.talks and not as_of.as_of:
        _remark(common, context, registry)
    return exit_code_of(context, registry, code)


def nothing_in_window(nearest: Row, t: Language, *, past: bool) -> str:
    """What lies nearest to a window in which there is nothing."""
    values = {"date": say_milestone(nearest.milestone, t), "what": words.what(nearest, t)}
    if past:
        return t("Nothing in this window. The last before: {date}, {what}.", **values)
    return t("Nothing in this window. The next: {date}, {what}.", **values)


def _remark(common: Common, context: Context, registry: Registry) -> None:
    """Says on one line when something changed since the last look."""
    from clustercalls.cli.look.last_look import remark

    found = found_for(common, context.config)
    text = remark(found.paths, registry, context) if found else ""
    if text:
        output.say(text)


def nothing_ahead(registry: Registry, wanted: Query, moment: Moment, t: Language) -> str:
    """What there is instead of something ahead, and what to do next."""
    behind = select.behind(registry, wanted, moment)
    lines = [t("Nothing ahead.")]
    following = t("No entry has a date ahead: clustercalls list --all shows them.")
    if not registry.entries:  # nothing of it could be read
        following = ""
    if behind.past or behind.unconfirmed:
        lines.append(
            t(
                "Entries past: {past}, unconfirmed: {unconfirmed}.",
                past=behind.past,
                unconfirmed=behind.unconfirmed,
            )
        )
    if behind.put_away:
        lines.append(t("Entries put away: {count}.", count=behind.put_away))
        following = t("To see them: clustercalls list --track no")
    if behind.last_deadline:
        said = say_milestone(behind.last_deadline, t)
        lines.append(t("The last deadline was {date} ({uid}).", date=said, uid=behind.last_deadline.uid))
    if behind.unconfirmed:
        following = t("To look at them: clustercalls list --unconfirmed")
    elif behind.past:
        following = t("To look back: clustercalls upcoming --past")
    return f"{' '.join(lines)}\n{following}".rstrip()
