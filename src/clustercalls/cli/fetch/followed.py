"""An offer of the catalogue, as an entry to be added."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from clustercalls.catalogue.named import OnOffer, by_key
from clustercalls.catalogue.opening import to_read
from clustercalls.catalogue.place import path as catalogue_path
from clustercalls.catalogue.reading import day_of
from clustercalls.catalogue.sources import SourceState, states
from clustercalls.cli.fetch.entry_of_offer import id_for, table_for
from clustercalls.editing.document import Table
from clustercalls.registry.build import Defaults
from clustercalls.zones import Moment


class ReadOffer(NamedTuple):
    """What the catalogue holds of one, and the day of the sync that told it last."""

    held: OnOffer
    day: date | None

    @property
    def kind(self) -> str:
        """What it is."""
        return self.held.entry.kind.value

    @property
    def title(self) -> str:
        """What it is called."""
        return self.held.candidate.title

    def id_for(self, taken: set[str]) -> str:
        """The id that an entry of it gets."""
        return id_for(self.held.candidate, taken)

    def table(self, name: str, defaults: Defaults, moment: Moment) -> Table:
        """The table of the entry."""
        return table_for(self.held, name, self.day, defaults, moment)


def offers(keys: Sequence[str]) -> list[ReadOffer]:
    """What these keys name, each once.

    Raises:
        UsageRefused: when one names none, or several.
    """
    with to_read(catalogue_path()) as connection:
        held = {each.name: each for each in (by_key(connection, key) for key in keys)}
        sources = {each.name: each for each in states(connection)}
    return [ReadOffer(each, _day(each, sources[each.candidate.source])) for each in held.values()]


def _day(held: OnOffer, state: SourceState) -> date | None:
    """The day on which its source said all this: when it was read whole, or this came of it later."""
    return day_of(max(filter(None, (state.good, held.first_seen, held.changed))))
