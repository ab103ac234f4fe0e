"""What of the new offers is for us: what the watches of the config find."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from clustercalls.catalogue.find import Hit, find
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.outcome import Outcome
from clustercalls.cli.fetch.looked_for import query_of_words
from clustercalls.config import Config
from clustercalls.limits import FOUND
from clustercalls.zones import Moment


class NewForUs(Struct, frozen=True):
    """A new candidate, and the watches that found it."""

    hit: Hit
    watches: tuple[str, ...]

    @property
    def name(self) -> str:
        """How it is named: `eu:50130830TOPICS`."""
        return self.hit.row.entry.id


def new_for_us(
    path: Path, config: Config, outcomes: Mapping[str, Outcome | None], moment: Moment
) -> tuple[NewForUs, ...]:
    """What came in these syncs and a watch finds, each once, in the order of the watches.

    Raises:
        UsageRefused: for a watch that cannot be looked for.
    """
    new = {(name, key) for name, outcome in outcomes.items() if outcome for key in outcome.new}
    hits: dict[str, Hit] = {}
    watches: dict[str, list[str]] = {}
    with to_read(path) as connection:
        for name, watch in config.watch.items():
            query = query_of_words(connection, watch.text, watch.programme, watch.status, watch.kind)
            for hit in find(connection, query, moment, sources=watch.source, new=True, limit=FOUND):
                if (hit.source, hit.key) in new:
                    hits.setdefault(hit.row.entry.id, hit)
                    watches.setdefault(hit.row.entry.id, []).append(name)
    return tuple(NewForUs(hit, tuple(watches[name])) for name, hit in hits.items())
