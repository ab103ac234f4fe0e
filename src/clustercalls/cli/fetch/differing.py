"""The entries of ours that have a key of a source, beside what the catalogue has of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from clustercalls.catalogue.apply import GONE_AFTER
from clustercalls.catalogue.followed import missed
from clustercalls.catalogue.named import OnOffer, exact
from clustercalls.catalogue.reading import CLOSED, day_of, moment_of, name_of
from clustercalls.catalogue.sources import states
from clustercalls.catalogue.ticked import ticked_in
from clustercalls.cli.fetch.ticked import ticked_of_ours
from clustercalls.model import Entry, Registry
from clustercalls.reconcile.proposal import Proposal, SaidBySource, SourceChange, SourceComparison
from clustercalls.reconcile.proposals import compared
from clustercalls.zones import UTC, Moment

if TYPE_CHECKING:
    from sqlite3 import Connection


NEVER_THERE = SaidBySource(None, datetime.min.replace(tzinfo=UTC))


class Difference(NamedTuple):
    """A proposal, and the entry as its source has it, None where it has none; `ident` is its name there."""

    proposal: Proposal
    theirs: Entry | None
    ident: str = ""

    @property
    def url(self) -> str:
        """Where the source says so."""
        return self.theirs.url if self.theirs else self.proposal.entry.url


def key_of(entry: Entry) -> tuple[str, str]:
    """The source that an entry follows, and its key there; empty without one."""
    source, colon, key = (entry.source.key if entry.source else "").partition(":")
    return (source, key) if colon and key else ("", "")


def keys_followed(registry: Registry | None, source: str, *, put_away: bool = True) -> frozenset[str]:
    """The keys of a source that entries of ours have; without those `put_away`, which are not asked for."""
    entries = registry.entries if registry else ()
    keys = (key_of(each) for each in entries if put_away or not each.is_put_away)
    return frozenset(key for name, key in keys if name == source)


def compared_with_sources(
    connection: "Connection", registry: Registry, moment: Moment
) -> Iterator[tuple[SourceComparison, OnOffer | None]]:
    """Every entry that follows a call beside what its source says, as it is ordered; then what is ticked."""
    known = {each.name for each in states(connection)}
    for entry in registry.entries:
        source, key = key_of(entry)
        if source not in known or entry.is_put_away:
            continue
        held = exact(connection, source, key)
        if held:
            yield compared(entry, _said(held), moment), held
        elif missed(connection, source, key) >= GONE_AFTER:
            yield compared(entry, NEVER_THERE, moment), None
    for tick in ticked_of_ours(registry, ticked_in(connection, known)):
        yield SourceComparison((tick,)), None


def differences(connection: "Connection", registry: Registry, moment: Moment) -> Iterator[Difference]:
    """What the sources say otherwise, in the order of the registry."""
    for comparison, held in compared_with_sources(connection, registry, moment):
        yield from differences_of(comparison, held)


def differences_of(comparison: SourceComparison, held: OnOffer | None) -> list[Difference]:
    """The proposals of a comparison, each with what its source has."""
    its = (held.entry, held.candidate.ident) if held else (None, "")
    return [Difference(each, *its) for each in comparison.proposals]


def names_of(theirs: Entry) -> frozenset[str]:
    """How an offer may be followed: by its own name, and by the key that it has at the portal."""
    return frozenset(filter(None, (theirs.id, theirs.source.key if theirs.source else "")))


def names_followed(registry: Registry | None) -> frozenset[str]:
    """The calls that entries of ours follow, as the catalogue names them: `eu:50130830TOPICS`."""
    keys = map(key_of, registry.entries if registry else ())
    return frozenset(name_of(source, key) for source, key in keys if key)


def _said(held: OnOffer) -> SaidBySource:
    return SaidBySource(
        held.entry,
        moment_of(held.first_seen),
        tuple(_changes(held)),
        day_of(held.gone) if held.gone else None,
        is_closed=bool(held.candidate.entry.get(CLOSED)),
    )


def _changes(held: OnOffer) -> Iterable[SourceChange]:
    return (SourceChange(moment_of(each.noticed), each.field, each.was, each.now) for each in held.changes)
