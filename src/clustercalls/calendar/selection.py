"""What a calendar is to hold: the selected milestones by UID, and what becomes of each."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from msgspec import Struct

from clustercalls.calendar import component
from clustercalls.calendar.published import Published
from clustercalls.calendar.revise import Fates, Outcome, merged
from clustercalls.calendar.times import times
from clustercalls.errors import Place, Problem, Refusal, problem
from clustercalls.model import Entry, Milestone, Registry
from clustercalls.registry.layout import line_of_entry
from clustercalls.registry.paths import decoded
from clustercalls.zones import Moment


class Selection(Struct, frozen=True):
    """The dated milestones by their UIDs, and how to make components of them.

    `tell` takes what is wrong with one of them. `unfit` is filled while components are made: the UIDs of
    those that no valid one can be made of. `for_others` takes out what is internal, also what was published.
    """

    milestones: dict[str, Milestone]
    undated: int
    registry: Registry
    moment: Moment
    style: component.Style
    tell: Callable[[Problem], None]
    unfit: set[str]
    for_others: bool = False

    def outcomes(self, old: Published, same: AbstractSet[str] = frozenset()) -> Iterator[Outcome]:
        """What becomes of everything that was published or is selected; `same` is known to stay."""
        fates = Fates(self.registry, self.unfit, for_others=self.for_others)
        return merged(old, self.milestones, self.make, fates, self.moment.today(), self.style.t, same)

    def make(self, milestone: Milestone) -> component.Component | None:
        """The component of a milestone; one that cannot be made is told."""
        uid = component.uid(milestone, self.style.kind)
        if uid in self.unfit:
            return None
        try:
            return component.component(milestone, self.style)
        except component.Unfit as unfit:
            entry = milestone.entry
            place = Place(entry.file, _line_of(entry), entry.id, milestone.stage.id)
            self.tell(problem("unfit-event", place, reason=unfit))
            self.unfit.add(uid)
            return None

    def zones(self) -> set[str]:
        """The TZIDs in use."""
        timed = (each for each in self.milestones.values() if each.stage.at)
        placed = (times(each, self.style.windows) for each in timed)
        return {each.zone for each in placed if each}


def _line_of(entry: Entry) -> int:
    """The line of its header; 0 when its file cannot be read any more, or has changed."""
    try:
        text = decoded(Path(entry.file))
    except Refusal:
        return 0
    return line_of_entry(text, entry.kind.value, entry.id)
