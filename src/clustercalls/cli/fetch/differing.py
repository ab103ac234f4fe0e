"""The entries of ours that have a key of a source, beside what the catalogue has of them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from clustercalls.catalogue.named import OnOffer, exact
from clustercalls.catalogue.reading import CLOSED, day_of, moment_of
from clustercalls.catalogue.sources import SourceState, states
from clustercalls.model import Entry, Registry
from clustercalls.reconcile.proposal import Proposal, SaidBySource, SourceChange
from clustercalls.reconcile.proposals import proposals
from clustercalls.zones import UTC, Moment

if TYPE_CHECKING:
    from sqlite3 import Connection


class Difference(NamedTuple):
    """A proposal, and what its source has of the call; None where it has nothing of it."""

    proposal: Proposal
    held: OnOffer | None

    @property
    def url(self) -> str:
        """Where the source says so."""
        return self.held.entry.url if self.held else self.proposal.entry.url


def key_of(entry: Entry) -> tuple[str, str]:
    """The source that an entry follows, and its key there; empty without one."""
    source, colon, key = (entry.source.key if entry.source else "").partition(":")
    return (source, key) if colon and key else ("", "")


def keys_followed(registry: Registry | None, source: str, *, put_away: bool = True) -> frozenset[str]:
    """The keys of a source that entries of ours have; without those `put_away`, which are not asked for."""
    entries = registry.entries if registry else ()
    keys = (key_of(each) for each in entries if put_away or not each.is_put_away)
    return frozenset(key for name, key in keys if name == source)


def differences(
    connection: "Connection",
    registry: Registry,
    moment: Moment,
    fresh: Collection[tuple[str, str]] = (),
) -> Iterator[Difference]:
    """What the sources say otherwise, in the order of the registry; `fresh` are keys that just changed."""
    known = {each.name: each for each in states(connection)}
    for entry in registry.entries:
        source, key = key_of(entry)
        state = known.get(source)
        if state is None or entry.is_put_away:
            continue
        held = exact(connection, source, key)
        said = _said(held) if held else _unknown(state)
        if said is not None:
            its = proposals(entry, said, moment, is_fresh=(source, key) in fresh)
            yield from (Difference(each, held) for each in its)


def looked_at(registry: Registry) -> frozenset[str]:
    """The ids of the entries that `differences` looks at."""
    return frozenset(each.id for each in registry.entries if key_of(each)[1])


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


def _unknown(state: SourceState) -> SaidBySource | None:
    """What a source says of a key that it never had, once two whole syncs were without it."""
    return SaidBySource(None, datetime.min.replace(tzinfo=UTC)) if state.before else None
