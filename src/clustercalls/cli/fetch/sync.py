"""`clustercalls sync`: what the sources offer now, put into the catalogue; what is new for us is said."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.catalogue.place import ZONE
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.sources import SourceState, states
from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.decided import decisions_of
from clustercalls.cli.fetch.fetched import Fetching, Synced
from clustercalls.cli.fetch.known_sources import NamedSource, sources_named
from clustercalls.cli.fetch.news import News, Watching, news_of, note_told
from clustercalls.cli.fetch.open_items import current_of
from clustercalls.cli.fetch.sync_report import as_json, as_text, states_shown
from clustercalls.cli.options import SHOWN, AsOf, Common, Texts
from clustercalls.cli.registry_in_use import found_for, load
from clustercalls.decisions import Decisions
from clustercalls.errors import InputRefused, Refusal
from clustercalls.model import Registry
from clustercalls.reminders.place import identity
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection


def sync(
    as_of: AsOf,
    common: Common,
    sources: Annotated[
        Texts,
        argument(
            metavar="[SOURCE]…",
            help="eu, the EU portal, or one of the config; by default all.",
            completes="source",
        ),
    ] = None,
    everything: Annotated[bool, option("--all", help="Every change, field by field.")] = False,
    dry_run: Annotated[bool, option("--dry-run", help="Read, and write nothing.")] = False,
    force: Annotated[bool, option("--force", help="Take a list that is judged too short.")] = False,
    status: Annotated[bool, option("--status", help="How the last ones went; nothing is read.")] = False,
    form: Annotated[
        str, option("--format", "-f", metavar="|".join(PAGES), panel=SHOWN, help="plain or json.")
    ] = "plain",
) -> int:
    """What the sources offer now, into the catalogue; says what is new for us, and else nothing.

    New for us is what a `[watch]` of the config finds, and what the source of an entry of ours tells
    otherwise now: each is told once, and stays in review until it is decided. No registry is changed.

    Example: clustercalls sync --status
    """
    context = context_of(common)
    form = one_of("--format", form, PAGES)
    named = sources_named(sources or (), context.config)
    path = catalogue_path()
    if status:
        output.write(states_shown(_states(path, named), path, form, context.t))
        return context.code()
    used = found_for(common, context.config)
    registry = load(common, context, or_bundled=False) if used else None
    zone = registry.zone if registry else ZONE
    moment = moment_of(as_of.as_of, Registry((), (), (), zone), context.config)
    telling = _Telling(used.paths if used else (), registry, context, moment)
    run = _fetching(path, telling, force=force, dry=dry_run)
    synced = [run.synced(each) for each in named]
    outcomes = [(each.source.name, each.outcome) for each in synced if each.outcome]
    if not dry_run and outcomes:
        with to_read(path) as connection:
            telling.look(connection, synced)
    told = telling.news
    shown = outcomes if everything else []
    if form == "json":
        output.write([as_json(told, shown)])
    else:
        output.write(as_text(told, shown, context.t, context.columns if context.terminal else 0))
    if not dry_run and outcomes:
        telling.note()
    code = max(telling.code, *(each.code for each in synced))
    return code or (exit_code_of(context, registry, 0) if registry else context.code())


class _Telling:
    """What there is to tell of a sync, to whoever has this registry."""

    def __init__(
        self, paths: tuple[Path, ...], registry: Registry | None, context: Context, moment: Moment
    ) -> None:
        self.paths, self.registry, self.context, self.moment = paths, registry, context, moment
        self.news, self.code = News(), 0
        self._decided, self._current = Decisions(), frozenset[str]()
        self._synced: list[tuple[str, Outcome]] = []
        if registry is not None:
            self._remember()

    def _remember(self) -> None:
        try:
            self._decided, lost = decisions_of(self.paths)
        except Refusal as refused:
            self._fail(refused)
            return
        if lost:
            output.tell(lost, self.context.t)
            self.code = InputRefused.exit_code

    def look(self, connection: "Connection", synced: Sequence[Synced]) -> None:
        """Finds what is to be told after these."""
        self._synced += [(each.source.name, each.outcome) for each in synced if each.outcome]
        came = {(name, key) for name, outcome in self._synced for key in outcome.new}
        whose = Watching(self.registry, self._decided, self.context.config, self.moment)
        self.news = news_of(connection, whose, came)
        self._current = current_of(connection, self._decided.new, self.moment)
        for each in self.news.problems:
            output.tell(each, self.context.t)
            self.code = InputRefused.exit_code

    def note(self) -> None:
        """Remembers that it was told; where that fails it is told again the next time."""
        if self.registry is None:
            return
        try:
            note_told(self.paths, self.news, self.registry, self._current)
        except Refusal as refused:
            self._fail(refused)

    def _fail(self, refused: Refusal) -> None:
        output.tell(refused.problem, self.context.t)
        self.code = refused.exit_code


def _fetching(path: Path, telling: _Telling, *, force: bool, dry: bool) -> Fetching:
    """What the sources are fetched with; a dry run tells what would be new as it would be."""

    def look(connection: "Connection", source: NamedSource, outcome: Outcome) -> None:
        telling.look(connection, [Synced(source, outcome)])

    name = identity(telling.paths) if telling.registry else ""
    return Fetching(
        path, telling.registry, name, telling.moment, telling.context, force=force, dry=dry, look=look
    )


def _states(path: Path, named: Sequence[NamedSource]) -> list[SourceState]:
    """How the last syncs of these sources went; one that never was is as never asked."""
    known: dict[str, SourceState] = {}
    if os.path.lexists(path):
        with to_read(path) as connection:
            known = {state.name: state for state in states(connection)}
    return [known.get(each.name, SourceState(each.name, each.kind, each.address)) for each in named]
