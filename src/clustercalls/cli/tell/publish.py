"""`clustercalls publish`: pages, feeds and calendars for each audience."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.options import HOUSE, SHOWN, AsOf, Common, Texts
from clustercalls.cli.registry_in_use import Example, InUse, in_use
from clustercalls.errors import InputRefused, Place, Refusal, UsageRefused, problem
from clustercalls.model import Registry

if TYPE_CHECKING:
    from clustercalls.audiences import Audience, Audiences
    from clustercalls.cli.tell.published import State
    from clustercalls.site.edition import Edition

LOCK = ".clustercalls"  # beside the folders of the audiences: two runs do not mix
# The table of an audience, to begin with.
TABLE = """[audience.public]
title = "Calls for clusters"
languages = ["en"]
address = "https://calls.example.org/public/"
"""


def publish(
    as_of: AsOf,
    common: Common,
    folder: Annotated[
        Path, argument(metavar="DIR", show_default=False, help="Where each audience has its folder.")
    ],
    audiences: Annotated[
        Texts,
        argument(
            metavar="[AUDIENCE]…",
            show_default=False,
            help="These alone; by default every one that is not internal.",
            completes="audience",
        ),
    ] = None,
    dry_run: Annotated[
        bool, option("--dry-run", panel=HOUSE, help="Say what would be new, and write nothing.")
    ] = False,
    *,
    serve: Annotated[
        bool,
        option(
            "--serve",
            panel=SHOWN,
            help="Show it in $BROWSER while you edit, on this machine alone; a number behind it is the port.",
        ),
    ] = False,
) -> int:
    """Pages, feeds and calendars for each audience, a folder each.

    Audiences stand in the registry or the config, as [audience.NAME]. What is ours alone is in none that is
    not internal. A file that says the same is not touched; one that somebody else put there neither.

    Example: clustercalls publish out --as-of 2016-12-02
    """
    names = tuple(dict.fromkeys(audiences or ()))
    if not serve:
        return _run(_state(as_of, common, folder), common, names, dry_run=dry_run)[0]
    if dry_run:
        raise UsageRefused(problem("not-together", one="--serve", other="--dry-run"))
    from clustercalls.cli.tell.serve import show, with_port

    folder, names, port = with_port(folder, names)
    first = _state(as_of, common, folder)

    def run() -> tuple[str, ...]:
        return _run(_state(as_of, common, folder), common, names, served=True)[1]

    return show(run, first.stamps, folder, port, first.context)


def _state(as_of: AsOf, common: Common, folder: Path) -> "State":
    from clustercalls.cli.tell.published import State

    context = context_of(common, settings=True)
    return State(in_use(common, context.config, Example.STANDS_IN), context, as_of.as_of, folder)


def _run(
    state: "State", common: Common, names: tuple[str, ...], *, dry_run: bool = False, served: bool = False
) -> tuple[int, tuple[str, ...]]:
    """Publishes once; the exit code and, unless all of it is there already, the audiences.

    What is `served` is always looked at, and never internal.
    """
    from clustercalls.cli.tell.audience_names import every_audience
    from clustercalls.cli.tell.published import edition_of, is_published

    context, used = state.context, state.used
    by_now = not served and bool(state.material) and is_published(state, names)
    if by_now and not (dry_run or context.terminal):
        return context.code(), ()
    from clustercalls.registry.read import load

    registry = used.read(load)
    every = every_audience(registry, context.config.audience)
    if not every and registry.errors:  # they may stand in what cannot be read
        *others, last = registry.errors
        for each in others:
            output.tell(each, context.t)
        raise InputRefused(last)
    output.tell_errors(registry, context.t)
    if registry.lacks_defaults:
        raise InputRefused(problem("no-defaults"))
    chosen = _chosen(registry, context.config.audience, names, used)
    closed = next((name for name, each in chosen.items() if each.internal), "") if served else ""
    if closed:
        raise UsageRefused(problem("internal-served", None, value=closed, path=state.folder / closed))
    edition = edition_of(state, registry, every, common, chosen)
    return _publish(chosen, edition, state, dry_run=dry_run), tuple(chosen)


def _chosen(registry: Registry, of_config: "Audiences", names: tuple[str, ...], used: InUse) -> "Audiences":
    """Those that are named, else all that are not internal.

    Raises:
        UsageRefused: when there are none, or only internal ones.
        UsageRefused, InputRefused: as `audience_named`.
    """
    from clustercalls.cli.tell.audience_names import audience_named, every_audience

    every = every_audience(registry, of_config)
    if not every:
        output.write([TABLE])
        raise UsageRefused(problem("no-audience", None, file=used.paths[0]))
    named = {name: audience_named(name, registry, of_config) for name in names}
    chosen = named or {name: each for name, each in every.items() if not each.internal}
    if not chosen:
        raise UsageRefused(problem("only-internal", None, known=", ".join(every)))
    return chosen


def _published_around(folder: Path) -> Path | None:
    """The folder of an audience that this one is in or is: what is beside its own would be served with it."""
    from clustercalls.site.manifest import name_of

    whole = Path(os.path.realpath(folder))
    return next(
        (each for each in (whole, *whole.parents) if os.path.lexists(each.parent / name_of(each.name))), None
    )


def _publish(chosen: "Audiences", edition: "Edition", state: "State", *, dry_run: bool) -> int:
    """Each audience by itself: what is wrong with one keeps no other from being published."""
    from clustercalls.disk.folders import make_named_folder
    from clustercalls.disk.lock import locked
    from clustercalls.errors import WorldFailed, outside

    if published := _published_around(state.folder):
        raise UsageRefused(problem("inside-published", Place(str(state.folder)), folder=published))
    if dry_run:
        return _each(chosen, edition, state, dry_run=True)
    try:
        state.ours.sure(state.folder)
        make_named_folder(state.folder)
    except OSError as error:
        raise WorldFailed(problem("cannot-publish", Place(str(state.folder)), **outside(error))) from None
    with locked(state.folder / LOCK):
        return _each(chosen, edition, state, dry_run=False)


def _check_languages(name: str, audience: "Audience") -> None:
    """Makes sure that its pages can be written in each of its languages: else those there would be lost.

    Raises:
        WorldFailed: when the words of one are not there.
    """
    from clustercalls.errors import WorldFailed
    from clustercalls.i18n import language

    missing = [code for code in audience.languages if language(code).code != code]
    if missing:
        raise WorldFailed(problem("no-words-of", Place(name), value=missing[0]))


def _each(chosen: "Audiences", edition: "Edition", state: "State", *, dry_run: bool) -> int:
    from clustercalls.errors import WorldFailed
    from clustercalls.render.published import AudienceNews, lines
    from clustercalls.site.edition import news_of, published
    from clustercalls.site.folder import Site

    context, code = state.context, 0 if edition.registry.sound else InputRefused.exit_code
    reports: list[AudienceNews] = []
    for name, audience in chosen.items():
        site = Site(state.folder, name, state.ours, audience.internal)
        try:
            _check_languages(name, audience)
            report = (news_of if dry_run else published)(site, audience, edition)
        except Refusal as refused:
            output.tell(refused.problem, context.t)
            code = max(code, refused.exit_code)
            continue
        for each in report.problems:
            output.tell(each, context.t)
            code = max(code, WorldFailed.exit_code if each.code == "not-ours" else InputRefused.exit_code)
        if dry_run or context.terminal or report.has_news:
            reports.append(report)
    output.write(f"{line}\n" for line in lines(reports, context.t))
    return code or context.code()
