"""`clustercalls digest`: a page to send."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import named, one_entry, one_of, query_of, unmatched
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common, Filters, Internal, Options
from clustercalls.cli.registry_in_use import Example, in_use
from clustercalls.cli.tell.targets import FAILED, Sending, send, targets_of
from clustercalls.cli.time_options import since_of, window_of
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.query import select
from clustercalls.query.outward import outward
from clustercalls.registry.read import load
from clustercalls.reminders.place import identity
from clustercalls.render import digest as words
from clustercalls.render.letter import FORMATS, Letter
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from clustercalls.deliver.target import Message
    from clustercalls.editing.journal_entries import Acts

WINDOW, SINCE = "30d", "30d"
DAMAGED = 3  # the exit code when not all of the journal could be read: what is new may be more


class Contents(Options, frozen=True):
    """What the page tells, and where it goes."""

    window: Annotated[
        str, argument(metavar="[WINDOW]", help="30d, eom, march, 2017-04, A..B; by default 30d.")
    ] = ""
    since: Annotated[
        str,
        option(
            "--since",
            metavar="DATE|7d",
            panel=WHICH,
            help="Moved and new since then; by default 30d.",
        ),
    ] = ""
    pick: Annotated[
        str | None,
        option("--pick", metavar="ID,…", panel=WHICH, help="These entries alone, in this order."),
    ] = None
    internal: Internal = False
    title: Annotated[str, option("--title", metavar="TEXT", panel=SHOWN, help="Its title.")] = ""
    form: Annotated[
        str,
        option("--format", "-f", metavar="|".join(FORMATS), panel=SHOWN, help="plain, md or html."),
    ] = "plain"
    target: Annotated[
        Path | None,
        option("--output", "-o", metavar="FILE", panel=SHOWN, help="Into this file, at once."),
    ] = None


def digest(filters: Filters, as_of: AsOf, sending: Sending, common: Common, contents: Contents) -> int:
    """A page to send: what opens, closes, moved, is new, is to be confirmed; or a few calls, picked by hand.

    Example: clustercalls digest --pick innosup,escp-s3-formal --as-of 2016-12-15
    """
    context = context_of(common, settings=sending.needs_config)
    form, target = one_of("--format", contents.form, FORMATS), contents.target
    if contents.pick is not None and (contents.window or contents.since or filters != Filters()):
        other = "WINDOW" if contents.window else "--since" if contents.since else "--kind, --tag, --due …"
        raise UsageRefused(problem("not-together", one="--pick", other=other))
    targets = targets_of(sending, context)
    used = in_use(common, context.config, Example.WHEN_NAMED if targets else Example.STANDS_IN)
    registry = used.read(load)
    if not targets or not registry.entries:  # else they are in what is sent
        output.tell_errors(registry, context.t)
    moment = moment_of(as_of.as_of, registry, context.config)
    journal = _journal(contents, registry, context)
    page = _page(contents, filters, registry, moment, context, journal)
    # A page that says nothing takes the place of yesterday's; what could not be read does not.
    if (target or not targets) and (page.sections or registry.sound):
        output.write_to(target, [FORMATS[form](page)] if page.sections else [], context)
    if not page.sections and context.talks and (said := _unmatched(filters, registry, moment, context)):
        output.say(said)
    jobs = [
        (each, _message(page, registry, moment, context, used.paths)) for each in targets if page.sections
    ]
    failed = bool(jobs) and send(jobs, _nothing, context)
    return FAILED if failed else exit_code_of(context, registry, DAMAGED if journal.problems else 0)


def _journal(contents: Contents, registry: Registry, context: Context) -> "Acts":
    """What commands did to this registry, for what is new; nothing where entries are picked by hand."""
    from clustercalls.editing.journal_entries import Acts, told_of

    if contents.pick is not None:
        return Acts()
    journal = told_of(registry)
    for each in journal.problems:
        output.tell(each, context.t)
    return journal


def _page(
    contents: Contents,
    filters: Filters,
    registry: Registry,
    moment: Moment,
    context: Context,
    journal: "Acts",
) -> Letter:
    """The page, of these entries or of what lies in the window."""
    if contents.pick is not None:
        page = _picked(contents.pick, registry, moment, context, for_others=not contents.internal)
    else:
        from clustercalls.editing.journal_entries import came

        wanted = query_of(filters, registry, for_others=not contents.internal, put_away=True)
        window = contents.window or WINDOW
        wanted = window_of(wanted, window, context.config, moment, past=False, ahead_only=True)
        first = since_of(contents.since or SINCE, moment)
        added = came(journal.records, registry, first, moment.today())
        page = words.page(registry, wanted, first, added, moment, context.t)
    return replace(page, title=contents.title or page.title)


def _unmatched(filters: Filters, registry: Registry, moment: Moment, context: Context) -> str:
    return unmatched(registry, query_of(filters, registry), named(filters), moment, context.t)


def _picked(pick: str, registry: Registry, moment: Moment, context: Context, *, for_others: bool) -> Letter:
    """The newsletter of these entries; one named twice stands where it was named first.

    Raises:
        UsageRefused: when none is named, or one that is not there.
        InputRefused: when one has errors.
    """
    names = [each.strip() for each in pick.split(",") if each.strip()]
    if not names:
        raise UsageRefused(problem("no-pick"))
    entries = dict.fromkeys(one_entry(registry, each) for each in names)
    told = [outward(each) if for_others else each for each in entries]
    rows = [(select.entry_row(each, moment), select.rows_of(each, moment)) for each in told]
    return words.picked(rows, moment.today(), context.t)


def _message(
    letter: Letter, registry: Registry, moment: Moment, context: Context, paths: tuple[Path, ...]
) -> "Message":
    from clustercalls.deliver.compose import compose

    told = tuple(output.line_of(each, context.t) for each in registry.errors)
    letter = replace(
        letter, problems=told, problems_heading=context.t("What could not be read in the registry")
    )
    return compose(letter, safe_text(letter.title), moment, identity(paths))


def _nothing(name: str, keys: tuple[str, ...]) -> None:
    """A digest is sent when it is asked for: nothing is remembered."""
