"""What a calendar is to hold: the selected milestones by `ENTRY/STAGE`, and what becomes of each."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.calendar import component, zones
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import Fates, RevisedComponent, merged
from clustercalls.calendar.times import times
from clustercalls.errors import Place, Problem, Refusal, problem
from clustercalls.model import Entry, Milestone, Registry
from clustercalls.registry.layout import line_of_entry
from clustercalls.registry.paths import decoded
from clustercalls.zones import Moment


class Selection(Struct, frozen=True):
    """The dated milestones by `ENTRY/STAGE`, and how to make components of them.

    `tell` takes what is wrong with one of them. `unfit` is filled while components are made: the keys of
    those that no valid one can be made of. `parts` are those that names of this registry may have.
    `for_others` takes out what is internal, also what was published.
    """

    milestones: dict[str, Milestone]
    undated: int
    registry: Registry
    moment: Moment
    style: component.Style
    tell: Callable[[Problem], None]
    unfit: set[str]
    parts: tuple[str, ...] = ()
    for_others: bool = False

    def under(self, part: str) -> Self:
        """The same, its components called with this part."""
        return replace(self, style=replace(self.style, part=part))

    def outcomes(self, old: Published, same: AbstractSet[str] = frozenset()) -> Iterator[RevisedComponent]:
        """What becomes of everything that was published or is selected; `same` is known to stay."""
        fates = Fates(self.registry, self.unfit, for_others=self.for_others)
        return merged(old, self.milestones, self.make, fates, self.moment.today(), self.style.t, same)

    def make(self, milestone: Milestone) -> component.Component | None:
        """The component of a milestone; one that cannot be made is told."""
        key = milestone.uid
        if key in self.unfit:
            return None
        try:
            return component.component(milestone, self.style)
        except component.Unfit as unfit:
            entry = milestone.entry
            place = Place(entry.file, _line_of(entry), entry.id, milestone.stage.id)
            self.tell(problem("unfit-event", place, reason=unfit))
            self.unfit.add(key)
            return None

    def zones(self) -> set[tuple[str, int]]:
        """The TZIDs in use, with the years."""
        timed = (each for each in self.milestones.values() if each.stage.at)
        placed = (times(each, self.style.windows) for each in timed)
        return {used for each in placed if each for used in each.zones}

    def usual_zone(self) -> set[tuple[str, int]]:
        """The TZID of the registry, for a calendar that holds nothing."""
        name = zones.identifier(self.registry.zone)
        return {(name, self.moment.today().year)} if name else set()


def _line_of(entry: Entry) -> int:
    """The line of its header; 0 when its file cannot be read any more, or has changed."""
    try:
        text = decoded(Path(entry.file))
    except Refusal:
        return 0
    return line_of_entry(text, entry.kind.value, entry.id)
