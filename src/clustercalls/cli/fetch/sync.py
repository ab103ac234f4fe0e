"""`clustercalls sync`: what the sources offer now, put into the catalogue; what is new for us is said."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NamedTuple

from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import apply
from clustercalls.catalogue.gather import Gathered
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.catalogue.place import ZONE
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.sources import SourceState, note_asked, prints, states
from clustercalls.cli import output
from clustercalls.cli.begin import context_of
from clustercalls.cli.choices import PAGES, one_of
from clustercalls.cli.context import Context, exit_code_of, moment_of
from clustercalls.cli.declare import argument, option
from clustercalls.cli.fetch.known_sources import NamedSource, keys_followed, sources_named
from clustercalls.cli.fetch.new_for_us import NewForUs, new_for_us
from clustercalls.cli.fetch.sync_report import as_json, as_text, states_shown
from clustercalls.cli.options import SHOWN, AsOf, Common, Texts
from clustercalls.cli.registry_in_use import found_for, load
from clustercalls.cli.terminal import progress
from clustercalls.errors import Place, Refusal, WorldFailed, problem
from clustercalls.fetch.bounded import Unusable
from clustercalls.fetch.reading import Reader
from clustercalls.model import Registry
from clustercalls.sources.eu.answer import NotAnswered
from clustercalls.sources.eu.portal import Portal
from clustercalls.zones import Moment

SHOWN_EVERY = 50  # candidates that came


class Synced(NamedTuple):
    """What became of one source: what its sync did, unless it failed, and the exit code of it."""

    source: NamedSource
    outcome: Outcome | None
    code: int = 0


def sync(
    as_of: AsOf,
    common: Common,
    sources: Annotated[
        Texts, argument(metavar="[SOURCE]…", help="eu, the EU portal; by default all.", completes="source")
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

    New for us is what a `[watch]` of the config finds. Nothing in a registry is changed.

    Example: clustercalls sync --status
    """
    context = context_of(common)
    form = one_of("--format", form, PAGES)
    named = sources_named(sources or (), context.config)
    path = catalogue_path()
    if status:
        output.write(states_shown(_states(path, named), path, form, context.t))
        return context.code()
    registry = load(common, context, or_bundled=False) if found_for(common, context.config) else None
    moment = moment_of(as_of.as_of, Registry((), (), (), ZONE), context.config)
    run = _SyncRun(path, registry, moment, context, force=force, dry=dry_run)
    synced = [run.synced(each) for each in named]
    for_us: tuple[NewForUs, ...] = ()
    if not dry_run and any(each.outcome and each.outcome.new for each in synced):
        for_us = new_for_us(path, context.config, {each.source.name: each.outcome for each in synced}, moment)
    outcomes = [(each.source.name, each.outcome) for each in synced if each.outcome]
    if form == "json":
        output.write([as_json(for_us, outcomes if everything else [])])
    else:
        output.write(as_text(for_us, outcomes if everything else [], context.t))
    code = max(each.code for each in synced)
    return code or (exit_code_of(context, registry, 0) if registry else context.code())


def _prints(path: Path, source: str) -> dict[str, str]:
    """The prints that the catalogue has of a source; none where it cannot be read: then all is read anew."""
    with suppress(Refusal), to_read(path) as connection:
        return prints(connection, source)
    return {}


def _states(path: Path, named: Sequence[NamedSource]) -> list[SourceState]:
    """How the last syncs of these sources went; one that never was is as never asked."""
    known: dict[str, SourceState] = {}
    if os.path.lexists(path):
        with to_read(path) as connection:
            known = {state.name: state for state in states(connection)}
    return [known.get(each.name, SourceState(each.name, each.name, each.address)) for each in named]


class _SyncRun(NamedTuple):
    """What every source is synced with."""

    path: Path
    registry: Registry | None
    moment: Moment
    context: Context
    force: bool
    dry: bool

    def synced(self, source: NamedSource) -> Synced:
        """Reads a source and has the catalogue hold what it offers; what fails is said, and no more."""
        t, name = self.context.t, source.name
        try:
            with Gathered() as gathered:
                complete = self._walked(source, gathered)
                outcome = apply(
                    self.path, gathered, name, self.moment, complete=complete, force=self.force,
                    keep=keys_followed(self.registry, name), dry=self.dry,
                )  # fmt: skip
        except (NotAnswered, Unusable) as failed:
            return self._failed(source, WorldFailed(problem("source-failed", Place(name), **failed.values)))
        except Refusal as refused:
            return self._failed(source, refused)
        if not self.dry:
            note_asked(self.path, SourceState(name, name, source.address), self.moment)
        if outcome.aside:
            output.tell(problem("catalogue-aside", Place(str(self.path)), aside=outcome.aside), t)
        for key, problems in outcome.unread:
            reason = problems[0].message if problems else "?"
            output.tell(problem("candidate-unread", Place(name, 0, key), words=reason), t)
        if self.context.errors_to_terminal:
            counts = {"new": len(outcome.new), "changed": len(outcome.changed), "gone": len(outcome.gone)}
            of = t(
                "{count} calls: {new} new, {changed} changed, {gone} gone", count=outcome.records, **counts
            )
            output.say(f"{name}  {of}")
        if complete:
            return Synced(source, outcome)
        output.tell(problem("source-incomplete", Place(name)), t)
        return Synced(source, outcome, WorldFailed.exit_code)

    def _walked(self, source: NamedSource, gathered: Gathered) -> bool:
        settings, shows = source.settings, self.context.errors_to_terminal
        count = 0

        def counted() -> None:
            nonlocal count
            count += 1
            if shows and count % SHOWN_EVERY == 0:
                progress(f"{source.name}  {count}")

        def taken(candidate: Candidate) -> None:
            gathered.add(candidate)
            counted()

        def taken_same(key: str, digest: str) -> None:
            gathered.add_same(key, digest)
            counted()

        reader = Reader(private=settings.private, pause=settings.pause)
        try:
            return Portal(reader, source.address, settings.programmes).walk(
                taken, _prints(self.path, source.name), taken_same
            )
        finally:
            if shows:
                progress("")

    def _failed(self, source: NamedSource, refused: Refusal) -> Synced:
        output.tell(refused.problem, self.context.t)
        if not self.dry:
            try:
                state = SourceState(source.name, source.name, source.address)
                note_asked(self.path, state, self.moment, refused.problem.code)
            except Refusal as other:
                output.tell(other.problem, self.context.t)
        return Synced(source, None, max(refused.exit_code, WorldFailed.exit_code))
