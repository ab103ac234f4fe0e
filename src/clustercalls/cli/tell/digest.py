"""`clustercalls digest`: a page to send."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import one_of, unmatched
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common, Filters, Internal, Options
from clustercalls.cli.registry_in_use import Example, in_use
from clustercalls.cli.tell.addressed import Addressed, addressed
from clustercalls.cli.tell.digest_page import PageMaterial
from clustercalls.cli.tell.introduction_file import introduction_of
from clustercalls.cli.tell.targets import FAILED, Sending, send, targets_of
from clustercalls.cli.time_options import since_of, window_of
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.query.wanted import Query
from clustercalls.registry.read import load
from clustercalls.reminders.place import identity
from clustercalls.render.grouping import By
from clustercalls.render.letter import FORMATS, Letter
from clustercalls.render.mail_length import kilobytes, remarked
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
    audience: Annotated[
        str,
        option(
            "--audience", metavar="NAME", panel=WHICH, completes="audience",
            help="For this audience: its filters, title and language; it is told what it may know.",
        ),
    ] = ""  # fmt: skip
    internal: Internal = False
    by: Annotated[
        str,
        option("--by", metavar="|".join(By), panel=SHOWN, help="A part for each programme, or each tag."),
    ] = ""
    intro: Annotated[
        Path | None,
        option("--intro", metavar="FILE", panel=SHOWN, help="This Markdown above all else."),
    ] = None
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

    Example: clustercalls digest --pick innosup,escp-s3-formal --by programme --as-of 2016-12-15
    """
    context = context_of(common, settings=sending.needs_config)
    form, target = one_of("--format", contents.form, FORMATS), contents.target
    by = By(one_of("--by", contents.by, By)) if contents.by else None
    _refuse_mixed(contents, filters)
    intro = introduction_of(contents.intro, target) if contents.intro else ()
    targets = targets_of(sending, context)
    used = in_use(common, context.config, Example.WHEN_NAMED if targets else Example.STANDS_IN)
    registry = used.read(load)
    if not targets or not registry.entries:  # else they are in what is sent
        output.tell_errors(registry, context.t)
    moment = moment_of(as_of.as_of, registry, context.config)
    reader = addressed(contents.audience, registry, context, lang=common.lang, internal=contents.internal)
    journal = _journal(contents, registry, context)
    chosen, wanted = reader.selection(registry, filters, moment)
    material = PageMaterial(registry if contents.pick is not None else chosen, moment, reader, by)
    page = _page(contents, material, wanted, context, journal)
    page = replace(page, title=contents.title or reader.title(moment) or page.title, intro=intro)
    # A page that says nothing takes the place of yesterday's; what could not be read does not.
    if (target or not targets) and (page.sections or registry.sound):
        shown = _not_too_long(page, form, reader, context)
        output.write_to(target, [FORMATS[form](shown)] if page.sections else [], context)
    if (
        not page.sections
        and context.talks
        and (said := unmatched(registry, wanted, reader.named(filters), moment, context.t, chosen))
    ):
        output.say(said)
    if not page.sections or not targets:
        return exit_code_of(context, registry, DAMAGED if journal.problems else 0)
    message = _message(_not_too_long(page, "html", reader, context), registry, moment, reader, used.paths)
    failed = send([(each, message) for each in targets], _nothing, context)
    return FAILED if failed else exit_code_of(context, registry, DAMAGED if journal.problems else 0)


def _refuse_mixed(contents: Contents, filters: Filters) -> None:
    """Lets no two options pass of which one would say nothing.

    Raises:
        UsageRefused: when two are such.
    """
    if contents.pick is not None and (contents.window or contents.since or filters != Filters()):
        other = "WINDOW" if contents.window else "--since" if contents.since else "--kind, --tag, --due …"
        raise UsageRefused(problem("not-together", one="--pick", other=other))
    if contents.audience and contents.internal:  # which says itself what it may know
        raise UsageRefused(problem("not-together", one="--internal", other="--audience"))


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
    contents: Contents, material: PageMaterial, wanted: Query, context: Context, journal: "Acts"
) -> Letter:
    """The page, of the entries picked or of what lies in the window."""
    if contents.pick is not None:
        return material.picked(contents.pick)
    from clustercalls.editing.journal_entries import came

    moment = material.moment
    window = contents.window or WINDOW
    wanted = window_of(wanted, window, context.config, moment, past=False, ahead_only=True)
    first = since_of(contents.since or SINCE, moment)
    added = came(journal.records, material.registry, first, moment.today())
    return material.of_window(wanted, first, added)


def _not_too_long(page: Letter, form: str, reader: Addressed, context: Context) -> Letter:
    """The page; one too long for a mail says so, and so is told who is there to make it shorter."""
    size = kilobytes(page, form)
    if size and context.errors_to_terminal:
        output.say(
            context.t(
                "The page has {size} kB, and mail programs cut it from 102 on: a nearer WINDOW, --tag or "
                "--pick makes it shorter.",
                size=size,
            )
        )
    return remarked(page, size, reader.t)


def _message(
    letter: Letter, registry: Registry, moment: Moment, reader: Addressed, paths: tuple[Path, ...]
) -> "Message":
    from clustercalls.deliver.compose import compose

    told = tuple(output.line_of(each, reader.t) for each in registry.errors)
    letter = replace(
        letter, problems=told, problems_heading=reader.t("What could not be read in the registry")
    )
    return compose(letter, safe_text(letter.title), moment, identity(paths))


def _nothing(name: str, keys: tuple[str, ...]) -> None:
    """A digest is sent when it is asked for: nothing is remembered."""
