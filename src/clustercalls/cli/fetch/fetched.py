"""One source read and put into the catalogue; what fails is said, and the catalogue is then as it was."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import apply
from clustercalls.catalogue.gather import Gathered
from clustercalls.catalogue.named import exact
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.catalogue.sources import SourceState, note_asked, prints
from clustercalls.cli import output
from clustercalls.cli.context import Context
from clustercalls.cli.fetch.differing import key_of, keys_followed
from clustercalls.cli.fetch.known_sources import NamedSource
from clustercalls.cli.terminal import progress
from clustercalls.errors import Place, Refusal, WorldFailed, problem
from clustercalls.fetch.bounded import Unusable
from clustercalls.fetch.reading import Reader
from clustercalls.model import Registry
from clustercalls.sources.eu.answer import NotAnswered
from clustercalls.sources.eu.naming import PortalName, asked_as
from clustercalls.sources.eu.portal import Portal
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

SHOWN_EVERY = 50  # candidates that came

Look = Callable[["Connection", Outcome], None]


class Synced(NamedTuple):
    """What became of one source: what its sync did, unless it failed, and the exit code of it."""

    source: NamedSource
    outcome: Outcome | None
    code: int = 0


class Fetching(NamedTuple):
    """What every source is fetched with; with `dry` nothing is written, and `look` sees what would be."""

    path: Path
    registry: Registry | None
    moment: Moment
    context: Context
    force: bool
    dry: bool
    look: Callable[["Connection", NamedSource, Outcome], None]

    def synced(self, source: NamedSource) -> Synced:
        """Reads a source and has the catalogue hold what it offers; what fails is said, and no more."""
        t, name = self.context.t, source.name
        try:
            with Gathered() as gathered:
                complete = self._read(source, gathered)
                outcome = apply(
                    self.path, gathered, name, self.moment, complete=complete, force=self.force,
                    keep=keys_followed(self.registry, name), dry=self.dry,
                    look=lambda connection, outcome: self.look(connection, source, outcome),
                )  # fmt: skip
        except (NotAnswered, Unusable) as failed:
            return self._failed(source, WorldFailed(problem("source-failed", Place(name), **failed.values)))
        except Refusal as refused:
            return self._failed(source, refused)
        if not self.dry:
            note_asked(self.path, SourceState(name, name, source.address), self.moment)
        self._tell_aside(outcome.aside)
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

    def _read(self, source: NamedSource, gathered: Gathered) -> bool:
        """Gathers what a source offers, and what we follow that is not among it; whether none is missing."""
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
        portal = Portal(reader, source.address, settings.programmes)
        try:
            complete = portal.walk(taken, _prints(self.path, source.name), taken_same)
            return self._asked_for(portal, source.name, gathered) and complete
        finally:
            if shows:
                progress("")

    def _asked_for(self, portal: Portal, source: str, gathered: Gathered) -> bool:
        """Gathers what we follow and did not come by itself, where it is there; whether all was asked."""
        followed = keys_followed(self.registry, source, put_away=False)
        missing = {key for key in followed if key not in gathered}
        if not missing:
            return True
        try:
            for candidate in portal.named(self._names(source, missing)):
                if candidate.key in missing:
                    gathered.add(candidate)
        except (NotAnswered, Unusable):
            return False
        return True

    def _names(self, source: str, keys: Collection[str]) -> list[PortalName]:
        """How these are asked for: by what the catalogue knows of them, or else our entries."""
        idents: dict[str, str] = {}
        with suppress(Refusal), to_read(self.path) as connection:
            held = (exact(connection, source, key) for key in keys)
            idents = {each.candidate.key: each.candidate.ident for each in held if each}
        entries = self.registry.entries if self.registry else ()
        urls = {key_of(each)[1]: each.url for each in entries if key_of(each)[0] == source}
        names = (asked_as(key, idents.get(key, ""), urls.get(key, "")) for key in sorted(keys))
        return [each for each in names if each]

    def _tell_aside(self, aside: str) -> None:
        if aside:
            output.tell(problem("catalogue-aside", Place(str(self.path)), aside=aside), self.context.t)

    def _failed(self, source: NamedSource, refused: Refusal) -> Synced:
        output.tell(refused.problem, self.context.t)
        if not self.dry:
            try:
                state = SourceState(source.name, source.name, source.address)
                aside = note_asked(self.path, state, self.moment, refused.problem.code)
                self._tell_aside(aside)
            except Refusal as other:
                output.tell(other.problem, self.context.t)
        return Synced(source, None, max(refused.exit_code, WorldFailed.exit_code))


def _prints(path: Path, source: str) -> dict[str, str]:
    """The prints that the catalogue has of a source; none where it cannot be read: then all is read anew."""
    with suppress(Refusal), to_read(path) as connection:
        return prints(connection, source)
    return {}
