"""`clustercalls review`: what the sources tell otherwise, and what is new for us, one by one."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import json, to_builtins

from clustercalls.cli import output
from clustercalls.cli.choices import PAGES, one_of
from clustercalls.cli.context import exit_code_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.decided import decisions_of
from clustercalls.cli.fetch.deciding import Deciding, one_by_one
from clustercalls.cli.fetch.open_items import OpenItems, open_items
from clustercalls.cli.fetch.sync_report import differing_lines, new_facts, new_lines
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.moment import moment_of
from clustercalls.cli.options import SHOWN, AsOf, Common, Texts
from clustercalls.cli.registry_in_use import load
from clustercalls.errors import UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.render import proposals


def review(
    as_of: AsOf,
    editing: Editing,
    common: Common,
    names: Annotated[
        Texts,
        argument(metavar="[ID|KEY]…", help="Only of these entries, or new calls.", completes="followed"),
    ] = None,
    *,
    accepts: Annotated[
        Texts,
        option(
            "--accept", metavar="ID|KEY|all", help="Accept what is open of this one.", completes="followed"
        ),
    ] = None,
    ignores: Annotated[
        Texts,
        option(
            "--ignore",
            metavar="ID|KEY|all",
            help="Ignore it, until its source says another.",
            completes="followed",
        ),
    ] = None,
    form: Annotated[
        str, option("--format", "-f", metavar="|".join(PAGES), panel=SHOWN, help="plain or json.")
    ] = "plain",
) -> int:
    """What the sources tell otherwise than your entries, and what is new for you: accept or ignore it.

    At a terminal it is asked one by one. To accept is to move, set or follow: undo takes it back.

    Example: clustercalls review --accept all --dry-run
    """
    form = one_of("--format", form, PAGES)
    desk = open_desk("review", common, as_of.as_of, editing)
    paths = desk.in_use.paths if desk.in_use else desk.paths
    registry = load(common, desk.context, or_bundled=False)
    moment = moment_of(as_of.as_of, registry, desk.context.config, desk.now)
    decided, lost = decisions_of(paths)
    if lost:
        output.tell(lost, desk.context.t)
    every = open_items(registry, decided, moment).named(names or ())
    code = exit_code_of(desk.context, registry, 3 if lost else 0)
    taken, left = every.named(accepts) if accepts else None, every.named(ignores) if ignores else None
    if taken and left and (both := _both(taken, left)):
        raise UsageRefused(problem("not-together", one=f"--accept {both}", other=f"--ignore {both}"))
    act = Deciding(desk, paths)
    if left:
        act.ignore(left)
    if taken:
        code = max(code, act.accept(taken))
    if accepts or ignores:
        return code
    if form == "plain" and desk.answers and every and not editing.dry_run:
        return max(code, one_by_one(every, act))
    output.write(_shown(every, form, desk), paged=desk.context.pages)
    if not every and form == "plain" and desk.context.talks:
        desk.say(desk.context.t("Nothing to decide on."))
    return code


def _both(one: OpenItems, other: OpenItems) -> str:
    """What stands in both; empty for nothing."""
    return next(iter(sorted(one.names & other.names)), "")


def _shown(items: OpenItems, form: str, desk: Desk) -> Iterator[str | bytes]:
    t: Language = desk.context.t
    if form == "json":
        told = {
            "proposals": [to_builtins(proposals.row(each.proposal, each.url)) for each in items.differences],
            "new_for_us": [*map(new_facts, items.new)],
        }
        yield json.encode(told) + b"\n"
        return
    yield from differing_lines([each.proposal for each in items.differences], t)
    yield from new_lines(items.new, t)
