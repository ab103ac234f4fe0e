"""One source read and put into the catalogue; what fails is said, and the catalogue is then as it was."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clustercalls.candidate import Candidate
from clustercalls.catalogue.apply import apply
from clustercalls.catalogue.followed import Followed, followed_elsewhere
from clustercalls.catalogue.gather import Gathered
from clustercalls.catalogue.named import exact
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.catalogue.sources import SourceState, ahead, note_asked, prints
from clustercalls.cli import output
from clustercalls.cli.awaited import awaited
from clustercalls.cli.context import Context
from clustercalls.cli.fetch.differing import key_of, keys_followed
from clustercalls.cli.fetch.known_sources import NamedSource
from clustercalls.cli.fetch.one_document import DocumentReading, ReadAnswer, read_document
from clustercalls.cli.fetch.source_kinds import KINDS
from clustercalls.cli.terminal import progress
from clustercalls.drafts import ReadColumns
from clustercalls.errors import InputRefused, Place, Refusal, WorldFailed, problem
from clustercalls.fetch.bounded import Unusable
from clustercalls.fetch.origin import without_user
from clustercalls.fetch.reading import Reader
from clustercalls.model import Registry
from clustercalls.render.amounts import number
from clustercalls.render.drafts import columns_text
from clustercalls.render.safe import safe_text
from clustercalls.sources.eu.answer import NotAnswered
from clustercalls.sources.eu.naming import PortalName, asked_as
from clustercalls.sources.eu.portal import KnownRecords, Portal, Take, TakeSame
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
    identity: str  # what tells the registry from others; empty without one
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
                complete, about, drops, ticks = self._read(source, gathered)
                outcome = apply(
                    self.path, gathered, name, self.moment, complete=complete, drops=drops, force=self.force,
                    followed=Followed(self.identity, keys_followed(self.registry, name)),
                    about=about, ticks=ticks, dry=self.dry,
                    look=lambda connection, outcome: self.look(connection, source, outcome),
                )  # fmt: skip
        except (NotAnswered, Unusable) as failed:
            at = without_user(source.address)
            why = problem("source-failed", Place(name), address=at, **failed.values)
            return self._failed(source, WorldFailed(why))
        except Refusal as refused:
            return self._failed(source, refused)
        self._tell_aside(outcome.aside)
        code = InputRefused.exit_code if outcome.aside else 0
        for key, problems in outcome.unread:
            reason = problems[0].message if problems else "?"
            output.tell(problem("candidate-unread", Place(name, 0, key), words=reason), t)
            code = WorldFailed.exit_code
        if self.context.errors_to_terminal:
            counts = {
                "count": outcome.records,
                "new": len(outcome.new),
                "changed": len(outcome.changed),
                "gone": len(outcome.gone),
            }
            told = {key: number(each, t.code) for key, each in counts.items()}
            of = t("{count} calls: {new} new, {changed} changed, {gone} gone", **told)
            if outcome.records == 1:
                of = t("1 call: {new} new, {changed} changed, {gone} gone", **told)
            output.say(f"{name}  {of}")
        return Synced(source, outcome, code if complete else WorldFailed.exit_code)

    def _read(self, source: NamedSource, gathered: Gathered) -> ReadAnswer:
        """Gathers what a source offers, and what we follow that is not among it; whether none is missing."""
        shows = self.context.errors_to_terminal
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

        with awaited(safe_text(f"{source.name}  {without_user(source.address)}"), shown=shows):
            if source.kind in KINDS:
                reading = DocumentReading(
                    self.path, self.registry, self.moment, self.force, self._show_columns
                )
                return read_document(source, reading, taken, lambda each: output.tell(each, self.context.t))
            return self._walked(source, gathered, taken, taken_same)

    def _show_columns(self, columns: ReadColumns) -> None:
        if self.context.errors_to_terminal:
            for line in columns_text(columns, self.context.t):
                output.say(safe_text(line))

    def _walked(
        self, source: NamedSource, gathered: Gathered, taken: Take, taken_same: TakeSame
    ) -> ReadAnswer:
        """Walks over the portal, and asks it for what we follow."""
        settings = source.settings
        reader = Reader(private=settings.private, pause=settings.pause)
        portal = Portal(reader, source.address, settings.programmes)
        known = KnownRecords(*_known(self.path, source.name, self.moment, force=self.force))
        complete = portal.walk(taken, known, taken_same)
        if not complete:
            output.tell(problem("source-incomplete", Place(source.name)), self.context.t)
        complete = self._asked_for(portal, source.name, gathered) and complete
        return ReadAnswer(complete, SourceState(source.name, source.kind, source.address))

    def _asked_for(self, portal: Portal, source: str, gathered: Gathered) -> bool:
        """Gathers what we follow and did not come by itself, where it is there; whether all was asked."""
        followed = keys_followed(self.registry, source, put_away=False) | _elsewhere(
            self.path, source, self.identity
        )
        missing = {key for key in followed if key not in gathered}
        if not missing:
            return True
        try:
            for candidate in portal.named(self._names(source, missing)):
                if candidate.key in missing:
                    gathered.add(candidate)
        except (NotAnswered, Unusable) as failed:
            output.tell(problem("followed-unanswered", Place(source), **failed.values), self.context.t)
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
                state = SourceState(source.name, source.kind, source.address)
                aside = note_asked(self.path, state, self.moment, refused.problem.code)
                self._tell_aside(aside)
            except Refusal as other:
                if other.problem.code != refused.problem.code:
                    output.tell(other.problem, self.context.t)
        return Synced(source, None, max(refused.exit_code, WorldFailed.exit_code))


def _known(path: Path, source: str, moment: Moment, *, force: bool) -> tuple[dict[str, str], frozenset[str]]:
    """The prints that the catalogue has of a source, and the keys of what was ahead, unless with `force`.

    Nothing where it cannot be read: then all is read anew.
    """
    with suppress(Refusal), to_read(path) as connection:
        return prints(connection, source), frozenset() if force else ahead(connection, source, moment)
    return {}, frozenset()


def _elsewhere(path: Path, source: str, registry: str) -> frozenset[str]:
    """What other registries follow, as far as the catalogue can be read."""
    with suppress(Refusal), to_read(path) as connection:
        return followed_elsewhere(connection, source, registry)
    return frozenset()
