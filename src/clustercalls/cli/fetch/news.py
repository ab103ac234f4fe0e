"""What a sync has to tell: new calls that a watch finds, and what of ours a source tells otherwise now."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from clustercalls.catalogue.find import Hit, find
from clustercalls.catalogue.named import newest
from clustercalls.catalogue.reading import stamp
from clustercalls.cli.fetch.decided import decide
from clustercalls.cli.fetch.differing import Difference, differences, key_of, looked_at
from clustercalls.cli.fetch.looked_for import query_of_words
from clustercalls.config import Config
from clustercalls.decisions import Decisions, untold, with_told, without_new
from clustercalls.errors import Place, Problem, UsageRefused
from clustercalls.limits import FOUND
from clustercalls.model import Registry
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
    """What nobody was told of yet; `every` difference there is, and when the `newest` record came.

    `problems` are of watches that cannot be looked for.
    """

    new: tuple[NewForUs, ...] = ()
    untold: tuple[Difference, ...] = ()
    every: tuple[Difference, ...] = ()
    newest: str = ""
    problems: tuple[Problem, ...] = ()


def news_of(
    connection: "Connection",
    registry: Registry | None,
    decided: Decisions,
    config: Config,
    moment: Moment,
    came: Keys,
    changed: Keys,
) -> News:
    """What to tell once these came and changed; without a registry, of what came alone."""
    every = tuple(differences(connection, registry, moment, changed)) if registry else ()
    marks = {each.mark for each in untold((one.proposal for one in every), decided)}
    problems: list[Problem] = []
    new = _new(connection, registry, decided, config, moment, came, problems)
    known = tuple(each for each in every if each.proposal.mark in marks)
    return News(tuple(new), known, every, newest(connection), tuple(problems))


def _new(
    connection: "Connection",
    registry: Registry | None,
    decided: Decisions,
    config: Config,
    moment: Moment,
    came: Keys,
    problems: list[Problem],
) -> Iterator[NewForUs]:
    """What came since the watches were last looked through, each once, in their order."""
    known = {f"{source}:{key}" for source, key in map(key_of, registry.entries if registry else ())}
    known |= {*decided.ignored, *decided.new}
    # Another sync may have been looked through since this one read its clock: what came now counts anyway.
    just = stamp(moment.now - timedelta(microseconds=1))
    after = min(decided.read, just) if registry else just
    hits: dict[str, Hit] = {}
    watches: dict[str, list[str]] = {}
    for name, watch in config.watch.items():
        try:
            query = query_of_words(connection, watch.text, watch.programme, watch.status, watch.kind)
            these = find(connection, query, moment, sources=watch.source, after=after, limit=FOUND)
        except UsageRefused as refused:
            place = Place(str(config.path), 0, f"watch.{name}")
            problems.append(Problem(refused.problem.code, place, refused.problem.values))
            continue
        for hit in these:
            is_new = (hit.source, hit.key) in came or (registry and hit.first_seen > decided.read)
            if is_new and hit.row.entry.id not in known:
                hits.setdefault(hit.row.entry.id, hit)
                watches.setdefault(hit.row.entry.id, []).append(name)
    return (NewForUs(hit, tuple(watches[name])) for name, hit in hits.items())


def note_told(paths: tuple[Path, ...], news: News, registry: Registry) -> None:
    """Remembers that this was told.

    Raises:
        Refusal: when it cannot be remembered; it is told again then.
    """
    followed = {each.source.key for each in registry.entries if each.source and each.source.key}

    def change(decided: Decisions) -> Decisions:
        new = {each.name: each.watches for each in news.new}
        every = [each.proposal for each in news.every]
        told = with_told(decided, every, looked_at(registry), new, news.newest)
        return without_new(told, followed)

    decide(paths, change)
