"""`clustercalls digest`: a page to send."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec.structs import replace

from clustercalls import query
from clustercalls.cli import output
from clustercalls.cli.choices import one_entry, one_of, query_of
from clustercalls.cli.context import Surroundings, exit_code_of, look_around, moment_of, refuse_input
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import SHOWN, WHICH, AsOf, Common, Filters
from clustercalls.cli.since import since_of
from clustercalls.cli.tell.targets import Sending, targets_of
from clustercalls.cli.telling import FAILED, send
from clustercalls.cli.watched import to_watch
from clustercalls.cli.windows import window_of
from clustercalls.errors import UsageRefused, problem
from clustercalls.errors.kinds import Severity
from clustercalls.model import Moment, Registry, zone_of
from clustercalls.registry.read import load
from clustercalls.render import digest as words
from clustercalls.render.letter import FORMATS, Page
from clustercalls.render.safe import safe_text
from clustercalls.seen import identity

if TYPE_CHECKING:
    from clustercalls.deliver.target import Message

WINDOW, SINCE = "30d", "30d"


def digest(
    filters: Filters,
    as_of: AsOf,
    sending: Sending,
    common: Common,
    window: Annotated[
        str, argument(metavar="[WINDOW]", help="30d, 2w, eom, 2017-04, A..B; by default 30d.")
    ] = "",
    since: Annotated[
        str,
        option(
            "--since",
            metavar="DATE|7d",
            panel=WHICH,
            help="Moved and new since then; by default 30d.",
        ),
    ] = "",
    pick: Annotated[
        str | None,
        option("--pick", metavar="ID,…", panel=WHICH, help="These entries alone, in this order."),
    ] = None,
    title: Annotated[str, option("--title", metavar="TEXT", panel=SHOWN, help="Its title.")] = "",
    form: Annotated[
        str,
        option("--format", "-f", metavar="plain|md|html", panel=SHOWN, help="plain, md or html."),
    ] = "plain",
    target: Annotated[
        Path | None,
        option("--output", "-o", metavar="FILE", panel=SHOWN, help="Into this file, at once."),
    ] = None,
) -> int:
    """A page to send: what opens, closes, moved, is new, is to be confirmed; or a few calls, picked by hand.

    Example: clustercalls digest --pick innosup,escp-s3-formal --as-of 2016-12-15
    """
    around = look_around(common)
    form = one_of("digest", form)
    if pick is not None and (window or since or filters != Filters()):
        other = "WINDOW" if window else "--since" if since else "--kind, --tag, --due …"
        raise UsageRefused(problem("not-together", one="--pick", other=other))
    targets = targets_of(sending, around.config)
    found = to_watch(common, around, or_bundled=not targets)
    registry = load(found.paths)
    if not targets or not registry.entries:  # else they are in what is sent
        for each in registry.problems:
            output.tell(each, around.t)
    moment = moment_of(as_of.as_of, registry, around.config)
    refuse_input(target, registry, around)
    if pick is not None:
        page = _picked(pick, registry, moment, around)
    else:
        wanted = window_of(
            query_of(filters, registry), window or WINDOW, around.config, moment, past=False, ahead_only=True
        )
        first = since_of(since or SINCE, moment)
        from clustercalls.registry.came_and_went import came

        added = came(registry, first, moment.today())
        page = words.page(registry, wanted, first, added, moment, around.t)
    page = replace(page, title=title or page.title)
    # A page that says nothing takes the place of yesterday's; what could not be read does not.
    if (target or not targets) and (page.sections or not registry.problems):
        output.write([FORMATS[form](page)] if page.sections else [], target)
    jobs = [
        (each, _message(page, registry, moment, around, found.paths)) for each in targets if page.sections
    ]
    failed = bool(jobs) and send(jobs, _nothing, around)
    return FAILED if failed else exit_code_of(registry, 0)


def _picked(pick: str, registry: Registry, moment: Moment, around: Surroundings) -> Page:
    """The newsletter of these entries; one named twice stands where it was named first.

    Raises:
        UsageRefused: when none is named, or one that is not there.
        InputRefused: when one has errors.
    """
    names = [each.strip() for each in pick.split(",") if each.strip()]
    if not names:
        raise UsageRefused(problem("no-pick"))
    entries = dict.fromkeys(one_entry(registry, each) for each in names)
    rows = [(query.entry_row(each, moment), query.rows_of(each, moment)) for each in entries]
    return words.picked(rows, moment.today(), around.t)


def _message(
    page: Page, registry: Registry, moment: Moment, around: Surroundings, paths: tuple[Path, ...]
) -> "Message":
    import zlib

    from msgspec import json

    from clustercalls.deliver.target import Message

    told = tuple(output.told(each, around.t) for each in registry.problems if each.severity is Severity.ERROR)
    page = replace(page, problems=told, problems_heading=around.t("What could not be read in the registry"))
    plain = FORMATS["plain"](page)
    subject = safe_text(page.title)
    whole = json.encode({"subject": subject, "text": plain, "html": FORMATS["html"](page), "problems": told})
    # Two pages of one day are two messages; the same page is the same.
    key = f"digest@{moment.today()}@{zlib.crc32(plain.encode()):08x}"
    return Message(
        subject,
        plain,
        FORMATS["html"](page),
        whole + b"\n",
        ((key, whole + b"\n"),),
        moment.now.astimezone(zone_of(moment.zone)),
        origin=identity(paths),
    )


def _nothing(name: str, keys: tuple[str, ...]) -> None:
    """A digest is sent when it is asked for: nothing is remembered."""
