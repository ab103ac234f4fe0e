"""What a sync has to tell: new calls that a watch finds, and what of ours a source tells otherwise now."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from clustercalls.catalogue.find import Hit, find
from clustercalls.catalogue.named import newest
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.cli.fetch.decided import decide
from clustercalls.cli.fetch.differing import (
    Difference,
    compared_with_sources,
    differences_of,
    names_followed,
    names_of,
)
from clustercalls.cli.fetch.known_sources import sources_named
from clustercalls.cli.fetch.looked_for import query_of_words
from clustercalls.config import Config
from clustercalls.decisions import Decisions, of_keys, untold, with_agreed, with_new, with_told, without_new
from clustercalls.errors import Place, Problem, Refusal
from clustercalls.limits import FOUND
from clustercalls.model import Registry
from clustercalls.reconcile.proposal import SourceComparison
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

Keys = Collection[tuple[str, str]]  # a source and a key of it


class NewForUs(Struct, frozen=True):
    """A new candidate, and the watches that found it."""

    hit: Hit
    watches: tuple[str, ...]

    @property
    def name(self) -> str:
        """How it is named: `eu:50130830TOPICS`."""
        return self.hit.row.entry.id


class News(Struct, frozen=True):
    """What nobody was told of yet; all that was compared, and when the `newest` record came.

    `problems` are of watches that cannot be looked for.
    """

    new: tuple[NewForUs, ...] = ()
    untold: tuple[Difference, ...] = ()
    comparisons: tuple[SourceComparison, ...] = ()
    newest: str = ""
    problems: tuple[Problem, ...] = ()


class Watching(Struct, frozen=True):
    """Whose news they are: of a registry, None where there is none, by what was decided and the watches."""

    registry: Registry | None
    decided: Decisions
    config: Config
    moment: Moment


def news_of(connection: "Connection", whose: Watching, came: Keys) -> News:
    """What to tell once these came; without a registry, of what came alone."""
    pairs = list(compared_with_sources(connection, whose.registry, whose.moment)) if whose.registry else []
    every = [each for comparison, held in pairs for each in differences_of(comparison, held)]
    marks = {each.mark for each in untold((one.proposal for one in every), whose.decided)}
    problems: list[Problem] = []
    return News(
        tuple(_new(connection, whose, came, problems)),
        tuple(each for each in every if each.proposal.mark in marks),
        tuple(comparison for comparison, _ in pairs),
        newest(connection),
        tuple(problems),
    )


def _new(connection: "Connection", whose: Watching, came: Keys, problems: list[Problem]) -> list[NewForUs]:
    """What came since the watches were last looked through, each once, by what is next to be done."""
    decided, config = whose.decided, whose.config
    known = {*names_followed(whose.registry), *decided.ignored, *decided.new}
    after = decided.read if whose.registry else ""
    hits: dict[str, Hit] = {}
    watches: dict[str, list[str]] = {}
    for name, watch in config.watch.items():
        try:
            query = query_of_words(connection, watch.text, watch.programme, watch.status, watch.kind)
            sources = sources_named(watch.source, config)
            names = [each.name for each in sources] if watch.source else []
            these = find(connection, query, whose.moment, sources=names, after=after, limit=FOUND)
        except Refusal as refused:
            place = Place(str(config.path), 0, f"watch.{name}")
            problems.append(Problem(refused.problem.code, place, refused.problem.values))
            continue
        for hit in these:
            is_new = whose.registry is not None or (hit.source, hit.key) in came
            if is_new and known.isdisjoint(names_of(hit.row.entry)):
                hits.setdefault(hit.row.entry.id, hit)
                watches.setdefault(hit.row.entry.id, []).append(name)
    new = (NewForUs(hit, tuple(watches[name])) for name, hit in _once(hits).items())
    return sorted(new, key=_by_next)


def _once(hits: dict[str, Hit]) -> dict[str, Hit]:
    """One of those that are the same call, which offices follow at the portal: there if it has come, too."""
    names: dict[str, str] = {}
    for name, hit in hits.items():
        key = min(names_of(hit.row.entry) - {name}, default=name)
        if key not in names or key == name:
            names[key] = name
    return {name: hits[name] for name in names.values()}


def _by_next(new: NewForUs) -> tuple[date, str]:
    """Sorts by what is next to be done."""
    following = new.hit.row.deadline or new.hit.row.next
    return (following.milestone.earliest if following else None) or date.max, new.name


def note_agreed(paths: tuple[Path, ...], registry: Registry, moment: Moment) -> None:
    """Remembers what ours and the sources say alike.

    Raises:
        Refusal: when it cannot be read, or remembered.
    """
    with to_read(catalogue_path()) as connection:
        its = [comparison for comparison, _ in compared_with_sources(connection, registry, moment)]
    decide(paths, lambda decided: with_agreed(decided, its))


def note_told(paths: tuple[Path, ...], news: News, registry: Registry, current: Collection[str]) -> None:
    """Remembers that this was told; of the new ones told before, the `current` ones stay.

    Raises:
        Refusal: when it cannot be remembered; it is told again then.
    """
    followed = names_followed(registry) | {each.id for each in registry.entries}  # ticks are of entries
    new = {each.name: each.watches for each in news.new}

    def change(decided: Decisions) -> Decisions:
        told = with_told(decided, news.comparisons, followed)
        told = without_new(told, decided.new.keys() - current)
        told = of_keys(told, followed) if registry.sound else told
        return with_new(told, new, news.newest)

    decide(paths, change)
