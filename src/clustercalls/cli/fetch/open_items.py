"""What a person is to decide on: what differs from the sources, and the new calls that were told."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from clustercalls import timeline
from clustercalls.catalogue.find import Hit
from clustercalls.catalogue.named import exact
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.cli.fetch.differing import Difference, differences, names_followed, names_of
from clustercalls.cli.fetch.news import NewForUs
from clustercalls.decisions import Decisions, is_open
from clustercalls.errors import UsageRefused, problem
from clustercalls.model import Registry
from clustercalls.query.select import entry_row, is_current
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

ALL = "all"


class OpenItems(NamedTuple):
    """What is open, in the order of the registry, then what is new."""

    differences: Sequence[Difference]
    new: Sequence[NewForUs]
    ids: frozenset[str] = frozenset()  # of the registry: a word that is one of them names no other

    def __bool__(self) -> bool:
        return bool(self.differences or self.new)

    @property
    def names(self) -> frozenset[str]:
        """The ids of the entries, and the names of the new ones."""
        return frozenset(name for name, _ in self._names())

    def named(self, words: Sequence[str]) -> "OpenItems":
        """Those that these words name: an id, a key, an identifier, any part that only one has, or `all`.

        Behind a slash stands one stage of an entry.

        Raises:
            UsageRefused: when one names none, or several.
        """
        if not words or ALL in words:
            return self
        chosen = [self._meant(word) for word in words]
        names = {name for name, stage in chosen if not stage}
        stages = {(name, stage) for name, stage in chosen if stage}
        return OpenItems(
            [
                difference
                for difference in self.differences
                if (name := difference.proposal.entry.id) in names
                or (name, difference.proposal.stage) in stages
            ],
            [each for each in self.new if each.name in names],
        )

    def _meant(self, word: str) -> tuple[str, str]:
        """The id of the entry, or the name of the new one, that a word names; and its stage."""
        name, _, stage = word.strip().partition("/")
        text, known = name.casefold(), dict(self._names())
        others = self.ids - {each.casefold() for each in known}
        meant = [each for each, names in known.items() if text in names] or [text] * (text in others)
        if not meant and text:
            meant = [each for each, names in known.items() if any(text in one for one in names)]
            meant += sorted(each for each in others if text in each)
        if len(meant) > 1:
            matches = ", ".join(meant)
            raise UsageRefused(problem("ambiguous-candidate", None, id=word, matches=matches))
        open_stages = {each.proposal.stage for each in self.differences if each.proposal.entry.id in meant}
        if not meant or meant[0] not in known or (stage and stage not in open_stages):
            raise UsageRefused(problem("nothing-open", None, id=word))
        return meant[0], stage

    def _names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What is open, each with all that it may be called."""
        for proposal, _, ident in self.differences:
            key = proposal.entry.source.key if proposal.entry.source else ""
            yield proposal.entry.id, _folded(proposal.entry.id, key, key.partition(":")[2], ident)
        for each in self.new:
            yield each.name, _folded(each.name, each.hit.key, each.hit.ident)


def _folded(*names: str) -> tuple[str, ...]:
    return tuple(each.casefold() for each in names if each)


def open_items(registry: Registry, decided: Decisions, moment: Moment) -> OpenItems:
    """What is open for the entries of this registry.

    Raises:
        Refusal: when the catalogue cannot be read.
    """
    followed = names_followed(registry)
    with to_read(catalogue_path()) as connection:
        known = [
            each for each in differences(connection, registry, moment) if is_open(each.proposal, decided)
        ]
        new = [
            NewForUs(hit, watches)
            for name, watches in decided.new.items()
            if name not in followed
            and (hit := _hit(connection, name, moment)) is not None
            and followed.isdisjoint(names_of(hit.row.entry))
        ]
    return OpenItems(known, new, frozenset(each.id.casefold() for each in registry.entries))


def current_of(connection: "Connection", names: Iterable[str], moment: Moment) -> frozenset[str]:
    """Those of these new ones that are neither over nor gone."""
    return frozenset(name for name in names if _hit(connection, name, moment) is not None)


def _hit(connection: "Connection", name: str, moment: Moment) -> Hit | None:
    """A new one as it is now; None where it is gone, or over."""
    source, _, key = name.partition(":")
    held = exact(connection, source, key)
    if held is None or held.gone:
        return None
    row = entry_row(held.entry, moment)
    if not is_current(row, timeline.milestones(held.entry)):
        return None
    return Hit(source, key, held.candidate.ident, row, held.first_seen, held.changed)
